"""Articles of any number, made of real sentences, the same for the same text and seed.

Each paragraph is a run of consecutive sentences from a random place of the text, long enough to be
one passage; each run is used once. When the text is used up, paragraphs are recombined from its
sentences: no passage comes twice, but no new word comes any more either.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import numpy as np

from bench.analysed import passage_terms
from bench.text import Runs, fingerprint, open_runs, text_files
from index.analysis import Analyzer
from index.articles import Article

_FEWEST_PARAGRAPHS = 8
_MOST_PARAGRAPHS = 16
_TITLE_WORDS = 6
_SOURCES = ("The Morning Post", "The Evening Star", "Harbour Radio")
_FIRST_DAY = date(2015, 1, 1)
_DAYS = 4_000
_SAMPLED = 40  # articles that tell how many passages a paragraph makes


@dataclass(frozen=True, slots=True)
class Corpus:
    """A corpus on the disk."""

    path: Path  # a JSON Lines file for `byline index import`
    articles: int
    paragraphs: int
    text_paragraphs: int  # in the text

    @property
    def recombined(self) -> float:
        """The share of the paragraphs that are recombined, because the text has no more."""
        return max(0.0, 1 - self.text_paragraphs / self.paragraphs)


def make_corpus(texts: Sequence[Path], folder: Path, passages: int, seed: int) -> Corpus:
    """Write articles of about `passages` passages below `folder`, or find those made before.

    Raises:
        TextError: the texts cannot serve.
    """
    files = text_files(texts)
    path = folder / f"corpus-{passages}-{seed}-{fingerprint(files)}.jsonl"
    facts = path.with_suffix(".json")
    if facts.exists():
        return Corpus(path, *json.loads(facts.read_text("ascii")))
    folder.mkdir(parents=True, exist_ok=True)
    with closing(open_runs(files, folder)) as runs:
        paragraphs = round(passages / _passages_a_paragraph(runs, seed))
        articles = write_articles(limited(make_articles(runs, seed), paragraphs), path)
    corpus = Corpus(path, articles, paragraphs, len(runs))
    # Written last: a corpus without its facts is one that was interrupted.
    facts.write_text(json.dumps([articles, paragraphs, len(runs)]), "ascii")
    return corpus


def make_update(texts: Sequence[Path], folder: Path, articles: int, seed: int) -> Path:
    """Write a few articles that are in no corpus of this seed, and return the file."""
    path = folder / f"update-{articles}-{seed}.jsonl"
    with closing(open_runs(text_files(texts), folder)) as runs:
        write_articles(islice(make_articles(runs, seed + 1, prefix="u"), articles), path)
    return path


def make_articles(runs: Runs, seed: int, prefix: str = "a") -> Iterator[Article]:
    """Articles without end."""
    rng = np.random.default_rng(seed)
    places = iter(rng.permutation(len(runs)).tolist())
    number = 0
    while True:
        paragraphs = []
        for _ in range(int(rng.integers(_FEWEST_PARAGRAPHS, _MOST_PARAGRAPHS + 1))):
            place = next(places, None)
            paragraphs.append(runs.recombined(rng) if place is None else runs[place])
        day = _FIRST_DAY + timedelta(days=int(rng.integers(_DAYS)))
        yield Article(
            id=f"{prefix}{number:08}",
            title=" ".join(paragraphs[0][0].split()[:_TITLE_WORDS]),
            text="\n\n".join(" ".join(paragraph) for paragraph in paragraphs),
            url=f"https://news.example/{prefix}{number}",
            source=_SOURCES[int(rng.integers(len(_SOURCES)))],
            published=day.isoformat(),
            lang="en",
        )
        number += 1


def limited(articles: Iterator[Article], paragraphs: int) -> Iterator[Article]:
    """The first articles, `paragraphs` paragraphs of them in all."""
    left = paragraphs
    while left > 0:
        article = next(articles)
        held = article.text.split("\n\n")[:left]
        left -= len(held)
        yield replace(article, text="\n\n".join(held))


def write_articles(articles: Iterator[Article], path: Path) -> int:
    """Write articles one a line, and return how many."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps(asdict(article), ensure_ascii=False) + "\n")
            number += 1
    return number


def read_articles(path: Path) -> Iterator[Article]:
    """The articles that `write_articles` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Article(**json.loads(line))


def _passages_a_paragraph(runs: Runs, seed: int) -> float:
    """How many passages Byline's splitter makes of one paragraph: close to 1."""
    sample = list(islice(make_articles(runs, seed), _SAMPLED))
    analyzer = Analyzer()
    passages = sum(len(passage_terms(article, analyzer)) for article in sample)
    return passages / sum(article.text.count("\n\n") + 1 for article in sample)
