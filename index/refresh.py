"""Following feeds: asked for what is new, politely, and their articles brought into a collection.

Nothing is locked while the web is waited for; what came is then stored in one transaction, together
with what is remembered of the feeds. One feed that fails says so, and the others go on.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from index.articles import MAIN
from index.build import Outcome, add_articles
from index.collections import Collections
from index.database import readable
from index.errors import BadInputError
from index.feeds import FeedItem, FeedTable, FollowedFeed, knows_feeds
from index.ingest.addresses import AllowedHosts
from index.ingest.fields import web_address
from index.ingest.polite import Guest, Manners, Readers
from index.ingest.reading import Reading, shown
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher
from index.intake import Progress, Step
from index.library import LIBRARY, Library
from index.lock import AT_ONCE, Patience
from index.parallel import cores
from index.texts import reasons
from index.visits import Delivery, Refreshed, Visit

_AT_ONCE = 8  # feeds


class NoAddressError(BadInputError):
    """What is given is no address of the web."""

    def __init__(self, written: str) -> None:
        self.written = written
        super().__init__(reasons.NO_ADDRESS.format(shown(written)))


@dataclass(frozen=True, slots=True)
class Known:
    """What a collection holds before feeds are asked."""

    feeds: list[FollowedFeed] = field(default_factory=list)
    items: dict[str, list[FeedItem]] = field(default_factory=dict)  # by their feeds
    origins: dict[str, str] = field(default_factory=dict)  # of articles, by their addresses


def refresh_feeds(
    feeds: Sequence[FollowedFeed],
    data_dir: Path,
    collection: str = MAIN,
    *,
    allowed: AllowedHosts,
    now: datetime,
    manners: Manners,
    progress: Progress = lambda _: None,
    patience: Patience = AT_ONCE,
) -> tuple[list[Refreshed], Outcome]:
    """Ask feeds for what is new, and publish it.

    A feed that is not followed yet will be, if it answers.

    Args:
        feeds: those that are asked.
        data_dir: the data folder; it is created where it is missing.
        collection: the collection their articles go to.
        allowed: hosts that may be anywhere.
        now: the time it is.
        manners: how hosts are treated.
        progress: told how far it has come.
        patience: how long another process that changes the collection is waited for.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    known = known_of(data_dir, collection)
    delivered: list[Delivery] = []

    async def ask() -> list[Refreshed]:
        with ExitStack() as stack:
            readers = Readers([stack.enter_context(Sandbox()) for _ in range(cores())])
            async with Fetcher(allowed) as fetcher:
                guest = Guest(fetcher, readers, manners)
                round_ = Round(known, guest, readers, now, delivered.append)
                return await round_.visit(feeds, progress)

    done = asyncio.run(ask())
    outcome = add_articles(
        readings_of(delivered),
        data_dir,
        collection,
        progress=progress,
        also=memory_of(delivered),
        patience=patience,
    )
    return done, outcome


def unfollow(
    feeds: Sequence[FollowedFeed],
    data_dir: Path,
    collection: str = MAIN,
    *,
    with_articles: bool = False,
    patience: Patience = AT_ONCE,
) -> Outcome:
    """Forget feeds; their articles stay, unless `with_articles`.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    gone: list[str] = []

    def forget(connection: sqlite3.Connection) -> None:
        gone.extend(forget_feeds(connection, feeds, with_articles=with_articles))

    outcome = add_articles((), data_dir, collection, also=forget, patience=patience)
    return replace(outcome, changes=replace(outcome.changes, removed=tuple(gone)))


def forget_feeds(
    connection: sqlite3.Connection, feeds: Iterable[FollowedFeed], *, with_articles: bool
) -> list[str]:
    """Forget feeds in a library; the ids of the articles that went with them."""
    library = Library(connection)
    gone: list[str] = []
    for feed in feeds:
        FeedTable(connection).remove(feed.url)
        if with_articles:
            gone.extend(sorted(library.ids_from(feed.origin)))
    if gone:
        library.remove(gone)
        library.touch()
    return gone


def known_of(data_dir: Path, collection: str) -> Known:
    """What a collection holds before its feeds are asked.

    Raises:
        ArticleIndexError: as its message says.
    """
    place = Collections(data_dir).collection(collection)
    if not place.library.exists():
        return Known()
    with readable(place.library, LIBRARY) as connection:
        if not knows_feeds(connection):
            return Known(origins=Library(connection).origins_by_url())
        table = FeedTable(connection)
        feeds = table.all()
        items = {feed.url: table.items(feed.url) for feed in feeds}
        return Known(feeds, items, Library(connection).origins_by_url())


class Round:
    """Looks at feeds of one collection, some at a time.

    Args:
        known: what the collection holds.
        guest: fetches.
        readers: read what is fetched.
        now: the time it is.
        deliver: given what is to be stored, as it comes.
    """

    def __init__(
        self,
        known: Known,
        guest: Guest,
        readers: Readers,
        now: datetime,
        deliver: Callable[[Delivery], None],
    ) -> None:
        self._known = known
        self._origins = dict(known.origins)  # shared, so that two feeds do not bring one article
        self._guest = guest
        self._readers = readers
        self._now = now
        self._deliver = deliver

    async def visit(
        self, feeds: Sequence[FollowedFeed], progress: Progress = lambda _: None
    ) -> list[Refreshed]:
        """Look at each feed; what came of it, in their order."""
        turns = asyncio.Semaphore(_AT_ONCE)
        done = 0

        async def one(feed: FollowedFeed) -> Refreshed:
            nonlocal done
            async with turns:
                refreshed = await self._visit(feed).refreshed()
            done += 1
            progress(Step("feeds", done, len(feeds)))
            return refreshed

        tasks = [asyncio.ensure_future(one(feed)) for feed in feeds]
        try:
            return await asyncio.gather(*tasks)
        finally:
            for task in tasks:  # where one has failed, or all shall end
                task.cancel()

    def _visit(self, feed: FollowedFeed) -> Visit:
        return Visit(
            feed,
            items=self._known.items.get(feed.url, []),
            origins=self._origins,
            guest=self._guest,
            readers=self._readers,
            now=self._now,
            deliver=self._deliver,
        )


def readings_of(delivered: Iterable[Delivery]) -> list[tuple[str, Reading]]:
    """The articles that feeds brought, each with its origin."""
    return [(one.feed.origin, one.reading) for one in delivered if one.reading]


def memory_of(delivered: Sequence[Delivery]) -> Callable[[sqlite3.Connection], None]:
    """Stores what is remembered of feeds; nothing of one that is not followed any more."""
    feeds = {one.feed.url: one for one in delivered}

    def remember(connection: sqlite3.Connection) -> None:
        table = FeedTable(connection)
        known = {feed.url for feed in table.all()}
        for url, last in feeds.items():
            if url in known or last.is_new:
                known.add(url)
                table.put(last.feed)
        table.put_items(one.item for one in delivered if one.item and one.feed.url in known)

    return remember


def checked_address(written: str) -> str:
    """The address of a feed, as it is followed.

    Raises:
        NoAddressError: it is no http or https address.
    """
    if web_address(written.strip()) is None:
        raise NoAddressError(written)
    return written.strip()
