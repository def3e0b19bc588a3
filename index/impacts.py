"""What a term adds to the score of each passage that holds it, ready to be added up.

An impact depends on the passage only through its tf and its length, so a list has few different
ones: its *levels*. A posting keeps the place of its impact among them, its *code*, mostly one byte.
The highest level is the exact upper bound of the list, and to leave out the postings below some
impact is to compare codes.

Impacts are rounded to multiples of 2**-38 (some 4e-12). Sums of such numbers below 2**15 are exact
in 64-bit floating point, whatever the order of addition: every way of scoring gives the same bits.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

K1 = 1.5
B = 0.75

STEP = 2.0**-3  # of ceilings; a power of two, so that sums with impacts stay exact

_QUANTUM = 2.0**-38

Postings = tuple[NDArray[Any], NDArray[np.float64]]  # passages and their impacts


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
class RareImpacts:
    """The impacts of a term in the passages that hold it."""

    passages: NDArray[np.int32]  # ascending
    codes: NDArray[Any]  # of each passage, the place of its impact in `levels`
    levels: NDArray[np.float64]  # ascending

    @cached_property
    def bound(self) -> float:
        """The highest impact; 0 of a term that no passage holds."""
        return float(self.levels.max(initial=0.0))

    @cached_property
    def _reaching(self) -> NDArray[np.int64]:
        """How many impacts reach each level; at last, how many surpass all."""
        counts = np.bincount(self.codes, minlength=len(self.levels) + 1)
        return counts[::-1].cumsum()[::-1]

    @cached_property
    def nbytes(self) -> int:
        """The size of the arrays."""
        return self.passages.nbytes + self.codes.nbytes + self.levels.nbytes

    def weighted(self, weight: int) -> "RareImpacts":
        """The impacts of a term that a query repeats."""
        return RareImpacts(self.passages, self.codes, self.levels * weight)

    def postings(self) -> Postings:
        """The passages and their impacts."""
        return self.passages, self.levels.take(self.codes)

    def count(self, threshold: float) -> int:
        """How many impacts reach a threshold."""
        return int(self._reaching[self.levels.searchsorted(threshold)])

    def split(self, threshold: float) -> tuple[Postings, "RareImpacts | None"]:
        """The postings whose impact reaches a threshold, and the other ones, to be looked up."""
        lowest = int(self.levels.searchsorted(threshold))
        if not lowest:
            return self.postings(), None
        at = (self.codes >= lowest).nonzero()[0]
        reaching = self.passages.take(at), self.levels.take(self.codes.take(at))
        others = self.levels.copy()
        others[lowest:] = 0.0
        return reaching, RareImpacts(self.passages, self.codes, others)

    def of(self, passages: NDArray[np.int64]) -> NDArray[np.float64]:
        """The impacts in some passages; 0 in those that do not hold the term."""
        impacts = np.zeros(len(passages))
        if len(self.passages):
            # Of the same type, or NumPy copies the whole list.
            at = self.passages.searchsorted(passages.astype(np.int32))
            held = (self.passages.take(at, mode="clip") == passages).nonzero()[0]
            impacts[held] = self.levels.take(self.codes.take(at.take(held)))
        return impacts


@dataclass(frozen=True, eq=False)
class FrequentImpacts:
    """The impacts of a term in every passage, with a byte each that bounds them.

    Where many passages hold a term this is no larger than a list and needs no search; and the
    bounds of several terms are summed for every passage at the speed of memory.
    """

    codes: NDArray[Any]  # of every passage, the place of its impact in `levels`
    levels: NDArray[np.float64]  # ascending, from 0
    ceilings: NDArray[Any]  # of every passage, the impact in steps, rounded up

    @cached_property
    def highest(self) -> int:
        """The highest ceiling."""
        return int(np.ceil(self.levels[-1] / STEP))

    @cached_property
    def nbytes(self) -> int:
        """The size of the arrays."""
        return self.codes.nbytes + self.levels.nbytes + self.ceilings.nbytes

    def weighted(self, weight: int) -> "FrequentImpacts":
        """The impacts of a term that a query repeats."""
        levels = self.levels * weight
        return FrequentImpacts(self.codes, levels, _ceilings(levels).take(self.codes))

    def postings(self) -> Postings:
        """The passages and their impacts."""
        passages = self.codes.nonzero()[0]
        return passages, self.of(passages)

    def of(self, passages: NDArray[np.int64]) -> NDArray[np.float64]:
        """The impacts in some passages; 0 in those that do not hold the term."""
        return self.levels.take(self.codes.take(passages))


Impacts = RareImpacts | FrequentImpacts


def coded(
    passages: NDArray[np.int32],
    kinds: NDArray[Any],
    impacts: NDArray[np.float64],
    corpus_size: int,
    frequent: bool,  # noqa: FBT001  # which of the two forms
) -> Impacts:
    """The impacts of a term in the form that suits it.

    Args:
        passages: that hold the term, ascending.
        kinds: of each passage, the place of its impact in `impacts`.
        impacts: in any order; ascending ones take the least time.
        corpus_size: how many passages there are.
        frequent: whether to keep a code and a ceiling of every passage.
    """
    order = impacts.argsort(kind="stable")
    absent = int(frequent)  # code 0 is that of the passages without the term
    dtype = np.min_scalar_type(len(order) - 1 + absent) if len(order) else np.dtype(np.uint8)
    if (order[1:] > order[:-1]).all():
        codes = kinds.astype(dtype, copy=False)
    else:
        places = np.empty(len(order), dtype)
        places[order] = np.arange(len(order), dtype=dtype)
        impacts, codes = impacts.take(order), places.take(kinds)
    if not frequent:
        return RareImpacts(passages, codes, impacts)
    codes = codes + dtype.type(absent)
    levels = np.concatenate(([0.0], impacts))
    # Of the postings, then spread: fewer by far than the passages.
    ceilings = _ceilings(levels).take(codes)
    return FrequentImpacts(
        _spread(codes, passages, corpus_size), levels, _spread(ceilings, passages, corpus_size)
    )


def _spread(values: NDArray[Any], passages: NDArray[np.int32], corpus_size: int) -> NDArray[Any]:
    """The values of some passages among all, 0 elsewhere."""
    everywhere: NDArray[Any] = np.zeros(corpus_size, values.dtype)
    everywhere[passages] = values
    return everywhere


def _ceilings(levels: NDArray[np.float64]) -> NDArray[Any]:
    steps = np.ceil(levels / STEP)
    return steps.astype(np.min_scalar_type(int(steps[-1])))
