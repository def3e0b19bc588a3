"""What is kept of servers and people, told, deleted from the bytes, and gone after a week."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import discord
import pytest

from bot.departures import Departures
from bot.feedback import Judgement, Verdict
from bot.feedback_store import FeedbackStore
from bot.follow_store import FollowStore
from bot.follows import hashes_of
from bot.privacy_store import Kept, PrivacyStore
from bot.server_settings import ServerSettings
from bot.store import BotStore
from bot.texts import keeping as texts
from index.collections import Collections
from index.lock import exclusive
from tests.builders import collection
from tests.newsrooms import FERRY, HARBOUR, buttons, newsroom, shown
from tests.test_feedback import held_by

ANNOUNCED = discord.InteractionResponseType.deferred_channel_message.value
MAY_CHANGE = discord.InteractionResponseType.deferred_message_update.value

MANAGES = discord.Permissions(manage_guild=True)
WORDS = "whose cellar was flooded in Gasthof Lane"
DAY = date(2026, 7, 1)


def fill(data: Path, guild_id: int) -> None:
    """Keep something of everything of a server."""
    path = data / "bot.db"
    verdict = Verdict(good=True)
    for _ in range(3):
        FeedbackStore(path).count(guild_id, "2026-07-01", "Gazette", verdict)
    kept = Judgement(f"{WORDS} {guild_id}", "main", "harbour", verdict)
    FeedbackStore(path).keep(guild_id, "2026-07-01", kept)
    FollowStore(path).begin(guild_id, 5, "", WORDS)
    BotStore(path).keep_server_settings(ServerSettings(guild_id, cooldown=7))


async def test_anybody_is_told_what_is_kept(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        fill(data, room.guild.id)
        fill(data, 77)  # another server's
        told = await room.alice.slash(room.channel, "privacy")
        assert told.ephemeral
        assert texts.NOT_KEPT in shown(told.response)
        assert "👍 and 👎, by day and outlet: 3" in shown(told.response)
        assert "without their names: 1" in shown(told.response)
        assert not buttons(told.response)


async def test_managers_delete_what_people_said_from_the_files_bytes(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        mona, role = room.add_manager(MANAGES)
        fill(data, room.guild.id)
        fill(data, 77)
        mine = f"{WORDS} {room.guild.id}".encode()
        assert mine in held_by(data)
        told = await mona.slash(room.channel, "privacy")
        room.env.backend.remove_member_role(room.guild.id, mona.id, role.id)
        refused = await mona.click(told.response, label=texts.DELETE_SAID)
        assert shown(refused.response) == texts.MAY_NOT_FORGET
        assert mine in held_by(data)
        room.env.backend.add_member_role(room.guild.id, mona.id, role.id)
        done = await mona.click(told.response, label=texts.DELETE_SAID)
        assert shown(done.response) == texts.FORGOTTEN
        assert mine not in held_by(data)
        store = PrivacyStore(data / "bot.db")
        assert store.kept(room.guild.id) == Kept(0, 0, 0, 0, 1, settled=True)
        assert store.kept(77) == Kept(0, 0, 3, 1, 1, settled=True)


async def test_counts_of_questions_are_deleted_as_well(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    async with newsroom(data) as room:
        mona, _ = room.add_manager(MANAGES)
        await room.ask("night ferry")
        told = await mona.slash(room.channel, "privacy")
        assert "were answered: 1" in shown(told.response)
        await mona.click(told.response, label=texts.DELETE_SAID)
        kept = PrivacyStore(data / "bot.db").kept(room.guild.id)
        assert kept == Kept(0, 0, 0, 0, 0, settled=False)


async def test_a_server_that_was_left_is_forgotten_after_a_week_with_its_articles(
    data: Path,
) -> None:
    collection(data, HARBOUR)
    days = [DAY]
    async with newsroom(data, today=lambda: days[0]) as room:
        own = f"guild-{room.guild.id}"
        collection(data, FERRY, name=own)
        fill(data, room.guild.id)
        fill(data, 77)
        room.env.backend.remove_guild(room.guild.id)
        await room.env.settle()
        departures = room.client.departures
        days[0] = DAY + timedelta(days=6)
        await departures.look()
        assert PrivacyStore(data / "bot.db").kept(room.guild.id).verdicts == 3
        days[0] = DAY + timedelta(days=7)
        await departures.look()
        assert PrivacyStore(data / "bot.db").kept(room.guild.id) == Kept(
            0, 0, 0, 0, 0, settled=False
        )
        assert f"{WORDS} {room.guild.id}".encode() not in held_by(data)
        assert [one.name for one in Collections(data).all()] == ["main"]


async def test_whoever_takes_the_bot_back_within_a_week_loses_nothing(data: Path) -> None:
    collection(data, HARBOUR)
    days = [DAY]
    store = PrivacyStore(data / "bot.db")
    departures = Departures(store, data, lambda: days[0])
    fill(data, 77)
    await departures.left(77)
    await departures.returned(77)
    days[0] = DAY + timedelta(days=30)
    await departures.look()
    assert store.kept(77).verdicts == 3


async def test_a_server_that_was_left_while_the_bot_was_away_is_noticed(data: Path) -> None:
    collection(data, HARBOUR)
    collection(data, FERRY, name="guild-88")
    days = [DAY]
    store = PrivacyStore(data / "bot.db")
    departures = Departures(store, data, lambda: days[0])
    fill(data, 77)
    fill(data, 99)
    await departures.missed({99}, lambda guild_id: guild_id != 5)
    days[0] = DAY + timedelta(days=7)
    await departures.look()
    assert (store.kept(77).verdicts, store.kept(99).verdicts) == (0, 3)
    assert [one.name for one in Collections(data).all()] == ["main"]


async def test_another_process_s_servers_are_not_taken_for_left(data: Path) -> None:
    store = PrivacyStore(data / "bot.db")
    collection(data, HARBOUR)
    fill(data, 77)
    departures = Departures(store, data, lambda: DAY)
    await departures.missed(set(), lambda _: False)
    assert store.left_until("9999-12-31") == []


async def test_a_collection_at_work_is_deleted_the_next_time(data: Path) -> None:
    collection(data, FERRY, name="guild-77")
    store = PrivacyStore(data / "bot.db")
    fill(data, 77)
    departures = Departures(store, data, lambda: DAY + timedelta(days=8))
    store.left(77, DAY.isoformat())
    with exclusive(Collections(data).collection("guild-77").lock):
        await departures.look()
    assert store.kept(77).verdicts == 3
    await departures.look()
    assert store.kept(77).verdicts == 0


@pytest.mark.parametrize("guild_id", [0, 77])
def test_deleting_what_is_not_there_is_fine(data: Path, guild_id: int) -> None:
    collection(data, HARBOUR)
    store = PrivacyStore(data / "bot.db")
    store.forget_said(guild_id)
    store.forget(guild_id)
    assert store.kept(guild_id) == Kept(0, 0, 0, 0, 0, settled=False)
    with closing(sqlite3.connect(data / "bot.db")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_with_the_last_server_that_follows_what_is_known_is_forgotten(data: Path) -> None:
    collection(data, HARBOUR)
    fill(data, 1)
    follows, kept = FollowStore(data / "bot.db"), PrivacyStore(data / "bot.db")
    follows.arrived("main", None, hashes_of(["harbour"]), ())
    fill(data, 2)
    kept.forget(1)
    assert follows.known("main") is not None
    kept.forget(2)
    assert follows.known("main") is None, "else what comes meanwhile is news to the next follow"


async def test_what_a_slow_disk_delays_is_announced_and_then_done(data: Path) -> None:
    collection(data, HARBOUR)
    async with newsroom(data, defer_after=0) as room:
        fill(data, room.guild.id)
        mona, _ = room.add_manager(discord.Permissions(manage_guild=True))
        told = await mona.slash(room.channel, "privacy")
        assert told.ephemeral
        forgotten = await mona.click(told.response, label=texts.DELETE_SAID)
        assert shown(forgotten.response or told.response) == texts.FORGOTTEN
        kinds = [one.json["type"] for one in room.requests("POST", "/callback")]
        assert kinds == [ANNOUNCED, MAY_CHANGE]
