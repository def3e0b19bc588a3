"""What a page says of itself: in its head, in JSON-LD, and where trafilatura finds it."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura import extract_metadata

from index.ingest.fields import web_address
from index.ingest.linked_data import linked_data

_METADATA = {
    "title": "//meta[@property='og:title']/@content",
    "name": "/html/head/title/text()",
    "site": "//meta[@property='og:site_name']/@content",
    "kind": "//meta[@property='og:type']/@content",
    "lang": "/html/@lang | /html/@xml:lang",
}
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='DC.date.issued' or @name='pubdate']/@content",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of itself, as it is written there; the more trusted before the others."""

    url: str | None
    titles: tuple[str | None, ...]
    sites: tuple[str | None, ...]
    author: str | None
    dates: tuple[str | None, ...]
    langs: tuple[str | None, ...]
    is_article: bool
    is_free: bool
    text: str | None


def said_of(root: HtmlElement, url: str | None) -> Said:
    """What a page says of itself; before its scripts go, because JSON-LD is in some.

    A date is taken where it names one, and not guessed from its words: a year in the footer would
    be the day of every article.
    """
    first = {name: next(iter(root.xpath(path)), None) for name, path in _METADATA.items()}
    own = _canonical(root, url) or url
    linked = linked_data(root)
    about = extract_metadata(root, default_url=own, extensive=False)
    titles = (first["title"], linked.title, about.title, first["name"])
    return Said(
        url=own,
        titles=titles,
        # Some programs write a headline where the name of the site belongs.
        sites=tuple(
            name
            for name in (first["site"], linked.source, about.sitename)
            if name not in (first["title"], first["name"])
        ),
        author=linked.author or about.author or None,
        dates=(
            *(found for path in _PUBLISHED for found in root.xpath(path)),
            linked.published,
            about.date,
        ),
        langs=(first["lang"], linked.lang),
        is_article=linked.is_said or first["kind"] == "article",
        is_free=linked.is_free,
        text=linked.text,
    )


def _canonical(root: HtmlElement, url: str | None) -> str | None:
    """The address that a page calls its own, if it may: its host's own word."""
    for written in root.xpath(
        "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
    ):
        own: str = urljoin(url or "", written.strip())
        parts = web_address(own)
        if parts and (url is None or _site(parts.hostname) == _site(urlsplit(url).hostname)):
            return own
    return None


def _site(host: str | None) -> str:
    return (host or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
