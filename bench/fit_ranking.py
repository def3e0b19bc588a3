"""Weights of the ranking's features, fitted on several test collections at once.

    python -m bench.fit_ranking ../shared/data/scifact ../shared/data/xquad/en ... \\
        --joined ../shared/data/squad_dev_v1.1 ../shared/data/xquad/de ...

Each collection is a folder as `byline index eval` reads it, and counts alike, however large. Those
behind --joined are read as wikis (`bench.joined`) and ranked by their passages; they are left out
of the fit, for their questions are those of other collections.

The weights make the relevant candidates of a question likely under a softmax of the scores
(ListNet, Cao et al. 2007), are not negative, and are drawn towards 0. Prints, for each collection,
nDCG@10 by BM25 with question words dropped, with the weights fitted on all, with those fitted on
all *others*, which is what to expect of a new one, and with those in use; then with each feature
alone, and with all but one. The weights in use are the fitted ones, rounded to multiples of 0.05:
so small and so few collections tell no more; docs/ranking.md tells which were chosen instead, and
why.
"""

import math
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.joined import joined
from index.build import add_articles
from index.evaluation import ndcg
from index.ingest import Reading, read_json_lines
from index.judgements import ARTICLES, JudgedQuestion, read_questions
from index.ranking import Features, Scored, Weights
from index.search import SearchIndex

_JOINED = "--joined"
_MOST_QUESTIONS = 1_500  # of one collection, evenly spread
_STEPS = 300
_RATE = 0.15
_PENALTY = 1e-3  # on the square of each weight
_UNJUDGED = ("recency", "notice")  # no collection has dates, nor corrections
FITTED = tuple(name for name in Features._fields if name not in _UNJUDGED)

NOTHING = Weights().without(*Features._fields)
_Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Compared:
    """A question and the passages that are compared with it."""

    question: JudgedQuestion
    candidates: Sequence[Scored]

    def ndcg(self, weights: Weights) -> float:
        """How good their order is."""
        scores = [one.bm25 + weights.of(one.features) for one in self.candidates]
        order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
        articles = dict.fromkeys(self.candidates[place].article for place in order)
        return ndcg(list(articles), self.question.relevance)


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection's answerable questions."""

    name: str
    compared: Sequence[Compared]

    def ndcg(self, weights: Weights) -> float:
        """The mean nDCG@10."""
        return statistics.fmean(one.ndcg(weights) for one in self.compared)


def read(folder: Path) -> Collection:
    """Index a collection and find the candidates of its questions."""
    found = _candidates(_asked(folder), read_json_lines(folder / ARTICLES))
    return Collection("/".join(folder.parts[-2:]), [Compared(*each) for each in found])


def read_joined(folder: Path) -> Collection:
    """As `read`, of its articles joined."""
    wiki = joined(folder)
    found = _candidates(_asked(folder), (Reading(one.id, one) for one in wiki.articles))
    compared = [Compared(*wiki.judged(*each)) for each in found]
    return Collection("/".join((*folder.parts[-1:], "joined")), compared)


def _asked(folder: Path) -> list[JudgedQuestion]:
    """The answerable questions of a collection, evenly spread where there are many."""
    asked = [one for one in read_questions(folder) if one.relevance]
    return asked[:: max(1, math.ceil(len(asked) / _MOST_QUESTIONS))]


def _candidates(
    asked: Iterable[JudgedQuestion], readings: Iterable[Reading]
) -> list[tuple[JudgedQuestion, list[Scored]]]:
    with tempfile.TemporaryDirectory() as place:
        add_articles((("import:", one) for one in readings), place)
        index = SearchIndex.open(place)
        try:
            return [(one, index.candidates(one.text)) for one in asked]
        finally:
            index.close()


