"""The conversation over sockets: the bot in a process of its own, Discord on this machine.

The tests that only talk share one bot; the last of them stops it.
"""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.texts import commands as texts
from tests.builders import article, collection
from tests.discord.bot_process import BotProcess
from tests.discord.faults import LoseReply, TooManyRequests
from tests.discord.payloads import Message
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel, Guild, Member
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR, WALL_WORDS
from tests.shared_material import shared

pytestmark = pytest.mark.asyncio(loop_scope="module")

MESSAGES = "POST /channels/*/messages"
SYNC = "PUT /applications/*/commands"
COMMANDS = {
    "ask", "search", "quotes", "article", "latest", "timeline", "sources", "follow",
    "following", "privacy", "help", "byline",
    "Who said this?", "Find sources",
}  # fmt: skip
CONFIGURATION = 78


@dataclass(frozen=True, slots=True)
class Room:
    """A server with one person and the bot in it."""

    discord_server: LoopbackDiscord
    guild: Guild
    channel: Channel
    alice: Member
    bot: BotProcess
    data: Path

    async def ask(self, words: str) -> Message:
        """Mention the bot with `words` and wait for its reply."""
        mention = self.discord_server.bot.mention
        question = await self.alice.say(self.channel, f"{mention} {words}")
        answer = await self.discord_server.next_message(self.channel, after=question)
        assert (answer.replies_to, answer.pinged) == (question.id, set())
        return answer


def environment(discord_server: LoopbackDiscord, **settings: str) -> dict[str, str]:
    """The bot's settings, with none of this machine's."""
    return {"BYLINE_GUILDS": "", "BYLINE_LOG_LEVEL": "INFO"} | (
        discord_server.environment | settings
    )


@asynccontextmanager
async def at_work(data: Path) -> AsyncIterator[Room]:
    async with LoopbackDiscord() as server:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        arguments = ("-m", "bot", "run", "--data", str(data))
        async with BotProcess(*arguments, environment=environment(server)) as bot:
            await server.ready()
            yield Room(server, guild, channel, alice, bot, data)
            assert server.violations == []
            assert "Traceback" not in bot.output
            assert server.token not in bot.output


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    """The bot that the tests of this file share, with two articles to answer from."""
    data = tmp_path_factory.mktemp("newsroom") / "data"
    collection(data, HARBOUR, FERRY)
    async with at_work(data) as room:
        yield room


@pytest.fixture
def room(shared_room: Room) -> Room:
    """The shared bot, and somebody who has not asked it anything yet."""
    return replace(shared_room, alice=shared_room.guild.add_member("alice"))


def shown(text: str) -> str:
    """What a reader sees of a text: neither backslashes nor the marks of bold."""
    return re.sub(r"\\([^A-Za-z0-9\s])|\*\*", lambda match: match[1] or "", text)


async def byline(*arguments: str, **settings: str) -> tuple[int, str]:
    """The exit code and the output of a command."""
    async with BotProcess("-m", "bot", *arguments, environment=settings) as process:
        return await process.ended(), process.output


# The conversation


async def test_a_mention_a_reply_and_a_direct_message_are_answered_in_place(room: Room) -> None:
    server, alice = room.discord_server, room.alice
    answer = await room.ask(ABOUT_THE_WALL)
    assert answer.components_v2
    assert f"> {WALL_WORDS}\nPetra Lindqvist, harbour master · [{HARBOUR.title}](<" in shown(
        answer.text
    )
    assert f"](<{HARBOUR.url}#:~:text=" in answer.text

    again = await alice.say(room.channel, "and the night ferry?", reply_to=answer, ping=True)
    reply = await server.next_message(room.channel, after=again)
    assert (reply.replies_to, reply.pinged) == (again.id, set())
    assert FERRY.title in reply.text

    private = await alice.dm(ABOUT_THE_WALL)
    directly = await server.next_message(alice.dm_channel, after=private)
    assert directly.text == answer.text
    assert server.violations == []


