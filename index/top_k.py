"""The k best passages, exactly, without scoring every passage that holds a term.

MaxScore (Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995) in vectors. The
rare terms are taken rarest first. A passage that first comes up with one of them can reach no more
than its impact there, plus the bounds of the terms still to come; below the threshold, a score that
k passages have reached, it is never looked at. Where even the bounds of a term and of those still
to come do not reach it, no new passage can.

Frequent terms are never gone through. A byte for each passage bounds the impact of each of them
(block-max indexes, Ding and Suel, Faster Top-k Document Retrieval Using Block-Max Indexes, 2011,
with blocks of one passage), and the sum of these bytes bounds what they add, passage by passage,
nearly as well as the score itself would.

What decides is how early the threshold is high. So wherever there are many candidates, the most
promising are scored completely before the others are looked at; few are scored at once.

A query of hundreds of terms has bounds so far above its scores that nearly every passage is a
candidate. What would be looked up is counted, and before it costs as much as scoring every passage,
every passage is scored: no query takes more than twice that.
"""

import math
import threading
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.impacts import STEP, Impacts, Places, Postings, add_up

_MANY = 256  # passages from which it pays to drop some
_FOLDS = 16


@dataclass(frozen=True, slots=True)
class Traversal:
    """How the search goes; the result does not depend on it."""

    probe: int = 4  # passages scored first, for each result wanted
    stage: int = 16_384  # postings of the rarest terms that are gone through at once
    growth: int = 16  # how many times more passages are scored next
    few: int = 1 << 18  # passages up to which memory is spent for speed
    at_once: int = 4_096  # impacts of frequent terms up to which no candidate is put off
    lookup: int = 8  # postings are added up in the time in which one impact is looked up


class _TooManyCandidatesError(Exception):
    """To score every passage is the cheaper by now."""


class Scored(NamedTuple):
    """Passages and their scores."""

    passages: Places
    scores: NDArray[np.float64]


NONE = Scored(np.empty(0, np.int32), np.empty(0))


class Scratch(threading.local):
    """Memory of each thread that is used again: new memory costs more than what is done in it."""

    def __init__(self, corpus_size: int, place_type: "np.dtype[Any]") -> None:
        self.slots: Places = np.zeros(corpus_size, place_type)
        self.mask = np.zeros(corpus_size, np.bool_)
        self._sums: dict[str, NDArray[Any]] = {}
        self._size = corpus_size

    def sums(self, dtype: "np.dtype[Any]") -> NDArray[Any]:
        """A number for each passage."""
        if dtype.char not in self._sums:
            self._sums[dtype.char] = np.zeros(self._size, dtype)
        return self._sums[dtype.char]


class Ceilings:
    """What the frequent terms of a query can add to each passage, at most."""

    def __init__(self, terms: Sequence[Impacts], scratch: Scratch) -> None:
        self.terms = terms
        self._scratch = scratch
        self._highest = sum([term.highest for term in terms])
        self.bound = self._highest * STEP

    @cached_property
    def steps(self) -> NDArray[Any]:
        """The bounds of all passages, in steps; there are terms."""
        ceilings = [term.ceilings for term in self.terms if term.ceilings is not None]
        if len(ceilings) == 1:
            return ceilings[0]
        dtype = np.min_scalar_type(self._highest)
        steps: NDArray[Any] = self._scratch.sums(dtype)
        np.add(ceilings[0], ceilings[1], out=steps, dtype=dtype)
        for more in ceilings[2:]:
            np.add(steps, more, out=steps)
        return steps

    def are_near(self, passages: int, at_once: int) -> bool:
        """Whether what they add to so many passages is looked up sooner than it is bounded."""
        near = len(self.terms) * passages <= at_once
        return near and all(term.everywhere is not None for term in self.terms)

    def of(self, passages: Places) -> NDArray[np.float64]:
        """The bounds of some passages."""
        if not self.terms:
            return np.zeros(len(passages))
        return self.steps.take(passages) * STEP


