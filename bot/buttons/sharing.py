"""The button that shows an answer to everybody, which only whoever asked has seen so far."""

import discord

from bot.answering import aloud
from bot.asking import LookedUp
from bot.buttons.press import Press
from bot.firsts import Firsts
from bot.rendering.controls import Audience
from bot.rendering.layout import layout
from bot.responding import Responding, say, show_instead, tell
from bot.texts import refusals as texts

_REMEMBERED = 1_024  # answers that were shared of late


class Sharing:
    """Shares each answer once, however often the button is pressed."""

    def __init__(self) -> None:
        self._shared = Firsts[tuple[int, int]](_REMEMBERED)

    async def share(self, press: Press, responding: Responding) -> None:
        """Post the answer in the channel, if whoever asked may write there."""
        if not _may_write(press.interaction):
            await tell(press.interaction, texts.NOT_ALOUD)
            return
        inquiry, collections = press.inquiry, press.ruling.collections
        views: list[discord.ui.LayoutView] = []

        def render(looked_up: LookedUp) -> discord.ui.LayoutView:
            views.append(aloud(looked_up))
            return layout(looked_up, Audience.SHARER)

        rendered = await responding.looked_up(
            press.interaction,
            lambda desk: desk.look_up(inquiry, collections),
            render,
            hidden=True,
            update=True,
        )
        if rendered.is_stale or not rendered.found:
            await tell(press.interaction, texts.ASK_AGAIN)
        elif self._shared.is_first((press.message.id, inquiry.first)):
            await show_instead(press.interaction, rendered.view)
            await say(press.interaction, views[0])
        elif not press.interaction.response.is_done():
            await press.interaction.response.defer()


def _may_write(interaction: discord.Interaction) -> bool:
    if interaction.guild_id is None:
        return True
    if isinstance(interaction.channel, discord.Thread):
        return interaction.permissions.send_messages_in_threads
    return interaction.permissions.send_messages
