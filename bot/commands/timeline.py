"""`/timeline`: how something went over time."""

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

    @app_commands.command(name="timeline", description=texts.TIMELINE)
    @app_commands.describe(
        topic=texts.OPTIONS["topic"],
        speaker=texts.OPTIONS["speaker"],
        source=texts.OPTIONS["source"],
        since=texts.OPTIONS["since"],
        until=texts.OPTIONS["until"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def timeline(  # a parameter an option
        interaction: discord.Interaction,
        topic: app_commands.Range[str, 1, 300] | None = None,
        speaker: app_commands.Range[str, 1, 100] | None = None,
        source: app_commands.Range[str, 1, 100] | None = None,
        since: app_commands.Range[str, 1, 20] | None = None,
        until: app_commands.Range[str, 1, 20] | None = None,
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        words = quotes_by(speaker, topic or "", Filters()).text if speaker else topic or ""
        inquiry = Inquiry(Way.TIMELINE, words, source, since, until, count=count)
        await client.respond(interaction, inquiry, hidden=hidden)

    timeline.autocomplete("speaker")(completing(client, Completing.SPEAKER))
    timeline.autocomplete("source")(completing(client, Completing.SOURCE))
    return timeline