class MaxScore:
    """One search."""

    def __init__(
        self,
        terms: Sequence[Impacts],
        k: int,
        allowed: NDArray[np.bool_] | None,
        scratch: Scratch,
        traversal: Traversal,
    ) -> None:
        rare: list[Impacts] = []
        frequent: list[Impacts] = []
        everything = len(scratch.mask)
        for term in terms:
            (rare if term.ceilings is None else frequent).append(term)
            everything += term.df
        rare.sort(key=_df)
        self._rare = rare
        self._ceilings = Ceilings(frequent, scratch)
        self._terms = terms
        self._lookups = everything // traversal.lookup
        self._k = k
        self._allowed = allowed
        self._scratch = scratch
        self._traversal = traversal
        self._width = traversal.probe * k
        self._threshold = 0.0
        self._best = NONE

    def run(self) -> Scored:
        """The best passages, in no order, with all that are as good as the k-th."""
        try:
            return self._pruned()
        except _TooManyCandidatesError:
            return self._exhaustive()

    def _exhaustive(self) -> Scored:
        """Score every passage."""
        sums = self._scratch.sums(np.dtype(np.float64))
        sums.fill(0.0)
        add_up(self._terms, sums)
        held = np.greater(sums, 0.0, out=self._scratch.mask)
        if self._allowed is not None:
            held &= self._allowed
        passages = held.nonzero()[0]
        scores = sums.take(passages)
        kept = (scores >= _kth_largest(scores, self._k)).nonzero()[0]
        return Scored(passages.take(kept), scores.take(kept))

    def _pruned(self) -> Scored:
        """Score those that can be among the best, while that is the cheaper."""
        place = self._refine_rarest()
        after = sum([term.bound for term in self._rare[place:]])
        for term in self._rare[place:]:
            if self._threshold > after + self._ceilings.bound:
                return self._best  # nothing new can come up any more
            after -= term.bound
            reaching = term.reaching(self._threshold - after - self._ceilings.bound)
            place += 1
            self._refine(self._candidates(*reaching), self._rare[: place - 1], self._rare[place:])
        self._refine_frequent()
        return self._best

    def _refine_rarest(self) -> int:
        """Score the passages that hold the rarest terms, all together; return how many terms."""
        sizes = list(accumulate([term.df for term in self._rare]))
        place = max(bisect_right(sizes, self._traversal.stage), min(len(sizes), 1))
        parts = [term.postings() for term in self._rare[:place]]
        if not parts:
            return place
        passages, scores = self._through(*_summed(parts, self._scratch.slots))
        if place == len(sizes) and self._ceilings.are_near(len(passages), self._traversal.at_once):
            for term in self._ceilings.terms:
                scores = scores + term.of(passages)
            self._offer(Scored(passages, scores))
        else:
            found = _Candidates(passages, scores, self._ceilings.of(passages))
            self._refine(found, [], self._rare[place:])
        return place

    def _through(self, passages: Places, scores: NDArray[np.float64]) -> Scored:
        """The postings that the filter lets through."""
        if self._allowed is not None:
            through = self._allowed.take(passages)
            passages, scores = passages.compress(through), scores.compress(through)
        return Scored(passages, scores)

    def _candidates(self, passages: Places, scores: NDArray[np.float64]) -> "_Candidates":
        """The postings that the filter lets through, with their bounds."""
        passages, scores = self._through(passages, scores)
        return _Candidates(passages, scores, self._ceilings.of(passages))

    def _refine(
        self, found: "_Candidates", before: Sequence[Impacts], rests: Sequence[Impacts]
    ) -> None:
        """Score candidates, those of the highest bounds first, while they can be among the best.

        Args:
            found: the candidates.
            before: the terms that have been gone through: whoever holds one is no candidate any
                more, as far as it is one at all.
            rests: the terms whose impacts are not in the candidates' scores.
        """
        slack = sum([rest.bound for rest in rests])
        width = self._width
        while len(found.passages):
            upper = found.upper()
            cut = max(
                _kth_largest(upper, width) if len(upper) > 2 * width else 0.0,
                self._threshold - slack,
            )
            first = found.take((upper >= cut).nonzero()[0])
            self._offer(self._complete(first, before, rests))
            if self._threshold - slack >= cut:
                return
            others = (upper < cut) & (upper >= self._threshold - slack)
            found = found.take(others.nonzero()[0])
            width *= self._traversal.growth

    def _refine_frequent(self) -> None:
        """Score the passages that hold frequent terms alone, those of the highest bounds first."""
        ceilings = self._ceilings
        if self._threshold > ceilings.bound or not ceilings.terms:
            return
        above, low = None, _reached(ceilings.steps, self._width)
        while True:
            least = max(1, math.ceil(self._threshold / STEP))
            low = max(low, least)
            held = np.greater_equal(ceilings.steps, low, out=self._scratch.mask)
            if above is not None:
                held &= ceilings.steps < above
            passages = held.nonzero()[0].astype(self._scratch.slots.dtype, copy=False)
            self._refine(self._candidates(passages, np.zeros(len(passages))), self._rare, [])
            if low == least:
                return
            above, low = low, 1

    def _complete(
        self, found: "_Candidates", before: Sequence[Impacts], rests: Sequence[Impacts]
    ) -> Scored:
        """The scores of candidates, without those that turn out to stay below the threshold."""
        self._lookups -= len(found.passages) * (len(rests) + len(self._ceilings.terms))
        if self._lookups < 0:
            raise _TooManyCandidatesError
        slack = sum([rest.bound for rest in rests])
        for rest in rests:
            found = found._replace(scores=found.scores + rest.of(found.passages))
            slack -= rest.bound
            if len(found.passages) > _MANY:
                found = found.take((found.upper() >= self._threshold - slack).nonzero()[0])
        scores = found.scores
        for term in self._ceilings.terms:
            scores = scores + term.of(found.passages)
        if not before:
            return Scored(found.passages, scores)
        kept = scores >= self._threshold
        for term in before:
            kept &= ~term.holds(found.passages)
        at = kept.nonzero()[0]
        return Scored(found.passages.take(at), scores.take(at))

    def _offer(self, found: Scored) -> None:
        """Keep the best of what is completely scored."""
        if not len(found.passages):
            return
        if len(self._best.passages):
            found = Scored(
                np.concatenate([self._best.passages, found.passages]),
                np.concatenate([self._best.scores, found.scores]),
            )
        self._threshold = max(self._threshold, _kth_largest(found.scores, self._k))
        kept = (found.scores >= self._threshold).nonzero()[0]
        self._best = Scored(found.passages.take(kept), found.scores.take(kept))


