"""Collections changed and published, one at a time, in a thread of their own.

What is stored together is published together: however much comes in, each collection is published
at its `Pace`, the first time at once.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from index.build import Outcome, is_unpublished, republish
from index.collections import Collections
from index.errors import ArticleIndexError, LockedError
from index.gathering.jobs import Note
from index.gathering.pace import Pace
from index.intake import Progress

_ANOTHER_WRITER = 60.0  # seconds that another process is waited for
_BETWEEN_TRIES = 0.5
_AFTER_FAILURE = 60.0  # seconds until what could not be published is tried again

Changed = TypeVar("Changed")


@dataclass(slots=True)
class _Publishing:
    pace: Pace
    waiting: list[asyncio.Future[None]] = field(default_factory=list)
    is_asked_for: bool = False
    task: asyncio.Task[None] | None = None
    progress: Progress | None = None  # of whoever waits

    def take(self) -> list[asyncio.Future[None]]:
        """All who wait, and whose changes are in the library by now."""
        self.is_asked_for = False
        waiting, self.waiting = self.waiting, []
        return waiting


class Writer:
    """Changes collections for everybody in this process.

    Args:
        data_dir: the data folder.
        note: told what keeps something from being published.
        pace: that at which each collection is published.
        clock: seconds.
    """

    def __init__(
        self,
        data_dir: Path,
        note: Callable[[Note], None],
        pace: Pace = Pace(),  # noqa: B008  # only copied
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._data_dir = data_dir
        self._note = note
        self._pace = pace
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, "writer")
        self._publishing: dict[str, _Publishing] = {}

    async def change(self, change: Callable[[], Changed]) -> Changed:
        """Do something that takes a collection's lock; another process is waited for a minute.

        Raises:
            LockedError: it is still at work.
            ArticleIndexError: as its message says.
        """
        loop = asyncio.get_running_loop()
        until = self._clock() + _ANOTHER_WRITER
        while True:
            try:
                return await loop.run_in_executor(self._thread, change)
            except LockedError:
                if self._clock() > until:
                    raise
            await asyncio.sleep(_BETWEEN_TRIES)

    def publish_soon(self, collection: str) -> None:
        """Publish what a collection holds, when it is time."""
        state = self._publishing.setdefault(collection, _Publishing(replace(self._pace)))
        state.is_asked_for = True
        if state.task is None:
            state.task = asyncio.create_task(self._publish(collection, state))

    async def published(self, collection: str, progress: Progress | None = None) -> None:
        """Wait until all that the collection holds now is published.

        Raises:
            ArticleIndexError: it cannot be, as its message says; it will be tried again.
        """
        place = Collections(self._data_dir).collection(collection)
        if not await asyncio.to_thread(is_unpublished, place):
            return
        self.publish_soon(collection)
        state = self._publishing[collection]
        if progress is not None:
            state.progress = progress
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        state.waiting.append(future)
        await future

    async def _publish(self, collection: str, state: _Publishing) -> None:
        place = Collections(self._data_dir).collection(collection)
        try:
            while state.is_asked_for:
                waiting = state.take()
                try:
                    # The publication that has just ended may have been what they wait for.
                    if await asyncio.to_thread(is_unpublished, place):
                        await asyncio.sleep(state.pace.pause(self._clock()))
                        waiting += state.take()
                        await self._publish_now(collection, state)
                except Exception as error:  # those who wait are told whatever happens
                    reason = str(error) if isinstance(error, ArticleIndexError) else repr(error)
                    said = f"{collection} could not be published: {reason}"
                    self._note(Note(said, is_problem=True))
                    _tell(waiting, error)
                    await asyncio.sleep(_AFTER_FAILURE)
                    state.is_asked_for = True
                    continue
                _tell(waiting, None)
        finally:
            state.task = None

    async def _publish_now(self, collection: str, state: _Publishing) -> None:
        progress, state.progress = state.progress or (lambda _: None), None
        begun = self._clock()

        def publish() -> Outcome:
            nonlocal begun
            begun = self._clock()
            return republish(self._data_dir, collection, progress=progress)

        outcome = await self.change(publish)
        if outcome.published:
            state.pace.published(begun, self._clock())


def _tell(waiting: list[asyncio.Future[None]], error: Exception | None) -> None:
    for one in waiting:
        if one.done():
            continue
        if error is None:
            one.set_result(None)
        else:
            one.set_exception(error)
