"""`/ask`: a question in plain words."""

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

    @app_commands.command(name="ask", description=texts.ASK)
    @app_commands.describe(
        question=texts.OPTIONS["question"],
        source=texts.OPTIONS["source"],
        since=texts.OPTIONS["since"],
        until=texts.OPTIONS["until"],
        language=texts.OPTIONS["language"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def ask(  # a parameter an option
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 500],
        source: app_commands.Range[str, 1, 100] | None = None,
        since: app_commands.Range[str, 1, 20] | None = None,
        until: app_commands.Range[str, 1, 20] | None = None,
        language: app_commands.Range[str, 1, 30] | None = None,
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        inquiry = Inquiry(Way.QUESTION, question, source, since, until, lang=language, count=count)
        await client.respond(interaction, inquiry, hidden=hidden)

    ask.autocomplete("question")(completing(client, Completing.QUESTION))
    ask.autocomplete("source")(completing(client, Completing.SOURCE))
    ask.autocomplete("language")(completing(client, Completing.LANGUAGE))
    return ask
