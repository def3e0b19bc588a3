"""rank-bm25's model over packed postings, with an exact top-k that need not score every passage.

The formula and its parameters are rank-bm25's own (`BM25Okapi`). Three things differ: where the
numbers come from (`Postings` instead of a dictionary a passage), the idf (Lucene's, which is never
negative, so that a real match always counts), and `top_k`.
"""

import math
import weakref
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.impacts import Impacts, add_up, coded, rounded, saturations
from index.postings import PackedPostings, Postings
from index.postings_cache import PostingsCache
from index.top_k import Scratch, Traversal, top_k


class TopK(NamedTuple):
    """The best passages, best first."""

    passages: NDArray[np.int64]
    scores: NDArray[np.float64]


class PassageBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 ships no types
    """BM25 over passages. Threads may share it.

    Args:
        corpus: the passages, as postings or as lists of terms.
        k1: how soon repetition of a term stops to count; by default as in rank-bm25.
        b: how much a long passage is discounted, from 0 to 1.
        cache: where the impacts of terms are kept; by default a cache of its own.
        traversal: how `top_k` searches.
    """

    def __init__(
        self,
        corpus: Postings | Sequence[Sequence[str]],
        k1: float = 1.5,
        b: float = 0.75,
        cache: PostingsCache | None = None,
        traversal: Traversal | None = None,
    ) -> None:
        super().__init__(corpus, k1=k1, b=b)
        cache = cache or PostingsCache()
        self._traversal = traversal or Traversal()
        self._shelf = cache.shelf()
        weakref.finalize(self, self._shelf.close)
        self._few = self.corpus_size <= self._traversal.few
        self._place_type = np.dtype(np.int64 if self._few else np.int32)
        self._scratch = Scratch(self.corpus_size, self._place_type)
        # A term that stands in more than 1/f of the passages is frequent. By Zipf's law these
        # are some 9 f terms, with a byte for every passage, which may take two thirds of the cache;
        # and where few passages hold a term, bytes for all of them do not pay.
        fits = cache.capacity / (13.5 * max(self.corpus_size, 1))
        self._frequent_df = self.corpus_size / min(max(fits, 8), 64)

    def _initialize(self, corpus: Postings | Sequence[Sequence[str]]) -> Postings:
        self.postings: Postings = PackedPostings(corpus) if isinstance(corpus, Sequence) else corpus
        self.doc_len: NDArray[Any] = self.postings.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = float(self.doc_len.mean()) if self.corpus_size else 0.0
        return self.postings

    def _calc_idf(self, nd: Postings) -> None:
        """Nothing to prepare: `idf_of` computes from `nd` on demand."""

    def close(self) -> None:
        """Let go of what is kept of terms; questions are still answered."""
        self._shelf.close()

    def idf_of(self, term: str) -> float:
        """The idf of a term; highest where no passage holds it."""
        return self.idf_at(self.postings.df(term))

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """The score of every passage for a query of terms; a repeated term counts repeatedly."""
        scores = np.zeros(self.corpus_size)
        add_up(self._impacts(query), scores)
        return scores

    def get_batch_scores(
        self, query: Sequence[str], doc_ids: Sequence[int] | NDArray[np.int64]
    ) -> list[float]:
        """The scores of some passages, in the order given.

        Raises:
            IndexError: there is no such passage.
        """
        wanted = np.asarray(doc_ids, np.int64)
        if len(wanted) and not (wanted.min() >= 0 and wanted.max() < self.corpus_size):
            raise IndexError(f"passages are numbered from 0 to {self.corpus_size - 1}")
        scores = np.zeros(len(wanted))
        for impacts in self._impacts(query):
            scores += impacts.of(wanted.astype(self._place_type, copy=False))
        return [float(score) for score in scores]

    def parts(self, query: Sequence[str], passages: NDArray[np.int64]) -> NDArray[np.float64]:
        """What each term adds to the score of each passage: a row a term, as `query` has them."""
        wanted = passages.astype(self._place_type, copy=False)
        kept = self._shelf.get(list(query))
        rows = [(one or self._read(term)).of(wanted) for term, one in zip(query, kept, strict=True)]
        return np.stack(rows) if rows else np.zeros((0, len(wanted)))

    def top_k(
        self,
        query: Sequence[str],
        k: int,
        *,
        allowed: NDArray[np.bool_] | None = None,
        recency: NDArray[np.int64] | None = None,
    ) -> TopK:
        """The `k` best of the passages that hold a term of the query.

        Equal scores are ordered by `recency` (highest first), then by passage number. The result is
        that of scoring every passage, bit for bit.

        Args:
            query: terms.
            k: how many passages; none below 1.
            allowed: which passages may be found; all where it is not given.
            recency: when each passage was published, in any unit.
        """
        impacts = self._impacts(query)
        if k < 1 or not impacts:
            return TopK(np.empty(0, np.int64), np.empty(0))
        passages, scores = top_k(impacts, k, allowed, self._scratch, self._traversal)
        newest = () if recency is None else (-recency.take(passages),)
        order = np.lexsort((passages, *newest, -scores))[:k]
        return TopK(passages.take(order).astype(np.int64), scores.take(order))

    def _impacts(self, query: Sequence[str]) -> list[Impacts]:
        """The impacts of the terms that some passage holds, each as often as it stands there."""
        terms = list(dict.fromkeys(query))
        found = [
            kept or self._read(term)
            for term, kept in zip(terms, self._shelf.get(terms), strict=True)
        ]
        if len(terms) < len(query):
            weights = Counter(query)
            found = [
                impacts.weighted(weights[term]) for term, impacts in zip(terms, found, strict=True)
            ]
        return [impacts for impacts in found if impacts.df]

    def _read(self, term: str) -> Impacts:
        passages, kinds, tfs, lengths = self.postings.of(term)
        impacts = rounded(
            self.idf_at(len(passages)) * saturations(tfs, lengths, self.avgdl, self.k1, self.b)
        )
        frequent = len(passages) >= self._frequent_df and len(passages) > 0
        places = passages.astype(self._place_type, copy=False)
        read = coded(places, kinds, impacts, self.corpus_size if frequent else None, few=self._few)
        self._shelf.put(term, read)
        return read

    def idf_at(self, df: int) -> float:
        """log(1 + (N - df + 0.5) / (df + 0.5)), as in Lucene's BM25Similarity."""
        return math.log(1 + (self.corpus_size - df + 0.5) / (df + 0.5))
