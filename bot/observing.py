"""What the bot tells whoever watches it."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from bot.answers import Timed


class Observer(Protocol):
    """Told of each question and what became of it; threads may tell it."""

    def asked(self) -> AbstractContextManager[None]:
        """The block in which a question is looked up and its answer sent."""

    def answered(self, timed: Timed) -> None:
        """The articles were asked."""

    def failed(self, reason: str) -> None:
        """A question got no answer from the articles: one word why.

        `unavailable`, `failed`, or `dropped` where it came too late or came again.
        """


class Nobody:
    """An observer that takes no notice."""

    def asked(self) -> AbstractContextManager[None]:
        """See `Observer`."""
        return nullcontext()

    def answered(self, timed: Timed) -> None:
        """See `Observer`."""

    def failed(self, reason: str) -> None:
        """See `Observer`."""
