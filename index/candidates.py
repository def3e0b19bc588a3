"""The best passages by BM25, read as the ranking compares them with a question."""

import re
from collections.abc import Mapping

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
_TITLES = 4_096  # headlines that are kept: some 4 MB


class Candidates:
    """Reads passages.

    Args:
        corpus: that holds them.
        bm25: over them.
    """

    def __init__(self, corpus: Corpus, bm25: PassageBM25) -> None:
        self._corpus = corpus
        self._bm25 = bm25
        self._titles: dict[tuple[str, str | None], frozenset[str]] = {}

    def read(
        self,
        passages: NDArray[np.int64],
        terms: Mapping[str, float],
        analyzer: Analyzer,
        *,
        latest: bool,
        defining: re.Pattern[str] | None = None,
    ) -> list[Candidate]:
        """The passages, in the order given.

        Args:
            passages: their numbers.
            terms: of the question, with what they count for.
            analyzer: of this thread.
            latest: whether it matters how old they are.
            defining: what finds the words that tell what is asked for, where a meaning is.
        """
        first, last = self._corpus.around(passages, _AROUND)
        added = self._in_articles(passages, terms, first, last)
        ages = self._ages(passages) if latest else [None] * len(passages)
        articles = self._corpus.articles(passages)
        spans = self._corpus.spans(passages)
        leads = (first == passages).tolist()
        read: list[Candidate] = []
        for article, span, lead, more, age in zip(articles, spans, leads, added, ages, strict=True):
            title = self._title(article, analyzer)
            text = span.of(article.text)
            words = analyzer.words(text, article.lang)
            terms_of = analyzer.terms_of(words, article.lang)
            notice = is_notice(article.title, text)
            defines = defining is not None and defining.search(text) is not None
            read.append(Candidate(words, terms_of, title, lead, more, age, notice, defines))
        return read

    def beside(self, passage: int) -> NDArray[np.int64]:
        """The passages of the same article around a passage, and itself."""
        (first,), (last,) = self._corpus.around(np.array([passage]), _AROUND)
        return np.arange(first, last)

    def _title(self, article: Article, analyzer: Analyzer) -> frozenset[str]:
        """The terms of a headline; kept, for other questions find the same articles."""
        key = article.title, article.lang
        title = self._titles.get(key)
        if title is None:
            if len(self._titles) >= _TITLES:
                self._titles.clear()
            title = self._titles[key] = _title(article, analyzer)
        return title

    def _in_articles(
        self,
        passages: NDArray[np.int64],
        terms: Mapping[str, float],
        first: NDArray[np.int64],
        last: NDArray[np.int64],
    ) -> list[float]:
        """What BM25 adds where each term counts as in the best passage of the article.

        Args:
            passages: their numbers.
            terms: of the question, with what they count for.
            first: of each passage, the first of its article that counts.
            last: of each passage, the one after the last that counts.
        """
        if not len(passages):
            return []
        sizes = last - first
        begins = np.cumsum(sizes) - sizes
        around = np.repeat(first - begins, sizes) + np.arange(sizes.sum())
        weights = np.array(list(terms.values()))[:, None]
        impacts = self._bm25.parts(list(terms), around) * weights
        best = np.maximum.reduceat(impacts, begins, axis=1).sum(axis=0)
        own = impacts[:, begins + passages - first].sum(axis=0)
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
