"""How old something is said to be."""

from datetime import date

_DAYS_OF_WEEKS = 21  # fewer are told in days
_FEW_MONTHS = 3  # fewer are told in weeks


def age(day: date, today: date) -> str:
    """How old something of a day is: "3 days old", "5 weeks old", "2 years and 1 month old"."""
    days = (today - day).days
    if days < 1:
        return "of today" if days == 0 else "yet to come"
    if days < _DAYS_OF_WEEKS:
        return f"{_count(days, 'day')} old"
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    if months < _FEW_MONTHS:
        return f"{_count(days // 7, 'week')} old"
    years, rest = divmod(months, 12)
    if not years:
        return f"{_count(months, 'month')} old"
    more = f" and {_count(rest, 'month')}" if rest else ""
    return f"{_count(years, 'year')}{more} old"


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}{'' if number == 1 else 's'}"
