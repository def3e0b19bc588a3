"""A news page in HTML: the article in it, without all that stands around it.

Runs in the process of `index.ingest.sandbox`; trafilatura knows what of a page is its article.
Paragraphs stay paragraphs and quotation marks what they are, because links open at the very words;
what a browser would not show is not read.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document

from index.errors import BadInputError
from index.ingest.blocks import EXTRACTED, HTML, PARAGRAPH, blocks_of, flat, joined
from index.ingest.dates import iso_date
from index.ingest.encoding import decode
from index.ingest.encoding_labels import decode_by_language, decode_labelled
from index.ingest.fields import Draft, outlet, web_address
from index.ingest.front_pages import articles_shown, feed_named
from index.ingest.headlines import headline
from index.ingest.hiding import hidden_elements
from index.ingest.lightening import lightened
from index.ingest.metadata import said_of
from index.ingest.reading import shown
from index.ingest.surroundings import drop_surroundings, words_of_article
from index.texts import reasons

LARGEST_PAGE = 2_000_000  # characters without scripts; the parser takes seconds for more

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_LANG = re.compile(rb"<html[^>]{0,200}\slang\s*=\s*[\"']?([a-z]{2,3})", re.IGNORECASE)
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
# Many pages name a language in another way than this; such a name is only left out.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2}(?:[-_]\w+)*")
_NO_ARTICLE = "//body//*[self::nav or self::header or self::footer or self::aside]"
_MOST_HEADINGS = 20  # of the first rank; a page should have one


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
    """The text of a piece of HTML that is all article, such as a feed's; empty where it is none."""
    if not html.strip():
        return ""
    try:
        root = _tree(html)
    except BadInputError:
        return ""
    _drop_unseen(root)
    return joined(blocks_of(root, HTML))


def feed_of_page(content: bytes, url: str) -> str | None:
    """The feed that a page names as its own."""
    try:
        return feed_named(_tree(content.decode("utf-8", "replace")), url)
    except BadInputError:
        return None


def parse_piece(content: bytes) -> str:
    """As `paragraphs`, of HTML in UTF-8."""
    return paragraphs(content.decode("utf-8", "replace"))


def _draft(content: bytes, url: str | None, charset: str | None) -> Draft:
    root, notes = _page(content, charset)
    said = said_of(root, url)
    _drop_unseen(root)
    drop_surroundings(root)
    _mark_lines(root)
    if not said.is_article:
        _refuse_a_front_page(root, url)
    headings = [heading.text_content() for heading in root.xpath("//h1")[:_MOST_HEADINGS]]
    source = next(filter(None, said.sites), None)
    title = headline(said.titles, headings, source)
    body = _text(_extracted(root, said.url), [title, *said.titles, *headings])
    if not body and said.text:
        # A script puts it there when the page has come.
        body = paragraphs(said.text) if "<" in said.text else joined([said.text])
    if not body:
        raise BadInputError(reasons.NO_ARTICLE)
    return Draft(
        text=body,
        title=title,
        url=said.url,
        source=source or outlet(said.url or ""),
        author=said.author,
        published=_first_date(said.dates),
        lang=next(filter(_LANGUAGE_TAG.fullmatch, filter(None, said.langs)), None),
        notes=notes if said.is_free else (*notes, reasons.FOR_SUBSCRIBERS),
    )


def _page(content: bytes, charset: str | None) -> tuple[HtmlElement, tuple[str, ...]]:
    """The tree of a page, and what was assumed to read it."""
    text, notes = _decoded(content, charset)
    if len(text) > LARGEST_PAGE:
        text = lightened(text)
    if len(text) > LARGEST_PAGE:
        raise BadInputError(reasons.LARGE_PAGE.format(LARGEST_PAGE // 1_000_000))
    if _FEED.match(text[:_LOOKED_THROUGH].removeprefix("\ufeff")):
        raise BadInputError(reasons.FEED)
    if not _MARKUP.search(text[:_LOOKED_THROUGH]):
        raise BadInputError(reasons.NO_PAGE)
    return _tree(text), notes


def _refuse_a_front_page(root: HtmlElement, url: str | None) -> None:
    """Refuse a page of several articles, of which each has a headline, an author and a day."""
    if articles := articles_shown(root, url):
        feed = feed_named(root, url)
        if feed and web_address(feed):
            raise BadInputError(reasons.ARTICLES_WITH_FEED.format(len(articles), shown(feed)))
        raise BadInputError(reasons.ARTICLES.format(len(articles)))


def _first_date(written: Iterable[str | None]) -> str | None:
    """The first that names a day; where none does, the first, so that this is told."""
    named = [date for date in written if date]
    return next(filter(iso_date, named), next(iter(named), None))


def _decoded(content: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    named = _CHARSET.search(content[:_LOOKED_THROUGH])
    labels = [name for name in (charset, named[1].decode("ascii") if named else None) if name]
    lang = _LANG.search(content[:_LOOKED_THROUGH])
    decoded = decode_labelled(content, labels)
    if decoded is None and lang:
        decoded = decode_by_language(content, lang[1].decode("ascii"))
    decoded = decoded or decode(content)
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
    # A quotation or a name in a sentence is a part of it, and no block.
    etree.strip_tags(root, "q", "cite", "kbd", "samp", "var", "tt")
    for code in root.xpath("//code[not(ancestor::pre)]"):
        code.drop_tag()
    for kept in root.xpath("//pre[not(*)]"):
        first, *lines = (kept.text or "").strip("\n").split("\n")
        kept.text = first
        for line in lines:
            etree.SubElement(kept, "br").tail = line
    for line_break in root.iter("br"):
        following = line_break.getnext()
        is_blank = not (line_break.tail or "").strip()
        if is_blank and following is not None and following.tag == "br":
            following.tail = f"{PARAGRAPH}{following.tail or ''}"


def _extracted(root: HtmlElement, url: str | None) -> list[str]:
    """The blocks of the article in a page."""
    found = bare_extraction(
        root, url=url, with_metadata=False, include_comments=False, include_tables=True
    )
    if not isinstance(found, Document):
        return []
    blocks = [block for block in blocks_of(found.body, EXTRACTED) if block.strip()]
    if len(blocks) != 1:
        return blocks
    # Of an article of a few lines trafilatura gives all that is on the page, and in one piece.
    pieces = blocks_of(root, HTML)
    if flat(blocks[0]) in map(flat, pieces):
        return blocks
    for menu in root.xpath(_NO_ARTICLE):
        menu.drop_tree()
    holders = root.xpath("//*[@itemprop='articleBody'] | //article | //main") or [root]
    return blocks_of(max(holders, key=lambda holder: len(holder.text_content())), HTML)


def _text(blocks: Sequence[str], headlines: Iterable[str | None]) -> str:
    """The paragraphs of an article, a blank line between each two.

    Of what the page calls its headlines, the one that they begin with is left out.
    """
    kept = words_of_article(blocks)
    if kept and flat(kept[0]) in {flat(each) for each in headlines if each}:
        kept = kept[1:]
    return joined(kept)
