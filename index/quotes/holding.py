"""Which sentences of a text hold words that begin in some way, without case and diacritics."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

_MARKS = "-–—.,;:!?()[]{}\"'“”‘’„«»‹›…/&*_`>#"
_WHITE = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
_BLANKS = str.maketrans(dict.fromkeys([*_MARKS, *_WHITE, *map(chr, range(0x2000, 0x200B))], " "))
_CURLED = "“”‘’—–…"  # what is not ASCII in most English texts
_ASCII_FOLDED = "".join(map(chr, range(128))).lower().translate(_BLANKS).encode("ascii").ljust(256)
# The combining marks of Latin, Greek and Cyrillic letters.
_DIACRITICS = re.compile("[\u0300-\u036f]+")
_SEARCHES = 64  # of a text; from there on its words are put in order, so that time stays linear


class Holding:
    """The words of some sentences, to be looked for by how they begin."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._searches = 0

    def sentences(self, word: str) -> list[int]:
        """The sentences with a word that begins as the longest part of `word` between marks.

        They are numbered from 0, and come once for each such word that they hold, word by word.
        """
        begin = max(word.translate(_BLANKS).split(), key=len, default="")
        if not begin:
            return []
        self._searches += 1
        if len(begin) == 1:
            begin += " "  # an initial is a word of its own, not the first letter of any other
        found = self._looked_up(begin) if self._searches > _SEARCHES else self._searched(begin)
        return [number for _, number in found]

    def _searched(self, begin: str) -> list[tuple[str, int]]:
        text, starts = self._text
        found: set[tuple[str, int]] = set()
        place = text.find(f" {begin}")
        while place >= 0:
            end = text.find(" ", place + 1)
            found.add((text[place + 1 : end + 1], bisect_right(starts, place) - 1))
            place = text.find(f" {begin}", end)
        return sorted(found)

    def _looked_up(self, begin: str) -> Iterator[tuple[str, int]]:
        place = bisect_left(self._words, (begin, 0))
        while place < len(self._words) and self._words[place][0].startswith(begin):
            yield self._words[place]
            place += 1

    @cached_property
    def _text(self) -> tuple[str, list[int]]:
        """The sentences one after the other, each word behind a blank, and where each begins."""
        folded = [f" {_folded(text)} " for text in self._texts]
        return "".join(folded), [0, *accumulate(map(len, folded))]

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """Each word, a blank behind it, with each sentence that holds it, in order."""
        folded = map(_folded, self._texts)
        return sorted(
            {(f"{word} ", number) for number, text in enumerate(folded) for word in text.split()}
        )


def _folded(text: str) -> str:
    """A text without case, diacritics and marks, in which folded words are found."""
    plain = text
    for mark in _CURLED:
        plain = plain.replace(mark, " ")
    if plain.isascii():  # as most are, and that is told ten times sooner
        return plain.encode("ascii").translate(_ASCII_FOLDED).decode("ascii")
    folded = unicodedata.normalize("NFD", text.casefold())
    return _DIACRITICS.sub("", folded).translate(_BLANKS)
