"""`/ask`: a question in plain words."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="ask", description="Ask a question about the articles")
    @app_commands.describe(question="For example: What did Wang Wenbin say about Russia?")
    async def ask(
        interaction: discord.Interaction, question: app_commands.Range[str, 1, 500]
    ) -> None:
        await client.respond(interaction, lambda desk, guild: desk.ask(question, guild_id=guild))

    return ask
