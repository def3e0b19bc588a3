"""What whoever runs the bot sees of it: its process on a Discord of this machine."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.faults import CutSocket, Fault, Refuse, TooManyRequests
from tests.discord.server import LoopbackDiscord
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (DEBUG|INFO|WARNING|ERROR) [\w.]+ \S.*")
TOKEN = "canary-of-the-loopback.token"  # noqa: S105  # it opens nothing but that server
CONFIGURATION = 78
FORGED = "2026-01-01T00:00:00.000Z ERROR forged"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two articles."""
    data = tmp_path_factory.mktemp("articles") / "data"
    collection(data, HARBOUR, FERRY)
    return data


async def until(condition: Callable[[], object]) -> None:
    """Wait until what another process does has happened."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110  # a process knows no asyncio.Event
            await asyncio.sleep(0.01)


@asynccontextmanager
async def at_work(data: Path, **settings: str) -> AsyncIterator[tuple[LoopbackDiscord, BotProcess]]:
    """The bot, ready, and the Discord it is on."""
    async with LoopbackDiscord(token=TOKEN) as server:
        environment = {"BYLINE_GUILDS": "", **server.environment, **settings}
        arguments = ("-m", "bot", "run", "--data", str(data))
        async with BotProcess(*arguments, environment=environment) as bot:
            await server.ready()
            yield server, bot


@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_every_event_is_a_line_without_secrets_and_at_info_without_questions(
    articles: Path, level: str
) -> None:
    async with at_work(articles, BYLINE_LOG_LEVEL=level) as (server, bot):
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        words = f"{server.bot.mention} {ABOUT_THE_WALL}\n{FORGED}"
        await server.next_message(channel, after=await alice.say(channel, words))
        await alice.slash(channel, "ask", question=f"{ABOUT_THE_WALL}\r{FORGED}")
        assert await bot.stop() == 0
    lines = bot.output.splitlines()
    events = [line for line in lines if not line.startswith("Add Byline to a server: https://")]
    assert len(events) == len(lines) - 1
    assert [line for line in events if not LINE.fullmatch(line)] == []
    assert [line for line in events if line.startswith(FORGED)] == []
    assert TOKEN not in bot.output
    assert [line for line in events if re.search(r"'token': '(?!\*\*\*)", line)] == []
    if level == "INFO":
        assert sum(" answered: found=" in line for line in events) == 2
        for word in ("Petra", "alice", str(channel.id), str(guild.id)):
            assert word not in "\n".join(events)
    else:
        assert "INTERACTION_CREATE" in bot.output


# The connection


ME = "GET /users/@me"


@pytest.mark.parametrize(("fault", "times"), [(CutSocket(), 2), (Refuse(503), 1)])
async def test_where_discord_is_down_at_the_start_it_is_waited_for(
    articles: Path, fault: Fault, times: int
) -> None:
    async with LoopbackDiscord(token=TOKEN) as server:
        server.faults.next(ME, fault, times)  # the library itself asks again after a lost socket
        arguments = ("-m", "bot", "run", "--data", str(articles))
        async with BotProcess(*arguments, environment=server.environment) as bot:
            await server.ready()
            assert await bot.stop() == 0
    assert len(server.requests_to(ME)) == times + 1
    assert re.findall(r"WARNING bot.connection not connected: \S.* next_try_s=\d", bot.output)
    assert TOKEN not in bot.output


async def test_it_can_be_stopped_while_it_waits_for_discord(articles: Path) -> None:
    async with LoopbackDiscord(token=TOKEN) as server:
        server.faults.next(ME, TooManyRequests(via=False), times=None)
        arguments = ("-m", "bot", "run", "--data", str(articles))
        async with BotProcess(*arguments, environment=server.environment) as bot:
            await server.next_request(ME)
            await until(lambda: "next_try_s=60" in bot.output)
            assert await bot.stop() == 0
    assert len(server.requests_to(ME)) == 1


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_a_connection_that_is_closed_for_good_ends_it_with_78(
    articles: Path, code: int
) -> None:
    async with at_work(articles) as (server, bot):
        await server.gateway.close(code)
        assert await bot.ended() == CONFIGURATION
        assert server.gateway.identifies == 1
    last = bot.output.splitlines()[-1]
    assert not LINE.fullmatch(last)
    assert last.endswith((".", ".)"))
    assert "Traceback" not in bot.output


async def test_a_connection_without_acknowledgements_is_ended_and_resumed(articles: Path) -> None:
    async with LoopbackDiscord(token=TOKEN, heartbeat_interval=1.0) as server:
        arguments = ("-m", "bot", "run", "--data", str(articles))
        async with BotProcess(*arguments, environment=server.environment) as bot:
            await server.ready()
            server.gateway.acknowledges = False
            await until(lambda: "gateway unacknowledged" in bot.output)
            server.gateway.acknowledges = True
            await server.resumed(timeout=30)
            assert server.gateway.identifies == 1
            assert await bot.stop() == 0


# The health pages


async def page(port: int, path: str) -> tuple[int, str]:
    """The status and the text of a page of the bot."""
    url = f"http://127.0.0.1:{port}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status, await response.text()


def port_of(bot: BotProcess) -> int:
    """The port that the system chose for the bot's pages."""
    found = re.search(r"health pages: port=(\d+)", bot.output)
    assert found is not None
    return int(found[1])


async def test_whoever_watches_sees_how_it_is_doing(articles: Path) -> None:
    async with at_work(articles, BYLINE_HEALTH_PORT="0") as (server, bot):
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        for words in (ABOUT_THE_WALL, "who stole the zebra?"):
            asked = await alice.say(channel, f"{server.bot.mention} {words}")
            await server.next_message(channel, after=asked)
        port = port_of(bot)
        await until(lambda: " ready: guilds=" in bot.output)
        status, report = await page(port, "/healthz")
        assert (status, json.loads(report)["status"]) == (200, "ok")
        assert json.loads(report)["articles"] == 2
        _, metrics = await page(port, "/metrics")
        shown = dict(
            line.rsplit(" ", 1) for line in metrics.splitlines() if not line.startswith("#")
        )
        assert shown["byline_questions_total"] == "2.0"
        assert shown['byline_answers_total{outcome="found"}'] == "1.0"
        assert shown['byline_answers_total{outcome="not_found"}'] == "1.0"
        assert shown["byline_lookup_seconds_count"] == "2.0"
        assert shown["byline_gateway_ready"] == "1.0"
        assert shown["byline_guilds"] == "1.0"
        assert shown["byline_index_articles"] == "2.0"
        for word in ("Petra", "zebra", "alice", str(guild.id), TOKEN):
            assert word not in metrics + report
        server.gateway.refuse_connections(1000)
        server.gateway.drop()
        await until(lambda: not server.gateway.connections)
        status, report = await page(port, "/healthz")
        assert (status, json.loads(report)["gateway"]) == (503, "not connected")


async def test_a_port_that_is_taken_is_one_sentence(articles: Path) -> None:
    async with at_work(articles, BYLINE_HEALTH_PORT="0") as (server, bot):
        settings = {**server.environment, "BYLINE_HEALTH_PORT": str(port_of(bot))}
        arguments = ("-m", "bot", "run", "--data", str(articles))
        async with BotProcess(*arguments, environment=settings) as second:
            assert await second.ended() == CONFIGURATION
    (sentence,) = second.output.splitlines()
    assert sentence.startswith("BYLINE_HEALTH_PORT: port ")
