"""One writer a collection. The lock dies with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import DataFolderError, LockedError


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock file at `path`, creating it and its folder where they are missing.

    Raises:
        LockedError: another process holds it.
        DataFolderError: it cannot be created.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise DataFolderError(
            f"{str(path.parent)!r} cannot be written to ({error.strerror}); "
            "check its permissions, or name another folder with --data."
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(handle, 32).decode("ascii", "replace").strip() or "unknown"
            raise LockedError(
                f"Another process (pid {holder}) is changing the collection "
                f"{path.parent.name!r}; try again when it has finished."
            ) from error
        os.truncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode("ascii"), 0)
        yield
    finally:
        os.close(handle)
