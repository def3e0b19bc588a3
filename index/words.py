"""The words of a text as they stand, and where.

A word is a run of letters and digits with the marks above and below them; an apostrophe or a
decimal point inside does not end it ("Wang's", "1,200.50"), nor do the points of "U.S.". French,
Italian and Catalan words lose the elided article before them.

Scripts written without spaces become overlapping n-grams: pairs of characters for Chinese and
Japanese, which find as well as segmented words do (Nie, Gao, Zhang and Zhou 2000), and inside the
words of Korean, whose particles stand at the end (Lee and Ahn 1996); triples for Thai and its
neighbours.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from index import scripts

_INVISIBLE = "\xad\u200c\u200d\u2060"  # soft hyphen, joiners, word joiner
_APOSTROPHES = "'’＇"
_POINTS = ".,٫٬"
_PAIRED = scripts.HAN + scripts.KANA + scripts.HANGUL
_TRIPLED = scripts.THAI_AND_NEIGHBOURS
_SIZES = {"pairs": 2, "triples": 3}


def _ranges_of_marks() -> str:
    """The combining marks below U+2000, as the inside of a character class."""
    marks = [point for point in range(0x300, 0x2000) if unicodedata.category(chr(point))[0] == "M"]
    runs = [
        [point for _, point in run]
        for _, run in groupby(enumerate(marks), lambda pair: pair[1] - pair[0])
    ]
    return "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)


# Marks belong to their word, which without them falls apart at each vowel sign of Devanagari; so
# does what nobody sees.
MARKS = _INVISIBLE + _ranges_of_marks()

# In these an article or a pronoun loses its vowel before another: l'été, dell'isola.
_ELIDING = frozenset({"fr", "it", "ca"})
_ELISION = (
    r"(?:(?:\w{1,2}|[Jj]usqu|[Ll]orsqu|[Pp]resqu|[Pp]uisqu|[Qq]uelqu|[Qq]uoiqu|[DdNnSs]ell|[DdSs]all"
    rf"|[Aa]ll|[Aa]nch|[Cc]oll|[Nn]essun|[Qq]uell|[Qq]uest|[Ss]ull|[Tt]utt)[{_APOSTROPHES}](?=\w))?+"
)
# Any other may be written without spaces; what is ruled out is quick to make and quick to search.
_UNSPACED = re.compile("[^\x00-\u0dff\u10a0-\u10ff\u1200-\u139f\u1e00-\u2e7f]")
# A syllable of Korean letters, kana with its mark of voice: written as several, read as one.
_COMPOSED = re.compile("[\u1100-\u11ff\u3099\u309a\uff9e\uff9f]")
_CHARACTER = re.compile(
    "[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|.[\u3099\u309a\uff9e\uff9f]*", re.DOTALL
)


_GROUP: Callable[[re.Match[str]], str] = re.Match.group
_SPAN: Callable[[re.Match[str]], tuple[int, int]] = re.Match.span


def is_spaced(text: str) -> bool:
    """Whether white space parts the words of `text`, so that what it parts can be read alone."""
    return not _UNSPACED.search(text)


def words_of(text: str, lang: str | None) -> list[str]:
    """The words of a text in `lang`, in order: 10 us for 65 words of English."""
    elided = lang in _ELIDING
    if text.isascii():
        return _pattern(_ASCII, elided=elided).findall(text)
    if not _UNSPACED.search(text):
        return _pattern(_SPACED, elided=elided).findall(text)
    return [text[start:end] for start, end in spans_of(text, lang)]


def spans_of(text: str, lang: str | None) -> Iterable[tuple[int, int]]:
    """Where each of these words stands, as code points into the text."""
    elided = lang in _ELIDING
    alphabet = _ASCII if text.isascii() else _SPACED
    if alphabet is _SPACED and _UNSPACED.search(text):
        return _spans_among_unspaced(text, elided=elided)
    word = 1 if elided else 0  # what was elided stands before it
    return [match.span(word) for match in _pattern(alphabet, elided=elided).finditer(text)]


def words_with_spans(text: str, lang: str | None) -> tuple[list[str], Iterable[tuple[int, int]]]:
    """The words of a text, and one for one where they stand: both in little more time than one."""
    if lang in _ELIDING or not (text.isascii() or is_spaced(text)):
        spans = list(spans_of(text, lang))
        return [text[start:end] for start, end in spans], spans
    alphabet = _ASCII if text.isascii() else _SPACED
    matches = list(_pattern(alphabet, elided=False).finditer(text))
    return list(map(_GROUP, matches)), map(_SPAN, matches)


def _spans_among_unspaced(text: str, *, elided: bool) -> Iterator[tuple[int, int]]:
    for match in _pattern(_AMONG_UNSPACED, elided=elided).finditer(text):
        size = _SIZES.get(match.lastgroup or "")
        if size is None:
            yield match.span(match.lastindex or 0)
        else:
            yield from _ngrams(match.group(), match.start(), size)


def _ngrams(run: str, start: int, size: int) -> Iterator[tuple[int, int]]:
    """Where each `size` characters in a row stand; a shorter run is one word."""
    borders: Sequence[int] = range(start, start + len(run) + 1)
    if _COMPOSED.search(run):
        borders = [start, *(start + one.end() for one in _CHARACTER.finditer(run))]
    if len(borders) <= size:
        return iter([(borders[0], borders[-1])])
    return zip(borders, borders[size:], strict=False)


class _Alphabet(NamedTuple):
    """What words are made of, as the insides of character classes."""

    letters: str  # and digits
    alphabetic: str  # letters alone
    digits: str
    apostrophes: str
    points: str
    marks: str = ""


_ASCII = _Alphabet("A-Za-z0-9", "A-Za-z", "0-9", "'", ".,")
_SPACED = _Alphabet(r"^\W_", r"^\W\d_", r"\d", _APOSTROPHES, _POINTS, MARKS)
_AMONG_UNSPACED = _SPACED._replace(
    letters=rf"^\W_{_PAIRED}{_TRIPLED}", alphabetic=rf"^\W\d_{_PAIRED}{_TRIPLED}"
)


def _word(of: _Alphabet) -> str:
    """A pattern of one word.

    It begins with what all words begin with, and what once matched is never given back: half the
    time of alternatives, and linear whatever the text.
    """
    letter, alphabetic, digit = f"[{of.letters}]", f"[{of.alphabetic}]", f"[{of.digits}]"
    inside, more = f"{of.apostrophes}{of.points}", ""
    if of.marks:
        inside += f'{of.marks}·"״'
        more = (
            rf"|(?<=[{of.marks}]){letter}*+"
            rf"|(?<=[lL]·)(?=[lL]){letter}++"  # Catalan: col·lecció
            r"|(?<=[א-ת][\"״])[א-ת]++"  # Hebrew abbreviations
        )
    return (
        rf"{letter}++(?:[{inside}](?:"
        rf"(?<=[{of.apostrophes}]){letter}++"  # Wang's
        rf"|(?<={digit}[{of.points}]){digit}++"  # 1,200.50
        rf"|(?<=\b{alphabetic}\.)(?:{alphabetic}\.){{1,9}}+(?!\w)"  # U.S.
        rf"{more}))*+"
    )


@cache  # made when first needed: questions in one language need one or two of the six
def _pattern(of: _Alphabet, *, elided: bool) -> re.Pattern[str]:
    word = f"{_ELISION}({_word(of)})" if elided else _word(of)
    if of is _AMONG_UNSPACED:
        word = f"(?P<pairs>[{_PAIRED}]+)|(?P<triples>[{_TRIPLED}]+)|{word}"
    return re.compile(word)
