"""Somebody with two offices: "Deputy Prime Minister and Finance Minister Ines Falk"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.quotes.phrase import Phrase
    from index.quotes.readings import Readings

_AND = frozenset("and und et y e".split())
_HIS = frozenset("his her their its".split())
# "his wife and son Otto" are two
_FAMILY = frozenset(
    "wife husband mother father son daughter brother sister parents children widow".split()
)


def with_second_title(sentence: "Readings", phrase: "Phrase") -> "Phrase":
    """The phrase whole, where a role goes on to another of the same person; else as it is.

    The second has no article of its own ("the founder and the chief executive" are two), and a name
    behind it. In English the first has none either where the name follows at once: "the mayor and
    Governor Ines Falk" are two, "der Vizekanzler und Finanzminister Otto Brandt" is one.
    """
    if phrase.kind != "role" or phrase.plural or sentence.lexicon.is_organisation(phrase.head):
        return phrase
    second = phrase.last + 2
    if sentence.low(phrase.last + 1) not in _AND or sentence.is_article(second):
        return phrase
    other = sentence.starting_at(second)
    if other is None or other.role is None or other.plural or other.possessor:
        return phrase
    if other.kind == "name":
        his = sentence.low(phrase.first) in _HIS and _FAMILY.isdisjoint({phrase.head, other.role})
        if sentence.lexicon.code == "en" and _has_article(sentence, phrase.first) and not his:
            return phrase
    elif not _is_named_behind(sentence, other):
        return phrase
    return other._replace(
        role=f"{phrase.role} {sentence.words(phrase.last + 1, phrase.last + 1)} {other.role}",
        name=other.name if other.kind == "name" else (),
        definite=phrase.definite,
        possessor=phrase.possessor,
        first=phrase.first,
    )


def _has_article(sentence: "Readings", first: int) -> bool:
    """Whether the noun phrase that goes on at `first` has an article: "the prime minister"."""
    while sentence.is_word(first) and not sentence.is_article(first):
        if sentence.ends_clause(first):
            return False
        first -= 1
    return sentence.is_article(first)


def _is_named_behind(sentence: "Readings", role: "Phrase") -> bool:
    """Whether a comma and a full name follow a role: "and chief executive, Ines Falk,"."""
    if sentence.low(role.last + 1) != "," or sentence.lexicon.is_organisation(role.head):
        return False
    name = sentence.starting_at(role.last + 2)
    return (
        name is not None
        and name.kind == "name"
        and name.role is None
        and len(name.name) > 1
        and not sentence.is_word(name.last + 1)
    )
