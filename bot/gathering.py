"""The gathering process as the bot sees it: started, kept running, told what to do.

Articles are fetched, read, analysed and published there and never here, at a lower priority, so
that answers do not wait for it. It follows the feeds on a schedule of its own accord.
"""

import asyncio
import contextlib
import itertools
import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.texts import own_articles as texts
from index.errors import ArticleIndexError
from index.gathering.jobs import (
    Answer,
    Done,
    Failed,
    Job,
    Note,
    Order,
    Progress,
    Ready,
    Report,
    Terms,
    answer_in,
    line,
)

# Found where the bot was found, and nowhere else: not in whatever folder it is started from.
_PROGRAM = (
    f"import sys; sys.path[:] = {sys.path!r}\n"
    "from runpy import run_module; run_module('index.gathering', run_name='__main__')"
)
_ARGUMENTS = (sys.executable, "-X", "utf8", "-c", _PROGRAM)
_LONGEST_LINE = 8_000_000  # bytes; a report of many articles
_LASTED = 60.0  # seconds after which the next failure is a first one
_LONGEST_PAUSE = 60.0
_SECONDS_TO_END = 3.0

_log = logging.getLogger(__name__)


class JobFailedError(ArticleIndexError):
    """A job was not done, for the reason that its message says."""


@dataclass(slots=True)
class _Waiting:
    """Somebody waits for a job."""

    progress: Callable[[Progress], None]
    done: asyncio.Future[Report] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )


class Gathering:
    """Keeps the gathering process running; `keep` runs for as long as it shall.

    Args:
        terms: how the process works.
        environment: its environment, in which no secret should be.
        pause: seconds until it is started again after it has ended by itself; doubled each time.
    """

    def __init__(self, terms: Terms, environment: dict[str, str], pause: float = 1.0) -> None:
        self._terms = terms
        self._environment = environment
        self._pause = pause
        self._numbers = itertools.count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._process: asyncio.subprocess.Process | None = None
        self._is_ready = asyncio.Event()

    @property
    def data_dir(self) -> Path:
        """The data folder."""
        return Path(self._terms.data)

    @property
    def process_id(self) -> int | None:
        """The id of the process, while there is one."""
        return self._process.pid if self._process else None

    async def keep(self) -> None:
        """Run the process, and run it again where it ends; until this is cancelled."""
        pause = self._pause
        loop = asyncio.get_running_loop()
        while True:
            begun = loop.time()
            try:
                code = await self._run()
            except OSError as error:
                reason = f"it cannot be started ({error.strerror})"
            else:
                reason = f"it ended with code {code}"
            if loop.time() - begun > _LASTED:
                pause = self._pause
            await asyncio.sleep(pause)
            _log.error("the gathering process is started again: %s", reason)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def do(
        self, collection: str, job: Job, progress: Callable[[Progress], None] = lambda _: None
    ) -> Report:
        """Have a job done; what it did can be found when this returns.

        Args:
            collection: the collection that it changes.
            job: what is to be done.
            progress: told how far it has come.

        Raises:
            JobFailedError: it was not done; what had been stored stays.
        """
        try:
            await asyncio.wait_for(self._is_ready.wait(), _LONGEST_PAUSE)
        except TimeoutError:
            raise JobFailedError(texts.CANNOT_GATHER) from None
        number = next(self._numbers)
        waiting = self._waiting[number] = _Waiting(progress)
        try:
            self._say(line(Order(number, collection, job)))
            return await waiting.done
        finally:
            del self._waiting[number]

    def _say(self, written: bytes) -> None:
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            raise JobFailedError(texts.CANNOT_GATHER)
        process.stdin.write(written)

    async def _run(self) -> int:
        """The life of one process."""
        process = await asyncio.create_subprocess_exec(
            *_ARGUMENTS,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self._environment,
            limit=_LONGEST_LINE,
        )
        self._process = process
        complaining = asyncio.create_task(_note_complaints(process))
        try:
            self._say(line(self._terms))
            await self._hear(process)
            return await process.wait()
        finally:
            self._process = None
            self._is_ready.clear()
            self._give_up()
            await _end(process)
            complaining.cancel()

    async def _hear(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101  # it was started with a pipe
        while written := await process.stdout.readline():
            try:
                answer = answer_in(written)
            except ValueError:
                _log.error("the gathering process said what is no answer")
                continue
            self._take(answer)

    def _take(self, answer: Answer) -> None:
        match answer:
            case Ready():
                self._is_ready.set()
            case Note(sentence, is_problem):
                _log.log(logging.WARNING if is_problem else logging.INFO, "%s", sentence)
            case Progress(number):
                if waiting := self._waiting.get(number):
                    waiting.progress(answer)
            case Done(number, report):
                waiting = self._waiting.get(number)
                if waiting and not waiting.done.done():
                    waiting.done.set_result(report)
            case Failed(number, why, what):
                waiting = self._waiting.get(number)
                if waiting and not waiting.done.done():
                    waiting.done.set_exception(JobFailedError(texts.not_done(why, what)))

    def _give_up(self) -> None:
        """Tell all who wait that nothing will come."""
        for waiting in self._waiting.values():
            if not waiting.done.done():
                waiting.done.set_exception(JobFailedError(texts.GATHERING_ENDED))


async def _note_complaints(process: asyncio.subprocess.Process) -> None:
    """Keep what a process says when something has gone very wrong, for those who look closely."""
    assert process.stderr is not None  # noqa: S101  # it was started with a pipe
    while written := await process.stderr.readline():
        _log.debug("the gathering process: %s", written.decode("utf-8", "replace").rstrip())


async def _end(process: asyncio.subprocess.Process) -> None:
    """End a process: it ends with its input, or else by force."""
    assert process.stdin is not None  # noqa: S101  # it was started with a pipe
    with contextlib.suppress(OSError):
        process.stdin.close()
    try:
        async with asyncio.timeout(_SECONDS_TO_END):
            await process.wait()
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
