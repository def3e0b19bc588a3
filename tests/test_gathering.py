"""The gathering process: jobs, the schedule, and what becomes of it, with real feeds and pages."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.gathering import JobFailedError
from index.build import store_articles
from index.collections import Collections
from index.feeds import utc
from index.gathering.jobs import (
    AddPages,
    FollowFeeds,
    Quota,
    Rebuild,
    RefreshFeeds,
    RemoveArticles,
    UnfollowFeeds,
)
from index.gathering.pace import ALLOWANCE, SHORTEST, STRETCH, Pace
from index.gathering.writing import Writer
from index.holdings import followed
from index.ingest import Reading
from index.lock import exclusive
from tests.builders import article, collection
from tests.discord.bot_process import ROOT
from tests.gatherers import (
    GUILD,
    change_library,
    gathering,
    is_answered,
    make_due,
    put_feed,
    texts_in,
    until,
)
from tests.test_ingest_page import page
from tests.websites import website

# The jobs


async def test_pages_are_added_and_every_skip_has_its_reason(data: Path) -> None:
    with website() as site:
        there, feed = site.put("/ferry", page()), put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            steps = []
            urls = (
                there,
                site.at("/none"),
                feed,
                "http://127.0.0.1:1/",
                "http://[::1]/",
                "ftp://x",
            )
            report = await gatherer.do(GUILD, AddPages(urls), steps.append)
            again = await gatherer.do(GUILD, AddPages((there,)))

    assert [one.title for one in report.added] == ["Ferry sails"]
    assert report.articles == 1
    assert steps[0].stage == "pages"
    reasons = {one.where: one.reason for one in report.skipped}
    assert reasons == {
        site.at("/none"): "the server answered 404",
        feed: "it is a feed and no page; follow it, and its articles come",
        "http://127.0.0.1:1/": "only the ports 80 and 443 are fetched from",
        "http://[::1]/": "the address is not on the public internet; BYLINE_ALLOWED_HOSTS may name "
        "hosts of your own network",
        "ftp://x": "'ftp://x' is not an http or https address.",
    }
    assert (again.added, again.unchanged) == ((), 1)
    assert is_answered(data, "ferry")


async def test_feeds_are_followed_refreshed_and_forgotten(data: Path) -> None:
    with website() as site:
        feed, dead = put_feed(site, 1, 2), site.at("/dead")
        async with gathering(data, site) as gatherer:
            begun = await gatherer.do(GUILD, FollowFeeds((feed, dead)))
            assert (len(begun.added), begun.articles) == (2, 2)
            assert [(one.title, one.url) for one in begun.feeds] == [("The Example", feed)]
            assert [(one.where, one.reason) for one in begun.skipped] == [
                (dead, "the server answered 404")
            ]
            put_feed(site, 1, 2, 3)
            assert len((await gatherer.do(GUILD, RefreshFeeds())).added) == 1
            assert is_answered(data, "n3")
            with pytest.raises(JobFailedError, match="does not follow"):
                await gatherer.do(GUILD, UnfollowFeeds((dead,)))
            gone = await gatherer.do(GUILD, UnfollowFeeds((feed,), with_articles=True))
            assert (gone.removed, gone.articles) == (3, 0)
            assert followed(data, GUILD) == []
            assert not is_answered(data, "n3")


async def test_articles_are_removed_and_all_analysed_anew(data: Path) -> None:
    collection(data, article("a", "One n1."), article("b", "Two n2."), name=GUILD)
    with website() as site:
        async with gathering(data, site) as gatherer:
            removed = await gatherer.do(GUILD, RemoveArticles(("a", "zebra")))
            assert (removed.removed, removed.articles) == (1, 1)
            assert [one.where for one in removed.skipped] == ["zebra"]
            assert (is_answered(data, "n1"), is_answered(data, "n2")) == (False, True)
            assert (await gatherer.do(GUILD, Rebuild())).articles == 1
            with pytest.raises(JobFailedError, match="has no articles of its own yet"):
                await gatherer.do("guild-2", Rebuild())


async def test_a_feed_that_is_forgotten_while_it_is_asked_brings_nothing_more(data: Path) -> None:
    with website() as site:
        feed = put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            await gatherer.do(GUILD, FollowFeeds((feed,)))
            put_feed(site, 1, 2)
            site.hold("/rss")
            asking = asyncio.create_task(gatherer.do(GUILD, RefreshFeeds()))
            await until(lambda: site.hits["/rss"] == 2)
            await gatherer.do(GUILD, UnfollowFeeds((feed,)))
            site.let_go()
            await asking
    assert followed(data, GUILD) == []
    assert len(texts_in(data)) == 1


async def test_a_server_has_a_quota_and_main_has_none(data: Path) -> None:
    quota = Quota(feeds=1, articles=2)
    with website() as site:
        feed, other = put_feed(site, 1, 2), put_feed(site, 3, path="/other")
        async with gathering(data, site, quota=quota) as gatherer:
            await gatherer.do(GUILD, FollowFeeds((feed,)))
            with pytest.raises(JobFailedError, match="as many articles as it may, 2"):
                await gatherer.do(GUILD, AddPages((site.put("/ferry", page()),)))
            report = await gatherer.do(GUILD, RefreshFeeds())
            assert "remove some first" in report.skipped[0].reason
            await gatherer.do(GUILD, UnfollowFeeds((feed,), with_articles=True))
            with pytest.raises(JobFailedError, match="no more than 1 feeds"):
                await gatherer.do(GUILD, FollowFeeds((feed, other)))
            assert len((await gatherer.do("main", FollowFeeds((feed, other)))).added) == 3


async def test_another_writer_is_waited_for(data: Path) -> None:
    collection(data, article("a", "One n1."), name=GUILD)
    with website() as site:
        async with gathering(data, site) as gatherer:
            with exclusive(Collections(data).collection(GUILD).lock):
                adding = asyncio.create_task(
                    gatherer.do(GUILD, AddPages((site.put("/ferry", page()),)))
                )
                await until(lambda: site.hits["/ferry"] == 1)
                await asyncio.wait([adding], timeout=1)
                assert not adding.done()
            assert len((await adding).added) == 1


# The schedule


async def test_feeds_are_refreshed_when_they_are_due_and_not_before(data: Path) -> None:
    with website() as site:
        feed = put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            await gatherer.do(GUILD, FollowFeeds((feed,)))
        put_feed(site, 1, 2)
        async with gathering(data, site, schedule=0.1) as gatherer:
            await gatherer.do("main", FollowFeeds((put_feed(site, 9, path="/main"),)))
            assert site.hits["/rss"] == 1
            make_due(data)
            await until(lambda: is_answered(data, "n2"))
            assert site.hits["/rss"] == 2
            site.pages.clear()
            make_due(data)
            await until(lambda: followed(data, GUILD)[0].failures == 1)
            assert (followed(data, GUILD)[0].next_try or "") > utc(datetime.now(UTC))
            assert is_answered(data, "n2")


async def test_what_was_stored_and_not_published_is_published_at_the_start(data: Path) -> None:
    collection(data, article("a", "One n1."), name=GUILD)
    place = Collections(data).collection(GUILD)
    before = place.current.read_text()
    change_library(data, "UPDATE published SET changed = 1")
    change_library(data, "UPDATE articles SET title = 'Another headline'")
    change_library(data, "UPDATE articles SET analyzer = ''")
    with website() as site:
        async with gathering(data, site, schedule=0.1):
            await until(lambda: place.current.read_text() != before)


# The process


async def test_it_works_at_low_priority_and_is_told_no_secret(data: Path) -> None:
    with website() as site:
        async with gathering(data, site) as gatherer:
            await until(lambda: gatherer.process_id is not None)
            await gatherer.do("main", FollowFeeds((site.at("/none"),)))
            process = Path(f"/proc/{gatherer.process_id}")
            nice = int(process.joinpath("stat").read_text().rpartition(")")[2].split()[16])
            assert nice == min(os.nice(0) + 10, 19)
            assert b"PATH" in process.joinpath("environ").read_bytes()
            assert b"PYTEST" not in process.joinpath("environ").read_bytes()


async def test_one_that_dies_is_started_again_and_says_so(
    data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with website() as site:
        feed = put_feed(site, 1)
        async with gathering(data, site) as gatherer:
            site.hold("/rss")
            asking = asyncio.create_task(gatherer.do(GUILD, FollowFeeds((feed,))))
            await until(lambda: site.hits["/rss"] == 1)
            first = gatherer.process_id
            assert first is not None
            with caplog.at_level(logging.ERROR):
                os.kill(first, signal.SIGKILL)
                with pytest.raises(JobFailedError, match="has ended; what it had stored stays"):
                    await asyncio.wait_for(asking, 60)
                site.let_go()
                assert len((await gatherer.do(GUILD, FollowFeeds((feed,)))).added) == 1
            assert gatherer.process_id != first
    assert caplog.messages == ["the gathering process is started again: it ended with code -9"]


def test_it_ends_with_whoever_started_it_however_that_ends(data: Path) -> None:
    starter = (
        "import asyncio, sys\n"
        "from bot.gathering import Gathering\n"
        "from index.gathering.jobs import Terms\n"
        "async def main():\n"
        "    gatherer = Gathering(Terms(sys.argv[1]), {})\n"
        "    keeping = asyncio.create_task(gatherer.keep())\n"
        "    await gatherer._is_ready.wait()\n"
        "    print(gatherer.process_id, flush=True)\n"
        "    await keeping\n"
        "asyncio.run(main())"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", starter, str(data)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process.stdout as said:
        gatherer = int(said.readline())
        process.kill()
        process.wait()
        asyncio.run(until(lambda: not Path(f"/proc/{gatherer}").exists(), 10))


# The pace


async def test_whoever_waits_is_told_by_the_publication_that_holds_what_they_changed(
    data: Path,
) -> None:
    collection(data, article("a", "One n1."), name=GUILD)
    writer = Writer(data, print, Pace(shortest=3_600.0))
    readings = [("import:", Reading("", article("b", "Two n2.")))]
    await writer.change(lambda: store_articles(readings, data, GUILD))
    writer.publish_soon(GUILD)
    await asyncio.sleep(0)  # it is under way when they begin to wait
    await asyncio.wait_for(asyncio.gather(*(writer.published(GUILD) for _ in range(3))), 60)
    assert is_answered(data, "n2")


async def test_however_much_comes_in_each_publication_has_its_time(data: Path) -> None:
    collection(data, article("a", "One n1."), name=GUILD)
    place = Collections(data).collection(GUILD)
    seen = set()
    writer = Writer(data, print, Pace(shortest=1.0))
    begun = time.monotonic()
    for number in range(30):
        readings = [("import:", Reading("", article(f"b-{number}", f"Two n{number}.")))]
        await writer.change(lambda readings=readings: store_articles(readings, data, GUILD))
        writer.publish_soon(GUILD)
        await asyncio.sleep(0.05)
        seen.add(place.current.read_text())
    await writer.published(GUILD)
    took = time.monotonic() - begun
    assert is_answered(data, "n29")
    assert 1 < len(seen) <= took / 1.0 + 2  # one a second


def test_the_first_publication_comes_at_once_and_the_next_not_before_its_time() -> None:
    pace = Pace()
    assert pace.pause(100.0) == 0.0
    pace.published(100.0, 100.1)
    assert pace.pause(100.1) == pytest.approx(SHORTEST - 0.1)
    assert pace.pause(103.0) == pytest.approx(SHORTEST - 3)
    assert pace.pause(200.0) == 0.0


def test_where_much_comes_in_the_pause_stretches_to_ten_times_a_publication() -> None:
    pace = Pace()
    now, took, pauses = 0.0, 2.0, []
    for _ in range(20):
        pauses.append(pace.pause(now))
        now += pauses[-1]
        pace.published(now, now + took)
        now += took
    assert pauses[:3] == [0.0, SHORTEST - took, SHORTEST - took]
    assert pauses[-1] == pytest.approx(took * STRETCH)


def test_a_long_publication_stretches_the_pause_at_once() -> None:
    pace = Pace()
    pace.published(0.0, 20.0)
    assert pace.pause(20.0) == 20.0 * STRETCH - ALLOWANCE
    assert pace.pause(20.0 + 20.0 * STRETCH) == 0.0
