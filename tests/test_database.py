"""SQLite files that must be ours."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from index.database import Kind, readable, writable
from index.errors import DataFolderError, IndexDamagedError, IndexVersionError

migrations = Migrations("notes")


@migrations()
def first(database: Database) -> None:
    database.table("notes").create({"id": int, "text": str}, pk="id")


V1 = Kind("notebook", 0x4E4F5445, lambda: migrations, 1)

later = Migrations("notes")
later(name="first")(first)


@later()
def second(database: Database) -> None:
    database.table("notes").add_column("author", str)


V2 = Kind("notebook", 0x4E4F5445, lambda: later, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.db"


def test_a_new_file_is_migrated_and_marked_as_ours(path: Path) -> None:
    with writable(path, V1) as database:
        database.table("notes").insert({"id": 1, "text": "kept"})
    with readable(path, V1) as database:
        assert database.execute("SELECT * FROM notes").fetchall() == [(1, "kept")]


def test_an_older_file_is_migrated_and_keeps_what_it_held(path: Path) -> None:
    with writable(path, V1) as database:
        database.table("notes").insert({"id": 1, "text": "kept"})
    with writable(path, V2) as database:
        assert list(database.table("notes").rows) == [{"id": 1, "text": "kept", "author": None}]


def test_a_newer_file_is_refused(path: Path) -> None:
    with writable(path, V2):
        pass
    with pytest.raises(IndexVersionError, match="newer Byline"), writable(path, V1):
        pass


def test_a_change_that_fails_leaves_nothing(path: Path) -> None:
    def interrupted() -> None:
        with writable(path, V1) as database:
            database.table("notes").insert({"id": 1, "text": "lost"})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with writable(path, V1) as database:
        assert database.table("notes").count == 0


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for opened in (writable, readable):
        with pytest.raises(IndexVersionError, match="another program's"), opened(path, V1):
            pass
    assert path.read_bytes() == before


def test_what_is_no_database_is_refused_and_left_alone(path: Path) -> None:
    path.write_text("my letters, which are long enough to be taken for something" * 9)
    before = path.read_bytes()
    with pytest.raises(IndexDamagedError, match=r"notes\.db' is damaged"), writable(path, V1):
        pass
    assert path.read_bytes() == before


def test_reading_creates_nothing(path: Path) -> None:
    with pytest.raises(DataFolderError, match="cannot be opened"), readable(path, V1):
        pass
    assert not path.exists()
