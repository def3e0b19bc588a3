"""What a collection's library holds, without the texts: for lists, and for finding one by name.

Raises everywhere: `ArticleIndexError`, as its message says.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.articles import MAIN
from index.collections import Collections
from index.database import readable
from index.feeds import FeedTable, FollowedFeed, knows_feeds
from index.library import LIBRARY

_CAME = 6  # the version of a library that knows when articles came


@dataclass(frozen=True, slots=True)
class Holding:
    """An article that is held."""

    id: str
    title: str
    url: str | None
    source: str | None
    published: str | None
    origin: str  # "feed:https://news.example/rss", "page:https://news.example/harbour"
    came: str | None  # when, in ISO 8601 in UTC; None of what came before that was noted


@dataclass(frozen=True, slots=True)
class Holdings:
    """A part of what is held."""

    total: int
    articles: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where articles came from."""

    origin: str
    articles: int
    last_came: str | None  # when the last of them did


def held(data_dir: Path, collection: str, first: int, most: int) -> Holdings:
    """Articles in the order in which they came, the last first, beginning with number `first`."""
    with _library(data_dir, collection) as library:
        if library is None:
            return Holdings(0, ())
        (total,) = library.execute("SELECT count(*) FROM articles").fetchone()
        rows = library.execute(
            f"SELECT {_columns(library)} FROM articles "  # noqa: S608  # constants
            "ORDER BY came DESC, published DESC, id LIMIT ? OFFSET ?",
            (most, first),
        )
        return Holdings(total, tuple(Holding(*row) for row in rows))


def all_held(data_dir: Path, collection: str) -> list[Holding]:
    """Every article, by id."""
    with _library(data_dir, collection) as library:
        if library is None:
            return []
        rows = library.execute(f"SELECT {_columns(library)} FROM articles ORDER BY id")  # noqa: S608  # constants
        return [Holding(*row) for row in rows]


def named(data_dir: Path, collection: str, written: str, most: int) -> list[Holding]:
    """Articles whose id or address is what is written, or whose headline or address has it in it.

    Those that it names exactly come first.
    """
    escaped = written.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    with _library(data_dir, collection) as library:
        if library is None:
            return []
        rows = library.execute(
            f"SELECT {_columns(library)} FROM articles "  # noqa: S608  # constants
            "WHERE id = :exact OR title LIKE :within ESCAPE '\\' OR url LIKE :within ESCAPE '\\' "
            "ORDER BY id = :exact DESC, url = :exact DESC, title = :exact DESC, "
            "came DESC, published DESC, id LIMIT :most",
            {"exact": written, "within": f"%{escaped}%", "most": most},
        )
        return [Holding(*row) for row in rows]


def origins(data_dir: Path, collection: str) -> list[Origin]:
    """Where the articles came from, by name."""
    with _library(data_dir, collection) as library:
        if library is None:
            return []
        came = "max(came)" if _knows_when(library) else "NULL"
        rows = library.execute(
            f"SELECT origin, count(*), {came} FROM articles GROUP BY origin ORDER BY origin"  # noqa: S608  # constants
        )
        return [Origin(*row) for row in rows]


def followed(data_dir: Path, collection: str = MAIN) -> list[FollowedFeed]:
    """The feeds of a collection, by address; none where there is no collection yet."""
    with _library(data_dir, collection) as library:
        if library is None or not knows_feeds(library):
            return []
        return FeedTable(library).all()


def withdrawn(data_dir: Path, collection: str = MAIN) -> dict[str, int]:
    """How many articles feeds have withdrawn, by address; they are kept."""
    with _library(data_dir, collection) as library:
        if library is None or not knows_feeds(library):
            return {}
        rows = library.execute("SELECT feed, count(withdrawn) FROM feed_items GROUP BY feed")
        return dict(rows.fetchall())


@contextmanager
def _library(data_dir: Path, collection: str) -> Iterator[sqlite3.Connection | None]:
    place = Collections(data_dir).collection(collection)
    if not place.library.exists():
        yield None
        return
    with readable(place.library, LIBRARY) as library:
        yield library


def _columns(library: sqlite3.Connection) -> str:
    came = "came" if _knows_when(library) else "NULL AS came"
    return f"id, title, url, source, published, origin, {came}"


def _knows_when(library: sqlite3.Connection) -> bool:
    (version,) = library.execute("PRAGMA user_version").fetchone()
    return bool(version >= _CAME)
