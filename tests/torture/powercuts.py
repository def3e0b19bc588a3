"""What is published reaches the disk in an order that survives power loss at any moment.

    python -m tests.torture.powercuts

The operations of a publication that matter (flushing a file or a folder, renaming, removing,
making a folder) are recorded as they happen. Then the machine loses power after each of them: what
was flushed is there; what was not is there in part: of the changes to the folder any first few, of
a file's content nothing, half or all. Every such disk must open with the old index or the new one,
and the next command must publish the new one. Then each operation fails once instead.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from index import ArticleIndexError
from index.build import build_index
from tests.torture import trials
from tests.torture.answers import answers_of
from tests.torture.commands import leftovers, not_done, run_here
from tests.torture.corpora import revised, stories, write_folder
from tests.torture.kills import Change, name_of, served_wrongly

_RECORDED = ("fsync", "replace", "rename", "unlink", "mkdir")


class Operation(NamedTuple):
    """Something done to a folder, and what the file concerned held at that moment."""

    what: str  # one of _RECORDED
    path: Path
    target: Path | None = None
    content: bytes | None = None  # None of a folder


@dataclass(slots=True)
class Recorder:
    """Stands before the operating system; may fail one operation."""

    folder: Path  # only what happens below it counts
    fails: int | None = None  # the number of the operation that fails
    operations: list[Operation] = field(default_factory=list)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Record while the block runs."""
        real = {name: getattr(os, name) for name in _RECORDED}
        for name in _RECORDED:
            setattr(os, name, self._recorded(name, real[name]))
        try:
            yield
        finally:
            for name, function in real.items():
                setattr(os, name, function)

    def _recorded(self, name: str, function: Callable[..., None]) -> Callable[..., None]:
        def recorded(first: int | str | Path, *rest: str | Path, **options: object) -> None:
            path = _path(first)
            if not path.is_relative_to(self.folder):
                function(first, *rest, **options)
                return
            if len(self.operations) == self.fails:
                self.fails = None  # once
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
            content = path.read_bytes() if path.is_file() else None
            function(first, *rest, **options)
            target = _path(rest[0]) if name in ("replace", "rename") else None
            self.operations.append(Operation(name, path, target, content))

        return recorded


def _path(what: int | str | Path) -> Path:
    return Path(f"/proc/self/fd/{what}").readlink() if isinstance(what, int) else Path(what)


@dataclass(slots=True)
class _File:
    content: bytes  # as it was last seen
    flushed: bytes = b""


