"""What was asked before, and what was answered, found again in a channel's history."""

from pathlib import Path

import discord
import pytest
import simcord

from bot import texts
from bot.escaping import utf16_length
from bot.policy import Hears, Place, Ruling
from tests.builders import article, collection
from tests.newsrooms import Newsroom, client_of, labels, newsroom, shown

SAID = (
    '"The wall stands," said Ines Falk.\n\n"The ferry is late," said Ines Falk.\n\n'
    '"The ferry is fine," said Osmund Quist.'
)
ABOUT_THE_WALL = "What did Ines Falk say about the wall?"
UNDERSTOOD = "-# Understood as: What did Ines Falk say about the ferry?"


class InThreads:
    """A policy under which each question begins a thread."""

    async def rule(self, _: Place) -> Ruling:
        return Ruling(in_thread=True, hears=Hears.MENTIONS)


@pytest.fixture
def talk(data: Path) -> Path:
    collection(data, article("talk", SAID, title="Talk", published="2026-05-01", lang="en"))
    return data


async def begin_thread(room: Newsroom) -> tuple[discord.Message, simcord.ChannelHandle]:
    question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
    (thread,) = room.channel.threads
    return question, thread


async def test_a_direct_conversation_goes_on_without_replies(talk: Path) -> None:
    async with newsroom(talk) as room:
        await room.alice.send_dm(ABOUT_THE_WALL)
        await room.alice.send_dm("and about the ferry?")
        told = shown(room.alice.user.dm_channel.last_message)
        assert UNDERSTOOD in told
        assert "Osmund" not in told
        await room.alice.send_dm("What did Osmund Quist say?")
        assert shown(room.alice.user.dm_channel.last_message).startswith(
            "-# What did Osmund Quist say?\n"
        )


async def test_a_direct_conversation_is_another_one_after_an_hour(talk: Path) -> None:
    async with newsroom(talk) as room:
        await room.alice.send_dm(ABOUT_THE_WALL)
        await room.env.advance_time(3_601)
        await room.alice.send_dm("and about the ferry?")
        assert "Ines Falk say" not in shown(room.alice.user.dm_channel.last_message)


async def test_a_thread_of_its_own_is_a_conversation(talk: Path) -> None:
    async with newsroom(talk, policy=InThreads(), message_content=True) as room:
        _, thread = await begin_thread(room)
        await room.alice.send(thread, "and about the ferry?")
        assert UNDERSTOOD in shown(thread.last_message)


async def test_a_channel_is_none(talk: Path) -> None:
    async with newsroom(talk) as room:
        await room.ask(ABOUT_THE_WALL)
        assert "Understood as" not in shown(await room.ask("and about the ferry?"))


@pytest.mark.parametrize("command", ["latest", "timeline"])
async def test_only_what_was_asked_is_gone_on_from(talk: Path, command: str) -> None:
    async with newsroom(talk) as room:
        options = {"speaker": "Ines Falk"} if command == "timeline" else {}
        listed = await room.alice.slash(room.channel, command, **options)
        await room.alice.send(
            room.channel,
            f"{room.mention} and about the ferry?",
            reply_to=listed.response.message,
        )
        told = shown(room.channel.last_message)
        assert (UNDERSTOOD in told) == (command == "timeline")
        assert texts.answers.LATEST not in told


async def test_what_discord_does_not_show_is_said_not_to_be_shown(talk: Path) -> None:
    async with newsroom(talk) as room:
        answer = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        await room.alice.send(room.channel, "and the ferry?", reply_to=answer.response.message)
        assert shown(room.channel.last_message) == texts.questions.UNREAD


async def test_an_answer_in_a_thread_is_edited_and_deleted_after_a_restart(talk: Path) -> None:
    async with newsroom(talk, policy=InThreads()) as room:
        question, thread = await begin_thread(room)
        with client_of(talk, policy=InThreads()) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.edit(question, f"{room.mention} What did Osmund Quist say?")
            answers = [one for one in thread.history() if labels(one)]
            assert ["The ferry is fine" in shown(one) for one in answers] == [True]
        await room.env.advance_time(60)
        with client_of(talk, policy=InThreads()) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.delete(question)
            assert [one for one in thread.history() if labels(one)] == []


async def test_the_name_of_a_thread_is_no_longer_than_discord_allows(talk: Path) -> None:
    async with newsroom(talk, policy=InThreads()) as room:
        await room.alice.send(room.channel, f"{room.mention} " + "\U0001f30a wall " * 40)
        (asked,) = room.requests("POST", "/threads")
        assert 90 < utf16_length(asked.json["name"]) <= 100
