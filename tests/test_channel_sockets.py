"""The channel over sockets: the bot in a process of its own, every body held to Discord's rules.

`LoopbackDiscord.violations` names each request that OpenAPI, the validator of limits or the rule
that nobody is pinged objects to; `at_work` asserts that there are none.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import discord
import pytest
import pytest_asyncio

from bot import texts
from bot.custom_ids import Act, custom_id
from bot.inquiries import Inquiry, Way
from bot.setting_ids import Setting, setting_id
from tests.builders import article, collection
from tests.discord.bot_process import BotProcess
from tests.discord.interactions import Identified, InvalidUseError
from tests.discord.payloads import Message
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR, WALL_WORDS
from tests.test_buttons import ASKING, stories
from tests.test_conversation import Room, at_work, environment, shown

pytestmark = pytest.mark.asyncio(loop_scope="module")

MESSAGE_CONTENT = 1 << 15
UPDATED = 7  # the message whose button was pressed
MODAL = 9  # a form that opens


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_room(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Room]:
    """The bot that the tests of this file share, with more than a page of answers."""
    data = tmp_path_factory.mktemp("channel") / "data"
    collection(data, HARBOUR, FERRY, *stories())
    async with at_work(data) as room:
        yield room


@pytest.fixture
def room(shared_room: Room) -> Room:
    """The shared bot, and somebody who has not asked it anything yet."""
    return replace(shared_room, alice=shared_room.guild.add_member("alice"))


def labels(message: Message) -> list[str]:
    return [button["label"] for button in message.buttons]


async def test_every_button_does_what_it_says(room: Room) -> None:
    server, alice = room.discord_server, room.alice
    answer = await room.ask(ASKING)
    assert labels(answer) == [
        texts.buttons.NEXT,
        texts.buttons.BY_DATE,
        texts.buttons.MORE_FROM_ARTICLE,
        texts.buttons.EXPLAIN,
        texts.buttons.GOOD,
        texts.buttons.BAD,
        texts.buttons.DELETE,
    ]
    for label, words in (
        (texts.buttons.NEXT, "Excerpts 6 to 9."),
        (texts.buttons.BACK, "Excerpts 1 to 5."),
        (texts.buttons.BY_DATE, "newest first"),
        (texts.buttons.OLDER, "Excerpts 6 to 9, newest first."),
        (texts.buttons.BY_RANK, "Excerpts 1 to 5."),
        (texts.buttons.MORE_FROM_ARTICLE, ASKING),
        (texts.buttons.FROM_ALL_ARTICLES, "Excerpts 1 to 5."),
    ):
        turned = await alice.click(server.current(answer), label=label)
        assert turned.callback_type == UPDATED
        assert words in shown(server.current(answer).text)
    explained = await alice.click(server.current(answer), label=texts.buttons.EXPLAIN)
    assert explained.ephemeral
    assert "(word, idf" in explained.text
    await alice.click(server.current(answer), label=texts.buttons.DELETE)
    await server.next_request("DELETE /webhooks/*/*/messages/*")
    assert answer.id not in [each.id for each in room.channel.messages]
    assert server.violations == []


async def test_a_verdict_is_taken_and_a_question_kept(room: Room) -> None:
    answer = await room.ask(ABOUT_THE_WALL)
    thanks = await room.alice.click(answer, label=texts.buttons.GOOD)
    assert (thanks.ephemeral, labels(thanks.answer)) == (True, [texts.buttons.KEEP])
    kept = await room.alice.click(thanks.answer, label=texts.buttons.KEEP)
    assert (kept.ephemeral, kept.text) == (True, texts.feedback.KEPT)
    form = await room.alice.click(answer, label=texts.buttons.BAD)
    assert form.callback_type == MODAL
    assert room.discord_server.violations == []


async def test_a_verdict_on_an_answer_that_is_deleted_meanwhile_is_taken(room: Room) -> None:
    answer = await room.ask(ABOUT_THE_WALL)
    backend = room.discord_server.bot.world.backend

    async def deleted() -> None:
        """The answer goes while the press of its button is on its way to the bot."""
        backend.delete_message(room.channel.id, answer.id)

    thanks, _ = await asyncio.gather(room.alice.click(answer, label=texts.buttons.GOOD), deleted())
    assert answer.id not in [each.id for each in room.channel.messages]
    assert "good answer is counted" in thanks.text
    assert room.discord_server.violations == []


async def test_what_a_channel_follows_is_posted_as_it_comes_in(room: Room) -> None:
    server, desk = room.discord_server, room.guild.add_channel("desk")
    mona = room.guild.add_member("mona")
    room.guild.give(mona, room.guild.add_role("Editors", "manage_channels"))
    begun = await mona.slash(desk, "follow", topic="lighthouse")
    assert "lighthouse" in begun.text
    news = article("lighthouse", "The lighthouse keeper retires.", title="Last watch", lang="en")
    collection(room.data, news)
    posted = await server.next_message(desk, after=begun.answer)
    assert "lighthouse keeper retires" in shown(posted.text)
    listed = await mona.slash(desk, "following")
    assert labels(listed.answer) == [texts.follows.END.format(1)]
    ended = await mona.click(listed.answer, label=texts.follows.END.format(1))
    assert ended.callback_type == UPDATED
    assert server.violations == []


async def test_a_hidden_answer_is_shared(room: Room) -> None:
    hidden = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL, hidden=True)
    assert hidden.ephemeral
    before = await room.alice.say(room.channel, "look at this:")
    await room.alice.click(hidden.answer, label=texts.buttons.SHARE)
    public = await room.discord_server.next_message(room.channel, after=before)
    assert (public.ephemeral, WALL_WORDS in shown(public.text)) == (False, True)
    assert room.discord_server.violations == []


async def test_the_commands_with_their_options(room: Room) -> None:
    alice, channel = room.alice, room.channel
    for command, options, words in (
        (
            "ask",
            {"question": "ferry", "source": "gazette", "since": "2026-06", "count": 1},
            "ferry",
        ),
        ("ask", {"question": "ferry", "language": "English", "until": "2026-12"}, "ferry"),
        ("search", {"query": "wall -pier", "count": 2}, HARBOUR.title),
        ("quotes", {"speaker": "Lindqvist", "about": "cellars", "until": "2026"}, WALL_WORDS),
        ("article", {"headline": "no more night"}, FERRY.title),
        ("latest", {"count": 3}, FERRY.title),
        ("timeline", {"topic": "wall", "since": "2026"}, "2026-05"),
        ("timeline", {"speaker": "Lindqvist"}, WALL_WORDS),
        ("sources", {}, "The Skarnholm Gazette"),
    ):
        used = await alice.slash(channel, command, **options)
        assert words in shown(used.text), command
    for option, typed in (("question", "lind"), ("source", "ska"), ("language", "")):
        filled = {"question": "x"} if option != "question" else {}
        assert await alice.autocomplete(channel, "ask", option, typed, **filled)
    (choice,) = await alice.autocomplete(channel, "article", "headline", "no more")
    opened = await alice.slash(channel, "article", headline=choice["value"])
    assert FERRY.title in opened.text
    message = await alice.say(channel, "The night ferry to Tornby stops in October, they say.")
    found = await alice.message_command(texts.commands.FIND_SOURCES, message)
    assert (found.ephemeral, FERRY.title in found.text) == (True, True)
    assert room.discord_server.violations == []


async def test_a_server_is_set_up_by_those_who_may_and_by_nobody_else(room: Room) -> None:
    server, guild, mona = room.discord_server, room.guild, room.alice
    channel, other = guild.add_channel("set-up"), guild.add_channel("elsewhere")
    role = guild.add_role("Managers", "manage_guild")
    with pytest.raises(InvalidUseError, match="no /byline here"):
        await mona.slash(channel, "byline settings")
    guild.give(mona, role)
    opened = await mona.slash(channel, "byline settings")
    assert opened.ephemeral

    async def choose(setting: Setting, *values: Identified | str, of: int = 0) -> str:
        panel = server.current(opened.answer)
        used = await mona.select(panel, setting_id(setting, of), *values)
        assert used.callback_type == UPDATED
        return server.current(panel).text

    async def write(label: str, text: str) -> str:
        panel = server.current(opened.answer)
        modal = await mona.click(panel, label=label)
        written = await mona.write(panel, modal, text)
        assert written.callback_type == UPDATED
        return server.current(panel).text

    assert ": 2 seconds" in await write(texts.settings.COOLDOWN, "2")
    assert texts.settings.no_cooldown(3600) in await write(texts.settings.COOLDOWN, "soon")
    await choose(Setting.CHANNELS, other, channel)
    await choose(Setting.ROLES, role)
    assert f"<#{channel.id}>" in await choose(Setting.CHANNEL, channel)
    assert f"⚠️ {texts.settings.NO_QUESTIONS}" in await choose(
        Setting.MODE, "questions", of=channel.id
    )
    await choose(Setting.WHERE, "thread", of=channel.id)
    assert texts.settings.NO_OWN_ARTICLES in await choose(
        Setting.COLLECTIONS, f"guild-{guild.id}", of=channel.id
    )
    assert "here: The Skarnholm Gazette." in shown(
        await write(texts.settings.SOURCES_HERE, "the skarn")
    )
    answer = await mona.slash(channel, "ask", question=ABOUT_THE_WALL)
    assert WALL_WORDS in shown(answer.text)
    for label in (texts.settings.RESET, texts.settings.TO_SERVER):
        await mona.click(server.current(opened.answer), label=label)
    await choose(Setting.CHANNELS, other)
    refused = await mona.slash(channel, "ask", question=ABOUT_THE_WALL)
    assert refused.text == texts.refusals.not_in_this_channel([other.id])

    for setting in (Setting.CHANNELS, Setting.ROLES):  # as it was, for the other tests
        await choose(setting)
    await write(texts.settings.COOLDOWN, "")
    guild.take(mona, role)
    panel = server.current(opened.answer)
    for label in (texts.settings.COOLDOWN, None):
        used = await (
            mona.click(panel, label=label)
            if label
            else mona.select(panel, setting_id(Setting.CHANNELS), channel)
        )
        assert (used.ephemeral, used.text) == (True, texts.settings.MAY_NOT_SETTLE)
    assert server.violations == []


async def test_edits_and_deletions_are_followed(room: Room) -> None:
    server, alice = room.discord_server, room.alice
    mention = server.bot.mention
    question = await alice.say(room.channel, f"{mention} {ABOUT_THE_WALL}")
    answer = await server.next_message(room.channel, after=question)
    await alice.edit(question, f"{mention} and the night ferry?")
    changed = await server.edited(answer)
    assert FERRY.title in changed.text
    await alice.delete(question)
    await server.next_request(f"DELETE /channels/*/messages/{answer.id}")
    assert answer.id not in [each.id for each in room.channel.messages]
    assert server.violations == []


async def test_it_answers_in_every_kind_of_channel(room: Room) -> None:
    server, alice, backend = room.discord_server, room.alice, room.discord_server.bot.world.backend
    kinds = (discord.ChannelType.news, discord.ChannelType.voice, discord.ChannelType.stage_voice)
    made = [
        backend.create_channel(room.guild.id, kind.name, type=kind.value, announce=True)
        for kind in (*kinds, discord.ChannelType.forum)
    ]
    post = backend.create_thread(made.pop().id, "What did she say?", alice.id)
    for one in (*made, post):
        channel = Channel(room.channel.world, one.id)
        question = await alice.say(channel, f"{server.bot.mention} {ABOUT_THE_WALL}")
        answer = await server.next_message(channel, after=question)
        assert (answer.replies_to, WALL_WORDS in shown(answer.text)) == (question.id, True)
        used = await alice.slash(channel, "ask", question=ABOUT_THE_WALL)
        assert used.text == answer.text
    assert server.violations == []


async def test_a_stale_button_says_ask_again(room: Room) -> None:
    answer = await room.ask(ASKING)
    backend = room.discord_server.bot.world.backend
    stored = backend.get_message(room.channel.id, answer.id)
    stale = custom_id(Act.MORE, replace(Inquiry(Way.QUESTION), article="~12345678"))
    stored.components[1]["components"][0]["custom_id"] = stale
    told = await room.alice.click(room.discord_server.current(answer), custom_id=stale)
    assert (told.ephemeral, told.text) == (True, texts.refusals.ASK_AGAIN)


@pytest.mark.parametrize("granted", [True, False])
async def test_questions_in_its_own_threads_are_heard_where_discord_grants_it(
    tmp_path: Path, granted: bool
) -> None:
    data = tmp_path / "data"
    collection(data, HARBOUR, FERRY)
    async with LoopbackDiscord(
        privileged_intents=MESSAGE_CONTENT * granted, patience=30.0
    ) as server:
        guild = server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        settings = environment(server, BYLINE_MESSAGE_CONTENT="1")
        arguments = ("-m", "bot", "run", "--data", str(data))
        async with BotProcess(*arguments, environment=settings) as bot:
            await server.ready()
            question = await alice.say(channel, f"{server.bot.mention} {ABOUT_THE_WALL}")
            answer = await server.next_message(channel, after=question)
            assert WALL_WORDS in shown(answer.text)
            assert ("does not grant the message content intent" in bot.output) is not granted
            assert "Traceback" not in bot.output
            refused = [one for one in server.violations if "4014" in one]
            assert (len(refused), server.violations) == (not granted, refused)
