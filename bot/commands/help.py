"""`/help`: what the bot can do, for the asker's eyes only."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder
from bot.texts import commands as texts


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="help", description=texts.WHAT_I_CAN_DO)
    async def help_(interaction: discord.Interaction) -> None:
        await client.tell(interaction, texts.HELP)

    return help_
