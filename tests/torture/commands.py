"""`byline index` run as a process of its own, watched, and stopped; or run right here."""

import io
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from index.cli import execute, index_commands

ROOT = Path(__file__).resolve().parents[2]
DONE, FAILED, INTERRUPTED = 0, 1, 130
INDEX = (sys.executable, "-m", "index")
_MARK = "BYLINE_TORTURE"
_PATIENCE = 120.0  # seconds; a command that takes longer hangs


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Running:
    """A command at work, in a session of its own."""

    process: "subprocess.Popen[bytes]"
    mark: str  # in the environment of the process and of all that it starts

    def wait(self, beginning: Path, seconds: float) -> None:
        """Wait until so long after `beginning` exists, or until the end if that comes first."""
        while not beginning.exists() and self.process.poll() is None:
            time.sleep(0.001)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)

    def signal(self, number: int, *, everyone: bool) -> None:
        """Send a signal to the process, or to everyone in its group."""
        if self.process.poll() is None:
            if everyone:
                os.killpg(self.process.pid, number)
            else:
                self.process.send_signal(number)

    def end(self) -> Done:
        """Wait for the end."""
        out, err = self.process.communicate(timeout=_PATIENCE)
        return Done(self.process.returncode, out.decode(), err.decode())

    def orphans(self, seconds: float) -> list[int]:
        """The processes that it started and that outlive it by so long; they are ended then."""
        limit = time.monotonic() + seconds
        while (alive := list(_marked(self.mark))) and time.monotonic() < limit:
            time.sleep(0.02)
        for pid in alive:
            os.kill(pid, signal.SIGKILL)
        return alive


@contextmanager
def running(
    arguments: Sequence[str | Path], *, program: Sequence[str | Path] = INDEX, **environment: str
) -> Iterator[Running]:
    """Start `byline index ARGUMENTS` in a session of its own; nothing of it outlives the block."""
    mark = uuid.uuid4().hex
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("BYLINE_", "DISCORD_"))}
    process = subprocess.Popen(
        [str(word) for word in (*program, *arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**bare, "PYTHONPATH": str(ROOT), **environment, _MARK: mark},
        start_new_session=True,
    )
    started = Running(process, mark)
    try:
        yield started
    finally:
        started.signal(signal.SIGKILL, everyone=True)
        process.communicate()
        started.orphans(0.0)


def run(*arguments: str | Path, program: Sequence[str | Path] = INDEX, **environment: str) -> Done:
    """Run `byline index ARGUMENTS` to its end."""
    with running(arguments, program=program, **environment) as command:
        return command.end()


def run_here(*arguments: str | Path) -> Done:
    """Run `byline index ARGUMENTS` in this process: the same, without waiting for Python."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = execute(index_commands, [str(argument) for argument in arguments])
    return Done(code, out.getvalue(), err.getvalue())


def not_done(done: Done) -> list[str]:
    """What is wrong with how a command ended that should have done its work."""
    if done.code == DONE and "Traceback" not in done.err:
        return []
    return [f"the command ended with {done.code}: {done.err.strip()}"]


def not_refused(done: Done, *names: str) -> list[str]:
    """What is wrong with how a command ended that should have failed in one sentence."""
    problems = []
    if done.code != FAILED:
        problems.append(f"it ended with {done.code} and not {FAILED}: {done.err.strip()}")
    if done.err.count("\n") != 1 or "Traceback" in done.err:
        problems.append(f"it said more or less than one line: {done.err.strip()!r}")
    problems += [f"it did not name {one}: {done.err.strip()}" for one in names
                 if one not in done.err]  # fmt: skip
    return problems


def leftovers(data: Path, *others: Path, log: bool = False, most: int = 2) -> list[str]:
    """What lies in the folder of `main`, and in other folders, that should not.

    With `log` the library's write-ahead log may be there: it holds what was stored, if there was no
    room to put it where it belongs. `most` generations may be there: the one served and the one
    before, and until the next command one that could not be published.
    """
    folder = data / "collections" / "main"
    expected = {"library.db", "index", "lock"}
    if log:
        expected |= {"library.db-wal", "library.db-shm"}
    strays = [one.name for one in folder.iterdir() if one.name not in expected]
    generations = [one for one in folder.glob("index/*.db") if not one.name.startswith(".")]
    strays += [
        one.name
        for one in folder.glob("index/*")
        if one.name != "current" and one not in generations
    ]
    strays += [one.name for one in data.iterdir() if one.name != "collections"]
    strays += [one.name for other in others for one in other.iterdir()]
    problems = [f"left over: {name}" for name in strays]
    if len(generations) > most:
        problems.append(f"left over: {len(generations)} generations")
    return problems


def _marked(mark: str) -> Iterator[int]:
    """The living processes with this mark in their environment."""
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if f"{_MARK}={mark}".encode() in (entry / "environ").read_bytes():
                yield int(entry.name)
        except OSError:  # it has ended meanwhile, or is somebody else's
            continue
