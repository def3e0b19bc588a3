"""The best passages by BM25, read as the ranking compares them with a question."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer
from index.articles import Article
from index.bm25 import PassageBM25
from index.generation import UNDATED, Generation
from index.language import is_stop_word
from index.ranking import Candidate

_AROUND = 16  # passages of its article before a passage, and after it, that count beside it
_DAY = 86_400  # seconds


class Candidates:
    """Reads the passages of some generations.

    Args:
        generations: that hold them.
        locate: which generation holds a passage, and its number there.
        article: that holds a passage.
        offsets: the number of the first passage of each generation.
        bm25: over all of them.
        seconds: the publication of each passage's article.
    """

    def __init__(
        self,
        generations: Sequence[Generation],
        locate: Callable[[int], tuple[int, int]],
        article: Callable[[int], Article],
        offsets: Sequence[int],
        bm25: PassageBM25,
        seconds: NDArray[np.int64],
    ) -> None:
        self._generations = generations
        self._locate = locate
        self._article = article
        self._offsets = offsets
        self._bm25 = bm25
        self._seconds = seconds

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
            article, text = self._find(passage)
            title = titles.get(article.title)
            if title is None:
                title = titles[article.title] = _title(article, analyzer)
            words = analyzer.words(text, article.lang)
            terms_of = analyzer.terms_of(words, article.lang)
            read.append(Candidate(words, terms_of, title, first == passage, more, age))
        return read

    def beside(self, passage: int) -> NDArray[np.int64]:
        """The passages of the same article around a passage, and itself."""
        return np.arange(*self._around(passage))

    def _find(self, passage: int) -> tuple[Article, str]:
        """The article of a passage, and the passage's text."""
        part, number = self._locate(passage)
        generation = self._generations[part]
        article = self._article(passage)
        return article, article.text[int(generation.starts[number]) : int(generation.ends[number])]

    def _around(self, passage: int) -> tuple[int, int]:
        """The passages of the same article around a passage: the first, and the one after the last.

        Numbers are given to passages article by article.
        """
        part, number = self._locate(passage)
        articles = self._generations[part].articles_of
        offset = self._offsets[part]
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
        """How many days each was published before the newest; infinite where it is not known."""
        seconds = self._seconds.take(passages)
        newest = int(self._seconds.max())
        days = np.where(seconds > UNDATED, (newest - seconds) / _DAY, np.inf)
        ages: list[float] = days.tolist()
        return ages


def _title(article: Article, analyzer: Analyzer) -> frozenset[str]:
    """The terms of a headline, without stop words where others remain."""
    words = analyzer.words(article.title, article.lang)
    content = [word for word in words if not is_stop_word(word, article.lang or "")]
    return frozenset(analyzer.terms_of(content or words, article.lang))
