"""Processes of the bench: commands that run to their end, and servers that answer over pipes.

Each is the leader of a group of its own, so that it goes with all that it started, and an interrupt
at the terminal reaches the bench alone, which then ends them.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from bench.asked import Asked
from bench.memory import PeakMemory, memory_of

_ROOT = Path(__file__).resolve().parent.parent
_COMPLAINT = 2_000  # characters of what a process wrote last that are worth showing


class ProcessError(Exception):
    """A process of the bench failed; the message holds what it said."""


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has ended."""

    seconds: float  # from its start to its end
    output: str
    peak_mb: float | None  # with its descendants; None where the system does not tell


def python(*arguments: str | Path) -> list[str]:
    """The command line of this Python with `arguments`."""
    return [sys.executable, *map(str, arguments)]


def run(command: Sequence[str]) -> Ran:
    """Run a command to its end.

    Raises:
        ProcessError: it failed.
    """
    with tempfile.TemporaryFile() as complaints:
        begun = time.perf_counter()
        process = _start(command, subprocess.DEVNULL, complaints)
        try:
            with PeakMemory(process.pid) as memory:
                output, _ = process.communicate()
            seconds = time.perf_counter() - begun
        finally:
            _end(process)
        if process.returncode:
            raise ProcessError(f"{' '.join(command)} failed:\n{_last(complaints)}")
        return Ran(seconds, output.decode("utf-8"), memory.megabytes)


def seconds_to_first_line(command: Sequence[str]) -> float:
    """How long a command takes from its start to the end of its first line of output.

    Raises:
        ProcessError: it said nothing.
    """
    with tempfile.TemporaryFile() as complaints:
        begun = time.perf_counter()
        process = _start(command, subprocess.DEVNULL, complaints)
        try:
            line = _output(process).readline()
            seconds = time.perf_counter() - begun
        finally:
            _end(process)
        if not line:
            raise ProcessError(f"{' '.join(command)} said nothing:\n{_last(complaints)}")
        return seconds


class Server:
    """`python -m bench.worker serve`, for the time of a `with`."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the process
        self._process = _start(
            python("-m", "bench.worker", "serve", name, folder), subprocess.PIPE, self._complaints
        )
        self.seconds_to_open: float = 0.0

    def __enter__(self) -> "Server":
        try:
            self.seconds_to_open = self.receive()["seconds"]
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def send(self, what: str, asked: Sequence[Asked], **options: float) -> None:
        """Ask for something; `receive` waits for the reply."""
        request = json.dumps({"do": what, "asked": asked, **options})
        if self._process.stdin is None:
            raise ProcessError(f"{self.name} has no input")
        self._process.stdin.write(request.encode("ascii") + b"\n")
        self._process.stdin.flush()

    def receive(self) -> Any:  # noqa: ANN401  # JSON
        """The next reply.

        Raises:
            ProcessError: the process has ended.
        """
        line = _output(self._process).readline()
        if not line:
            self._process.wait()
            raise ProcessError(f"{self.name} ended:\n{_last(self._complaints)}")
        return json.loads(line)

    def request(self, what: str, *asked: Asked, **options: float) -> Any:  # noqa: ANN401  # JSON
        """Ask for something and wait for the reply."""
        self.send(what, asked, **options)
        return self.receive()

    def megabytes(self) -> float | None:
        """What the process holds now."""
        return memory_of(self._process.pid)

    def close(self) -> None:
        """End the process."""
        _end(self._process)
        self._complaints.close()


def _start(
    command: Sequence[str],
    stdin: int,
    complaints: Any,  # noqa: ANN401  # a file
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        cwd=_ROOT,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=complaints,
        start_new_session=True,
    )


def _output(process: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401  # a file
    if process.stdout is None:
        raise ProcessError("the process has no output")
    return process.stdout


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all of its group, unless it has ended by itself."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


def _last(complaints: Any) -> str:  # noqa: ANN401  # a file
    complaints.seek(0)
    said: str = complaints.read().decode("utf-8", "replace")
    return said[-_COMPLAINT:].strip()
