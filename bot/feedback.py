"""What people say of answers: a count for each day and outlet, and what they agreed to keep.

Nobody is named: a count holds no question, and a judgement that is kept holds no person.
"""

from dataclasses import dataclass
from enum import Enum


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
