"""What is kept for some time only goes when that time is over."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, timedelta

from bot.kept_questions import first_day
from bot.ledger import KEPT_DAYS, Ledger
from bot.question_store import QuestionStore
from bot.server_policy import SettingsKeeper
from index.errors import ArticleIndexError

_log = logging.getLogger(__name__)


class Retention:
    """Forgets questions and counts.

    Args:
        ledger: what is counted, and what is still to be written.
        questions: those that are kept.
        keeper: knows for how long each server lets them be.
        today: the day.
    """

    def __init__(
        self,
        ledger: Ledger,
        questions: QuestionStore,
        keeper: SettingsKeeper,
        today: Callable[[], date],
    ) -> None:
        self._ledger = ledger
        self._questions = questions
        self._keeper = keeper
        self._today = today

    async def look(self) -> None:
        """Forget what was kept for long enough; what is wrong with one server keeps no other."""
        long_ago = (self._today() - timedelta(days=KEPT_DAYS)).isoformat()
        try:
            await asyncio.to_thread(self._ledger.forget_before, long_ago)
            servers = await asyncio.to_thread(self._questions.servers)
        except ArticleIndexError as error:
            _log.error("what was kept for long enough does not go yet: %s", error)
            return
        for guild_id in servers:
            try:
                await self.hold(guild_id)
            except ArticleIndexError as error:
                _log.error("a server's questions do not go yet: %s", error)

    async def hold(self, guild_id: int) -> None:
        """Keep a server's questions for no longer than it lets them be.

        Raises:
            ArticleIndexError: the file, or what the server has settled, cannot be read.
        """
        days = (await self._keeper.of(guild_id)).kept_days
        await asyncio.to_thread(self._ledger.write)
        day = first_day(self._today(), days)
        if gone := await asyncio.to_thread(self._questions.forget_before, guild_id, day):
            _log.info("kept questions went: count=%d", gone)
