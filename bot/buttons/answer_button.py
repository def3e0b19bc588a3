"""A button below an answer, as the library finds it again after a restart."""

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord

# Whatever no other menu or button takes: what is of another version is told to ask again.
_ANY = re.compile(r"(?s)(?!by[so]1:|byf1:\d{1,18}\Z|byp1:forget\Z).*")


@runtime_checkable
class Presser(Protocol):
    """A client that knows what to do when a button is pressed."""

    async def press(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Respond to the press of a button."""


class AnswerButton(discord.ui.DynamicItem[discord.ui.Button[Any]], template=_ANY):
    """A button whose custom id says all that it does."""

    def __init__(
        self,
        label: str,
        custom_id: str,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id, style=style))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # the library's signature
        item: discord.ui.Item[Any],
        match: re.Match[str],
    ) -> Self:
        """The button that was pressed."""
        label = item.label if isinstance(item, discord.ui.Button) else None
        return cls(label or "", match.string)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Leave it to the client."""
        if isinstance(interaction.client, Presser):
            await interaction.client.press(interaction, self.item.custom_id or "")
