"""Stretches of days, as date phrases mean them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from index.query_dates import days_of, shifted

Days = tuple[date, date]  # the first and the last
_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are asked for, both included; None where it is open."""

    since: date | None
    until: date | None


def in_order(since: date, until: date) -> Period:
    """The days between two dates of which the later one was perhaps told without its year.

    "From March to June 2022" begins in that year, "from December to February" in the one before;
    "between Friday and Monday" begins a week earlier than the last Friday.
    """
    if since <= until:
        return Period(since, until)
    if (since - until).days < _A_WEEK:
        return Period(shifted(since, -_A_WEEK), until)
    for year in (until.year, max(until.year - 1, 1)):
        try:
            begun = since.replace(year=year)
        except ValueError:  # 29 February
            begun = since.replace(year=year, day=28)
        if begun <= until:
            return Period(begun, until)
    return Period(until, since)


Reader = Callable[[re.Match[str], date], Period | None]
Phrase = tuple[re.Pattern[str], Reader]


def week_of(today: date, back: int) -> Days:
    """The week of a day, from Monday, or one before it."""
    monday = shifted(today, -today.weekday() - 7 * back)
    return monday, shifted(monday, 6)


def month_of(today: date, back: int) -> Days | None:
    """The month of a day, or the one before it."""
    first = today.replace(day=1)
    day = shifted(first, -1) if back else first
    return days_of(f"{day.year:04}-{day.month:02}", today)


def year_of(today: date, back: int) -> Days | None:
    """The year of a day, or one before it."""
    return days_of(f"{max(today.year - back, 1):04}", today)


def in_year(year: str | None, month: int, day: str | None, today: date) -> Days | None:
    """A month or a day of it; without a year, in the last in which it has begun."""
    for past in (0, 1):
        written = f"{year or f'{today.year - past:04}'}-{month}" + (f"-{day}" if day else "")
        days = days_of(written, today)
        if days is None or year or days[0] <= today:
            break
    return days
