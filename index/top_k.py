"""The k best passages, exactly, without scoring every passage that holds a term.

MaxScore (Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995) in vectors. The
rare terms are taken rarest first. A passage that first comes up with one of them can reach no more
than its impact there, plus the bounds of the terms still to come; below the threshold, a score that
k passages have reached, it is never looked at. When no posting is left that could matter, the other
terms are only looked up for the passages that came up.

Frequent terms are never gone through. A byte for each passage bounds the impact of each of them
(block-max indexes, Ding and Suel, Faster Top-k Document Retrieval Using
Block-Max Indexes, 2011, with blocks of one passage), and the sum of these bytes bounds what they
add, passage by passage, nearly as well as the score itself would.

What decides is how early the threshold is high. So before postings are gone through in numbers, and
whenever there are many candidates, the most promising are scored completely.
"""

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.impacts import STEP, Impacts, Postings

_MANY = 256  # passages from which it pays to drop some
_FOLDS = 16


@dataclass(frozen=True, slots=True)
class Traversal:
    """How the search goes; the result does not depend on it."""

    probe: int = 3  # passages scored first, for each result wanted
    stage: int = 16_384  # postings gone through before the threshold is raised
    growth: int = 8  # how many times more passages are scored next


class Scored(NamedTuple):
    """Passages and their scores."""

    passages: NDArray[np.int64]
    scores: NDArray[np.float64]


NONE = Scored(np.empty(0, np.int64), np.empty(0))


