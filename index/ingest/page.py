"""A news page in HTML: the article in it, without all that stands around it.

Runs in the process of `index.ingest.sandbox`; trafilatura knows what of a page is its article.
Paragraphs stay paragraphs and quotation marks what they are, because links open at the very words;
what a browser would not show is not read.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction, extract_metadata
from trafilatura.settings import Document

from index.errors import BadInputError
from index.ingest.dates import iso_date
from index.ingest.encoding import decode
from index.ingest.encoding_labels import decode_labelled
from index.ingest.fields import Draft, outlet, web_address
from index.ingest.hiding import hidden_elements
from index.ingest.linked_data import linked_data
from index.texts import reasons

LARGEST_PAGE = 2_000_000  # bytes; the parser takes seconds for more

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:!doctype\s+html|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)
_FEED = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]"
    r"|\s*\{[^{}]*\"https://jsonfeed\.org/",
    re.DOTALL,
)
_LOOKED_THROUGH = 4_096  # bytes, for a charset, and for anything like HTML
# No text has them, and XML none; as they are, or written as their numbers.
_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]))(?:;|(?![\da-f]))",
    re.IGNORECASE,
)
_LINES = re.compile(r"[ \t\r\n\f]+")  # are one space in HTML
_PARAGRAPH = "\ufdd0"  # a code point that Unicode keeps free of any character
_BLANK_LINE = re.compile(rf"\n[^\S\n]*\n|{_PARAGRAPH}")
_SPACES = re.compile(r"[^\S\n]+")
# Many pages name a language in another way than this; such a name is only left out.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2}(?:[-_]\w+)*")
# What stands over an advert, in a paragraph of its own that nothing else marks as none.
_AD_LABEL = re.compile(
    r"\s*[-–—(\[]?\s*(?:(?:scroll(?: down)? to continue|story continues|article continues)"
    r"(?: below| after)?(?: this| the)? advertisements?|advertisements?|advertorial|anzeige|werbung"
    r"|publicité|publicidade?|pubblicità|advertentie|reklama?|reklame|annonse?|annonce|реклама|广告"
    r"|廣告|広告|광고|إعلان|διαφήμιση)\s*[-–—)\]:]?\s*",
    re.IGNORECASE,
)
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='DC.date.issued' or @name='pubdate']/@content",
)


def parse(content: bytes, url: str | None = None, charset: str | None = None) -> dict[str, Any]:
    """The draft of the article in a page, as a dictionary.

    Args:
        content: The page.
        url: Where it was fetched from; the address that it calls its own is taken where it is of
            the same host, or where this is not known.
        charset: The encoding by the server's word.

    Raises:
        BadInputError: no article can be found in it.
    """
    return asdict(_draft(content, url, charset))


def paragraphs(html: str) -> str:
    """The text of a piece of HTML that is all article, such as a feed's."""
    if not html.strip():
        return ""
    root = _tree(html)
    _drop_unseen(root)
    return _joined(_blocks(root, _HTML))


class _Tags(NamedTuple):
    """What the elements of a tree are called."""

    blocks: frozenset[str]
    line_break: str
    keeps_lines: str
    cell: str = ""  # of a table, where its row is the block


_HTML = _Tags(
    frozenset(
        "address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul".split()
    ),
    "br",
    "pre",
)
_EXTRACTED = _Tags(
    frozenset({"p", "head", "item", "quote", "code", "row", "list", "table", "div"}),
    "lb",
    "code",
    "cell",
)


def _blocks(root: etree._Element, tags: _Tags) -> list[str]:
    """The text of each block of a tree, with its line breaks."""
    blocks: list[list[str]] = [[]]
    kept_lines = 0  # how many elements that keep their lines stand around this
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element.tag in tags.blocks:
            blocks.append([])
        elif element.tag == tags.line_break and is_start:
            blocks[-1].append("\n")
        elif element.tag == tags.cell and not is_start:
            blocks[-1].append(" ")
        if element.tag == tags.keeps_lines:
            kept_lines += 1 if is_start else -1
        words = (element.text if is_start else element.tail) or ""
        blocks[-1].append(words if kept_lines else _LINES.sub(" ", words))
    return ["".join(block) for block in blocks]


