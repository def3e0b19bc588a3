"""What the bot remembers between runs, in `bot.db`."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from bot.server_settings import ServerSettings
from index.database import Kind, translated, writable
from index.errors import IndexDamagedError

_migrations = Migrations("bot")


@_migrations()
def synced_commands(database: Database) -> None:
    """Which commands Discord knows, so that they are sent only when they change."""
    database.table("synced_commands").create(
        {"application_id": int, "hash": str}, pk="application_id", not_null={"hash"}
    )


@_migrations()
def server_settings(database: Database) -> None:
    """What each server has settled, as JSON that is checked whenever it is read."""
    database.table("server_settings").create(
        {"guild_id": int, "settings": str}, pk="guild_id", not_null={"settings"}
    )


@_migrations()
def feedback(database: Database) -> None:
    """How often answers were good or bad, and what people agreed to keep of it; no person."""
    database.table("feedback").create(
        {"guild_id": int, "day": str, "source": str, "good": int, "reason": str, "times": int},
        pk=("guild_id", "day", "source", "good", "reason"),
        not_null={"times"},
    )
    database.table("judgements").create(
        {"id": int, "guild_id": int, "day": str, "question": str, "collection": str,
         "article_id": str, "good": int, "reason": str},
        pk="id",
        not_null={"guild_id", "day", "question", "collection", "article_id", "good", "reason"},
    )  # fmt: skip
    database.table("judgements").create_index(["guild_id"])


@_migrations()
def follows(database: Database) -> None:
    """What channels follow, which articles are known, and what is still to be posted."""
    database.table("follows").create(
        {"id": int, "guild_id": int, "channel_id": int, "speaker": str, "topic": str,
         "problem": str},
        pk="id", not_null={"guild_id", "channel_id", "speaker", "topic", "problem"},
    )  # fmt: skip
    database.table("known_articles").create(
        {"collection": str, "hashes": bytes}, pk="collection", not_null={"hashes"}
    )
    database.table("to_post").create(
        {"id": int, "follow_id": int, "collection": str, "article_id": str},
        pk="id", not_null={"follow_id", "collection", "article_id"},
    )  # fmt: skip
    database.table("posted").create(
        {"id": int, "follow_id": int, "collection": str, "article_id": str, "day": str},
        pk="id", not_null={"follow_id", "collection", "article_id", "day"},
    )  # fmt: skip
    for table in ("to_post", "posted"):
        database.table(table).create_index(["follow_id"])


@_migrations()
def servers_left(database: Database) -> None:
    """Servers that the bot was removed from, and the day."""
    database.table("servers_left").create(
        {"guild_id": int, "day": str}, pk="guild_id", not_null={"day"}
    )


@_migrations()
def counts(database: Database) -> None:
    """How many questions there were, how fast they were answered, and which articles were shown."""
    database.table("asked").create(
        {"guild_id": int, "day": str, "found": int, "bound": int, "times": int},
        pk=("guild_id", "day", "found", "bound"), not_null={"times"},
    )  # fmt: skip
    database.table("shown").create(
        {"collection": str, "article_id": str, "times": int},
        pk=("collection", "article_id"), not_null={"times"},
    )  # fmt: skip


@_migrations()
def questions(database: Database) -> None:
    """What was asked in servers that let it be kept; no person."""
    database.table("questions").create(
        {"id": int, "guild_id": int, "day": str, "text": str, "found": int},
        pk="id", not_null={"guild_id", "day", "text", "found"},
    )  # fmt: skip
    database.table("questions").create_index(["guild_id"])


BOT = Kind("bot store", application_id=0x42796C33, migrations=lambda: _migrations, version=7)
_PATIENCE = 5.0  # seconds for which others may be writing
_SERVER_SETTINGS = TypeAdapter(ServerSettings)


class BotStore:
    """The bot's own database; each call is one short transaction.

    Args:
        path: the file; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def commands_hash(self, application_id: int) -> str | None:
        """The hash of the commands that were last synced for an application.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self.path, BOT) as database:
            rows = database.table("synced_commands").rows_where(
                "application_id = ?", [application_id]
            )
            return next((str(row["hash"]) for row in rows), None)

    def remember_commands(self, application_id: int, commands_hash: str) -> None:
        """Remember that these commands are what Discord knows.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        with writable(self.path, BOT) as database:
            database.table("synced_commands").upsert(
                {"application_id": application_id, "hash": commands_hash}, pk="application_id"
            )

    def server_settings(self, guild_id: int) -> ServerSettings:
        """What a server has settled; the default where it has settled nothing.

        Raises:
            ArticleIndexError: the file cannot be used, or holds what are no settings.
        """
        with writable(self.path, BOT) as database:
            rows = list(database.table("server_settings").rows_where("guild_id = ?", [guild_id]))
        if not rows:
            return ServerSettings(guild_id)
        try:
            return _SERVER_SETTINGS.validate_json(rows[0]["settings"])
        except ValidationError as error:
            raise IndexDamagedError(
                f"The settings of server {guild_id} in {str(self.path)!r} cannot be read; "
                "restore the file from a backup."
            ) from error

    def keep_server_settings(self, settings: ServerSettings) -> None:
        """Keep what a server has settled, in the place of what it had before.

        Raises:
            ArticleIndexError: the file cannot be used.
        """
        written = _SERVER_SETTINGS.dump_json(settings).decode()
        with writable(self.path, BOT) as database:
            database.table("server_settings").upsert(
                {"guild_id": settings.guild_id, "settings": written}, pk="guild_id"
            )


def of_server(guild_id: int | None) -> tuple[str, list[int]]:
    """The condition that rows are of a server, or of any, and its values."""
    return ("1", []) if guild_id is None else ("guild_id = ?", [guild_id])


def wiped(path: Path) -> None:
    """Write the file anew, so that nothing of what was deleted is left in its bytes.

    Raises:
        ArticleIndexError: the file cannot be used.
    """
    with (
        translated(path, BOT.name),
        closing(sqlite3.connect(path, timeout=_PATIENCE)) as connection,
    ):
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
