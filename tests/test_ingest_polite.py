"""Hosts that lead to each other, each with its own turn and its own robots.txt."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise

import pytest
from aiohttp import web

from index.errors import FetchError, LeftAloneError
from index.ingest.addresses import AllowedHosts
from index.ingest.headers import NO_VALIDATORS
from index.ingest.polite import Guest, Manners, Readers, RefusedByRobotsError
from index.ingest.sandbox import Sandbox
from index.ingest.web import Fetcher, Limits
from tests.test_ingest_web import Handler, Site, answering, serving


@asynccontextmanager
async def guest(*sites: Site, delay: float = 0, robots: bool = False) -> AsyncIterator[Guest]:
    allowed = AllowedHosts(frozenset(f"127.0.0.1:{site.port}" for site in sites))
    with Sandbox() as sandbox:
        async with Fetcher(allowed) as fetcher:
            yield Guest(fetcher, Readers([sandbox]), Manners(delay, robots))


def leading(to: str) -> Handler:
    return answering(status=302, Location=to)


async def asked(guest: Guest, url: str) -> bytes:
    return (await guest.fetch(url, NO_VALIDATORS)).content


async def test_the_robots_txt_of_where_a_redirect_leads_is_kept() -> None:
    async def private(request: web.Request) -> web.Response:
        return web.Response(body=b"User-agent: *\nDisallow: /private\n" + request.path.encode())

    async def public(request: web.Request) -> web.Response:
        if request.path == "/robots.txt":
            return web.Response(status=404)
        return web.Response(status=302, headers={"Location": there.address + request.path})

    async with serving(private) as there, serving(public) as here:
        async with guest(here, there, robots=True) as polite:
            with pytest.raises(RefusedByRobotsError, match=f"robots.txt of 127.0.0.1:{there.port}"):
                await asked(polite, here.address + "/private/ferry")
            assert b"/public" in await asked(polite, here.address + "/public")
        assert there.hits == ["/robots.txt", "/public"]
        assert here.hits == ["/robots.txt", "/private/ferry", "/public"]


async def test_where_redirects_lead_is_asked_one_after_the_other_with_a_pause() -> None:
    at_once = most = 0
    begun: list[float] = []

    async def slow(_: web.Request) -> web.Response:
        nonlocal at_once, most
        begun.append(time.monotonic())
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.05)
        at_once -= 1
        return web.Response(body=b"noon")

    async with (
        serving(slow) as there,
        serving(leading(there.address)) as a,
        serving(leading(there.address)) as b,
        guest(a, b, there, delay=0.1) as polite,
    ):
        found = await asyncio.gather(*(asked(polite, one.address) for one in (a, b, there)))
    assert (found, most) == ([b"noon"] * 3, 1)
    pauses = [later - earlier for earlier, later in pairwise(begun)]
    assert min(pauses) >= 0.1


async def test_of_a_redirect_it_is_the_busy_host_that_is_left_alone() -> None:
    async with serving(answering(status=503)) as there, serving(leading(there.address)) as here:
        async with guest(here, there) as polite:
            with pytest.raises(FetchError, match="answered 503"):
                await asked(polite, here.address)
            for url in (here.address, there.address):
                with pytest.raises(LeftAloneError):
                    await asked(polite, url)
        assert (len(here.hits), len(there.hits)) == (2, 1)


async def test_hosts_that_lead_to_each_other_do_not_wait_for_each_other() -> None:
    sites: list[Site] = []

    async def other(request: web.Request) -> web.Response:
        port = next(site.port for site in sites if str(site.port) not in request.host)
        return web.Response(status=302, headers={"Location": f"http://127.0.0.1:{port}/"})

    async with serving(other) as a, serving(other) as b:
        sites += [a, b]
        async with guest(a, b) as polite, asyncio.timeout(10):
            for said in await asyncio.gather(
                *(asked(polite, site.address) for site in sites), return_exceptions=True
            ):
                assert "redirected more than 5 times" in str(said)


@asynccontextmanager
async def lent_robots() -> AsyncIterator[tuple[Site, Site, list[float]]]:
    """Two hosts, of which the first lends its robots.txt from the other; when that was asked."""
    asked_at: list[float] = []

    async def there_is(request: web.Request) -> web.Response:
        asked_at.append(time.monotonic())
        allowed = b"User-agent: *\nDisallow: /private\n"
        return web.Response(body=allowed if request.path == "/robots.txt" else b"noon")

    async def here_is(request: web.Request) -> web.Response:
        if request.path == "/robots.txt":
            return web.Response(status=301, headers={"Location": there.address + "/robots.txt"})
        return web.Response(body=b"noon")

    async with serving(there_is) as there, serving(here_is) as here:
        yield here, there, asked_at


async def test_a_robots_txt_that_stands_elsewhere_is_kept_and_that_host_has_its_pause() -> None:
    async with (
        lent_robots() as (here, there, asked_at),
        guest(here, there, robots=True, delay=0.1) as polite,
    ):
        found = await asyncio.gather(asked(polite, here.address), asked(polite, there.address))
        with pytest.raises(RefusedByRobotsError, match=f"127.0.0.1:{here.port}"):
            await asked(polite, here.address + "/private")
    assert found == [b"noon"] * 2
    assert len(asked_at) == 3  # twice for the robots.txt of each, and once for the page
    assert min(later - earlier for earlier, later in pairwise(asked_at)) >= 0.1


async def test_where_the_host_of_a_robots_txt_is_busy_nothing_is_asked_for() -> None:
    async with serving(answering(status=429)) as there, serving(leading(there.address)) as here:
        async with guest(here, there, robots=True) as polite:
            with pytest.raises(FetchError, match=r"its robots\.txt cannot be read: .* 429"):
                await asked(polite, here.address)
            with pytest.raises(LeftAloneError):
                await asked(polite, here.address)
        assert here.hits == ["/robots.txt", "/robots.txt"]
        assert len(there.hits) == 1


async def test_hosts_whose_robots_txt_lead_to_each_other_do_not_wait_for_each_other() -> None:
    sites: list[Site] = []

    async def other(request: web.Request) -> web.Response:
        await asyncio.sleep(0.05)  # so that each is asked while the other is
        port = next(site.port for site in sites if str(site.port) not in request.host)
        return web.Response(status=302, headers={"Location": f"http://127.0.0.1:{port}/robots.txt"})

    async with serving(other) as a, serving(other) as b:
        sites += [a, b]
        async with guest(a, b, robots=True) as polite, asyncio.timeout(10):
            for said in await asyncio.gather(
                *(asked(polite, site.address) for site in sites), return_exceptions=True
            ):
                assert "redirected more than 5 times" in str(said)


async def test_all_redirects_have_one_time_together() -> None:
    async def sleepy(request: web.Request) -> web.Response:
        await asyncio.sleep(0.2)
        hop = int(request.path.strip("/") or 0)
        return web.Response(status=302, headers={"Location": f"/{hop + 1}"})

    async with serving(sleepy) as site:
        async with Fetcher(site.allowed, limits=Limits(seconds=0.5)) as fetcher:
            with pytest.raises(FetchError, match=r"longer than 0\.5 seconds"):
                await fetcher.fetch(site.address)
        assert len(site.hits) <= 3
