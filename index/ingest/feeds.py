"""RSS, Atom, JSON Feed and sitemaps: the items in them, each field as the feed wrote it.

Runs in the process of `index.ingest.sandbox`. feedparser is given bytes only, since it would open
what looks like a path or an address; and a document type declaration is refused before any parser
that would act on one sees it.
"""

import io
import json
import re
import time
import zlib
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from xml.parsers import expat

import feedparser

from index.errors import BadInputError
from index.ingest.dates import epoch_moment, iso_date
from index.ingest.encoding_labels import decode_labelled, encoding_meant
from index.ingest.fields import web_address
from index.ingest.items import Feed, Item, web_link
from index.ingest.page import feed_of_page, paragraphs
from index.ingest.sitemaps import read_sitemap
from index.ingest.unfolding import Unfolding, is_gzip
from index.texts import reasons

MOST_ITEMS = 500  # the newest

LARGEST = 5_000_000  # bytes of a gzip file when it is decompressed

_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]{0,200}\?>")
_DECLARATION_IN_TEXT = re.compile(r"^\s*<\?xml\b[^>]{0,200}\?>")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
# Which expat does not read; all others it does, or they are refused.
_OF_MANY_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "iso2022_jp", "hz"})
# What parsers of dates understand rightly: "Mon, 4 May 2026", "4 May 2026", "2026-05-04".
_PLAIN_DATE = re.compile(r"\s*(?:[A-Za-z]{3,9}\.?,?\s+|\d{1,2}\s+[A-Za-z]{3}|\d{4}-\d\d)")
_ADDRESS_AND_NAME = re.compile(
    r"\s*(?:(?P<before>[^@<>()]+?)\s*[<(]\S+@\S+[>)]|\S+@\S+\s*\((?P<behind>[^()@]+)\))\s*"
)
_SECONDS = re.compile(r"\d{9,13}")
# Put behind every text by a program for blogs.
_FIRST_APPEARED = re.compile(
    r"(?:The post .{1,500} (?:first appeared|appeared first) on"
    r"|Der Beitrag .{1,500} erschien zuerst auf"
    r"|L[’']article .{1,500} est apparu en premier sur"
    r"|La entrada .{1,500} (?:se publicó primero en|aparece primero en)"
    r"|L[’']articolo .{1,500} proviene da"
    r"|O post .{1,500} apareceu primeiro em"
    r"|Het bericht .{1,500} verscheen eerst op) .{1,200}",
    re.DOTALL,
)
_CUT_OFF = {
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION],
}


def parse(content: bytes, url: str, charset: str | None = None) -> dict[str, Any]:
    """The feed in `content` as a dictionary.

    Args:
        content: The feed, which may be a gzip file.
        url: Where it was fetched from; addresses in it are relative to this.
        charset: The encoding by the server's word; the feed's own counts more.

    Raises:
        BadInputError: it is no feed, or one that is not read.
    """
    content = _unpacked(content).lstrip(b"\xef\xbb\xbf \t\r\n")
    is_json = content.startswith(b"{")
    feed = _json_feed(content, url) if is_json else _xml_feed(_as_utf8(content, charset), url)
    total = len(feed.items)
    notes = feed.notes
    items = feed.items
    if total > MOST_ITEMS:
        notes = (*notes, reasons.NEWEST_READ.format(total, MOST_ITEMS))
        dated = sorted(items, key=lambda item: item.published or item.revision or "", reverse=True)
        items = tuple(dated[:MOST_ITEMS])
    return {
        **asdict(feed),
        "items": [asdict(item) for item in items],
        "notes": notes,
        "is_whole": feed.is_whole and len(items) == total,
    }


