"""What the custom id of a button holds: what it does, and the page it leads to.

At most 100 characters, of which the asker's words are none: those are read from the answer that the
button sits on. So a button works after a restart and on every shard, for nothing is remembered.

    by1:n:q:n:5:5:~xr9d_F0O:20250301::en:
        | | | | | source     since    until, language, article
        | | | | how many
        | | | how many come before
        | | "n" the newest first, "b" the best
        | the way
        the act

Whatever else is there is of another version, or forged, and reads as nothing.
"""

import re
from dataclasses import dataclass
from enum import Enum

from bot.inquiries import MOST_A_PAGE, MOST_EXCERPTS, Inquiry, Way

LONGEST = 100  # characters, by Discord
_MARK = "by1"


class Act(Enum):
    """What a button does. Those that turn to another page are told apart for their ids' sake."""

    BACK = "b"
    NEXT = "n"
    SORT = "s"
    MORE = "m"  # more from this article
    ALL = "l"  # from all articles again
    EXPLAIN = "e"
    SHARE = "h"
    DELETE = "d"
    GOOD = "g"
    BAD = "x"  # of the button, and of the form that it opens
    KEEP_GOOD = "y"  # keep the question and the verdict
    KEEP_BAD = "z"
    TRY = "t"  # what the button's label says
    TRY_SECOND = "u"
    TRY_THIRD = "v"

    @property
    def turns(self) -> bool:
        """Whether the button leads to another page of the same answer."""
        return self in (Act.BACK, Act.NEXT, Act.SORT, Act.MORE, Act.ALL)

    @property
    def asks(self) -> bool:
        """Whether the button asks what its label says."""
        return self in TRIES


TRIES = (Act.TRY, Act.TRY_SECOND, Act.TRY_THIRD)

_KEY = r"(?:~[\w-]{8})?"
_DAY = r"(?:\d{8})?"
_FORM = re.compile(
    rf"{_MARK}:(?P<act>[a-z]):(?P<way>[a-z]):(?P<order>[nb]):(?P<first>\d{{1,9}}):"
    rf"(?P<count>\d{{1,3}}):(?P<source>{_KEY}):(?P<since>{_DAY}):(?P<until>{_DAY}):"
    rf"(?P<lang>[a-z]{{0,3}}):(?P<article>{_KEY})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a pressed button asks for; the inquiry has no words yet."""

    act: Act
    inquiry: Inquiry


def custom_id(act: Act, inquiry: Inquiry) -> str:
    """The custom id of a button.

    Args:
        act: what it does.
        inquiry: the page it leads to, its source and its article by key, its days as "2025-03-01".
    """
    parts = (
        _MARK,
        act.value,
        inquiry.way.value,
        "n" if inquiry.by_date else "b",
        str(inquiry.first),
        str(inquiry.count),
        inquiry.source or "",
        (inquiry.since or "").replace("-", ""),
        (inquiry.until or "").replace("-", ""),
        inquiry.lang or "",
        inquiry.article or "",
    )
    return ":".join(parts)


def pressed(written: str) -> Pressed | None:
    """What a custom id asks for, pages that there cannot be drawn in; None where it is not ours."""
    match = _FORM.fullmatch(written)
    if match is None:
        return None
    try:
        act, way = Act(match["act"]), Way(match["way"])
    except ValueError:
        return None
    return Pressed(
        act,
        Inquiry(
            way,
            source=match["source"] or None,
            since=_day(match["since"]),
            until=_day(match["until"]),
            lang=match["lang"] or None,
            article=match["article"] or None,
            first=min(int(match["first"]), MOST_EXCERPTS - 1),
            count=min(max(int(match["count"]), 1), MOST_A_PAGE),
            by_date=match["order"] == "n",
        ),
    )


def _day(digits: str) -> str | None:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if digits else None
