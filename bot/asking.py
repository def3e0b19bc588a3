"""The one way in which a question becomes an answer, wherever it was asked."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.answers import Timed, aged, answer, search
from bot.live import LiveIndex
from bot.questions import (
    Question,
    Reply,
    clean,
    parse_conversation,
    parse_question,
    quotes_by,
    who_said,
)
from index import Filters, SearchIndex
from index.errors import BadInputError
from index.hits import Extent
from index.query_dates import days_of
from index.query_language import parse_query

MOST_EXCERPTS = 100
MOST_SUGGESTED = 25


@dataclass(frozen=True, slots=True)
class Standing:
    """What answers now."""

    generation: str
    extent: Extent
    age: float  # seconds since it was published


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
        guild_id: int | None = None,
        previous: Question | None = None,
        k: int = 5,
        per_article: int = 1,
    ) -> Timed:
        """Answer a question asked in a server, or elsewhere.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        begun = self._clock()
        with self._index(guild_id) as index:
            today = self._today()
            given = answer(parse_question(text, previous, today), index, k, per_article)
            given = aged(given, today)
        return Timed(given, (self._clock() - begun) * 1000)

    def conversation(self, turns: Iterable[str | Reply]) -> Question | None:
        """The last of the questions asked so far, as it was understood; None where none was."""
        return parse_conversation(turns, self._today())

    def search(
        self, text: str, *, guild_id: int | None = None, k: int = 5, per_article: int = 1
    ) -> Timed:
        """Rank passages for a query in the query language.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        begun = self._clock()
        with self._index(guild_id) as index:
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
        guild_id: int | None = None,
        k: int = 5,
    ) -> Timed:
        """What somebody said.

        Args:
            speaker: by name or role, or by both.
            about: the topic; empty for everything.
            since: the first day, as a query writes it: 2025-03-01, 2025-03, 2025, 7d, yesterday.
            until: the last day.
            guild_id: the server that asks.
            k: how many excerpts at most.

        Raises:
            ArticleIndexError: there is no index to ask.
            BadInputError: what should be a day is none.
        """
        begun = self._clock()
        filters = Filters(since=self._day(since, first=True), until=self._day(until, first=False))
        question = quotes_by(speaker, about, filters)
        with self._index(guild_id) as index:
            given = answer(question, index, k)
        return Timed(given, (self._clock() - begun) * 1000)

    def who_said(self, text: str, *, guild_id: int | None = None, k: int = 5) -> Timed:
        """Whoever said something, which may be an inexact copy.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        begun = self._clock()
        with self._index(guild_id) as index:
            given = answer(who_said(text), index, k)
        return Timed(given, (self._clock() - begun) * 1000)

    def speakers(self, typed: str, guild_id: int | None = None) -> list[str]:
        """The names of those who are quoted that `typed` may begin, the most quoted first.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(guild_id) as index:
            return index.speakers(clean(typed), MOST_SUGGESTED)

    def _day(self, written: str | None, *, first: bool) -> date | None:
        if not (written or "").strip():
            return None
        days = days_of((written or "").strip().lower(), self._today())
        if days is None:
            raise BadInputError(
                f"{written!r} is no day: write 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y, "
                "today or yesterday."
            )
        return days[0] if first else days[1]

    def check(self) -> str:
        """The generation that would answer now.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(None) as index:
            return index.generation

    def standing(self) -> Standing:
        """What would answer now.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(None) as index:
            published = self._live.published(index.collections)
            age = max(0.0, self._now() - published)
            return Standing(index.generation, index.extent, age)

    def _index(self, guild_id: int | None) -> AbstractContextManager[SearchIndex]:
        if self._collections is not None:
            return self._live.of(self._collections)
        return self._live.asked(also=(f"guild-{guild_id}",) if guild_id is not None else ())
