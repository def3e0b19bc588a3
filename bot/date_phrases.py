"""The days that a question names: "since March", "in May 2024", "last week", "before 3 June".

A phrase needs a word that makes it one ("since", "in", "last"), so that a name is never a date:
"May on the economy" is about a person. Other languages have words of their own for all of this
(`bot.foreign_date_phrases`).
"""

import re
from datetime import date

from bot.date_words import LATEST
from bot.foreign_date_phrases import phrases_of
from bot.periods import Days, Period, Phrase, in_order, in_year, month_of, week_of, year_of
from index.language import guess_language
from index.query_dates import days_of, shifted
from index.scripts import UNSPACED

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = "|".join(sorted({*_MONTHS, *(name[:3] for name in _MONTHS), "sept"}, key=len)[::-1])
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = "|".join(_WEEKDAYS)
_DATE = (
    r"(?:\d{4}-\d{1,2}(?:-\d{1,2})?|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})\.?(?:,? \d{{4}})?|"
    rf"(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?(?!\d)|"
    rf"(?:early |late |mid-?)?(?:{_MONTH})\.?(?:,? (?:of )?\d{{4}})?|"
    rf"(?:last |this )?(?:{_WEEKDAY})|last (?:week|month|year)|this (?:week|month|year)|"
    r"yesterday|today|(?:1[5-9]|20)\d{2})"
)
_UNIT = {"day": "d", "week": "w", "month": "m", "year": "y"}
_NUMBER = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "few": 3}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_NUMBER)})"
# What is a date whatever stands before it: a year makes a month one, and so does a day before it.
_WHOLE = (
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH})(?:,? \d{{4}})?|"
    rf"(?:{_MONTH})\.? (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(?:1[5-9]|20)\d{{2}}"
)
_DAY = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_SATURDAY, _HOURS_OF_A_DAY = 5, 24
_YEAR = re.compile(r"\d{4}")
_EDGE = r"(?<![\w-])"
_END = r"(?![\w-])"


def dated(text: str, today: date) -> tuple[str, Period | None]:
    """A question without its date phrases, and the days that they mean together.

    Args:
        text: the question.
        today: from which "last week" is counted; a month without a year is the last there was.
    """
    period: Period | None = None
    for pattern, reader in (*_PHRASES, *phrases_of(guess_language(text))):
        for match in reversed(list(pattern.finditer(text))):
            found = reader(match, today)
            if found:
                before, after = text[: match.start()].rstrip(" ,"), text[match.end() :].lstrip(" ,")
                apart = "" if _UNSPACED.match(before[-1:] + after[:1]) else " "
                text, period = f"{before}{apart}{after}".strip(), _both(period, found)
    return text, period


def asks_for_the_latest(text: str) -> tuple[str, bool]:
    """A question without the words that ask for the newest, and whether there are any.

    The words stay where nothing else is asked.
    """
    lang = guess_language(text)
    pattern = _LATEST.get(lang)
    if pattern is None or not pattern.search(text):
        return text, False
    rest = " ".join(pattern.sub(" ", text).split())
    return (rest if re.search(r"\w", rest) else text), True


def _both(one: Period | None, other: Period) -> Period:
    if one is None:
        return other
    since, until = one.since or other.since, one.until or other.until
    return in_order(since, until) if since and until else Period(since, until)


def _between(match: re.Match[str], today: date) -> Period | None:
    first, last = _days(match[1], today), _days(match[2], today)
    if not (first and last and first.since and last.until):
        return None
    if _YEAR.search(match[1]) and last.since and last.since < first.since:
        return Period(last.since, first.until)  # the later one was named first
    return in_order(first.since, last.until)


def _of_one_month(match: re.Match[str], today: date) -> Period | None:
    last = _days(match[2], today)
    first = int(re.sub(r"\D", "", match[1]))
    if not (last and last.until and 1 <= first < last.until.day):
        return None
    return Period(last.until.replace(day=first), last.until)


def _since(match: re.Match[str], today: date) -> Period | None:
    days = _days(match[1], today)
    return Period(days.since, None) if days else None


def _after(match: re.Match[str], today: date) -> Period | None:
    days = _days(match[1], today)
    return Period(shifted(days.until, 1), None) if days and days.until else None


def _before(match: re.Match[str], today: date) -> Period | None:
    days = _days(match[1], today)
    return Period(None, shifted(days.since, -1)) if days and days.since else None


def _until(match: re.Match[str], today: date) -> Period | None:
    days = _days(match[1], today)
    return Period(None, days.until) if days else None


def _in(match: re.Match[str], today: date) -> Period | None:
    return _days(match[1], today)


