"""`/sources`: where the articles come from, for the asker's eyes only."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder
from bot.inquiries import MOST_A_PAGE, Inquiry, Way
from bot.texts import commands as texts


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="sources", description=texts.LIST_SOURCES)
    async def sources(interaction: discord.Interaction) -> None:
        inquiry = Inquiry(Way.SOURCES, count=MOST_A_PAGE)
        await client.respond(interaction, inquiry, hidden=True)

    return sources
