"""Questions that a server lets be kept: without people, for some days, and what they show."""

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import discord
import pytest
import simcord

from bot.kept_questions import (
    MOST_KEPT,
    KeptQuestion,
    Times,
    first_day,
    most_asked,
    unanswered,
    without_people,
)
from bot.ledger import Ledger
from bot.question_store import QuestionStore
from bot.setting_ids import Setting, setting_id
from bot.stats import Asked, Counted
from bot.texts import keeping as texts
from tests.builders import collection
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR, Newsroom, newsroom, shown
from tests.test_cli import byline
from tests.test_feedback import held_by

DAY = date(2026, 7, 1)


def kept(text: str, *, found: bool = True, day: str = "2026-07-01") -> KeptQuestion:
    return KeptQuestion(1, day, text, found)


def manager(room: Newsroom) -> simcord.MemberActor:
    return room.add_manager(discord.Permissions(manage_guild=True))[0]


async def let_be_kept(room: Newsroom, mona: simcord.MemberActor, days: int) -> str:
    """Choose in the settings for how long questions are kept; what is shown then."""
    menu = await mona.slash(room.channel, "byline settings")
    chosen = await mona.select(menu.response, [str(days)], custom_id=setting_id(Setting.KEEPING))
    return shown(chosen.response or menu.response)


def test_names_count_as_one_and_little_words_do_not() -> None:
    asked = [
        kept("What did Petra Lindqvist say about the sea wall?"),
        kept("what did petra lindqvist say?"),
        kept("What has Petra Lindqvist said about the ferry since March?"),
        kept("When does the Ferry stop?"),
    ]
    found = {one.what: one.times for one in most_asked(asked)}
    assert found["Petra Lindqvist"] == 3
    assert found["Ferry"] == 2
    assert not found.keys() & {"the", "what", "did", "say", "when", "does", "since", "March"}


def test_the_most_frequent_come_first_and_the_newest_of_equals() -> None:
    asked = [
        kept("zebras in Nairobi", found=False),
        kept("night ferry"),
        kept("Zebras in Nairobi?", found=False),
        kept("old tram", found=False, day="2026-06-01"),
        kept("new tram", found=False, day="2026-06-02"),
    ]
    assert unanswered(asked) == (
        Times("Zebras in Nairobi?", 2), Times("new tram", 1), Times("old tram", 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "what did <@123456789012345678> say", "what did <@!123456789012345678> say",
        "what did <@&123456789012345678> say", "what did 123456789012345678 say",
    ],
)  # fmt: skip
def test_whoever_is_mentioned_is_left_out(text: str) -> None:
    assert without_people(text) == "what did @… say"


def test_numbers_that_are_nobody_stay() -> None:
    assert without_people("who had 1234567 euros in 2026?") == "who had 1234567 euros in 2026?"


@pytest.mark.parametrize(
    ("days", "first"), [(0, "2026-07-02"), (1, "2026-07-01"), (7, "2026-06-25")]
)
def test_days_are_counted_with_today(days: int, first: str) -> None:
    assert first_day(DAY, days) == first


