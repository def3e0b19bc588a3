"""The gathering process: `python -m index.gathering`, started and spoken to by a bot.

Its input is a line of `Terms` and then a line for each `Order`; its output a line for each
`Answer`. It ends when its input does: with whoever started it, however that ended. Whatever it was
doing is then done again by the next one, for what is stored is stored whole or not at all.
"""

import asyncio
import os
import signal
import sys
import time
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from threading import Lock

from index.errors import ArticleIndexError
from index.gathering.failures import failure
from index.gathering.following import Following, where
from index.gathering.jobs import (
    Answer,
    Done,
    Failed,
    Note,
    Order,
    Progress,
    Ready,
    Terms,
    Why,
    line,
    order_in,
    terms_in,
)
from index.gathering.pace import Pace
from index.gathering.working import Working
from index.gathering.writing import Writer
from index.ingest.addresses import AllowedHosts
from index.ingest.polite import Guest, Manners, Readers
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher
from index.intake import Step
from index.parallel import cores

_NICE = 10  # answers come first
_BETWEEN_STEPS = 0.5  # seconds between two words of a job's progress
_IDLE = 60.0  # seconds after which the processes that read are ended, with their memory
_LONGEST_LINE = 1_000_000  # bytes


class Voice:
    """Says answers, from whatever thread."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._turn = Lock()

    def say(self, answer: Answer) -> None:
        """Say an answer; nothing where nobody listens any more."""
        written = line(answer)
        with self._turn, suppress(BrokenPipeError):
            while written:
                written = written[os.write(self._descriptor, written) :]


async def work(terms: Terms, orders: asyncio.StreamReader, voice: Voice) -> None:
    """Follow feeds and do what is ordered, until the input ends."""
    data_dir = Path(terms.data)
    async with AsyncExitStack() as stack:
        readers = Readers([stack.enter_context(Sandbox()) for _ in range(cores())])
        fetcher = await stack.enter_async_context(Fetcher(AllowedHosts.parse(terms.allowed_hosts)))
        guest = Guest(fetcher, readers, Manners(terms.delay, terms.robots))
        writer = Writer(data_dir, voice.say, Pace(terms.pause))
        following = Following(data_dir, writer, guest, readers, terms.quota, voice.say)
        working = Working(data_dir, writer, following, guest, readers, terms.quota)
        tasks = {asyncio.create_task(_resting(readers))}
        if terms.schedule is not None:
            tasks.add(asyncio.create_task(_kept(following, terms.schedule, voice)))
        voice.say(Ready())
        while written := await orders.readline():
            task = asyncio.create_task(_done(working, order_in(written), voice))
            tasks.add(task)
            task.add_done_callback(tasks.discard)


async def _resting(readers: Readers) -> None:
    """Give memory back while there is nothing to read."""
    while True:
        await asyncio.sleep(_IDLE / 2)
        await readers.rest(_IDLE)


async def _kept(following: Following, pause: float, voice: Voice) -> None:
    """Keep the schedule, whatever one look at it comes to."""
    while True:
        try:
            await following.keep(pause)
        except Exception as error:  # told, and the next look may fare better
            said = f"The feeds could not be looked through ({where(error)})."
            voice.say(Note(said, is_problem=True))
        await asyncio.sleep(pause)


async def _done(working: Working, order: Order, voice: Voice) -> None:
    told = 0.0

    def progress(step: Step) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _BETWEEN_STEPS:
            told = now
            voice.say(Progress(order.number, step.stage, step.done, step.total))

    try:
        report = await working.do(order.job, order.collection, progress)
    except ArticleIndexError as error:
        failed = failure(order.number, error)
        if failed.why in (Why.LOCKED, Why.OTHER):
            voice.say(Note(f"A job failed: {error}", is_problem=True))
        voice.say(failed)
    except Exception as error:  # whoever asked is told whatever happens
        voice.say(Note(f"A job failed ({where(error)}).", is_problem=True))
        voice.say(Failed(order.number, Why.OTHER))
    else:
        voice.say(Done(order.number, report))


async def main() -> None:
    """Live as a process."""
    loop = asyncio.get_running_loop()
    orders = asyncio.StreamReader(limit=_LONGEST_LINE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    terms = terms_in(await orders.readline())
    await work(terms, orders, Voice(sys.stdout.fileno()))


if __name__ == "__main__":
    # Whoever started it ends it, also where a terminal or a supervisor signals to both.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        os.nice(_NICE)
    ending = asyncio.new_event_loop()
    ending.run_until_complete(main())
    os._exit(0)  # a publication that is under way is not waited for
