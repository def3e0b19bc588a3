"""Dates as people and programs write them, into ISO 8601."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from index.ingest.month_names import month_of

_MILLISECONDS = 100_000_000_000  # since 1970: as seconds, this were the year 5138
_LONGEST = 80  # no date is written longer; bounds the work on what is none

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# The zones that RFC 2822 names; of any other name the offset is not known.
_OFFSETS = {
    "z": "Z",
    "ut": "Z",
    "utc": "Z",
    "gmt": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
}

_WRITTEN = re.compile(
    r"""
    (?: (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+ )?
    (?:
        (?P<iso>\d{4}-\d{2}-\d{2} | \d{8})
      | (?P<year3>\d{4})[/.](?P<month3>\d{1,2})[/.](?P<day3>\d{1,2})
      | (?P<day4>\d{1,2})\.\ ?(?P<month4>\d{1,2})\.\ ?(?P<year4>\d{4})
      | (?P<first>\d{1,2})/(?P<other>\d{1,2})/(?P<year5>\d{4})
      | (?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})
      | (?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})
    )
    (?:
        (?:t|,?\s+(?:at\s+)?)
        (?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?
        (?:\s*(?P<half>[ap])\.?m\.?)?
        (?:\s*(?P<zone>[a-z]{1,5}|[+-]\d{2}(?::?[0-5]\d)?))?
        (?:\s*\([a-z\s]+\))?
    )?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)

# Day, month and year in languages other than English: "le lundi 6 mai 2024", "6. Mai 2024",
# "6 de mayo de 2024", "2024. május 6.", "2024年5月6日"; and the time after it.
_WRITTEN_ABROAD = re.compile(
    r"""
    (?: [^\W\d_]+[.,]?\s+ ){0,3}?
    (?:
        (?P<day>\d{1,2})(?:\.|er|[º°ª]|-?го|\ d['’])?\s*(?:de\s+)?
        (?P<month>[^\W\d_]{2,14})\.?,?\s+(?:del?\s+)?
        (?P<year>\d{4})(?:\s?(?:г|р)\.|\s(?:года|року|г|р))?
      | (?P<year2>\d{4})(?:\.|\ m\.)?\s+(?P<month2>[^\W\d_]{2,14})\s+(?P<day2>\d{1,2})(?:\.|\ d\.)?
      | (?P<year3>\d{4})\s?[年년]\s?(?P<month3>\d{1,2})\s?[月월]\s?(?P<day3>\d{1,2})\s?[日일]
      | (?P<day4>\d{1,2})\s+tháng\s+(?P<month4>\d{1,2}),?\s+(?:năm\s+)?(?P<year4>\d{4})
    )
    (?:
        [\s,;|–-]+ (?: (?:à|um|a\ las|alle(?:\ ore)?|ore|às|kl\.?|om|в|о|o) \s+ )?
        (?P<hour>\d{1,2})[:.h時时点](?P<minute>\d{2})(?::(?P<second>\d{2}))?
        (?:\s?(?:uhr|h|分))?(?:\s?(?P<zone>[A-Z]{1,5}|[+-]\d{2}:?[0-5]\d))?
    )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MONTH_NAME = re.compile(
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?"
    r"|nov(ember)?|dec(ember)?",
    re.IGNORECASE | re.ASCII,
)


def iso_date(written: str, lang: str | None = None) -> str | None:
    """The date or the time that `written` names: "2022-03-30", "2022-03-30T10:15:00Z".

    Months may have their names in any of some forty languages; `lang` is the one that it is in,
    where that is known. None where it names no day of the years 1 to 9999, or an hour that no day
    has. A zone is kept as an offset; where none is given, or one of an unknown name, the time
    stands without.
    """
    if len(written) > _LONGEST:
        return None
    match = _WRITTEN.fullmatch(written.strip())
    day = _day(match) if match else None
    if day is None and (match := _WRITTEN_ABROAD.fullmatch(written.strip())):
        day = _day_abroad(match, lang)
    time = _time(match) if match else None
    if day is None or time is None:
        return None
    named = day + time
    try:
        datetime.fromisoformat(named)
    except ValueError:  # the 30th of February, half past 25, an offset of two days
        return None
    return named


def epoch_moment(number: float) -> str | None:
    """The moment so many seconds, or milliseconds, after the beginning of 1970."""
    seconds = number / 1_000 if abs(number) >= _MILLISECONDS else number
    try:
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return None


def _day(match: re.Match[str]) -> str | None:
    if iso := match["iso"]:
        return f"{iso[:4]}-{iso[-4:-2]}-{iso[-2:]}" if len(iso) == len("20220330") else iso
    if match["year5"]:
        return _day_between_slashes(match)
    year, day = _one_of(match, "year"), int(_one_of(match, "day"))
    if number := match["month3"] or match["month4"]:
        return f"{year}-{int(number):02}-{day:02}"
    month = match["month"] or match["month2"]
    if not _MONTH_NAME.fullmatch(month):
        return None
    return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{day:02}"


def _day_abroad(match: re.Match[str], lang: str | None) -> str | None:
    name = _one_of(match, "month")
    month = int(name) if name.isdecimal() else month_of(name, lang)
    if month is None:
        return None
    year, day = int(_one_of(match, "year")), int(_one_of(match, "day"))
    return f"{year:04}-{month:02}-{day:02}"


def _one_of(match: re.Match[str], name: str) -> str:
    """The group that matched, of those of one name and a number."""
    found: Iterator[str] = (
        match[each] for each in match.re.groupindex if each.rstrip("0123456789") == name
    )
    return next(filter(None, found))


def _day_between_slashes(match: re.Match[str]) -> str | None:
    """Of "30/3/2022" and "3/30/2022"; of "3/4/2022" only its author knows which is the day."""
    first, second = int(match["first"]), int(match["other"])
    months = len(_MONTHS)
    if first <= months and second <= months and first != second:
        return None
    day, month = (first, second) if first > months else (second, first)
    return f"{match['year5']}-{month:02}-{day:02}"


def _time(match: re.Match[str]) -> str | None:
    """The time in ISO 8601, from its "T" on; empty where none is given, None where none can be."""
    if match["hour"] is None:
        return ""
    hour = int(match["hour"])
    if half := match.groupdict().get("half"):
        if not 1 <= hour <= 12:  # noqa: PLR2004 - what a clock face has
            return None
        hour = hour % 12 + (12 if half in "pP" else 0)
    minute, second = int(match["minute"]), int(match["second"] or 0)
    return f"T{hour:02}:{minute:02}:{second:02}{_offset(match['zone'] or '')}"


def _offset(zone: str) -> str:
    if not zone.startswith(("+", "-")):
        return _OFFSETS.get(zone.lower(), "")
    digits = zone[1:].replace(":", "").ljust(4, "0")
    if digits == "0000":
        return "Z"
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
