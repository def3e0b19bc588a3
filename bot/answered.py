"""Which answer belongs to which question, for as long as either may change."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

import discord

from bot.delivery import in_few_words
from bot.rendering.addressing import addressee

_REMEMBERED = 2_048  # questions


@dataclass(slots=True)
class Exchange:
    """A question and its answer."""

    answer: discord.Message | discord.PartialMessage | None = None  # None until there is one
    addressed: bool = False  # whether the answer itself says whom it answers
    withdrawn: bool = False  # whether the question was deleted
    put_off: bool = False  # whether the question has to wait, and is not answered yet
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)  # held while the answer changes
    leaving: asyncio.TimerHandle | None = None  # takes the answer back after a while
    hearing_again: asyncio.TimerHandle | None = None  # of an edit that came too soon

    def forget_edit(self) -> None:
        """Let an edit that came too soon be: there is a later one, or nothing to answer."""
        if self.hearing_again is not None:
            self.hearing_again.cancel()
            self.hearing_again = None

    def answered_by(self, answer: discord.Message) -> None:
        """Remember the answer, without its contents."""
        self.answer = in_few_words(answer)
        self.addressed = addressee(answer) is not None


class Exchanges:
    """The exchanges of late, by the id of the question."""

    def __init__(self) -> None:
        self._exchanges: OrderedDict[int, Exchange] = OrderedDict()

    def begin(self, question_id: int) -> Exchange:
        """Remember a new one."""
        exchange = self._exchanges[question_id] = Exchange()
        if len(self._exchanges) > _REMEMBERED:
            self._exchanges.popitem(last=False)
        return exchange

    def of(self, question_id: int) -> Exchange | None:
        """The one that a question began."""
        return self._exchanges.get(question_id)

    def end(self, question_id: int) -> Exchange | None:
        """Forget the one that a question began."""
        return self._exchanges.pop(question_id, None)
