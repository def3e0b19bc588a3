"""Where BM25 gets its numbers: which passages hold a term, how often, and how long each one is."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

LONG = 16_384  # postings from which a list is kept with its summits

_NO_SUMMITS: NDArray[np.int64] = np.empty((0, 2), np.int64)


class PostingList(NamedTuple):
    """The passages that hold one term."""

    passages: NDArray[np.int32]  # ascending passage numbers
    tfs: "NDArray[np.unsignedinteger]"  # how often each of them holds it, at least once
    summits: NDArray[np.int64] = _NO_SUMMITS  # as `summits` tells; none of a list that is not long


EMPTY = PostingList(np.empty(0, np.int32), np.empty(0, np.uint8))


class Postings(Protocol):
    """What a scorer needs to know of a set of passages, numbered from 0."""

    @property
    def lengths(self) -> NDArray[Any]:
        """The number of tokens of each passage."""

    def df(self, term: str) -> int:
        """How many passages hold `term`; 0 where none does. Decodes nothing."""

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`, decoded anew; empty where none does."""


class PackedPostings:
    """Postings of token lists, held in memory as three arrays, term after term."""

    def __init__(self, corpus: Iterable[Sequence[str]]) -> None:
        numbers: defaultdict[str, int] = defaultdict()
        numbers.default_factory = numbers.__len__  # a new term gets the next number
        tokens, sizes = array("i"), array("q")
        for passage in corpus:
            tokens.extend(map(numbers.__getitem__, passage))
            sizes.append(len(passage))
        self._numbers = dict(numbers)
        self.lengths: NDArray[np.int64] = np.frombuffer(sizes, np.int64)
        terms, self._passages, self._tfs = _counted(np.frombuffer(tokens, np.int32), self.lengths)
        self._starts = np.searchsorted(terms, np.arange(len(numbers) + 1))

    def df(self, term: str) -> int:
        """How many passages hold `term`."""
        number = self._numbers.get(term)
        return 0 if number is None else int(self._starts[number + 1] - self._starts[number])

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`."""
        number = self._numbers.get(term)
        if number is None:
            return EMPTY
        held = slice(self._starts[number], self._starts[number + 1])
        return PostingList(self._passages[held], self._tfs[held])


class JointPostings:
    """Several sets of passages as one, numbered one set after the other.

    N, df and lengths are those of the whole, so scores are exact over exactly these sets.
    """

    def __init__(self, parts: Sequence[Postings]) -> None:
        self._parts = parts
        sizes = [len(part.lengths) for part in parts]
        self.offsets: list[int] = [sum(sizes[:i]) for i in range(len(sizes))]
        self.lengths: NDArray[Any] = _joined([part.lengths for part in parts])

    def df(self, term: str) -> int:
        """How many passages of all sets hold `term`."""
        return sum(part.df(term) for part in self._parts)

    def of(self, term: str) -> PostingList:
        """The passages of all sets that hold `term`."""
        found = [
            (posting, offset)
            for part, offset in zip(self._parts, self.offsets, strict=True)
            if len((posting := part.of(term)).passages)
        ]
        if len(found) == 1 and not found[0][1]:
            return found[0][0]
        return PostingList(
            _joined([posting.passages + np.int32(offset) for posting, offset in found], np.int32),
            _joined([posting.tfs for posting, _ in found], np.uint8),
        )


def summits(tfs: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.int64]:
    """The postings of a list among which the one of highest impact is, whatever the statistics.

    Args:
        tfs: how often each passage of the list holds the term.
        lengths: the number of tokens of each of these passages.

    Returns:
        For each tf that occurs, ascending, the tf and the length of the shortest passage with it:
        an impact rises with the tf and falls with the length.
    """
    order = np.lexsort((lengths, tfs))
    distinct, first = np.unique(tfs[order], return_index=True)
    return np.column_stack((distinct, lengths[order][first])).astype(np.int64)


def _counted(
    tokens: NDArray[np.int32], lengths: NDArray[np.int64]
) -> tuple[NDArray[np.int32], NDArray[np.int32], "NDArray[np.unsignedinteger]"]:
    """Term, passage and tf of each posting, by term and then passage."""
    keys = tokens.astype(np.int64) << 32  # term and passage in one number, sorted in place
    keys |= np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    keys.sort()
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    tfs = np.diff(first, append=len(keys))
    keys = keys[first]
    return (
        (keys >> 32).astype(np.int32),
        keys.astype(np.int32),  # the lower half
        tfs.astype(np.min_scalar_type(tfs.max(initial=0))),
    )


def _joined(parts: Sequence[NDArray[Any]], empty: type[np.generic] = np.int64) -> NDArray[Any]:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, empty)
