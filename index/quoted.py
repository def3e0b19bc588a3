"""What is said in one generation, by whom: asked for by name, by name and role, or by role."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from index.analysis import fold
from index.dates import UNDATED, day_of
from index.generation import Generation
from index.people import Attribution, Person, forms, matches, name_words, people, with_role
from index.quote import Quote
from index.utterances import utterances

_ARTICLES = frozenset(
    "the a an der die das le la les el los las il lo gli i o os as de het".split()
)

_NOBODY: frozenset[int] = frozenset()


class Quoted:
    """The people of a generation and what they say. Threads may share it."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation

    def by(self, speaker: str) -> list[tuple[int, Quote]]:
        """What somebody said: passage numbers and quotes, in the order of the file."""
        return utterances(self._generation.quotes_at(self._numbers(speaker)))

    def names(self, speaker: str) -> bool:
        """Whether anybody of this name says something."""
        return bool(self._numbers_of_name(_words(speaker)))

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

        Made of the names alone, in a fifth of the time that `people` takes to go through all that
        is said: two people of one name are one here.
        """
        spelt = []
        for names in self._forms:
            times = {name: len(self._said[name]) for name in names}
            commonest = min(names, key=lambda name: (-times[name], -len(name), name))
            words = " ".join(name_words(" ".join(names)))
            spelt.append((f" {words}", commonest, sum(times.values())))
        return spelt

    def _numbers(self, speaker: str) -> list[int]:
        words = _words(speaker)
        found = self._numbers_of_name(words)
        if words and not found:
            found = [number for one in with_role(words, self.people) for number in one.quotes]
        if words and not found:
            found = [number for role, said in self._by_role if words <= role for number in said]
        return sorted(found)

    def _numbers_of_name(self, words: frozenset[str]) -> list[int]:
        if not words:
            return []
        having = [self._having.get(word, _NOBODY) for word in words]
        return [
            number
            for place in sorted(frozenset.intersection(*having))
            if matches(words, self._forms[place])
            for name in self._forms[place]
            for number in self._said[name]
        ]

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody who is quoted by name; those quoted most often first.

        Everything said is gone through when this is first asked for.
        """
        return people(
            Attribution(number, quote.speaker, quote.role, self._day(passage))
            for number, (passage, quote) in enumerate(self._generation.quotes())
            if quote.speaker
        )

    @cached_property
    def _said(self) -> dict[str, tuple[int, ...]]:
        """The numbers of what is said under each name."""
        return {one.name: one.quotes for one in self._generation.speakers}

    @cached_property
    def _forms(self) -> list[list[str]]:
        """The names, those of one person together."""
        return list(forms(self._said))

    @cached_property
    def _having(self) -> dict[str, frozenset[int]]:
        """For each folded word, the places in `_forms` of those who have it in their name."""
        having: dict[str, set[int]] = {}
        for place, names in enumerate(self._forms):
            for name in names:
                for word in name_words(name):
                    having.setdefault(word, set()).add(place)
        return {word: frozenset(places) for word, places in having.items()}

    @cached_property
    def _by_role(self) -> list[tuple[frozenset[str], list[int]]]:
        """The words of every role, with the numbers of what those who have it say."""
        found: dict[str, list[int]] = {}
        for number, (_, quote) in enumerate(self._generation.quotes()):
            if quote.role:
                found.setdefault(quote.role, []).append(number)
        return [(frozenset(fold(role).split()), said) for role, said in found.items()]

    def _day(self, passage: int) -> date | None:
        second = int(self._generation.seconds[self._generation.articles_of[passage]])
        return None if second == UNDATED else day_of(second)


def _words(speaker: str) -> frozenset[str]:
    return frozenset(word for word in name_words(speaker) if word not in _ARTICLES)
