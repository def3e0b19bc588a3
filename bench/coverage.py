"""How well passages are ranked and answers are refused, on collections of questions.

    python -m bench.coverage ../shared/data/clapnq_dev_mini ../shared/data/scifact

Each collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv. Prints, for each,
nDCG@10 over the articles, how many questions with an answer are answered, how many without one are
answered all the same, the AUROC of the confidence in the best passage, and the time a question
takes; then the same as one line of JSON.
"""

import json
import math
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.answers import answer
from bot.questions import parse_question
from index.build import add_articles
from index.ingest import read_json_lines
from index.query import Query
from index.search import SearchIndex

DEPTH = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """One collection's figures."""

    collection: str
    articles: int
    questions: int
    ndcg: float
    answered: float  # of those that have an answer
    answered_wrongly: float | None  # of those that have none; None where all have one
    auroc: float | None
    median_ms: float


def measure(folder: Path) -> Measured:
    """Index a collection and ask all its questions."""
    relevant = _relevant(folder / "qrels.tsv")
    with tempfile.TemporaryDirectory() as place:
        readings = (("import:", reading) for reading in read_json_lines(folder / "corpus.jsonl"))
        articles = add_articles(readings, place).articles
        index = SearchIndex.open(place)
        gains: list[float] = []
        times: list[float] = []
        confidence: dict[bool, list[float]] = {True: [], False: []}
        answered: dict[bool, list[bool]] = {True: [], False: []}
        for question_id, text, answerable in _questions(folder, relevant):
            question = parse_question(text)
            begun = time.perf_counter()
            given = answer(question, index, DEPTH)
            times.append(time.perf_counter() - begun)
            words = f"{question.speaker or ''} {question.about}"
            hits = index.search(Query(words, keep=question.names), DEPTH, once=True)
            evidence = hits[0].evidence if hits else None
            confidence[answerable].append(evidence.confidence if evidence else -math.inf)
            answered[answerable].append(given.answered)
            if relevant[question_id]:
                ranked = [hit.article.id for hit in hits]
                gains.append(_ndcg(ranked, relevant[question_id]))
        index.close()
    return Measured(
        collection=folder.name,
        articles=articles,
        questions=len(times),
        ndcg=statistics.mean(gains),
        answered=statistics.mean(answered[True]),
        answered_wrongly=statistics.mean(answered[False]) if answered[False] else None,
        auroc=_auroc(confidence[True], confidence[False]) if confidence[False] else None,
        median_ms=1000 * statistics.median(times),
    )


def _relevant(path: Path) -> dict[str, dict[str, float]]:
    relevant: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        question_id, article_id, relevance = line.split("\t")
        relevant[question_id][article_id] = float(relevance)
    return relevant


def _questions(
    folder: Path, relevant: dict[str, dict[str, float]]
) -> Iterator[tuple[str, str, bool]]:
    for line in (folder / "queries.jsonl").read_text("utf-8").splitlines():
        query = json.loads(line)
        yield query["id"], query["text"], query.get("answerable", bool(relevant[query["id"]]))


def _ndcg(ranked: list[str], relevance: dict[str, float]) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002)."""
    gain = sum(relevance.get(one, 0) / math.log2(at + 2) for at, one in enumerate(ranked))
    best = sorted(relevance.values(), reverse=True)[:DEPTH]
    return gain / sum(value / math.log2(at + 2) for at, value in enumerate(best))


def _auroc(positive: list[float], negative: list[float]) -> float:
    """How often a question with an answer is answered with more confidence than one without."""
    wins = sum((p > n) + (p == n) / 2 for p in positive for n in negative)
    return wins / len(positive) / len(negative)


def main() -> None:
    """Measure the collections named on the command line."""
    figures = [measure(Path(name)) for name in sys.argv[1:]]
    for one in figures:
        wrongly = "-" if one.answered_wrongly is None else f"{one.answered_wrongly:.3f}"
        auroc = "-" if one.auroc is None else f"{one.auroc:.3f}"
        print(
            f"{one.collection:20} {one.questions:6} questions  nDCG@10 {one.ndcg:.3f}  "
            f"answered {one.answered:.3f}  wrongly {wrongly}  AUROC {auroc}  "
            f"median {one.median_ms:.1f} ms"
        )
    print(json.dumps([asdict(one) for one in figures]))


if __name__ == "__main__":
    main()
