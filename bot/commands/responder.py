"""What a command needs of the client."""

from typing import Protocol

import discord

from bot.completions import Completing, Completion
from bot.inquiries import Inquiry


class Responder(Protocol):
    """Responds to an interaction with what the articles say."""

    async def respond(
        self, interaction: discord.Interaction, inquiry: Inquiry, *, hidden: bool = False
    ) -> None:
        """Respond with the answer to an inquiry; `hidden` from all but whoever asks."""

    async def tell(self, interaction: discord.Interaction, words: str) -> None:
        """Respond with the bot's own words, for whoever asks alone."""

    async def complete(
        self, interaction: discord.Interaction, what: Completing, typed: str
    ) -> list[Completion]:
        """What an option may be filled with."""