class _Sample:
    """A collection as numbers: a row a question, a column a candidate."""

    def __init__(self, collection: Collection, features: Sequence[str]) -> None:
        found = [one for one in collection.compared if any(_relevances(one))]
        width = max(len(one.candidates) for one in found)
        self.features = np.zeros((len(found), width, 1 + len(features)))
        self.relevant = np.zeros((len(found), width), np.bool_)
        self.missing = np.ones((len(found), width), np.bool_)
        for row, one in enumerate(found):
            count = len(one.candidates)
            self.features[row, :count] = [
                [each.bm25, *(getattr(each.features, name) for name in features)]
                for each in one.candidates
            ]
            self.relevant[row, :count] = _relevances(one)
            self.missing[row, :count] = False

    def gradient(self, weights: _Floats) -> _Floats:
        """Of the mean negative logarithm of the likelihood that a relevant candidate is chosen."""
        scores = np.where(self.missing, -np.inf, self.features @ weights)
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        chosen = likely / likely.sum(axis=1, keepdims=True)
        right = likely * self.relevant
        right /= np.maximum(right.sum(axis=1, keepdims=True), np.finfo(float).tiny)
        slope: _Floats = np.einsum("qc,qcf->f", chosen - right, self.features) / len(scores)
        return slope


def _relevances(one: Compared) -> list[bool]:
    return [one.question.relevance.get(each.article, 0) > 0 for each in one.candidates]


def fit(collections: Sequence[Collection], features: Sequence[str] = FITTED) -> Weights:
    """The weights of some features, the others being switched off; that of BM25 is 1."""
    samples = [_Sample(one, features) for one in collections]
    penalty = np.array([0.0] + [2 * _PENALTY] * len(features))

    def slope(weights: _Floats) -> _Floats:
        return penalty * weights + np.mean([one.gradient(weights) for one in samples], axis=0)

    bm25, *weights = _descend(slope, np.array([8.0] + [1.0] * len(features)))
    return NOTHING.having(
        **{name: float(one / bm25) for name, one in zip(features, weights, strict=True)}
    )


def _descend(slope: Callable[[_Floats], _Floats], weights: _Floats) -> _Floats:
    """Adam (Kingma and Ba 2015) over weights that are not negative, in ever smaller steps."""
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        now = slope(weights)
        mean, square = 0.9 * mean + 0.1 * now, 0.99 * square + 0.01 * now**2
        way = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = np.maximum(weights - _RATE * (1 - step / (_STEPS + 1)) * way, 0)
    return weights


def main(folders: Sequence[str]) -> None:
    """Print the tables."""
    behind = [*folders, _JOINED].index(_JOINED)
    collections = [read(Path(folder)) for folder in folders[:behind]]
    everywhere = fit(collections)
    print(f"{'nDCG@10':24}", *(f"{one.name[-17:]:>17}" for one in collections), "    mean")
    _row("BM25", collections, lambda _: NOTHING)
    _row("fitted on all", collections, lambda _: everywhere)
    _row(
        "fitted on the others",
        collections,
        lambda one: fit([each for each in collections if each is not one]),
    )
    _row("weights in use", collections, lambda _: Weights())
    for name in FITTED:
        weight = getattr(Weights(), name)
        _row(f"BM25 and {name}", collections, lambda _: NOTHING.having(**{name: weight}))  # noqa: B023  # called at once
    for name in FITTED:
        _row(f"in use, without {name}", collections, lambda _: Weights().without(name))  # noqa: B023  # called at once
    wikis = [read_joined(Path(folder)) for folder in folders[behind + 1 :]]
    if wikis:
        print(f"{'passages of wikis':24}", *(f"{one.name[-17:]:>17}" for one in wikis), "    mean")
        _row("BM25", wikis, lambda _: NOTHING)
        _row("fitted on all", wikis, lambda _: everywhere)
        _row("weights in use", wikis, lambda _: Weights())
        for name in FITTED:
            _row(f"in use, without {name}", wikis, lambda _: Weights().without(name))  # noqa: B023  # called at once
    print("fitted on all:", ", ".join(f"{name}={getattr(everywhere, name):.3f}" for name in FITTED))


def _row(
    title: str, collections: Sequence[Collection], weights: Callable[[Collection], Weights]
) -> None:
    values = [one.ndcg(weights(one)) for one in collections]
    mean = statistics.fmean(values)
    print(f"{title:24}", *(f"{value:17.4f}" for value in values), f"{mean:8.4f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
