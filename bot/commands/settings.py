"""`/byline settings`: where, whom and how a server is answered, for those who manage it."""

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import app_commands

from bot.commands.server_only import BY_SERVERS, IN_SERVERS
from bot.texts import commands as texts

_NAME = "byline"


@runtime_checkable
class Settler(Protocol):
    """A client that shows and changes the settings of a server."""

    async def show_settings(self, interaction: discord.Interaction) -> None:
        """Show the settings to whoever may change them."""

    async def settle(
        self, interaction: discord.Interaction, custom_id: str, values: tuple[str, ...]
    ) -> None:
        """Change a setting to what was chosen; channels and roles by their ids."""


class SettingItem(
    discord.ui.DynamicItem[discord.ui.Item[Any]], template=re.compile(r"(?s)bys1:.*")
):
    """A menu or a button whose custom id says what it settles."""

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # the library's signature
        item: discord.ui.Item[Any],
        match: re.Match[str],  # noqa: ARG003  # as above
    ) -> Self:
        """The menu or the button that was used."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Leave it to the client."""
        if isinstance(interaction.client, Settler):
            values = getattr(self.item, "values", ())
            ids = tuple(str(getattr(one, "id", one)) for one in values)
            await interaction.client.settle(interaction, self.custom_id, ids)


def command(client: Settler) -> app_commands.Group:
    """The command, answered by `client`. Discord shows it to those who may manage the server."""
    group = app_commands.Group(
        name=_NAME,
        description=texts.SETTLE,
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=IN_SERVERS,
        allowed_installs=BY_SERVERS,
    )

    @group.command(name="settings", description=texts.SETTLE)
    async def settings(interaction: discord.Interaction) -> None:
        await client.show_settings(interaction)

    return group
