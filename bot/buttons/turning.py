"""Buttons that lead to another page, another order, one article, or another question.

Whoever asked turns the page for all; anybody else gets that page alone, and the answer stays.
"""

from bot.answering import aloud, in_private
from bot.buttons.press import Press
from bot.rendering.addressing import address, addressee
from bot.responding import Responding, say, show_instead, tell
from bot.texts import refusals as texts


async def turn(press: Press, responding: Responding) -> None:
    """Show the page that a button leads to."""
    theirs = await press.may_change()
    inquiry, collections = press.inquiry, press.ruling.collections
    rendered = await responding.looked_up(
        press.interaction,
        lambda desk: desk.look_up(inquiry, collections),
        aloud if theirs and not press.in_private else in_private,
        hidden=True,
        update=theirs,
    )
    if rendered.is_stale:
        await tell(press.interaction, texts.ASK_AGAIN)
    elif theirs and not rendered.failed:
        if (named := addressee(press.message)) is not None:
            address(rendered.view, named)
        await show_instead(press.interaction, rendered.view)
    else:
        await say(press.interaction, rendered.view, ephemeral=True)
