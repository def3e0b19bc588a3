"""RSS, Atom, JSON Feed and sitemaps: the items in them, each field as the feed wrote it.

Runs in the process of `index.ingest.sandbox`. feedparser is given bytes only, since it would open
what looks like a path or an address; and a document type declaration is refused before any parser
that would act on one sees it.
"""

import io
import json
import re
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

import feedparser
from lxml import etree

from index.errors import BadInputError
from index.ingest.fields import web_address
from index.ingest.page import paragraphs

MOST_ITEMS = 500  # the newest

_NAMESPACE = re.compile(r"\{.*\}")
_ALTERNATE = re.compile(
    rb"<link[^>]+type=[\"']?application/(?:rss|atom|feed)\+(?:xml|json)[^>]*>", re.IGNORECASE
)
_HREF = re.compile(rb"href=[\"']?([^\"'\s>]+)", re.IGNORECASE)
_CUT_OFF = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed."""

    guid: str | None  # by which the feed knows it
    link: str | None
    title: str | None
    author: str | None
    published: str | None
    text: str  # what the feed gives of the article, in paragraphs
    revision: str | None = None  # what changes when the article does, where the feed says so


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says."""

    title: str | None = None
    lang: str | None = None
    items: tuple[Item, ...] = ()
    sitemaps: tuple[str, ...] = ()  # of a sitemap that lists others; the newest first
    notes: tuple[str, ...] = field(default=())


def parse(content: bytes, url: str) -> dict[str, Any]:
    """The feed in `content` as a dictionary.

    Args:
        content: The feed.
        url: Where it was fetched from; addresses in it are relative to this.

    Raises:
        BadInputError: it is no feed, or one that is not read.
    """
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    feed = _json_feed(content, url) if start == b"{" else _xml_feed(content, url)
    total = len(feed.items)
    notes = feed.notes
    items = feed.items
    if total > MOST_ITEMS:
        notes = (*notes, f"it has {total:,} items; the newest {MOST_ITEMS} were read")
        dated = sorted(items, key=lambda item: item.published or item.revision or "", reverse=True)
        items = tuple(dated[:MOST_ITEMS])
    return {**asdict(feed), "items": [asdict(item) for item in items], "notes": notes}


def feed_of(parsed: dict[str, Any]) -> Feed:
    """The feed that a parser in another process made a dictionary of."""
    return Feed(
        title=parsed["title"],
        lang=parsed["lang"],
        items=tuple(Item(**item) for item in parsed["items"]),
        sitemaps=tuple(parsed["sitemaps"]),
        notes=tuple(parsed["notes"]),
    )


def _xml_feed(content: bytes, url: str) -> Feed:
    root, is_cut_off = _survey(content, url)
    if root in ("urlset", "sitemapindex"):
        if is_cut_off:
            raise BadInputError("the sitemap is cut off")
        return _sitemap(content, url)
    parsed = feedparser.parse(
        io.BytesIO(content), response_headers={"content-location": url}, sanitize_html=False
    )
    if not parsed.get("version"):
        raise BadInputError(_no_feed(content, url))
    entries = parsed.entries
    notes: tuple[str, ...] = ()
    if is_cut_off:
        entries = entries[:-1]  # half of an item is not what its author wrote
        notes = ("it is cut off; the items before the cut were read",)
    about = parsed.feed
    return Feed(
        title=_plain(about.get("title")),
        lang=about.get("language"),
        items=tuple(_entry(entry) for entry in entries),
        notes=notes,
    )


def _survey(content: bytes, url: str) -> tuple[str, bool]:
    """The name of the outermost element, and whether the document ends before it does.

    Raises:
        BadInputError: it is a web page, or has a document type declaration or an odd encoding.
    """
    names: list[str] = []

    def declared(*_: object) -> None:
        raise BadInputError("it has a document type declaration, which may hide anything")

    def started(name: str, _: object) -> None:
        if not names:
            names.append(name.rpartition(":")[2].lower())

    if re.match(rb"[^<]*<(?:!doctype\s+html|html)\b", content[:1_000], re.IGNORECASE):
        raise BadInputError(_no_feed(content, url))
    survey = expat.ParserCreate()
    survey.StartDoctypeDeclHandler = declared
    survey.StartElementHandler = started
    try:
        survey.Parse(content, True)  # noqa: FBT003  # it takes no names
    except expat.ExpatError as error:
        # Elsewhere than at the end, feeds are full of small faults, which feedparser forgives;
        # but what is declared behind one would not have been seen.
        if b"<!DOCTYPE" in content.upper() or b"<!ENTITY" in content.upper():
            declared()
        return (names or [""])[0], error.code in _CUT_OFF
    except (LookupError, ValueError) as error:
        raise BadInputError("it names an encoding that feeds do not have") from error
    return names[0], False


