"""Following feeds: asked for what is new, politely, and their articles brought into a collection.

Nothing is locked while the web is waited for; what came is then stored in one transaction, together
with what is remembered of the feeds. One feed that fails says so, and the others go on.
"""

import asyncio
import hashlib
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import astuple, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlite_utils import Database

from index.articles import MAIN
from index.build import Outcome, add_articles
from index.collections import Collections
from index.database import readable
from index.errors import BadInputError, FetchError
from index.feeds import MOST_TRIES, FeedItem, FeedTable, FollowedFeed, utc
from index.ingest import Reading
from index.ingest.addresses import AllowedHosts
from index.ingest.feeds import Feed, Item, feed_of
from index.ingest.fields import Draft, draft_of, make_article, outlet, web_address
from index.ingest.polite import Guest, Manners, Readers, RefusedByRobotsError
from index.ingest.reading import shown, skipped
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher, Validators
from index.intake import Progress, Step
from index.library import LIBRARY, Library
from index.parallel import cores

WHOLE_TEXT = 1_000  # characters; a feed that gives fewer of an article gives a summary
MOST_PAGES = 100  # of one feed in one refresh; the others come with the next
_MOST_SITEMAPS = 5  # the newest of a sitemap that lists others
_AT_ONCE = 8  # feeds
_GONE = frozenset({404, 410})
_CLOCKS_DIFFER = timedelta(days=1)
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of asking one feed."""

    feed: FollowedFeed  # as it is now
    readings: tuple[Reading, ...] = ()
    items: tuple[FeedItem, ...] = ()  # that are new, or known otherwise than before
    notes: tuple[str, ...] = ()


def followed(data_dir: Path, collection: str = MAIN) -> list[FollowedFeed]:
    """The feeds of a collection, by address; none where there is no collection yet.

    Raises:
        ArticleIndexError: as its message says.
    """
    return _known(data_dir, collection).feeds


def withdrawn(data_dir: Path, collection: str = MAIN) -> dict[str, int]:
    """How many articles each feed has withdrawn; they are kept."""
    known = _known(data_dir, collection)
    return {
        feed: sum(item.withdrawn is not None for item in items)
        for feed, items in known.items.items()
    }


def refresh_feeds(
    feeds: Sequence[FollowedFeed],
    data_dir: Path,
    collection: str = MAIN,
    *,
    allowed: AllowedHosts,
    now: datetime,
    manners: Manners,
    progress: Progress = lambda _: None,
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

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    known = _known(data_dir, collection)
    done = asyncio.run(_refresh_all(feeds, known, allowed, now, manners, progress))
    kept = [one for one in done if one.feed.succeeded]
    readings = [(one.feed.origin, reading) for one in kept for reading in one.readings]

    def remember(database: Database) -> None:
        table = FeedTable(database)
        for one in kept:
            table.put(one.feed)
            table.put_items(one.items)

    return done, add_articles(readings, data_dir, collection, progress=progress, also=remember)


def unfollow(
    feeds: Sequence[FollowedFeed],
    data_dir: Path,
    collection: str = MAIN,
    *,
    with_articles: bool = False,
) -> Outcome:
    """Forget feeds; their articles stay, unless `with_articles`.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    gone: list[str] = []

    def forget(database: Database) -> None:
        library = Library(database)
        for feed in feeds:
            FeedTable(database).remove(feed.url)
            if with_articles:
                gone.extend(sorted(library.ids_from(feed.origin)))
        if gone:
            library.remove(gone)
            library.touch()

    outcome = add_articles((), data_dir, collection, also=forget)
    return replace(outcome, changes=replace(outcome.changes, removed=tuple(gone)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What a collection holds before feeds are asked."""

    feeds: list[FollowedFeed] = field(default_factory=list)
    items: dict[str, list[FeedItem]] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)  # of articles, by their addresses


def _known(data_dir: Path, collection: str) -> _Known:
    place = Collections(data_dir).collection(collection)
    if not place.library.exists():
        return _Known()
    with readable(place.library, LIBRARY) as database:
        if not database.table("feeds").exists():  # the library of an older Byline
            return _Known(origins=Library(database).origins_by_url())
        table = FeedTable(database)
        feeds = table.all()
        items = {feed.url: table.items(feed.url) for feed in feeds}
        return _Known(feeds, items, Library(database).origins_by_url())


async def _refresh_all(
    feeds: Sequence[FollowedFeed],
    known: _Known,
    allowed: AllowedHosts,
    now: datetime,
    manners: Manners,
    progress: Progress,
) -> list[Refreshed]:
    with ExitStack() as stack:
        readers = Readers([stack.enter_context(Sandbox()) for _ in range(cores())])
        async with Fetcher(allowed) as fetcher:
            guest = Guest(fetcher, readers, manners)
            turns = asyncio.Semaphore(_AT_ONCE)
            origins = dict(known.origins)

            async def one(feed: FollowedFeed) -> Refreshed:
                async with turns:
                    visit = _Visit(
                        feed, known.items.get(feed.url, []), origins, guest, readers, now
                    )
                    refreshed = await visit.refreshed()
                progress(Step("feeds", 1 + sum(task.done() for task in tasks), len(feeds)))
                return refreshed

            tasks = [asyncio.ensure_future(one(feed)) for feed in feeds]
            return await asyncio.gather(*tasks)


class _Visit:
    """One look at one feed."""

    def __init__(
        self,
        feed: FollowedFeed,
        items: Iterable[FeedItem],
        origins: dict[str, str],
        guest: Guest,
        readers: Readers,
        now: datetime,
    ) -> None:
        self._feed = feed
        self._known = list(items)
        self._by_guid = {item.guid: item for item in self._known if item.guid}
        self._by_link = {item.link: item for item in self._known if item.link}
        self._origins = origins  # shared with the other visits
        self._guest = guest
        self._readers = readers
        self._now = now
        self._pages = 0
        self._readings: list[Reading] = []
        self._items: list[FeedItem] = []
        self._notes: list[str] = []

    async def refreshed(self) -> Refreshed:
        """What came of it."""
        feed = self._feed
        try:
            fetched = await self._guest.fetch(feed.url, feed.validators)
            if fetched.is_unchanged:
                return Refreshed(feed.after_success(self._now))
            found = await self._parsed(fetched.content, fetched.url)
            found = await self._with_sitemaps(found)
        except BadInputError as problem:
            return Refreshed(feed.after_failure(problem, self._now))
        self._notes.extend(found.notes)
        waiting = 0
        for item in found.items:
            waiting += not await self._take(item, found)
        if waiting:
            self._notes.append(f"{waiting} of its items are tried again at the next refresh")
        self._mark_withdrawn(found.items)
        # With items waiting, the same version of the feed must be read once more.
        validators = Validators() if waiting or found.sitemaps else fetched.validators
        feed = replace(
            feed.after_success(self._now),
            title=found.title or feed.title,
            etag=validators.etag,
            last_modified=validators.last_modified,
        )
        return Refreshed(feed, tuple(self._readings), tuple(self._items), tuple(self._notes))

    async def _parsed(self, content: bytes, url: str) -> Feed:
        return feed_of(await self._readers.read("feed", content, {"url": url}))

    async def _with_sitemaps(self, found: Feed) -> Feed:
        items = found.items
        for url in found.sitemaps[:_MOST_SITEMAPS]:
            fetched = await self._guest.fetch(url, Validators())
            items += (await self._parsed(fetched.content, fetched.url)).items
        return replace(found, items=items)

    async def _take(self, item: Item, feed: Feed) -> bool:
        """Take an item in, if it is new or changed; whether that is settled."""
        known = self._by_guid.get(item.guid or "") or self._by_link.get(item.link or "")
        signature = _signature(item)
        if known and known.signature == signature and not known.withdrawn:
            return True
        if not (item.guid or item.link or item.text):
            return True  # there is nothing to know it by
        if self._is_anothers(item.link):
            return True
        kept = known or FeedItem(self._feed.url, _id(self._feed.url, item), None, None, None)
        kept = replace(
            kept, guid=item.guid, link=item.link, published=item.published, withdrawn=None
        )
        needs_page = bool(self._feed.full_text and item.link and len(item.text) < WHOLE_TEXT)
        if needs_page and self._pages >= MOST_PAGES:
            return False
        draft, problem, is_settled = _feed_draft(item, feed), None, True
        if needs_page:
            draft, problem, is_settled = await self._from_page(item, draft, kept)
        if problem and not is_settled:
            kept = replace(kept, tries=kept.tries + 1, problem=problem)
            is_settled = kept.tries >= MOST_TRIES
        kept = replace(kept, problem=problem, signature=signature if is_settled else None)
        self._store(kept, draft, problem)
        return is_settled

    async def _from_page(
        self, item: Item, draft: Draft, kept: FeedItem
    ) -> tuple[Draft, str | None, bool]:
        """The draft with the whole text, or why it has not; and whether that is settled."""
        self._pages += 1
        assert item.link is not None  # noqa: S101  # asked before
        try:
            fetched = await self._guest.fetch(item.link, Validators())
            options = {"url": fetched.url, "charset": fetched.charset}
            page = draft_of(await self._readers.read("page", fetched.content, options))
        except RefusedByRobotsError as refusal:
            return draft, str(refusal), True
        except FetchError as problem:
            if problem.status in _GONE and kept.signature:
                draft = replace(draft, text="")  # the text that is held is better
            return draft, str(problem), False
        except BadInputError as problem:
            return draft, str(problem), True
        if page.url and self._is_anothers(page.url):
            return replace(page, text=""), None, True
        return (
            replace(
                page,
                title=draft.title or page.title,
                author=page.author or draft.author,
                published=page.published or draft.published,
                source=page.source or draft.source,
                lang=page.lang or draft.lang,
            ),
            None,
            True,
        )

    def _store(self, kept: FeedItem, draft: Draft, problem: str | None) -> None:
        self._items.append(kept)
        where = shown(kept.link or kept.guid or self._feed.url)
        if not draft.text.strip():
            if problem:
                self._readings.append(skipped(where, problem))
            return
        published = draft.published
        if published and published[:10] > utc(self._now + _CLOCKS_DIFFER)[:10]:
            published = None  # nobody has read it yet
        notes = (f"only the feed's own text was read: {problem}",) if problem else ()
        reading = make_article(
            where,
            replace(draft, id=kept.article_id, published=published, notes=(*draft.notes, *notes)),
        )
        self._readings.append(reading)
        if reading.article and reading.article.url:
            self._origins[reading.article.url] = self._feed.origin

    def _is_anothers(self, url: str | None) -> bool:
        """Whether the article at an address came from somewhere else, and is not to come twice."""
        return url is not None and self._origins.get(url, self._feed.origin) != self._feed.origin

    def _mark_withdrawn(self, items: Sequence[Item]) -> None:
        """Mark what the feed has dropped although it still has what is older; it is kept."""
        oldest = min((item.published for item in items if item.published), default=None)
        if oldest is None:
            return
        guids = {item.guid for item in items}
        links = {item.link for item in items}
        for item in self._known:
            is_there = (item.guid or "") in guids or (item.link or "") in links
            if not (is_there or item.withdrawn) and (item.published or "") > oldest:
                self._items.append(replace(item, withdrawn=utc(self._now)))


def _feed_draft(item: Item, feed: Feed) -> Draft:
    return Draft(
        text=item.text,
        title=item.title,
        url=item.link,
        source=feed.title or (outlet(item.link) if item.link else None),
        author=item.author,
        published=item.published,
        lang=feed.lang,
    )


def _id(feed: str, item: Item) -> str:
    """An id of its own feed: what another feed calls by the same name is another article."""
    named = item.link or item.guid or item.text
    return hashlib.sha256(f"{feed}\0{named}".encode()).hexdigest()[:_ID_LENGTH]


def _signature(item: Item) -> str:
    # Not the guid, which feeds change for no reason.
    said = "\0".join(value or "" for value in astuple(replace(item, guid=None)))
    return hashlib.sha256(said.encode()).hexdigest()


def checked_address(written: str) -> str:
    """The address of a feed, as it is followed.

    Raises:
        BadInputError: it is no http or https address.
    """
    if web_address(written.strip()) is None:
        raise BadInputError(f"{shown(written)!r} is not an http or https address.")
    return written.strip()
