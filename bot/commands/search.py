"""`/search`: passages ranked for a query, without understanding it as a question."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="search", description="Look words up in the articles")
    @app_commands.describe(
        query='Words, "a phrase", -without, a OR b, harb*, source:gazette, since:7d'
    )
    async def search(
        interaction: discord.Interaction, query: app_commands.Range[str, 1, 500]
    ) -> None:
        await client.respond(interaction, lambda desk, guild: desk.search(query, guild_id=guild))

    return search
