"""Links that open a source page at the quoted words.

A text fragment, `#:~:text=[prefix-,]start[,end][,-suffix]`, names words of the page for the
browser to find, scroll to and mark (WICG, "URL Fragment Text Directives"). Browsers compare without
regard to case, accents and the amount of white space, at word borders, each term within one block
of the page; the first match counts. So does this module, on the text of the article: a fragment is
given only where it matches first at the wanted words, and it is as short as that allows.

Three things keep a term inside one block and on the page: it lies in one line of the text, it
begins and ends with a word, and Markdown's marks, which a page does not show, are left out of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote, urlsplit, urlunsplit

from index.scripts import HAN, KANA
from index.spans import Span, trim

LONGEST_LINK = 2_000  # characters that browsers and servers are sure to take

_WHOLE_WORDS = 8  # a quote of at most so many words is named whole
_FEWEST_WORDS = 3
_MOST_WORDS = 9
_MOST_CONTEXT_WORDS = 6
# Two characters of a script that browsers break anywhere, or whatever stands between white space:
# Thai and its neighbours have borders that only a dictionary knows, save at their spaces.
_WORD = re.compile(rf"[{HAN}{KANA}]{{1,2}}|[^\s{HAN}{KANA}]+")
_LETTER = rf"[^\W{HAN}{KANA}]"  # of a word that has borders
_WITHIN_WORD = re.compile(_LETTER + "{2}")

_MARKUP = re.compile(
    r"^[ \t]*\d{1,3}\.[ \t]+"  # the number of a list item; with it goes nothing a quote needs
    r"|!?\[(?=[^\[\]\n]{1,300}\]\()|\]\([^()\s]{0,2000}\)"  # [words](url)
    r"|\*\*|(?<!\w)__(?=\w)|(?<=[\w.,!?…”\"])__(?!\w)|`"
    r"|(?<!\w)[*_](?=\w)|(?<=[\w.,!?…”\"*])[*_](?!\w)",
    re.MULTILINE,
)

# Letters that browsers take for one another, each beside the one that stands for it here.
_ACCENTED = [chr(code) for first, last in ((0xC0, 0x250), (0x1E00, 0x2000), (0x370, 0x400))
             for code in range(first, last)]  # fmt: skip
_SAME = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in _ACCENTED} | {
    ord(mark): plain for marks, plain in (("‘’‚‛", "'"), ("“”„‟", '"')) for mark in marks
}

_SAFE_PATH = "/%:@!$&*+,;=~._-"
_SAFE_QUERY = _SAFE_PATH + "?"
_HOST = re.compile(r"[0-9a-z_-]+(?:\.[0-9a-z_-]+)*\.?|\[[0-9a-f:.]+\]")


def safe_url(url: str) -> str | None:
    """`url` as it can stand in a message, or None where it must not be a link.

    Only http and https, with a host and without a user. Whatever could end a Markdown link early
    is percent-encoded. An international host name is written in its ASCII form ("xn--..."), which
    no other host looks like.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # a port that is no number, a bracket that never closes, a name too long
        return None
    address = f"[{name}]" if ":" in name else name
    if not _HOST.fullmatch(address):
        return None
    return urlunsplit(
        (
            parts.scheme,
            f"{address}:{port}" if port is not None else address,
            quote(parts.path, safe=_SAFE_PATH, errors="replace"),
            quote(parts.query, safe=_SAFE_QUERY, errors="replace"),
            quote(parts.fragment, safe=_SAFE_QUERY, errors="replace"),
        )
    )


