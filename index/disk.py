"""What must reach the disk before anything relies on it."""

import os
from pathlib import Path


def flush(path: Path) -> None:
    """Wait until a file, or what a folder's files are called, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, so that no loss of power undoes it."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(exist_ok=True)
        flush(path.parent)
