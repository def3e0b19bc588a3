"""How good a ranking is: the measures of information retrieval, from article ids alone.

The formulas are those of Manning, Raghavan and Schütze, Introduction to Information Retrieval,
chapter 8, unless another source is named. `ranked` are article ids, best first; `relevance` tells
how relevant each article is, and what it does not name is not.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import numpy as np

_ROUNDS = 10_000  # of the randomisation test: p is told to about a thousandth near .01


def ndcg(ranked: Sequence[str], relevance: Mapping[str, float], depth: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002, as in trec_eval)."""
    gains = [relevance.get(one, 0.0) for one in ranked[:depth]]
    best = _discounted(sorted(relevance.values(), reverse=True)[:depth])
    return _discounted(gains) / best if best else 0.0


def reciprocal_rank(ranked: Sequence[str], relevance: Mapping[str, float]) -> float:
    """1 / rank of the first relevant article; its mean is MRR (Voorhees 1999)."""
    ranks = (at for at, one in enumerate(ranked, start=1) if relevance.get(one, 0) > 0)
    return 1 / next(ranks, math.inf)


def recall(ranked: Sequence[str], relevance: Mapping[str, float], depth: int) -> float:
    """The share of the relevant articles that is found."""
    relevant = {one for one, grade in relevance.items() if grade > 0}
    return len(relevant.intersection(ranked[:depth])) / len(relevant) if relevant else 0.0


def success(ranked: Sequence[str], relevance: Mapping[str, float], depth: int) -> float:
    """1 where any relevant article is found, else 0."""
    return float(any(relevance.get(one, 0) > 0 for one in ranked[:depth]))


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """How often a positive value is above a negative one, ties counting half (Mann-Whitney's U).

    NaN where either kind is missing.
    """
    if not positive or not negative:
        return math.nan
    ordered = sorted(negative)
    wins = sum((bisect_left(ordered, one) + bisect_right(ordered, one)) / 2 for one in positive)
    return wins / len(positive) / len(negative)


def false_rate(positive: Sequence[float], negative: Sequence[float], kept: float = 0.9) -> float:
    """The share of negatives let through by the highest threshold that keeps `kept` of positives.

    NaN where either kind is missing.
    """
    if not positive or not negative:
        return math.nan
    threshold = sorted(positive, reverse=True)[math.ceil(kept * len(positive)) - 1]
    return sum(one >= threshold for one in negative) / len(negative)


def paired_p(differences: Sequence[float], seed: int = 0) -> float:
    """How likely chance alone makes the mean difference as large: two-sided randomisation test.

    Each question's difference keeps or changes its sign at random (Smucker, Allan and Carterette
    2007). 1.0 where nothing differs.
    """
    differing = np.array([one for one in differences if one])
    random = np.random.default_rng(seed)
    observed = abs(differing.sum())
    larger = 0
    for _ in range(_ROUNDS):
        signs = random.integers(0, 2, len(differing)) * 2 - 1
        larger += bool(abs(signs @ differing) >= observed - 1e-9)
    return (larger + 1) / (_ROUNDS + 1)


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(at + 2) for at, gain in enumerate(gains))
