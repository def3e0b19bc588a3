"""The entry points, what is thrown at each, and what it may do: answer, or refuse in words."""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import discord
from hypothesis import strategies as st

from bot.custom_ids import custom_id, pressed
from bot.links import safe_url
from bot.questions import parse_question
from bot.setting_ids import chosen
from index.errors import BadInputError
from index.ingest import feeds, items, page
from index.ingest.fields import outlet, web_address
from index.ingest.front_matter import read_front_matter
from index.query_language import echo, parse_query
from tests.builders import collection
from tests.newsrooms import FERRY, HARBOUR, client_of

TODAY = date(2026, 7, 1)
LONGEST_QUESTION = 6_000  # characters that Discord lets through


@dataclass(frozen=True, slots=True)
class Entry:
    """One way in.

    Attributes:
        inputs: what may come.
        enter: takes one in; anything raised is a finding.
        longest: seconds of work that one may take.
    """

    inputs: st.SearchStrategy[object]
    enter: Callable[[object], None]
    longest: float = 4.0


def _pieces(*pieces: str) -> st.SearchStrategy[str]:
    """Texts of the pieces that mean something here, and of anything."""
    piece = st.one_of(st.sampled_from(pieces), st.text(max_size=12))
    return st.lists(piece, max_size=40).map("".join)


def _front_matter(text: object) -> None:
    with suppress(BadInputError):
        read_front_matter(str(text))


def _html(content: object) -> None:
    with suppress(BadInputError):
        page.parse(bytes(content), "https://news.example/a")  # type: ignore[call-overload]


def _feed(content: object) -> None:
    with suppress(BadInputError):
        items.feed_of(feeds.parse(bytes(content), "https://news.example/feed"))  # type: ignore[call-overload]


def _address(written: object) -> None:
    text = str(written)
    web_address(text)
    outlet(text)
    safe = safe_url(text)
    assert safe is None or safe_url(safe) == safe


def _question(text: object) -> None:
    asked = parse_question(str(text), None, TODAY)
    parse_question("and what about it?", asked, TODAY)
    parsed = parse_query(str(text), TODAY)
    echo(parsed)


def _custom_id(written: object) -> None:
    told = pressed(str(written))
    if told is not None:
        custom_id(told.act, told.inquiry)
    chosen(str(written))


class _Listener:
    """The real client's own handling of events, without a socket."""

    _client: discord.Client | None = None

    def __call__(self, event: object) -> None:
        """Hand one event to the client as its socket would."""
        name, data = event  # type: ignore[misc]
        parser = self._made()._connection.parsers.get(name)
        if parser is not None:
            asyncio.run(self._handed(parser, data))

    async def _handed(self, parser: Callable[[object], None], data: object) -> None:
        client = self._made()
        client.loop = asyncio.get_running_loop()
        client._connection.loop = client.loop
        parser(data)
        await asyncio.sleep(0)
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    def _made(self) -> discord.Client:
        if self._client is None:
            self._place = tempfile.TemporaryDirectory()
            data = Path(self._place.name) / "data"
            collection(data, HARBOUR, FERRY)
            self._context = client_of(data)
            self._client = self._context.__enter__()
        return self._client


_JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**63), 2**63), st.text(max_size=20),
        st.integers(0, 2**63).map(str),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(
                st.sampled_from((
                    "id", "type", "channel_id", "guild_id", "author", "content", "mentions", "data",
                    "member", "user", "token", "message", "channel", "name", "options", "roles",
                    "channels", "members", "threads", "custom_id", "component_type", "resolved",
                    "username", "discriminator", "message_reference", "attachments", "embeds",
                )),
                st.text(max_size=6),
            ),
            inner,
            max_size=8,
        ),
    ),
    max_leaves=25,
)  # fmt: skip
_EVENTS = (
    "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK",
    "INTERACTION_CREATE", "GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "CHANNEL_CREATE",
    "CHANNEL_UPDATE", "CHANNEL_DELETE", "THREAD_CREATE", "THREAD_UPDATE", "THREAD_LIST_SYNC",
    "GUILD_ROLE_CREATE", "GUILD_ROLE_DELETE", "USER_UPDATE",
)  # fmt: skip

