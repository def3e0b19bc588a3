"""One look at one feed: what is new in it, each item with its article, as it comes."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from index.errors import BadInputError, FetchError, LeftAloneError
from index.feeds import MOST_TRIES, FeedItem, FollowedFeed, utc
from index.ingest.dates import iso_date
from index.ingest.fields import Draft, make_article, outlet
from index.ingest.headers import NO_VALIDATORS
from index.ingest.items import Feed, Item, feed_of
from index.ingest.pages import page_draft
from index.ingest.polite import WAIT_STATUSES, Guest, Readers, RefusedByRobotsError
from index.ingest.reading import Reading, shown, skipped
from index.ingest.web import Fetched
from index.item_identity import article_id, signature_of, told_apart
from index.texts import reasons

WHOLE_TEXT = 1_000  # characters; a feed that gives fewer of an article gives a summary
MOST_PAGES = 100  # of one feed in one refresh; the others come with the next
_MOST_SITEMAPS = 5  # the newest of a sitemap that lists others
_CLOCKS_DIFFER = timedelta(days=1)


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
        links = Counter(item.link for item in self._known)
        self._by_link = {item.link: item for item in self._known if links[item.link] == 1}
        self._origins = origins
        self._guest = guest
        self._readers = readers
        self._now = now
        self._deliver = deliver
        self._pages = 0
        self._shared: frozenset[str | None] = frozenset()  # links of several items
        self._busy: FetchError | None = None  # a host of pages that asked to be left alone

    async def refreshed(self) -> Refreshed:
        """What came of it; a feed that never answered is not delivered."""
        feed = self._feed
        try:
            fetched = await self._guest.fetch(feed.url, feed.validators)
            if fetched.is_unchanged:
                return self._done(feed.after_success(self._now))
            found = await self._with_sitemaps(await self._parsed(fetched))
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
        items, self._shared = told_apart(found.items)
        waiting = 0
        for item in items:
            waiting += not await self._take(item, found)
        self._mark_withdrawn(found)
        notes = found.notes
        if waiting:
            notes = (*notes, reasons.ITEMS_WAIT.format(waiting))
        # With items waiting, the same version of the feed must be read once more.
        validators = NO_VALIDATORS if waiting or found.sitemaps else fetched.validators
        feed = replace(
            begun.after_success(self._now).left_alone(self._busy, self._now),
            etag=validators.etag,
            last_modified=validators.last_modified,
        )
        return self._done(feed, notes)

    def _done(self, feed: FollowedFeed, notes: tuple[str, ...] = ()) -> Refreshed:
        if feed.succeeded:
            self._deliver(Delivery(feed, is_new=self._is_new))
        return Refreshed(feed, notes)

    async def _parsed(self, fetched: Fetched) -> Feed:
        options = {"url": fetched.url, "charset": fetched.charset}
        return feed_of(await self._readers.read("feed", fetched.content, options))

    async def _with_sitemaps(self, found: Feed) -> Feed:
        """The feed with the items of the sitemaps that it lists; of one that fails, with a note.

        Raises:
            BadInputError: none of them can be read.
        """
        listed: list[Feed] = []
        notes: list[str] = []
        for url in found.sitemaps[:_MOST_SITEMAPS]:
            try:
                listed.append(await self._parsed(await self._guest.fetch(url, NO_VALIDATORS)))
            except BadInputError as problem:
                notes.append(f"{shown(url)}: {problem}")
                if len(notes) == len(found.sitemaps[:_MOST_SITEMAPS]):
                    raise
        if not found.sitemaps:
            return found
        return replace(
            found,
            items=tuple(item for one in listed for item in one.items),
            notes=(*found.notes, *notes, *(note for one in listed for note in one.notes)),
            is_whole=len(listed) == len(found.sitemaps) and all(one.is_whole for one in listed),
        )

    async def _take(self, item: Item, feed: Feed) -> bool:
        """Take an item in, if it is new or changed; whether that is settled."""
        has_own_page = item.link is not None and item.link not in self._shared
        known = self._by_guid.get(item.guid or "")
        if known is None and has_own_page:
            known = self._by_link.get(item.link or "")
        signature = signature_of(item)
        if known and known.signature == signature and not known.withdrawn:
            return True
        if not (item.guid or item.link or item.text):
            return True  # there is nothing to know it by
        if self._is_anothers(item.link):
            return True
        named = (item.link if has_own_page else None) or item.guid or item.link or item.text
        kept = known or FeedItem(
            self._feed.url, article_id(self._feed.url, named), None, None, None
        )
        kept = replace(
            kept, guid=item.guid, link=item.link, published=item.published, withdrawn=None
        )
        needs_page = self._feed.full_text and has_own_page and len(item.text) < WHOLE_TEXT
        if needs_page and self._pages >= MOST_PAGES:
            return False
        draft, is_settled = _feed_draft(item, feed), True
        kept = replace(kept, problem=None)
        if needs_page:
            draft, kept, is_settled = await self._from_page(item, draft, kept)
        elif len(item.text) >= WHOLE_TEXT:
            kept = replace(kept, is_whole=True)
        if kept.problem and kept.is_whole:
            draft = replace(draft, text="")  # the text that is held is better
        kept = replace(kept, signature=signature if is_settled else None)
        self._store(kept, draft)
        return is_settled

    async def _from_page(
        self, item: Item, draft: Draft, kept: FeedItem
    ) -> tuple[Draft, FeedItem, bool]:
        """The draft with the whole text, or why it has not; and whether that is settled."""
        self._pages += 1
        assert item.link is not None  # noqa: S101  # asked before
        try:
            fetched = await self._guest.fetch(item.link, NO_VALIDATORS)
            page = await page_draft(fetched, self._readers)
        except RefusedByRobotsError as refusal:
            return draft, replace(kept, problem=str(refusal)), True
        except FetchError as problem:
            tries = kept.tries + self._is_a_try(problem)
            return draft, replace(kept, problem=str(problem), tries=tries), tries >= MOST_TRIES
        except BadInputError as problem:
            return draft, replace(kept, problem=str(problem)), True
        if page.url and self._is_anothers(page.url):
            return replace(page, text=""), kept, True
        return (
            replace(
                page,
                title=draft.title or page.title,
                author=page.author or draft.author,
                published=_more_exact(page.published, draft.published),
                source=page.source or draft.source,
                lang=page.lang or draft.lang,
            ),
            replace(kept, is_whole=True),
            True,
        )

    def _is_a_try(self, problem: FetchError) -> bool:
        """Whether a page was asked for in vain; not so where its host is left alone as it asked."""
        if isinstance(problem, LeftAloneError):
            self._busy = problem
            return False
        if problem.status in WAIT_STATUSES:
            self._busy = problem
            return problem.retry_after is None
        return True

    def _store(self, kept: FeedItem, draft: Draft) -> None:
        where = shown(kept.link or kept.guid or self._feed.url)
        if not draft.text.strip():
            reading = skipped(where, kept.problem) if kept.problem else None
            self._deliver(Delivery(self._feed, kept, reading, self._is_new))
            return
        published = draft.published
        if published and published[:10] > utc(self._now + _CLOCKS_DIFFER)[:10]:
            published = None  # nobody has read it yet
        why = kept.problem
        notes = (reasons.ONLY_SUMMARY.format(why),) if why else ()
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

    def _mark_withdrawn(self, found: Feed) -> None:
        """Mark what the feed has dropped although it still has what is older; it is kept.

        Of a feed of all that there is, whatever it does not have.
        """
        oldest = min((item.published for item in found.items if item.published), default=None)
        guids = {item.guid for item in found.items}
        links = {item.link for item in found.items}
        for item in self._known:
            is_there = (item.guid or "") in guids or (item.link or "") in links
            is_newer = oldest is not None and (item.published or "") > oldest
            is_dropped = is_newer or (found.is_whole and bool(found.items))
            if is_dropped and not (is_there or item.withdrawn):
                gone = replace(item, withdrawn=utc(self._now))
                self._deliver(Delivery(self._feed, gone, is_new=self._is_new))


def _more_exact(of_page: str | None, of_feed: str | None) -> str | None:
    """Of the dates that a page and its feed give, the page's, unless only the feed's has a time."""
    has_time = "T" in (iso_date(of_page or "") or "")
    return of_page if of_page and (has_time or not of_feed) else of_feed


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
