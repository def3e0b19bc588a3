"""Days as a query writes them: 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y, today, yesterday."""

import re
from calendar import monthrange
from datetime import date

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_AGO = re.compile(r"([0-9]{1,5})([dwmy])")
_MONTHS = 12
_NAMED_DAYS = {"today": 0, "yesterday": -1}


def days_of(value: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of what is written as a date; None where it is none."""
    if value in _NAMED_DAYS:
        day = shifted(today, _NAMED_DAYS[value])
        return day, day
    if ago := _AGO.fullmatch(value):
        day = _before(today, int(ago[1]), ago[2])
        return day, day
    if not (written := _DAY.fullmatch(value)):
        return None
    year, month, day_of_month = (int(part) if part else None for part in written.groups())
    try:
        first = date(year or 0, month or 1, day_of_month or 1)
    except ValueError:
        return None
    if day_of_month:
        return first, first
    return first, shifted(_months_later(first, 1 if month else _MONTHS), -1)


def _before(today: date, number: int, unit: str) -> date:
    if unit in "dw":
        return shifted(today, -number * (7 if unit == "w" else 1))
    return _months_later(today, -number * (_MONTHS if unit == "y" else 1))


def _months_later(day: date, months: int) -> date:
    """The same day of another month, or its last day where it has fewer."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(day: date, days: int) -> date:
    """Some days later, within what a date can be."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
