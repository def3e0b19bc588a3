"""Options that are completed while somebody types."""

from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import app_commands

from bot.commands.responder import Responder
from bot.completions import Completing

Complete = Callable[
    [discord.Interaction[Any], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]
]


def completing(client: Responder, what: Completing) -> Complete:
    """Completes an option with what the articles have."""

    async def complete(
        interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        found = await client.complete(interaction, what, typed)
        return [app_commands.Choice(name=one.name, value=one.value) for one in found]

    return complete
