"""The fetcher, against real servers on this machine."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from socket import AF_INET, AF_INET6, AddressFamily

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from index.errors import FetchError
from index.ingest.addresses import AllowedHosts, is_a_number, is_public
from index.ingest.headers import Validators
from index.ingest.web import Fetcher, Limits

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

# Ways to write an address of this machine, or of one beside it.
PRIVATE = [
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "0", "0.0", "0177.0.0.1", "0177.1",
    "017700000001", "2130706433", "0x7f.0.0.1", "0x7f.1", "0x7f000001", "0X7F000001",
    "127.0.0.1.", "localhost", "LOCALHOST", "localhost.", "sub.localhost", "10.0.0.1",
    "10.255.255.255", "172.16.0.1", "172.31.255.254", "192.168.0.1", "169.254.169.254",
    "2852039166", "100.64.0.1", "100.127.255.254", "192.0.0.192", "198.18.0.1", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::1]", "[fe80::1]", "[fc00::1]",
    "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]",
]  # fmt: skip


class Site:
    """A web server on 127.0.0.1 that counts who comes."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self.hits: list[str] = []
        self.port = 0

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.hits.append(request.path)
        return await self._handler(request)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def allowed(self) -> AllowedHosts:
        return AllowedHosts.parse(f"127.0.0.1:{self.port}")


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[Site]:
    site = Site(handler)
    runner = web.ServerRunner(web.Server(site.handle), shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    site.port = runner.addresses[0][1]
    try:
        yield site
    finally:
        await runner.cleanup()


class Names(AbstractResolver):
    """A name server that gives one answer after the other."""

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)
        self.asked = 0

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: AddressFamily = AF_INET,  # noqa: ARG002  # aiohttp names it
    ) -> list[ResolveResult]:
        self.asked += 1
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        kind = AF_INET6 if ":" in answer else AF_INET
        return [ResolveResult(hostname=host, host=answer, port=port, family=kind, proto=0, flags=0)]

    async def close(self) -> None:
        pass


def answering(body: bytes = b"", status: int = 200, **headers: str) -> Handler:
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    async def handler(_: web.Request) -> web.Response:
        return web.Response(body=body, status=status, headers=named)

    return handler


def writing(*parts: bytes) -> Handler:
    """A server that writes these bytes in place of an answer, and hangs up."""

    async def handler(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        for part in parts:
            request.transport.write(part)
        request.transport.close()
        return web.Response()

    return handler


async def refusal(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(FetchError) as error:
        await fetcher.fetch(url)
    return str(error.value)


async def test_a_page_is_fetched_with_what_tells_its_version() -> None:
    handler = answering(b"noon", ETag='"1"', Last_Modified="then")
    async with serving(handler) as site, Fetcher(site.allowed) as fetcher:
        fetched = await fetcher.fetch(f"{site.address}/tide")

    assert (fetched.content, fetched.url) == (b"noon", f"{site.address}/tide")
    assert fetched.validators == Validators('"1"', "then")


async def test_a_version_that_is_known_is_not_sent_again() -> None:
    async def handler(request: web.Request) -> web.Response:
        known = request.headers.get("If-None-Match") == '"1"'
        assert request.headers.get("If-Modified-Since") == "then"
        return web.Response(status=304 if known else 200)

    async with serving(handler) as site, Fetcher(site.allowed) as fetcher:
        assert (await fetcher.fetch(site.address, Validators('"1"', "then"))).is_unchanged


@pytest.mark.parametrize("host", PRIVATE)
async def test_no_form_of_a_private_address_is_connected_to(host: str) -> None:
    async with serving(answering(b"secret")) as canary:
        target = f"http://{host}:{canary.port}/"

        async def redirecting(request: web.Request) -> web.Response:
            hop = int(request.path.strip("/") or 1)
            further = f"/{hop - 1}" if hop > 1 else target
            return web.Response(status=302, headers={"Location": further})

        # The canary's port is let through, so that its address is what keeps us away.
        limits = Limits(seconds=5, ports=frozenset({80, 443, canary.port}))
        async with serving(redirecting) as site:
            async with Fetcher(site.allowed, limits=limits) as fetcher:
                for url in (target, f"{site.address}/1", f"{site.address}/3"):
                    said = await refusal(fetcher, url)
                    assert not said.startswith(("only the ports", "it took")), said
            assert site.hits == ["/1", "/3", "/2", "/1"]
        assert canary.hits == []


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "127.1", "0177.0.0.1", "0", "1.2.3.4.5", "999999999999"]
)
async def test_a_host_in_numbers_is_told_in_one_sentence(host: str) -> None:
    async with Fetcher(AllowedHosts()) as fetcher:
        said = await refusal(fetcher, f"http://{host}/")
    assert said.startswith("its host is written as a number")


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1.", "8.8.8.8", "7.example", "0x.org", "1and1.de"]
)
def test_a_plain_address_or_a_name_with_digits_is_no_number(host: str) -> None:
    assert not is_a_number(host)


