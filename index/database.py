"""Opening SQLite files that must be ours, and telling what is wrong when they are not.

Contains no business logic. Each kind of file has an application id of its own, and its schema
version in `user_version`; sqlite-utils' migrations bring an older one up to date in one
transaction.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import (
    DataFolderError,
    IndexDamagedError,
    IndexVersionError,
    LockedError,
)

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

BUSY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of database file."""

    name: str  # what it is called in messages
    application_id: int
    migrations: Callable[[], "Migrations"]  # asked where a file is new or older
    version: int  # the number of migrations


@contextmanager
def translated(path: Path, name: str) -> Iterator[None]:
    """Turn SQLite's failures that an owner can mend into sentences; leave bugs alone.

    Raises:
        LockedError: another process held the file for longer than a writer waits.
        DataFolderError: the disk is full, or the file cannot be written or opened.
        IndexDamagedError: the file is not what SQLite wrote.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        raise _sentence(path, name, code, error) from error


def _sentence(path: Path, name: str, code: int, error: sqlite3.DatabaseError) -> Exception:
    where = f"{name} {str(path)!r}"
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedError(f"The {where} is in use by another process; try again in a moment.")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return DataFolderError(
            f"The {where} could not be written ({error}); make room, then retry."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return DataFolderError(f"The {where} cannot be opened ({error}); check its permissions.")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return IndexDamagedError(
            f"The {where} is damaged ({error}); restore it from a backup, or delete its folder "
            "and build again."
        )
    return error


@contextmanager
def transaction(path: Path, kind: Kind) -> Iterator[sqlite3.Connection]:
    """The database at `path`, created or migrated where needed, in one write transaction.

    It is committed at the end, and rolled back on any exception.

    Raises:
        IndexVersionError: the file is another program's, or of a newer Byline.
        ArticleIndexError: as `translated` says.
    """
    with translated(path, kind.name):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            _check(connection, path, kind, new_is_fine=True)
            connection.execute("PRAGMA journal_mode = WAL")
            # sqlite-utils' atomic() begins deferred, and a deferred transaction that reads first
            # fails at once where another process writes; this one waits its turn.
            connection.execute("BEGIN IMMEDIATE")
            try:
                _bring_up_to_date(connection, kind)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        finally:
            connection.close()


@contextmanager
def writable(path: Path, kind: Kind) -> Iterator["Database"]:
    """As `transaction`, with the tables as sqlite-utils gives them.

    Raises:
        ArticleIndexError: as that does.
    """
    with transaction(path, kind) as connection:
        yield _tables(connection)


@contextmanager
def readable(path: Path, kind: Kind) -> Iterator[sqlite3.Connection]:
    """The database at `path`, read-only.

    Raises:
        IndexVersionError: the file is another program's, or of a newer Byline.
        ArticleIndexError: as `translated` says.
    """
    with translated(path, kind.name):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS
        )
        try:
            _check(connection, path, kind, new_is_fine=False)
            yield connection
        finally:
            connection.close()


def _bring_up_to_date(connection: sqlite3.Connection, kind: Kind) -> None:
    """Take the steps that are new to a file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == kind.version:
        return
    kind.migrations().apply(_tables(connection))
    connection.execute(f"PRAGMA application_id = {kind.application_id}")
    connection.execute(f"PRAGMA user_version = {kind.version}")


def _tables(connection: sqlite3.Connection) -> "Database":
    # A tenth of a second, which who needs no tables need not wait.
    from sqlite_utils import Database  # noqa: PLC0415

    return Database(connection, execute_plugins=False)  # looking for some takes 50 ms


def _check(connection: sqlite3.Connection, path: Path, kind: Kind, *, new_is_fine: bool) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if new_is_fine and not tables and not application_id:
        return
    if application_id != kind.application_id:
        raise IndexVersionError(
            f"{str(path)!r} is not Byline's {kind.name} but another program's database; "
            "move it away, or name another folder with --data."
        )
    if version > kind.version:
        raise IndexVersionError(
            f"The {kind.name} {str(path)!r} was written by a newer Byline (version {version}, "
            f"this one knows {kind.version}); update Byline."
        )
