"""What is remembered of feeds, in a collection's library, and when each is asked again.

Decides by what it is given; fetching is `index.refresh`'s.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta

from index.errors import FetchError, LeftAloneError
from index.ingest.headers import Validators, retry_after

INTERVAL = timedelta(minutes=15)  # between two looks at a feed that is well
LONGEST_BACK_OFF = timedelta(days=1)
MOST_TRIES = 5  # for the page of an item


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed and how it is; times are ISO 8601 in UTC."""

    url: str
    title: str | None = None
    full_text: bool = True  # whether pages are fetched where the feed gives a summary only
    etag: str | None = None
    last_modified: str | None = None
    checked: str | None = None  # when it was asked last
    succeeded: str | None = None  # when it last answered as a feed
    next_try: str | None = None
    asked_to_wait: bool = False  # its server named the next try
    failures: int = 0  # since it succeeded
    problem: str | None = None

    @property
    def origin(self) -> str:
        """The origin of its articles."""
        return f"feed:{self.url}"

    @property
    def validators(self) -> Validators:
        """What its server said of the version that was read."""
        return Validators(self.etag, self.last_modified)

    def is_due(self, now: datetime, *, at_once: bool = False) -> bool:
        """Whether it is asked now; `at_once` shortens our own pauses, and not its server's."""
        if self.next_try is None or (at_once and not self.asked_to_wait):
            return True
        return self.next_try <= utc(now)

    def after_success(self, now: datetime) -> "FollowedFeed":
        """It as it is after it answered."""
        return replace(
            self,
            checked=utc(now),
            succeeded=utc(now),
            next_try=utc(now + INTERVAL),
            asked_to_wait=False,
            failures=0,
            problem=None,
        )

    def left_alone(self, problem: FetchError | None, now: datetime) -> "FollowedFeed":
        """It as it is where the pages of its items are not to be asked for until a named time."""
        if isinstance(problem, LeftAloneError):
            asked = problem.wait if problem.is_named else None
        else:
            asked = retry_after(problem, now) if problem else None
        if asked is None:
            return self
        next_try = max(self.next_try or "", utc(now + asked))
        return replace(self, next_try=next_try, asked_to_wait=True)

    def after_failure(self, problem: Exception, now: datetime) -> "FollowedFeed":
        """It as it is after it did not: each failure doubles the pause, up to a day.

        One that was not asked has not failed.
        """
        if isinstance(problem, LeftAloneError):
            return replace(
                self,
                next_try=utc(now + problem.wait),
                asked_to_wait=problem.is_named,
                problem=str(problem),
            )
        asked = retry_after(problem, now)
        pause = min(INTERVAL * 2 ** min(self.failures + 1, 10), LONGEST_BACK_OFF)
        return replace(
            self,
            checked=utc(now),
            next_try=utc(now + max(pause, asked or pause)),
            asked_to_wait=asked is not None,
            failures=self.failures + 1,
            problem=str(problem),
        )


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item of a feed, and the article that it is."""

    feed: str
    article_id: str
    guid: str | None
    link: str | None
    published: str | None
    signature: str | None = None  # of what the feed said of it; None while it is to be tried again
    tries: int = 0  # to fetch its page
    problem: str | None = None
    withdrawn: str | None = None  # when the feed was seen to have dropped it before older ones
    is_whole: bool = False  # whether its article is held whole, and not as a summary


def utc(moment: datetime) -> str:
    """A moment as it is stored."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def knows_feeds(connection: sqlite3.Connection) -> bool:
    """Whether a library has tables of feeds: an older Byline's, which is only read, may not."""
    named = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feeds'"
    )
    return named.fetchone() is not None


class FeedTable:
    """The feeds of one collection, inside a transaction of `index.database`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._execute = connection.execute

    def all(self) -> list[FollowedFeed]:
        """Every feed, by its address."""
        names = [field.name for field in fields(FollowedFeed)]
        rows = self._execute(f"SELECT {', '.join(names)} FROM feeds ORDER BY url")  # noqa: S608  # constants
        found = (dict(zip(names, row, strict=True)) for row in rows)
        return [
            FollowedFeed(
                **{
                    **row,
                    "full_text": bool(row["full_text"]),
                    "asked_to_wait": bool(row["asked_to_wait"]),
                }
            )
            for row in found
        ]

    def items(self, feed: str) -> list[FeedItem]:
        """What is known of a feed's items."""
        # Whatever columns there are: a library that is only read may be an older Byline's.
        found = self._execute("SELECT * FROM feed_items WHERE feed = ?", (feed,))
        names = [column[0] for column in found.description]
        rows = (dict(zip(names, row, strict=True)) for row in found)
        return [FeedItem(**{**row, "is_whole": bool(row.get("is_whole"))}) for row in rows]

    def put(self, feed: FollowedFeed) -> None:
        """Remember a feed as it is now."""
        self._put("feeds", [feed], "url")

    def put_items(self, items: Iterable[FeedItem]) -> None:
        """Remember items as they are now."""
        self._put("feed_items", list(items), "feed, article_id")

    def remove(self, url: str) -> None:
        """Forget a feed; its articles stay."""
        self._execute("DELETE FROM feed_items WHERE feed = ?", (url,))
        self._execute("DELETE FROM feeds WHERE url = ?", (url,))

    def _put(self, table: str, rows: "list[FollowedFeed] | list[FeedItem]", keys: str) -> None:
        for row in rows:
            names = [field.name for field in fields(row)]
            marks = ", ".join("?" * len(names))
            changes = ", ".join(f"{name} = excluded.{name}" for name in names)
            self._execute(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}) "  # noqa: S608  # constants
                f"ON CONFLICT ({keys}) DO UPDATE SET {changes}",
                [getattr(row, name) for name in names],
            )