@pytest.mark.parametrize(
    "answer",
    ["127.0.0.1", "::1", "::ffff:127.0.0.1", "10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)
async def test_a_name_of_a_private_address_is_not_connected_to(answer: str) -> None:
    async with Fetcher(AllowedHosts(), resolver=Names(answer)) as fetcher:
        said = await refusal(fetcher, "http://news.example/")
    assert said.startswith("the address is not on the public internet")


async def test_the_address_that_is_checked_is_the_one_connected_to() -> None:
    """A name is asked for once a fetch: there is no other answer that could be connected to."""
    async with serving(answering(b"secret")) as canary:
        names = Names("10.0.0.1", "127.0.0.1")
        limits = Limits(ports=frozenset({canary.port}))
        async with Fetcher(AllowedHosts(), resolver=names, limits=limits) as fetcher:
            for asked in (1, 2):
                said = await refusal(fetcher, f"http://news.example:{canary.port}/")
                assert "not on the public internet" in said
                assert names.asked == asked
        assert canary.hits == []


async def test_a_redirect_leaves_what_was_allowed_at_every_hop() -> None:
    async with serving(answering(b"secret")) as canary:

        async def handler(request: web.Request) -> web.Response:
            hop = int(request.path.strip("/") or 0)
            target = f"/{hop + 1}" if hop < 3 else f"http://127.0.0.1:{canary.port}/"
            return web.Response(status=302, headers={"Location": target})

        async with serving(handler) as site, Fetcher(site.allowed) as fetcher:
            said = await refusal(fetcher, site.address)
        assert site.hits == ["/", "/1", "/2", "/3"]
        assert (said, canary.hits) == ("only the ports 80 and 443 are fetched from", [])


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname", "ftp://news.example/", "gopher://news.example/", "unix:/run/it",
        "javascript:alert(1)", "data:text/html,x", "http://user@news.example/", "news.example",
        "http:///", "", "http://news.example:22/", "http://news.example:6379/",
        "http://news.example:99999/", "http://news.example/" + "a" * 3_000,
    ],
)  # fmt: skip
async def test_only_web_addresses_are_fetched(url: str) -> None:
    async with Fetcher(AllowedHosts(), resolver=Names("127.0.0.1")) as fetcher:
        assert (await refusal(fetcher, url)).startswith("only ")


@pytest.mark.parametrize(
    ("handler", "reason"),
    [
        (answering(status=302, Location="/again"), "it is redirected more than 5 times"),
        (answering(status=404), "the server answered 404"),
        (answering(b"a" * 1_001), "it is larger than 0.001 MB"),
        (answering(gzip.compress(b"a" * 9_000_000), Content_Encoding="gzip"), "it is larger than"),
        (answering(zlib.compress(b"a" * 9_000_000), Content_Encoding="deflate"), "it is larger"),
        (
            answering(b"not it", Content_Encoding="gzip"),
            "what the server sent cannot be decompressed",
        ),
        (answering(gzip.compress(b"a")[:-4], Content_Encoding="gzip"), "the server sent only a"),
        (answering(b"a", Content_Encoding="gzip, gzip"), "it is compressed in another way"),
        (answering(b"a", Content_Encoding="br"), "it is compressed in another way"),
        (writing(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"), "the server sent only a"),
        (writing(b"SSH-2.0-OpenSSH\r\n"), "the server did not answer as web servers do"),
        (writing(), "the server did not answer as web servers do"),
    ],
)
async def test_what_is_not_whole_or_too_much_is_refused(handler: Handler, reason: str) -> None:
    limits = Limits(bytes=1_000)
    async with serving(handler) as site, Fetcher(site.allowed, limits=limits) as fetcher:
        assert (await refusal(fetcher, site.address)).startswith(reason)


def bare_deflate(content: bytes) -> bytes:
    """As many servers send it: without the header of zlib."""
    return zlib.compress(content, wbits=-zlib.MAX_WBITS)


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(b"one two")),
        ("gzip", gzip.compress(b"one ") + gzip.compress(b"two")),
        ("gzip", gzip.compress(b"one two") + b"and what is not meant"),
        ("deflate", zlib.compress(b"one two")),
        ("deflate", bare_deflate(b"one two")),
    ],
    ids=["gzip", "members", "trailing", "deflate", "bare"],
)
async def test_what_is_compressed_is_read_to_its_end(encoding: str, sent: bytes) -> None:
    handler = answering(sent, Content_Encoding=encoding)
    async with serving(handler) as site, Fetcher(site.allowed) as fetcher:
        assert (await fetcher.fetch(site.address)).content == b"one two"


async def test_a_bomb_of_many_members_is_refused() -> None:
    handler = answering(gzip.compress(b"a" * 900) * 50, Content_Encoding="gzip")
    limits = Limits(bytes=10_000)
    async with serving(handler) as site, Fetcher(site.allowed, limits=limits) as fetcher:
        assert (await refusal(fetcher, site.address)).startswith("it is larger than")


async def test_a_trickle_is_cut_off() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"a")
            await asyncio.sleep(0.01)

    limits = Limits(seconds=0.3)
    async with serving(handler) as site, Fetcher(site.allowed, limits=limits) as fetcher:
        assert await refusal(fetcher, site.address) == "it took longer than 0.3 seconds"


async def test_a_server_that_asks_to_wait_is_heard() -> None:
    handler = answering(status=429, Retry_After="120")
    async with serving(handler) as site, Fetcher(site.allowed) as fetcher:
        with pytest.raises(FetchError) as error:
            await fetcher.fetch(site.address)
    assert (error.value.status, error.value.retry_after) == (429, "120")


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"]
)
def test_the_public_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("written", "url", "expected"),
    [
        ("intranet.example", "http://intranet.example/", True),
        ("intranet.example", "https://Intranet.example:443/", True),
        ("intranet.example", "http://intranet.example:8080/", False),
        ("other.example, intranet.example:8080", "http://intranet.example:8080/", True),
        ("intranet.example", "http://a.intranet.example/", False),
        ("[::1]:8080", "http://[::1]:8080/", True),
        ("", "http://intranet.example/", False),
    ],
)
def test_a_host_is_allowed_by_its_name_and_port(written: str, url: str, expected: bool) -> None:
    from urllib.parse import urlsplit  # noqa: PLC0415

    assert AllowedHosts.parse(written).has(urlsplit(url)) is expected
