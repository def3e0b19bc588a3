"""`/follow` and `/following`: what a channel is told of as articles come in."""

import re
from typing import Any, Protocol, Self, runtime_checkable

import discord
from discord import app_commands

from bot import texts
from bot.commands.completing import completing
from bot.commands.responder import Responder
from bot.commands.server_only import BY_SERVERS, IN_SERVERS
from bot.completions import Completing

_MARK = "byf1:"
_FORM = re.compile(rf"(?s){_MARK}(?P<id>\d{{1,18}})")


@runtime_checkable
class Follower(Protocol):
    """A client that follows things for channels."""

    async def follow(self, interaction: discord.Interaction, speaker: str, topic: str) -> None:
        """Follow somebody or something in this channel."""

    async def show_followed(self, interaction: discord.Interaction) -> None:
        """Show all that the server follows."""

    async def end_following(self, interaction: discord.Interaction, follow_id: int) -> None:
        """Follow something no longer."""


class EndButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]],
    template=_FORM,
):
    """A button that ends a follow; its custom id says which."""

    def __init__(self, number: int, follow_id: int) -> None:
        self.follow_id = follow_id
        label = texts.follows.END.format(number)
        super().__init__(discord.ui.Button(label=label, custom_id=f"{_MARK}{follow_id}"))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # the library's signature
        item: discord.ui.Item[Any],  # noqa: ARG003  # as above
        match: re.Match[str],
    ) -> Self:
        """The button that was pressed."""
        return cls(0, int(match["id"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Leave it to the client."""
        if isinstance(interaction.client, Follower):
            await interaction.client.end_following(interaction, self.follow_id)


class Client(Responder, Follower, Protocol):
    """What these commands need."""


def commands(client: Client) -> tuple[app_commands.Command[Any, ..., None], ...]:
    """The commands, answered by `client`. Discord shows them to those who manage channels."""

    @app_commands.command(name="follow", description=texts.commands.FOLLOW)
    @app_commands.describe(
        speaker=texts.commands.OPTIONS["speaker"], topic=texts.commands.OPTIONS["topic"]
    )
    async def follow(
        interaction: discord.Interaction,
        speaker: app_commands.Range[str, 1, 100] | None = None,
        topic: app_commands.Range[str, 1, 200] | None = None,
    ) -> None:
        await client.follow(interaction, speaker or "", topic or "")

    @app_commands.command(name="following", description=texts.commands.FOLLOWING)
    async def following(interaction: discord.Interaction) -> None:
        await client.show_followed(interaction)

    follow.autocomplete("speaker")(completing(client, Completing.SPEAKER))
    both: tuple[app_commands.Command[Any, ..., None], ...] = (follow, following)
    for command in both:
        command.default_permissions = discord.Permissions(manage_channels=True)
        command.allowed_contexts = IN_SERVERS
        command.allowed_installs = BY_SERVERS
    return both
