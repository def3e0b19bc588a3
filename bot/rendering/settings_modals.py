"""The modals in which settings are written that no menu holds.

What is settled stands in the custom id of a modal as it does in that of a menu, and a modal's
submission is read by `written_in`, so that one which was open over a restart is not lost.
"""

from collections.abc import Sequence
from typing import Any

import discord

from bot.setting_ids import Setting, setting_id
from bot.texts import settings as texts

_LONGEST = 4_000  # characters that a modal takes
_TEXT = "text"


def cooldown_modal(now: int | None) -> discord.ui.Modal:
    """Asks for a cooldown in seconds; nothing stands for the usual."""
    text: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=_TEXT,
        required=False,
        max_length=10,
        default=None if now is None else str(now),
    )
    label = (texts.COOLDOWN_LABEL, texts.COOLDOWN_HINT)
    return _modal(setting_id(Setting.COOLDOWN), texts.COOLDOWN_TITLE, label, text)


def sources_modal(channel_id: int, now: Sequence[str]) -> discord.ui.Modal:
    """Asks for the names of a channel's outlets, one a line; nothing stands for all."""
    text: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=_TEXT,
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=_LONGEST,
        default="\n".join(now)[:_LONGEST] or None,
    )
    label = (texts.SOURCES_LABEL, texts.SOURCES_HINT)
    return _modal(setting_id(Setting.SOURCES, channel_id), texts.SOURCES_TITLE, label, text)


def written_in(interaction: discord.Interaction) -> tuple[str, str] | None:
    """The custom id of a modal that is submitted, and what is written in it; None for others."""
    if interaction.type is not discord.InteractionType.modal_submit:
        return None
    submitted: Any = interaction.data or {}  # the library reads those alone that it remembers
    texts_in = [
        str(part["component"].get("value") or "")
        for part in submitted.get("components", ())
        if part.get("component", {}).get("custom_id") == _TEXT
    ]
    return str(submitted.get("custom_id")), "".join(texts_in)


def _modal(
    custom_id: str, title: str, label: tuple[str, str], text: discord.ui.TextInput[Any]
) -> discord.ui.Modal:
    modal = discord.ui.Modal(title=title, custom_id=custom_id)
    modal.add_item(discord.ui.Label(text=label[0], description=label[1], component=text))
    return modal