async def test_nothing_is_kept_unless_a_server_lets_it(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        await room.ask("zebras in Nairobi")
        mona = manager(room)
        await let_be_kept(room, mona, 7)
        await room.ask(f"{ABOUT_THE_WALL} Ask <@{room.alice.id}>")
        used = await room.alice.slash(room.channel, "ask", question="tram to Tornby harbour lights")
        await room.alice.send_dm("What did Petra Lindqvist say about cellars?")
        room.client.ledger.write()
        questions = QuestionStore(data / "bot.db").questions()
        assert [one.guild_id for one in questions] == [room.guild.id] * 2
        assert "Nairobi" not in str(questions)
        assert "cellars" not in str(questions)
        assert str(room.alice.id).encode() not in held_by(data)
        assert used.response


async def test_managers_see_what_is_asked_and_what_had_no_answer(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        mona = manager(room)
        await let_be_kept(room, mona, 7)
        for _ in range(2):
            await room.ask("zebras in Nairobi")
            await room.ask(ABOUT_THE_WALL)
        told = shown((await mona.slash(room.channel, "byline stats")).response)
        assert "Petra Lindqvist (2)" in told
        assert "no answer: zebras in Nairobi (2)" in told
    counted = json.loads(byline("stats", "--json", "--data", str(data)).stdout)
    assert counted["kept_questions"] == 4
    assert counted["without_answer"] == [{"what": "zebras in Nairobi", "times": 2}]
    assert {"what": "Petra Lindqvist", "times": 2} in counted["most_asked"]


async def test_privacy_tells_for_how_long_and_deletes_from_the_bytes(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        mona = manager(room)
        await let_be_kept(room, mona, 30)
        await room.ask("zebras in Nairobi")
        told = await mona.slash(room.channel, "privacy")
        assert texts.KEPT_FOR.format(30) in shown(told.response)
        assert "without who asked: 1" in shown(told.response)
        assert b"zebras" in held_by(data)
        done = await mona.click(told.response, label=texts.DELETE_SAID)
        assert shown(done.response) == texts.FORGOTTEN
        assert b"zebras" not in held_by(data)


async def test_they_go_when_their_days_are_over_and_at_once_when_fewer_are_chosen(
    data: Path,
) -> None:
    collection(data, HARBOUR, FERRY)
    days = [DAY]
    async with newsroom(data, today=lambda: days[0]) as room:
        mona = manager(room)
        await let_be_kept(room, mona, 30)
        ledger, store = Ledger(data / "bot.db"), QuestionStore(data / "bot.db")
        for back in (29, 8, 0):
            day = (DAY - timedelta(days=back)).isoformat()
            question = KeptQuestion(room.guild.id, day, f"zebras of {day}", found=False)
            ledger.note(Counted(Asked(room.guild.id, day, found=False, bound=5), (), question))
        ledger.write()
        await room.client.retention.look()
        assert len(store.questions()) == 3
        days[0] = DAY + timedelta(days=1)
        await room.client.retention.look()
        assert len(store.questions()) == 2
        await let_be_kept(room, mona, 7)
        assert [one.day for one in store.questions()] == [DAY.isoformat()]
        assert b"zebras of 2026-06" not in held_by(data)
        await let_be_kept(room, mona, 0)
        assert store.questions() == []
        assert b"zebras" not in held_by(data)


def test_of_a_server_no_more_than_so_many_are_kept(data: Path) -> None:
    collection(data, HARBOUR)
    ledger = Ledger(data / "bot.db")
    asked = Asked(1, "2026-07-01", found=True, bound=5)
    other = KeptQuestion(2, "2026-07-01", "another server's", found=True)
    ledger.note(Counted(Asked(2, "2026-07-01", found=True, bound=5), (), other))
    for number in range(MOST_KEPT + 5):
        ledger.note(Counted(asked, (), kept(f"question {number}")))
    ledger.write()
    store = QuestionStore(data / "bot.db")
    assert len(store.questions(1)) == MOST_KEPT
    assert store.questions(1)[0].text == "question 5"
    assert store.questions(2) == [other]


async def test_a_server_whose_settings_cannot_be_read_keeps_no_other_s_questions(
    data: Path,
) -> None:
    collection(data, HARBOUR)
    days = [DAY]
    async with newsroom(data, today=lambda: days[0]) as room:
        await let_be_kept(room, manager(room), 7)
        ledger = Ledger(data / "bot.db")
        for guild_id in (1, room.guild.id):
            question = KeptQuestion(guild_id, DAY.isoformat(), "zebras", found=False)
            asked = Asked(guild_id, DAY.isoformat(), found=False, bound=5)
            ledger.note(Counted(asked, (), question))
        ledger.write()
        with closing(sqlite3.connect(data / "bot.db")) as database, database:
            database.execute("INSERT INTO server_settings VALUES (1, 'damaged')")
        days[0] = DAY + timedelta(days=7)
        await room.client.retention.look()
        assert [one.guild_id for one in QuestionStore(data / "bot.db").questions()] == [1]