class _Candidates(NamedTuple):
    """Passages that may be among the best."""

    passages: Places
    scores: NDArray[np.float64]  # what is added up already
    ceilings: NDArray[np.float64]  # what the frequent terms add at most

    def upper(self) -> NDArray[np.float64]:
        return self.scores + self.ceilings

    def take(self, places: NDArray[np.int64]) -> "_Candidates":
        return _Candidates(
            self.passages.take(places), self.scores.take(places), self.ceilings.take(places)
        )


_df = attrgetter("df")


def _summed(parts: Sequence[Postings], slots: Places) -> Postings:
    """The distinct passages of some postings, with the sums of their impacts.

    A sparse set (Briggs and Torczon 1993): each passage points to the last of its postings, which
    is told by looking back, so that nothing need be cleared before or after.
    """
    if len(parts) == 1:
        return parts[0]
    passages = np.concatenate([part[0] for part in parts])
    slots[passages] = np.arange(len(passages), dtype=slots.dtype)
    impacts = np.concatenate([part[1] for part in parts])
    sums = np.bincount(slots.take(passages), impacts, len(passages)).astype(np.float64, copy=False)
    distinct = sums.nonzero()[0]
    return passages.take(distinct), sums.take(distinct)


def _kth_largest(values: NDArray[np.float64], k: int) -> float:
    """The k-th largest value; 0 where there are not so many."""
    if len(values) < k:
        return 0.0
    if len(values) >= _FOLDS * max(k, _MANY):
        values = values.compress(values >= _kth_largest(_folded(values), k))
    ascending = values.copy()
    ascending.partition(len(values) - k)
    return float(ascending[len(values) - k])


def _folded(values: NDArray[Any]) -> NDArray[Any]:
    """The highest of each group of values: its k-th largest is no higher than theirs.

    Five times as fast as the partition of all.
    """
    rows = len(values) // _FOLDS
    highest: NDArray[Any] = values[: rows * _FOLDS].reshape(_FOLDS, rows).max(axis=0)
    return highest


def _reached(steps: NDArray[Any], count: int) -> int:
    """A number of steps that at least `count` passages reach, and not many more."""
    while len(steps) >= _FOLDS * max(count, _MANY):
        steps = _folded(steps)
    if len(steps) < count:
        return 1
    return int(np.partition(steps, len(steps) - count)[len(steps) - count])


def top_k(
    terms: Sequence[Impacts],
    k: int,
    allowed: NDArray[np.bool_] | None,
    scratch: Scratch,
    traversal: Traversal,
) -> Scored:
    """The `k` best passages that hold a term, with all that are as good as the k-th, in no order.

    Args:
        terms: the different terms of the query that some passage holds.
        k: how many, at least 1.
        allowed: which passages may be found; all where it is not given.
        scratch: of the same number of passages.
        traversal: how to go about it.
    """
    search = MaxScore(terms, k, allowed, scratch, traversal)
    return search.run()
