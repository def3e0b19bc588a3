"""Byline's own engines, and what is measured of its files."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from inspect import signature
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.asked import DEPTH, Asked
from index.articles import MAIN
from index.bm25 import PassageBM25, TopK
from index.collections import Collection, Collections
from index.hits import Hit
from index.publication import generation_path, served
from index.search import SearchIndex

RANKING_TABLES = ("terms", "postings")  # the vocabulary and its postings: what a peer's index holds
_EQUAL = 1e-9  # scores that differ by less are the same sum in another order
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Exact:
    """Whether the best of one question are those of scoring every passage."""

    scores: bool  # each score is the exhaustive one at its rank, and its passage's own
    passages: bool  # and ties are in order: the same passages at the same ranks


class Ranking:
    """`PassageBM25.top_k` over the published generation: ranking alone."""

    def __init__(self, folder: Path) -> None:
        index = SearchIndex.open(folder, (MAIN,))
        self._bm25: PassageBM25 = getattr(index, "bm25", None) or index._bm25
        self._recency = getattr(index, "_recency", None)
        self._top_k: Callable[[list[str], int], TopK] = self._bm25.top_k
        if "recency" in signature(self._bm25.top_k).parameters:
            self._top_k = partial(self._bm25.top_k, recency=self._recency)

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """Terms in, passages out."""
        return partial(self._top_k, asked.terms, DEPTH)

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # a TopK
        """Best first."""
        return [float(score) for score in found.scores]

    def exact(self, asked: Asked) -> Exact:
        """Hold an answer against the score of every passage."""
        found = self._top_k(asked.terms, DEPTH)
        scores = self._bm25.get_scores(asked.terms)
        expected = best_of(scores, self._recency)
        same = len(found.passages) == len(expected) and np.allclose(
            [found.scores, scores[found.passages]], scores[expected], rtol=_EQUAL, atol=0
        )
        return Exact(
            scores=bool(same), passages=bool(same and np.array_equal(found.passages, expected))
        )

    def scores_with(self, asked: Asked, k1: float) -> list[float]:
        """The best scores under another k1, by scoring every passage."""
        scores = PassageBM25(self._bm25.postings, k1=k1).get_scores(asked.terms)
        return [float(score) for score in scores[best_of(scores, None)]]


class Search:
    """`SearchIndex.search`: the whole way from words to hits with their articles and quotes."""

    def __init__(self, folder: Path) -> None:
        self._index = SearchIndex.open(folder, (MAIN,))

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """Words in, hits out."""
        return partial(self._index.search, asked.text, DEPTH)

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # hits
        """Best first; of one passage an article, so not to be compared with the others."""
        hits: list[Hit] = found
        return [hit.score for hit in hits]


def best_of(scores: NDArray[np.float64], recency: NDArray[np.int64] | None) -> NDArray[np.int64]:
    """The best passages by their scores, those of equal score newest first, then by number."""
    matched = np.flatnonzero(scores > 0)
    if len(matched) > DEPTH:
        last = np.partition(scores[matched], len(matched) - DEPTH)[len(matched) - DEPTH]
        matched = matched[scores[matched] >= last * (1 - _EQUAL)]
    matched = matched[np.argsort(-scores[matched], kind="stable")]
    falls = -np.diff(scores[matched], prepend=scores[matched[:1]])
    group = np.cumsum(falls > _EQUAL * scores[matched])
    age = -recency[matched] if recency is not None else np.zeros(len(matched), np.int64)
    return matched[np.lexsort((matched, age, group))][:DEPTH]


def collection(folder: Path) -> Collection:
    """The collection that is measured."""
    return Collections.to_read(folder).collection(MAIN)


def generation_file(folder: Path) -> Path:
    """The generation that is served."""
    place = collection(folder)
    return generation_path(place, served(place))


def passages_of(folder: Path) -> int:
    """How many passages are served."""
    index = SearchIndex.open(folder, (MAIN,))
    try:
        return index.extent.passages
    finally:
        index.close()


def table_megabytes(path: Path, tables: tuple[str, ...] = RANKING_TABLES) -> float:
    """How much of an SQLite file some tables take, with their indexes."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return sum(_table_bytes(connection, table) for table in tables) / _MB
    finally:
        connection.close()


def _table_bytes(connection: sqlite3.Connection, table: str) -> int:
    try:
        (size,) = connection.execute(
            "SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE AND name IN "
            "(SELECT name FROM sqlite_master WHERE tbl_name = ?)",
            (table,),
        ).fetchone()
    except sqlite3.OperationalError:  # an SQLite that was built without dbstat
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        total = " + ".join(f"coalesce(length(CAST({column} AS BLOB)), 0)" for column in columns)
        sizes = f"SELECT sum({total}) FROM {table}"  # noqa: S608  # names of our own schema
        (size,) = connection.execute(sizes).fetchone() if columns else (0,)
    return int(size or 0)
