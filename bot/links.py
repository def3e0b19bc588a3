"""Links that open a source page at the quoted words.

A text fragment, `#:~:text=[prefix-,]start[,end][,-suffix]`, names words of the page for the browser
to find, scroll to and mark (WICG, "URL Fragment Text Directives"). Browsers compare base letters
only, without regard to case, accents, the shape of quotation marks or the amount of white space;
each term stands in one block of the page and between word borders; the first match counts. So does
this module, on the text of the article: a directive is given only where it matches first at the
wanted words. Where browsers differ, anything that one of them takes for a match counts as one.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from urllib.parse import quote, urlsplit, urlunsplit

from index.scripts import UNSPACED
from index.spans import Span, trim

LONGEST_LINK = 2_000  # characters that browsers and servers are sure to take

_WHOLE_WORDS = 8  # a quote of at most so many words is named whole,
_WHOLE_LETTERS = 80  # if it has no more characters than this
_FEWEST_WORDS = 3
_FEWEST_LETTERS = 16  # or code points that say as much as three words
_MOST_WORDS = 9
_MOST_CONTEXT = 6  # words of a prefix or suffix
_REACH = 1_000  # code points of a line, to either side, that are looked at

_SAFE_PATH = "/%:@!$&*+,;=~._-"
_SAFE_QUERY = _SAFE_PATH + "?"
_HOST = re.compile(r"[0-9A-Za-z_-]+(?:\.[0-9A-Za-z_-]+)*\.?|[0-9A-Fa-f:.]+")

_HIDDEN = "\0"  # stands for a code point of the text that the page does not show
_BREAK = "\n"  # and for one at which another block of the page may begin
# Marks belong to the letter before them, and Python does not count them as word characters.
_MARKS = "".join(chr(c) for c in range(0x300, 0x2000) if unicodedata.category(chr(c))[0] == "M")
_LETTER = rf"[^\W_{UNSPACED}]"
_PART = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}\u200c\u200d])*"
# A word of a spaced script; or all that one without spaces writes up to the next mark, for browsers
# look up its words in dictionaries, and only marks and spaces are word borders in each of those.
_WORD = re.compile(rf"[{UNSPACED}]+|_*{_PART}(?:['’.,:/&@_\-\xad{_HIDDEN}]+{_PART})*")


def safe_url(url: str) -> str | None:
    """`url` as it can stand in a message, or None where it must not be a link.

    Only http and https, with a host and without a user; whatever could end a Markdown link early
    is percent-encoded, and an international host name is written in its ASCII form.
    """
    url = url.strip()
    if any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = host if host.isascii() else ".".join(map(_ascii_label, re.split("[.。．｡]", host)))
    except ValueError:  # a port that is no number, a bracket that never closes, a name too long
        return None
    if not _HOST.fullmatch(name):
        return None
    address = f"[{name}]" if ":" in name else name
    return urlunsplit(
        (
            parts.scheme,
            f"{address}:{port}" if port is not None else address,
            quote(parts.path, safe=_SAFE_PATH),
            quote(parts.query, safe=_SAFE_QUERY),
            quote(parts.fragment, safe=_SAFE_QUERY),
        )
    )


def _ascii_label(label: str) -> str:
    """One part of a host name in ASCII.

    Python's codec still turns ß into ss and ς into σ, which are other hosts to a browser.
    """
    if re.search("[ßς]", label):
        label = unicodedata.normalize("NFC", label)
        return "xn--" + label.encode("punycode").decode("ascii")
    return label.encode("idna").decode("ascii")


def text_fragment_link(
    url: str, text: str, start: int, end: int, *, limit: int = LONGEST_LINK
) -> str | None:
    """The link that opens `url` at `text[start:end]`.

    Args:
        url: where the article stands; a text directive that it has already is replaced.
        text: the article's whole text, plain or Markdown.
        start: where the quoted words begin, in code points.
        end: where they end.
        limit: the longest link to give.

    Returns:
        The link; without a fragment where none leads to these words or the link would be too long;
        None where the address itself must not be a link, or is too long.
    """
    address = safe_url(url)
    if address is None:
        return None
    page, _, fragment = address.partition("#")
    fragment = fragment.partition(":~:")[0]
    page = f"{page}#{fragment}" if fragment else page
    joint = ":~:" if fragment else "#:~:"
    for directive in _directives(text, start, end):
        link = f"{page}{joint}text={directive}"
        if len(link) <= limit:
            return link
    return page if len(page) <= limit else None


def _directives(text: str, start: int, end: int) -> Iterator[str]:
    """The ways to name these words, the one to prefer first."""
    quoted = trim(text, start, end)
    word = _WORD.search(text, quoted.start, min(quoted.end, quoted.start + _REACH))
    if word is None:
        return
    first = _Line.around(text, word.start())
    opening = first.opening(quoted)
    if not opening:
        return
    last = first if quoted.end <= first.end else _Line.around(text, quoted.end - 1)
    closing = last.closing(quoted)
    page = _Page.of(text, opening[0].start, quoted.end + _REACH)
    whole = Span(opening[0].start, opening[-1].end)
    if closing[-1:] == opening[-1:] and _is_short(opening):
        if named := _named_whole(page, first, whole):
            yield named
        return
    for beginning in _beginnings(opening):
        if named := _named(page, first, beginning):
            break
    else:
        beginning = _beginnings(opening)[0]
        named = _named_after_prefix(page, first, beginning)
    if not named:
        return
    for ending in _endings(closing, beginning.end):
        words = last.shown(*ending)
        if page.first(words, page.place(beginning.end)) == page.place(ending.start):
            yield f"{named},{_encoded(words)}"
            break
    yield named


def _is_short(words: list[Span]) -> bool:
    return len(words) <= _WHOLE_WORDS and words[-1].end - words[0].start <= _WHOLE_LETTERS


def _beginnings(words: list[Span]) -> list[Span]:
    """The first of the words, few and then more."""
    start = words[0].start
    spans = [Span(start, word.end) for word in words[:_MOST_WORDS]]
    return [
        span
        for count, span in enumerate(spans, 1)
        if count >= _FEWEST_WORDS or span.end - start >= _FEWEST_LETTERS
    ] or spans[-1:]


def _endings(words: list[Span], begin: int) -> list[Span]:
    """The last of the words, few and then more, none before `begin`."""
    spans = [
        Span(w.start, words[-1].end) for w in reversed(words[-_MOST_WORDS:]) if w.start >= begin
    ]
    return [
        span
        for count, span in enumerate(spans, 1)
        if count >= _FEWEST_WORDS or span.end - span.start >= _FEWEST_LETTERS
    ] or spans[-1:]


def _named_whole(page: "_Page", line: "_Line", term: Span) -> str:
    """All the words of a short quote, with others around them if it takes those to find them."""
    return (
        _named(page, line, term)
        or _named_after_prefix(page, line, term)
        or _named_before_suffix(page, line, term)
    )


def _named(page: "_Page", line: "_Line", term: Span) -> str:
    """The words of `term` where they stand first on the page, otherwise nothing."""
    words = line.shown(*term)
    return _encoded(words) if page.first(words) == page.place(term.start) else ""


def _named_after_prefix(page: "_Page", line: "_Line", term: Span) -> str:
    """The same with as many words before them as it takes to find them first."""
    lead = ""
    before = line.words_before(term.start)
    prefixes = [(line.shown(word.start, term.start), word.start) for word in before]
    if not before:
        # A prefix may stand in the block before, but then nothing else may stand between.
        lead = line.lead(term.start)
        previous = line.previous()
        prefixes = [(f"{words} ", place) for words, place in previous]
    words = lead + line.shown(*term)
    for prefix, place in reversed(prefixes[-_MOST_CONTEXT:]):
        if page.first(prefix + words) == page.place(place):
            return f"{_encoded(prefix)}-,{_encoded(words)}"
    return ""


def _named_before_suffix(page: "_Page", line: "_Line", term: Span) -> str:
    """The same with words after them."""
    words = line.shown(*term)
    for word in line.words_after(term.end)[:_MOST_CONTEXT]:
        suffix = line.shown(term.end, word.end)
        if page.first(words + suffix) == page.place(term.start):
            return f"{_encoded(words)},-{_encoded(suffix)}"
    return ""


def _encoded(words: str) -> str:
    """The words percent-encoded for a text directive, in which - , and & have meanings."""
    return quote(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")


@dataclass(frozen=True)  # without slots: it keeps what it has found
class _Line:
    """A line of a text, or what is near of it, and which of its code points the page shows."""

    text: str  # the whole text
    start: int
    end: int
    shape: str  # the line with `_HIDDEN` for Markdown's marks and `_BREAK` between blocks

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where words stand in the line; it is asked for them several times."""
        return [match.span() for match in _WORD.finditer(self.shape)]

    @classmethod
    def around(cls, text: str, place: int) -> "_Line":
        """The line in which `place` stands."""
        start = max(text.rfind("\n", 0, place) + 1, place - _REACH)
        end = text.find("\n", place, place + _REACH)
        end = min(place + _REACH, len(text)) if end < 0 else end
        return cls(text, start, end, _shape(text[start:end]))

    def shown(self, start: int, end: int) -> str:
        """What the page shows of the text between two places of this line."""
        shape = self.shape[start - self.start : end - self.start]
        pairs = zip(self.text[start:end], shape, strict=True)
        return "".join(character for character, mark in pairs if mark != _HIDDEN)

    def opening(self, quoted: Span) -> list[Span]:
        """The quoted words in the first block that holds some."""
        words = self._words(quoted.start, quoted.end)
        return [word for word in words if word.end <= self._block(words[0].start).end]

    def closing(self, quoted: Span) -> list[Span]:
        """The quoted words in the last block that holds some."""
        words = self._words(quoted.start, quoted.end)
        return [word for word in words if word.start >= self._block(words[-1].start).start]

    def words_before(self, place: int) -> list[Span]:
        """The words before a place, in its block."""
        return self._words(self._block(place).start, place)

    def words_after(self, place: int) -> list[Span]:
        """The words after a place, in its block."""
        return self._words(place, self._block(place).end)

    def lead(self, place: int) -> str:
        """What else the page shows before a place, in its block."""
        return self.shown(self._block(place).start, place).lstrip()

    def previous(self) -> list[tuple[str, int]]:
        """The last words of the line before: each with all after it, and its place."""
        near = self.text[max(self.start - _REACH, 0) : self.start]
        end = self.start - len(near) + len(near.rstrip())
        if not near.strip():
            return []
        line = _Line.around(self.text, end - 1)
        return [(line.shown(word.start, end), word.start) for word in line.words_before(end)]

    def _words(self, start: int, end: int) -> list[Span]:
        """The words that lie wholly between two places."""
        first, last = start - self.start, end - self.start
        return [
            Span(self.start + one, self.start + other)
            for one, other in self._spans
            if first <= one and other <= last
        ]

    def _block(self, place: int) -> Span:
        """The stretch around a place in which no other block begins."""
        start = self.shape.rfind(_BREAK, 0, place - self.start) + 1
        end = self.shape.find(_BREAK, place - self.start)
        return Span(self.start + start, self.start + end if end >= 0 else self.end)


