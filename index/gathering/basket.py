"""What feeds bring, stored every second while they are still being asked."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from index.build import store_articles
from index.errors import ArticleIndexError
from index.gathering.writing import Writer
from index.ingest.reading import Reading
from index.intake import Intake
from index.refresh import memory_of, readings_of
from index.visits import Delivery

_GATHERED_FOR = 1.0  # seconds


@dataclass(slots=True)
class Taken:
    """What was stored, and what came of it."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    skipped: list[Reading] = field(default_factory=list)
    doubtful: list[Reading] = field(default_factory=list)
    read: dict[str, Reading] = field(default_factory=dict)  # by the ids of their articles

    def note(self, intake: Intake, readings: list[tuple[str, Reading]]) -> None:
        """Note what came of storing `readings`."""
        self.added += intake.added
        self.changed += intake.changed
        self.unchanged += len(intake.seen) - len(intake.added) - len(intake.changed)
        self.skipped += intake.skipped
        self.doubtful += intake.doubtful
        self.read |= {one.article.id: one for _, one in readings if one.article}


class Basket:
    """Takes deliveries for one collection, and has them stored and published; a context manager.

    Args:
        data_dir: the data folder.
        collection: where everything goes.
        writer: stores and publishes.
        is_forgotten: whether a feed is no longer followed, although it is still being asked.
    """

    def __init__(
        self,
        data_dir: Path,
        collection: str,
        writer: Writer,
        is_forgotten: Callable[[str], bool],
    ) -> None:
        self.taken = Taken()
        self._data_dir = data_dir
        self._collection = collection
        self._writer = writer
        self._is_forgotten = is_forgotten
        self._waiting: list[Delivery] = []
        self._storing: asyncio.Task[None] | None = None
        self._is_over = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._storing = asyncio.create_task(self._keep_storing())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        assert self._storing is not None  # noqa: S101  # it was entered
        await self._storing  # what has begun to be stored is a part of what was taken
        await self._store()

    def put(self, delivery: Delivery) -> None:
        """Take a delivery."""
        self._waiting.append(delivery)

    async def _keep_storing(self) -> None:
        while not self._is_over.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_over.wait(), _GATHERED_FOR)
            with suppress(ArticleIndexError):
                # It waits for the next time, the last of which says what is wrong.
                await self._store()

    async def _store(self) -> None:
        if not self._waiting:
            return
        delivered, self._waiting = self._waiting, []
        readings: list[tuple[str, Reading]] = []

        def store() -> Intake:
            kept = [one for one in delivered if not self._is_forgotten(one.feed.url)]
            readings[:] = readings_of(kept)
            return store_articles(readings, self._data_dir, self._collection, also=memory_of(kept))

        try:
            intake = await self._writer.change(store)
        except ArticleIndexError:
            self._waiting = [*delivered, *self._waiting]
            raise
        self.taken.note(intake, readings)
        if intake.added or intake.changed:
            self._writer.publish_soon(self._collection)
