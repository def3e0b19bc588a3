"""The one fetcher: whatever Byline reads from the web comes through here.

    async with Fetcher(AllowedHosts()) as fetcher:
        page = await fetcher.fetch("https://news.example/harbour")

Only http and https; only the public internet, checked at every connection on the very address that
is connected to, so that neither a redirect nor a changed DNS answer leads elsewhere; a few
megabytes, counted as they are decompressed; some seconds in all; a few redirects.
"""

import asyncio
import errno
import ssl
import time
import zlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from socket import socket
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin

import aiohttp
from aiohttp.abc import AbstractResolver

from index.errors import FetchError
from index.ingest.addresses import AllowedHosts, is_a_number, is_public, port_of
from index.ingest.fields import LONGEST_URL, web_address
from index.ingest.headers import NO_VALIDATORS, Validators
from index.ingest.reading import shown
from index.ingest.unfolding import ENCODINGS, Unfolding
from index.texts import reasons

USER_AGENT = "Byline/0.1"
ROBOT = "byline"  # the name that a robots.txt may address

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_MODIFIED = 200, 304
_READ_AT_ONCE = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the web one fetch may be."""

    bytes: int = 5_000_000  # decompressed
    seconds: float = 20.0  # with all redirects
    redirects: int = 5
    ports: frozenset[int] = frozenset({80, 443})  # of hosts that are not named


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    url: str  # where it was in the end
    content: bytes
    validators: Validators = NO_VALIDATORS
    is_unchanged: bool = False  # the server says so, and sent nothing
    charset: str | None = None  # by the server's word


@asynccontextmanager
async def _admit_at_once(_: str) -> AsyncIterator[None]:
    yield


class Fetcher:
    """Fetches, politely told who is asking; an async context manager.

    Args:
        allowed: hosts that may be anywhere.
        resolver: who is asked for the addresses of names; by default the system.
        limits: how much one fetch may be.
    """

    def __init__(
        self,
        allowed: AllowedHosts,
        *,
        resolver: AbstractResolver | None = None,
        limits: Limits = Limits(),
    ) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._limits = limits
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self._guarded = await self._stack.enter_async_context(self._session(guarded=True))
        self._named = await self._stack.enter_async_context(self._session(guarded=False))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stack.aclose()

    def _session(self, *, guarded: bool) -> aiohttp.ClientSession:
        # Connections are not shared between the two, so that none that was made to a named host
        # serves another name.
        connector = aiohttp.TCPConnector(
            resolver=self._resolver,
            use_dns_cache=False,
            socket_factory=_public_socket if guarded else None,
        )
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, deflate"},
            # It would decompress without an end.
            auto_decompress=False,
            timeout=aiohttp.ClientTimeout(total=None),
            trust_env=False,
        )

    async def fetch(
        self,
        url: str,
        validators: Validators = NO_VALIDATORS,
        admit: Callable[[str], AbstractAsyncContextManager[None]] = _admit_at_once,
    ) -> Fetched:
        """What stands at `url`, or where that leads.

        Args:
            url: the address.
            validators: of the version that is known.
            admit: what each request is made within, by its address, redirected ones too; it may
                wait, which is not counted, and refuse by a FetchError.

        Raises:
            FetchError: nothing does that may be read, whole and in time.
        """
        left = self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            session = self._session_for(url)
            async with admit(url):
                begun = time.monotonic()
                found = await self._requested(session, url, validators, left)
                left -= time.monotonic() - begun
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(reasons.REDIRECTED.format(self._limits.redirects))

    async def _requested(
        self, session: aiohttp.ClientSession, url: str, validators: Validators, seconds: float
    ) -> Fetched | str:
        """What one request brings: what stands there, or the address that it leads to."""
        try:
            async with (
                asyncio.timeout(seconds),
                session.get(
                    url, headers=_conditions(validators), allow_redirects=False
                ) as response,
            ):
                if response.status in _REDIRECTS:
                    return urljoin(url, response.headers.get("Location", ""))
                return await self._received(url, response)
        except TimeoutError as error:
            raise FetchError(reasons.TOO_SLOW.format(self._limits.seconds)) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchError(_reason(error)) from error

    def _session_for(self, url: str) -> aiohttp.ClientSession:
        parts = web_address(url) if len(url) <= LONGEST_URL else None
        if parts is None:
            raise FetchError(reasons.NOT_FETCHED)
        if self._allowed.has(parts):
            return self._named
        if is_a_number(parts.hostname or ""):
            raise FetchError(reasons.HOST_IS_A_NUMBER)
        if port_of(parts) not in self._limits.ports:
            ports = " and ".join(str(port) for port in sorted(self._limits.ports))
            raise FetchError(reasons.OTHER_PORT.format(ports))
        return self._guarded

    async def _received(self, url: str, response: aiohttp.ClientResponse) -> Fetched:
        validators = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
        if response.status == _NOT_MODIFIED:
            return Fetched(url, b"", validators, is_unchanged=True)
        if response.status != _OK:
            raise FetchError(
                reasons.STATUS.format(response.status),
                status=response.status,
                retry_after=response.headers.get("Retry-After"),
            )
        content = bytearray()
        async for part in _decompressed(response):
            content += part
            if len(content) > self._limits.bytes:
                raise FetchError(reasons.TOO_LARGE.format(self._limits.bytes / 1_000_000))
        return Fetched(url, bytes(content), validators, charset=response.charset)


def _conditions(validators: Validators) -> Mapping[str, str]:
    conditions = {
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.last_modified,
    }
    return {name: value for name, value in conditions.items() if value}


def _public_socket(address: tuple[Any, ...]) -> socket:
    """A socket for the address that is about to be connected to, if that is public."""
    family, kind, protocol, _, place = address
    if not is_public(place[0]):
        raise OSError(errno.EACCES, reasons.NOT_PUBLIC)
    return socket(family, kind, protocol)


async def _decompressed(response: aiohttp.ClientResponse) -> AsyncIterator[bytes]:
    """The body in small parts, however much a few bytes of it unfold to."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower() or "identity"
    if encoding == "identity":
        async for part in response.content.iter_chunked(_READ_AT_ONCE):
            yield part
        return
    if encoding not in ENCODINGS:
        raise FetchError(reasons.OTHER_COMPRESSION.format(shown(encoding)))
    unfolding = Unfolding(encoding)
    async for received in response.content.iter_chunked(_READ_AT_ONCE):
        try:
            for part in unfolding.parts(received):
                yield part
        except zlib.error as error:
            raise FetchError(reasons.NOT_DECOMPRESSED) from error
    if not unfolding.is_whole:
        raise FetchError(reasons.ONLY_A_PART)


_REASONS: Sequence[tuple[tuple[type[Exception], ...], str]] = (
    ((aiohttp.InvalidURL,), reasons.NO_WEB_ADDRESS),
    ((aiohttp.ClientConnectorDNSError,), reasons.NO_SERVER),
    ((aiohttp.ClientSSLError, ssl.SSLError), reasons.NO_CERTIFICATE),
    ((aiohttp.ClientPayloadError,), reasons.ONLY_A_PART),
    ((aiohttp.ClientConnectorError,), reasons.NOT_REACHED),
)


def _reason(error: Exception) -> str:
    """Why nothing was fetched, in the user's words."""
    text = str(error)
    if reasons.NOT_PUBLIC in text:
        return reasons.NOT_PUBLIC
    for kinds, reason in _REASONS:
        if isinstance(error, kinds):
            return reason
    return reasons.NO_ANSWER.format(type(error).__name__)
