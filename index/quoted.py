"""What is said in one generation, by whom: asked for by name, by name and role, or by role."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from index.dates import UNDATED, day_of
from index.generation import Generation, SpeakerName
from index.name_words import Naming
from index.nations import OFFICES, nation_in
from index.people import Attribution, Person, forms, name_words, people, with_role
from index.quote import Quote
from index.utterances import utterances

_ARTICLES = frozenset(
    "the a an der die das le la les el los las il lo gli i o os as de het".split()
)

_MANY = re.compile(r"(?:[a-z'’-]+ )*[a-z'’-]+(?:[a-rt-z]s|men)")

_NamingByWord = dict[str, Naming]


class Quoted:
    """The people of a generation and what they say. Threads may share it.

    Whoever is asked for is looked up by the words of names and roles: how many others are quoted
    does not matter.
    """

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def by(self, speaker: str) -> list[tuple[int, Quote]]:
        """What somebody said: passage numbers and quotes, in the order of the file."""
        return utterances(self._generation.quotes_at(sorted(self.numbers(speaker))))

    def speaks(self, speaker: str) -> bool:
        """Whether anybody of this name or role says something."""
        return bool(self.numbers(speaker))

    def names(self, speaker: str) -> bool:
        """Whether anybody of this name says something."""
        return bool(self._numbers_of_name(self._naming(_words(speaker))))

    @property
    def completes(self) -> bool:
        """Whether what completing needs has been made."""
        return "_spelt" in vars(self)

    def completing(self, typed: str) -> Iterator[tuple[str, int]]:
        """The names of which the words typed are beginnings, each with how often it is quoted."""
        beginnings = [f" {word}" for word in name_words(typed)]
        for spelt, name, quotes in self._spelt:
            if all(beginning in spelt for beginning in beginnings):
                yield name, quotes

    @cached_property
    def _spelt(self) -> list[tuple[str, str, int]]:
        """Each name: all its forms folded with a space before each word, the commonest, and quotes.

        Two people of one name are one here.
        """
        times = {one.name: len(one.quotes) for one in self._generation.speakers}
        spelt = []
        for names in forms(times):
            commonest = min(names, key=lambda name: (-times[name], -len(name), name))
            words = " ".join(name_words(" ".join(names)))
            spelt.append((f" {words}", commonest, sum(times[name] for name in names)))
        return spelt

    def numbers(self, speaker: str) -> list[int]:
        """The numbers of what somebody said, each once, in no order."""
        words = _words(speaker)
        found = self._numbers_of(words)
        if (one := _one_of_them(speaker)) and not self._numbers_of_name(self._naming(words)):
            return [*{*found, *self._numbers_of_role(self._naming(_words(one)))}]
        if not (called := nation_in(words)):
            return found
        rest = words - called[0]
        if not rest:
            return [*{*found, *self._numbers_of_nation(called)}]
        return found or [*{number for one in called for number in self._numbers_of(rest | one)}]

    def _numbers_of(self, words: Collection[str]) -> list[int]:
        naming = self._naming(words)
        return (
            self._numbers_of_name(naming)
            or [number for one in self._with_role(naming) for number in one.quotes]
            or self._numbers_of_role(naming)
        )

    def _numbers_of_nation(self, called: Sequence[frozenset[str]]) -> Iterator[int]:
        """What those say who speak for a country, by all that it is called."""
        offices = self._naming(OFFICES).values()
        of_office = {number for held in offices for number in held.roles}
        for words in called:
            naming = self._naming(words).values()
            for role in _all_of(held.roles for held in naming) & of_office:
                yield from self._generation.said_as(role)
            for number in _all_of(held.names for held in naming):
                speaker = self._generation.speaker(number)
                others = _words(speaker.name) - words
                if not others or others & OFFICES:
                    yield from speaker.quotes

    def _numbers_of_name(self, naming: _NamingByWord) -> list[int]:
        """What those say of whose name one form has all the words."""
        bearers = self._bearers(_all_of(held.names for held in naming.values()))
        return [number for one in bearers for name in one for number in name.quotes]

    def _with_role(self, naming: _NamingByWord) -> list[Person]:
        """Those whom some of the words name, and all others say what they do: "judge Falk"."""
        words = naming.keys()
        said_as = {
            word: {number for role in held.roles for number in self._generation.said_as(role)}
            for word, held in naming.items()
        }
        # A word that is of no role must be of the name; where all are of roles, any may be.
        names_only = [word for word in words if not said_as[word]]
        if len(names_only) == len(words):
            return []
        found = []
        for names in self._bearers(
            {number for word in names_only or words for number in naming[word].names}
        ):
            rest = words - {word for one in names for word in name_words(one.name)}
            said = {number for one in names for number in one.quotes}
            if not any(said.isdisjoint(said_as[word]) for word in rest):
                found += sorted(said)
        return with_role(words, people(self._attributions(sorted(found))))

    def _numbers_of_role(self, naming: _NamingByWord) -> list[int]:
        """What those say whose role has all the words."""
        roles = _all_of(held.roles for held in naming.values())
        return [number for role in roles for number in self._generation.said_as(role)]

    def _naming(self, words: Iterable[str]) -> _NamingByWord:
        return {word: self._generation.naming(word) for word in words}

    def _bearers(self, numbers: Iterable[int]) -> Iterator[list[SpeakerName]]:
        """Those who bear some names, each with all forms of their name."""
        borne = {number: self._generation.speaker(number) for number in numbers}
        # Forms of one name begin and end alike.
        ends = {(words[0], words[-1]) for words in (name_words(one.name) for one in borne.values())}
        alike = {
            number
            for both in ends
            for number in _all_of(held.names for held in self._naming(both).values())
        }
        others = map(self._generation.speaker, sorted(alike - borne.keys()))
        names = {one.name: one for one in (*borne.values(), *others)}
        wanted = {one.name for one in borne.values()}
        for variants in forms(names):
            if not wanted.isdisjoint(variants):
                yield [names[name] for name in variants]

    def _attributions(self, numbers: list[int]) -> Iterator[Attribution]:
        said = zip(numbers, self._generation.quotes_at(numbers), strict=True)
        for number, (passage, quote) in said:
            yield Attribution(number, quote.speaker or "", quote.role, self._day(passage))

    def _day(self, passage: int) -> date | None:
        second = int(self._generation.seconds[self._generation.articles_of[passage]])
        return None if second == UNDATED else day_of(second)


def _words(speaker: str) -> frozenset[str]:
    return frozenset(word for word in name_words(speaker) if word not in _ARTICLES)


def _one_of_them(speaker: str) -> str | None:
    """What one of "analysts" or "fire chiefs" is called; None where not many are asked for."""
    if not _MANY.fullmatch(speaker):
        return None
    if speaker.endswith("men"):
        return f"{speaker[:-3]}man"
    return f"{speaker[:-3]}y" if speaker.endswith("ies") else speaker[:-1]


def _all_of(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    """What all of some sets hold; of no set, nothing."""
    listed = list(sets)
    return frozenset.intersection(*listed) if listed else frozenset()
