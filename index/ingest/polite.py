"""Fetching as a good guest does: one request at a time a host, with a pause, by its robots.txt."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from index.errors import BadInputError, FetchError, LeftAloneError
from index.ingest.headers import Validators, retry_after
from index.ingest.reading import shown
from index.ingest.sandbox import Sandbox
from index.ingest.web import ROBOT, Fetched, Fetcher
from index.texts import reasons

WAIT_STATUSES = frozenset({429, 503})  # of a host that is busy

_LONGEST_DELAY = 30.0  # seconds; more is asked for by nobody who wants to be read
_LEFT_ALONE = timedelta(minutes=15)  # a host that is busy and does not say for how long
_ROBOTS_KEPT = 3_600.0  # seconds
_MOST_HOSTS = 1_000  # remembered
_CLIENT_ERRORS = range(400, 500)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a host is treated."""

    delay: float = 1.0  # seconds between two requests
    robots: bool = True  # whether its robots.txt is kept


class RefusedByRobotsError(FetchError):
    """A host's robots.txt asks not to fetch this."""


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)  # whoever has it waits for no other
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)  # for its robots.txt
    free_at: float = 0.0  # by the monotonic clock
    robots: bytes | None = None  # None until asked for; empty where all is allowed
    robots_until: float = 0.0
    delay: float = 0.0  # what its robots.txt asks for
    busy: str | None = None  # what it said when it asked to be left alone
    busy_until: float = 0.0
    is_wait_named: bool = False  # by the host

    def check_busy(self) -> None:
        """Refuse to ask a host that wants to be left alone.

        Raises:
            LeftAloneError: for some time yet.
        """
        wait = timedelta(seconds=self.busy_until - time.monotonic())
        if self.busy and wait > timedelta():
            raise LeftAloneError(self.busy, wait, is_named=self.is_wait_named)
        self.busy = None


class Readers:
    """Sandboxes for work from an event loop, each at one thing at a time."""

    def __init__(self, sandboxes: list[Sandbox]) -> None:
        self._free: asyncio.Queue[Sandbox] = asyncio.Queue()
        for sandbox in sandboxes:
            self._free.put_nowait(sandbox)
        self._number = len(sandboxes)
        self._read_last = time.monotonic()

    async def rest(self, seconds: float) -> None:
        """End the processes, until there is something to read, if nothing was for so long."""
        if self._free.qsize() < self._number or time.monotonic() - self._read_last < seconds:
            return
        for _ in range(self._number):
            sandbox = await self._free.get()
            try:
                await asyncio.to_thread(sandbox.rest)
            finally:
                self._free.put_nowait(sandbox)

    async def read(self, kind: str, content: bytes, options: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        """As `Sandbox.read`."""
        sandbox = await self._free.get()
        try:
            return await asyncio.to_thread(sandbox.read, kind, content, options)
        finally:
            self._read_last = time.monotonic()
            self._free.put_nowait(sandbox)


class Guest:
    """Fetches from many hosts at once, and politely from each."""

    def __init__(self, fetcher: Fetcher, readers: Readers, manners: Manners) -> None:
        self._fetcher = fetcher
        self._readers = readers
        self._manners = manners
        self._hosts: dict[str, _Host] = {}

    async def fetch(self, url: str, validators: Validators, *, robots: bool = True) -> Fetched:
        """What stands at `url`, or where that leads, when it is our turn at each host on the way.

        Args:
            url: the address.
            validators: of the version that is known.
            robots: whether robots.txt is asked; not of what a person has named.

        Raises:
            RefusedByRobotsError: the robots.txt of a host on the way asks not to.
            LeftAloneError: a host on the way asked to be left alone, and was not asked.
            FetchError: nothing does that may be read.
        """
        return await self._fetcher.fetch(
            url, validators, lambda hop: self._turn(hop, robots=robots)
        )

    @asynccontextmanager
    async def _turn(self, url: str, *, robots: bool) -> AsyncIterator[None]:
        """Our turn at the host of `url`, for one request, if its robots.txt allows that."""
        if self._manners.robots and robots:
            await self._ask_robots(url)
        async with self._request(url):
            yield

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).netloc.lower()
        if len(self._hosts) > _MOST_HOSTS:
            now = time.monotonic()
            self._hosts = {
                each: host
                for each, host in self._hosts.items()
                if host.turn.locked()
                or host.asking.locked()
                or now < max(host.free_at, host.busy_until, host.robots_until)
            }
        return self._hosts.setdefault(name, _Host())

    @asynccontextmanager
    async def _request(self, url: str) -> AsyncIterator[None]:
        """Our turn at the host of `url` and a pause, whatever its robots.txt says.

        After the request it is known whether the host is busy.
        """
        host = self._host(url)
        async with host.turn:
            host.check_busy()
            await asyncio.sleep(max(0.0, host.free_at - time.monotonic()))
            try:
                yield
            except FetchError as error:
                if error.status in WAIT_STATUSES:
                    asked = retry_after(error, datetime.now(UTC))
                    host.busy, host.is_wait_named = str(error), bool(asked)
                    host.busy_until = time.monotonic() + (asked or _LEFT_ALONE).total_seconds()
                raise
            finally:
                host.free_at = time.monotonic() + max(self._manners.delay, host.delay)

    async def _ask_robots(self, url: str) -> None:
        parts, host = urlsplit(url), self._host(url)
        host.check_busy()
        async with host.asking:
            if host.robots is None or host.robots_until < time.monotonic():
                host.robots, host.robots_until = None, time.monotonic() + _ROBOTS_KEPT
                host.robots = await self._robots(f"{parts.scheme}://{parts.netloc}/robots.txt")
        if not host.robots:
            return
        try:
            rules = await self._readers.read("robots", host.robots, {"robot": ROBOT, "urls": [url]})
        except BadInputError as error:
            raise FetchError(reasons.NO_ROBOTS.format(error)) from error
        if self._manners.delay:
            host.delay = min(float(rules["delay"] or 0.0), _LONGEST_DELAY)
        if not rules["allowed"][0]:
            raise RefusedByRobotsError(reasons.ROBOTS_REFUSE.format(shown(parts.netloc)))

    async def _robots(self, url: str) -> bytes:
        """A robots.txt; empty where there is none, so that all is allowed."""
        try:
            return (await self._fetcher.fetch(url, admit=self._request)).content
        except LeftAloneError:
            raise
        except FetchError as error:
            if error.status in _CLIENT_ERRORS and error.status not in WAIT_STATUSES:
                return b""
            raise FetchError(
                reasons.NO_ROBOTS.format(error),
                status=error.status,
                retry_after=error.retry_after,
            ) from error
