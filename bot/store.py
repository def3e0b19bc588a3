"""What the bot remembers between runs, in `bot.db`."""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from index.database import Kind, writable

_migrations = Migrations("bot")


@_migrations()
def synced_commands(database: Database) -> None:
    """Which commands Discord knows, so that they are sent only when they change."""
    database.table("synced_commands").create(
        {"application_id": int, "hash": str}, pk="application_id", not_null={"hash"}
    )


BOT = Kind("bot store", application_id=0x42796C33, migrations=_migrations, version=1)


class BotStore:
    """The bot's own database; each call is one short transaction.

    Args:
        path: the file; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def commands_hash(self, application_id: int) -> str | None:
        """The hash of the commands that were last synced for an application.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            rows = database.table("synced_commands").rows_where(
                "application_id = ?", [application_id]
            )
            return next((str(row["hash"]) for row in rows), None)

    def remember_commands(self, application_id: int, commands_hash: str) -> None:
        """Remember that these commands are what Discord knows.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self._path, BOT) as database:
            database.table("synced_commands").upsert(
                {"application_id": application_id, "hash": commands_hash}, pk="application_id"
            )
