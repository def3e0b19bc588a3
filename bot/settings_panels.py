"""The panels of settings, shown anew whenever something has changed."""

from collections.abc import Callable
from dataclasses import dataclass

import discord

from bot.rendering.settings_layout import channel_layout, server_layout
from bot.responding import Responding, show_instead
from bot.server_policy import SettingsKeeper
from bot.server_settings import ChannelSettings, ServerSettings
from bot.setting_ids import Chosen
from bot.texts import settings as texts


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel at which somebody who may manage the server has chosen something."""

    interaction: discord.Interaction
    guild: discord.Guild
    what: Chosen
    values: tuple[str, ...]  # channels and roles by their ids

    @property
    def is_written(self) -> bool:
        """Whether a modal is submitted, and not opened by its button."""
        return self.interaction.type is discord.InteractionType.modal_submit

    @property
    def written(self) -> str:
        """What is written in the modal."""
        return "".join(self.values)


class Panels:
    """Shows panels, and changes what stands in them.

    Args:
        responding: how interactions are responded to.
        keeper: who knows the settings.
        hears_all: whether the bot is shown messages that do not mention it.
    """

    def __init__(self, responding: Responding, keeper: SettingsKeeper, *, hears_all: bool) -> None:
        self._responding = responding
        self._keeper = keeper
        self.hears_all = hears_all

    async def settings(self, panel: Panel) -> ServerSettings:
        """The settings of the panel's server."""
        return await self._keeper.of(panel.guild.id)

    async def keep(self, panel: Panel, change: Callable[[ServerSettings], ServerSettings]) -> None:
        """Change the settings of the panel's server."""
        await self._responding.meanwhile(
            panel.interaction, self._keeper.change(panel.guild.id, change), update=True
        )

    async def show_server(self, panel: Panel, notice: str = "") -> None:
        """Show the settings of the server in the panel's place."""
        settings = await self.settings(panel)
        await show_instead(panel.interaction, server_layout(settings, panel.guild, notice))

    async def show_channel(self, panel: Panel, channel_id: int, notice: str = "") -> None:
        """Show the settings of a channel in the panel's place; of the server if it is gone."""
        if panel.guild.get_channel(channel_id) is None:
            await self.show_server(panel, texts.NO_SUCH_CHANNEL)
            return
        channel = (await self.settings(panel)).channel(channel_id)
        view = channel_layout(channel, panel.guild.id, notice, hears_all=self.hears_all)
        await show_instead(panel.interaction, view)

    async def change_server(
        self, panel: Panel, change: Callable[[ServerSettings], ServerSettings]
    ) -> None:
        """Change the settings of the server, and show them."""
        await self.keep(panel, change)
        await self.show_server(panel)

    async def change_channel(
        self, panel: Panel, change: Callable[[ChannelSettings], ChannelSettings], notice: str = ""
    ) -> None:
        """Change the settings of the panel's channel, and show them."""
        channel_id = panel.what.channel_id
        await self.keep(panel, lambda now: now.having(change(now.channel(channel_id))))
        await self.show_channel(panel, channel_id, notice)
