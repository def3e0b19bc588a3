"""The one way in which a question becomes an answer, wherever it was asked."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime

from bot.answers import Timed, answer, search
from bot.live import LiveIndex
from bot.questions import Question, clean, parse_question
from index import SearchIndex
from index.query_language import parse_query

MOST_EXCERPTS = 100


class Newsdesk:
    """Takes questions and gives answers. Threads may share it.

    Args:
        live: the published index.
        collections: ask exactly these; by default `main` with the asker's own, or the sample.
        clock: seconds, for telling how long an answer took.
        today: the day from which "the last seven days" are counted.
    """

    def __init__(
        self,
        live: LiveIndex,
        collections: Sequence[str] | None = None,
        clock: Callable[[], float] = time.perf_counter,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
    ) -> None:
        self._live = live
        self._collections = collections
        self._clock = clock
        self._today = today

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
            given = answer(parse_question(text, previous), index, k, per_article)
        return Timed(given, (self._clock() - begun) * 1000)

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

    def check(self) -> str:
        """The generation that would answer now.

        Raises:
            ArticleIndexError: there is no index to ask.
        """
        with self._index(None) as index:
            return index.generation

    def _index(self, guild_id: int | None) -> AbstractContextManager[SearchIndex]:
        if self._collections is not None:
            return self._live.of(self._collections)
        return self._live.asked(also=(f"guild-{guild_id}",) if guild_id is not None else ())
