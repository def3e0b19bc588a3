"""A copy of a data folder, made while it is in use.

Databases are copied by SQLite itself, as of one moment each; generations never change, and are
copied with the pointer that names them. The copy is a data folder: `--data` takes it. It gets its
name only once all of it is on the disk, so that half of one is never taken for a backup.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from index import publication
from index.collections import Collection, Collections
from index.database import BUSY_SECONDS, translated
from index.disk import flush, make_folder
from index.errors import DataFolderError, IndexDamagedError, IndexNotFoundError
from index.generation import name_of

_TRIES = 5  # a pointer may be replaced, and its generation removed, while it is copied
_ALL_PAGES = -1


@dataclass(frozen=True, slots=True)
class Backup:
    """What was copied."""

    folder: Path
    collections: tuple[str, ...]
    size: int  # bytes


def back_up(data: Path, target: Path) -> Backup:
    """Copy everything that Byline keeps in `data` to the new folder `target`.

    Raises:
        IndexNotFoundError: there is no data folder.
        DataFolderError: the target is in use, cannot be written or is too small; it is left alone.
        IndexDamagedError: what is published is not what was written.
        LockedError: a database stayed in use by another process.
    """
    home = Collections.to_read(data)
    _refuse_target(home, target)
    aside = target.with_name(f".{target.name}.partial-{os.getpid()}")
    with _writing(home, target):
        try:
            copy = Collections(aside)
            make_folder(aside)
            for collection in home.all():
                _copy_collection(collection, copy.collection(collection.name))
            if home.bot.exists():
                _copy_database(home.bot, copy.bot, "bot store")
            _flush_all(aside)
            aside.replace(target)
            flush(target.parent)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    names = tuple(collection.name for collection in Collections(target).all())
    return Backup(target, names, _size(target))


def _refuse_target(home: Collections, target: Path) -> None:
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise DataFolderError(f"{str(target)!r} is there already; name a new folder.")
    if target.absolute().resolve().is_relative_to(home.folder.resolve()):
        raise DataFolderError(
            f"{str(target)!r} is inside the data folder; name one elsewhere, best on another disk."
        )


def _copy_collection(collection: Collection, copy: Collection) -> None:
    """The generations first: a library that is newer than its index is published again."""
    make_folder(copy.folder)
    for left in reversed(range(_TRIES)):
        try:
            _copy_published(collection, copy)
            break
        except FileNotFoundError:
            if not left:
                raise
            shutil.rmtree(copy.index, ignore_errors=True)
    if collection.library.exists():
        _copy_database(collection.library, copy.library, "library")


def _copy_published(collection: Collection, copy: Collection) -> None:
    """The pointer, and the generations that it names.

    Raises:
        FileNotFoundError: the generation was removed meanwhile, for there is a newer one.
        IndexDamagedError: a generation is not what its name says.
    """
    try:
        names = [publication.served(collection)]
    except IndexNotFoundError:
        return  # nothing has been published yet
    if before := publication.previous(collection):
        names.append(before)
    make_folder(copy.index)
    for name in names:
        source = publication.generation_path(collection, name)
        if name != names[0] and not source.exists():
            continue  # served all the same without the one before
        written = publication.generation_path(copy, name)
        shutil.copyfile(source, written)
        if name_of(written) != name:
            raise IndexDamagedError(
                f"The index {str(source)!r} is not what was written; run `byline index update "
                f"--collection {collection.name}` to publish it anew, then back up."
            )
    copy.current.write_text("\n".join(names) + "\n", "ascii")


def _copy_database(source: Path, target: Path, name: str) -> None:
    with (
        translated(source, name),
        closing(
            sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
        ) as original,
        closing(sqlite3.connect(target)) as copy,
    ):
        original.backup(copy, pages=_ALL_PAGES)  # one read transaction: as of one moment
        copy.execute("PRAGMA journal_mode = DELETE")  # one file
        if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise IndexDamagedError(
                f"The {name} {str(source)!r} is damaged; restore it from an earlier backup."
            )


@contextmanager
def _writing(home: Collections, target: Path) -> Iterator[None]:
    """Say how much room a backup needs where the system refuses to write it."""
    try:
        yield
    except OSError as error:
        raise DataFolderError(
            f"The backup {str(target)!r} could not be written ({error.strerror}); it needs "
            f"{_size(home.folder):,} bytes."
        ) from error


def _flush_all(folder: Path) -> None:
    for path in folder.rglob("*"):
        flush(path)
    flush(folder)


def _size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    found = 0
    for path in folder.rglob("*"):
        try:
            found += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:  # a writer's, gone again
            continue
    return found
