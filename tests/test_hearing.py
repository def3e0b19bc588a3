"""What becomes of an answer when its question changes, and which messages are questions at all."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest

from bot import texts
from bot.policy import Hears, Place, Ruling
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    WALL_WORDS,
    Newsroom,
    client_of,
    labels,
    newsroom,
    shown,
)

FERRY_QUESTION = "and the night ferry?"


async def asked(room: Newsroom, words: str) -> tuple[discord.Message, discord.Message]:
    """A question and its answer."""
    question = await room.alice.send(room.channel, f"{room.mention} {words}")
    answer = room.channel.last_message
    assert answer.id != question.id
    return question, answer


# Edited and deleted


async def test_an_edited_question_is_answered_in_the_place_of_its_answer(data: Path) -> None:
    async with newsroom(data) as room:
        question, answer = await asked(room, ABOUT_THE_WALL)
        await room.alice.edit(question, f"{room.mention} {FERRY_QUESTION}")
        changed = room.channel.last_message
        assert (changed.id, len(room.channel.history())) == (answer.id, 2)
        assert shown(changed).startswith(f"-# {FERRY_QUESTION}")
        assert FERRY.title in shown(changed)


async def test_a_question_edited_after_five_minutes_keeps_its_answer(data: Path) -> None:
    async with newsroom(data) as room:
        question, answer = await asked(room, ABOUT_THE_WALL)
        await room.env.advance_time(301)
        await room.alice.edit(question, f"{room.mention} {FERRY_QUESTION}")
        assert shown(room.channel.last_message) == shown(answer)


async def test_an_edit_is_answered_after_a_restart(data: Path) -> None:
    async with newsroom(data) as room:
        question, answer = await asked(room, ABOUT_THE_WALL)
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.edit(question, f"{room.mention} {FERRY_QUESTION}")
            changed = room.channel.last_message
            assert (changed.id, len(room.channel.history())) == (answer.id, 2)
            assert FERRY.title in shown(changed)


async def test_an_edit_never_makes_a_second_answer(data: Path) -> None:
    async with newsroom(data) as room:
        message = await room.alice.send(room.channel, ABOUT_THE_WALL)
        await room.alice.edit(message, f"{room.mention} {ABOUT_THE_WALL}")
        assert len(room.channel.history()) == 1
        question, answer = await asked(room, ABOUT_THE_WALL)
        await room.alice.click(answer, label=texts.buttons.DELETE)
        await room.alice.edit(question, f"{room.mention} {FERRY_QUESTION}")
        assert [each.id for each in room.channel.history()] == [message.id, question.id]
        assert room.env.errors == []


async def test_what_discord_adds_to_a_message_is_no_edit(data: Path) -> None:
    async with newsroom(data) as room:
        question, _ = await asked(room, ABOUT_THE_WALL)
        may_pin = discord.Permissions(manage_messages=True, pin_messages=True)
        mona, _ = room.add_manager(may_pin)
        await mona.set_pinned(question, pinned=True)
        assert room.changed() == []


async def test_a_deleted_question_takes_its_answer_along(data: Path) -> None:
    async with newsroom(data) as room:
        question, _ = await asked(room, ABOUT_THE_WALL)
        other = await room.alice.send(room.channel, "something else")
        await room.alice.delete(question)
        assert [each.id for each in room.channel.history()] == [other.id]
        await room.alice.delete(other)


async def test_a_deleted_question_takes_its_answer_along_after_a_restart(data: Path) -> None:
    async with newsroom(data) as room:
        question, _ = await asked(room, ABOUT_THE_WALL)
        other = await room.alice.send(room.channel, "something else")
        await room.env.advance_time(60)
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.delete(question)
            assert [each.id for each in room.channel.history()] == [other.id]


async def test_word_of_no_answer_leaves_after_five_minutes(data: Path) -> None:
    async with newsroom(data) as room:
        question, answer = await asked(room, "zebra?")
        await room.env.advance_time(290)
        assert room.channel.last_message.id == answer.id
        await room.env.advance_time(20)
        assert [each.id for each in room.channel.history()] == [question.id]


async def test_word_of_no_answer_stays_where_the_edited_question_has_one(data: Path) -> None:
    async with newsroom(data) as room:
        question, answer = await asked(room, "zebra?")
        await room.env.advance_time(200)
        await room.alice.edit(question, f"{room.mention} {ABOUT_THE_WALL}")
        await room.env.advance_time(400)
        assert room.channel.last_message.id == answer.id
        assert WALL_WORDS in shown(room.channel.last_message)


async def test_word_of_no_answer_stays_in_a_direct_conversation(data: Path) -> None:
    async with newsroom(data) as room:
        await room.alice.send_dm("zebra?")
        await room.env.advance_time(1_000)
        assert len(room.alice.user.dm_channel.history()) == 2


# Without a mention, where the text of all messages may be read


class Rules:
    """One ruling for every place."""

    def __init__(self, ruling: Ruling) -> None:
        self._ruling = ruling
        self.places: list[Place] = []

    async def rule(self, place: Place) -> Ruling:
        self.places.append(place)
        return self._ruling


@asynccontextmanager
async def hearing(
    data: Path, ruling: Ruling, *, message_content: bool = True
) -> AsyncIterator[Newsroom]:
    async with newsroom(data, policy=Rules(ruling), message_content=message_content) as room:
        yield room


@pytest.mark.parametrize(
    ("hears", "granted", "words", "answered"),
    [
        (Hears.QUESTIONS, True, "When does the night ferry to Tornby stop?", True),
        (Hears.QUESTIONS, True, "The night ferry to Tornby stops soon.", False),
        (Hears.QUESTIONS, True, "???", False),
        (Hears.QUESTIONS, False, "When does the night ferry to Tornby stop?", False),
        (Hears.MENTIONS, True, "When does the night ferry to Tornby stop?", False),
    ],
)
async def test_questions_that_name_nobody_are_heard_only_where_that_is_allowed(
    data: Path, hears: Hears, granted: bool, words: str, answered: bool
) -> None:
    async with hearing(data, Ruling(hears=hears), message_content=granted) as room:
        await room.alice.send(room.channel, words)
        assert len(room.channel.history()) == 1 + answered


async def test_a_channel_may_have_commands_alone(data: Path) -> None:
    async with hearing(data, Ruling(hears=Hears.NOTHING)) as room:
        assert await room.ask(ABOUT_THE_WALL) is None
        found = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(found.response)


async def test_a_question_that_may_not_be_asked_is_met_with_silence(data: Path) -> None:
    async with hearing(data, Ruling(refusal="Not here.")) as room:
        assert await room.ask(ABOUT_THE_WALL) is None
        refused = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert (refused.ephemeral, shown(refused.response)) == (True, "Not here.")
        assert await room.alice.autocomplete(room.channel, "quotes", "speaker", "p") == []


async def test_an_answer_may_begin_a_thread_in_which_nobody_need_be_named(data: Path) -> None:
    async with hearing(data, Ruling(in_thread=True)) as room:
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        (thread,) = room.channel.threads
        assert (thread.id, thread.name) == (question.id, ABOUT_THE_WALL)
        assert WALL_WORDS in shown(thread.last_message)
        await room.alice.send(thread, "When does the night ferry to Tornby stop?")
        assert FERRY.title in shown(thread.last_message)
        answers = [each for each in thread.history() if each.author == room.client.user]
        bob = room.guild.add_member(room.env.create_user("bob"))
        refused = await bob.click(answers[0], label=texts.buttons.DELETE)
        assert shown(refused.response) == texts.refusals.NOT_YOURS
        await room.alice.click(answers[0], label=texts.buttons.DELETE)
        assert answers[0].id not in [each.id for each in thread.history()]
        await room.alice.delete(question)


async def test_a_policy_is_told_who_asks_and_where(data: Path) -> None:
    rules = Rules(Ruling())
    async with newsroom(data, policy=rules) as room:
        role = room.guild.create_role(
            "Moderators", permissions=discord.Permissions(manage_messages=True)
        )
        mona = room.guild.add_member(room.env.create_user("mona"), roles=[role])
        await mona.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        await mona.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        heard, used = rules.places
        for place in (heard, used):
            assert (place.user_id, place.guild_id, place.channel_id) == (
                mona.id, room.guild.id, room.channel.id
            )  # fmt: skip
            assert place.is_member
            assert place.moderates
            assert role.id in place.role_ids
        await room.alice.send_dm(ABOUT_THE_WALL)
        assert (rules.places[-1].guild_id, rules.places[-1].moderates) == (None, False)


async def test_the_buttons_of_a_mention_are_those_of_a_command(data: Path) -> None:
    async with newsroom(data) as room:
        _, answer = await asked(room, ABOUT_THE_WALL)
        used = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert labels(answer) == labels(used.response)