async def test_the_commands_answer_as_a_mention_does(room: Room) -> None:
    answer = await room.ask(ABOUT_THE_WALL)
    asked = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
    assert (asked.text, asked.ephemeral) == (answer.text, False)
    private = await room.alice.slash(room.alice.dm_channel, "ask", question=ABOUT_THE_WALL)
    assert private.text == answer.text
    found = await room.alice.slash(room.channel, "search", query="ferry")
    assert FERRY.title in found.text
    help_ = await room.alice.slash(room.channel, "help")
    assert (help_.text, help_.ephemeral) == (texts.HELP, True)
    assert room.discord_server.violations == []


async def test_what_does_not_name_the_bot_is_not_answered(room: Room) -> None:
    answer = await room.ask(ABOUT_THE_WALL)
    before = len(room.channel.bot_messages)
    await room.alice.say(room.channel, ABOUT_THE_WALL)
    await room.alice.say(room.channel, f"@everyone {ABOUT_THE_WALL}")
    await room.alice.say(room.channel, "thank you", reply_to=answer, ping=False)
    await room.ask(ABOUT_THE_WALL)
    assert len(room.channel.bot_messages) == before + 1


async def test_an_article_added_by_another_process_is_found_without_a_restart(
    room: Room, tmp_path: Path
) -> None:
    assert "No article has “zebra”." in (await room.ask("zebra")).text
    story = tmp_path / "zebra.md"
    story.write_text("---\ntitle: A zebra\n---\n\nA zebra came ashore at noon.\n", "utf-8")
    code, output = await byline("index", "add", str(story), "--data", str(room.data))
    assert code == 0, output
    assert "came ashore at noon" in (await room.ask("zebra")).text


async def test_the_owner_reads_the_link_that_installs_the_bot(room: Room) -> None:
    lines = [line for line in room.bot.output.splitlines() if "https://" in line]
    assert lines == [
        "Add Byline to a server: https://discord.com/oauth2/authorize?"
        f"client_id={room.discord_server.application_id}"
        "&scope=bot+applications.commands&permissions=274877975552"
    ]


# Faults


async def test_after_a_dropped_socket_the_bot_resumes_and_misses_nothing(room: Room) -> None:
    server = room.discord_server
    server.gateway.refuse_connections(1)
    server.gateway.drop()
    missed = await room.alice.say(room.channel, f"{server.bot.mention} {ABOUT_THE_WALL}")
    answer = await server.next_message(room.channel, after=missed)
    assert answer.replies_to == missed.id
    assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)
    assert "Attempting a reconnect" in room.bot.output
    assert "Traceback" not in room.bot.output
    assert WALL_WORDS in shown((await room.ask(ABOUT_THE_WALL)).text)


async def test_a_429_is_waited_out_and_the_answer_comes_once(room: Room) -> None:
    server, before = room.discord_server, len(room.channel.bot_messages)
    seen = len(server.requests_to(MESSAGES))
    server.faults.next(MESSAGES, TooManyRequests(retry_after=0.3))
    await room.ask(ABOUT_THE_WALL)
    refused, served = server.requests_to(MESSAGES)[seen:]
    assert (refused.status, served.status) == (429, 200)
    assert served.at - refused.at >= 0.3
    assert len(room.channel.bot_messages) == before + 1


async def test_an_answer_whose_receipt_is_lost_is_not_doubled(room: Room) -> None:
    server, before = room.discord_server, len(room.channel.bot_messages)
    seen = len(server.requests_to(MESSAGES))
    server.faults.next(MESSAGES, LoseReply())
    await room.ask(ABOUT_THE_WALL)
    await server.next_request(MESSAGES, count=seen + 2)
    assert len(room.channel.bot_messages) == before + 1


async def test_sigterm_ends_it_with_0_and_the_next_start_syncs_nothing(room: Room) -> None:
    server = room.discord_server
    assert await room.bot.stop() == 0
    await server.gone()
    await room.bot.start()
    await server.ready()
    assert WALL_WORDS in shown((await room.ask(ABOUT_THE_WALL)).text)
    assert await room.bot.stop() == 0
    assert len(server.requests_to(SYNC)) == 1
    assert {command["name"] for command in server.commands} == COMMANDS
    assert "Traceback" not in room.bot.output
    complaints = re.findall(r"(?:WARNING|ERROR) (\S+)", room.bot.output)
    assert set(complaints) <= {"discord.client", "discord.http"}  # of the faults above


