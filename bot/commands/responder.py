"""What a command needs of the client."""

from collections.abc import Callable, Sequence
from typing import Protocol

import discord
from discord import app_commands

from bot.answers import Timed
from bot.asking import Newsdesk


class Responder(Protocol):
    """Responds to an interaction with what the newsdesk says."""

    async def respond(
        self,
        interaction: discord.Interaction,
        look_up: Callable[[Newsdesk, int | None], Timed],
        *,
        hidden: bool = False,
    ) -> None:
        """Respond with the answer that `look_up` gets for a server; `hidden` from all others."""

    async def suggest(
        self,
        interaction: discord.Interaction,
        look_up: Callable[[Newsdesk, int | None], Sequence[str]],
    ) -> list[app_commands.Choice[str]]:
        """Complete an option with what `look_up` gets for a server."""