def _no_feed(content: bytes, url: str) -> str:
    found = _ALTERNATE.search(content)
    href = _HREF.search(found[0]) if found else None
    if href:
        named = urljoin(url, href[1].decode("utf-8", "replace"))
        if web_address(named):
            return f"it is not a feed but a page, whose feed is {named}"
    return "it is not a feed"


def _entry(entry: Any) -> Item:  # noqa: ANN401  # feedparser's
    pieces = [piece for piece in [*entry.get("content", []), entry.get("summary_detail")] if piece]
    texts = [_piece(piece.get("value") or "", piece.get("type") or "") for piece in pieces]
    # Asked as a dictionary: it would warn, and answer for another field.
    updated = dict.get(entry, "updated_parsed")
    when = dict.get(entry, "published_parsed") or updated
    return Item(
        guid=entry.get("id"),
        link=_web(entry.get("link")),
        title=_plain(entry.get("title")),
        author=_plain(entry.get("author")),
        published=_iso(when),
        text=max(texts, key=len, default=""),
        revision=_iso(updated),
    )


def _piece(value: str, kind: str) -> str:
    if kind == "text/plain" and "<" not in value:
        return value.strip()
    return paragraphs(value)


def _iso(when: Any) -> str | None:  # noqa: ANN401  # feedparser's
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", when) if when else None
    except (TypeError, ValueError):
        return None


def _plain(html: str | None) -> str | None:
    """Words without markup, on one line."""
    if not html:
        return None
    words = paragraphs(html) if "<" in html or "&" in html else html
    return " ".join(words.split()) or None


def _web(link: str | None, base: str = "") -> str | None:
    joined = urljoin(base, (link or "").strip())
    return joined if web_address(joined) else None


def _sitemap(content: bytes, url: str) -> Feed:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BadInputError("it is damaged, so that no address in it can be trusted") from error
    rows = [_row(element) for element in root]
    newest = sorted(rows, key=lambda row: row.get("lastmod", ""), reverse=True)
    if _local(root) == "sitemapindex":
        links = (_web(row.get("loc"), url) for row in newest)
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
        if (link := _web(row.get("loc"), url))
    )
    return Feed(items=tuple(items))


def _row(element: Any) -> dict[str, str]:  # noqa: ANN401  # lxml's
    return {_local(child): (child.text or "").strip() for child in element.iter() if child.text}


def _local(element: Any) -> str:  # noqa: ANN401  # lxml's
    return _NAMESPACE.sub("", element.tag) if isinstance(element.tag, str) else ""


def _json_feed(content: bytes, url: str) -> Feed:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadInputError("it is not a feed") from error
    if "jsonfeed.org" not in str(feed.get("version")):
        raise BadInputError("it is not a feed")
    return Feed(
        title=_string(feed, "title"),
        lang=_string(feed, "language"),
        items=tuple(_json_items(feed.get("items"), url)),
    )


def _json_items(items: object, url: str) -> Iterator[Item]:
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            continue
        authors = item.get("authors")
        author = authors[0] if isinstance(authors, list) and authors else item.get("author")
        html = _string(item, "content_html")
        text = paragraphs(html) if html else _string(item, "content_text")
        yield Item(
            guid=str(item["id"]) if item.get("id") else None,
            link=_web(_string(item, "url"), url),
            title=_plain(_string(item, "title")),
            author=_string(author, "name") if isinstance(author, dict) else None,
            published=_string(item, "date_published") or _string(item, "date_modified"),
            text=text or _string(item, "summary") or "",
        )


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value else None
