"""One writer a collection. The lock dies with the process that holds it."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.disk import make_folder
from index.errors import DataFolderError, LockedError

_WIDTH = 16  # characters of a process id, padded
_UNTIL_NAMED = 50  # hundredths of a second for a holder that has not written its id yet
_BETWEEN_TRIES = 0.2  # seconds


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a process that holds a lock is waited for."""

    seconds: float = 0.0
    tell: Callable[[str], None] = lambda _: None  # for whom, once, where it is waited


AT_ONCE = Patience()


@contextmanager
def exclusive(path: Path, patience: Patience = AT_ONCE) -> Iterator[None]:
    """Hold the lock file at `path`, creating it and its folder where they are missing.

    Raises:
        LockedError: another process holds it, for longer than there is patience.
        DataFolderError: it cannot be created or written.
    """
    with _naming(path.parent):
        make_folder(path.parent)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        with _naming(path.parent):
            _take(handle, path.parent.name, patience)
        yield
    finally:
        os.close(handle)


def _take(handle: int, collection: str, patience: Patience) -> None:
    until = time.monotonic() + patience.seconds
    is_told = False
    while not _is_taken(handle):
        at_work = f"another process (pid {_holder(handle)}) is changing the collection"
        if time.monotonic() >= until:
            raise LockedError(
                f"{at_work.capitalize()} {collection!r}; try again when it has finished."
            )
        if not is_told:
            patience.tell(f"Waiting up to {patience.seconds:g} seconds: {at_work} {collection!r}.")
            is_told = True
        time.sleep(_BETWEEN_TRIES)
    # Of one width, so that nobody reads a part of it or nothing.
    os.pwrite(handle, f"{os.getpid():<{_WIDTH}}".encode("ascii"), 0)


def _is_taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


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
    for _ in range(_UNTIL_NAMED):
        if written := os.pread(handle, _WIDTH, 0).decode("ascii", "replace").strip():
            return written
        time.sleep(0.01)
    return "unknown"
