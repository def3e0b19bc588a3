"""A folder of articles, one file each."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import BadInputError
from index.ingest.files import read_file, unreadable
from index.ingest.reading import Reading, shown, skipped
from index.ingest.sandbox import Sandbox

# What lies beside articles without being meant as one: pictures, and the parts of saved pages.
_KINDS_BESIDE = (
    ".jpg .jpeg .png .gif .webp .avif .svg .ico .bmp .tif .tiff .mp3 .mp4 .webm .css .js .woff "
    ".woff2"
)
_BESIDE = frozenset(_KINDS_BESIDE.split())


@dataclass(frozen=True, slots=True)
class _Found:
    relative: Path  # to the folder that is read
    problem: str | None = None  # what keeps it from being read as a file
    is_folder: bool = False  # one that cannot be listed


def read_folder(folder: Path) -> Iterator[Reading]:
    """The articles in `folder` and in all folders below it, in the order of their paths.

    An article's id is the one in its front matter, else its path below `folder` without the
    suffix: "2025/harbour". Of two files with one id, or with one text, the second is skipped.
    Left out without a word: hidden files and folders, README files, and what plainly belongs to
    something else (pictures, sound, style sheets, scripts, fonts). Every other file that is no
    article is a reading that says why, and so is a folder that cannot be listed: "2025/". Links to
    folders are not followed; links to files are where they stay inside `folder`.

    Raises:
        BadInputError: there is no such folder, or it cannot be listed.
        SystemFailureError: the system fails to read what is there, at once or at any reading.
    """
    try:
        found = sorted(_walk(folder), key=lambda found: found.relative.as_posix())
    except BadInputError as refusal:
        problem = str(refusal).removeprefix("it ")
        raise BadInputError(
            f"The folder {shown(folder.as_posix())} {problem}; name the folder with the articles."
        ) from refusal
    return _without_doubles(_readings(folder, found))


def _readings(folder: Path, files: Iterable[_Found]) -> Iterator[Reading]:
    with Sandbox() as sandbox:
        for found in files:
            path = folder / found.relative
            if found.problem:
                ending = "/" if found.is_folder else ""
                yield skipped(shown(path.as_posix() + ending), found.problem)
            else:
                name = found.relative.with_suffix("").as_posix()
                yield read_file(path, article_id=name, within=folder, sandbox=sandbox)


def _walk(folder: Path) -> Iterator[_Found]:
    waiting = [folder]  # a list and not recursion: folders may be nested deeper than Python calls
    while waiting:
        here = waiting.pop()
        try:
            entries = _listed(here)
        except BadInputError as refusal:
            if here == folder:
                raise
            yield _Found(here.relative_to(folder), str(refusal), is_folder=True)
            continue
        for entry in entries:
            path = here / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif entry.is_symlink() and _leads_to_folder(path):
                yield _Found(path.relative_to(folder), "it is a link to a folder")
            else:
                yield _Found(path.relative_to(folder))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as scanned:
            return [entry for entry in scanned if not _is_aside(entry.name)]
    except FileNotFoundError as error:
        raise BadInputError("it does not exist") from error
    except NotADirectoryError as error:
        raise BadInputError("it is not a folder") from error
    except OSError as error:
        raise unreadable(folder, error) from error


def _is_aside(name: str) -> bool:
    lowered = name.lower()
    return (
        name.startswith(".")
        or lowered.partition(".")[0] == "readme"
        or Path(lowered).suffix in _BESIDE
    )


def _leads_to_folder(link: Path) -> bool:
    try:
        return link.is_dir()
    except OSError:  # it leads where one may not look
        return False


def _without_doubles(readings: Iterable[Reading]) -> Iterator[Reading]:
    ids: dict[str, str] = {}
    texts: dict[bytes, str] = {}
    for reading in readings:
        article = reading.article
        if article is None:
            yield reading
            continue
        digest = hashlib.sha256(article.text.encode()).digest()
        problem = None
        if article.id in ids:
            problem = f"{ids[article.id]} has the same id, {article.id}"
        elif digest in texts:
            problem = f"{texts[digest]} has the same text"
        if problem:
            yield replace(skipped(reading.where, problem, reading.notes), elsewhere=True)
        else:
            ids[article.id] = texts[digest] = reading.where
            yield reading
