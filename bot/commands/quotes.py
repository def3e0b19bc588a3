"""`/quotes`: what somebody said, the speaker completed while typing."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.completing import completing
from bot.commands.responder import Responder
from bot.completions import Completing
from bot.inquiries import A_PAGE, MOST_A_PAGE, Inquiry, Way
from bot.questions import quotes_by
from bot.texts import commands as texts
from index.query import Filters


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="quotes", description=texts.QUOTES)
    @app_commands.describe(
        speaker=texts.OPTIONS["speaker"],
        about=texts.OPTIONS["about"],
        since=texts.OPTIONS["since"],
        until=texts.OPTIONS["until"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def quotes(  # a parameter an option
        interaction: discord.Interaction,
        speaker: app_commands.Range[str, 1, 100],
        about: app_commands.Range[str, 1, 300] | None = None,
        since: app_commands.Range[str, 1, 20] | None = None,
        until: app_commands.Range[str, 1, 20] | None = None,
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        words = quotes_by(speaker, about or "", Filters()).text
        inquiry = Inquiry(Way.SPEAKER, words, since=since, until=until, count=count)
        await client.respond(interaction, inquiry, hidden=hidden)

    quotes.autocomplete("speaker")(completing(client, Completing.SPEAKER))
    return quotes