# What the page does not show of a text in Markdown. A plain text has hardly anything of the kind,
# because marks count only where they hug words in pairs. Each pattern runs in linear time.
_TARGET = r"\((?:[^()\n]|\([^()\n]*\))*+\)"
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~]).")
_AT_LINE_START = re.compile(r"(?:\s*(?:#{1,6}(?=\s)|>|[-*+](?=\s)|\d{1,3}[.)](?=\s)))+")
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]]*)(\]{_TARGET})")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")


_EMPHASIS = re.compile(r"\*+|_+|~~+|`+")


def _shape(line: str) -> str:
    shape = _ESCAPED.sub(_HIDDEN + ";", line)
    if start := _AT_LINE_START.match(shape):
        shape = _HIDDEN * start.end() + shape[start.end() :]
    shape = _IMAGE.sub(lambda image: _HIDDEN * len(image[0]), shape)
    shape = _LINK.sub(lambda link: _HIDDEN + link[1] + _HIDDEN * len(link[2]), shape)
    shape = _TAG.sub(lambda tag: _BREAK * len(tag[0]), shape)
    if shape.lstrip().startswith("|"):
        shape = shape.replace("|", _BREAK)
    return _without_emphasis(shape)


def _without_emphasis(shape: str) -> str:
    """The line with `_HIDDEN` for emphasis marks that come in pairs."""
    marks = list(shape)
    opened: dict[str, list[int]] = {}
    for run in _EMPHASIS.finditer(shape):
        before, after = (
            shape[max(run.start() - 1, 0) : run.start()],
            shape[run.end() : run.end() + 1],
        )
        inside = run[0][0] == "_" and before.isalnum() and after.isalnum()
        places = [] if inside else list(range(*run.span()))
        openers = opened.setdefault(run[0][0], [])
        while places and openers and before.strip():
            marks[openers.pop()] = marks[places.pop()] = _HIDDEN
        if after.strip():
            openers += places
    return "".join(marks)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as a browser compares it, as far as it matters to the words that begin at `origin`."""

    text: str
    folded: str
    origin: int  # in the text
    want: int  # the same place in `folded`

    @classmethod
    def of(cls, text: str, origin: int, end: int) -> "_Page":
        before = _folded(text[:origin])
        return cls(text, before + _folded(text[origin:end]), origin, len(before))

    def place(self, place: int) -> int:
        """A place of the text in `folded`."""
        if place < self.origin:
            return self.want - len(_folded(self.text[place : self.origin]))
        return self.want + len(_folded(self.text[self.origin : place]))

    def first(self, words: str, begin: int = 0) -> int:
        """Where some browser might see these words first, from a place in `folded` on; or -1."""
        pieces = _PIECE.findall(_folded(words))
        if not pieces:
            return -1
        at = self.folded.find(pieces[0], begin)
        while at >= 0:
            end = self._end(pieces, at)
            if end >= 0 and self._is_whole(at, end, pieces):
                return at
            at = self.folded.find(pieces[0], at + 1)
        return -1

    def _end(self, pieces: Sequence[str], at: int) -> int:
        """Where the pieces end that begin at a place, whatever marks stand between them; or -1.

        Step by step, for a pattern made for them takes longer to compile than a page to search.
        """
        end = at + len(pieces[0])
        for left, right in pairwise(pieces):
            gap = _GAPS.match(self.folded, end)
            if gap:
                end = gap.end()
            elif left[-1].isalnum() and right[0].isalnum():
                return -1
            if not self.folded.startswith(right, end):
                return -1
            end += len(right)
        return end

    def _is_whole(self, start: int, end: int, pieces: Sequence[str]) -> bool:
        """Whether what stands there begins and ends at the borders of words."""
        cut_before = start and _ONE_LETTER.match(self.folded, start - 1)
        cut_after = _ONE_LETTER.match(self.folded, end)
        return not (cut_before and _ONE_LETTER.match(pieces[0])) and not (
            cut_after and _ONE_LETTER.match(pieces[-1][-1])
        )


_ONE_LETTER = re.compile(_LETTER)
_PIECE = re.compile(r"[^\W_]+|[^\w\s*~`\[\]\\]")
# What may stand between two pieces: white space, marks that the page does not show, a new block.
_GAP = (
    r"(?:(?<=\n)[^\S\n]*(?:#{1,6}|>|[-+]|\d{1,3}[.)])"
    rf"|[\s*_~`\[\]\\{_HIDDEN}]|(?<=\]){_TARGET})"
)
_GAPS = re.compile(f"{_GAP}++")


def _fold(character: str) -> str:
    """One character as a browser compares it."""
    plain = unicodedata.normalize("NFKD", character.lower()).casefold()
    kept = "".join(one for one in plain if unicodedata.category(one) not in ("Mn", "Cf"))
    return kept.translate(_SAME)


_SAME = {
    **dict.fromkeys(map(ord, "‘’‚‛"), "'"),
    **dict.fromkeys(map(ord, "“”„‟"), '"'),
    ord("æ"): "ae",
    ord("œ"): "oe",
}
# Latin, Greek, Cyrillic, Hebrew and Arabic with their marks; ligatures; letters of full width.
_FOLDABLE = (*range(0x80, 0x700), *range(0x1E00, 0x2070), *range(0xFB00, 0xFB07), 0xFEFF)
_FOLDABLE += tuple(range(0xFF01, 0xFF5F))
_FOLDS = {
    character: folded
    for character in map(chr, _FOLDABLE)
    if (folded := _fold(character)) != character
}
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLDS))}]")


def _folded(text: str) -> str:
    """The text in base letters, piece by piece the same as in one."""
    lowered = text.lower()
    return lowered if text.isascii() else _FOLDED.sub(lambda match: _FOLDS[match[0]], lowered)