class Scratch(threading.local):
    """Memory of each thread that is used again: new memory costs more than what is done in it."""

    def __init__(self, corpus_size: int) -> None:
        self.slots = np.zeros(corpus_size, np.int32)
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
        ceilings = [term.ceilings for term in terms if term.ceilings is not None]
        highest = sum([term.highest for term in terms])
        self.bound = highest * STEP
        if not terms:
            return
        self.steps = ceilings[0]
        if len(terms) > 1:
            dtype = np.min_scalar_type(highest)
            self.steps = np.add(ceilings[0], ceilings[1], out=scratch.sums(dtype), dtype=dtype)
            for more in ceilings[2:]:
                np.add(self.steps, more, out=self.steps)

    def of(self, passages: NDArray[np.int64]) -> NDArray[np.float64]:
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
        rare = [term for term in terms if term.ceilings is None]
        self._rare = sorted(rare, key=lambda term: len(term.passages))
        frequent = [term for term in terms if term.ceilings is not None]
        self._ceilings = Ceilings(frequent, scratch)
        # What the terms from each rare one on can add, at most.
        self._bounds = [self._ceilings.bound]
        for term in reversed(self._rare):
            self._bounds.insert(0, self._bounds[0] + term.bound)
        self._k = k
        self._allowed = allowed
        self._slots = scratch.slots
        self._mask = scratch.mask
        self._traversal = traversal
        self._width = traversal.probe * k
        self._threshold = 0.0
        self._best = NONE

    def run(self) -> Scored:
        """The best passages, in no order, with all that are as good as the k-th."""
        found, rests = self._union()
        self._refine(found, rests)
        self._refine_frequent(found.passages)
        return self._best

    def _union(self) -> tuple["_Candidates", list[Impacts]]:
        """The passages that rare terms bring up, and what is left to be looked up for them."""
        found, rests = self._candidates([]), list[Impacts]()
        parts = list[Postings]()
        fresh = 0
        for place, (term, after) in enumerate(zip(self._rare, self._bounds[1:], strict=True)):
            count = term.count(self._threshold - after)
            enough = fresh + len(found.passages) >= self._k
            if fresh and enough and fresh + count > self._traversal.stage:
                found, fresh = self._candidates(parts), 0
                parts = [(found.passages, found.scores)]
                self._probe(found, [*rests, *self._rare[place:]])
            if self._threshold > self._bounds[place]:
                rests.extend(self._rare[place:])  # nothing new can come up any more
                break
            reaching, others = term.split(self._threshold - after)
            parts.append(self._filtered(reaching))
            fresh += len(parts[-1][0])
            if others is not None:
                rests.append(others)
        return self._candidates(parts) if fresh else found, rests

    def _candidates(self, parts: Sequence[Postings]) -> "_Candidates":
        """The distinct passages of some postings, with the sums of their impacts.

        A sparse set (Briggs and Torczon 1993): each passage points to the last of its postings,
        which is told by looking back, so that nothing need be cleared before or after.
        """
        if not parts:
            return _Candidates(*NONE, np.empty(0))
        passages, scores = parts[0][0].astype(np.int64), parts[0][1]
        if len(parts) > 1:
            passages = np.concatenate([part[0] for part in parts], dtype=np.int64)
            self._slots[passages] = np.arange(len(passages), dtype=np.int32)
            impacts = np.concatenate([part[1] for part in parts])
            sums: NDArray[np.float64] = np.bincount(
                self._slots.take(passages), impacts, len(passages)
            ).astype(np.float64, copy=False)
            distinct = sums.nonzero()[0]
            passages, scores = passages.take(distinct), sums.take(distinct)
        return _Candidates(passages, scores, self._ceilings.of(passages))

    def _filtered(self, postings: Postings) -> Postings:
        if self._allowed is None:
            return postings
        through = self._allowed.take(postings[0])
        return postings[0].compress(through), postings[1].compress(through)

    def _probe(self, found: "_Candidates", rests: Sequence[Impacts]) -> None:
        """Raise the threshold by scoring the most promising candidates."""
        promising = found.take(_highest(found.upper(), self._width))
        self._raise_threshold(self._complete(promising, rests).scores)

    def _refine(self, found: "_Candidates", rests: Sequence[Impacts]) -> None:
        """Score candidates, those of the highest bounds first, while they can be among the best."""
        slack = sum([rest.bound for rest in rests])
        width = self._width
        while len(found.passages):
            upper = found.upper()
            cut = _kth_largest(upper, width) if len(upper) > 2 * width else 0.0
            self._offer(self._complete(found.take((upper >= cut).nonzero()[0]), rests))
            others = (upper < cut) & (upper >= self._threshold - slack)
            found = found.take(others.nonzero()[0])
            width *= self._traversal.growth

    def _refine_frequent(self, known: NDArray[np.int64]) -> None:
        """Score the passages that hold frequent terms alone, those of the highest bounds first."""
        ceilings = self._ceilings
        if self._threshold > ceilings.bound or not ceilings.terms:
            return
        self._slots[known] = np.arange(len(known), dtype=np.int32)
        above, low = None, _reached(ceilings.steps, self._width)
        while True:
            least = max(1, math.ceil(self._threshold / STEP))
            low = max(low, least)
            held = np.greater_equal(ceilings.steps, low, out=self._mask)
            if above is not None:
                held &= ceilings.steps < above
            if self._allowed is not None:
                held &= self._allowed
            passages = held.nonzero()[0]
            if len(known):
                known_at = known.take(self._slots.take(passages), mode="clip")
                passages = passages.compress(known_at != passages)
            self._refine(self._candidates([(passages, np.zeros(len(passages)))]), [])
            if low == least:
                return
            above, low = low, 1

    def _complete(self, found: "_Candidates", rests: Sequence[Impacts]) -> Scored:
        """The scores of candidates, without those that turn out to stay below the threshold."""
        slack = sum([rest.bound for rest in rests])
        for rest in rests:
            found = found._replace(scores=found.scores + rest.of(found.passages))
            slack -= rest.bound
            if len(found.passages) > _MANY:
                found = found.take((found.upper() >= self._threshold - slack).nonzero()[0])
        scores = found.scores
        for term in self._ceilings.terms:
            scores = scores + term.of(found.passages)
        return Scored(found.passages, scores)

    def _offer(self, found: Scored) -> None:
        """Keep the best of what is completely scored."""
        if len(self._best.passages):
            found = Scored(
                np.concatenate([self._best.passages, found.passages]),
                np.concatenate([self._best.scores, found.scores]),
            )
        self._raise_threshold(found.scores)
        kept = (found.scores >= self._threshold).nonzero()[0]
        self._best = Scored(found.passages.take(kept), found.scores.take(kept))

    def _raise_threshold(self, scores: NDArray[np.float64]) -> None:
        self._threshold = max(self._threshold, _kth_largest(scores, self._k))


class _Candidates(NamedTuple):
    """Passages that may be among the best."""

    passages: NDArray[np.int64]
    scores: NDArray[np.float64]  # what is added up already
    ceilings: NDArray[np.float64]  # what the frequent terms add at most

    def upper(self) -> NDArray[np.float64]:
        return self.scores + self.ceilings

    def take(self, places: NDArray[np.int64]) -> "_Candidates":
        return _Candidates(
            self.passages.take(places), self.scores.take(places), self.ceilings.take(places)
        )


def _kth_largest(values: NDArray[np.float64], k: int) -> float:
    """The k-th largest value; 0 where there are not so many."""
    if len(values) < k:
        return 0.0
    if len(values) >= _FOLDS * max(k, _MANY):
        values = values.compress(values >= _kth_largest(_folded(values), k))
    ascending = np.partition(values, len(values) - k)
    return float(ascending[len(values) - k])


def _highest(values: NDArray[np.float64], count: int) -> NDArray[np.int64]:
    """The places of the highest values: `count`, or up to twice as many if some are equal."""
    return (values >= _kth_largest(values, count)).nonzero()[0][: 2 * count]


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