def _unpacked(content: bytes) -> bytes:
    """What is in a gzip file, as sitemaps often are; all else as it is."""
    if not is_gzip(content):
        return content
    unfolding, unpacked = Unfolding("gzip"), bytearray()
    try:
        for part in unfolding.parts(content):
            unpacked += part
            if len(unpacked) > LARGEST:
                raise BadInputError(reasons.GZIP_LARGE.format(LARGEST // 1_000_000))
    except zlib.error as error:
        raise BadInputError(reasons.GZIP_DAMAGED) from error
    if not unfolding.is_whole:
        raise BadInputError(reasons.GZIP_CUT_OFF)
    return bytes(unpacked)


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """A feed whose encoding XML's parsers do not know, or that only its server names, in UTF-8."""
    declaration = _DECLARATION.match(content)
    named = _ENCODING.search(declaration[0]) if declaration else None
    label = named[1].decode("ascii") if named else charset
    encoding = encoding_meant(label or "")
    if encoding is None or (named and encoding not in _OF_MANY_BYTES):
        return content
    decoded = decode_labelled(content, [encoding])
    if decoded is None:
        return content
    text = _DECLARATION_IN_TEXT.sub("", decoded.text)
    return b'<?xml version="1.0" encoding="utf-8"?>' + text.encode("utf-8", "replace")


def _xml_feed(content: bytes, url: str) -> Feed:
    root, is_cut_off = _survey(content, url)
    if root in ("urlset", "sitemapindex"):
        if is_cut_off:
            raise BadInputError(reasons.SITEMAP_CUT_OFF)
        return read_sitemap(content, url)
    parsed = feedparser.parse(
        io.BytesIO(content), response_headers={"content-location": url}, sanitize_html=False
    )
    if not parsed.get("version"):
        raise BadInputError(_no_feed(content, url))
    entries = parsed.entries
    notes: tuple[str, ...] = ()
    if is_cut_off:
        entries = entries[:-1]  # half of an item is not what its author wrote
        notes = (reasons.FEED_CUT_OFF,)
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
        raise BadInputError(reasons.DOCUMENT_TYPE)

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
        raise BadInputError(reasons.NO_ENCODING) from error
    return names[0], False


def _no_feed(content: bytes, url: str) -> str:
    found = feed_of_page(content, url)
    if found and web_address(found):
        return reasons.PAGE_WITH_FEED.format(found)
    return reasons.NO_FEED


def _entry(entry: Any) -> Item:  # noqa: ANN401  # feedparser's
    pieces = [piece for piece in [*entry.get("content", []), entry.get("summary_detail")] if piece]
    texts = [_piece(piece.get("value") or "", piece.get("type") or "") for piece in pieces]
    # Asked as a dictionary: it would warn, and answer for another field.
    updated = _moment(dict.get(entry, "updated"), dict.get(entry, "updated_parsed"))
    return Item(
        guid=entry.get("id"),
        link=web_link(entry.get("link"), ""),
        title=_plain(entry.get("title")),
        author=_plain(_authors(entry)),
        published=_moment(dict.get(entry, "published"), dict.get(entry, "published_parsed"))
        or updated,
        text=_without_credit(max(texts, key=len, default="")),
        revision=updated,
    )


def _authors(entry: Any) -> str | None:  # noqa: ANN401  # feedparser's
    """The authors' names, without their mail addresses where they have names."""
    written: str = entry.get("author") or ""
    if addressed := _ADDRESS_AND_NAME.fullmatch(written):
        return addressed["before"] or addressed["behind"]
    # Of an address alone, it would take a part for a name.
    names = [one.get("name") for one in entry.get("authors", [])] if "@" not in written else []
    return ", ".join(dict.fromkeys(filter(None, names))) or written


def _without_credit(text: str) -> str:
    """A text without the paragraph that tells which blog it is of."""
    before, _, last = text.rpartition("\n\n")
    return before if before and _FIRST_APPEARED.fullmatch(last) else text


def _piece(value: str, kind: str) -> str:
    if kind == "text/plain" and "<" not in value:
        return value.strip()
    return paragraphs(value)


def _moment(written: str | None, parsed: Any) -> str | None:  # noqa: ANN401  # feedparser's
    """When something was, as feedparser understood it where that is to be trusted."""
    if written and not _PLAIN_DATE.match(written):
        seconds = _SECONDS.fullmatch(written.strip())
        return epoch_moment(int(seconds[0])) if seconds else iso_date(written)
    try:
        understood = time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else None
    except (TypeError, ValueError):
        return None
    return understood or iso_date(written or "")


def _plain(html: str | None) -> str | None:
    """Words without markup, on one line."""
    if not html:
        return None
    words = paragraphs(html) if "<" in html or "&" in html else html
    return " ".join(words.split()) or None


def _json_feed(content: bytes, url: str) -> Feed:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadInputError(reasons.NO_FEED) from error
    if "jsonfeed.org" not in str(feed.get("version")):
        raise BadInputError(reasons.NO_FEED)
    return Feed(
        title=_string(feed, "title"),
        lang=_string(feed, "language"),
        items=tuple(_json_items(feed.get("items"), url)),
    )


def _json_items(items: object, url: str) -> Iterator[Item]:
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            continue
        html = _string(item, "content_html")
        text = paragraphs(html) if html else _string(item, "content_text")
        links = (_string(item, "url"), _string(item, "external_url"))
        yield Item(
            guid=str(item["id"]) if item.get("id") else None,
            link=next(filter(None, (web_link(link, url) for link in links)), None),
            title=_plain(_string(item, "title")),
            author=_names(item) or None,
            published=_string(item, "date_published") or _string(item, "date_modified"),
            text=text or _string(item, "summary") or "",
            revision=_string(item, "date_modified"),
        )


def _names(item: dict[str, Any]) -> str:
    """The authors of an item: of version 1.1, or the one of version 1."""
    written = item.get("authors") or [item.get("author")]
    authors = [one for one in written if isinstance(one, dict)] if isinstance(written, list) else []
    return ", ".join(name for name in (_string(author, "name") for author in authors) if name)


def _string(record: dict[str, Any], key: str) -> str | None:
    value = record.get(key)
    return value if isinstance(value, str) and value else None