class Disk:
    """What a folder's disk may hold once the power comes back."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._kept = {name: _File(content, content) for name, content in files.items()}
        self._pending: list[tuple[str, str | None, _File | None]] = []  # removed, added, its file

    def happens(self, done: Operation, folder: Path) -> None:
        """Do an operation, if it concerns this folder."""
        if done.what == "fsync" and done.path == folder:
            self._kept = self._after(len(self._pending))
            self._pending = []
        elif done.path.parent != folder:
            return
        elif done.what == "fsync" and done.content is not None:
            file = self._file(done)
            file.flushed = file.content = done.content
        elif done.what in ("replace", "rename") and done.target is not None:
            self._pending.append((done.path.name, done.target.name, self._file(done)))
        elif done.what == "unlink":
            self._pending.append((done.path.name, None, None))

    def possible(self) -> Iterator[dict[str, bytes]]:
        """Everything that may stand there now, once each."""
        seen = []
        for some in range(len(self._pending) + 1):
            files = self._after(some)
            for share in (0.0, 0.5, 1.0):  # how much of what was not flushed has reached the disk
                there = {name: _survives(file, share) for name, file in files.items()}
                if there not in seen:
                    seen.append(there)
                    yield there

    def _file(self, done: Operation) -> _File:
        now = self._after(len(self._pending))
        if done.path.name not in now:
            file = _File(done.content or b"")
            self._pending.append(("", done.path.name, file))
            return file
        file = now[done.path.name]
        file.content = done.content or b""
        return file

    def _after(self, some: int) -> dict[str, _File]:
        files = dict(self._kept)
        for removed, added, file in self._pending[:some]:
            files.pop(removed, None)
            if added is not None and file is not None:
                files[added] = file
        return files


def _survives(file: _File, share: float) -> bytes:
    if file.content == file.flushed:
        return file.flushed
    return file.content[: int(len(file.content) * share)] or file.flushed


class Publication:
    """One update of a small collection that has two generations already, recorded.

    Args:
        place: an empty folder.
        seed: what chance begins with.
    """

    def __init__(self, place: Path, seed: int) -> None:
        self._place = place
        articles = stories(12, seed)
        self.source = write_folder(place / "source", articles[:10])
        self.before = place / "before"
        build_index(self.source, self.before)
        build_index(write_folder(self.source, articles), self.before)
        write_folder(self.source, revised(articles, seed))
        self.after = place / "after"
        recorder = self.recorded(self.after)
        self.operations: Sequence[Operation] = recorder.operations
        self.change = Change(
            "update",
            ("update", self.source),
            self.before,
            answers_of(self.before),
            answers_of(self.after),
            name_of(self.after),
        )

    def recorded(self, data: Path, fails: int | None = None) -> Recorder:
        """Do the update in a fresh data folder, and record it."""
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.before, data)
        recorder = Recorder(data, fails)
        with recorder.at_work():
            build_index(self.source, data)
        return recorder

    def wrong_after_power_loss(self, moment: int) -> list[str]:
        """What is wrong on any disk on which only the first `moment` operations were begun."""
        problems = []
        index = self.after / "collections" / "main" / "index"
        before = self.before / "collections" / "main" / "index"
        disk = Disk({one.name: one.read_bytes() for one in before.iterdir()})
        for done in self.operations[:moment]:
            disk.happens(done, index)
        last = moment == len(self.operations)
        for files in disk.possible():
            data = self._place / "power"
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(self.after, data)  # the library was stored before anything else
            there = data / "collections" / "main" / "index"
            shutil.rmtree(there)
            there.mkdir()
            for name, content in files.items():
                (there / name).write_bytes(content)
            problems += served_wrongly(data, self.change, new_only=last)
            problems += not_done(run_here("update", self.source, "--data", data))
            problems += served_wrongly(data, self.change, new_only=True)
            problems += leftovers(data)
        done = self.operations[moment - 1] if moment else None
        return [f"power lost after {_told(done)}: {problem}" for problem in dict.fromkeys(problems)]

    def wrong_after_failure(self, number: int) -> list[str]:
        """What is wrong where one operation fails."""
        failed = self.operations[number]
        data = self._place / "failed"
        problems = []
        try:
            self.recorded(data, fails=number)
        except ArticleIndexError as error:
            if str(data) not in str(error):
                problems.append(f"it did not name the folder: {error}")
        problems += served_wrongly(data, self.change)
        if failed.what != "unlink":
            problems += leftovers(data, most=3)
        problems += not_done(run_here("update", self.source, "--data", data))
        problems += served_wrongly(data, self.change, new_only=True) + leftovers(data)
        return [f"{_told(failed)} failed: {problem}" for problem in problems]


def wrong_order(operations: Sequence[Operation]) -> list[str]:
    """Where a file was renamed before it was flushed, or its folder was not flushed afterwards."""
    problems = []
    for number, done in enumerate(operations):
        if done.what not in ("replace", "rename") or done.target is None:
            continue
        flushed = [one.content for one in operations[:number]
                   if one.what == "fsync" and one.path == done.path]  # fmt: skip
        if not flushed or flushed[-1] != done.content:
            problems.append(f"{done.path.name} was renamed before it was flushed")
        after = [
            one for one in operations[number + 1 :]
            if one.what != "fsync" or one.path == done.target.parent
        ]  # fmt: skip
        if not after or after[0].what != "fsync":
            problems.append(f"the folder was not flushed after {done.target.name} was renamed")
    return problems


def folders_not_flushed(operations: Sequence[Operation]) -> list[str]:
    """The new folders whose own name may be lost with the power, and all that is in them."""
    return [
        str(done.path)
        for number, done in enumerate(operations)
        if done.what == "mkdir"
        and not any(
            one.what == "fsync" and one.path == done.path.parent for one in operations[number:]
        )
    ]


def first_publication(place: Path, seed: int) -> Sequence[Operation]:
    """The operations of the first publication into a folder that is not there yet."""
    source = write_folder(place / "first", stories(4, seed))
    (place / "new").mkdir()
    recorder = Recorder(place / "new")
    with recorder.at_work():
        build_index(source, place / "new" / "data")
    return recorder.operations


def _told(done: Operation | None) -> str:
    return f"{done.what} {done.path.name}" if done else "nothing"


@click.command(help=__doc__)
@trials.seed_option
def main(*, seed: int, only: int | None) -> None:
    """Cut the power, and tell what was lost."""
    with tempfile.TemporaryDirectory() as folder:
        published = Publication(Path(folder), seed)
        count = len(published.operations)
        for done in published.operations:
            click.echo(f"{done.what} {done.path.name} {done.target.name if done.target else ''}")
        plan = [
            *(partial(published.wrong_after_power_loss, moment) for moment in range(count + 1)),
            *(partial(published.wrong_after_failure, number) for number in range(count)),
            partial(wrong_order, published.operations),
        ]
        trials.report("powercuts", seed, plan, only)


if __name__ == "__main__":
    main()
