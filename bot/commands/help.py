"""`/help`: what the bot can do, for the asker's eyes only."""

from typing import Any

import discord
from discord import app_commands

from bot import texts
from bot.rendering.layout import plain_layout


def command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @app_commands.command(name="help", description=texts.WHAT_I_CAN_DO)
    async def help_(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=plain_layout(texts.HELP), ephemeral=True)

    return help_
