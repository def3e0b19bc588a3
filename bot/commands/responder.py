"""What a command needs of the client."""

from collections.abc import Callable
from typing import Protocol

import discord

from bot.answers import Timed
from bot.asking import Newsdesk


class Responder(Protocol):
    """Responds to an interaction with what the newsdesk says."""

    async def respond(
        self, interaction: discord.Interaction, look_up: Callable[[Newsdesk, int | None], Timed]
    ) -> None:
        """Respond with the answer that `look_up` gets for a server."""
