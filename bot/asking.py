"""The one way in which a question becomes an answer, wherever it was asked."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.answers import Citation, Timed, aged, answer, search
from bot.completions import Completing, Completions, completions
from bot.finding import Listing, Page, day_of, find, listing, source_named
from bot.follows import Follow, matching
from bot.inquiries import Inquiry, Way
from bot.live import LiveIndex
from bot.questions import Question, Reply, clean, parse_conversation, parse_question, quotes_by
from index import Filters, SearchIndex
from index.articles import MAIN
from index.hits import Extent
from index.query_language import parse_query

EVERYWHERE = (MAIN,)  # the collections that anybody may ask
_MOST_AT_ONCE = 500  # passages whose names and headlines are made ready while somebody types


@dataclass(frozen=True, slots=True)
class Standing:
    """What answers now."""

    generation: str
    extent: Extent
    age: float  # seconds since it was published


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What was found, how long it took, and how fresh it is."""

    found: Page | Listing
    took_ms: float
    published: float  # when the index was, in seconds since 1970; 0 where none is

    @property
    def is_found(self) -> bool:
        """Whether there is anything to be shown."""
        return isinstance(self.found, Listing) or self.found.answer.answered


class Newsdesk:
    """Takes questions and gives answers. Threads may share it.

    Args:
        live: the published index.
        collections: ask exactly these; by default `main` with the asker's own, or the sample.
        clock: seconds, for telling how long an answer took.
        today: the day from which "the last seven days" are counted.
        now: seconds since 1970, for telling how old the index is.
    """

    def __init__(
        self,
        live: LiveIndex,
        collections: Sequence[str] | None = None,
        clock: Callable[[], float] = time.perf_counter,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
        now: Callable[[], float] = time.time,
    ) -> None:
        self._live = live
        self._collections = collections
        self._clock = clock
        self._today = today
        self._now = now

    def ask(
        self,
        text: str,
        *,
        collections: Sequence[str] = EVERYWHERE,
        previous: Question | None = None,
        k: int = 5,
        per_article: int = 1,
    ) -> Timed:
        """Answer a question asked in a server, or elsewhere.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        begun = self._clock()
        with self._index(collections) as index:
            today = self._today()
            given = answer(parse_question(text, previous, today), index, k, per_article)
            given = aged(given, today)
        return Timed(given, (self._clock() - begun) * 1000)

    def conversation(self, turns: Iterable[str | Reply]) -> Question | None:
        """The last of the questions asked so far, as it was understood; None where none was."""
        return parse_conversation(turns, self._today())

    def search(
        self,
        text: str,
        *,
        collections: Sequence[str] = EVERYWHERE,
        k: int = 5,
        per_article: int = 1,
    ) -> Timed:
        """Rank passages for a query in the query language.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        begun = self._clock()
        with self._index(collections) as index:
            shown = clean(text)
            query = parse_query(shown, self._today())
            question = Question(shown, shown, filters=query.filters)
            given = search(query, question, index, k, per_article)
        return Timed(given, (self._clock() - begun) * 1000)

    def quotes(
        self,
        speaker: str,
        *,
        about: str = "",
        since: str | None = None,
        until: str | None = None,
        collections: Sequence[str] = EVERYWHERE,
        k: int = 5,
    ) -> Timed:
        """What somebody said.

        Args:
            speaker: by name or role, or by both.
            about: the topic; empty for everything.
            since: the first day, as a query writes it: 2025-03-01, 2025-03, 2025, 7d, yesterday.
            until: the last day.
            collections: those that may be asked.
            k: how many excerpts at most.

        Raises:
            ArticleIndexError: there is no index to ask.
            BadInputError: what should be a day is none.
        """
        begun = self._clock()
        filters = Filters(
            since=day_of(since, self._today(), first=True),
            until=day_of(until, self._today(), first=False),
        )
        question = quotes_by(speaker, about, filters)
        with self._index(collections) as index:
            given = answer(question, index, k)
        return Timed(given, (self._clock() - begun) * 1000)

    def look_up(
        self,
        inquiry: Inquiry,
        collections: Sequence[str] = EVERYWHERE,
        previous: Question | None = None,
    ) -> LookedUp:
        """What an inquiry asks for, whatever way it is asked.

        Args:
            inquiry: what is asked.
            collections: those that may be asked.
            previous: the question before it in the conversation.

        Raises:
            ArticleIndexError: there is no index to ask, or a name or a day is none.
        """
        begun = self._clock()
        with self._index(collections) as index:
            found: Page | Listing
            if inquiry.way is Way.SOURCES:
                found = listing(inquiry, index)
            else:
                found = find(inquiry, index, self._today(), previous)
            published = self._live.published(index.collections)
        return LookedUp(found, (self._clock() - begun) * 1000, published)

    def complete(
        self,
        what: Completing,
        typed: str,
        collections: Sequence[str] = EVERYWHERE,
        within: Sequence[str] = (),
    ) -> Completions:
        """What an option may be filled with, given what has been typed, of the outlets `within`.

        Of a large index only what is ready: all is, once `warm` has been called.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(collections) as index:
            at_once = not index.is_warm and index.extent.passages > _MOST_AT_ONCE
            choices = completions(what, typed, index, within, at_once=at_once)
            return Completions(choices, is_whole=not at_once)

    def article_ids(self, collection: str) -> list[str]:
        """The ids of all articles of a collection; none where it is not published.

        Raises:
            ArticleIndexError: it cannot be opened.
        """
        if not self._live.has(collection):
            return []
        with self._live.of((collection,)) as index:
            return index.article_ids

    def followed(
        self,
        follow: Follow,
        collection: str,
        article_ids: Sequence[str],
        sources: tuple[str, ...],
        told: Sequence[str],
    ) -> list[Citation]:
        """What some articles of a collection say of what is followed; see `bot.follows.matching`.

        Args:
            follow: what is followed.
            collection: that holds the articles.
            article_ids: those that are looked at; what is gone again does not matter.
            sources: the outlets that may be asked; empty for all.
            told: the articles of the collection that were posted of late.

        Raises:
            ArticleIndexError: the collection cannot be opened.
        """
        with self._live.of((collection,)) as index:
            texts = [one.text for each in told if (one := index.article_with(each)) is not None]
            held = [one for one in article_ids if index.holds(one)]
            return matching(follow, index, held, sources, texts)

    def stamp(self, collection: str) -> str:
        """What changes whenever a collection is published."""
        return self._live.stamp(collection)

    def sources_named(
        self, written: Sequence[str], collections: Sequence[str] = EVERYWHERE
    ) -> tuple[str, ...]:
        """The outlets that are written, by their full names.

        Raises:
            ArticleIndexError: there is no index to ask, or a name is none or may be several.
        """
        with self._index(collections) as index:
            return tuple(dict.fromkeys(source_named(one, index).name for one in written))

    def has(self, collection: str) -> bool:
        """Whether there is a collection of this name."""
        return self._live.has(collection)

    def warm(self, collections: Sequence[str] = EVERYWHERE) -> None:
        """Make all that completing needs; takes seconds where there are many articles.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(collections) as index:
            if not index.is_warm:
                index.warm()

    def check(self) -> str:
        """The generation that would answer now.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(EVERYWHERE) as index:
            return index.generation

    def standing(self) -> Standing:
        """What would answer now.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(EVERYWHERE) as index:
            published = self._live.published(index.collections)
            age = max(0.0, self._now() - published)
            return Standing(index.generation, index.extent, age)

    def _index(self, collections: Sequence[str]) -> AbstractContextManager[SearchIndex]:
        if self._collections is not None:
            return self._live.of(self._collections)
        return self._live.asked(collections)
