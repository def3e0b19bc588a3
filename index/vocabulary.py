"""The terms and the raw words of a generation, in blocks that are read and checked as one.

Both are sorted by code points and cut into blocks of BLOCK entries; the first entry of each block
tells which block a term or word must stand in. So that a term is absent is as sure as that one is
present: the block that would hold it has been checked.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.postings import EMPTY, PostingList

BLOCK = 128  # entries


class Word(NamedTuple):
    """A raw word, as it stands in articles."""

    text: str
    term: int  # the number of the term it is found by
    occurrences: int  # how often it stands in the articles and their headlines


class TermBlock:
    """Some terms in order, and the short posting lists among theirs.

    Args:
        first: the number of the first term.
        terms: in code point order.
        dfs: of each term.
        passages: of the short lists, one after the other.
        tfs: of the same.
        short: how long a list may be to stand here.
    """

    def __init__(
        self,
        first: int,
        terms: Sequence[str],
        dfs: NDArray[np.uint32],
        passages: NDArray[np.uint32],
        tfs: "NDArray[np.unsignedinteger]",
        short: int,
    ) -> None:
        self._first = first
        self._terms = terms
        self._dfs: list[int] = dfs.tolist()
        self._passages = passages
        self._tfs = tfs
        self._short = short
        held = np.where(dfs <= short, dfs, 0)
        self._starts: list[int] = (np.cumsum(held) - held).tolist()

    @property
    def numbers(self) -> range:
        """The numbers of the terms of this block."""
        return range(self._first, self._first + len(self._terms))

    def number(self, term: str) -> int | None:
        """The number of a term; None where it is not here."""
        place = bisect_left(self._terms, term)
        if place < len(self._terms) and self._terms[place] == term:
            return self._first + place
        return None

    def df(self, number: int) -> int:
        """How many passages hold a term of this block."""
        return self._dfs[number - self._first]

    def short_list(self, number: int) -> PostingList | None:
        """The postings of a term of this block, if they stand here."""
        place = number - self._first
        df = self._dfs[place]
        if df > self._short:
            return None
        start = self._starts[place]
        return PostingList(
            self._passages[start : start + df].astype(np.int32),
            self._tfs[start : start + df],
            EMPTY.summits,
        )


def block_of(entry: str, firsts: Sequence[str]) -> int | None:
    """The block that holds `entry` if any does; None where it sorts before them all."""
    place = bisect_right(firsts, entry) - 1
    return place if place >= 0 else None
