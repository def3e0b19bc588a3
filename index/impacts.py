"""What a term adds to the score of each passage that holds it, ready to be added up.

An impact depends on the passage only through its tf and its length, so a list has few different
ones: its *levels*. A posting keeps the place of its impact among them, its *code*, mostly one byte.
The highest level is the exact upper bound of the list, and to leave out the postings below some
impact is to compare codes.

Impacts are rounded to multiples of 2**-38 (some 4e-12). Sums of such numbers below 2**15 are exact
in 64-bit floating point, whatever the order of addition: every way of scoring gives the same bits.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1 = 1.2  # Lucene's; of sixteen collections in twelve languages, fifteen gain or stay
B = 0.75

STEP = 2.0**-3  # of ceilings; a power of two, so that sums with impacts stay exact

_QUANTUM = 2.0**-38

Places = NDArray[Any]
"""Numbers of passages: of 32 bits, or of the 64 that NumPy takes by half as fast again."""

Postings = tuple[Places, NDArray[np.float64]]  # passages and their impacts


def saturations(
    tfs: "NDArray[np.integer]",
    lengths: "NDArray[np.integer]",
    average: float,
    k1: float = K1,
    b: float = B,
) -> NDArray[np.float64]:
    """What a term adds, without its idf: rank-bm25's BM25Okapi.

    Args:
        tfs: how often the passages hold the term.
        lengths: the numbers of their tokens.
        average: of the lengths of all passages.
        k1: how soon repetition of a term stops to count.
        b: how much a long passage is discounted, from 0 to 1.
    """
    norms = k1 * (1 - b + b * lengths / (average or 1.0))
    found: NDArray[np.float64] = tfs * (k1 + 1) / (tfs + norms)
    return found


def rounded(impacts: NDArray[np.float64]) -> NDArray[np.float64]:
    """The impacts as they are added up; never 0, for a match always counts."""
    exact: NDArray[np.float64] = np.maximum(np.rint(impacts / _QUANTUM), 1) * _QUANTUM
    return exact


@dataclass(frozen=True, eq=False)
class Impacts:
    """The impacts of a term in the passages that hold it.

    A term that many passages hold is *frequent*: a byte for every passage there is bounds what it
    adds there, and the bounds of several terms are summed at the speed of memory.
    """

    passages: Places  # ascending
    codes: NDArray[Any]  # of each passage, the place of its impact in `levels`
    levels: NDArray[np.float64]  # ascending
    ceilings: NDArray[Any] | None = None  # of every passage, in steps, rounded up; if frequent
    # Of every passage, 0 or a place in `levels` plus 1: where they are few, which saves a search.
    everywhere: NDArray[Any] | None = None

    @cached_property
    def df(self) -> int:
        """How many passages hold the term."""
        return len(self.passages)

    @cached_property
    def bound(self) -> float:
        """The highest impact; 0 of a term that no passage holds."""
        return float(self.levels.max(initial=0.0))

    @cached_property
    def highest(self) -> int:
        """The highest ceiling."""
        return math.ceil(self.bound / STEP)

    @cached_property
    def _levels_from_0(self) -> NDArray[np.float64]:
        return np.concatenate(([0.0], self.levels))

    @cached_property
    def nbytes(self) -> int:
        """The size of the arrays."""
        arrays = (self.passages, self.codes, self.levels, self.ceilings, self.everywhere)
        return sum(array.nbytes for array in arrays if array is not None)

    def weighted(self, weight: int) -> "Impacts":
        """The impacts of a term that a query repeats."""
        ceilings = self.ceilings
        if ceilings is not None:
            ceilings = np.multiply(
                ceilings, weight, dtype=np.min_scalar_type(self.highest * weight)
            )
        return replace(self, levels=self.levels * weight, ceilings=ceilings)

    def postings(self) -> Postings:
        """The passages and their impacts."""
        return self.passages, self.levels.take(self.codes)

    def reaching(self, threshold: float) -> Postings:
        """The postings whose impact reaches a threshold."""
        lowest = int(self.levels.searchsorted(threshold))
        if not lowest:
            return self.postings()
        at = (self.codes >= lowest).nonzero()[0]
        return self.passages.take(at), self.levels.take(self.codes.take(at))

    def of(self, passages: Places) -> NDArray[np.float64]:
        """The impacts in some passages; 0 in those that do not hold the term."""
        if self.everywhere is not None:
            return self._levels_from_0.take(self.everywhere.take(passages))
        if not len(self.passages):
            return np.zeros(len(passages))
        at = self.passages.searchsorted(passages)
        held = self.passages.take(at, mode="clip") == passages
        impacts: NDArray[np.float64] = self.levels.take(self.codes.take(at, mode="clip"))
        impacts *= held
        return impacts

    def holds(self, passages: Places) -> NDArray[np.bool_]:
        """Whether each of some passages holds the term, which some passage holds."""
        at = self.passages.searchsorted(passages)
        held: NDArray[np.bool_] = self.passages.take(at, mode="clip") == passages
        return held


def add_up(terms: Iterable[Impacts], sums: NDArray[np.float64]) -> None:
    """Add to the number of each passage what the terms add to its score."""
    for term in terms:
        passages, impacts = term.postings()
        sums[passages] += impacts


def coded(
    passages: Places,
    kinds: NDArray[Any],
    impacts: NDArray[np.float64],
    corpus_size: int | None,
    *,
    few: bool = True,
) -> Impacts:
    """The impacts of a term, by their levels.

    Args:
        passages: that hold the term, ascending.
        kinds: of each passage, the place of its impact in `impacts`.
        impacts: in any order; ascending ones take the least time.
        corpus_size: how many passages there are, where the term is a frequent one.
        few: whether they are so few that such a term keeps a code for every one of them.
    """
    order = impacts.argsort(kind="stable")
    codes = kinds
    if not (order[1:] > order[:-1]).all():
        places = np.empty(len(order), np.min_scalar_type(len(order)))
        places[order] = np.arange(len(order))
        impacts, codes = impacts.take(order), places.take(kinds)
    if corpus_size is None:
        return Impacts(passages, codes, impacts)
    steps = np.ceil(impacts / STEP)
    steps = steps.astype(np.min_scalar_type(int(steps[-1])))
    ceilings = _spread(steps.take(codes), passages, corpus_size)
    everywhere = None
    if few:
        places = codes.astype(np.min_scalar_type(len(impacts)))
        places += 1
        everywhere = _spread(places, passages, corpus_size)
    return Impacts(passages, codes, impacts, ceilings, everywhere)


def _spread(values: NDArray[Any], passages: Places, corpus_size: int) -> NDArray[Any]:
    """The values of some passages among all, 0 elsewhere."""
    spread: NDArray[Any] = np.zeros(corpus_size, values.dtype)
    spread[passages] = values
    return spread
