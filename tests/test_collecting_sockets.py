"""A server's own articles over sockets: bot, gathering process, Discord and website are real."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.texts import own_articles as texts
from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.payloads import Message
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel, Member
from tests.gatherers import make_due, put_feed, until
from tests.newsrooms import FERRY, HARBOUR, WALL_WORDS
from tests.test_conversation import environment, shown
from tests.test_ingest_page import page
from tests.websites import Website, website

QUICK = {"BYLINE_FEEDS_CHECK": "0.2", "BYLINE_FETCH_DELAY": "0"}


@dataclass(frozen=True, slots=True)
class Desk:
    """A server that mona manages, and a website to gather from."""

    server: LoopbackDiscord
    channel: Channel
    mona: Member
    bot: BotProcess
    site: Website
    data: Path
    collection: str

    async def use(self, command: str, **options: object) -> str:
        """The last that the reply to a command says."""
        used = await self.mona.slash(self.channel, f"byline {command}", **options)
        assert used.ephemeral

        def has_ended() -> bool:
            return not self.server.current(used.answer).text.endswith("…")

        await until(has_ended)
        return shown(self.server.current(used.answer).text)

    async def ask(self, words: str) -> Message:
        question = await self.mona.say(self.channel, f"{self.server.bot.mention} {words}")
        return await self.server.next_message(self.channel, after=question)

    async def is_answered(self, question: str, words: str, seconds: float = 60.0) -> None:
        """Ask, as often as a person may, until an answer has these words."""
        async with asyncio.timeout(seconds):
            while words not in shown((await self.ask(question)).text):  # noqa: ASYNC110  # a person
                await asyncio.sleep(3.1)

    def gatherer(self) -> int | None:
        """The id of the gathering process."""
        for each in Path("/proc").glob("[0-9]*"):
            try:
                parent = each.joinpath("stat").read_text().rpartition(")")[2].split()[1]
                command = each.joinpath("cmdline").read_bytes()
            except OSError:
                continue
            if int(parent) == self.bot.pid and b"index.gathering" in command:
                return int(each.name)
        return None


def is_there(process_id: int | None) -> bool:
    return Path(f"/proc/{process_id}").exists()


@asynccontextmanager
async def desk(data: Path, **settings: str) -> AsyncIterator[Desk]:
    collection(data, HARBOUR, FERRY)
    with website() as site:
        async with LoopbackDiscord(patience=30.0) as server:
            guild = server.add_guild("Newsroom")
            channel, mona = guild.add_channel("general"), guild.add_member("mona")
            guild.give(mona, guild.add_role("Managers", "manage_guild"))
            chosen = environment(server, BYLINE_ALLOWED_HOSTS=site.host, **QUICK, **settings)
            arguments = ("-m", "bot", "run", "--data", str(data))
            async with BotProcess(*arguments, environment=chosen) as bot:
                await server.ready()
                yield Desk(server, channel, mona, bot, site, data, f"guild-{guild.id}")
                assert server.violations == []
                assert "Traceback" not in bot.output
                assert server.token not in bot.output


async def test_a_feed_is_followed_on_a_schedule_and_answered_from(data: Path) -> None:
    async with desk(data) as at:
        feed = put_feed(at.site, 1)
        said = await at.use("feeds add", url=feed)
        assert f"[The Example](<{feed}>) is followed." in said
        assert said.startswith("1 article added.")
        put_feed(at.site, 1, 2)
        make_due(data, at.collection)
        await at.is_answered("What is n2?", "It is n2.")
        assert at.site.hits["/rss"] == 2
        assert "feeds refreshed: collection=guild-*** asked=1 failed=0 added=1" in at.bot.output
        assert "The Example" in await at.use("feeds list")
        assert (await at.use("articles")).count("[Ferry](<") == 2


async def test_every_skip_of_a_page_is_named(data: Path) -> None:
    async with desk(data) as at:
        there = at.site.put("/ferry", page(canonical="/ferry"))
        said = await at.use("add", url=f"{there} {at.site.at('/gone')} http://192.168.0.1/")
        assert said.startswith("1 article added.")
        assert f"{at.site.at('/gone')}: the server answered 404" in said
        assert "http://192.168.0.1/: the address is not on the public internet" in said


async def test_very_many_skips_stand_in_a_file(data: Path) -> None:
    async with desk(data) as at:
        gone = [at.site.at(f"/gone/{'x' * 60}/{number}") for number in range(20)]
        used = await at.mona.slash(at.channel, "byline add", url=" ".join(gone))
        await until(lambda: "Skipped" in at.server.current(used.answer).text)
        message = at.server.current(used.answer)
        assert [one["filename"] for one in message.payload["attachments"]] == ["skipped.txt"]
        assert shown(message.text).count("the server answered 404") >= 10


async def test_a_server_is_served_one_thing_at_a_time_and_three_may_wait(data: Path) -> None:
    async with desk(data) as at:
        at.site.hold("/ferry")
        there = at.site.put("/ferry", page(canonical="/ferry"))
        first = asyncio.create_task(at.use("add", url=there))
        await until(lambda: at.site.hits["/ferry"] == 1)
        waiting = [await at.mona.slash(at.channel, "byline add", url=there) for _ in range(2)]
        assert [one.text for one in waiting] == [texts.WAITING] * 2
        assert await at.use("add", url=there) == texts.BUSY
        assert at.site.hits["/ferry"] == 1
        at.site.let_go()
        assert (await first).startswith("1 article added.")
        known = [lambda one=one: "known" in at.server.current(one.answer).text for one in waiting]
        await until(lambda: all(each() for each in known))


async def test_answers_go_on_while_much_is_gathered_and_after_the_process_has_died(
    data: Path,
) -> None:
    async with desk(data) as at:
        at.site.hold("/rss")
        feed = put_feed(at.site, 1)
        adding = asyncio.create_task(at.use("feeds add", url=feed))
        await until(lambda: at.site.hits["/rss"] == 1)
        await at.is_answered("mopped", WALL_WORDS, 3.0)
        gatherer = at.gatherer()
        assert gatherer is not None
        os.kill(gatherer, signal.SIGKILL)
        assert "The process that gathers articles has ended" in await adding
        at.site.let_go()
        await until(lambda: at.gatherer() not in (None, gatherer))
        assert (await at.use("feeds add", url=feed)).startswith("1 article added.")
        assert at.bot.output.count("the gathering process is started again") == 1


async def test_a_bot_that_stops_tells_whoever_waits_and_leaves_no_process(data: Path) -> None:
    async with desk(data) as at:
        at.site.hold("/ferry")
        there = at.site.put("/ferry", page())
        adding = asyncio.create_task(at.use("add", url=there))
        await until(lambda: at.site.hits["/ferry"] == 1)
        gatherer = at.gatherer()
        assert gatherer is not None
        assert await at.bot.stop() == 0
        assert await adding == texts.LEAVING
        assert not is_there(gatherer)
        assert "started again" not in at.bot.output


async def test_a_bot_that_is_killed_leaves_no_process(data: Path) -> None:
    async with desk(data) as at:
        await until(lambda: at.gatherer() is not None)
        gatherer = at.gatherer()
        await at.bot.kill()
        await until(lambda: not is_there(gatherer), 10)
