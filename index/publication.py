"""Which generation is served, and how a new one takes its place.

A generation is written aside, flushed to the disk, named by its content and only then named in
`current`, which is itself replaced in one step: a reader sees the old index or the new one, never
half of either, and so does a machine that loses power. The previous generation is kept.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from index.collections import Collection
from index.database import translated
from index.disk import flush, make_folder
from index.errors import DataFolderError, IndexDamagedError, IndexNotFoundError
from index.generation import Generation, seal
from index.lock import exclusive

_ASIDE = ".building-"


def generation_path(collection: Collection, name: str) -> Path:
    """The file of a generation."""
    return collection.index / f"{name}.db"


def served(collection: Collection) -> str:
    """The name of the generation that is served.

    Raises:
        IndexNotFoundError: none has been published.
        IndexDamagedError: the pointer is not what was written.
    """
    return _pointer(collection)[0]


def previous(collection: Collection) -> str | None:
    """The name of the generation served before, if there was one."""
    names = _pointer(collection)
    return names[1] if len(names) > 1 else None


def publish(collection: Collection, write: Callable[[Path], None]) -> str:
    """Write a generation, open it to see that it reads back, and serve it.

    The caller holds the collection's lock.

    Args:
        collection: where it goes.
        write: writes the generation to the path it is given.

    Returns:
        The generation's name.

    Raises:
        DataFolderError: the disk is full or the folder cannot be written to; the old one serves.
        IndexDamagedError: what was written does not read back; the old one serves.
    """
    aside = collection.index / f"{_ASIDE}{os.getpid()}.db"
    with _writing(collection):
        try:
            make_folder(collection.index)
            _remove_leftovers(collection)
            with translated(aside, "index"):
                write(aside)
            name = seal(aside)
            flush(aside)
            target = generation_path(collection, name)
            aside.replace(target)
            flush(collection.index)
            Generation(target).close()
            _point(collection, name)
            _remove_leftovers(collection)
        finally:
            aside.unlink(missing_ok=True)
    return name


def tidy(collection: Collection) -> None:
    """Remove what nobody needs: all but the two generations that `current` names.

    The caller holds the collection's lock.

    Raises:
        DataFolderError: the folder cannot be written to.
    """
    with _writing(collection):
        _remove_leftovers(collection)


def rollback(collection: Collection) -> str:
    """Serve the previous generation again, and return its name.

    The next change of the collection publishes what its library holds, and so ends it.

    Raises:
        IndexNotFoundError: there is no previous generation.
        LockedError: another process is changing the collection.
    """
    with exclusive(collection.lock):  # a build at work would lose its file to ours
        before = previous(collection)
        if before is None or not generation_path(collection, before).exists():
            raise IndexNotFoundError(
                f"The collection {collection.name!r} has no previous index to go back to."
            )
        Generation(generation_path(collection, before)).close()
        with _writing(collection):
            _point(collection, before)
            _remove_leftovers(collection)
        return before


@contextmanager
def _writing(collection: Collection) -> Iterator[None]:
    """Say that it is the index that could not be written."""
    try:
        yield
    except OSError as error:
        raise DataFolderError(
            f"The index in {str(collection.index)!r} could not be written ({error.strerror}); "
            "the old one still serves: make room or check permissions, then retry."
        ) from error


def _pointer(collection: Collection) -> list[str]:
    try:
        names = collection.current.read_text("ascii").split()
    except FileNotFoundError as error:
        raise IndexNotFoundError(
            f"There is no index of the collection {collection.name!r} yet; "
            "run `byline index build`, or `byline index add FILE` for articles of your own."
        ) from error
    except UnicodeDecodeError as error:
        raise _bad_pointer(collection) from error
    except OSError as error:
        raise DataFolderError(
            f"{str(collection.current)!r} cannot be read ({error.strerror}); "
            "check its permissions and the limit of open files."
        ) from error
    if not names or not all(name.isalnum() for name in names):
        raise _bad_pointer(collection)
    return names


def _bad_pointer(collection: Collection) -> IndexDamagedError:
    return IndexDamagedError(
        f"{str(collection.current)!r} does not name an index; "
        f"run `byline index update --collection {collection.name}` to publish it anew."
    )


def _point(collection: Collection, name: str) -> None:
    """Make `name` the generation served."""
    before = [old for old in _named(collection) if old != name][:1]
    aside = collection.index / f"{_ASIDE}{os.getpid()}.current"
    try:
        aside.write_text("\n".join([name, *before]) + "\n", "ascii")
        flush(aside)
        aside.replace(collection.current)
    finally:
        aside.unlink(missing_ok=True)
    flush(collection.index)


def _named(collection: Collection) -> list[str]:
    """The generations that the pointer names; none where there is no whole pointer."""
    try:
        return _pointer(collection)
    except (IndexNotFoundError, IndexDamagedError):
        return []


def _remove_leftovers(collection: Collection) -> None:
    """Remove what is neither served nor kept, nor being written: the lock says that nobody writes.

    Writers that were killed, or that lost power, leave it behind.
    """
    leftovers = list(collection.index.glob(f"{_ASIDE}*"))
    named = _named(collection)
    if named and generation_path(collection, named[0]).exists():  # else a damaged pointer hides it
        leftovers += [one for one in collection.index.glob("[!.]*.db") if one.stem not in named]
    for path in leftovers:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
