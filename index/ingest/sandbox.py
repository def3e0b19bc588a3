"""What others wrote in formats that take real parsers, read in a process that may be ended.

The process has bounds on memory and time, cannot write files, and is given no environment: neither
tokens nor proxies. What passes is JSON, so that one who breaks the parser cannot reach who asked.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import Any, BinaryIO, Self

from index.errors import BadInputError, SystemFailureError
from index.texts import reasons

_LONGEST_RESULT = 32_000_000  # bytes; a text of two million characters, escaped
_SECONDS_TO_START = 60.0
# Each with the module that reads it, which is imported when the first of its kind comes.
_PARSERS = {
    "page": ("index.ingest.page", "parse"),
    "piece": ("index.ingest.page", "parse_piece"),
    "pdf": ("index.ingest.pdf", "parse"),
    "feed": ("index.ingest.feeds", "parse"),
    "robots": ("index.ingest.robots", "parse"),
}
_HERE = Path(__file__).resolve().parent
# The packages without what they import for others: a third of a second, and numpy's memory.
_WITHOUT_FRONT_DOORS = f"""
from types import ModuleType
for name, folder in (("index", {str(_HERE.parent)!r}), ("index.ingest", {str(_HERE)!r})):
    sys.modules[name] = ModuleType(name)
    sys.modules[name].__path__ = [folder]
"""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much reading one thing may take."""

    seconds: float = 10.0
    megabytes: int = 512  # on top of what the parsers themselves need


class Sandbox:
    """A process that reads one thing after another; it is started when the first one comes.

    A context manager. It may be used by several threads, which wait for each other.
    """

    def __init__(self, bounds: Bounds = Bounds()) -> None:
        self._bounds = bounds
        self._process: subprocess.Popen[bytes] | None = None
        self._prepared: set[str] = set()  # the kinds whose parsers the process has imported
        self._turn = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, kind: str, content: bytes, options: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        """What the parser of a kind finds in `content`.

        Raises:
            BadInputError: nothing, or nothing within the bounds.
            SystemFailureError: no process can be started.
        """
        job = {"kind": kind, "length": len(content), "options": dict(options or {})}
        with self._turn:
            process = self._process = self._process or self._started()
            self._prepare(process, kind)
            answer = self._exchange(process, json.dumps(job).encode() + b"\n" + content)
        if "refused" in answer:
            raise BadInputError(str(answer["refused"]))
        return answer["result"]

    def rest(self) -> None:
        """End the process until the next thing is to be read."""
        with self._turn:
            self._end()

    def _prepare(self, process: "subprocess.Popen[bytes]", kind: str) -> None:
        """Have a parser imported, which is no part of reading: a busy machine takes seconds."""
        if kind in self._prepared:
            return
        if not _line(process, _SECONDS_TO_START, json.dumps({"kind": kind}).encode() + b"\n"):
            self._end()
            raise SystemFailureError(reasons.NO_PROCESS)
        self._prepared.add(kind)

    def _started(self) -> "subprocess.Popen[bytes]":
        program = (
            f"import sys; sys.path[:0] = {sys.path!r}\n{_WITHOUT_FRONT_DOORS}"
            f"import index.ingest.sandbox as s; s.serve({self._bounds.megabytes})"
        )
        process = subprocess.Popen(  # noqa: S603  # our own interpreter with our own words
            [sys.executable, "-X", "utf8", "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={},
        )
        if not _line(process, _SECONDS_TO_START):
            process.kill()
            process.wait()
            raise SystemFailureError(reasons.NO_PROCESS)
        return process

    def _exchange(self, process: "subprocess.Popen[bytes]", job: bytes) -> dict[str, Any]:
        seconds = self._bounds.seconds
        line = _line(process, seconds, job)
        if not line.endswith(b"\n"):
            self._end()
            raise BadInputError(reasons.TOO_MUCH.format(seconds, self._bounds.megabytes))
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _end(self) -> None:
        process, self._process = self._process, None
        self._prepared.clear()
        if process is None:
            return
        process.kill()  # it holds nothing that could be lost
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _line(process: "subprocess.Popen[bytes]", seconds: float, job: bytes = b"") -> bytes:
    """What a process answers in time; less than a line where it does not."""
    assert process.stdin is not None  # noqa: S101  # it was started with pipes
    assert process.stdout is not None  # noqa: S101  # the same
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        process.stdin.write(job)
        process.stdin.flush()
        return process.stdout.readline(_LONGEST_RESULT)
    except OSError:
        return b""
    finally:
        timer.cancel()


def serve(megabytes: int) -> None:
    """The life of the process: one thing after the other until the input ends."""
    jobs = sys.stdin.buffer
    results = sys.stdout.buffer
    sys.stdout = sys.stderr  # what a parser prints must not stand among the results
    parsers: dict[str, Callable[..., Any]] = {}
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _say(results, {})
    while head := jobs.readline():
        job = json.loads(head)
        kind = job["kind"]
        if kind not in parsers:
            module, function = _PARSERS[kind]
            _bound(None)
            parsers[kind] = getattr(import_module(module), function)
            _say(results, {})
            continue
        content = jobs.read(job["length"])
        _bound(megabytes)
        _say(results, _answer(parsers[kind], content, job["options"]))


def _answer(parser: Callable[..., Any], content: bytes, options: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"result": parser(content, **options)}
    except BadInputError as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": reasons.TOO_MUCH_MEMORY}
    except RecursionError:
        return {"refused": reasons.TOO_DEEP}
    except Exception as error:  # a parser's own, on what nobody foresaw
        return {"refused": reasons.NOT_READ.format(type(error).__name__)}


def _say(results: BinaryIO, answer: dict[str, Any]) -> None:
    results.write(json.dumps(answer).encode() + b"\n")
    results.flush()


def _bound(megabytes: int | None) -> None:
    """Let the process take so much more memory than it has; any amount with None."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = most
    if megabytes is not None:
        with suppress(OSError, ValueError):  # only Linux tells how much it has
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
            limit = pages * resource.getpagesize() + megabytes * 1_000_000
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
