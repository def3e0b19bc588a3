"""No address of this machine or its network is reached on any path, however it is written.

A canary listens at a port that is fetched from; nothing may ever knock there.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from index.feeds import FollowedFeed
from index.ingest.addresses import AllowedHosts
from index.ingest.pages import read_page
from index.ingest.polite import Guest, Manners, Readers
from index.ingest.reading import Reading
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher, Limits
from index.refresh import Known, Round
from index.visits import Delivery, Refreshed
from tests.test_ingest_feeds import rss
from tests.test_ingest_page import page
from tests.test_ingest_web import PRIVATE
from tests.test_refresh import item
from tests.websites import Website, website

NOW = datetime(2024, 5, 7, tzinfo=UTC)
A_SITEMAP = 5  # of those that it lists are read


class Trap:
    """A website that leads elsewhere, the canary, and all that fetches."""

    def __init__(self, site: Website, canary: Website, fetcher: Fetcher, sandbox: Sandbox) -> None:
        self.site = site
        self.canary = canary
        self.fetcher = fetcher
        self.sandbox = sandbox
        self.forms = [f"http://{form}:{canary.host.partition(':')[2]}/canary" for form in PRIVATE]

    async def read(self, url: str) -> Reading:
        """Read a page."""
        return await read_page(url, self.fetcher.fetch, Readers([self.sandbox]))

    async def refresh(self, urls: Sequence[str], *, robots: bool = False) -> list[Refreshed]:
        """Ask feeds."""
        readers = Readers([self.sandbox])
        guest = Guest(self.fetcher, readers, Manners(delay=0, robots=robots))
        self.delivered: list[Delivery] = []
        round_ = Round(Known(), guest, readers, NOW, self.delivered.append)
        return await round_.visit([FollowedFeed(url) for url in urls])

    def redirected(self) -> list[str]:
        """Pages of the website that lead to each form."""
        return [
            self.site.put(f"/to-{number}", status=302, Location=form)
            for number, form in enumerate(self.forms)
        ]


@pytest.fixture
async def trap() -> AsyncIterator[Trap]:
    async with set_trap() as trap:
        yield trap
        assert trap.canary.hits.total() == 0


@asynccontextmanager
async def set_trap(*more_allowed: str) -> AsyncIterator[Trap]:
    with website() as site, website() as canary, Sandbox() as sandbox:
        canary.put("/canary", page())
        limits = Limits(ports=frozenset({int(canary.host.partition(":")[2])}))
        allowed = AllowedHosts.parse(",".join((site.host, *more_allowed)))
        async with Fetcher(allowed, limits=limits) as fetcher:
            yield Trap(site, canary, fetcher, sandbox)


def test_there_are_forty_five_forms_and_more() -> None:
    assert len(set(PRIVATE)) >= 45


async def test_the_canary_would_be_reached_if_it_were_allowed() -> None:
    with website() as canary, Sandbox() as sandbox:
        canary.put("/canary", page())
        async with Fetcher(AllowedHosts.parse(canary.host)) as fetcher:
            reading = await read_page(canary.at("/canary"), fetcher.fetch, Readers([sandbox]))
        assert reading.article is not None
        assert canary.hits.total() == 1


async def test_as_a_page(trap: Trap) -> None:
    for form in trap.forms:
        assert (await trap.read(form)).article is None, form


async def test_as_where_a_page_is_redirected_to(trap: Trap) -> None:
    for url in trap.redirected():
        assert (await trap.read(url)).article is None, url
        assert trap.site.hits[url.removeprefix(trap.site.at(""))] == 1


async def test_as_a_feed(trap: Trap) -> None:
    assert all(one.feed.problem for one in await trap.refresh(trap.forms))


async def test_as_where_a_feed_is_redirected_to(trap: Trap) -> None:
    assert all(one.feed.problem for one in await trap.refresh(trap.redirected()))


async def test_as_what_an_item_of_a_feed_links_to(trap: Trap) -> None:
    links = [*trap.forms, *trap.redirected()]
    items = [item(str(number), link, "Short.") for number, link in enumerate(links)]
    (done,) = await trap.refresh([trap.site.put("/rss", rss(*items))])
    assert done.feed.problem is None
    problems = {one.item.link: one.item.problem for one in trap.delivered if one.item}
    assert all(problems[form] for form in trap.forms if form in problems)
    assert len(problems) >= len(trap.redirected())


async def test_as_a_sitemap_and_as_what_one_lists(trap: Trap) -> None:
    urls = []
    for first in range(0, len(trap.forms), A_SITEMAP):
        listed = "".join(
            f"<sitemap><loc>{form}</loc></sitemap>"
            for form in trap.forms[first : first + A_SITEMAP]
        )
        urls.append(trap.site.put(f"/index-{first}", f"<sitemapindex>{listed}</sitemapindex>"))
    pages = "".join(f"<url><loc>{form}</loc></url>" for form in trap.forms)
    listing = trap.site.put("/sitemap", f"<urlset>{pages}</urlset>")
    *indexes, of_pages = await trap.refresh([*urls, listing])
    assert all(one.feed.problem for one in indexes)
    assert of_pages.feed.problem is None


async def test_as_where_robots_txt_is_redirected_to(trap: Trap) -> None:
    feed = trap.site.put("/rss", rss(item("1", "", "Short.")))
    for form in trap.forms:
        trap.site.put("/robots.txt", status=302, Location=form)
        (done,) = await trap.refresh([feed], robots=True)
        assert "robots.txt" in (done.feed.problem or ""), form
