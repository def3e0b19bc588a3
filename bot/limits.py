"""How much may be asked, and when again: what has been used so far goes in, a verdict comes out.

A pace is kept by the generic cell rate algorithm (ITU-T I.371): each question moves the moment at
which nothing would be used any more by one interval, and that moment may lie only so far ahead.
"""

from dataclasses import dataclass, replace
from enum import Enum

MOST_FOLLOWS = 25  # of a server: as many as one list has room for
_BUSY_SECONDS = 10.0  # after which somebody is told again that too many are asking
_TOLERANCE = 1e-6  # seconds; sums of intervals are not exact
_EDITS = 3  # that may follow each other at once


@dataclass(frozen=True, slots=True)
class Pace:
    """So many questions at once, and after them one each so many seconds."""

    at_once: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds in one place; None where nothing is limited."""

    person: Pace | None = None
    channel: Pace | None = None
    waiting: int | None = None  # questions of one person that may wait for their answers


NO_LIMITS = Limits()
USUAL = Limits(person=Pace(15, 3.0), channel=Pace(60, 0.5), waiting=10)


class Asking(Enum):
    """What is asked for."""

    QUESTION = "question"
    EDIT = "edit"  # the answer to a question that was edited
    PAGE = "page"  # another part of an answer


class Spent(Enum):
    """Which limit is reached."""

    PERSON = "person"
    CHANNEL = "channel"
    WAITING = "waiting"  # too many questions wait for their answers


@dataclass(frozen=True, slots=True)
class Use:
    """What has been used. Moments are in seconds of any clock that does not jump."""

    person: float = 0.0  # when nothing of the person's pace will be used any more
    channel: float = 0.0  # the same of the channel's
    told: float = 0.0  # until when the person has been told to wait


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is ruled on one question."""

    use: Use  # what has been used from now on
    spent: Spent | None = None  # None where it is answered
    wait: float = 0.0  # seconds until it may be asked again; 0 where that cannot be told
    tells: bool = False  # whether that is said: once, however often it is asked meanwhile


def decide(  # all that a verdict depends on
    use: Use, limits: Limits, asking: Asking, now: float, waiting: int, *, is_full: bool
) -> Verdict:
    """Whether a question is answered.

    Args:
        use: what has been used, for this kind of asking.
        limits: what holds here.
        asking: what is asked for.
        now: the moment, by the clock of `use`.
        waiting: how many questions of this person wait for their answers.
        is_full: whether as many questions wait as may wait altogether.
    """
    person, channel = _paces(limits, asking)
    wait, spent = max(
        (_wait(person, use.person, now), Spent.PERSON),
        (_wait(channel, use.channel, now), Spent.CHANNEL),
        key=lambda one: one[0],
    )
    if wait > 0:
        return _refused(use, spent, wait, now + wait, now)
    if is_full or (limits.waiting is not None and waiting >= limits.waiting):
        return _refused(use, Spent.WAITING, 0.0, now + _BUSY_SECONDS, now)
    used = replace(
        use, person=_used(person, use.person, now), channel=_used(channel, use.channel, now)
    )
    return Verdict(used)


def _paces(limits: Limits, asking: Asking) -> tuple[Pace | None, Pace | None]:
    """The person's pace and the channel's. Turning pages is limited by the answers that wait."""
    match asking:
        case Asking.QUESTION:
            return limits.person, limits.channel
        case Asking.EDIT:
            return limits.person and Pace(_EDITS, limits.person.seconds), None
        case Asking.PAGE:
            return None, None


def _wait(pace: Pace | None, used_until: float, now: float) -> float:
    """Seconds until one more fits; 0 where it does now."""
    if pace is None:
        return 0.0
    ahead = used_until - now - (pace.at_once - 1) * pace.seconds
    return ahead if ahead > _TOLERANCE else 0.0


def _used(pace: Pace | None, used_until: float, now: float) -> float:
    return used_until if pace is None else max(used_until, now) + pace.seconds


def _refused(use: Use, spent: Spent, wait: float, until: float, now: float) -> Verdict:
    tells = now >= use.told - _TOLERANCE
    return Verdict(replace(use, told=until) if tells else use, spent, wait, tells)
