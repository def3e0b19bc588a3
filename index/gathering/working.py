"""The jobs: each does one thing to one collection, and reports what came of it."""

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.build import count_articles, republish, store_articles
from index.feeds import FollowedFeed
from index.gathering.basket import Taken
from index.gathering.failures import ManyFeedsError, NotFollowedError
from index.gathering.following import Following
from index.gathering.jobs import (
    AddPages,
    FollowFeeds,
    Job,
    Quota,
    Rebuild,
    RefreshFeeds,
    RemoveArticles,
    Report,
    Skipped,
    Titled,
    UnfollowFeeds,
)
from index.gathering.writing import Writer
from index.holdings import followed
from index.ingest.headers import NO_VALIDATORS
from index.ingest.pages import read_page
from index.ingest.polite import Guest, Readers
from index.ingest.reading import Reading, shown
from index.ingest.web import Fetched
from index.intake import Progress, Step
from index.library import Library
from index.refresh import checked_address, forget_feeds
from index.texts import reasons
from index.visits import Refreshed

_MOST_NAMED = 500  # of each kind in a report


class Working:
    """Does jobs.

    Args:
        data_dir: the data folder.
        writer: stores and publishes.
        following: asks feeds.
        guest: fetches.
        readers: read what is fetched.
        quota: how much a server's collection may hold.
    """

    def __init__(
        self,
        data_dir: Path,
        writer: Writer,
        following: Following,
        guest: Guest,
        readers: Readers,
        quota: Quota,
    ) -> None:
        self._data_dir = data_dir
        self._writer = writer
        self._following = following
        self._guest = guest
        self._readers = readers
        self._quota = quota

    async def do(self, job: Job, collection: str, progress: Progress) -> Report:
        """Do a job; what it stored can be found when this returns.

        Raises:
            ArticleIndexError: as its message says; what had been stored stays.
        """
        match job:
            case AddPages():
                return await self._add(job, collection, progress)
            case FollowFeeds():
                return await self._follow(job, collection, progress)
            case RefreshFeeds():
                return await self._refresh(job, collection, progress)
            case UnfollowFeeds():
                return await self._unfollow(job, collection, progress)
            case RemoveArticles():
                return await self._remove(job, collection, progress)
            case Rebuild():
                outcome = await self._writer.change(
                    lambda: republish(self._data_dir, collection, anew=True, progress=progress)
                )
                return Report(articles=outcome.articles)

    async def _add(self, job: AddPages, collection: str, progress: Progress) -> Report:
        await self._following.check_room(collection)
        readings: list[tuple[str, Reading]] = []
        for done, url in enumerate(dict.fromkeys(job.urls), start=1):
            readings.append((f"page:{url}", await read_page(url, self._fetch, self._readers)))
            progress(Step("pages", done, len(job.urls)))
        intake = await self._writer.change(
            lambda: store_articles(readings, self._data_dir, collection)
        )
        taken = Taken()
        taken.note(intake, readings)
        return await self._reported(taken, collection, progress)

    async def _fetch(self, url: str) -> Fetched:
        """What somebody has named: no robot comes upon it."""
        return await self._guest.fetch(checked_address(url), NO_VALIDATORS, robots=False)

    async def _follow(self, job: FollowFeeds, collection: str, progress: Progress) -> Report:
        await self._following.check_room(collection)
        known = {feed.url: feed for feed in await self._feeds(collection)}
        urls = list(dict.fromkeys(map(checked_address, job.urls)))
        most = self._quota.feeds
        if (
            collection.startswith(self._quota.prefix)
            and len(known.keys() | set(urls)) > most
            and not known.keys() >= set(urls)
        ):
            raise ManyFeedsError(most)
        feeds = [known.get(url, FollowedFeed(url, full_text=job.full_text)) for url in urls]
        return await self._ask(feeds, collection, progress)

    async def _refresh(self, job: RefreshFeeds, collection: str, progress: Progress) -> Report:
        feeds = await self._feeds(collection)
        chosen = _named(job.urls, feeds) if job.urls else feeds
        now = datetime.now(UTC)
        due = [feed for feed in chosen if feed.is_due(now, at_once=True)]
        resting = [
            Skipped(shown(feed.url), reasons.LEFT_ALONE.format(feed.next_try))
            for feed in chosen
            if feed not in due
        ]
        report = await self._ask(due, collection, progress)
        return _with(report, resting)

    async def _ask(
        self, feeds: Sequence[FollowedFeed], collection: str, progress: Progress
    ) -> Report:
        done, taken = await self._following.ask(collection, feeds, progress)
        if not any(one.feed.succeeded for one in done):  # there may be no collection yet
            return Report(skipped=tuple(_problems(done)))
        report = await self._reported(taken, collection, progress)
        answered = tuple(
            Titled(one.feed.title or one.feed.url, one.feed.url)
            for one in done
            if one.feed.problem is None
        )
        notes = [
            Skipped(shown(one.feed.title or one.feed.url), note)
            for one in done
            for note in one.notes
        ]
        return _with(report, _problems(done), notes, answered)

    async def _unfollow(self, job: UnfollowFeeds, collection: str, progress: Progress) -> Report:
        chosen = _named(job.urls, await self._feeds(collection))
        self._following.forget(collection, job.urls)
        gone: list[str] = []

        def forget(connection: sqlite3.Connection) -> None:
            gone.extend(forget_feeds(connection, chosen, with_articles=job.with_articles))

        await self._writer.change(
            lambda: store_articles((), self._data_dir, collection, also=forget)
        )
        await self._writer.published(collection, progress)
        feeds = tuple(Titled(feed.title or feed.url, feed.url) for feed in chosen)
        return Report(removed=len(gone), unfollowed=feeds, articles=await self._held(collection))

    async def _remove(self, job: RemoveArticles, collection: str, progress: Progress) -> Report:
        ids = list(dict.fromkeys(job.ids))
        missing: list[str] = []

        def remove(connection: sqlite3.Connection) -> None:
            library = Library(connection)
            missing.extend(one for one in ids if library.source_of(one) is None)
            if held := [one for one in ids if one not in missing]:
                library.remove(held)
                library.touch()

        await self._writer.change(
            lambda: store_articles((), self._data_dir, collection, also=remove)
        )
        await self._writer.published(collection, progress)
        return Report(
            removed=len(ids) - len(missing),
            skipped=tuple(Skipped(shown(one), reasons.NO_SUCH_ARTICLE) for one in missing),
            articles=await self._held(collection),
        )

    async def _reported(self, taken: Taken, collection: str, progress: Progress) -> Report:
        await self._writer.published(collection, progress)
        return Report(
            added=_titled(taken.added, taken),
            changed=_titled(taken.changed, taken),
            unchanged=taken.unchanged,
            skipped=tuple(_skips(taken.skipped)),
            notes=tuple(Skipped(one.where, note) for one in taken.doubtful for note in one.notes)[
                :_MOST_NAMED
            ],
            articles=await self._held(collection),
        )

    async def _held(self, collection: str) -> int:
        return await asyncio.to_thread(count_articles, self._data_dir, collection)

    async def _feeds(self, collection: str) -> list[FollowedFeed]:
        return await asyncio.to_thread(followed, self._data_dir, collection)


def _named(urls: Sequence[str], known: Sequence[FollowedFeed]) -> list[FollowedFeed]:
    by_url = {feed.url: feed for feed in known}
    for url in urls:
        if url not in by_url:
            raise NotFollowedError(url)
    return [by_url[url] for url in dict.fromkeys(urls)]


def _titled(ids: Sequence[str], taken: Taken) -> tuple[Titled, ...]:
    articles = [taken.read[one].article for one in dict.fromkeys(ids) if one in taken.read]
    return tuple(Titled(one.title, one.url) for one in articles if one)


def _skips(readings: Sequence[Reading]) -> list[Skipped]:
    return [Skipped(one.where, one.notes[0]) for one in readings[:_MOST_NAMED]]


def _problems(done: Sequence[Refreshed]) -> list[Skipped]:
    return [Skipped(shown(one.feed.url), one.feed.problem) for one in done if one.feed.problem]


def _with(
    report: Report,
    skips: Sequence[Skipped] = (),
    notes: Sequence[Skipped] = (),
    feeds: tuple[Titled, ...] | None = None,
) -> Report:
    return replace(
        report,
        skipped=(*skips, *report.skipped),
        notes=(*notes, *report.notes),
        feeds=report.feeds if feeds is None else feeds,
    )
