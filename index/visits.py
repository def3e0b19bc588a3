"""One look at one feed: what is new in it, each item with its article, as it comes."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from datetime import datetime, timedelta

from index.errors import BadInputError, FetchError
from index.feeds import MOST_TRIES, FeedItem, FollowedFeed, utc
from index.ingest.feeds import Feed, Item, feed_of
from index.ingest.fields import Draft, make_article, outlet
from index.ingest.headers import NO_VALIDATORS
from index.ingest.pages import page_draft
from index.ingest.polite import Guest, Readers, RefusedByRobotsError
from index.ingest.reading import Reading, shown, skipped

WHOLE_TEXT = 1_000  # characters; a feed that gives fewer of an article gives a summary
MOST_PAGES = 100  # of one feed in one refresh; the others come with the next
_MOST_SITEMAPS = 5  # the newest of a sitemap that lists others
_GONE = frozenset({404, 410})
_CLOCKS_DIFFER = timedelta(days=1)
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Delivery:
    """A part of what came of asking a feed, to be stored."""

    feed: FollowedFeed  # as it is now
    item: FeedItem | None = None  # that is new, or known otherwise than before
    reading: Reading | None = None  # its article, where there is one
    is_new: bool = False  # whether the feed was not followed before


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of asking one feed."""

    feed: FollowedFeed  # as it is now
    notes: tuple[str, ...] = ()


class Visit:
    """One look at one feed.

    Args:
        feed: the feed.
        items: what is known of its items.
        origins: the origins of all articles of the collection by their addresses; those that are
            taken in are added.
        guest: fetches the feed and the pages of its items.
        readers: read them.
        now: the time it is.
        deliver: given what is taken in, as it comes; the feed itself first, and last as it is then.
    """

    def __init__(
        self,
        feed: FollowedFeed,
        *,
        items: Iterable[FeedItem],
        origins: dict[str, str],
        guest: Guest,
        readers: Readers,
        now: datetime,
        deliver: Callable[[Delivery], None],
    ) -> None:
        self._feed = feed
        self._is_new = feed.succeeded is None
        self._known = list(items)
        self._by_guid = {item.guid: item for item in self._known if item.guid}
        self._by_link = {item.link: item for item in self._known if item.link}
        self._origins = origins
        self._guest = guest
        self._readers = readers
        self._now = now
        self._deliver = deliver
        self._pages = 0

    async def refreshed(self) -> Refreshed:
        """What came of it; a feed that never answered is not delivered."""
        feed = self._feed
        try:
            fetched = await self._guest.fetch(feed.url, feed.validators)
            if fetched.is_unchanged:
                return self._done(feed.after_success(self._now))
            found = await self._parsed(fetched.content, fetched.url)
            found = await self._with_sitemaps(found)
        except BadInputError as problem:
            return self._done(feed.after_failure(problem, self._now))
        # Whatever ends the visit before its end, the feed is read whole once more.
        begun = replace(
            feed.after_success(self._now),
            title=found.title or feed.title,
            etag=None,
            last_modified=None,
            next_try=utc(self._now),
        )
        self._feed = begun
        self._deliver(Delivery(begun, is_new=self._is_new))
        waiting = 0
        for item in found.items:
            waiting += not await self._take(item, found)
        self._mark_withdrawn(found.items)
        notes = found.notes
        if waiting:
            notes = (*notes, f"{waiting} of its items are tried again at the next refresh")
        # With items waiting, the same version of the feed must be read once more.
        validators = NO_VALIDATORS if waiting or found.sitemaps else fetched.validators
        feed = replace(
            begun.after_success(self._now),
            etag=validators.etag,
            last_modified=validators.last_modified,
        )
        return self._done(feed, notes)

    def _done(self, feed: FollowedFeed, notes: tuple[str, ...] = ()) -> Refreshed:
        if feed.succeeded:
            self._deliver(Delivery(feed, is_new=self._is_new))
        return Refreshed(feed, notes)

    async def _parsed(self, content: bytes, url: str) -> Feed:
        return feed_of(await self._readers.read("feed", content, {"url": url}))

    async def _with_sitemaps(self, found: Feed) -> Feed:
        items = found.items
        for url in found.sitemaps[:_MOST_SITEMAPS]:
            fetched = await self._guest.fetch(url, NO_VALIDATORS)
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
            fetched = await self._guest.fetch(item.link, NO_VALIDATORS)
            page = await page_draft(fetched, self._readers)
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
        where = shown(kept.link or kept.guid or self._feed.url)
        if not draft.text.strip():
            reading = skipped(where, problem) if problem else None
            self._deliver(Delivery(self._feed, kept, reading, self._is_new))
            return
        published = draft.published
        if published and published[:10] > utc(self._now + _CLOCKS_DIFFER)[:10]:
            published = None  # nobody has read it yet
        notes = (f"only the feed's own text was read: {problem}",) if problem else ()
        reading = make_article(
            where,
            replace(draft, id=kept.article_id, published=published, notes=(*draft.notes, *notes)),
        )
        if reading.article and reading.article.url:
            self._origins[reading.article.url] = self._feed.origin
        self._deliver(Delivery(self._feed, kept, reading, self._is_new))

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
                gone = replace(item, withdrawn=utc(self._now))
                self._deliver(Delivery(self._feed, gone, is_new=self._is_new))


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
