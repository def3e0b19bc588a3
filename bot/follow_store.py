"""Follows in `bot.db`: what is followed, which articles are known, what is still to be posted.

An article becomes known and is put down to be posted in one transaction, and is struck off only
when it was posted: whatever happens between, it is posted, and by its nonce once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sqlite_utils import Database

from bot.follows import Follow, Hashes
from bot.store import BOT
from index.database import writable

_REMEMBERED = 50  # articles posted for a follow


@dataclass(frozen=True, slots=True)
class Posting:
    """An article that is to be posted, or was."""

    id: int
    follow_id: int
    collection: str
    article_id: str


class FollowStore:
    """What channels follow; each call is one short transaction.

    Every call raises an `ArticleIndexError` where the file cannot be used.

    Args:
        path: the bot's own database; it is created where it is missing.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def follows(self) -> list[Follow]:
        """All, in the order in which they were begun."""
        with writable(self._path, BOT) as database:
            return [Follow(**row) for row in database.table("follows").rows_where(order_by="id")]

    def begin(self, guild_id: int, channel_id: int, speaker: str, topic: str) -> None:
        """Follow something in a channel."""
        with writable(self._path, BOT) as database:
            database.table("follows").insert(
                {
                    "guild_id": guild_id, "channel_id": channel_id,
                    "speaker": speaker, "topic": topic, "problem": "",
                }
            )  # fmt: skip

    def end(self, follow_ids: Iterable[int]) -> None:
        """Follow some things no longer, and forget all about them."""
        with writable(self._path, BOT) as database:
            end_follows(database, follow_ids)

    def known(self, collection: str) -> Hashes | None:
        """The articles that are known; None where none ever were."""
        with writable(self._path, BOT) as database:
            hashes = _known(database, collection)
        return None if hashes is None else np.frombuffer(hashes, np.uint64)

    def arrived(
        self,
        collection: str,
        before: Hashes | None,
        hashes: Hashes,
        found: Iterable[tuple[int, Sequence[str]]],
    ) -> None:
        """Take down that these articles are known, and what of them is to be posted.

        Nothing, where another process has taken it down meanwhile.

        Args:
            collection: whose articles.
            before: those that were known when they were matched.
            hashes: of all that it holds now.
            found: follows, and the articles to be posted for each.
        """
        with writable(self._path, BOT) as database:
            if _known(database, collection) != (None if before is None else before.tobytes()):
                return
            database.table("known_articles").upsert(
                {"collection": collection, "hashes": hashes.tobytes()}, pk="collection"
            )
            database.table("to_post").insert_all(
                {"follow_id": follow_id, "collection": collection, "article_id": article_id}
                for follow_id, article_ids in found
                for article_id in article_ids
            )

    def to_post(self, follow_id: int) -> list[Posting]:
        """What is still to be posted for a follow, in the order in which it came."""
        return self._postings("to_post", follow_id)

    def posted(self, follow_id: int) -> list[Posting]:
        """What was posted for a follow of late."""
        return self._postings("posted", follow_id)

    def posted_on(self, follow_id: int, day: str) -> int:
        """How many articles were posted for a follow on a day."""
        with writable(self._path, BOT) as database:
            return int(
                database.table("posted").count_where("follow_id = ? AND day = ?", [follow_id, day])
            )

    def strike_off(
        self, done: Sequence[Posting], posted: Iterable[str], day: str, problem: str = ""
    ) -> None:
        """Take down what has been done with what was to be posted for a follow.

        Args:
            done: what need not be posted any more.
            posted: the articles of them that were.
            day: today.
            problem: why the others were not.
        """
        if not done:
            return
        follow_id, was = done[0].follow_id, set(posted)
        with writable(self._path, BOT) as database:
            for one in done:
                database.table("to_post").delete_where("id = ?", [one.id])
                if one.article_id in was:
                    database.table("posted").insert(
                        {
                            "follow_id": follow_id, "collection": one.collection,
                            "article_id": one.article_id, "day": day,
                        }
                    )  # fmt: skip
            database.execute("UPDATE follows SET problem = ? WHERE id = ?", [problem, follow_id])
            database.execute(
                "DELETE FROM posted WHERE follow_id = ? AND day < ? AND id NOT IN (SELECT id FROM "
                "posted WHERE follow_id = ? ORDER BY id DESC LIMIT ?)",
                [follow_id, day, follow_id, _REMEMBERED],
            )

    def _postings(self, table: str, follow_id: int) -> list[Posting]:
        with writable(self._path, BOT) as database:
            rows = database.table(table).rows_where("follow_id = ?", [follow_id], order_by="id")
            return [
                Posting(row["id"], row["follow_id"], row["collection"], row["article_id"])
                for row in rows
            ]


def end_follows(database: Database, follow_ids: Iterable[int]) -> None:
    """Forget all about some follows; with the last of them, what is known.

    What comes while nothing is followed would else be news to whatever is followed next.
    """
    for follow_id in follow_ids:
        database.table("follows").delete_where("id = ?", [follow_id])
        for table in ("to_post", "posted"):
            database.table(table).delete_where("follow_id = ?", [follow_id])
    if not database.table("follows").count:
        database.table("known_articles").delete_where()


def _known(database: Database, collection: str) -> bytes | None:
    rows = list(database.table("known_articles").rows_where("collection = ?", [collection]))
    return rows[0]["hashes"] if rows else None
