"""Several connections that divide the servers, in one process or in several."""

import json
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.settings import BotSettings
from bot.sharding import Shards
from tests.builders import collection
from tests.discord.bot_process import BotProcess
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Guild
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR
from tests.test_conversation import shown
from tests.test_operation import page, port_of, until

COUNT = 2


@pytest.mark.parametrize(
    ("settings", "shards"),
    [
        ({}, None),
        ({"byline_shards": "4"}, Shards(4)),
        ({"byline_shards": "auto"}, Shards(None)),
        ({"byline_shards": "4", "byline_shard_ids": "3, 0,3"}, Shards(4, [0, 3])),
    ],
)
def test_shards_are_a_number_and_perhaps_some_of_them(
    settings: dict[str, str], shards: Shards | None
) -> None:
    assert BotSettings(_env_file=None, **settings).shards == shards


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"byline_shard_ids": "0"}, "needs BYLINE_SHARDS"),
        ({"byline_shards": "auto", "byline_shard_ids": "0"}, "needs BYLINE_SHARDS"),
        ({"byline_shards": "2", "byline_shard_ids": "2"}, "of 2 shards the last is 1"),
        ({"byline_shards": "2", "byline_shard_ids": "one"}, "numbers of shards"),
        ({"byline_shards": "0"}, "greater than or equal to 1"),
    ],
)
def test_shards_that_cannot_be_are_told(settings: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        BotSettings(_env_file=None, **settings)


@pytest.mark.parametrize("processes", [("",), ("0", "1")], ids=["one process", "two processes"])
async def test_every_server_is_answered_by_its_shard_and_by_it_alone(
    data: Path, processes: tuple[str, ...]
) -> None:
    collection(data, HARBOUR, FERRY)
    async with LoopbackDiscord(patience=40) as server, AsyncExitStack() as stack:
        guilds = _one_a_shard(server)
        bots = [
            await stack.enter_async_context(
                BotProcess(
                    "-m", "bot", "run", "--data", str(data),
                    environment={
                        **server.environment, "BYLINE_GUILDS": "", "BYLINE_SHARDS": str(COUNT),
                        "BYLINE_SHARD_IDS": ids, "BYLINE_HEALTH_PORT": "0",
                    },
                )
            )
            for ids in processes
        ]  # fmt: skip
        await until(lambda: server.gateway.ready and server.gateway.identifies == COUNT)
        for drops in range(2):
            for guild in guilds:
                channel, alice = guild.add_channel("general"), guild.add_member("alice")
                asked = await alice.say(channel, f"{server.bot.mention} {ABOUT_THE_WALL}")
                answer = await server.next_message(channel, after=asked)
                assert "mopped the same cellars" in shown(answer.text)
                used = await alice.slash(channel, "ask", question="the night ferry")
                assert FERRY.title in used.text
                assert len(channel.bot_messages) == 2
            if not drops:
                server.gateway.drop()
                await server.resumed(COUNT)
        for bot in bots:
            await until(lambda bot=bot: " ready: guilds=" in bot.output)
            status, report = await page(port_of(bot), "/healthz")
            assert (status, json.loads(report)["gateway"]) == (200, "connected")
            assert "Traceback" not in bot.output
        assert server.gateway.identifies == COUNT
        assert server.violations == []


def _one_a_shard(server: LoopbackDiscord) -> list[Guild]:
    """A server for each shard, in their order."""
    found: dict[int, Guild] = {}
    while len(found) < COUNT:
        guild = server.add_guild("Newsroom")
        found.setdefault((guild.id >> 22) % COUNT, guild)
    return [found[shard] for shard in range(COUNT)]
