"""ISO 8601 dates and times as they stand in articles, made comparable."""

from datetime import date, datetime
from functools import lru_cache

UNDATED = -(1 << 62)  # seconds: sorts before every date
_EPOCH_DAY = date(1970, 1, 1).toordinal()
_DAY_SECONDS = 86_400
_DAYS_KEPT = 10_000  # of many articles few have a day or time of their own


@lru_cache(maxsize=_DAYS_KEPT)
def seconds_of(published: str | None, undated: int) -> int:
    """Seconds since 1970 of an ISO date or time, or `undated` where there is none to read.

    A date counts as its first moment; a time without a zone counts as UTC. Any year from 1 to 9999
    is fine, which is why this does not go through the platform's clock functions.
    """
    if not published:
        return undated
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return undated
    seconds = (moment.toordinal() - _EPOCH_DAY) * _DAY_SECONDS
    seconds += moment.hour * 3600 + moment.minute * 60 + moment.second
    offset = moment.utcoffset()
    return seconds - (int(offset.total_seconds()) if offset else 0)


def date_of(published: str | None) -> date | None:
    """The day (UTC) of an ISO date or time; None where there is none to read."""
    unread = -(2**62)
    second = seconds_of(published, unread)
    return None if second == unread else day_of(second)


def first_second(day: date) -> int:
    """When a day begins (UTC), in seconds since 1970."""
    return (day.toordinal() - _EPOCH_DAY) * _DAY_SECONDS


def last_second(day: date) -> int:
    """When a day ends (UTC), in seconds since 1970."""
    return first_second(day) + _DAY_SECONDS - 1


def day_of(second: int) -> date:
    """The day (UTC) of a second since 1970; the nearest that a date can be."""
    ordinal = second // _DAY_SECONDS + _EPOCH_DAY
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
