"""The button that tells why the excerpts of a page were chosen, to whoever presses it."""

import discord

from bot.asking import LookedUp
from bot.buttons.press import Press
from bot.finding import Page
from bot.rendering.layout import explanation_layout, plain_layout
from bot.responding import Responding, say, tell
from bot.texts import refusals as texts


async def explain(press: Press, responding: Responding) -> None:
    """Show the parts of each score."""
    inquiry, collections = press.inquiry, press.ruling.collections
    rendered = await responding.looked_up(
        press.interaction,
        lambda desk: desk.look_up(inquiry, collections),
        _explained,
        hidden=True,
    )
    if rendered.is_stale:
        await tell(press.interaction, texts.ASK_AGAIN)
    else:
        await say(press.interaction, rendered.view, ephemeral=True)


def _explained(looked_up: LookedUp) -> discord.ui.LayoutView:
    if isinstance(looked_up.found, Page) and looked_up.found.answer.answered:
        return explanation_layout(looked_up.found)
    return plain_layout(texts.ASK_AGAIN)
