"""The settings of a server, shown and changed by those who may manage it.

Who may is asked anew at every choice: it may have been taken from them since the menu was shown.
"""

import re
from dataclasses import replace

import discord

from bot import texts
from bot.kept_questions import CHOICES
from bot.managing import managed_server
from bot.policy import Policy
from bot.rendering.settings_layout import server_layout
from bot.rendering.settings_modals import cooldown_modal
from bot.responding import Responding, say, tell
from bot.retention import Retention
from bot.server_policy import SettingsKeeper
from bot.server_settings import LONGEST_COOLDOWN
from bot.setting_ids import Setting, chosen
from bot.settings_panels import Panel, Panels
from bot.settling_channels import SettlingChannels
from index import ArticleIndexError

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
        self._panels = Panels(responding, keeper, hears_all=hears_all)
        self._channels = SettlingChannels(responding, self._panels)

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
                await tell(interaction, texts.settings.NO_SUCH_SETTING)
                return
            panel = Panel(interaction, guild, what, values)
            if what.setting.is_of_a_channel:
                await self._channels.settle(panel)
            else:
                await self._settle_server(panel)
        except Exception as error:  # whoever chose is told whatever happens
            await self._responding.failed(interaction, error)

    async def _admit(self, interaction: discord.Interaction) -> discord.Guild | None:
        """The server whose settings may be changed; None where whoever tries has been told why not.

        Raises:
            ArticleIndexError: the settings cannot be read.
        """
        if not self._responding.is_in_time(interaction):
            return None
        guild = await managed_server(interaction, self._base, texts.settings.MAY_NOT_SETTLE)
        if guild is None or await self._can_be_read(guild.id):
            return guild
        await tell(interaction, texts.refusals.NO_SETTINGS)
        return None

    async def _can_be_read(self, guild_id: int) -> bool:
        try:
            await self._keeper.of(guild_id)
        except ArticleIndexError:
            return False
        return True

    async def _settle_server(self, panel: Panel) -> None:
        match panel.what.setting:
            case Setting.CHANNELS:
                channels = frozenset(map(int, panel.values))
                await self._panels.change_server(
                    panel, lambda now: replace(now, allowed_channels=channels)
                )
            case Setting.ROLES:
                roles = frozenset(map(int, panel.values))
                await self._panels.change_server(
                    panel, lambda now: replace(now, allowed_roles=roles)
                )
            case Setting.FORGET:
                channel_ids = frozenset(one.id for one in panel.guild.channels)
                role_ids = frozenset(one.id for one in panel.guild.roles)
                await self._panels.change_server(
                    panel, lambda now: now.among(channel_ids, role_ids)
                )
            case Setting.COOLDOWN if panel.is_written:
                await self._set_cooldown(panel)
            case Setting.COOLDOWN:
                cooldown = (await self._panels.settings(panel)).cooldown
                await panel.interaction.response.send_modal(cooldown_modal(cooldown))
            case Setting.KEEPING:
                await self._set_keeping(panel)
            case Setting.CHANNEL:
                channel_id = int(panel.values[0]) if panel.values else 0
                await self._panels.show_channel(panel, channel_id)
            case _:
                await self._panels.show_server(panel)

    async def _set_cooldown(self, panel: Panel) -> None:
        written = panel.written.strip()
        is_number = bool(_NUMBER.fullmatch(written))
        if written and not (is_number and int(written) <= LONGEST_COOLDOWN):
            await self._panels.show_server(panel, texts.settings.no_cooldown(LONGEST_COOLDOWN))
            return
        cooldown = int(written) if written else None
        await self._panels.change_server(panel, lambda now: replace(now, cooldown=cooldown))

    async def _set_keeping(self, panel: Panel) -> None:
        days = next((one for one in CHOICES if (str(one),) == panel.values), 0)
        await self._panels.keep(panel, lambda now: replace(now, kept_days=days))
        await self._responding.meanwhile(
            panel.interaction, self._retention.hold(panel.guild.id), update=True
        )
        await self._panels.show_server(panel)
