"""`/byline settings`: each menu, button and modal, and who may use them."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot import texts
from bot.policy import Hears
from bot.server_policy import SettingsKeeper
from bot.server_settings import ChannelSettings, ServerSettings
from bot.setting_ids import Setting, chosen, setting_id
from bot.store import BotStore
from index import ArticleIndexError
from tests.builders import collection
from tests.discord.payloads import Json
from tests.discord.payloads import walk as components_of
from tests.newsrooms import (
    ABOUT_THE_WALL,
    FERRY,
    HARBOUR,
    WALL_WORDS,
    Newsroom,
    client_of,
    layout,
    newsroom,
    shown,
)
from tests.test_server_settings import PRESS

MANAGES = discord.Permissions(manage_guild=True)


@dataclass(slots=True)
class Office:
    """A newsroom, and mona, who manages its server and has opened the settings."""

    room: Newsroom
    data: Path
    mona: simcord.MemberActor
    role: simcord.RoleHandle
    menu: Any  # the message with the settings

    async def select(self, setting: Setting, *values: object, channel: bool = False) -> str:
        """Choose values of a menu, and give what is shown then."""
        custom_id = setting_id(setting, self.room.channel.id if channel else 0)
        return self.seen(await self.mona.select(self.menu, values, custom_id=custom_id))

    async def click(self, label: str) -> simcord.InteractionResult:
        """Press a button of the settings."""
        return await self.mona.click(self.menu, label=label)

    async def write(self, label: str, **values: str) -> str:
        """Press a button that asks for a text, and write it."""
        return self.seen(await self.mona.submit_modal(await self.click(label), values))

    async def open(self) -> None:
        """Open the settings of the one channel."""
        await self.select(Setting.CHANNEL, self.room.channel)

    def seen(self, result: simcord.InteractionResult) -> str:
        if result.response is not None:
            self.menu = result.response
        return shown(self.menu)

    def kept(self) -> ServerSettings:
        """What is kept for the next run."""
        return BotStore(self.data / "bot.db").server_settings(self.room.guild.id)

    def kept_of_channel(self) -> ChannelSettings:
        return self.kept().channel(self.room.channel.id)

    def component(self, setting: Setting, *, channel: bool = False) -> Json:
        """A menu as it is shown."""
        custom_id = setting_id(setting, self.room.channel.id if channel else 0)
        (found,) = [
            one for one in components_of(layout(self.menu)) if one.get("custom_id") == custom_id
        ]
        return found

    def chosen(self, setting: Setting, *, channel: bool = False) -> list[str]:
        """What is shown as chosen."""
        menu = self.component(setting, channel=channel)
        if "options" in menu:
            return [one["value"] for one in menu["options"] if one["default"]]
        return [str(one["id"]) for one in menu.get("default_values") or []]


@asynccontextmanager
async def office(data: Path, **options: Any) -> AsyncIterator[Office]:  # noqa: ANN401  # of a newsroom
    async with newsroom(data, **options) as room:
        mona, role = room.add_manager(MANAGES)
        opened = await mona.slash(room.channel, "byline settings")
        assert opened.ephemeral
        yield Office(room, data, mona, role, opened.response)


# The whole server


async def test_channels_are_allowed_and_all_again(data: Path) -> None:
    async with office(data) as at:
        other = at.room.guild.create_text_channel("news-desk")
        await at.select(Setting.CHANNELS, other)
        assert at.kept().allowed_channels == {other.id}
        assert at.chosen(Setting.CHANNELS) == [str(other.id)]
        assert await at.room.ask(ABOUT_THE_WALL) is None
        await at.select(Setting.CHANNELS)
        assert at.kept().allowed_channels == frozenset()
        assert WALL_WORDS in shown(await at.room.ask(ABOUT_THE_WALL))


async def test_a_category_stands_for_all_channels_in_it(data: Path) -> None:
    async with office(data) as at:
        desks = at.room.guild.create_category("Desks")
        inside = at.room.guild.create_text_channel("news-desk", category=desks)
        await at.select(Setting.CHANNELS, desks)
        assert at.kept().allowed_channels == {desks.id}
        assert at.chosen(Setting.CHANNELS) == [str(desks.id)]
        asked = await at.room.alice.slash(inside, "ask", question=ABOUT_THE_WALL)
        assert WALL_WORDS in shown(asked.response)
        question = await at.room.alice.send(inside, f"{at.room.mention} {ABOUT_THE_WALL}")
        assert inside.last_message.id != question.id
        refused = await at.room.alice.slash(at.room.channel, "ask", question=ABOUT_THE_WALL)
        assert shown(refused.response) == texts.refusals.not_in_this_channel([desks.id])


async def test_settings_can_be_changed_where_nothing_is_answered(data: Path) -> None:
    async with office(data) as at:
        other = at.room.guild.create_text_channel("news-desk")
        await at.select(Setting.CHANNELS, other)
        again = await at.mona.slash(at.room.channel, "byline settings")
        assert shown(again.response).startswith("## Settings")


async def test_roles_are_allowed_and_everybody_again(data: Path) -> None:
    async with office(data) as at:
        await at.select(Setting.ROLES, at.role)
        assert at.kept().allowed_roles == {at.role.id}
        assert at.chosen(Setting.ROLES) == [str(at.role.id)]
        assert await at.room.ask(ABOUT_THE_WALL) is None
        await at.select(Setting.ROLES)
        assert WALL_WORDS in shown(await at.room.ask(ABOUT_THE_WALL))


@pytest.mark.parametrize(
    ("written", "kept", "told"),
    [("45", 45, "45 seconds"), (" 0 ", 0, "none"), ("", None, texts.settings.USUAL_COOLDOWN)],
)
async def test_a_cooldown_is_written(data: Path, written: str, kept: int | None, told: str) -> None:
    async with office(data) as at:
        said = await at.write(texts.settings.COOLDOWN, text=written)
        assert at.kept().cooldown == kept
        assert f"between two questions of a person: {told}." in said.replace("*", "")


@pytest.mark.parametrize("written", ["soon", "-1", "3601", "1.5", "٣٠", "²"])
async def test_what_is_no_cooldown_is_refused_in_a_sentence(data: Path, written: str) -> None:
    async with office(data) as at:
        await at.write(texts.settings.COOLDOWN, text="45")
        assert texts.settings.no_cooldown(3600) in await at.write(
            texts.settings.COOLDOWN, text=written
        )
        assert at.kept().cooldown == 45


# One channel


@pytest.mark.parametrize("hears", Hears)
async def test_the_mode_of_a_channel_is_chosen(data: Path, hears: Hears) -> None:
    async with office(data, message_content=True) as at:
        await at.open()
        assert at.chosen(Setting.MODE, channel=True) == ["mentions"]
        await at.select(Setting.MODE, hears.value, channel=True)
        assert at.kept_of_channel().hears is hears
        assert at.chosen(Setting.MODE, channel=True) == [hears.value]
        assert (await at.room.ask(ABOUT_THE_WALL) is None) is (hears is Hears.NOTHING)
        before = len(at.room.channel.history())
        await at.room.alice.send(at.room.channel, "When does the night ferry to Tornby stop?")
        assert len(at.room.channel.history()) - before == 1 + (hears is Hears.QUESTIONS)


async def test_questions_that_cannot_be_heard_are_shown_as_unavailable_with_the_reason(
    data: Path,
) -> None:
    async with office(data) as at:
        await at.open()
        assert texts.settings.NO_QUESTIONS in shown(at.menu)
        options = at.component(Setting.MODE, channel=True)["options"]
        assert [one["label"] for one in options] == ["Mentions", texts.settings.UNHEARD[0], "Off"]
        assert options[1]["description"] == texts.settings.UNHEARD[1]
        said = await at.select(Setting.MODE, "questions", channel=True)
        assert f"⚠️ {texts.settings.NO_QUESTIONS}" in said
        assert at.kept_of_channel().hears is Hears.MENTIONS
        assert at.chosen(Setting.MODE, channel=True) == ["mentions"]


async def test_a_channel_is_answered_in_threads_and_in_place_again(data: Path) -> None:
    async with office(data) as at:
        await at.open()
        await at.select(Setting.WHERE, "thread", channel=True)
        await at.room.alice.send(at.room.channel, f"{at.room.mention} {ABOUT_THE_WALL}")
        (thread,) = at.room.channel.threads
        assert WALL_WORDS in shown(thread.last_message)
        assert texts.settings.NO_THREADS not in shown(at.menu)
        where = at.component(Setting.WHERE, channel=True)["options"]
        assert "BYLINE_MESSAGE_CONTENT=1" in where[1]["description"]  # to be heard in it unnamed
        await at.select(Setting.WHERE, "place", channel=True)
        assert not at.kept_of_channel().in_thread


async def test_threads_that_may_not_be_begun_are_said_not_to_be(data: Path) -> None:
    async with office(data) as at:
        never = discord.PermissionOverwrite(create_public_threads=False)
        channel = at.room.guild.create_text_channel(
            "no-threads", overwrites={at.room.guild.me: never}
        )
        await at.select(Setting.CHANNEL, channel)
        custom_id = setting_id(Setting.WHERE, channel.id)
        at.seen(await at.mona.select(at.menu, ["thread"], custom_id=custom_id))
        assert texts.settings.NO_THREADS.replace("*", "") in shown(at.menu).replace("*", "")
        assert at.kept().channel(channel.id).in_thread


async def test_the_articles_of_a_channel_are_chosen(data: Path) -> None:
    collection(data, FERRY)
    async with office(data) as at:
        own = f"guild-{at.room.guild.id}"
        collection(data, HARBOUR, name=own)
        await at.open()
        assert at.chosen(Setting.COLLECTIONS, channel=True) == ["main", own]
        await at.select(Setting.COLLECTIONS, own, channel=True)
        latest = await at.room.alice.slash(at.room.channel, "latest")
        assert HARBOUR.title in shown(latest.response)
        assert FERRY.title not in shown(latest.response)
        await at.select(Setting.COLLECTIONS, "main", own, channel=True)
        assert at.kept_of_channel().collections == ()


async def test_articles_that_a_server_does_not_have_cannot_be_all_that_is_asked(
    data: Path,
) -> None:
    async with office(data) as at:
        await at.open()
        said = await at.select(Setting.COLLECTIONS, f"guild-{at.room.guild.id}", channel=True)
        assert texts.settings.NO_OWN_ARTICLES in said
        assert at.kept_of_channel().collections == ()


@pytest.mark.parametrize("foreign", ["guild-7", "sample", "../main", "guild-"])
async def test_a_collection_of_another_server_can_never_be_chosen(data: Path, foreign: str) -> None:
    collection(data, HARBOUR, FERRY)
    collection(data, PRESS, name="guild-7")
    async with office(data) as at:
        await at.open()
        stored = at.room.env.backend.get_message(at.room.channel.id, at.menu.id)
        menu = next(
            one
            for one in components_of(stored.components)
            if one.get("custom_id") == setting_id(Setting.COLLECTIONS, at.room.channel.id)
        )
        menu["options"][0]["value"] = foreign  # forged
        said = await at.select(Setting.COLLECTIONS, foreign, channel=True)
        assert texts.settings.NO_SUCH_COLLECTION in said
        assert at.kept_of_channel().collections == ()
        latest = await at.room.alice.slash(at.room.channel, "latest")
        assert PRESS.title not in shown(latest.response)


async def test_the_sources_of_a_channel_are_written(data: Path) -> None:
    collection(data, HARBOUR, FERRY, PRESS)
    async with office(data) as at:
        await at.open()
        said = await at.write(
            texts.settings.SOURCES_HERE, text="\nevening\n  \nThe Evening Press\n"
        )
        assert "here: The Evening Press." in said
        assert at.kept_of_channel().sources == ("The Evening Press",)
        latest = await at.room.alice.slash(at.room.channel, "latest")
        assert PRESS.title in shown(latest.response)
        assert FERRY.title not in shown(latest.response)
        assert "here: all." in await at.write(texts.settings.SOURCES_HERE, text="")
        assert at.kept_of_channel().sources == ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("The Daily Zebra", "No article here comes from a source called “The Daily Zebra”"),
        ("the", "“the” may be"),
        ("\n".join(f"paper {number}" for number in range(26)), texts.settings.many_to_choose(25)),
    ],
)
async def test_what_is_no_source_is_refused_in_a_sentence(
    data: Path, written: str, told: str
) -> None:
    collection(data, HARBOUR, FERRY, PRESS)
    async with office(data) as at:
        await at.open()
        assert told in await at.write(texts.settings.SOURCES_HERE, text=written)
        assert at.kept_of_channel().sources == ()


async def test_a_channel_is_set_back_and_the_way_leads_back(data: Path) -> None:
    async with office(data) as at:
        await at.open()
        await at.select(Setting.MODE, "nothing", channel=True)
        at.seen(await at.click(texts.settings.TO_SERVER))
        assert f"So far: <#{at.room.channel.id}>." in shown(at.menu)
        await at.open()
        at.seen(await at.click(texts.settings.RESET))
        assert at.kept() == ServerSettings(at.room.guild.id)
        assert at.chosen(Setting.MODE, channel=True) == ["mentions"]


async def test_a_channel_that_is_gone_is_said_to_be(data: Path) -> None:
    async with office(data) as at:
        await at.open()
        stored = at.room.env.backend.get_message(at.room.channel.id, at.menu.id)
        menu = next(one for one in components_of(stored.components) if one.get("options"))
        menu["custom_id"] = setting_id(Setting.MODE, 12345)
        at.seen(await at.mona.select(at.menu, ["nothing"], custom_id=menu["custom_id"]))
        assert texts.settings.NO_SUCH_CHANNEL in shown(at.menu)
        assert at.kept().channels == ()


async def test_what_is_gone_is_said_to_be_and_can_be_forgotten(data: Path) -> None:
    async with office(data) as at:
        guild, backend = at.room.guild, at.room.env.backend
        gone, role = guild.create_text_channel("news-desk"), guild.create_role("Readers")
        await at.select(Setting.CHANNELS, gone, at.room.channel)
        await at.select(Setting.ROLES, role)
        backend.delete_channel(gone.id)
        backend.delete_role(guild.id, role.id)
        at.seen(await at.mona.slash(at.room.channel, "byline settings"))
        words = "No longer there are 1 channel and 1 role of those chosen."
        assert f"{words} I answer nobody until you choose others" in shown(at.menu)
        assert at.chosen(Setting.CHANNELS) == [str(at.room.channel.id)]
        assert await at.room.ask(ABOUT_THE_WALL) is None
        at.seen(await at.click(texts.settings.FORGET))
        assert "No longer there" not in shown(at.menu)
        assert at.kept().allowed_channels == {at.room.channel.id}
        assert WALL_WORDS in shown(await at.room.ask(ABOUT_THE_WALL))


async def test_a_channel_that_was_set_up_and_is_gone_is_not_listed(data: Path) -> None:
    async with office(data) as at:
        other = at.room.guild.create_text_channel("news-desk")
        await at.select(Setting.CHANNEL, other)
        custom_id = setting_id(Setting.MODE, other.id)
        at.seen(await at.mona.select(at.menu, ["nothing"], custom_id=custom_id))
        at.seen(await at.mona.slash(at.room.channel, "byline settings"))
        assert f"So far: <#{other.id}>." in shown(at.menu)
        at.room.env.backend.delete_channel(other.id)
        at.seen(await at.mona.slash(at.room.channel, "byline settings"))
        assert "So far" not in shown(at.menu)


async def test_two_who_settle_at_once_undo_nothing_of_each_other(data: Path) -> None:
    async with office(data) as at:
        guild, channel = at.room.guild, at.room.channel
        nils = guild.add_member(at.room.env.create_user("nils"), roles=[at.role])
        theirs = await nils.slash(channel, "byline settings")
        await at.select(Setting.CHANNELS, channel)
        # What nils sees is older than what mona has chosen.
        chosen_by_nils = await nils.select(
            theirs.response, [at.role], custom_id=setting_id(Setting.ROLES)
        )
        assert at.kept().allowed_channels == {channel.id}
        assert at.kept().allowed_roles == {at.role.id}
        at.menu = chosen_by_nils.response
        assert at.chosen(Setting.CHANNELS) == [str(channel.id)]


async def test_changes_of_one_moment_are_made_one_after_the_other(tmp_path: Path) -> None:
    keeper = SettingsKeeper(BotStore(tmp_path / "bot.db"))

    async def allow(channel_id: int) -> None:
        def change(now: ServerSettings) -> ServerSettings:
            return replace(now, allowed_channels=now.allowed_channels | {channel_id})

        await keeper.change(1, change)

    await asyncio.gather(*map(allow, range(10, 30)))
    kept = BotStore(tmp_path / "bot.db").server_settings(1)
    assert kept == await keeper.of(1)
    assert kept.allowed_channels == frozenset(range(10, 30))


# Who may


async def test_only_those_who_manage_the_server_may_open_the_settings(data: Path) -> None:
    async with office(data) as at:
        commands = await at.room.client.tree.fetch_commands()
        (command,) = [one for one in commands if one.name == "byline"]
        # Those who administer a server may show a command to anybody.
        at.room.guild.set_command_permissions(command, {at.room.guild.default_role: True})
        refused = await at.room.alice.slash(at.room.channel, "byline settings")
        assert (refused.ephemeral, shown(refused.response)) == (True, texts.settings.MAY_NOT_SETTLE)


async def test_every_choice_asks_for_the_permission_anew(data: Path) -> None:
    async with office(data) as at:
        await at.open()
        channel_menu = at.menu
        modal = await at.click(texts.settings.SOURCES_HERE)
        server = await at.mona.slash(at.room.channel, "byline settings")
        cooldown = await at.mona.click(server.response, label=texts.settings.COOLDOWN)
        at.room.env.backend.remove_member_role(at.room.guild.id, at.mona.id, at.role.id)
        used = [
            await at.mona.submit_modal(modal, {"text": "gazette"}),
            await at.mona.submit_modal(cooldown, {"text": "45"}),
            await at.mona.select(
                server.response, [at.room.channel], custom_id=setting_id(Setting.CHANNELS)
            ),
            await at.mona.select(server.response, [at.role], custom_id=setting_id(Setting.ROLES)),
            await at.mona.select(
                server.response, [at.room.channel], custom_id=setting_id(Setting.CHANNEL)
            ),
            await at.mona.click(server.response, label=texts.settings.COOLDOWN),
        ]
        own = at.room.channel.id
        for setting, value in (
            (Setting.MODE, "nothing"), (Setting.WHERE, "thread"), (Setting.COLLECTIONS, "main"),
        ):  # fmt: skip
            custom_id = setting_id(setting, own)
            used.append(await at.mona.select(channel_menu, [value], custom_id=custom_id))
        used += [
            await at.mona.click(channel_menu, label=label)
            for label in (
                texts.settings.SOURCES_HERE,
                texts.settings.RESET,
                texts.settings.TO_SERVER,
            )
        ]
        assert [shown(one.response) for one in used] == [texts.settings.MAY_NOT_SETTLE] * len(used)
        assert at.kept() == ServerSettings(at.room.guild.id)


async def test_there_are_no_settings_where_nothing_is_answered(data: Path) -> None:
    async with newsroom(data, guilds=frozenset({1})) as room:
        mona, _ = room.add_manager(MANAGES)
        refused = await mona.slash(room.channel, "byline settings")
        assert shown(refused.response) == texts.refusals.NOT_HERE


async def test_settings_that_cannot_be_read_are_not_shown(data: Path) -> None:
    async with newsroom(data) as room:
        mona, _ = room.add_manager(MANAGES)
        (data / "bot.db").write_bytes(b"no database at all, but long enough to look at" * 100)
        refused = await mona.slash(room.channel, "byline settings")
        assert shown(refused.response) == texts.refusals.NO_SETTINGS


async def test_a_damaged_row_is_said_to_be_and_stays_as_it_is(data: Path) -> None:
    async with office(data) as at:
        await at.select(Setting.CHANNELS, at.room.guild.create_text_channel("news-desk"))
        with closing(sqlite3.connect(data / "bot.db")) as connection, connection:
            connection.execute("UPDATE server_settings SET settings = '{\"guild_id\": 1'")
        with client_of(data) as restarted:
            await at.room.env.restart_bot(restarted)
            opened = await at.mona.slash(at.room.channel, "byline settings")
            changed = await at.mona.select(at.menu, [at.role], custom_id=setting_id(Setting.ROLES))
            assert [shown(each.response) for each in (opened, changed)] == [
                texts.refusals.NO_SETTINGS
            ] * 2
            assert await at.room.ask(ABOUT_THE_WALL) is None  # it may have been forbidden
            with pytest.raises(ArticleIndexError):
                at.kept()


# After a restart


async def test_settings_and_their_menus_survive_a_restart(data: Path) -> None:
    async with office(data) as at:
        await at.write(texts.settings.COOLDOWN, text="45")
        with client_of(data) as restarted:
            await at.room.env.restart_bot(restarted)
            await at.select(Setting.ROLES, at.role)
            assert (at.kept().cooldown, at.kept().allowed_roles) == (45, {at.role.id})
            assert await at.room.ask(ABOUT_THE_WALL) is None


async def test_what_is_written_over_a_restart_is_kept(data: Path) -> None:
    async with office(data) as at:
        modal = await at.click(texts.settings.COOLDOWN)
        with client_of(data) as restarted:
            await at.room.env.restart_bot(restarted)
            at.seen(await at.mona.submit_modal(modal, {"text": "45"}))
            assert at.kept().cooldown == 45


@pytest.mark.parametrize("stale", ["bys1:zebra:0", "bys1:mode:", "bys1:mode:x", "bys1:", "bys1:\n"])
async def test_a_setting_of_another_version_is_said_to_be_none(data: Path, stale: str) -> None:
    async with office(data) as at:
        stored = at.room.env.backend.get_message(at.room.channel.id, at.menu.id)
        menu = next(one for one in components_of(stored.components) if one["type"] == 2)
        menu["custom_id"] = stale
        told = await at.mona.click(at.menu, custom_id=stale)
        assert (told.ephemeral, shown(told.response)) == (True, texts.settings.NO_SUCH_SETTING)


@pytest.mark.parametrize("setting", Setting)
def test_a_custom_id_says_which_setting_of_which_channel(setting: Setting) -> None:
    read = chosen(setting_id(setting, (1 << 64) - 1))
    assert read is not None
    assert (read.setting, read.channel_id) == (setting, (1 << 64) - 1)
    assert len(setting_id(setting, (1 << 64) - 1)) <= 100
