"""Feeds asked for what is new: those that are due, of all collections, and those that are named."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.build import count_articles, is_unpublished, store_articles
from index.collections import Collection, Collections
from index.errors import ArticleIndexError
from index.feeds import FollowedFeed, utc
from index.gathering.basket import Basket, Taken
from index.gathering.failures import QuotaReachedError
from index.gathering.jobs import Note, Quota
from index.gathering.writing import Writer
from index.holdings import followed
from index.ingest.polite import Guest, Readers
from index.intake import Progress
from index.refresh import Round, known_of, memory_of
from index.visits import Delivery, Refreshed

_ROUNDS_AT_ONCE = 4  # collections


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a library said of its feeds when it was read."""

    stamp: tuple[int, ...]
    next_try: str | None  # None where no feed is followed


class Following:
    """Asks feeds, one round at a time in each collection.

    Args:
        data_dir: the data folder.
        writer: stores and publishes.
        guest: fetches.
        readers: read what is fetched.
        quota: how much a server's collection may hold.
        note: given what the log should say.
    """

    def __init__(
        self,
        data_dir: Path,
        writer: Writer,
        guest: Guest,
        readers: Readers,
        quota: Quota,
        note: Callable[[Note], None],
    ) -> None:
        self._data_dir = data_dir
        self._writer = writer
        self._guest = guest
        self._readers = readers
        self._quota = quota
        self._note = note
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._at_once = asyncio.Semaphore(_ROUNDS_AT_ONCE)
        self._forgotten: set[tuple[str, str]] = set()
        self._seen: dict[str, _Seen] = {}
        self._rounds: set[asyncio.Task[None]] = set()

    async def keep(self, pause: float) -> None:
        """Ask the feeds that are due, for ever, looking for them every `pause` seconds."""
        await self._publish_what_was_left()
        while True:
            for place in await asyncio.to_thread(Collections(self._data_dir).all):
                if not self._turns[place.name].locked():
                    await self._begin(place)
            await asyncio.sleep(pause)

    async def ask(
        self, collection: str, feeds: Sequence[FollowedFeed], progress: Progress = lambda _: None
    ) -> tuple[list[Refreshed], Taken]:
        """Ask feeds, and store what is new; it is published soon.

        Raises:
            ArticleIndexError: as its message says.
        """
        async with self._turns[collection]:
            for feed in feeds:
                self._forgotten.discard((collection, feed.url))
            return await self._round(collection, feeds, progress)

    def forget(self, collection: str, urls: Sequence[str]) -> None:
        """Take nothing more of feeds, although they are being asked."""
        self._forgotten |= {(collection, url) for url in urls}

    async def check_room(self, collection: str) -> None:
        """Refuse to add to what is full.

        Raises:
            QuotaReachedError: the collection holds as many articles as it may.
        """
        if not collection.startswith(self._quota.prefix):
            return
        held = await asyncio.to_thread(count_articles, self._data_dir, collection)
        if held >= self._quota.articles:
            raise QuotaReachedError(held, self._quota.articles)

    async def _begin(self, place: Collection) -> None:
        try:
            due = await asyncio.to_thread(self._due, place, utc(datetime.now(UTC)))
        except ArticleIndexError as error:
            self._note(Note(f"The feeds of {place.name} cannot be read: {error}", is_problem=True))
            return
        if due:
            task = asyncio.create_task(self._scheduled(place.name, due))
            self._rounds.add(task)
            task.add_done_callback(self._rounds.discard)

    def _due(self, place: Collection, now: str) -> list[FollowedFeed]:
        stamp = _stamp(place)
        seen = self._seen.get(place.name)
        if seen and seen.stamp == stamp and (seen.next_try is None or seen.next_try > now):
            return []
        feeds = followed(self._data_dir, place.name)
        next_try = min((feed.next_try or "" for feed in feeds), default=None)
        self._seen[place.name] = _Seen(stamp, next_try)
        return [feed for feed in feeds if (feed.next_try or "") <= now]

    async def _scheduled(self, collection: str, due: Sequence[FollowedFeed]) -> None:
        try:
            async with self._turns[collection], self._at_once:
                done, taken = await self._round(collection, due)
        except Exception as error:  # nobody waits for this task, and the next may fare better
            said = str(error) if isinstance(error, ArticleIndexError) else where(error)
            self._note(
                Note(f"The feeds of {collection} could not be refreshed: {said}", is_problem=True)
            )
            return
        failed = sum(one.feed.problem is not None for one in done)
        if taken.added or taken.changed or failed:
            self._note(
                Note(
                    f"feeds refreshed: collection={collection} asked={len(done)} failed={failed} "
                    f"added={len(taken.added)} changed={len(taken.changed)}"
                )
            )

    async def _round(
        self, collection: str, feeds: Sequence[FollowedFeed], progress: Progress = lambda _: None
    ) -> tuple[list[Refreshed], Taken]:
        now = datetime.now(UTC)
        try:
            await self.check_room(collection)
        except QuotaReachedError as problem:
            return await self._refused(collection, feeds, problem, now), Taken()
        known = await asyncio.to_thread(known_of, self._data_dir, collection)

        def is_forgotten(url: str) -> bool:
            return (collection, url) in self._forgotten

        async with Basket(self._data_dir, collection, self._writer, is_forgotten) as basket:
            round_ = Round(known, self._guest, self._readers, now, basket.put)
            done = await round_.visit(feeds, progress)
        return done, basket.taken

    async def _refused(
        self,
        collection: str,
        feeds: Sequence[FollowedFeed],
        problem: QuotaReachedError,
        now: datetime,
    ) -> list[Refreshed]:
        done = [Refreshed(feed.after_failure(problem, now)) for feed in feeds]
        memory = memory_of([Delivery(one.feed) for one in done])
        await self._writer.change(
            lambda: store_articles((), self._data_dir, collection, also=memory)
        )
        return done

    async def _publish_what_was_left(self) -> None:
        """Publish what was stored before the last process of this kind ended."""
        for place in await asyncio.to_thread(Collections(self._data_dir).all):
            try:
                if await asyncio.to_thread(is_unpublished, place):
                    self._writer.publish_soon(place.name)
            except ArticleIndexError as error:
                self._note(
                    Note(f"The library of {place.name} cannot be read: {error}", is_problem=True)
                )


def _stamp(place: Collection) -> tuple[int, ...]:
    """What changes whenever a library does."""
    files = (place.library, place.library.with_name(f"{place.library.name}-wal"))
    return tuple(one.stat().st_mtime_ns if one.exists() else 0 for one in files)


def where(error: Exception) -> str:
    """What went wrong and where, without what it says of anybody's articles."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{place}"
