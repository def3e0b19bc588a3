"""Responses to interactions: each is made once, though the word that it arrived may be lost."""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import discord

_ALREADY = 40060  # the interaction has been responded to
_PAUSES = (0.1, 0.4)  # seconds before each further try; Discord waits three in all

# What is raised where a connection is lost, and nobody knows whether a request was served.
LOST = (aiohttp.ClientError, OSError)


async def once(
    interaction: discord.Interaction,
    respond: Callable[[], Awaitable[object]],
    kind: discord.InteractionResponseType,
) -> None:
    """Respond for the first time; again only where Discord does not know of a response.

    An interaction is handed to nobody twice, so whatever response Discord knows of is ours.

    Args:
        interaction: what is responded to.
        respond: makes the response.
        kind: of the response.

    Raises:
        discord.HTTPException: Discord refuses the response.
        aiohttp.ClientError, OSError: it cannot be reached.
    """
    for pause in (*_PAUSES, None):
        try:
            await respond()
        except discord.HTTPException as error:
            if error.code != _ALREADY:
                raise
        except LOST:
            if pause is None:
                raise
            if not await _is_known(interaction):
                await asyncio.sleep(pause)
                continue
        else:
            return
        # The library learns that there is a response by the reply to it alone.
        interaction.response._response_type = kind
        return


async def repeatedly(request: Callable[[], Awaitable[object]]) -> None:
    """Make a request that changes nothing more the second time, until it is known to be served."""
    for pause in _PAUSES:
        try:
            await request()
        except LOST:
            await asyncio.sleep(pause)
        else:
            return
    await request()


async def _is_known(interaction: discord.Interaction) -> bool:
    """Whether Discord has a response to an interaction."""
    try:
        await interaction.original_response()
    except (discord.HTTPException, discord.ClientException, *LOST):
        return False
    return True
