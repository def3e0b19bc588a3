"""What a pressed button does: its custom id and the answer it sits on say all of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import discord

from bot.buttons.answer_button import AnswerButton
from bot.buttons.deleting import delete
from bot.buttons.explaining import explain
from bot.buttons.judging import Judging
from bot.buttons.press import Press
from bot.buttons.sharing import Sharing
from bot.buttons.turning import turn
from bot.custom_ids import Act, Pressed, pressed
from bot.delivery import NOT_SENT
from bot.feedback_store import FeedbackStore
from bot.inquiries import Inquiry
from bot.limits import Asking
from bot.rendering.feedback_form import reason_in
from bot.rendering.layout import question_shown
from bot.responding import Responding, tell
from bot.texts import refusals as texts
from index.errors import ArticleIndexError

__all__ = ["AnswerButton", "Pressing"]


class Pressing:
    """Responds to the press of any button.

    Args:
        responding: how interactions are responded to.
        feedback: where verdicts on answers are kept.
        today: the day that they are counted on.
    """

    def __init__(
        self, responding: Responding, feedback: FeedbackStore, today: Callable[[], date]
    ) -> None:
        self._responding = responding
        self._sharing = Sharing()
        self._judging = Judging(feedback, responding, today)

    async def press(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Do what a button says, if that may be done here now."""
        try:
            await self._press(interaction, custom_id)
        except (*NOT_SENT, ArticleIndexError) as error:
            await self._responding.failed(interaction, error)

    async def submit(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Take what is chosen in the form that a button has opened."""
        try:
            read = await self._read(interaction, custom_id)
            if read is not None:
                await self._judging.wrong(read[1], reason_in(interaction))
        except (*NOT_SENT, ArticleIndexError) as error:
            await self._responding.failed(interaction, error)

    async def _read(
        self, interaction: discord.Interaction, custom_id: str
    ) -> tuple[Act, Press] | None:
        """What is asked for, and of which answer; None where whoever asks has been told why not."""
        ruling = await self._responding.admit(interaction)
        message = interaction.message
        if ruling is None or message is None:
            return None
        told = pressed(custom_id)
        inquiry = _inquiry(message, told, custom_id) if told else None
        if told is None or inquiry is None:
            await tell(interaction, texts.ASK_AGAIN)
            return None
        inquiry = replace(inquiry, within=ruling.sources)
        return told.act, Press(interaction, message, inquiry, ruling)

    async def _press(self, interaction: discord.Interaction, custom_id: str) -> None:
        read = await self._read(interaction, custom_id)
        if read is None:
            return
        act, press = read
        with self._responding.answering.counted():
            if act is Act.DELETE:
                await delete(press)
                return
            asking = Asking.QUESTION if act.asks else Asking.PAGE
            ruling = press.ruling
            async with self._responding.within_limits(interaction, ruling, asking) as is_answered:
                if is_answered:
                    await self._look_up(act, press)

    async def _look_up(self, act: Act, press: Press) -> None:
        match act:
            case Act.EXPLAIN:
                await explain(press, self._responding)
            case Act.SHARE:
                await self._sharing.share(press, self._responding)
            case Act.GOOD | Act.BAD | Act.KEEP_GOOD | Act.KEEP_BAD:
                await self._judging.judge(act, press)
            case _:
                await turn(press, self._responding)


def _inquiry(message: discord.Message, told: Pressed, custom_id: str) -> Inquiry | None:
    """What the button asks for, in the words of the answer it sits on; None where they are gone."""
    inquiry = told.inquiry
    if told.act is Act.DELETE or not inquiry.way.has_words:
        return inquiry
    words = _label(message, custom_id) if told.act.asks else question_shown(message)
    return replace(inquiry, text=words) if words else None


def _label(message: discord.Message, custom_id: str) -> str | None:
    """What stands on a button of a message."""
    for component in message.components:
        if isinstance(component, discord.components.ActionRow):
            for button in component.children:
                if isinstance(button, discord.components.Button) and button.custom_id == custom_id:
                    return button.label
    return None