_HTML = _pieces(
    "<p>", "</p>", "<div hidden>", "<script>", "</script>", "<!--", "-->", "<!doctype html>",
    "<html>", "<body>", "<article>", "<h1>Title</h1>", "<meta charset=", "utf-8>", "utf-16>",
    '<link rel="canonical" href="', '">', "&#x0;", "&#55296;", "<![CDATA[", "<table><tr><td>",
    '<meta property="article:published_time" content="', "<a href='", "<svg><style>", "<template>",
    "A sentence of a story that goes on for a while, so that it is taken for one. ", "<br>", "\x00",
)  # fmt: skip
_FEEDS = _pieces(
    "<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>", "</link>", "<guid>",
    "<pubDate>", "Mon, 32 Foo 2026", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>",
    "<id>", "<content type='xhtml'>", "<urlset>", "<url>", "<loc>", "<lastmod>", "<!DOCTYPE a [",
    "<!ENTITY b 'c'>", "]>", "&b;", "<?xml version='1.0' encoding='", "utf-7'?>", "utf-16'?>",
    '{"version": "https://jsonfeed.org/version/1", "items": [', '{"id": "', '"}', "]}", "xml:base",
    "javascript:alert(1)", "<![CDATA[", "]]>",
)  # fmt: skip

ENTRIES: dict[str, Entry] = {
    "front_matter": Entry(
        _pieces("---\n", "title: ", "date: ", "tags: ", "\n", "- ", "&a ", "*a", "!!str ", "[", "]",
                "{", "}", "|", ">", "'", '"', "? ", ": ", "#", "%YAML 1.1", "2026-02-30", "\t",
                "<<: ").map(lambda text: f"---\n{text}"),
        _front_matter,
    ),
    "html": Entry(
        st.one_of(
            _HTML.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=300)
        ),
        _html,
    ),
    "feeds": Entry(
        st.one_of(
            _FEEDS.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=300)
        ),
        _feed,
    ),
    "addresses": Entry(
        _pieces("http://", "https://", "//", "user@", ":", "[::1]", "127.0.0.1", ".example", "/",
                "?", "#", "%2e", "..", "\\", "xn--", "@", "\u3002", ":99999", "javascript:"),
        _address,
    ),
    "questions": Entry(
        _pieces("what did ", " say about ", "who said ", "?", '"', "“", "”", "speaker:", "source:",
                "before:", "after:", "7d", "last week ", "AND ", "OR ", "-", "(", ")", "*", "~",
                "他说", "что сказал ", "и ", "<@1>", "\u202e", "in 2024 ", "and of it ", "lang:x")
        .map(lambda text: text[:LONGEST_QUESTION]),
        _question,
    ),
    "gateway_events": Entry(st.tuples(st.sampled_from(_EVENTS), _JSON), _Listener()),
    "custom_ids": Entry(
        _pieces("by1", "by1:n:q:b:", "bs1:", ":", "n", "q", "0", "99999999999", "~", "-1", "en")
        .map(lambda text: text[:100]),
        _custom_id,
    ),
}  # fmt: skip


def finding(name: str, given: object) -> str | None:
    """What is wrong with how an input was taken in, or None."""
    entry = ENTRIES[name]
    began = time.thread_time()
    try:
        entry.enter(given)
    except Exception as error:  # whatever it is, it is a finding
        return f"{name}: {error!r} for {given!r:.300}"
    took = time.thread_time() - began
    return f"{name}: {took:.1f} s for {given!r:.300}" if took > entry.longest else None


def seeded(*seed: object) -> random.Random:
    """Chance that comes out the same for the same seed."""
    return random.Random(":".join(map(str, seed)))  # noqa: S311  # repeatable is the point
