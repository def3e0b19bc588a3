"""One writer a collection. The lock dies with the process that holds it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.disk import make_folder
from index.errors import DataFolderError, LockedError

_WIDTH = 16  # characters of a process id, padded
_PATIENCE = 50  # hundredths of a second for a holder that has not written its id yet


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, creating it and its folder where they are missing.

    Raises:
        LockedError: another process holds it.
        DataFolderError: it cannot be created or written.
    """
    with _naming(path.parent):
        make_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        with _naming(path.parent):
            _take(handle, path.parent.name)
        yield
    finally:
        os.close(handle)


def _take(handle: int, collection: str) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = _holder(handle)
        raise LockedError(
            f"Another process (pid {holder}) is changing the collection {collection!r}; "
            "try again when it has finished."
        ) from error
    # Of one width, so that nobody reads a part of it or nothing.
    os.pwrite(handle, f"{os.getpid():<{_WIDTH}}".encode("ascii"), 0)


@contextmanager
def _naming(folder: Path) -> Iterator[None]:
    """Say which folder it is that the system refuses to write to."""
    try:
        yield
    except OSError as error:
        raise DataFolderError(
            f"{str(folder)!r} cannot be written to ({error.strerror}); "
            "make room or check its permissions, or name another folder with --data."
        ) from error


def _holder(handle: int) -> str:
    """Who holds the lock."""
    for _ in range(_PATIENCE):
        if written := os.pread(handle, _WIDTH, 0).decode("ascii", "replace").strip():
            return written
        time.sleep(0.01)
    return "unknown"
