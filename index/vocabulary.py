"""The terms and the raw words of a generation, in blocks that are read and checked as one.

Both are sorted by code points and cut into blocks of BLOCK entries; the first entry of each block
tells which block a term or word must stand in. So that a term is absent is as sure as that one is
present: the block that would hold it has been checked.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.postings import PostingList, by_kind

BLOCK = 128  # entries


class Word(NamedTuple):
    """A raw word, as it stands in articles."""

    text: str
    term: int  # the number of the term it is found by
    occurrences: int  # how often it stands in the articles and their headlines


class TermBlock:
    """Some terms in order, and the short posting lists among theirs.

    Nothing is unpacked before it is asked for: most blocks are read for one term.

    Args:
        first: the number of the first term.
        terms: in code point order, a line each.
        dfs: of each term.
        passages: of the short lists, one after the other.
        tfs: of the same.
        short: how long a list may be to stand here.
    """

    def __init__(
        self,
        first: int,
        terms: str,
        dfs: NDArray[np.uint32],
        passages: NDArray[np.uint32],
        tfs: "NDArray[np.unsignedinteger]",
        short: int,
    ) -> None:
        self._first = first
        self._lines = f"\n{terms}\n"
        self._dfs = dfs
        self._passages = passages
        self._tfs = tfs
        self._short = short

    @property
    def numbers(self) -> range:
        """The numbers of the terms of this block."""
        return range(self._first, self._first + len(self._dfs))

    def number(self, term: str) -> int | None:
        """The number of a term; None where it is not here."""
        at = self._lines.find(f"\n{term}\n") if "\n" not in term else -1
        return None if at < 0 else self._first + self._lines.count("\n", 0, at)

    def df(self, number: int) -> int:
        """How many passages hold a term of this block."""
        return int(self._dfs[number - self._first])

    def short_list(self, number: int, lengths: NDArray[np.int64]) -> PostingList | None:
        """The postings of a term of this block, if they stand here.

        `lengths` are those of all passages, in tokens.
        """
        place = number - self._first
        df = int(self._dfs[place])
        if df > self._short:
            return None
        before = self._dfs[:place]
        start = int(before[before <= self._short].sum())
        held = slice(start, start + df)
        return by_kind(self._passages[held].astype(np.int32), self._tfs[held], lengths)


def block_of(entry: str, firsts: Sequence[str]) -> int | None:
    """The block that holds `entry` if any does; None where it sorts before them all."""
    place = bisect_right(firsts, entry) - 1
    return place if place >= 0 else None
