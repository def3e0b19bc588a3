"""`/article`: what matters in one article, its headline completed while typing."""

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

    @app_commands.command(name="article", description=texts.ARTICLE)
    @app_commands.describe(
        headline=texts.OPTIONS["headline"],
        count=texts.OPTIONS["count"],
        hidden=texts.OPTIONS["hidden"],
    )
    async def article(
        interaction: discord.Interaction,
        headline: app_commands.Range[str, 1, 100],
        count: app_commands.Range[int, 1, MOST_A_PAGE] = A_PAGE,
        hidden: bool = False,
    ) -> None:
        inquiry = Inquiry(Way.ARTICLE, article=headline, count=count)
        await client.respond(interaction, inquiry, hidden=hidden)

    article.autocomplete("headline")(completing(client, Completing.HEADLINE))
    return article
