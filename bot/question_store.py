"""The questions in `bot.db` that servers let be kept."""

from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from bot.kept_questions import MOST_KEPT, KeptQuestion
from bot.store import BOT, of_server, wiped
from index.database import writable


class QuestionStore:
    """What was asked; every call raises an `ArticleIndexError` where it cannot be used.

    Args:
        path: the bot's own database; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def questions(self, guild_id: int | None = None) -> list[KeptQuestion]:
        """What is kept, of one server or of all, the oldest first."""
        with writable(self._path, BOT) as database:
            rows = database.table("questions").rows_where(*of_server(guild_id), order_by="id")
            return [
                KeptQuestion(row["guild_id"], row["day"], row["text"], bool(row["found"]))
                for row in rows
            ]

    def servers(self) -> list[int]:
        """The servers of which any is kept."""
        with writable(self._path, BOT) as database:
            rows = database.table("questions").rows_where(select="DISTINCT guild_id")
            return [row["guild_id"] for row in rows]

    def forget_before(self, guild_id: int, day: str) -> int:
        """Forget what a server's people asked before a day, from the bytes too; return how much."""
        with writable(self._path, BOT) as database:
            told = database.conn.execute(
                "DELETE FROM questions WHERE guild_id = ? AND day < ?", [guild_id, day]
            )
            gone = told.rowcount
        if gone:
            wiped(self._path)
        return gone


def keep(database: Database, questions: Iterable[KeptQuestion]) -> None:
    """Keep questions, and of each server no more than are kept at most; in a transaction."""
    kept = list(questions)
    database.conn.executemany(
        "INSERT INTO questions (guild_id, day, text, found) VALUES (?, ?, ?, ?)", kept
    )
    for guild_id in {one.guild_id for one in kept}:
        database.conn.execute(
            "DELETE FROM questions WHERE guild_id = ? AND id NOT IN "
            "(SELECT id FROM questions WHERE guild_id = ? ORDER BY id DESC LIMIT ?)",
            [guild_id, guild_id, MOST_KEPT],
        )
