"""How much may be asked, and when again: the rule itself, and the bot that keeps it."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import discord
import pytest

from bot import texts
from bot.asking import EVERYWHERE, LookedUp, Newsdesk
from bot.inquiries import Inquiry
from bot.limits import USUAL, Asking, Limits, Pace, Spent, Use, decide
from bot.live import LiveIndex
from bot.policy import OpenHouse, Place, Ruling
from bot.questions import Question
from bot.turns import Turns
from tests.builders import collection
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    WALL_WORDS,
    Newsroom,
    labels,
    newsroom,
    shown,
)
from tests.test_hearing import Rules

COOLDOWN = Limits(person=Pace(1, 30.0))
ALICE, BOB = Place(1, 10, 100), Place(2, 10, 100)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def answered(turns: Turns, place: Place, limits: Limits, asking: Asking = Asking.QUESTION) -> bool:
    with turns.asking(place, limits, asking) as verdict:
        return verdict.spent is None


# The rule


def test_a_pace_lets_some_through_at_once_and_then_one_each_interval() -> None:
    limits = Limits(person=Pace(3, 10.0))
    use, let_through = Use(), []
    for tenth in range(500):
        verdict = decide(use, limits, Asking.QUESTION, tenth / 10, 0, is_full=False)
        use = verdict.use
        if verdict.spent is None:
            let_through.append(tenth / 10)
    assert let_through == [0.0, 0.1, 0.2, 10.0, 20.0, 30.0, 40.0]


def test_the_wait_that_is_told_is_just_long_enough() -> None:
    use = decide(Use(), COOLDOWN, Asking.QUESTION, 7.0, 0, is_full=False).use
    refused = decide(use, COOLDOWN, Asking.QUESTION, 12.0, 0, is_full=False)
    assert (refused.spent, refused.wait, refused.tells) == (Spent.PERSON, 25.0, True)
    early = decide(refused.use, COOLDOWN, Asking.QUESTION, 36.9, 0, is_full=False)
    assert (early.spent, early.tells) == (Spent.PERSON, False)
    due = decide(early.use, COOLDOWN, Asking.QUESTION, 37.0, 0, is_full=False)
    assert due.spent is None
    again = decide(due.use, COOLDOWN, Asking.QUESTION, 38.0, 0, is_full=False)
    assert again.tells


def test_the_longer_of_two_waits_counts() -> None:
    limits = Limits(person=Pace(1, 5.0), channel=Pace(1, 20.0))
    use = decide(Use(), limits, Asking.QUESTION, 1.0, 0, is_full=False).use
    refused = decide(use, limits, Asking.QUESTION, 2.0, 0, is_full=False)
    assert (refused.spent, refused.wait) == (Spent.CHANNEL, 19.0)


@pytest.mark.parametrize(("waiting", "is_full"), [(2, False), (0, True)])
def test_too_many_that_wait_are_refused_and_use_nothing_up(waiting: int, is_full: bool) -> None:
    limits = replace(COOLDOWN, waiting=2)
    refused = decide(Use(), limits, Asking.QUESTION, 1.0, waiting, is_full=is_full)
    assert (refused.spent, refused.tells) == (Spent.WAITING, True)
    again = decide(refused.use, limits, Asking.QUESTION, 2.0, waiting, is_full=is_full)
    assert not again.tells
    assert decide(again.use, limits, Asking.QUESTION, 2.0, 0, is_full=False).spent is None


# What is remembered


def test_people_are_limited_each_for_themselves_and_in_each_server(clock: Clock) -> None:
    turns = Turns(clock)
    assert answered(turns, ALICE, COOLDOWN)
    assert not answered(turns, ALICE, COOLDOWN)
    assert answered(turns, BOB, COOLDOWN)
    assert answered(turns, replace(ALICE, guild_id=200), COOLDOWN)
    assert answered(turns, replace(ALICE, guild_id=None), COOLDOWN)


def test_a_channel_is_limited_whoever_asks(clock: Clock) -> None:
    turns, limits = Turns(clock), Limits(channel=Pace(1, 30.0))
    assert answered(turns, ALICE, limits)
    assert not answered(turns, BOB, limits)
    assert answered(turns, replace(BOB, channel_id=11), limits)


def test_moderators_have_no_limit(clock: Clock) -> None:
    turns, moderator = Turns(clock), replace(ALICE, moderates=True)
    limits = Limits(Pace(1, 30.0), Pace(1, 30.0), 1)
    assert all(answered(turns, moderator, limits) for _ in range(50))
    assert answered(turns, BOB, limits)  # nor do they use up the channel's


def test_edits_and_pages_leave_the_next_question_alone(clock: Clock) -> None:
    turns = Turns(clock)
    edits = [answered(turns, ALICE, COOLDOWN, Asking.EDIT) for _ in range(5)]
    assert edits == [True] * 3 + [False] * 2
    assert all(answered(turns, ALICE, COOLDOWN, Asking.PAGE) for _ in range(20))
    assert answered(turns, ALICE, COOLDOWN)


def test_the_queue_is_bounded_altogether_and_empties(clock: Clock) -> None:
    turns, nothing = Turns(clock, most_waiting=2), Limits()
    with turns.asking(ALICE, nothing), turns.asking(BOB, nothing):
        assert not answered(turns, Place(3, 10, 100), nothing)
        assert not answered(turns, Place(3, 10, 100, moderates=True), nothing)
    assert answered(turns, Place(4, 10, 100), nothing)


async def test_one_answer_at_a_time_a_person(clock: Clock) -> None:
    turns, order = Turns(clock), []

    async def ask(place: Place, name: str) -> None:
        with turns.asking(place, Limits()):
            async with turns.turn(place):
                order.append(f"{name} begins")
                await asyncio.sleep(0.01)
                order.append(f"{name} ends")

    await asyncio.gather(ask(ALICE, "a1"), ask(ALICE, "a2"), ask(BOB, "b"))
    assert order.index("a2 begins") > order.index("a1 ends")
    assert order.index("b begins") < order.index("a1 ends")


# The bot


def rules(limits: Limits) -> Rules:
    return Rules(Ruling(limits=limits))


def moderator(room: Newsroom) -> None:
    """Let alice moderate."""
    room.alice = room.guild.add_member(
        room.env.create_user("mona"),
        roles=[
            room.guild.create_role(
                "Moderators", permissions=discord.Permissions(manage_messages=True)
            )
        ],
    )


async def test_a_question_too_soon_is_told_once_how_long_to_wait(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))
        clock.now += 10
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        told = room.channel.last_message
        assert told.reference.message_id == question.id
        until_then = int(question.created_at.timestamp() + 20.999)
        assert shown(told) in (
            texts.refusals.wait(Spent.PERSON, f"<t:{second}:R>")
            for second in (until_then - 1, until_then)
        )
        assert await room.ask(ABOUT_THE_WALL) is None
        asked = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert asked.response is None
        clock.now += 20
        assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))


async def test_word_of_waiting_goes_when_the_time_has_come(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        await room.ask(ABOUT_THE_WALL)
        told = await room.ask(ABOUT_THE_WALL)
        assert told is not None
        await room.env.advance_time(29)
        assert room.channel.last_message.id == told.id
        await room.env.advance_time(2)
        assert told.id not in [each.id for each in room.channel.history()]


async def test_an_edit_is_no_way_around_the_wait(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        await room.ask(ABOUT_THE_WALL)
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        told = room.channel.last_message
        await room.alice.edit(question, f"{room.mention} and the night ferry?")
        assert FERRY.title not in shown(room.channel.last_message)
        clock.now += 30
        await room.alice.edit(question, f"{room.mention} When does the night ferry to Tornby stop?")
        assert room.channel.last_message.id == told.id
        assert FERRY.title in shown(room.channel.last_message)


async def test_the_last_of_many_edits_is_answered_when_its_time_has_come(
    data: Path, clock: Clock
) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        for words in ("ferry", "sea wall", "Tornby", "cellars", "When does the night ferry stop?"):
            await room.alice.edit(question, f"{room.mention} {words}")
        assert "When does" not in shown(room.channel.last_message)
        clock.now += 30
        await room.env.advance_time(30)
        answer = shown(room.channel.last_message)
        assert answer.startswith("-# When does the night ferry stop?")
        assert FERRY.title in answer
        assert len(room.requests("PATCH", str(room.channel.last_message.id))) == 4


async def test_an_edit_that_waits_is_forgotten_with_its_question(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        for words in ("ferry", "sea wall", "Tornby", "cellars"):
            await room.alice.edit(question, f"{room.mention} {words}")
        await room.alice.delete(question)
        clock.now += 30
        await room.env.advance_time(30)
        assert list(room.channel.history()) == []


async def test_a_command_too_soon_is_told_once_and_then_left_alone(
    data: Path, clock: Clock
) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        first = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(first.response)
        second = await room.alice.slash(room.channel, "search", query="ferry")
        assert second.ephemeral
        assert shown(second.response).startswith("You have just asked; you can ask me again <t:")
        third = await room.alice.slash(room.channel, "latest")
        assert third.response is None
        assert (await room.alice.slash(room.channel, "help")).response is not None


async def test_pages_are_turned_and_answers_deleted_while_questions_wait(
    data: Path, clock: Clock
) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        answer = await room.ask("night ferry or sea wall")
        assert answer is not None
        explained = await room.alice.click(answer, label=texts.buttons.EXPLAIN)
        assert explained.response is not None
        await room.alice.click(answer, label=texts.buttons.DELETE)
        assert answer.id not in [each.id for each in room.channel.history()]


async def test_a_button_that_asks_something_else_is_a_question(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        answer = await room.ask("What did Petra Lindqvist say about zebras?")
        assert labels(answer)[0] == ABOUT_THE_WALL
        pressed = await room.alice.click(answer, label=ABOUT_THE_WALL)
        assert shown(pressed.response).startswith("You have just asked")
        clock.now += 30
        await room.alice.click(answer, label=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(room.channel.last_message)


async def test_moderators_need_not_wait(data: Path, clock: Clock) -> None:
    async with newsroom(data, policy=rules(COOLDOWN), turns=Turns(clock)) as room:
        moderator(room)
        for _ in range(3):
            assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))


async def test_direct_messages_have_limits_too(data: Path, clock: Clock) -> None:
    async with newsroom(data, limits=COOLDOWN, turns=Turns(clock)) as room:
        for _ in range(3):
            await room.alice.send_dm(ABOUT_THE_WALL)
        history = room.alice.user.dm_channel.history()
        said = [shown(each) for each in history if each.author == room.client.user]
        assert [WALL_WORDS in each for each in said] == [True, False]


async def test_everybody_has_the_usual_limits() -> None:
    for place in (ALICE, replace(ALICE, guild_id=None), replace(ALICE, is_member=False)):
        assert (await OpenHouse().rule(place)).limits == USUAL


class WatchingDesk(Newsdesk):
    """A newsdesk that sees whose questions have their turn while it looks one up."""

    def __init__(self, live: LiveIndex, turns: Turns) -> None:
        super().__init__(live)
        self._turns = turns
        self.answering: list[frozenset[int]] = []

    def look_up(
        self,
        inquiry: Inquiry,
        collections: Sequence[str] = EVERYWHERE,
        previous: Question | None = None,
    ) -> LookedUp:
        self.answering.append(self._turns.answering)
        return super().look_up(inquiry, collections, previous)


async def test_every_way_of_asking_has_its_turn(data: Path, clock: Clock) -> None:
    collection(data, HARBOUR, FERRY)
    turns = Turns(clock)
    with closing(LiveIndex(data)) as live:
        desk = WatchingDesk(live, turns)
        async with newsroom(data, desk, turns=turns) as room:
            question = await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
            answer = room.channel.last_message
            await room.alice.edit(
                question, f"{room.mention} When does the night ferry to Tornby stop?"
            )
            await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
            await room.alice.click(answer, label=texts.buttons.EXPLAIN)
            assert desk.answering == [frozenset({room.alice.id})] * 4
            assert turns.answering == frozenset()


async def test_where_too_many_wait_whoever_asks_is_told(data: Path, clock: Clock) -> None:
    async with newsroom(data, turns=Turns(clock, most_waiting=0)) as room:
        assert shown(await room.ask(ABOUT_THE_WALL)) == texts.refusals.TOO_MANY


def test_a_hundred_who_ask_twenty_times_a_second_in_twenty_channels_are_answered() -> None:
    for seed in range(50):
        rng, now = random.Random(seed), 1_000.0  # noqa: S311  # the same crowds each time
        clock = Clock()
        turns = Turns(clock)
        for number in range(500):
            clock.now = now + number / 20
            assert answered(turns, Place(rng.randrange(100), rng.randrange(1, 21), 1), USUAL)
