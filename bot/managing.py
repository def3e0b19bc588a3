"""Who may change what a server has: those whom Discord lets manage it, asked anew each time."""

import discord

from bot.places import place_of_interaction
from bot.policy import Policy
from bot.responding import tell
from bot.texts import settings as texts


async def managed_server(
    interaction: discord.Interaction, base: Policy, may_not: str
) -> discord.Guild | None:
    """The server that whoever asks may manage; None where they have been told why not.

    Discord's own default, that only managers see a command, is a default that a server may change.

    Args:
        interaction: a command, a button or a menu.
        base: tells in which servers anything is answered.
        may_not: what to say to those who may not.
    """
    place = place_of_interaction(interaction)
    guild = interaction.guild
    if guild is None or guild.unavailable or not place.is_member:
        await tell(interaction, texts.NOT_OF_THIS_SERVER)
    elif not interaction.permissions.manage_guild:
        await tell(interaction, may_not)
    elif refusal := (await base.rule(place)).refusal:
        await tell(interaction, refusal)
    else:
        return guild
    return None


def may_manage(interaction: discord.Interaction) -> bool:
    """Whether whoever types may manage the server, for what is completed while they do."""
    return place_of_interaction(interaction).is_member and interaction.permissions.manage_guild
