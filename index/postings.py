"""Where BM25 gets its numbers: which passages hold a term, how often, and how long each one is."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class PostingList(NamedTuple):
    """The passages that hold one term.

    What a term adds to a passage's score depends on its tf there and on the passage's length alone,
    so a list has few different *kinds* of postings, whose tf and length are told once.
    """

    passages: NDArray[np.int32]  # ascending passage numbers
    kinds: NDArray[Any]  # of each of them, a place in `tfs` and `lengths`
    tfs: "NDArray[np.integer]"  # of each kind: how often the passage holds the term, at least once
    lengths: "NDArray[np.integer]"  # of each kind: the number of tokens of the passage


EMPTY = PostingList(
    np.empty(0, np.int32), np.empty(0, np.uint8), np.empty(0, np.int64), np.empty(0, np.int64)
)

_FEW = 256  # postings that may each be a kind of their own: their places fit into a byte
_SMALL = 65_536  # kinds numbered up to this are counted faster than sorted


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
        return by_kind(self._passages[held], self._tfs[held], self.lengths)


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
        kinds = np.cumsum([0, *(len(posting.tfs) for posting, _ in found)])
        dtype = np.min_scalar_type(int(kinds[-1]))
        return PostingList(
            _joined([posting.passages + np.int32(offset) for posting, offset in found], np.int32),
            _joined(
                [
                    posting.kinds.astype(dtype) + dtype.type(first)
                    for (posting, _), first in zip(found, kinds.tolist(), strict=False)
                ],
                np.uint8,
            ),
            _joined([posting.tfs for posting, _ in found]),
            _joined([posting.lengths for posting, _ in found]),
        )


def by_kind(
    passages: NDArray[np.int32],
    tfs: "NDArray[np.unsignedinteger]",
    lengths: "NDArray[np.integer]",
) -> PostingList:
    """The postings of a term, with their kinds told apart.

    Args:
        passages: that hold the term, ascending.
        tfs: how often each of them holds it.
        lengths: the number of tokens of every passage there is.
    """
    own = lengths.take(passages)
    if len(passages) <= _FEW:
        return PostingList(passages, np.arange(len(passages), dtype=np.uint8), tfs, own)
    width = int(own.max()) + 1
    pairs = tfs * np.int64(width)
    pairs += own
    highest = int(pairs.max())
    if highest > 2 * len(pairs) + _SMALL:
        distinct, places = np.unique(pairs, return_inverse=True)
        kinds = places.astype(np.min_scalar_type(len(distinct)))
    else:
        # Five times as fast as sorting.
        distinct = np.bincount(pairs).nonzero()[0]
        places = np.empty(highest + 1, np.min_scalar_type(len(distinct)))
        places[distinct] = np.arange(len(distinct))
        kinds = places.take(pairs)
    return PostingList(passages, kinds, *np.divmod(distinct, width))


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
