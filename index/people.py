"""Who is quoted, across articles: one entry a person, with every form of the name.

Two forms are one person's where the first and the last word are the same and what stands between
them does not speak against it: "Ines Falk", "Ines M. Falk", "Ines Maria Falk". A form that fits two
different people is kept apart. Two people with one name are told apart by what they do, where the
articles put them in fields that nobody changes between, or by the years between their words.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from index.analysis import fold

_LIFETIME = 60  # years in which somebody can be quoted
_FULL = 2  # words
_KEPT_ROLES = 5

# What somebody does, by fields that people rarely change between. Offices, business, law and
# writing are left out: ministers were lawyers, generals become presidents, and everybody writes.
_FIELDS = {
    "sport": "captain striker goalkeeper defender midfielder player coach champion skipper trainer "
    "cyclist swimmer runner sprinter footballer cricketer boxer golfer jockey wrestler rower",
    "arts": "actor actress singer conductor composer poet novelist painter sculptor dancer "
    "playwright musician pianist violinist artist guitarist drummer",
    "science": "scientist biologist geologist physicist chemist astronomer ecologist hydrologist "
    "meteorologist epidemiologist psychologist sociologist archaeologist mathematician "
    "virologist seismologist oceanographer climatologist researcher",
    "office": "minister president premier secretary chancellor mayor governor senator congressman "
    "congresswoman spokesman spokeswoman spokesperson ambassador envoy judge prosecutor "
    "commissioner councillor alderman mp chairman chairwoman",
    "trade": "farmer fisherman baker brewer chef gardener shopkeeper builder driver nurse plumber "
    "electrician carpenter butcher waiter postman hairdresser",
}
_FIELD_OF = {role: field for field, roles in _FIELDS.items() for role in roles.split()}


# Dots part a foreign name in Chinese, and marks stand around nicknames.
_PARTING = str.maketrans(dict.fromkeys('·•・‧“”"', " "))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose a quote is, as its article has it."""

    quote: int  # its number
    name: str  # in full, as the article gives it
    role: str | None  # as the article states it
    day: date | None  # of the article


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted, or an organisation."""

    name: str  # the commonest form
    variants: tuple[str, ...]  # all forms of the name, the commonest first
    roles: tuple[str, ...]  # as the articles state them, the commonest first
    quotes: tuple[int, ...]  # the numbers of what is said, rising
    last_day: date | None  # of the newest dated article that quotes this person

    @property
    def role(self) -> str | None:
        """What articles mostly say this person is."""
        return self.roles[0] if self.roles else None


def people(attributions: Iterable[Attribution]) -> tuple[Person, ...]:
    """Everybody who is quoted; those quoted most often first, then by name."""
    by_name: dict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        by_name[one.name].append(one)
    found = [
        _person(part)
        for names in forms(by_name)
        for part in _told_apart([one for name in names for one in by_name[name]])
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.quotes), one.name, one.quotes)))


def name_words(name: str) -> list[str]:
    """The words of a name, without case, diacritics and the marks around a nickname."""
    return fold(name).translate(_PARTING).split()


def forms(names: Collection[str]) -> Iterator[list[str]]:
    """The forms of names, those of one person together."""
    spelt: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        spelt[tuple(name_words(name))].append(name)
    for group in _same_people(list(spelt)):
        yield list(chain.from_iterable(spelt[form] for form in group))


def with_role(words: Collection[str], known: Iterable[Person]) -> list[Person]:
    """Those whom some of the words name, and all others say what they do: "judge Falk"."""
    return [one for one in known if _named_with_role(set(words), one)]


def _same_people(forms: Sequence[tuple[str, ...]]) -> Iterator[list[tuple[str, ...]]]:
    """The forms of a name, those of one person together."""
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for form in forms:
        ends = (form[0], form[-1]) if len(form) >= _FULL else (" ".join(form), "")
        by_ends[ends].append(form)
    for namesakes in by_ends.values():
        # The longest first: whatever fits one of them alone is its short form.
        groups: list[list[tuple[str, ...]]] = []
        for form in sorted(namesakes, key=lambda one: (-len(one), -sum(map(len, one)), one)):
            fitting = [group for group in groups if _is_short_for(form, group[0])]
            if len(fitting) == 1:
                fitting[0].append(form)
            else:
                groups.append([form])
        yield from groups


def _is_short_for(form: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the words between first and last stand in `longer` in this order, or begin there."""
    between = iter(longer[1:-1])
    return all(
        any(_is_initial_of(word, other) or word == other for other in between)
        for word in form[1:-1]
    )


def _is_initial_of(word: str, other: str) -> bool:
    letter = word.rstrip(".")
    return len(letter) == 1 and other.startswith(letter)


def _told_apart(said: list[Attribution]) -> Iterator[list[Attribution]]:
    """What is said under one name, by those who bear it."""
    by_field: dict[str, list[Attribution]] = defaultdict(list)
    unplaced: list[Attribution] = []
    for one in said:
        field = _field(one.role)
        (by_field[field] if field else unplaced).append(one)
    # Words without a field are most likely those of whoever is quoted most.
    parts = sorted(by_field.values(), key=len, reverse=True) or [[]]
    parts[0].extend(unplaced)
    for part in parts:
        yield from _by_lifetime(part)


def _field(role: str | None) -> str | None:
    fields = {_FIELD_OF[word] for word in fold(role or "").split() if word in _FIELD_OF}
    return fields.pop() if len(fields) == 1 else None


def _by_lifetime(said: list[Attribution]) -> Iterator[list[Attribution]]:
    """Parts between which more years lie than anybody speaks."""
    dated = sorted((one for one in said if one.day), key=lambda one: one.day or date.min)
    current = [one for one in said if not one.day]
    for before, one in zip([None, *dated], dated, strict=False):
        if before and before.day and one.day and one.day.year - before.day.year > _LIFETIME:
            yield current
            current = []
        current.append(one)
    yield current


def _person(said: Sequence[Attribution]) -> Person:
    names = Counter(one.name for one in said)
    roles = Counter(one.role for one in said if one.role)
    variants = tuple(sorted(names, key=lambda name: (-names[name], -len(name), name)))
    return Person(
        name=variants[0],
        variants=variants,
        roles=tuple(sorted(roles, key=lambda role: (-roles[role], role))[:_KEPT_ROLES]),
        quotes=tuple(sorted(one.quote for one in said)),
        last_day=max((one.day for one in said if one.day), default=None),
    )


def _named_with_role(asked: set[str], person: Person) -> bool:
    """Whether some words are of the name and all others of what that person does."""
    rest = asked - {word for form in person.variants for word in _words(form)}
    if rest == asked:
        return False
    return bool(rest) and rest <= {word for role in person.roles for word in _words(role)}


def _words(text: str) -> set[str]:
    return set(name_words(text))
