"""`/quotes`: what somebody said, the speaker completed while typing."""

from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder


def command(client: Responder) -> app_commands.Command[Any, ..., None]:
    """The command, answered by `client`."""

    @app_commands.command(name="quotes", description="What somebody said, the newest first")
    @app_commands.describe(
        speaker="A name, a part of it, or a role: the finance minister",
        about="Only what is about this",
        since="Of this day or later: 2025-03-01, 2025-03, 2025, 30d, 6m",
        until="Of this day or earlier",
    )
    async def quotes(
        interaction: discord.Interaction,
        speaker: app_commands.Range[str, 1, 100],
        about: app_commands.Range[str, 1, 300] | None = None,
        since: app_commands.Range[str, 1, 20] | None = None,
        until: app_commands.Range[str, 1, 20] | None = None,
    ) -> None:
        await client.respond(
            interaction,
            lambda desk, guild: desk.quotes(
                speaker, about=about or "", since=since, until=until, guild_id=guild
            ),
        )

    @quotes.autocomplete("speaker")
    async def complete(
        interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return await client.suggest(interaction, lambda desk, guild: desk.speakers(typed, guild))

    return quotes
