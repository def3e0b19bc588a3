"""The form that asks what is wrong with an answer, and the thanks for any verdict."""

from typing import Any

import discord

from bot import texts
from bot.buttons.answer_button import AnswerButton
from bot.custom_ids import Act, custom_id
from bot.escaping import inert
from bot.feedback import Reason, Verdict
from bot.inquiries import Inquiry
from bot.rendering.citations import SUBTEXT
from bot.rendering.layout import message_of

_REASON = "reason"


def reason_form(inquiry: Inquiry) -> discord.ui.Modal:
    """Asks what is wrong with the answer to an inquiry, which its custom id holds."""
    modal = discord.ui.Modal(
        title=texts.feedback.WHAT_IS_WRONG, custom_id=custom_id(Act.BAD, inquiry)
    )
    options = [
        discord.SelectOption(label=label, value=value)
        for value, label in texts.feedback.REASONS.items()
    ]
    menu: discord.ui.Select[Any] = discord.ui.Select(
        custom_id=_REASON, options=options, required=False, min_values=0, max_values=1
    )
    modal.add_item(discord.ui.Label(text=texts.feedback.WHAT_IS_WRONG_LABEL, component=menu))
    return modal


def reason_in(interaction: discord.Interaction) -> Reason:
    """The reason chosen in a form that is submitted."""
    submitted: Any = interaction.data or {}  # the library reads those alone that it remembers
    values = [
        value
        for part in submitted.get("components", ())
        if part.get("component", {}).get("custom_id") == _REASON
        for value in part["component"].get("values") or ()
    ]
    return Reason(values[0]) if values and values[0] in texts.feedback.REASONS else Reason.NONE


def thanks_layout(inquiry: Inquiry, verdict: Verdict) -> discord.ui.LayoutView:
    """Thanks for a verdict, with the button that lets the question be kept.

    The question is repeated, as it is above an answer: from there the button reads it.
    """
    told = texts.feedback.THANKS.format(
        texts.feedback.GOOD_ANSWER if verdict.good else texts.feedback.BAD_ANSWER
    )
    act = Act.KEEP_GOOD if verdict.good else Act.KEEP_BAD
    keep = AnswerButton(texts.buttons.KEEP, custom_id(act, inquiry))
    row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(keep)
    blocks = [f"{SUBTEXT}{inert(inquiry.text)}", told, texts.feedback.MAY_KEEP]
    return message_of(blocks, [row])
