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
    AGE = "age"
    MONEY = "money"
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
        Sought.AGE,
        r"how old|what age|wie alt|quel âge|cuántos años tiene|сколько лет (?:исполнилось|было)?",
    ),
    (
        Sought.MONEY,
        r"how much (?!of\b)(?:\S+ ){0,8}?(?:costs?|pays?|paid|charges?|charged)\b|how expensive|"
        r"what (?:do|does|did|will|would) (?:\S+ ){1,6}?cost\b|"
        r"(?:was|wie ?viel) (?:kostet|kosten|kostete)|combien (?:coûte|coûtent|a coûté)|"
        r"cuánto (?:cuesta|cuestan|costó|costará)|сколько сто(?:ит|ят|ил[аои]?)",
    ),
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
# How what is asked for is written. An age may be told by the year of a beginning.
_NUMBER_WORDS = "|".join(sorted(_NUMBERS))
_WRITTEN = {
    Sought.AGE: re.compile(
        r", \d{1,3}(?:,|\.|\s*\Z)|\(\d{1,3}\)|"
        r"\b(?:aged?|age of|turn(?:s|ed|ing)?|(?:dies?|died|dead) at) \d|"
        r"\b(?:born|built|found|open|establish|creat|erect|beg[au]n|complet|launch|construct|date|"
        r"geboren|gebaut|gegründet|eröffnet|née? |constru|fond|nacid|fundad|родил|построен|основан)"
        r"[^.]{0,60}?\b(?:1\d|20)\d\d\b|"
        rf"(?:\d|\b(?:{_NUMBER_WORDS}))[- ](?:years?|months?|weeks?|days?|centuries|jahren?|"
        r"jährig\w*|ans|años|лет|года?)\b|岁|歲|年",
        re.IGNORECASE,
    ),
    Sought.MONEY: re.compile(
        r"[$€£¥₽₹₩元圆圓]|\d ?(?:p|c)\b|"
        r"\b(?:dollars?|euros?|pounds?|(?<!per )cents?|pence|yen|yuan|roubles?|rubles?|"
        r"francs?|francos?|pesos?|crowns?|kron\w+|rupees?|bitcoins?|free|kostenlos|frei|gratis|"
        r"gratuit\w*|"
        r"рубл\w+|долл\w+|евро|бесплатн\w+|(?:USD|EUR|GBP|CHF))\b|免费",
        re.IGNORECASE,
    ),
    Sought.NUMBER: re.compile(rf"\d|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE),
    Sought.TIME: re.compile(
        rf"\b(?:1\d|20)\d\d\b|\b(?:{'|'.join(sorted(_MONTHS))})\b|[年月日]", re.IGNORECASE
    ),
}
_COUNTING = re.compile(
    rf"(?:\d|\b(?:{_NUMBER_WORDS}))(?:\s+[^\W\d][\w'’-]*)?\s+\Z", re.IGNORECASE
)  # fmt: skip
_LONGEST_COUNT = 40  # characters
_THE_AGED = re.compile(r"[\"“‘']?The (?:now )?\d{1,3}-year-old\b")
_DIGITS_OF_A_YEAR = 4
_YEAR = re.compile(r"1\d{3}|20\d\d")


def sought_in(question: str) -> Sought | None:
    """The kind of words that a question asks for, where its question word tells."""
    return next((kind for kind, pattern in _KINDS if pattern.search(question)), None)


def is_written_in(kind: Sought, text: str) -> bool:
    """Whether a text holds what may be of a kind: an age, an amount of money, a number, a time.

    Of persons and places nothing is told, for any capital may be one: they never stand there.
    """
    pattern = _WRITTEN.get(kind)
    return pattern is not None and pattern.search(text) is not None


def is_counted(text: str, start: int, end: int) -> bool:
    """Whether a number stands before `end`, at most one word between: "130 weary firefighters"."""
    return _COUNTING.search(text, max(start, end - _LONGEST_COUNT), end) is not None


def goes_back(sentence: str) -> bool:
    """Whether a sentence begins with somebody's age in the place of their name."""
    return _THE_AGED.match(sentence) is not None


def is_plain(kind: Sought | None) -> bool:
    """Whether a kind is written in so few ways that a text without them is no answer."""
    return kind in (Sought.AGE, Sought.MONEY)


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
    Sought.AGE: _numbers,
    Sought.MONEY: _numbers,
    Sought.TIME: _times,
    Sought.PERSON: _names,
    Sought.PLACE: _where,
}
