"""What whoever runs the bot sees of it: its process on a Discord of this machine."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (DEBUG|INFO|WARNING|ERROR) [\w.]+ \S.*")
TOKEN = "canary-of-the-loopback.token"  # noqa: S105  # it opens nothing but that server
FORGED = "2026-01-01T00:00:00.000Z ERROR forged"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two articles."""
    data = tmp_path_factory.mktemp("articles") / "data"
    collection(data, HARBOUR, FERRY)
    return data


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
