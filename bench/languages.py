"""How well articles are found in each language, and how often a language is told.

    python -m bench.languages ../shared/data/xquad/* ../shared/data/cmrc2018_dev_zh

Each collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, named by its language
("de") or with it at the end ("arcd_ar"). Prints, for each, nDCG@10 over the articles; the share of
articles, and of questions, whose language is told; the same of questions where only the languages
of the index are considered, as in a search; and the time of telling. Then the same as one line of
JSON.
"""

import json
import math
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.build import add_articles
from index.ingest import read_json_lines
from index.language import guess_language
from index.search import SearchIndex

DEPTH = 10
_CODE = 2  # letters of a language's name


@dataclass(frozen=True, slots=True)
class Told:
    """How often the language of texts was told, and in what time."""

    share: float | None  # None where the folder does not say the language
    microseconds: float  # a text, on average


@dataclass(frozen=True, slots=True)
class Measured:
    """One collection's figures."""

    collection: str
    ndcg: float
    articles: Told
    questions: Told
    questions_of_index: Told  # where only the languages of the index are considered


def measure(folder: Path) -> Measured:
    """Index a collection, ask all its questions, and tell the language of each of its texts."""
    lang = _language_in(folder.name)
    relevant = _relevant(folder / "qrels.tsv")
    questions = {line["id"]: line["text"] for line in _lines(folder / "queries.jsonl")}
    articles = [f"{one['title']}\n{one['text']}" for one in _lines(folder / "corpus.jsonl")]
    with tempfile.TemporaryDirectory() as place:
        readings = (("import:", reading) for reading in read_json_lines(folder / "corpus.jsonl"))
        add_articles(readings, place)
        index = SearchIndex.open(place)
        gains = [
            _ndcg([hit.article.id for hit in index.search(text, DEPTH)], relevant[question])
            for question, text in questions.items()
            if relevant[question]
        ]
        index.close()
    told = Counter(guess_language(article) for article in articles)
    return Measured(
        collection=folder.name,
        ndcg=statistics.mean(gains),
        articles=_told(articles, lang),
        questions=_told(list(questions.values()), lang),
        questions_of_index=_told(
            list(questions.values()), lang, among=told, default=told.most_common(1)[0][0]
        ),
    )


def _language_in(name: str) -> str | None:
    ending = name.rpartition("_")[2]
    return ending if len(ending) == _CODE and ending.islower() else None


def _told(
    texts: Sequence[str], lang: str | None, among: Collection[str] = (), default: str = "en"
) -> Told:
    begun = time.perf_counter()
    guesses = [guess_language(text, among, default) for text in texts]
    took = (time.perf_counter() - begun) / len(texts) * 1e6
    return Told(statistics.mean(guess == lang for guess in guesses) if lang else None, took)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _relevant(path: Path) -> dict[str, dict[str, float]]:
    relevant: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        question, article, relevance = line.split("\t")
        relevant[question][article] = float(relevance)
    return relevant


def _ndcg(ranked: list[str], relevance: dict[str, float]) -> float:
    """Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002)."""
    gain = sum(relevance.get(one, 0) / math.log2(at + 2) for at, one in enumerate(ranked))
    best = sorted(relevance.values(), reverse=True)[:DEPTH]
    return gain / sum(value / math.log2(at + 2) for at, value in enumerate(best))


def _shown(told: Told) -> str:
    share = "  -  " if told.share is None else f"{told.share:.3f}"
    return f"{share} {told.microseconds:4.0f} us"


def main() -> None:
    """Measure the collections named on the command line."""
    folders = [Path(name) for name in sys.argv[1:]]
    if not folders:
        sys.exit("Name folders with corpus.jsonl, queries.jsonl and qrels.tsv.")
    print(f"{'collection':18} nDCG@10  articles told  questions told  among the index's")
    figures = []
    for folder in folders:
        one = measure(folder)
        figures.append(one)
        print(
            f"{one.collection:18}   {one.ndcg:.3f}  {_shown(one.articles)}  "
            f" {_shown(one.questions)}   {_shown(one.questions_of_index)}",
            flush=True,
        )
    print(f"{'mean':18}   {statistics.mean(one.ndcg for one in figures):.3f}")
    print(json.dumps([asdict(one) for one in figures]))


if __name__ == "__main__":
    main()
