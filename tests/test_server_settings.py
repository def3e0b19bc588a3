"""What a server has settled: kept between runs, and obeyed wherever something is asked."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot import texts
from bot.custom_ids import Act, custom_id
from bot.inquiries import Inquiry, Way
from bot.limits import NO_LIMITS, USUAL, Pace
from bot.policy import Hears, Place, Ruling
from bot.server_settings import ChannelSettings, ServerSettings, ruled
from bot.store import BOT, BotStore
from bot.turns import Turns
from index import ArticleIndexError
from tests.builders import article, collection
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    WALL_WORDS,
    Newsroom,
    client_of,
    newsroom,
    shown,
)
from tests.test_buttons import press

SETTLED = ServerSettings(
    1 << 62,
    frozenset({10, 11}),
    frozenset({20}),
    30,
    (ChannelSettings(10, Hears.QUESTIONS, True, ("main",), ("The Gazette", "Ö 1")),),
)
HERE = Place(1, 10, 1 << 62)
BASE = Ruling(collections=("main", "guild-1"), limits=USUAL)


# Kept


def test_settings_are_kept_whole_and_by_server(tmp_path: Path) -> None:
    store = BotStore(tmp_path / "bot.db")
    assert store.server_settings(SETTLED.guild_id) == ServerSettings(SETTLED.guild_id)
    store.keep_server_settings(SETTLED)
    store.keep_server_settings(replace(SETTLED, guild_id=2, cooldown=None))
    store = BotStore(tmp_path / "bot.db")
    assert store.server_settings(SETTLED.guild_id) == SETTLED
    assert store.server_settings(2) == replace(SETTLED, guild_id=2, cooldown=None)


def test_a_store_of_the_version_before_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    with closing(sqlite3.connect(path)) as connection:
        database = Database(connection)
        BOT.migrations().apply(database, stop_before="server_settings")
        database.table("synced_commands").insert({"application_id": 7, "hash": "kept"})
        connection.execute(f"PRAGMA application_id = {BOT.application_id}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    store = BotStore(path)
    store.keep_server_settings(SETTLED)
    assert (store.commands_hash(7), store.server_settings(SETTLED.guild_id)) == ("kept", SETTLED)


def test_what_are_no_settings_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    BotStore(path).keep_server_settings(SETTLED)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE server_settings SET settings = '{}'")
    with pytest.raises(ArticleIndexError, match="settings of server"):
        BotStore(path).server_settings(SETTLED.guild_id)


# Decided


def test_without_settings_a_ruling_stays_as_it_is() -> None:
    assert ruled(BASE, ServerSettings(1), HERE) == BASE


def test_only_the_channels_that_are_allowed_are_answered_and_their_threads() -> None:
    settings = ServerSettings(1, allowed_channels=frozenset({10}))
    assert ruled(BASE, settings, HERE).refusal is None
    assert ruled(BASE, settings, replace(HERE, channel_id=99, parent_id=10)).refusal is None
    in_category = replace(HERE, channel_id=99, parent_id=98, category_id=10)
    assert ruled(BASE, settings, in_category).refusal is None
    refused = ruled(BASE, settings, replace(HERE, channel_id=99))
    assert refused.refusal == "I do not answer in this channel, but in <#10>."


def test_any_of_the_roles_that_are_allowed_will_do() -> None:
    settings = ServerSettings(1, allowed_roles=frozenset({20, 21}))
    assert ruled(BASE, settings, HERE).refusal == texts.refusals.NOT_YOUR_ROLE
    assert ruled(BASE, settings, replace(HERE, role_ids=frozenset({5, 21}))).refusal is None


def test_what_is_settled_for_a_channel_holds_there_and_in_its_threads() -> None:
    channel = ChannelSettings(10, Hears.NOTHING, True, ("guild-1",), ("Gazette",))
    settings = ServerSettings(1, channels=(channel,))
    expected = replace(
        BASE,
        hears=Hears.NOTHING,
        in_thread=True,
        collections=("guild-1",),
        sources=("Gazette",),
    )
    assert ruled(BASE, settings, HERE) == expected
    assert ruled(BASE, settings, replace(HERE, channel_id=99, parent_id=10)) == expected
    assert ruled(BASE, settings, replace(HERE, channel_id=11)) == BASE


@pytest.mark.parametrize("collections", [("guild-2",), ("sample",), ("guild-2", "sample")])
def test_settings_never_lead_to_another_servers_articles(collections: tuple[str, ...]) -> None:
    settings = ServerSettings(1, channels=(ChannelSettings(10, collections=collections),))
    assert ruled(BASE, settings, HERE).collections == BASE.collections


@pytest.mark.parametrize(
    ("cooldown", "person"), [(None, USUAL.person), (0, None), (45, Pace(1, 45.0))]
)
def test_the_cooldown_takes_the_place_of_a_persons_usual_pace(
    cooldown: int | None, person: Pace | None
) -> None:
    limits = ruled(BASE, ServerSettings(1, cooldown=cooldown), HERE).limits
    assert limits == replace(USUAL, person=person)


# Obeyed


def settle(room: Newsroom, data: Path, change: Callable[[ServerSettings], ServerSettings]) -> None:
    """Settle something before anything is asked."""
    BotStore(data / "bot.db").keep_server_settings(change(ServerSettings(room.guild.id)))


def channel_settled(room: Newsroom, data: Path, **settings: object) -> None:
    settle(
        room,
        data,
        lambda one: one.having(ChannelSettings(room.channel.id, **settings)),  # type: ignore[arg-type]
    )


async def test_another_channel_is_met_with_silence_and_its_commands_with_where_to_ask(
    data: Path,
) -> None:
    async with newsroom(data) as room:
        other = room.guild.create_text_channel("news-desk")
        settle(room, data, lambda one: replace(one, allowed_channels=frozenset({other.id})))
        assert await room.ask(ABOUT_THE_WALL) is None
        refused = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert refused.ephemeral
        assert shown(refused.response) == texts.refusals.not_in_this_channel([other.id])
        assert await room.alice.autocomplete(room.channel, "quotes", "speaker", "p") == []
        asked = await room.alice.slash(other, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(asked.response)


async def test_only_those_with_an_allowed_role_are_answered(data: Path) -> None:
    async with newsroom(data) as room:
        role = room.guild.create_role("Readers")
        settle(room, data, lambda one: replace(one, allowed_roles=frozenset({role.id})))
        rita = room.guild.add_member(room.env.create_user("rita"), roles=[role])
        assert await room.ask(ABOUT_THE_WALL) is None
        refused = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert shown(refused.response) == texts.refusals.NOT_YOUR_ROLE
        answer = await rita.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(answer.response)
        pressed = await room.alice.click(answer.response, label=texts.buttons.EXPLAIN)
        assert shown(pressed.response) == texts.refusals.NOT_YOUR_ROLE


async def test_the_mode_of_a_channel_is_obeyed(data: Path) -> None:
    async with newsroom(data, message_content=True) as room:
        channel_settled(room, data, hears=Hears.QUESTIONS)
        await room.alice.send(room.channel, "When does the night ferry to Tornby stop?")
        assert FERRY.title in shown(room.channel.last_message)
        other = room.guild.create_text_channel("other")
        await room.alice.send(other, "When does the night ferry to Tornby stop?")
        assert len(other.history()) == 1


async def test_a_channel_that_is_off_has_commands_alone(data: Path) -> None:
    async with newsroom(data) as room:
        channel_settled(room, data, hears=Hears.NOTHING)
        assert await room.ask(ABOUT_THE_WALL) is None
        asked = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(asked.response)


async def test_a_channel_may_be_answered_in_threads(data: Path) -> None:
    async with newsroom(data) as room:
        channel_settled(room, data, in_thread=True)
        await room.alice.send(room.channel, f"{room.mention} {ABOUT_THE_WALL}")
        (thread,) = room.channel.threads
        assert WALL_WORDS in shown(thread.last_message)


async def test_the_cooldown_of_a_server_is_obeyed(data: Path) -> None:
    moments = iter([100.0, 129.0, 130.0])
    async with newsroom(data, turns=Turns(lambda: next(moments)), limits=NO_LIMITS) as room:
        settle(room, data, lambda one: replace(one, cooldown=30))
        assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))
        assert shown(await room.ask(ABOUT_THE_WALL)).startswith("You have just asked")
        assert WALL_WORDS in shown(await room.ask(ABOUT_THE_WALL))


async def test_settings_that_cannot_be_read_let_nothing_through(data: Path) -> None:
    async with newsroom(data) as room:
        channel_settled(room, data)
        with closing(sqlite3.connect(data / "bot.db")) as connection, connection:
            connection.execute("UPDATE server_settings SET settings = 'nonsense'")
        assert await room.ask(ABOUT_THE_WALL) is None
        asked = await room.alice.slash(room.channel, "ask", question=ABOUT_THE_WALL)
        assert shown(asked.response) == texts.refusals.NO_SETTINGS


async def test_settings_survive_a_restart(data: Path) -> None:
    async with newsroom(data) as room:
        channel_settled(room, data, hears=Hears.NOTHING)
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            assert await room.ask(ABOUT_THE_WALL) is None


# Of which articles


PRESS = article(
    "press",
    "The sea wall of Skarnholm is too dear, says the mayor. The night ferry is missed.",
    title="Wall too dear",
    url="https://press.example/wall",
    source="The Evening Press",
    published="2026-06-20",
    lang="en",
)


async def test_a_channel_of_one_collection_asks_that_alone(data: Path) -> None:
    collection(data, FERRY)
    async with newsroom(data) as room:
        collection(data, HARBOUR, name=f"guild-{room.guild.id}")
        both = await room.alice.slash(room.channel, "latest")
        assert FERRY.title in shown(both.response)
        channel_settled(room, data, collections=(f"guild-{room.guild.id}",))
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            own = await room.alice.slash(room.channel, "latest")
        assert HARBOUR.title in shown(own.response)
        assert FERRY.title not in shown(own.response)


async def test_a_channel_of_one_source_shows_nothing_of_another(data: Path) -> None:
    collection(data, HARBOUR, FERRY, PRESS)
    async with newsroom(data) as room:
        channel_settled(room, data, sources=("The Evening Press",))
        assert PRESS.title in shown(await room.ask("Is the sea wall of Skarnholm too dear?"))

        async def asked(command: str, **options: object) -> str:
            return shown((await room.alice.slash(room.channel, command, **options)).response)

        for said in (
            await asked("latest"),
            await asked("sources"),
            await asked("search", query="night ferry"),
            await asked("search", query="wall OR ferry source:gazette"),
            await asked("ask", question="What did Petra Lindqvist say?"),
            await asked("quotes", speaker="Petra Lindqvist"),
            await asked("article", headline=FERRY.title),
        ):
            assert "gazette.example" not in said
            assert "Skarnholm Gazette" not in said
            assert "October" not in said
        assert await asked("ask", question="ferry", source="gazette") == (
            "No article here comes from a source called “gazette”; /sources lists them."
        )
        assert PRESS.title in await asked("latest")
        assert "The Evening Press" in await asked("sources")
        completed = [
            await room.alice.autocomplete(room.channel, command, option, "")
            for command, option in (("article", "headline"), ("ask", "source"))
        ]
        assert [len(one) for one in completed] == [1, 1]


async def test_a_button_from_before_keeps_to_the_sources_of_now(data: Path) -> None:
    collection(data, HARBOUR, FERRY, PRESS)
    async with newsroom(data) as room:
        answer = await room.ask("night ferry to Tornby in October")
        channel_settled(room, data, sources=("The Evening Press",))
        with client_of(data) as restarted:
            await room.env.restart_bot(restarted)
            forged = custom_id(Act.NEXT, Inquiry(Way.LATEST))
            await press(room, answer, forged)
            changed = shown(room.channel.last_message)
            assert PRESS.title in changed
            assert FERRY.title not in changed
