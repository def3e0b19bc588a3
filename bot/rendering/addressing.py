"""Whom an answer answers, where it cannot be a reply to the question: then it says so itself.

Nothing else that is shown can look the same, for whatever is not the bot's own is made inert.
"""

import re

import discord

from bot.rendering.citations import SUBTEXT
from bot.rendering.layout import texts_of
from bot.texts import answers as texts

_LINE = re.compile(re.escape(SUBTEXT + texts.ANSWERS).replace(r"\{\}", r"(\d{1,20})"))


def address(view: discord.ui.LayoutView, user_id: int) -> None:
    """Let the last line of a message, which has room for it, say whom it answers."""
    for part in view.children:
        if isinstance(part, discord.ui.Container):
            part.add_item(discord.ui.TextDisplay(SUBTEXT + texts.ANSWERS.format(user_id)))


def addressee(message: discord.Message) -> int | None:
    """Whom an answer says that it answers; None where it says nothing of the kind."""
    lines = filter(None, map(_LINE.fullmatch, texts_of(message)))
    return next((int(line[1]) for line in lines), None)
