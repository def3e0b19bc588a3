"""What people say of answers: a count for each day and outlet, and what they agreed to keep.

Nobody is named: a count holds no question, and a judgement that is kept holds no person.
"""

from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum

_REMEMBERED = 4_096  # verdicts of late


class Reason(Enum):
    """Why an answer is bad."""

    SPEAKER = "speaker"
    LINK = "link"
    OTHER = "other"  # not what was asked
    NONE = ""  # not said


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody says of an answer."""

    good: bool
    reason: Reason = Reason.NONE


@dataclass(frozen=True, slots=True)
class Judgement:
    """An article that was shown first for a question, and whether that was right."""

    question: str  # as the answer repeats it, with those it follows from
    collection: str
    article_id: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many verdicts there were on answers from one outlet."""

    source: str  # empty where articles name none
    good: int
    bad: int
    reasons: tuple[tuple[Reason, int], ...]  # of the bad ones, where one was given


class Given:
    """Who has told what they think of which answer: each counts once, however often they press.

    Known as long as the process runs, and kept nowhere.
    """

    def __init__(self) -> None:
        self._given: OrderedDict[tuple[int, int], None] = OrderedDict()

    def is_first(self, user_id: int, message_id: int) -> bool:
        """Whether somebody tells of an answer for the first time."""
        key = (user_id, message_id)
        if key in self._given:
            return False
        self._given[key] = None
        if len(self._given) > _REMEMBERED:
            self._given.popitem(last=False)
        return True
