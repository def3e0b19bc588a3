"""Work spread over the cores, its results in order.

The processes are started afresh and spoken to through pipes, not forked and not by
`multiprocessing`: a fork of a process with threads may hang, and `multiprocessing` runs the
caller's main script once more. They end by themselves when whoever started them is gone, however
it went.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from index.errors import WorkerError

Job = TypeVar("Job")
Result = TypeVar("Result")
_Submitted = tuple[int, Future[Result]]

_WAITING = 2  # jobs a process has at hand: one at work, one to begin at once


def cores() -> int:
    """How many processes can work at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers(Generic[Job, Result]):
    """Processes that each make one function and call it with jobs.

    Args:
        make: called once in each process; gives the function that does the jobs. It stands at the
            top of a module, and so do the types of jobs and results.
        count: how many processes; with none, threads of the caller's do the jobs.
        threads: how many; more than one where the function may be called by several at once.
    """

    def __init__(
        self, make: Callable[[], Callable[[Job], Result]], count: int, threads: int = 1
    ) -> None:
        self.make = make
        self.count = count
        self.threads = threads

    @contextmanager
    def results(self, jobs: Iterable[Job]) -> Iterator[Iterator[tuple[int, Result]]]:
        """The result of each job, in order, each with the number of the process that made it.

        The first jobs are at work before the first result is asked for.

        Raises:
            WorkerError: a process was ended from outside.
        """
        with ExitStack() as stack:
            processes = [stack.enter_context(_started(self.make)) for _ in range(self.count)]
            work: list[Callable[[Job], Result]] = [partial(_exchange, one) for one in processes]
            # One thread a process: who only sends while the other only answers waits for ever.
            queues = [_Queue(one) for one in work or [self.make()] * self.threads]
            for queue in queues:
                # What is at work in another process ends with it; what is at work here is awaited.
                stack.callback(queue.close, wait=not processes)
            submitted = self._submitted(queues, jobs)
            ahead = list(islice(submitted, _WAITING * len(queues)))
            yield _in_order(ahead, submitted)

    def _submitted(
        self, queues: Sequence["_Queue[Job, Result]"], jobs: Iterable[Job]
    ) -> Iterator["_Submitted[Result]"]:
        for (worker, queue), job in zip(cycle(enumerate(queues)), jobs, strict=False):
            yield worker, queue.submit(job)


class _Queue(Generic[Job, Result]):
    """Jobs that one thread does one after the other."""

    def __init__(self, work: Callable[[Job], Result]) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._work = work

    def close(self, *, wait: bool) -> None:
        self._thread.shutdown(wait=wait, cancel_futures=True)

    def submit(self, job: Job) -> Future[Result]:
        return self._thread.submit(self._work, job)


def _in_order(
    ahead: Iterable["_Submitted[Result]"], more: Iterator["_Submitted[Result]"]
) -> Iterator[tuple[int, Result]]:
    waiting = deque(ahead)
    while waiting:
        worker, future = waiting.popleft()
        yield worker, future.result()
        waiting.extend(islice(more, 1))


@contextmanager
def _started(make: Callable[[], Any]) -> Iterator["subprocess.Popen[bytes]"]:
    here = str(Path(__file__).resolve().parent.parent)
    # Where this process found its modules, that one shall.
    program = (
        f"import sys; sys.path[:0] = {[here, *sys.path]!r}; import index.parallel as p; p.serve()"
    )
    process = subprocess.Popen(  # noqa: S603  # our own interpreter with our own words
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        _send(process, make)
        yield process
    finally:
        process.kill()  # it holds nothing that could be lost
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):  # what it has not read is of no use to it now
                    pipe.close()


def _send(process: "subprocess.Popen[bytes]", message: object) -> None:
    assert process.stdin is not None  # noqa: S101  # it was started with pipes
    try:
        pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
    except OSError as error:
        raise _ended(process) from error


def _exchange(process: "subprocess.Popen[bytes]", job: object) -> Any:  # noqa: ANN401  # the result
    assert process.stdout is not None  # noqa: S101  # it was started with pipes
    _send(process, job)
    try:
        result = pickle.load(process.stdout)  # noqa: S301  # from the process we started
    except (EOFError, pickle.UnpicklingError) as error:
        raise _ended(process) from error
    if isinstance(result, BaseException):
        raise result
    return result


def _ended(process: "subprocess.Popen[bytes]") -> WorkerError:
    code = process.wait()
    how = f"signal {-code}" if code < 0 else f"code {code}"
    return WorkerError(
        f"A process of the build ended early ({how}), perhaps for want of memory; the old index "
        "still serves: make room, then run the command again."
    )


def serve() -> None:
    """The life of a process: one function, then job after job until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us decides, and ends us
    # What is printed by mistake must not stand among the results.
    results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    jobs = sys.stdin.buffer
    try:
        work = pickle.load(jobs)()  # noqa: S301  # from the process that started us
        while True:
            job = pickle.load(jobs)  # noqa: S301
            try:
                result = work(job)
            except Exception as error:  # it is raised where the job came from
                result = error
            pickle.dump(result, results, pickle.HIGHEST_PROTOCOL)
            results.flush()
    except (EOFError, BrokenPipeError):
        return  # nobody is left to be told anything
