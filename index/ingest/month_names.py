"""The names of months in languages other than English, by the tables of dateparser.

Only its tables are used: what it takes for a date is far more than what is one.
"""

from collections import defaultdict
from functools import cache
from importlib import import_module

# Those whose years are not ours (Thai, Persian) are not among them.
_LANGUAGES = (
    "de fr es it pt nl ru uk be pl cs sk sv da nb nn fi hu ro bg el tr hr sr sl mk et lv lt is ga "
    "ca gl eu af sq ar he hi bn id ms sw az kk"
).split()
_MONTHS = (
    "january february march april may june july august september october november december"
).split()


def month_of(name: str, lang: str | None) -> int | None:
    """The number of the month of this name; None where it is none, or not the same everywhere.

    Args:
        name: the name, in any case, inflected or abbreviated, without a full stop.
        lang: the language it is in, where that is known: in Croatian, listopad is October.
    """
    numbers = _by_name().get(name.lower(), {})
    if lang in numbers:
        return numbers[lang]
    found = set(numbers.values())
    return found.pop() if len(found) == 1 else None


@cache
def _by_name() -> dict[str, dict[str | None, int]]:
    """The numbers of months, by their names and the languages; read when first asked for."""
    names: defaultdict[str, dict[str | None, int]] = defaultdict(dict)
    for lang in _LANGUAGES:
        words = import_module(f"dateparser.data.date_translation_data.{lang}").info
        for number, month in enumerate(_MONTHS, start=1):
            for name in words[month]:
                names[name.lower().rstrip(".")][lang] = number
    return dict(names)
