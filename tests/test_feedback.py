"""Good and bad answers: counted, kept where people agree, and written as a test collection."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import simcord

from bot import texts
from bot.feedback import Judgement, Reason, Tally, Verdict
from bot.feedback_export import export_judgements
from bot.feedback_store import FeedbackStore
from index.build import remove_articles
from index.errors import BadInputError
from tests.builders import article, collection
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    Newsroom,
    buttons,
    client_of,
    newsroom,
    shown,
)
from tests.test_cli import byline

GAZETTE = "The Skarnholm Gazette"


@pytest.fixture
def store(data: Path) -> FeedbackStore:
    collection(data, HARBOUR, FERRY)
    return FeedbackStore(data / "bot.db")


async def bad(
    room: Newsroom, reason: str | None, who: simcord.MemberActor | None = None
) -> simcord.InteractionResult:
    """Ask, say that the answer is bad, and why."""
    who = who or room.alice
    form = await who.click(await room.ask(ABOUT_THE_WALL), label=texts.buttons.BAD)
    return await who.submit_modal(form, {"reason": [reason] if reason else []})


def held_by(data: Path) -> bytes:
    """All that the bot's own database holds, with what is still to be written to it."""
    return b"".join(path.read_bytes() for path in data.glob("bot.db*"))


async def test_a_good_answer_is_counted_once_a_person(data: Path, store: FeedbackStore) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(ABOUT_THE_WALL)
        thanks = await room.alice.click(answer, label=texts.buttons.GOOD)
        assert thanks.ephemeral
        assert "good answer is counted" in shown(thanks.response)
        for _ in range(20):
            again = await room.alice.click(answer, label=texts.buttons.GOOD)
            assert shown(again.response) == texts.feedback.TOLD_ALREADY
        bob = room.guild.add_member(room.env.create_user("bob"))
        await bob.click(answer, label=texts.buttons.GOOD)
    assert store.tallies() == [Tally(GAZETTE, 2, 0, ())]


@pytest.mark.parametrize("reason", ["speaker", "link", "other", None])
async def test_a_bad_answer_is_counted_with_what_is_wrong(
    data: Path, store: FeedbackStore, reason: str | None
) -> None:
    async with newsroom(data) as room:
        thanks = await bad(room, reason)
        assert "bad answer is counted" in shown(thanks.response)
    told = ((Reason(reason), 1),) if reason else ()
    assert store.tallies() == [Tally(GAZETTE, 0, 1, told)]


async def test_no_question_and_no_person_is_kept_unless_somebody_agrees(
    data: Path, store: FeedbackStore
) -> None:
    async with newsroom(data) as room:
        thanks = await room.alice.click(await room.ask(ABOUT_THE_WALL), label=texts.buttons.GOOD)
        held = held_by(data)
        assert b"Lindqvist" not in held
        assert str(room.alice.id).encode() not in held
        kept = await room.alice.click(thanks.response, label=texts.buttons.KEEP)
        assert shown(kept.response) == texts.feedback.KEPT
        await room.alice.click(thanks.response, label=texts.buttons.KEEP)  # once is enough
        user_id = room.alice.id
    assert store.judgements() == [Judgement(ABOUT_THE_WALL, "main", "harbour", Verdict(good=True))]
    with closing(sqlite3.connect(data / "bot.db")) as database:
        assert str(user_id) not in "\n".join(database.iterdump())


async def test_feedback_works_after_a_restart(data: Path, store: FeedbackStore) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(ABOUT_THE_WALL)
        form = await room.alice.click(answer, label=texts.buttons.BAD)
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            await room.alice.submit_modal(form, {"reason": ["link"]})
    assert store.tallies() == [Tally(GAZETTE, 0, 1, ((Reason.LINK, 1),))]


async def test_feedback_on_an_answer_that_no_article_gives_any_more_is_not_counted(
    data: Path, store: FeedbackStore
) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(ABOUT_THE_WALL)
        form = await room.alice.click(answer, label=texts.buttons.BAD)
        remove_articles(["harbour"], data)
        for told in (
            await room.alice.submit_modal(form, {"reason": ["other"]}),
            await room.alice.click(answer, label=texts.buttons.GOOD),
        ):
            assert (told.ephemeral, shown(told.response)) == (True, texts.refusals.ASK_AGAIN)
    assert store.tallies() == []


async def test_lists_have_no_feedback(data: Path, store: FeedbackStore) -> None:
    async with newsroom(data) as room:
        latest = await room.alice.slash(room.channel, "latest")
        assert not {texts.buttons.GOOD, texts.buttons.BAD} & set(buttons(latest.response))
        found = await room.ask(ABOUT_THE_WALL)
        assert {texts.buttons.GOOD, texts.buttons.BAD} < set(buttons(found))
    assert store.tallies() == []


def test_judgements_become_a_collection_that_can_be_scored(
    data: Path, store: FeedbackStore, tmp_path: Path
) -> None:
    for question, article_id, good in (
        ("night ferry", "ferry", True),
        ("night ferry", "ferry", True),
        ("night ferry", "harbour", False),
        ("who paid?", "harbour", False),  # nobody knows what would have been right
        ("the wall? › and the ferry?", "ferry", True),
        ("cellars", "harbour", True),
        ("cellars", "harbour", False),  # they disagree
    ):
        store.keep(1, "2026-05-04", Judgement(question, "main", article_id, Verdict(good=good)))
    done = byline("feedback", "export", str(tmp_path / "judged"), "--data", str(data))
    assert "Wrote 2 questions and 2 articles" in done.stdout
    assert "2 without a good answer left out" in done.stdout
    queries = [
        json.loads(line) for line in (tmp_path / "judged/queries.jsonl").read_text().splitlines()
    ]
    assert queries == [
        {"id": "f1", "text": "night ferry"},
        {"id": "f2", "text": "and the ferry?", "history": ["the wall?"]},
    ]
    scored = byline("index", "eval", str(tmp_path / "judged"))
    assert scored.returncode == 0
    assert "judged" in scored.stdout
    assert " 1.000" in scored.stdout


@pytest.mark.usefixtures("store")
def test_an_export_of_nothing_or_over_something_is_refused(data: Path, tmp_path: Path) -> None:
    nothing = byline("feedback", "export", str(tmp_path / "judged"), "--data", str(data))
    assert (nothing.returncode, len(nothing.stderr.splitlines())) == (1, 1)
    assert "Nobody has agreed yet" in nothing.stderr
    one = [Judgement("ferry?", "main", "ferry", Verdict(good=True))]
    with pytest.raises(BadInputError, match="is there already"):
        export_judgements(one, tmp_path, lambda _: [article("ferry", "The ferry.")])


async def test_a_question_is_kept_without_those_whom_it_mentions(
    data: Path, store: FeedbackStore
) -> None:
    async with newsroom(data) as room:
        answer = await room.ask(f"Will the sea wall be higher, <@{room.alice.id}>?")
        thanks = await room.alice.click(answer, label=texts.buttons.GOOD)
        await room.alice.click(thanks.response, label=texts.buttons.KEEP)
        (kept,) = store.judgements()
        assert "@…" in kept.question
        assert str(room.alice.id).encode() not in held_by(data)
