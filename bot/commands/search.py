"""`/search`: passages ranked for a query, without understanding it as a question."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder
from bot.inquiries import A_PAGE, MOST_A_PAGE, Inquiry, Way
from bot.texts import commands as texts


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="search", description=texts.SEARCH)
    @app_commands.describe(
        query=texts.OPTIONS["query"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def search(
        interaction: discord.Interaction,
        query: app_commands.Range[str, 1, 500],
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        await client.respond(interaction, Inquiry(Way.QUERY, query, count=count), hidden=hidden)

    return search
