"""The best passages by BM25, read as the ranking compares them with a question."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer
from index.articles import Article
from index.bm25 import PassageBM25
from index.corpus import Corpus
from index.dates import UNDATED
from index.language import is_stop_word
from index.notices import is_notice
from index.ranking import Candidate

_AROUND = 16  # passages of its article before a passage, and after it, that count beside it
_DAY = 86_400  # seconds


class Candidates:
    """Reads passages.

    Args:
        corpus: that holds them.
        bm25: over them.
    """

    def __init__(self, corpus: Corpus, bm25: PassageBM25) -> None:
        self._corpus = corpus
        self._bm25 = bm25

    def read(
        self,
        passages: NDArray[np.int64],
        terms: Mapping[str, float],
        analyzer: Analyzer,
        *,
        latest: bool,
    ) -> list[Candidate]:
        """The passages, in the order given.

        Args:
            passages: their numbers.
            terms: of the question, with what they count for.
            analyzer: of this thread.
            latest: whether it matters how old they are.
        """
        spans = [self._around(passage) for passage in passages.tolist()]
        added = self._in_articles(passages, terms, spans)
        ages = self._ages(passages) if latest else [None] * len(passages)
        titles: dict[str, frozenset[str]] = {}
        read: list[Candidate] = []
        for passage, (first, _), more, age in zip(
            passages.tolist(), spans, added, ages, strict=True
        ):
            article, text = self._corpus.article(passage), self._corpus.text(passage)
            title = titles.get(article.title)
            if title is None:
                title = titles[article.title] = _title(article, analyzer)
            words = analyzer.words(text, article.lang)
            terms_of = analyzer.terms_of(words, article.lang)
            notice = is_notice(article.title, text)
            read.append(Candidate(words, terms_of, title, first == passage, more, age, notice))
        return read

    def beside(self, passage: int) -> NDArray[np.int64]:
        """The passages of the same article around a passage, and itself."""
        return np.arange(*self._around(passage))

    def _around(self, passage: int) -> tuple[int, int]:
        """The passages of the same article around a passage: the first, and the one after the last.

        Numbers are given to passages article by article.
        """
        part, number = self._corpus.locate(passage)
        articles = self._corpus.generations[part].articles_of
        offset = self._corpus.offsets[part]
        low, high = max(0, number - _AROUND), min(len(articles), number + _AROUND + 1)
        near = articles[low:high]
        article = articles[number]
        first = low + int(near.searchsorted(article))
        last = low + int(near.searchsorted(article, "right"))
        return first + offset, last + offset

    def _in_articles(
        self,
        passages: NDArray[np.int64],
        terms: Mapping[str, float],
        spans: Sequence[tuple[int, int]],
    ) -> list[float]:
        """What BM25 adds where each term counts as in the best passage of the article."""
        if not spans:
            return []
        around = np.concatenate([np.arange(*span) for span in spans])
        sizes = np.array([last - first for first, last in spans])
        begins = np.cumsum(sizes) - sizes
        weights = np.array(list(terms.values()))[:, None]
        impacts = self._bm25.parts(list(terms), around) * weights
        best = np.maximum.reduceat(impacts, begins, axis=1).sum(axis=0)
        own = impacts[:, begins + passages - np.array([first for first, _ in spans])].sum(axis=0)
        added: list[float] = np.maximum(best - own, 0.0).tolist()
        return added

    def _ages(self, passages: NDArray[np.int64]) -> list[float]:
        """How many days each was published before the newest of them.

        Infinite where it is not known.
        """
        seconds = self._corpus.seconds.take(passages)
        newest = int(seconds.max(initial=UNDATED))
        days = np.where(seconds > UNDATED, (newest - seconds) / _DAY, np.inf)
        ages: list[float] = days.tolist()
        return ages


def _title(article: Article, analyzer: Analyzer) -> frozenset[str]:
    """The terms of a headline, without stop words where others remain."""
    words = analyzer.words(article.title, article.lang)
    content = [word for word in words if not is_stop_word(word, article.lang or "")]
    return frozenset(analyzer.terms_of(content or words, article.lang))
