"""The peers, each as its own documentation uses it.

Each takes the passages as numbers of terms and does itself what it needs to index them: the engines
that read text are given words (`t17`), those that read numbers are given numbers. Modules are
imported by name, because none of them comes with Byline.
"""

import pickle
import sqlite3
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.asked import DEPTH, Asked
from bench.terms import TermFile

K1 = 1.5
B = 0.75


class Tantivy:
    """tantivy: an inverted index in Rust, with two writer threads and its own heap size."""

    positions = False

    def __init__(self, folder: Path) -> None:
        self._tantivy = import_module("tantivy")
        index = self._tantivy.Index(_schema(positions=self.positions), path=str(folder))
        _register_words(index)
        index.reload()
        self._searcher = index.searcher()
        self._schema = index.schema

    @classmethod
    def build(cls, passages: TermFile, folder: Path) -> None:
        """Index the passages without storing them."""
        tantivy = import_module("tantivy")
        index = tantivy.Index(_schema(positions=cls.positions), path=str(folder))
        _register_words(index)
        words = passages.words
        writer = index.writer(num_threads=2)
        for numbers in passages.passages():
            writer.add_document(tantivy.Document(body=" ".join([words[one] for one in numbers])))
        writer.commit()
        writer.wait_merging_threads()

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """A disjunction of term queries; without the count of all matches, which costs more."""
        query = self._tantivy.Query
        should = self._tantivy.Occur.Should
        option = _option(positions=self.positions)
        terms = [
            (should, query.term_query(self._schema, "body", f"t{number}", index_option=option))
            for number in asked.numbers
        ]
        return partial(self._searcher.search, query.boolean_query(terms), DEPTH, count=False)

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # tantivy's SearchResult
        """Best first."""
        return [float(score) for score, _ in found.hits]


class TantivyWithPositions(Tantivy):
    """tantivy with the positions that phrase queries need."""

    positions = True


def _schema(*, positions: bool) -> Any:  # noqa: ANN401  # tantivy's Schema
    builder = import_module("tantivy").SchemaBuilder()
    builder.add_text_field(
        "body", stored=False, tokenizer_name="words", index_option=_option(positions=positions)
    )
    return builder.build()


def _option(*, positions: bool) -> str:
    return "position" if positions else "freq"


def _register_words(index: Any) -> None:  # noqa: ANN401  # tantivy's Index
    tantivy = import_module("tantivy")
    words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("words", words)


class BM25S:
    """bm25s: impacts computed when indexing, in a sparse matrix; NumPy sums and selects."""

    backend = "numpy"

    def __init__(self, folder: Path) -> None:
        bm25s = import_module("bm25s")
        self._retriever = bm25s.BM25.load(folder, backend=self.backend, show_progress=False)

    @classmethod
    def build(cls, passages: TermFile, folder: Path) -> None:
        """Index numbers of terms, as bm25s's own tokenizer gives them, and save."""
        words = passages.words
        shared = list(range(len(words)))  # one object a number: what a vocabulary would hand out
        corpus = [[shared[one] for one in numbers] for numbers in passages.passages()]
        vocabulary = dict(zip(words, shared, strict=True))
        retriever = import_module("bm25s").BM25(k1=K1, b=B, method="lucene", backend=cls.backend)
        retriever.index((corpus, vocabulary), show_progress=False)
        retriever.save(folder, show_progress=False)

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """A batch of one question, in this thread."""
        return partial(
            self._retriever.retrieve, [asked.numbers], k=DEPTH, show_progress=False, n_threads=0
        )

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # bm25s's Results
        """Best first; bm25s leaves out the factor k1 + 1, which changes no order."""
        return [float(score) * (K1 + 1) for score in found.scores[0]]


class BM25SNumba(BM25S):
    """bm25s with its scoring and selection compiled by numba; the index is the same."""

    backend = "numba"


class FTS5:
    """SQLite's full-text index, without a copy of the text.

    It keeps positions: without them (`detail=none`) its BM25 over a table without text is 0.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "fts5.db")

    @classmethod
    def build(cls, passages: TermFile, folder: Path) -> None:
        """Index the passages in one transaction."""
        words = passages.words
        connection = sqlite3.connect(folder / "fts5.db")
        with connection:
            connection.execute("CREATE VIRTUAL TABLE passages USING fts5(body, content='')")
            connection.executemany(
                "INSERT INTO passages (rowid, body) VALUES (?, ?)",
                (
                    (number, " ".join([words[one] for one in numbers]))
                    for number, numbers in enumerate(passages.passages())
                ),
            )
        connection.close()

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """One statement, all its rows."""
        match = " OR ".join(f"t{number}" for number in asked.numbers)
        return partial(self._answer, match)

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # rows
        """None to compare: its idf is another."""
        del found
        return []

    def _answer(self, match: str) -> list[tuple[int, float]]:
        return self._connection.execute(
            "SELECT rowid, rank FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
            (match, DEPTH),
        ).fetchall()


class RankBM25:
    """rank-bm25: a dictionary a passage, every passage scored."""

    def __init__(self, folder: Path) -> None:
        with (folder / "rank_bm25.pickle").open("rb") as file:
            self._bm25 = pickle.load(file)  # noqa: S301  # written by `build`; it has no other form
        self._passages = range(self._bm25.corpus_size)

    @classmethod
    def build(cls, passages: TermFile, folder: Path) -> None:
        """Index the passages, and keep what it made the only way there is."""
        words = passages.words
        corpus = [[words[one] for one in numbers] for numbers in passages.passages()]
        bm25 = import_module("rank_bm25").BM25Okapi(corpus, k1=K1, b=B)
        with (folder / "rank_bm25.pickle").open("wb") as file:
            pickle.dump(bm25, file, protocol=pickle.HIGHEST_PROTOCOL)

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """Its own best of n."""
        words = [f"t{number}" for number in asked.numbers]
        return partial(self._bm25.get_top_n, words, self._passages, DEPTH)

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # passage numbers
        """It does not tell."""
        del found
        return []
