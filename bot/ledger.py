"""Counts of questions, of what was shown, and questions that may be kept; written now and then.

They are gathered in memory, and stand in `bot.db` from then on: a question is answered sooner than
a transaction ends, so none waits for one.
"""

import logging
import threading
from collections import Counter
from pathlib import Path

from bot.kept_questions import MOST_KEPT, KeptQuestion
from bot.question_store import keep
from bot.stats import Asked, Counted, Shown
from bot.store import BOT, of_server
from index.database import writable
from index.errors import ArticleIndexError

KEPT_DAYS = 400  # for which questions are counted

_log = logging.getLogger(__name__)


class Ledger:
    """Counts. Threads may share it.

    Args:
        path: the bot's own database; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._asked: Counter[Asked] = Counter()
        self._shown: Counter[Shown] = Counter()
        self._kept: list[KeptQuestion] = []

    def note(self, counted: Counted) -> None:
        """Count a question, and the articles that its answer shows; keep it where that may be."""
        with self._lock:
            self._asked[counted.asked] += 1
            self._shown.update(counted.shown)
            if counted.kept is not None:
                self._kept.append(counted.kept)

    def write(self) -> None:
        """Write down what has been counted; what cannot be written is kept for the next time."""
        with self._lock:
            asked, self._asked = self._asked, Counter()
            shown, self._shown = self._shown, Counter()
            kept, self._kept = self._kept, []
        if not asked and not shown:
            return
        try:
            with writable(self._path, BOT) as database:
                database.conn.executemany(
                    "INSERT INTO asked VALUES (?, ?, ?, ?, ?) ON CONFLICT (guild_id, day, found, "
                    "bound) DO UPDATE SET times = times + excluded.times",
                    [(*one, times) for one, times in asked.items()],
                )
                database.conn.executemany(
                    "INSERT INTO shown VALUES (?, ?, ?) ON CONFLICT (collection, article_id) "
                    "DO UPDATE SET times = times + excluded.times",
                    [(*one, times) for one, times in shown.items()],
                )
                keep(database, kept)
        except ArticleIndexError as error:
            _log.warning("counts are not written yet: %s", error)
            with self._lock:
                self._asked.update(asked)
                self._shown.update(shown)
                self._kept = [*kept, *self._kept][-MOST_KEPT:]

    def forget_before(self, day: str) -> None:
        """Forget the questions of the days before one.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            database.table("asked").delete_where("day < ?", [day])

    def asked(self, guild_id: int | None = None) -> list[tuple[Asked, int]]:
        """What was counted, of one server or of all.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            return [
                (Asked(row["guild_id"], row["day"], bool(row["found"]), row["bound"]), row["times"])
                for row in database.table("asked").rows_where(*of_server(guild_id))
            ]

    def shown(self, collection: str) -> list[str]:
        """The articles of a collection that answers have shown.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            rows = database.table("shown").rows_where("collection = ?", [collection])
            return [row["article_id"] for row in rows]
