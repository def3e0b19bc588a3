"""The button that deletes an answer: for whoever asked, and for moderators."""

from contextlib import suppress

import discord

from bot.buttons.press import Press
from bot.responding import tell
from bot.texts import refusals as texts


async def delete(press: Press) -> None:
    """Delete the answer, through the interaction, for the bot need not see the channel."""
    if not await press.may_change():
        await tell(press.interaction, texts.NOT_YOURS)
        return
    await press.interaction.response.defer()
    with suppress(discord.NotFound):  # somebody was quicker
        await press.interaction.delete_original_response()
