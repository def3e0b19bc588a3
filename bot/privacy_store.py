"""All that is kept of a server, and how it is forgotten: from the file's bytes, too."""

from pathlib import Path

from bot.follow_store import end_follows
from bot.kept import Kept
from bot.server_collections import own_collection
from bot.store import BOT, wiped
from index.database import writable

_SAID = ("asked", "feedback", "judgements", "questions")  # what people asked and said


class PrivacyStore:
    """What is kept of servers; every call raises an `ArticleIndexError` where it cannot be used.

    Args:
        path: the bot's own database; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def kept(self, guild_id: int) -> Kept:
        """How much is kept of a server; 0 stands for direct messages."""
        with writable(self._path, BOT) as database:
            questions, verdicts = (
                sum(
                    row["times"]
                    for row in database.table(name).rows_where("guild_id = ?", [guild_id])
                )
                for name in ("asked", "feedback")
            )
            kept_questions, judgements, follows, settled = (
                database.table(name).count_where("guild_id = ?", [guild_id])
                for name in ("questions", "judgements", "follows", "server_settings")
            )
        return Kept(questions, kept_questions, verdicts, judgements, follows, bool(settled))

    def forget_said(self, guild_id: int) -> None:
        """Forget what people of a server asked, and what they said of answers, at once."""
        with writable(self._path, BOT) as database:
            for table in _SAID:
                database.table(table).delete_where("guild_id = ?", [guild_id])
        wiped(self._path)

    def forget(self, guild_id: int) -> None:
        """Forget all of a server, at once."""
        with writable(self._path, BOT) as database:
            follows = database.table("follows").rows_where("guild_id = ?", [guild_id])
            end_follows(database, [row["id"] for row in follows])
            for table in (*_SAID, "server_settings", "servers_left"):
                database.table(table).delete_where("guild_id = ?", [guild_id])
            for table in ("shown", "known_articles"):
                database.table(table).delete_where("collection = ?", [own_collection(guild_id)])
        wiped(self._path)

    def left(self, guild_id: int, day: str) -> None:
        """Take down that the bot was removed from a server; the first day counts."""
        with writable(self._path, BOT) as database:
            database.table("servers_left").insert({"guild_id": guild_id, "day": day}, ignore=True)

    def returned(self, guild_id: int) -> None:
        """Take down that the bot is in a server again."""
        with writable(self._path, BOT) as database:
            database.table("servers_left").delete_where("guild_id = ?", [guild_id])

    def left_until(self, day: str) -> list[int]:
        """The servers that were left on this day or before, and not returned to."""
        with writable(self._path, BOT) as database:
            rows = database.table("servers_left").rows_where("day <= ?", [day])
            return [row["guild_id"] for row in rows]

    def servers(self) -> set[int]:
        """The servers of which anything is kept."""
        with writable(self._path, BOT) as database:
            found = {
                row["guild_id"]
                for table in (*_SAID, "follows", "server_settings")
                for row in database.table(table).rows_where(select="DISTINCT guild_id")
            }
        return found - {0}
