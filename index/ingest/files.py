"""One file of an article: opened with care, read by its kind."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from index.errors import ArticleIndexError, BadInputError, SystemFailureError
from index.ingest.encoding import decode
from index.ingest.fields import Draft, draft_of, make_article
from index.ingest.markdown import read_markdown
from index.ingest.news_page import read_news_page
from index.ingest.reading import Reading, shown, skipped
from index.ingest.sandbox import Sandbox

LARGEST_FILE = 2_000_000  # bytes
LARGEST_PAGE = 5_000_000  # bytes, most of them scripts
LARGEST_PDF = 20_000_000  # bytes, most of them pictures

# Failures of the system itself, which say nothing about a file, and what helps.
_SYSTEM_FAILURES = {
    errno.EMFILE: "raise the limit of open files (ulimit -n)",
    errno.ENFILE: "end programs that hold many files open",
    errno.ENOMEM: "free some memory",
    errno.EIO: "check the disk that it is on",
}
_READERS: dict[str, Callable[[str], Draft]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_news_page,
}
# Read in a process of their own.
_PARSERS = {".html": "page", ".htm": "page", ".xhtml": "page", ".pdf": "pdf"}


def read_file(
    path: Path,
    *,
    article_id: str | None = None,
    shown_as: str | None = None,
    within: Path | None = None,
    sandbox: Sandbox | None = None,
) -> Reading:
    """The article in a Markdown, text, HTML or PDF file.

    Nothing about the file raises: whatever keeps it from being read is the reading's first note.

    Args:
        path: The file. A link is followed where it stays `within`.
        article_id: The id where the front matter has none; by default the file's name without
            its suffix.
        shown_as: How to name the file to the user; by default the path.
        within: The folder that a link must not leave; by default the file's own.
        sandbox: Where HTML and PDF are read; by default one that is started for it.

    Raises:
        SystemFailureError: the system fails to read it, whatever it holds.
    """
    where = shown(shown_as if shown_as is not None else path.as_posix())
    try:
        with ExitStack() as stack:
            used = sandbox or stack.enter_context(Sandbox())
            draft = _draft(path, within if within is not None else path.parent, used)
    except BadInputError as refusal:
        return skipped(where, str(refusal))
    return make_article(where, replace(draft, id=draft.id or article_id or path.stem))


def real_path(path: Path) -> Path:
    """Where `path` leads, every link followed.

    Raises:
        BadInputError: nowhere, or round in a circle.
        SystemFailureError: the system fails to follow it.
    """
    try:
        return Path(os.path.realpath(path, strict=True))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise unreadable(path, error) from error


@contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """The regular file at `path`, open for reading bytes; not a link, for which see `real_path`.

    Opening never waits for the other end of a pipe, nor follows a link put there meanwhile.

    Raises:
        BadInputError: it cannot be opened or read, or is no regular file.
        SystemFailureError: the system fails to open or read it.
    """
    try:
        with open(path, "rb", opener=_open_at_once) as file:  # Path.open has no opener
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise BadInputError("it is not a regular file")
            yield file
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError | ValueError) -> ArticleIndexError:
    """What to raise where a file or folder cannot be read: its own fault, or the system's."""
    words = error.strerror if isinstance(error, OSError) else str(error)
    reason = (words or type(error).__name__).lower()
    advice = _SYSTEM_FAILURES.get(error.errno or 0) if isinstance(error, OSError) else None
    if advice is None:
        return BadInputError(f"it could not be read ({reason})")
    return SystemFailureError(
        f"{shown(path.as_posix())} could not be read ({reason}), so nothing was changed; "
        f"{advice}, then retry."
    )


def _draft(path: Path, within: Path, sandbox: Sandbox) -> Draft:
    suffix = path.suffix.lower()
    if parser := _PARSERS.get(suffix):
        largest = LARGEST_PDF if parser == "pdf" else LARGEST_PAGE
        return draft_of(sandbox.read(parser, _content(_inside(path, within), largest)))
    reader = _READERS.get(suffix)
    if reader is None:
        raise BadInputError("only Markdown, text, HTML and PDF files are read")
    decoded = decode(_content(_inside(path, within)))
    draft = reader(decoded.text)
    return replace(draft, notes=decoded.notes + draft.notes)


def _inside(path: Path, folder: Path) -> Path:
    """Where `path` leads, which must be inside `folder`."""
    real = real_path(path)
    if not real.is_relative_to(real_path(folder)):
        raise BadInputError("it is a link that leads out of its folder")
    return real


def _content(path: Path, largest: int = LARGEST_FILE) -> bytes:
    with open_regular(path) as file:
        # One byte more than allowed, whatever size was promised: a file may grow meanwhile.
        content = file.read(largest + 1)
    if len(content) > largest:
        raise BadInputError(f"the file is larger than {largest // 1_000_000} MB")
    return content


def _open_at_once(path: str, flags: int) -> int:
    # Windows has neither flag, nor what they are for.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
