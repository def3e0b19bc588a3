"""What kind of words a question asks for: a person, a time, a number or a place.

Grammar only: the question word tells it. A text is then searched for words of that kind by their
form, which is right often enough to help ranking and is never a reason to leave a passage out.
"""

import re
from collections.abc import Callable, Collection, Sequence
from enum import Enum


class Sought(Enum):
    """What answers a question."""

    PERSON = "person"
    TIME = "time"
    NUMBER = "number"
    PLACE = "place"


_MONTHS = frozenset(
    """january february march april may june july august september october november december
    januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août
    septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre
    octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre
    dicembre monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TIMES = _MONTHS | {month.capitalize() for month in _MONTHS}
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
    thousand thousands million millions billion billions half zwei drei vier fünf sechs sieben acht
    neun zehn deux trois quatre cinq sept huit neuf dix dos tres cuatro cinco seis siete ocho nueve
    diez""".split()
)
_BEFORE_PLACES = frozenset(
    "in at near from to of outside across en à dans aus bei nach im a".split()
)
_QUESTION_WORDS = (
    (
        Sought.NUMBER,
        r"how (?:many|much|long|old|far|big|large|often|high|tall|deep|wide|fast|heavy)|"
        r"(?:what|which) (?:percentage|percent|number|amount|proportion)|wie ?viele?|combien|"
        r"cuánt[oa]s?|quant[ieao]|quant[oa]s|hoeveel|сколько",
    ),
    (
        Sought.TIME,
        r"when|(?:what|which|in what|in which) (?:year|date|day|month|century|decade|time)|wann|"
        r"quand|cuándo|quando|wanneer|когда",
    ),
    (Sought.PERSON, r"who|whom|whose|wer|wen|wem|quién|quiénes|chi|quem|wie was|кто"),
    (Sought.PLACE, r"where|(?:what|which) (?:city|country|town|place|state)|wo|où|dónde|dove|где"),
)
_KINDS = [(kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _QUESTION_WORDS]
_DIGITS_OF_A_YEAR = 4
_YEAR = re.compile(r"1\d{3}|20\d\d")


def sought_in(question: str) -> Sought | None:
    """The kind of words that a question asks for, where its question word tells."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), None)


def places_of(kind: Sought, words: Sequence[str], asked: Collection[str]) -> list[int]:
    """Where words of a kind stand among `words`; those in `asked`, in small letters, do not count.

    The first word of a text is no name, for it has a capital in any case.
    """
    return [at for at in _PLACES[kind](words) if words[at].lower() not in asked]


def _numbers(words: Sequence[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word in _NUMBERS or word[0].isdecimal()]


def _times(words: Sequence[str]) -> list[int]:
    return [
        at
        for at, word in enumerate(words)
        if word in _TIMES or (len(word) == _DIGITS_OF_A_YEAR and _YEAR.fullmatch(word))
    ]


def _names(words: Sequence[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word[0].isupper() and at]


def _where(words: Sequence[str]) -> list[int]:
    return [at for at in _names(words) if words[at - 1] in _BEFORE_PLACES]


_PLACES: dict[Sought, Callable[[Sequence[str]], list[int]]] = {
    Sought.NUMBER: _numbers,
    Sought.TIME: _times,
    Sought.PERSON: _names,
    Sought.PLACE: _where,
}