def text_fragment_link(
    url: str, text: str, start: int, end: int, *, limit: int = LONGEST_LINK
) -> str | None:
    """The link that opens `url` at `text[start:end]`.

    Args:
        url: where the article stands.
        text: the article's whole text.
        start: where the quoted words begin, in code points.
        end: where they end.
        limit: the longest link with a fragment, in characters.

    Returns:
        The link: to the first and last of these words; where that is longer than `limit`, to the
        first; without a fragment where none leads to them. None where `url` must not be a link.
    """
    address = safe_url(url)
    if address is None:
        return None
    base, _, anchor = address.partition("#")
    base += "#" + anchor.partition(":~:")[0]
    page = _Page.of(text)
    for directive in _directives(page, page.span(start, end)):
        link = f"{base}:~:text={directive}"
        if len(link) <= limit:
            return link
    return address


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as a browser shows it, without Markdown's marks, and as it compares it."""

    shown: str
    folded: str  # of the same length
    marks: tuple[Span, ...]  # what of the text is not shown

    @classmethod
    def of(cls, text: str) -> "_Page":
        marks = tuple(Span(*match.span()) for match in _MARKUP.finditer(text))
        begins = [0, *(mark.end for mark in marks)]
        ends = [*(mark.start for mark in marks), len(text)]
        pieces = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
        shown = "".join(pieces)
        return cls(shown, shown.translate(_SAME), marks)

    def span(self, start: int, end: int) -> Span:
        """Where the code points `start` up to `end` of the text are shown."""
        return Span(self._place(start), self._place(end))

    def _place(self, position: int) -> int:
        before = takewhile(lambda mark: mark.start < position, self.marks)
        return position - sum(min(mark.end, position) - mark.start for mark in before)

    def words(self, start: int, end: int) -> list[Span]:
        """The whole words from `start` to `end`, without the punctuation around them."""
        found = (_bare(self.shown, *one.span()) for one in _WORD.finditer(self.shown, start, end))
        return [word for word in found if word.end > word.start and self._is_whole(word)]

    def _is_whole(self, word: Span) -> bool:
        left = self.shown[max(0, word.start - 1) : word.start + 1]
        right = self.shown[word.end - 1 : word.end + 1]
        return not (_WITHIN_WORD.fullmatch(left) or _WITHIN_WORD.fullmatch(right))

    def line(self, position: int) -> Span:
        """The line that holds `position`, without the white space around it."""
        stop = self.shown.find("\n", position)
        stop = stop if stop >= 0 else len(self.shown)
        return trim(self.shown, self.shown.rfind("\n", 0, position) + 1, stop)

    def before(self, position: int) -> list[Span]:
        """What could name the words right before `position`: the last one, the last two, ..."""
        visible = len(self.shown[:position].rstrip())
        words = self.words(self.line(visible).start, visible)[-_MOST_CONTEXT_WORDS:]
        return [Span(word.start, visible) for word in reversed(words)]

    def after(self, position: int) -> list[Span]:
        """What could name the words right after `position`: the first one, the first two, ..."""
        visible = len(self.shown) - len(self.shown[position:].lstrip())
        words = self.words(visible, self.line(visible).end)[:_MOST_CONTEXT_WORDS]
        return [Span(visible, word.end) for word in words]

    def leads_to(self, term: Span, before: Span | None = None, after: Span | None = None) -> bool:
        """Whether the first such words, between these two, are those that stand at `term`."""
        terms = [before, term, after]
        pattern = r"\s*".join(f"({self._pattern(part)})" for part in terms if part)
        found = re.search(pattern, self.folded, re.IGNORECASE)
        return found is not None and found.start(2 if before else 1) == term.start

    def is_next(self, term: Span, position: int) -> bool:
        """Whether the first such words after `position` are those that stand at `term`."""
        pattern = re.compile(self._pattern(term), re.IGNORECASE)
        found = pattern.search(self.folded, position)
        return found is not None and found.start() == term.start

    def _pattern(self, term: Span) -> str:
        """The regular expression of these words, wherever they stand between word borders."""
        words = r"\s+".join(map(re.escape, term.of(self.folded).split()))
        left = rf"(?<!{_LETTER})" if re.match(_LETTER, self.shown[term.start]) else ""
        right = rf"(?!{_LETTER})" if re.match(_LETTER, self.shown[term.end - 1]) else ""
        return f"{left}{words}{right}"

    def encoded(self, term: Span) -> str:
        """The words percent-encoded for a text directive, in which - , and & have meanings."""
        words = " ".join(term.of(self.shown).split())
        return quote(words, safe="", errors="ignore").replace("-", "%2D")


def _bare(text: str, start: int, end: int) -> Span:
    """The span without the punctuation at its ends."""
    while start < end and unicodedata.category(text[start])[0] not in "LMN":
        start += 1
    while start < end and unicodedata.category(text[end - 1])[0] not in "LMN":
        end -= 1
    return Span(start, end)


def _directives(page: _Page, quoted: Span) -> Iterator[str]:
    """The ways to name these words, the best first."""
    words = page.words(*quoted)
    if not words:
        return
    whole = Span(words[0].start, words[-1].end)
    first_line, last_line = page.line(whole.start), page.line(whole.end)
    if first_line == last_line and len(words) <= _WHOLE_WORDS:
        yield from _exact(page, whole)
        return
    opening = [word for word in words if first_line.contains(word)]
    closing = [word for word in words if last_line.contains(word)]
    if first_line == last_line:
        opening = opening[:-_FEWEST_WORDS]
    yield from _range(page, opening, closing)


def _exact(page: _Page, term: Span) -> Iterator[str]:
    """The directive that names all of `term`, with as few words around it as it needs."""
    if named := _opening(page, term):
        yield named
        return
    for after in page.after(term.end):
        if page.leads_to(term, after=after):
            yield f"{page.encoded(term)},-{page.encoded(after)}"
            return


def _opening(page: _Page, term: Span) -> str:
    """`[prefix-,]start`, with as few words before as it needs; empty where none lead to it."""
    if page.leads_to(term):
        return page.encoded(term)
    for before in page.before(term.start):
        if page.leads_to(term, before):
            return f"{page.encoded(before)}-,{page.encoded(term)}"
    return ""


def _range(page: _Page, opening: list[Span], closing: list[Span]) -> Iterator[str]:
    """The directive that names the first and the last words, then the one without the last."""
    terms = [Span(opening[0].start, word.end) for word in opening[_FEWEST_WORDS - 1 : _MOST_WORDS]]
    terms = terms or [Span(opening[0].start, opening[-1].end)]
    start = next((term for term in terms if page.leads_to(term)), terms[0])
    named = _opening(page, start)
    if not named:
        return
    rest = [word for word in closing if word.start >= start.end][-_MOST_WORDS:]
    ends = [Span(word.start, closing[-1].end) for word in reversed(rest)]
    for end in ends[_FEWEST_WORDS - 1 :] or ends[-1:]:
        if page.is_next(end, start.end):
            yield f"{named},{page.encoded(end)}"
            break
    yield named
