"""The settings of a server, shown and changed by those who may manage it.

Who may is asked anew at every choice: it may have been taken from them since the menu was shown.
"""

import re
from collections.abc import Callable
from dataclasses import replace

import discord

from bot import texts
from bot.escaping import inert
from bot.kept_questions import CHOICES
from bot.managing import managed_server
from bot.policy import Hears, Policy
from bot.rendering.settings_layout import channel_layout, server_layout
from bot.rendering.settings_modals import cooldown_modal, sources_modal
from bot.responding import Responding, say, show_instead, tell
from bot.retention import Retention
from bot.server_collections import collections_of
from bot.server_policy import SettingsKeeper
from bot.server_settings import (
    LONGEST_COOLDOWN,
    MOST_SOURCES,
    ChannelSettings,
    ServerSettings,
)
from bot.setting_ids import Chosen, Setting, chosen
from index import ArticleIndexError
from index.errors import BadInputError

_NUMBER = re.compile(r"[0-9]{1,9}")


class Settling:
    """Shows and changes the settings of servers.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        keeper: who knows the settings.
        retention: forgets questions that are to be kept no longer.
        hears_all: whether the bot is shown messages that do not mention it.
    """

    def __init__(
        self,
        responding: Responding,
        base: Policy,
        keeper: SettingsKeeper,
        retention: Retention,
        *,
        hears_all: bool,
    ) -> None:
        self._responding = responding
        self._base = base
        self._keeper = keeper
        self._retention = retention
        self._hears_all = hears_all

    async def show(self, interaction: discord.Interaction) -> None:
        """Respond with the settings, for the eyes of whoever asks alone."""
        guild = await self._admit(interaction)
        if guild is not None:
            settings = await self._keeper.of(guild.id)
            await say(interaction, server_layout(settings, guild), ephemeral=True)

    async def settle(
        self, interaction: discord.Interaction, custom_id: str, values: tuple[str, ...]
    ) -> None:
        """Change a setting, or lead to others, if whoever chose may do so now."""
        try:
            guild = await self._admit(interaction)
            if guild is None:
                return
            what = chosen(custom_id)
            if what is None:
                await tell(interaction, texts.NO_SUCH_SETTING)
            elif what.setting.is_of_a_channel:
                await self._settle_channel(interaction, guild, what, values)
            else:
                await self._settle_server(interaction, guild, what, values)
        except Exception as error:  # whoever chose is told whatever happens
            await self._responding.failed(interaction, error)

    async def _admit(self, interaction: discord.Interaction) -> discord.Guild | None:
        """The server whose settings may be changed; None where whoever tries has been told why not.

        Raises:
            ArticleIndexError: the settings cannot be read.
        """
        if not self._responding.is_in_time(interaction):
            return None
        guild = await managed_server(interaction, self._base, texts.MAY_NOT_SETTLE)
        if guild is None or await self._can_be_read(guild.id):
            return guild
        await tell(interaction, texts.NO_SETTINGS)
        return None

    async def _can_be_read(self, guild_id: int) -> bool:
        try:
            await self._keeper.of(guild_id)
        except ArticleIndexError:
            return False
        return True

    # Of the whole server

    async def _settle_server(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        what: Chosen,
        values: tuple[str, ...],
    ) -> None:
        match what.setting:
            case Setting.CHANNELS:
                channels = frozenset(map(int, values))
                await self._change(
                    interaction, guild, lambda now: replace(now, allowed_channels=channels)
                )
            case Setting.ROLES:
                roles = frozenset(map(int, values))
                await self._change(
                    interaction, guild, lambda now: replace(now, allowed_roles=roles)
                )
            case Setting.FORGET:
                channel_ids = frozenset(one.id for one in guild.channels)
                role_ids = frozenset(one.id for one in guild.roles)
                await self._change(interaction, guild, lambda now: now.among(channel_ids, role_ids))
            case Setting.COOLDOWN if _is_written(interaction):
                await self._set_cooldown(interaction, guild, "".join(values))
            case Setting.COOLDOWN:
                now = await self._keeper.of(guild.id)
                await interaction.response.send_modal(cooldown_modal(now.cooldown))
            case Setting.KEEPING:
                await self._set_keeping(interaction, guild, values)
            case Setting.CHANNEL:
                await self._open(interaction, guild, int(values[0]) if values else 0)
            case _:
                await self._show_server(interaction, guild)

    async def _change(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        change: Callable[[ServerSettings], ServerSettings],
    ) -> None:
        await self._keeper.change(guild.id, change)
        await self._show_server(interaction, guild)

    async def _show_server(
        self, interaction: discord.Interaction, guild: discord.Guild, notice: str = ""
    ) -> None:
        settings = await self._keeper.of(guild.id)
        await show_instead(interaction, server_layout(settings, guild, notice))

    async def _set_cooldown(
        self, interaction: discord.Interaction, guild: discord.Guild, written: str
    ) -> None:
        written = written.strip()
        is_number = bool(_NUMBER.fullmatch(written))
        if written and not (is_number and int(written) <= LONGEST_COOLDOWN):
            await self._show_server(interaction, guild, texts.no_cooldown(LONGEST_COOLDOWN))
            return
        cooldown = int(written) if written else None
        await self._change(interaction, guild, lambda now: replace(now, cooldown=cooldown))

    async def _set_keeping(
        self, interaction: discord.Interaction, guild: discord.Guild, values: tuple[str, ...]
    ) -> None:
        days = next((one for one in CHOICES if (str(one),) == values), 0)
        await self._keeper.change(guild.id, lambda now: replace(now, kept_days=days))
        await self._retention.hold(guild.id)
        await self._show_server(interaction, guild)

    # Of one channel

    async def _settle_channel(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        what: Chosen,
        values: tuple[str, ...],
    ) -> None:
        channel_id = what.channel_id
        if guild.get_channel(channel_id) is None:
            await self._show_server(interaction, guild, texts.NO_SUCH_CHANNEL)
            return
        match what.setting:
            case Setting.MODE:
                await self._set_mode(interaction, guild, channel_id, values)
            case Setting.WHERE:
                await self._set_where(interaction, guild, channel_id, values)
            case Setting.COLLECTIONS:
                await self._set_collections(interaction, guild, channel_id, values)
            case Setting.SOURCES if _is_written(interaction):
                await self._set_sources(interaction, guild, channel_id, "".join(values))
            case Setting.SOURCES:
                now = (await self._keeper.of(guild.id)).channel(channel_id)
                await interaction.response.send_modal(sources_modal(channel_id, now.sources))
            case _:
                await self._keeper.change(guild.id, lambda now: now.without(channel_id))
                await self._open(interaction, guild, channel_id)

    async def _open(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        notice: str = "",
    ) -> None:
        """Show the settings of a channel."""
        if guild.get_channel(channel_id) is None:
            await self._show_server(interaction, guild, texts.NO_SUCH_CHANNEL)
            return
        channel = (await self._keeper.of(guild.id)).channel(channel_id)
        view = channel_layout(channel, guild.id, notice, hears_all=self._hears_all)
        await show_instead(interaction, view)

    async def _change_channel(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        change: Callable[[ChannelSettings], ChannelSettings],
        notice: str = "",
    ) -> None:
        await self._keeper.change(guild.id, lambda now: now.having(change(now.channel(channel_id))))
        await self._open(interaction, guild, channel_id, notice)

    async def _set_mode(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        values: tuple[str, ...],
    ) -> None:
        hears = next((one for one in Hears if (one.value,) == values), Hears.MENTIONS)
        if hears is Hears.QUESTIONS and not self._hears_all:
            await self._open(interaction, guild, channel_id, texts.NO_QUESTIONS)
            return
        await self._change_channel(
            interaction, guild, channel_id, lambda now: replace(now, hears=hears)
        )

    async def _set_where(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        values: tuple[str, ...],
    ) -> None:
        in_thread = values == ("thread",)
        notice = texts.NO_THREADS if in_thread and not _may_begin_threads(guild, channel_id) else ""
        await self._change_channel(
            interaction, guild, channel_id, lambda now: replace(now, in_thread=in_thread), notice
        )

    async def _set_collections(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        values: tuple[str, ...],
    ) -> None:
        main, own = may_ask = collections_of(guild.id)
        has_own = await self._responding.answering.ask_desk(lambda desk: desk.has(own))
        if not values or not set(values) <= set(may_ask):
            await self._open(interaction, guild, channel_id, texts.NO_SUCH_COLLECTION)
        elif main not in values and not has_own:
            await self._open(interaction, guild, channel_id, texts.NO_OWN_ARTICLES)
        else:
            chosen_ones = () if set(values) == set(may_ask) else values
            await self._change_channel(
                interaction, guild, channel_id, lambda now: replace(now, collections=chosen_ones)
            )

    async def _set_sources(
        self,
        interaction: discord.Interaction,
        guild: discord.Guild,
        channel_id: int,
        written: str,
    ) -> None:
        names = [line.strip() for line in written.splitlines() if line.strip()]
        if len(names) > MOST_SOURCES:
            notice = texts.many_to_choose(MOST_SOURCES)
            await self._open(interaction, guild, channel_id, notice)
            return
        channel = (await self._keeper.of(guild.id)).channel(channel_id)
        collections = channel.collections or collections_of(guild.id)
        try:
            sources = await self._responding.answering.ask_desk(
                lambda desk: desk.sources_named(names, collections)
            )
        except BadInputError as error:
            await self._open(interaction, guild, channel_id, inert(str(error)))
            return
        except ArticleIndexError:
            await self._open(interaction, guild, channel_id, texts.UNAVAILABLE)
            return
        await self._change_channel(
            interaction, guild, channel_id, lambda now: replace(now, sources=sources)
        )


def _is_written(interaction: discord.Interaction) -> bool:
    """Whether a modal is submitted, and not opened by its button."""
    return interaction.type is discord.InteractionType.modal_submit


def _may_begin_threads(guild: discord.Guild, channel_id: int) -> bool:
    channel = guild.get_channel(channel_id)
    return bool(channel and channel.permissions_for(guild.me).create_public_threads)