# Settings that cannot work


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A data folder with one article."""
    data = tmp_path_factory.mktemp("articles") / "data"
    collection(data, article("one", "The tide turned.", lang="en"))
    return str(data)


async def test_a_refused_token_ends_it_after_one_try(articles: str) -> None:
    token = "a.refused.token"  # noqa: S105  # it opens nothing
    async with LoopbackDiscord() as server:
        settings = environment(server, DISCORD_TOKEN=token)
        code, output = await byline("run", "--data", articles, **settings)
        assert [request.route for request in server.requests] == ["GET /users/@me"]
    assert code == CONFIGURATION
    (sentence,) = output.splitlines()
    assert sentence.startswith("DISCORD_TOKEN: Discord does not accept this token")
    assert token not in output


@pytest.mark.parametrize(
    ("token", "reason"),
    [
        ('"se.cr.et"', "quotation marks"),
        ("Bot se.cr.et", 'begins with "Bot "'),
        ("se.cr. et", "white space"),
        ("se.cr.et\n", "white space"),
        ("   ", "only white space"),
    ],
)
async def test_a_malformed_token_ends_it_before_any_request(
    articles: str, token: str, reason: str
) -> None:
    async with LoopbackDiscord() as server:
        settings = environment(server, DISCORD_TOKEN=token)
        code, output = await byline("run", "--data", articles, **settings)
        assert (server.requests, server.gateway.paths) == ([], [])
    assert code == CONFIGURATION
    assert reason in output
    assert "Traceback" not in output
    assert "se.cr" not in output


@pytest.mark.parametrize(
    ("close_code", "reason"), [(4004, "close code: 4004"), (4014, "refuses an intent")]
)
async def test_a_connection_closed_for_good_ends_it(
    articles: str, close_code: int, reason: str
) -> None:
    async with LoopbackDiscord() as server:
        server.add_guild("Newsroom")
        arguments = ("-m", "bot", "run", "--data", articles)
        async with BotProcess(*arguments, environment=environment(server)) as bot:
            await server.ready()
            await server.gateway.close(close_code)
            assert await bot.ended() == CONFIGURATION
    assert reason in bot.output.splitlines()[-1]
    assert "Traceback" not in bot.output


# The article that Byline began with

UTTERANCES = (
    "advancing global multipolarity and the democratisation of international relations",
    "China-Russia cooperation has no limits",
    "Our striving for peace has no limits",
)
PAGE = (
    "https://www.themoscowtimes.com/2022/03/30/"
    "russian-fm-hails-china-as-part-of-emerging-just-world-order-a77144"
)


async def test_the_spokesmans_words_are_found_in_a_saved_news_page(tmp_path: Path) -> None:
    seeds = shared("seeds")
    if seeds is None:
        pytest.skip("the saved news page is not here")
    data = tmp_path / "data"
    pages = sorted(map(str, seeds.glob("*.txt")))
    code, output = await byline("index", "add", *pages, "--data", str(data))
    assert code == 0, output
    question = "what did Wang Wenbin say?"

    code, output = await byline("ask", question, "--json", "--data", str(data))
    excerpts = json.loads(output)["excerpts"][: len(UTTERANCES)]
    for excerpt, words in zip(excerpts, UTTERANCES, strict=True):
        assert words in excerpt["text"]
        assert (excerpt["speaker"], excerpt["url"]) == ("Wang Wenbin", PAGE)
        assert excerpt["link"].startswith(f"{PAGE}#:~:text=")

    code, output = await byline("ask", question, "--data", str(data))
    places = [" ".join(output.split()).index(words) for words in UTTERANCES]
    assert places == sorted(places)
    assert re.findall(r"^   (https\S+)#:~:text=", output, re.MULTILINE) == [PAGE] * 3

    async with at_work(data) as room:
        answer = await room.ask(question)
    quotes = [line for line in shown(answer.text).split("\n") if line.startswith("> ")]
    for quote, words in zip(quotes, UTTERANCES, strict=True):
        assert words in quote
    assert re.findall(r"\]\(<(\S+?)#:~:text=\S+>\)", answer.text) == [PAGE] * 3
    assert answer.text.count("**Wang Wenbin**, foreign ministry spokesman") == 3
