"""The days that a question names in other languages than English: "seit März", "hier".

The grammar is the same for all of them, and the words come from `bot.date_words`.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from bot.date_words import CHINESE_DATE, CHINESE_SPANS, DATE_WORDS, DateWords
from bot.periods import Days, Period, Phrase, in_year, month_of, week_of, year_of
from index.query_dates import days_of, shifted

_UNITS = "dwmy"  # day, week, month, year
_YEAR = r"(?:1[5-9]|20)\d{2}"
_EDGE, _END = r"(?<!\w)", r"(?!\w)"
_OF = r"(?:(?:de|del|di|do|of) )?"
_DIGITS_OF_A_YEAR = 4
_NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九", start=1)}


@cache
def phrases_of(lang: str) -> tuple[Phrase, ...]:
    """What finds the date phrases of a language, and what reads them; none of English."""
    if lang == "zh":
        return tuple(_chinese())
    return tuple(_phrases(DATE_WORDS[lang])) if lang in DATE_WORDS else ()


def _phrases(words: DateWords) -> Iterator[Phrase]:
    year = rf"(?:(?:jahre?|année|an|año|anno|ano|jaar) )?{_YEAR}(?: год[ауе]?| г\.?)?"
    day = r"\d{1,2}(?:\.|er|º|-го)? "
    named = rf"(?:{day}{_OF})?(?:{words.month})(?: {_OF}{year})?"
    figures = r"\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}\.\d{1,2}\.\d{4}"
    any_date = rf"({figures}|{named}|{year})"
    # A month alone may be a name after these.
    of_a_month = rf"{day}{_OF}(?:{words.month})(?: {_OF}{year})?"
    sure = rf"({figures}|{of_a_month}|(?:{words.month}) {_OF}{year}|{year})"

    def days(match: re.Match[str], today: date) -> Days | None:
        return _days(match[1].lower(), words, today)

    def since(match: re.Match[str], today: date) -> Period | None:
        found = days(match, today)
        return Period(found[0], None) if found else None

    def after(match: re.Match[str], today: date) -> Period | None:
        found = days(match, today)
        return Period(shifted(found[1], 1), None) if found else None

    def before(match: re.Match[str], today: date) -> Period | None:
        found = days(match, today)
        return Period(None, shifted(found[0], -1)) if found else None

    def until(match: re.Match[str], today: date) -> Period | None:
        found = days(match, today)
        return Period(None, found[1]) if found else None

    def during(match: re.Match[str], today: date) -> Period | None:
        found = days(match, today)
        return Period(*found) if found else None

    def past(match: re.Match[str], today: date) -> Period | None:
        unit = next(
            code
            for code, beginning in zip(_UNITS, words.units.split(), strict=True)
            if match["unit"].lower().startswith(beginning)
        )
        found = days_of(f"{match['n']}{unit}", today)
        return Period(found[0], today) if found else None

    yield _phrase(words.past), past
    for preposition, dates, reader in (
        (words.since, any_date, since),
        (words.after, sure, after),
        (words.before, sure, before),
        (words.until, sure, until),
        (words.during, any_date, during),
    ):
        yield _phrase(rf"(?:{preposition}) ?{dates}"), reader
    yield _phrase(f"({of_a_month})"), during
    yield from _spans({name: getattr(words, name) for name in CHINESE_SPANS}, edges=True)


def _spans(named: dict[str, str], *, edges: bool) -> Iterator[Phrase]:
    """The weeks, months, years and days that are told by how long ago they are."""

    def reader_of(name: str) -> "Phrase":
        which, _, unit = name.partition("_")
        back = int(which in ("last", "yesterday"))

        def read(_: re.Match[str], today: date) -> Period | None:
            match unit:
                case "week":
                    found: Days | None = week_of(today, back)
                case "month":
                    found = month_of(today, back)
                case "year":
                    found = year_of(today, back)
                case _:
                    found = (shifted(today, -back),) * 2
            return Period(*found) if found else None

        pattern = f"(?:{named[name]})"
        return (_phrase(pattern) if edges else re.compile(pattern)), read

    return map(reader_of, named)


def _phrase(words: str) -> re.Pattern[str]:
    return re.compile(f"{_EDGE}{words}{_END}", re.IGNORECASE)


def _days(low: str, words: DateWords, today: date) -> Days | None:
    """The first and the last day of a date as it is written."""
    if found := days_of(low, today):
        return found
    numbers = re.findall(r"\d+", low)
    month = next(
        (
            number
            for number, name in enumerate(words.months, start=1)
            if re.search(rf"{_EDGE}(?:{name}){_END}", low)
        ),
        None,
    )
    year = next((one for one in numbers if len(one) == _DIGITS_OF_A_YEAR), None)
    if month is None and len(numbers) == 3:  # noqa: PLR2004 - 5.3.2024
        return days_of(f"{numbers[2]}-{numbers[1]}-{numbers[0]}", today)
    if month is None:
        return days_of(year, today) if year else None
    day = next((one for one in numbers if len(one) < _DIGITS_OF_A_YEAR), None)
    return in_year(year, month, day, today)


def _chinese() -> Iterator[Phrase]:
    def read(match: re.Match[str], today: date) -> Period | None:
        if not (match["year"] or match["month"]):
            return None
        if match["month"]:
            day = match["day"] and str(_number(match["day"]))
            found = in_year(match["year"], _number(match["month"]), day, today)
        else:
            found = days_of(match["year"], today)
        side = (match["side"] or "").replace("之", "").replace("以", "")
        if found is None:
            return None
        if match["since"] or side in ("来", "來"):
            return Period(found[0], None)
        if side == "前":
            return Period(None, shifted(found[0], -1))
        return Period(shifted(found[1], 1), None) if side else Period(*found)

    yield CHINESE_DATE, read
    yield from _spans(CHINESE_SPANS, edges=False)


def _number(written: str) -> int:
    """What 12 and 十二 mean."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0)
