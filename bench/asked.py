"""What engines are asked, and what they have to do to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

DEPTH = 10  # passages asked for


class Asked(NamedTuple):
    """One question in the forms that engines take."""

    text: str  # words as they stand
    terms: list[str]  # Byline's terms
    numbers: list[int]  # the same by their numbers in the term file; empty where there is none


@dataclass(frozen=True, slots=True)
class Asking:
    """How engines are asked."""

    questions: int  # drawn from the articles' sentences
    seed: int  # of the articles and the questions
    seconds: float  # for which two processes of an engine answer at once
    starts: int  # new processes that are asked one question each


class Engine(Protocol):
    """An open index."""

    def prepare(self, asked: Asked) -> Callable[[], Any]:
        """The one call that answers, which alone is timed; it may return anything."""

    def scores(self, found: Any) -> list[float]:  # noqa: ANN401  # whatever the call returned
        """The scores of what the call found, best first; empty where an engine does not tell."""
