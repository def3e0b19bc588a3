"""Where BM25 gets its numbers: which passages hold a term, how often, and how long each one is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class PostingList(NamedTuple):
    """The passages that hold one term."""

    passages: NDArray[np.int64]  # ascending passage numbers
    tfs: NDArray[np.int64]  # how often each of them holds it, at least once


EMPTY = PostingList(np.empty(0, np.int64), np.empty(0, np.int64))


class Postings(Protocol):
    """What a scorer needs to know of a set of passages, numbered from 0."""

    @property
    def lengths(self) -> NDArray[np.int64]:
        """The number of tokens of each passage."""

    def df(self, term: str) -> int:
        """How many passages hold `term`; 0 where none does."""

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`; empty where none does."""


class PackedPostings:
    """Postings of token lists, held in memory."""

    def __init__(self, corpus: Iterable[Sequence[str]]) -> None:
        lengths: list[int] = []
        held: dict[str, list[tuple[int, int]]] = {}
        for number, tokens in enumerate(corpus):
            lengths.append(len(tokens))
            for term, tf in Counter(tokens).items():
                held.setdefault(term, []).append((number, tf))
        self.lengths: NDArray[np.int64] = np.array(lengths, np.int64)
        self._lists = {
            term: PostingList(*np.array(pairs, np.int64).T.copy()) for term, pairs in held.items()
        }

    def df(self, term: str) -> int:
        """How many passages hold `term`."""
        return len(self.of(term).passages)

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`."""
        return self._lists.get(term, EMPTY)


class JointPostings:
    """Several sets of passages as one, numbered one set after the other.

    N, df and lengths are those of the whole, so scores are exact over exactly these sets.
    """

    def __init__(self, parts: Sequence[Postings]) -> None:
        self._parts = parts
        sizes = [len(part.lengths) for part in parts]
        self.offsets: list[int] = [sum(sizes[:i]) for i in range(len(sizes))]
        self.lengths: NDArray[np.int64] = (
            np.concatenate([part.lengths for part in parts]) if parts else EMPTY.tfs
        )

    def df(self, term: str) -> int:
        """How many passages of all sets hold `term`."""
        return sum(part.df(term) for part in self._parts)

    def of(self, term: str) -> PostingList:
        """The passages of all sets that hold `term`."""
        found = [
            (part.of(term), offset) for part, offset in zip(self._parts, self.offsets, strict=True)
        ]
        return PostingList(
            np.concatenate([EMPTY.passages, *(one.passages + offset for one, offset in found)]),
            np.concatenate([EMPTY.tfs, *(one.tfs for one, _ in found)]),
        )
