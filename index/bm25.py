"""rank-bm25's model over packed postings, with an exact top-k that need not score every passage.

The formula and its parameters are rank-bm25's own (`BM25Okapi`). Three things differ: where the
numbers come from (`Postings` instead of a dictionary a passage), the idf (Lucene's, which is never
negative, so that a real match always counts), and `top_k`.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.postings import PackedPostings, PostingList, Postings

K1 = 1.5
B = 0.75


class TopK(NamedTuple):
    """The best passages, best first."""

    passages: NDArray[np.int64]
    scores: NDArray[np.float64]


class PassageBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 ships no types
    """BM25 over passages.

    Args:
        corpus: the passages, as postings or as lists of terms.
        k1: how soon repetition of a term stops to count.
        b: how much a long passage is discounted, from 0 to 1.
    """

    def __init__(
        self, corpus: Postings | Sequence[Sequence[str]], k1: float = K1, b: float = B
    ) -> None:
        super().__init__(corpus, k1=k1, b=b)

    def _initialize(self, corpus: Postings | Sequence[Sequence[str]]) -> Postings:
        self.postings: Postings = PackedPostings(corpus) if isinstance(corpus, Sequence) else corpus
        self.doc_len: NDArray[np.int64] = self.postings.lengths
        self.corpus_size = len(self.doc_len)
        self.avgdl = float(self.doc_len.mean()) if self.corpus_size else 0.0
        return self.postings

    def _calc_idf(self, nd: Postings) -> None:
        """Nothing to prepare: `idf_of` computes from `nd` on demand."""

    def idf_of(self, term: str) -> float:
        """log(1 + (N - df + 0.5) / (df + 0.5)), as in Lucene's BM25Similarity; highest at df 0."""
        df = self.postings.df(term)
        return math.log(1 + (self.corpus_size - df + 0.5) / (df + 0.5))

    def get_scores(self, query: Sequence[str]) -> NDArray[np.float64]:
        """The score of every passage for a query of terms; a repeated term counts repeatedly."""
        scores = np.zeros(self.corpus_size)
        for term, weight in Counter(query).items():
            posting = self.postings.of(term)
            scores[posting.passages] += self._impacts(term, weight, posting)
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
        for term, weight in Counter(query).items():
            posting = self.postings.of(term)
            at, held = _places(posting, wanted)
            scores[held] += self._impacts(term, weight, _pick(posting, at[held]))
        return [float(score) for score in scores]

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
        that of scoring every passage, found by MaxScore (Turtle and Flood 1995): terms are added
        rarest first until what the remaining terms could still add cannot lift a new passage among
        the best; after that they are only looked up for the candidates that can still win.

        Args:
            query: terms.
            k: how many passages, at least 1.
            allowed: which passages may be found; all where it is not given.
            recency: when each passage was published, in any unit.
        """
        if k < 1:
            return TopK(np.empty(0, np.int64), np.empty(0))
        terms = sorted(
            ((term, weight) for term, weight in Counter(query).items() if self.postings.df(term)),
            key=lambda item: (self.postings.df(item[0]), item[0]),
        )
        bounds = [weight * self.idf_of(term) * (self.k1 + 1) for term, weight in terms]
        scores = np.zeros(self.corpus_size)
        candidates = np.empty(0, np.int64)
        threshold = 0.0
        for position, (term, weight) in enumerate(terms):
            remaining = sum(bounds[position:])
            posting = self.postings.of(term)
            if threshold > remaining:  # no passage outside the candidates can enter any more
                candidates = candidates[scores[candidates] + remaining >= threshold]
                at, held = _places(posting, candidates)
                impacts = self._impacts(term, weight, _pick(posting, at[held]))
                scores[candidates[held]] += impacts
            else:
                if allowed is not None:
                    posting = _pick(posting, np.flatnonzero(allowed[posting.passages]))
                scores[posting.passages] += self._impacts(term, weight, posting)
                candidates = np.union1d(candidates, posting.passages)
            threshold = _kth_largest(scores[candidates], k)
        best = candidates[scores[candidates] >= threshold]
        newest = recency[best] if recency is not None else np.zeros(len(best), np.int64)
        order = np.lexsort((best, -newest, -scores[best]))[:k]
        return TopK(best[order], scores[best[order]])

    def _impacts(self, term: str, weight: int, posting: PostingList) -> NDArray[np.float64]:
        """What a term adds to each passage that holds it: rank-bm25's BM25Okapi, term by term."""
        lengths = self.doc_len[posting.passages]
        norms = self.k1 * (1 - self.b + self.b * lengths / (self.avgdl or 1.0))
        impacts: NDArray[np.float64] = (
            weight * self.idf_of(term) * (posting.tfs * (self.k1 + 1) / (posting.tfs + norms))
        )
        return impacts


def _kth_largest(scores: NDArray[np.float64], k: int) -> float:
    if len(scores) < k:
        return 0.0
    return float(np.partition(scores, len(scores) - k)[len(scores) - k])


def _places(
    posting: PostingList, wanted: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Where in the posting list each wanted passage stands, and whether it stands there at all."""
    if not len(posting.passages):
        return np.zeros(len(wanted), np.int64), np.zeros(len(wanted), np.bool_)
    at = np.searchsorted(posting.passages, wanted)
    at = np.minimum(at, len(posting.passages) - 1)
    return at, posting.passages[at] == wanted


def _pick(posting: PostingList, places: NDArray[np.int64]) -> PostingList:
    return PostingList(posting.passages[places], posting.tfs[places])