def _draft(content: bytes, url: str | None, charset: str | None) -> Draft:
    if len(content) > LARGEST_PAGE:
        raise BadInputError(reasons.LARGE_PAGE.format(LARGEST_PAGE // 1_000_000))
    text, notes = _decoded(content, charset)
    if _FEED.match(text[:_LOOKED_THROUGH].removeprefix("\ufeff")):
        raise BadInputError(reasons.FEED)
    if not _MARKUP.search(text[:_LOOKED_THROUGH]):
        raise BadInputError(reasons.NO_PAGE)
    root = _tree(text)
    lang = next(iter(root.xpath("/html/@lang | /html/@xml:lang")), None)
    dates = [found for path in _PUBLISHED for found in root.xpath(path)]
    own = _canonical(root, url)
    linked = linked_data(root)
    # Before scripts go, because JSON-LD is in some. A date is taken where the page names one, and
    # not guessed from its words: a year in the footer would be the day of every article.
    about = extract_metadata(root, default_url=own or url, extensive=False)
    _drop_unseen(root)
    # A quotation in a sentence is a part of it, and no paragraph.
    etree.strip_tags(root, "q", "cite")
    _mark_lines(root)
    found = bare_extraction(
        root, url=own or url, with_metadata=False, include_comments=False, include_tables=True
    )
    if not isinstance(found, Document):
        raise BadInputError(reasons.NO_ARTICLE)
    title = about.title or None
    body = _text(found.body, title)
    if not body:
        raise BadInputError(reasons.NO_ARTICLE)
    return Draft(
        text=body,
        title=title,
        url=own or url,
        source=about.sitename or (outlet(own or url or "")),
        author=about.author or None,
        published=_first_date(*dates, linked.published, about.date),
        lang=next(filter(_LANGUAGE_TAG.fullmatch, filter(None, (lang, linked.lang))), None),
        notes=notes,
    )


def _first_date(*written: str | None) -> str | None:
    """The first that names a day; where none does, the first, so that this is told."""
    named = [date for date in written if date]
    return next(filter(iso_date, named), next(iter(named), None))


def _decoded(content: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    named = _CHARSET.search(content[:_LOOKED_THROUGH])
    labels = [name for name in (charset, named[1].decode("ascii") if named else None) if name]
    decoded = decode_labelled(content, labels) or decode(content)
    return decoded.text, decoded.notes


def _tree(html: str) -> HtmlElement:
    try:
        # As bytes, because a text may not say what its encoding was.
        return document_fromstring(
            _NO_TEXT.sub("", html).encode("utf-8", "replace"),
            parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True),
        )
    except (etree.LxmlError, ValueError) as error:
        raise BadInputError(reasons.EMPTY_PAGE) from error


def _drop_unseen(root: HtmlElement) -> None:
    """Take out what a browser does not show."""
    for element in hidden_elements(root):
        if element.getparent() is not None and element.tag not in ("html", "body"):
            element.drop_tree()


def _mark_lines(root: HtmlElement) -> None:
    """Mark what trafilatura loses: lines of <pre>, and that two line breaks make a paragraph."""
    for kept in root.xpath("//pre[not(*)]"):
        first, *lines = (kept.text or "").strip("\n").split("\n")
        kept.text = first
        for line in lines:
            etree.SubElement(kept, "br").tail = line
    for line_break in root.iter("br"):
        following = line_break.getnext()
        is_blank = not (line_break.tail or "").strip()
        if is_blank and following is not None and following.tag == "br":
            following.tail = f"{_PARAGRAPH}{following.tail or ''}"


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


def _text(body: etree._Element, title: str | None) -> str:
    """The paragraphs of an article that trafilatura found, a blank line between each two."""
    texts = _blocks(body, _EXTRACTED)
    if title:
        first = next((place for place, text in enumerate(texts) if text.strip()), None)
        if first is not None and _flat(texts[first]) == _flat(title):
            texts[first] = ""
    return _joined(text for text in texts if not _AD_LABEL.fullmatch(text))


def _joined(blocks: Iterable[str]) -> str:
    """The paragraphs in blocks; two line breaks make one too, as in pages that have no others."""
    lines = (
        "\n".join(_SPACES.sub(" ", line).strip() for line in part.split("\n") if line.strip())
        for block in blocks
        for part in _BLANK_LINE.split(block)
    )
    return "\n\n".join(part for part in lines if part)


def _flat(text: str) -> str:
    return " ".join(text.split())
