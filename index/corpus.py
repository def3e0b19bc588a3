"""The passages of some open generations, numbered as one: article by article, file after file."""

import threading
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer
from index.article_reader import ArticleReader
from index.articles import Article, Passage
from index.errors import BadInputError
from index.filtering import passing
from index.generation import Generation
from index.hits import Explanation, Extent, Hit, QueryTerm
from index.postings import JointPostings
from index.query import Filters
from index.quote import Quote
from index.quoted import Quoted
from index.spans import Span
from index.utterances import utterances

Mask = NDArray[np.bool_]

_AT_ONCE = 1_024  # passages


class Corpus:
    """What is held by the generations of some collections. Threads may share it.

    Args:
        generations: with the names of their collections.
    """

    def __init__(self, generations: Sequence[tuple[str, Generation]]) -> None:
        self.collections = tuple(name for name, _ in generations)
        self.generations = tuple(generation for _, generation in generations)
        self.postings = JointPostings(self.generations)
        self.offsets = self.postings.offsets  # the number of each generation's first passage
        self.seconds: NDArray[np.int64] = joined(  # the publication of each passage's article
            [one.seconds[one.articles_of] for one in self.generations]
        )
        self._quoted = {one.name: Quoted(one) for one in self.generations}
        self._reader = ArticleReader(self.generations)
        self._thread = threading.local()

    def close(self) -> None:
        """Let go of the files."""
        for generation in self.generations:
            generation.close()

    @property
    def extent(self) -> Extent:
        """How much there is to be found."""
        facts = [generation.facts for generation in self.generations]
        return Extent(
            articles=sum(fact.articles for fact in facts),
            passages=sum(fact.passages for fact in facts),
            first_day=min((fact.first_day for fact in facts if fact.first_day), default=None),
            last_day=max((fact.last_day for fact in facts if fact.last_day), default=None),
        )

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """Who says what, generation by generation."""
        return tuple(self._quoted.values())

    def locate(self, passage: int) -> tuple[int, int]:
        """Which generation holds a passage, and the passage's number there."""
        # Of parts that begin at one number all but the last are empty.
        part = bisect_right(self.offsets, passage) - 1
        return part, passage - self.offsets[part]

    def article_of(self, passage: int) -> int:
        """The article of a passage, where those of all generations are numbered as one."""
        return int(self._articles_of[passage])

    def article(self, passage: int) -> Article:
        """The article of a passage."""
        return self._reader.article(self.article_of(passage))

    def articles(self, passages: NDArray[np.int64]) -> list[Article]:
        """The articles of some passages, in this order: read at once, in half the time."""
        numbers: list[int] = self._articles_of.take(passages).tolist()
        return self._reader.articles(numbers)

    def span(self, passage: int) -> Span:
        """Where a passage stands in the text of its article."""
        return Span(int(self._starts[passage]), int(self._ends[passage]))

    def spans(self, passages: NDArray[np.int64]) -> list[Span]:
        """Where some passages stand in the texts of their articles."""
        starts, ends = self._starts.take(passages), self._ends.take(passages)
        return list(map(Span, starts.tolist(), ends.tolist()))

    def numbers_of_articles(self, passages: NDArray[np.int64]) -> Iterator[int]:
        """The article of each passage by a number that no other article has."""
        for first in range(0, len(passages), _AT_ONCE):  # mostly the first few are enough
            yield from self._articles_of.take(passages[first : first + _AT_ONCE]).tolist()

    def around(
        self, passages: NDArray[np.int64], most: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The passages of the same article around each: the first, and the one after the last.

        Args:
            passages: their numbers.
            most: how many before it, and how many after it.
        """
        articles = self._articles_of.take(passages)
        first = np.maximum(self._begins.take(articles), passages - most)
        last = np.minimum(self._begins.take(articles + 1), passages + most + 1)
        return first, last

    def beginnings(self, passages: NDArray[np.int64]) -> NDArray[np.int64]:
        """The first passage of the article of each."""
        return self._begins.take(self._articles_of.take(passages))

    @cached_property
    def _articles_of(self) -> NDArray[np.int64]:
        """The article of each passage, where those of all generations are numbered as one."""
        sizes = [one.facts.articles for one in self.generations]
        before = np.cumsum([0, *sizes])[:-1].tolist()
        numbers = zip(self.generations, before, strict=True)
        return joined([one.articles_of.astype(np.int64) + offset for one, offset in numbers])

    @cached_property
    def _starts(self) -> NDArray[np.uint32]:
        """Where each passage begins in the text of its article, in code points."""
        return joined([one.starts for one in self.generations])

    @cached_property
    def _ends(self) -> NDArray[np.uint32]:
        """Where each passage ends."""
        return joined([one.ends for one in self.generations])

    @cached_property
    def _begins(self) -> NDArray[np.int64]:
        """The first passage of each of these articles, and after them how many passages are."""
        articles = sum(one.facts.articles for one in self.generations)
        begins: NDArray[np.int64] = np.searchsorted(self._articles_of, np.arange(articles + 1))
        return begins

    def text(self, passage: int) -> str:
        """The words of a passage."""
        return self.span(passage).of(self.article(passage).text)

    def quotes_in(self, passage: int) -> list[Quote]:
        """What is said in a passage."""
        part, number = self.locate(passage)
        return self.generations[part].quotes_in(number)

    def _heard_in(self, part: int, number: int) -> Iterator[Quote]:
        """What is said in a passage of a generation, with what was begun in one before it."""
        generation = self.generations[part]
        if begun := generation.quote_into(number):
            yield begun
        yield from generation.quotes_in(number)

    def pieces(self, passage: int, quote: Quote) -> Iterator[tuple[int, Quote]]:
        """An utterance that begins in a passage, apart for each passage that it goes on into."""
        here = self.span(passage)
        if quote.sentences.end <= here.end:
            yield passage, quote
            return
        last = int(self._begins[self.article_of(passage) + 1])
        for number in range(passage, last):
            here = self.span(number)
            if here.start >= quote.sentences.end:
                return
            span, sentences = quote.span.within(here), quote.sentences.within(here)
            yield number, replace(quote, span=span, sentences=sentences)

    def said_in(self, passage: int) -> list[Quote]:
        """The utterances that begin in a passage."""
        return [quote for _, quote in utterances((passage, one) for one in self.quotes_in(passage))]

    def said_by(self, speaker: str) -> list[tuple[int, Quote]]:
        """What somebody said: passages and quotes."""
        return [
            (passage + offset, quote)
            for generation, offset in zip(self.generations, self.offsets, strict=True)
            for passage, quote in self._quoted[generation.name].by(speaker)
        ]

    def hit(
        self,
        rank: int,
        score: float,
        passage: int,
        coverage: float,
        terms: Sequence[QueryTerm],
        quote: Quote | None = None,
        *,
        explanation: Explanation | None = None,
        also_in: tuple[Article, ...] = (),
    ) -> Hit:
        """A passage, or an utterance in it, as it was found."""
        part, number = self.locate(passage)
        article = self.article(passage)
        return Hit(
            rank=rank,
            score=score,
            passage=Passage(number, article.id, *self.span(passage)),
            article=article,
            collection=self.collections[part],
            coverage=coverage,
            terms=tuple(terms),
            quote=quote,
            quotes=tuple(self._heard_in(part, number)),
            explanation=explanation,
            also_in=also_in,
        )

    def passages_of(self, article_id: str) -> Mask:
        """Which passages are an article's, in any of the collections.

        Raises:
            BadInputError: there is no such article.
        """
        numbers = [generation.number_of(article_id) for generation in self.generations]
        if all(number is None for number in numbers):
            raise BadInputError(
                f"No article has the id {article_id!r}; "
                "`byline index status --articles` lists them."
            )
        return joined(
            [
                generation.articles_of == (-1 if number is None else number)
                for generation, number in zip(self.generations, numbers, strict=True)
            ]
        )

    def allowed(self, filters: Filters) -> Mask | None:
        """The passages that filters let through; None where they are all."""
        if not filters:
            return None
        return joined([passing(one, filters, self._quoting) for one in self.generations])

    def _quoting(self, generation: Generation, speaker: str) -> list[int]:
        """The passages of a generation that quote somebody."""
        return [passage for passage, _ in self._quoted[generation.name].by(speaker)]

    @property
    def analyzer(self) -> Analyzer:
        """This thread's analyzer."""
        if not hasattr(self._thread, "analyzer"):
            self._thread.analyzer = Analyzer()
        analyzer: Analyzer = self._thread.analyzer
        return analyzer


def joined(parts: Sequence[NDArray[np.generic]]) -> NDArray[Any]:
    """Arrays one after the other; of one, itself."""
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
