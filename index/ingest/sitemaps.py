"""Sitemaps: the addresses of a site's pages, and where those of news are dated and titled, that.

Runs in the process of `index.ingest.sandbox`, on what holds no document type declaration.
"""

import re
from typing import Any

from lxml import etree

from index.errors import BadInputError
from index.ingest.dates import iso_date
from index.ingest.items import Feed, Item, web_link
from index.texts import reasons

_NAMESPACE = re.compile(r"\{.*\}")
_OF_NEWS = frozenset({"title", "publication_date"})


def read_sitemap(content: bytes, url: str) -> Feed:
    """The pages that a sitemap lists, or the sitemaps; the newest first.

    Raises:
        BadInputError: it is damaged.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BadInputError(reasons.SITEMAP_DAMAGED) from error
    rows = [_row(element) for element in root]
    newest = sorted(rows, key=_changed, reverse=True)
    if _local(root) == "sitemapindex":
        links = (web_link(row.get("loc"), url) for row in newest)
        return Feed(sitemaps=tuple(link for link in links if link))
    items = (
        Item(
            guid=None,
            link=link,
            title=row.get("title"),
            author=None,
            published=row.get("publication_date"),
            text="",
            revision=row.get("lastmod"),
        )
        for row in newest
        if (link := web_link(row.get("loc"), url))
    )
    # A sitemap of news holds those of the last days, any other all pages.
    is_whole = not any("publication_date" in row for row in rows)
    return Feed(items=tuple(items), is_whole=is_whole)


def _row(element: Any) -> dict[str, str]:  # noqa: ANN401  # lxml's
    """The fields of an entry and of the news in it; pictures in it have a `loc` of their own."""
    fields = {_local(child): (child.text or "").strip() for child in element}
    for child in element:
        if _local(child) == "news":
            news = {_local(one): (one.text or "").strip() for one in child}
            fields |= {name: words for name, words in news.items() if name in _OF_NEWS and words}
    return {name: words for name, words in fields.items() if words}


def _changed(row: dict[str, str]) -> str:
    """When an entry was changed, as far as that can be put in order."""
    written = row.get("lastmod", "")
    return iso_date(written) or (written if written[:4].isdigit() else "")


def _local(element: Any) -> str:  # noqa: ANN401  # lxml's
    return _NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""