def _past(match: re.Match[str], today: date) -> Period | None:
    number = _NUMBER.get((match[1] or "one").lower()) or int(match[1])
    unit = match[2].lower()
    if unit == "hour":
        number, unit = -(-number // _HOURS_OF_A_DAY), "day"
    days = days_of(f"{number}{_UNIT[unit]}", today)
    return Period(days[0], today) if days else None


def _weekend(match: re.Match[str], today: date) -> Period:
    """The last Saturday that has begun, and the Sunday after it."""
    saturday = shifted(today, -((today.weekday() - _SATURDAY) % 7))
    if "last" in match[0].lower() and today.weekday() >= _SATURDAY:
        saturday = shifted(saturday, -7)
    return Period(saturday, shifted(saturday, 1))


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(_EDGE + words + _END, re.IGNORECASE)


# A month that is also a name or a word needs more than "after" to be a date.
_SURE = rf"(?!(?:may|march|august|april|june|jan|mar|dec)\b(?!\.?,? \d)){_DATE}"

_PHRASES: tuple[Phrase, ...] = (
    (_phrase(rf"between ({_DATE}) and ({_DATE})"), _between),
    (_phrase(rf"from ({_DATE}) (?:to|until|till) ({_DATE})"), _between),
    (
        _phrase(rf"(?:between |from )?({_DAY}) ?(?:and|to|until|till|[-–]) ?"
                rf"({_DAY}(?: of)? (?:{_MONTH})\.?(?:,? \d{{4}})?)"),
        _of_one_month,
    ),
    (_phrase(rf"since ({_DATE})"), _since),
    (_phrase(rf"from ((?:last|this) (?:week|month|year|{_WEEKDAY})|yesterday|today)"), _in),
    (_phrase(rf"(?:from|as of) ({_SURE}) (?:on|onwards?)"), _since),
    (_phrase(rf"from ({_SURE})"), _in),
    (_phrase(rf"after ({_SURE})"), _after),
    (_phrase(rf"before ({_SURE})"), _before),
    (_phrase(rf"(?:until|till|up to|by) ({_SURE})"), _until),
    (
        _phrase(rf"(?:in|over|during|within|from) the (?:last|past) (?:({_COUNT}) )?"
                r"(hour|day|week|month|year)s?"),
        _past,
    ),
    (
        _phrase(r"(?:(?:over|at|on|during|from) (?:the (?:last |past )?|last |this )|last |this )"
                "weekend"),
        _weekend,
    ),
    (_phrase(rf"(?:in|during) ({_DATE})"), _in),
    (_phrase(rf"on ((?=\S*\d|.{{1,12}}\d|(?:last )?(?:{_WEEKDAY})){_DATE})"), _in),
    (_phrase(rf"((?:last|this) (?:week|month|year|{_WEEKDAY})|yesterday|today)"), _in),
    (_phrase(rf"({_WHOLE})"), _in),
)  # fmt: skip


def _days(words: str, today: date) -> Period | None:
    """The first and the last day of a date as it is written."""
    low = words.lower().replace(".", "").replace(",", "")
    low = re.sub(r"^(?:the|early|late|mid-?)\s*|\bof\s|(?<=\d)(?:st|nd|rd|th)\b", "", low).strip()
    written = _named(low, today) or _monthly(low, today)
    days = written or days_of(low, today)
    return Period(*days) if days else None


def _named(low: str, today: date) -> Days | None:
    """What "last week", "this month" and "Tuesday" mean: the last there was."""
    which, _, unit = low.rpartition(" ")
    if unit in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(unit)) % 7
        day = shifted(today, -(back or 7) if which == "last" else -back)
        return day, day
    if which not in {"last", "this"}:
        return None
    back = int(which == "last")
    if unit == "week":
        return week_of(today, back)
    return month_of(today, back) if unit == "month" else year_of(today, back)


def _monthly(low: str, today: date) -> Days | None:
    """What "3 march 2024", "march 3", "march" mean: in the last year in which they have begun."""
    parts = low.split()
    months = [index for index, part in enumerate(parts) if part[:3] in _SHORT and part.isalpha()]
    if len(months) != 1:
        return None
    month = _SHORT.index(parts.pop(months[0])[:3]) + 1
    year = next((part for part in parts if len(part) == 4), None)  # noqa: PLR2004 - digits of a year
    day = next((part for part in parts if len(part) < 4), None)  # noqa: PLR2004 - as above
    return in_year(year, month, day, today)


_UNSPACED = re.compile(f"[{UNSPACED}]{{2}}")
_LATEST = {
    lang: re.compile(words if lang in ("zh", "ja") else rf"{_EDGE}(?:{words}){_END}", re.IGNORECASE)
    for lang, words in LATEST.items()
}
_SHORT = tuple(name[:3] for name in _MONTHS)
