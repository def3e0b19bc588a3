"""When to answer: evidence weighed by questions with and without an answer, of several collections.

    python -m bench.fit_confidence ../shared/data/clapnq_dev_mini ../shared/data/xquad/en ...

Each collection is a folder as `byline index eval` reads it. Where all its questions have an answer,
every other article is left out, so that about half have none. A logistic regression with a
threshold of its own for each collection is fitted on all collections alike; for each, the table
shows the AUROC by coverage alone, by the weights fitted on all *others*, and by those in use, and
the share of questions without an answer that are let through where 90 % of the others are; then the
shares answered as `index.confidence` decides.
"""

import math
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.build import add_articles
from index.confidence import Evidence
from index.evaluation import auroc, false_rate
from index.ingest import Reading, read_json_lines
from index.judgements import ARTICLES, JudgedQuestion, read_questions
from index.search import SearchIndex

_MOST_QUESTIONS = 1_000  # of one collection, evenly spread
_STEPS = 50
_PENALTY = 0.002  # on the square of each weight

_Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the best passage told, for each question of a collection that found any."""

    name: str
    evidence: Sequence[Evidence]
    answerable: NDArray[np.bool_]

    @property
    def rows(self) -> _Floats:
        """The evidence as numbers."""
        return np.array([astuple(one) for one in self.evidence])


def ask(folder: Path) -> Asked:
    """Ask a collection's questions."""
    questions = read_questions(folder)
    questions = questions[:: max(1, math.ceil(len(questions) / _MOST_QUESTIONS))]
    halved = all(one.answerable for one in questions)
    with tempfile.TemporaryDirectory() as place:
        kept = set(_kept(folder, halved=halved))
        readings = (one for one in read_json_lines(folder / ARTICLES) if _id(one) in kept)
        add_articles((("import:", one) for one in readings), place)
        index = SearchIndex.open(place)
        found = [(one, index.search(one.text, 1, once=True)) for one in questions]
        index.close()
    judged = [
        (hits[0].evidence, _has_answer(one, kept, halved=halved))
        for one, hits in found
        if hits and hits[0].evidence
    ]
    evidence, answerable = zip(*judged, strict=True)
    return Asked("/".join(folder.parts[-2:]), evidence, np.array(answerable))


def _kept(folder: Path, *, halved: bool) -> Iterator[str]:
    for number, reading in enumerate(read_json_lines(folder / ARTICLES)):
        if not (halved and number % 2):
            yield _id(reading)


def _id(reading: Reading) -> str:
    return reading.article.id if reading.article else ""


def _has_answer(question: JudgedQuestion, kept: set[str], *, halved: bool) -> bool:
    return not kept.isdisjoint(question.relevance) if halved else question.answerable


def fit(collections: Sequence[Asked]) -> _Floats:
    """The weights, by Newton's method; the thresholds of the collections come last."""
    size = len(fields(Evidence))
    penalty = np.array([2 * _PENALTY] * size + [1e-6] * len(collections))
    weights = np.zeros(len(penalty))
    for _ in range(_STEPS):
        slope, curve = penalty * weights, np.diag(penalty)
        for number, one in enumerate(collections):
            rows = np.zeros((len(one.evidence), len(penalty)))
            rows[:, :size], rows[:, size + number] = one.rows, 1
            likely = 1 / (1 + np.exp(-rows @ weights))
            share = 1 / len(rows) / len(collections)
            slope = slope + rows.T @ (likely - one.answerable) * share
            curve = curve + (rows.T * (likely * (1 - likely))) @ rows * share
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _row(one: Asked, others: Sequence[Asked]) -> str:
    fitted = one.rows @ fit(others)[: len(fields(Evidence))]
    in_use = np.array([each.confidence for each in one.evidence])
    measured = []
    for values in (one.rows[:, 0], fitted, in_use):
        kinds = values[one.answerable].tolist(), values[~one.answerable].tolist()
        measured.append(f"{auroc(*kinds):.3f} {false_rate(*kinds):.2f}")
    answered = (in_use[one.answerable] >= 0).mean(), (in_use[~one.answerable] >= 0).mean()
    shares = f"{answered[0]:.3f} {answered[1]:.3f}"
    return f"{one.name:24} {len(one.evidence):5}  {'   '.join(measured)}   {shares}"


def main(folders: Sequence[str]) -> None:
    """Print the table and the weights."""
    collections = [ask(Path(folder)) for folder in folders]
    print(f"{'collection':24} asked  coverage     fitted on others  in use   answered: right wrong")
    for one in collections:
        print(_row(one, [each for each in collections if each is not one]))
    weights = fit(collections).tolist()
    names = [one.name for one in fields(Evidence)] + [one.name for one in collections]
    print(", ".join(f"{name} {weight:.2f}" for name, weight in zip(names, weights, strict=True)))


if __name__ == "__main__":
    main(sys.argv[1:])
