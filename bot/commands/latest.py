"""`/latest`: the newest articles."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.completing import completing
from bot.commands.responder import Responder
from bot.completions import Completing
from bot.inquiries import A_PAGE, MOST_A_PAGE, Inquiry, Way
from bot.texts import commands as texts


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="latest", description=texts.LIST_LATEST)
    @app_commands.describe(
        source=texts.OPTIONS["source"],
        language=texts.OPTIONS["language"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def latest(
        interaction: discord.Interaction,
        source: app_commands.Range[str, 1, 100] | None = None,
        language: app_commands.Range[str, 1, 30] | None = None,
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        inquiry = Inquiry(Way.LATEST, source=source, lang=language, count=count)
        await client.respond(interaction, inquiry, hidden=hidden)

    latest.autocomplete("source")(completing(client, Completing.SOURCE))
    latest.autocomplete("language")(completing(client, Completing.LANGUAGE))
    return latest
