"""`/byline stats`: how well the bot answers in a server."""

from typing import Protocol

import discord
from discord import app_commands

from bot.texts import commands as texts


class StatsTeller(Protocol):
    """A client that tells how well it answers."""

    async def show_stats(self, interaction: discord.Interaction) -> None:
        """Tell those who manage a server."""


def add_command(group: app_commands.Group, client: StatsTeller) -> None:
    """Add the command to `/byline`, answered by `client`."""

    @group.command(name="stats", description=texts.STATS)
    async def stats(interaction: discord.Interaction) -> None:
        await client.show_stats(interaction)
