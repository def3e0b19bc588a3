"""How well the bot answers, in counts."""

import json
from pathlib import Path

import discord

from bot import texts
from bot.feedback import Reason, Tally
from bot.ledger import Ledger
from bot.stats import Asked, Counted, stats
from tests.builders import collection
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR, newsroom, shown
from tests.test_cli import byline
from tests.test_feedback import bad, held_by

DAY = "2026-05-04"


def test_counts_become_shares_and_bounds() -> None:
    asked = [
        (Asked(1, DAY, found=True, bound=10), 90),
        (Asked(1, DAY, found=False, bound=50), 8),
        (Asked(1, "2026-05-05", found=True, bound=1_000), 2),
    ]
    tallies = [Tally("Bad Times", 1, 3, ()), Tally("Good Times", 3, 0, ())]
    told = stats(asked, tallies, ["a", "b", "c"], ["b", "gone"])
    assert (told.questions, told.unanswered) == (100, 8)
    assert (told.p50_ms, told.p95_ms) == (10, 50)
    assert [one.source for one in told.sources] == ["Good Times", "Bad Times"]
    assert (told.articles, told.never_shown, told.examples) == (3, 2, ("a", "c"))


def test_nothing_asked_is_no_time() -> None:
    told = stats([], [], [], [])
    assert (told.questions, told.p50_ms, told.p95_ms) == (0, None, None)


async def test_questions_are_counted_without_their_words(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        await room.ask(ABOUT_THE_WALL)
        await room.ask("zebras in Nairobi")
        used = await room.alice.slash(room.channel, "ask", question="night ferry")
        await room.alice.click(used.response, label=texts.buttons.EXPLAIN)  # no question
        await bad(room, "link")
        room.client.ledger.write()
        counts = Ledger(data / "bot.db").asked(room.guild.id)
        assert sum(times for _, times in counts) == 4
        assert sum(times for one, times in counts if not one.found) == 1
        held = held_by(data)
        assert not any(word in held for word in (b"zebra", b"Nairobi", b"Lindqvist"))
        assert str(room.alice.id).encode() not in held
    assert sorted(Ledger(data / "bot.db").shown("main")) == ["ferry", "harbour"]
    told = json.loads(byline("stats", "--json", "--data", str(data)).stdout)
    assert (told["questions"], told["unanswered"], told["never_shown"]) == (4, 1, 0)
    assert told["sources"] == [
        {"source": HARBOUR.source, "good": 0, "bad": 1, "reasons": {"link": 1}}
    ]
    lines = byline("stats", "--data", str(data)).stdout
    assert "4 questions, 1 of them without an answer" in lines
    assert f"{HARBOUR.source}: 0 👍, 1 👎 ({texts.feedback.REASONS[Reason.LINK.value]}: 1)" in lines


async def test_managers_see_the_counts_of_their_server_alone(data: Path) -> None:
    collection(data, HARBOUR)
    collection(data, FERRY, name="guild-77")
    async with newsroom(data) as room:
        mona, _ = room.add_manager(discord.Permissions(manage_guild=True))
        ledger = Ledger(data / "bot.db")
        ledger.note(Counted(Asked(77, DAY, found=True, bound=5), (), None))
        ledger.write()
        await room.ask(ABOUT_THE_WALL)
        told = await mona.slash(room.channel, "byline stats")
        assert told.ephemeral
        assert "1 question, 0 of them without an answer" in shown(told.response)
        assert "0 of 1 article never shown" in shown(told.response)


def test_counts_of_long_ago_are_forgotten(data: Path) -> None:
    collection(data, HARBOUR)
    ledger = Ledger(data / "bot.db")
    for day in ("2024-01-01", DAY):
        ledger.note(Counted(Asked(1, day, found=True, bound=5), (), None))
    ledger.write()
    ledger.forget_before("2025-01-01")
    assert [one.day for one, _ in ledger.asked()] == [DAY]


def test_what_cannot_be_written_is_written_the_next_time(data: Path) -> None:
    collection(data, HARBOUR)
    ledger = Ledger(data / "bot.db")
    (data / "bot.db").write_bytes(b"no database, but long enough to be looked at" * 99)
    ledger.note(Counted(Asked(1, DAY, found=True, bound=5), (), None))
    ledger.write()
    (data / "bot.db").unlink()
    ledger.write()
    assert ledger.asked() == [(Asked(1, DAY, found=True, bound=5), 1)]
