"""`/privacy`: what is kept, and the button that deletes what people said."""

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import app_commands

from bot import texts

_ID = "byp1:forget"


@runtime_checkable
class Confidant(Protocol):
    """A client that tells what it keeps, and forgets it."""

    async def show_kept(self, interaction: discord.Interaction) -> None:
        """Show what is kept here."""

    async def forget_said(self, interaction: discord.Interaction) -> None:
        """Forget what people of this server said of answers."""


class ForgetButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=re.compile(_ID)):
    """A button that deletes what is kept of people's words."""

    def __init__(self) -> None:
        super().__init__(
            discord.ui.Button(
                label=texts.keeping.DELETE_SAID, custom_id=_ID, style=discord.ButtonStyle.danger
            )
        )

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # the library's signature
        item: discord.ui.Item[Any],  # noqa: ARG003  # as above
        match: re.Match[str],  # noqa: ARG003  # as above
    ) -> Self:
        """The button that was pressed."""
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        """Leave it to the client."""
        if isinstance(interaction.client, Confidant):
            await interaction.client.forget_said(interaction)


def command(client: Confidant) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="privacy", description=texts.commands.PRIVACY)
    async def privacy(interaction: discord.Interaction) -> None:
        await client.show_kept(interaction)

    return privacy
