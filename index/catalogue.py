"""What there is to choose from: headlines, sources and languages, completed while somebody types.

Everything is kept in memory, for Discord asks at every key pressed. A catalogue is made once from
the generations that are asked together, and holds nothing of any other. Headlines are read the
newest first, so that those most likely to be wanted can be chosen while the others are read.
"""

import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index import scripts
from index.analysis import fold
from index.articles import Article
from index.dates import UNDATED, day_of
from index.generation import Generation
from index.keys import key_of

_AT_ONCE = 500  # headlines read together: some tens of milliseconds
_GAPS = re.compile(r"[\W_]+")
_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Headline:
    """An article as it is listed."""

    article_id: str
    title: str  # empty where the article has none
    source: str | None
    day: str | None  # "YYYY-MM-DD"
    key: str  # by `index.keys`


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, and what there is of it."""

    name: str
    articles: int
    last_day: str | None  # of its newest dated article
    key: str


class Catalogue:
    """The headlines, sources and languages of some generations. Threads may share it."""

    def __init__(self, generations: Sequence[Generation]) -> None:
        self._generations = generations
        self._reading = threading.Lock()
        # Of each article that has been read; in the first and the second at the same place.
        self._headlines: list[Headline] = []
        self._titles: list[str] = []  # as they are compared: folded, a space before each word
        self._by_key: dict[str, int] = {}

    def warm(self) -> None:
        """Make now what would else be made when it is first asked for."""
        self.sources_named("")
        self._read_all()

    @property
    def is_read(self) -> bool:
        """Whether every headline has been read."""
        return len(self._titles) == sum(len(one.seconds) for one in self._generations)

    def headlines(self, typed: str, k: int = 25, *, at_once: bool = False) -> list[Headline]:
        """The articles of whose headlines the words typed are beginnings; the newest first.

        Headlines that begin with what was typed come before the others. Case and diacritics do not
        matter; without words every headline fits.

        Args:
            typed: what has been typed.
            k: how many at most.
            at_once: look only at those that have been read so far, the newest; else the others are
                read first.
        """
        if not at_once:
            self._read_all()
        elif not self._titles:
            self._read_some()
        beginnings = sorted(_beginnings(typed), key=len, reverse=True)
        if not beginnings:
            return list(self._headlines[:k])
        titles = self._titles
        longest, *others = beginnings  # which leaves the fewest to look at again
        found = [place for place, title in enumerate(titles) if longest in title]
        for beginning in others:
            found = [place for place in found if beginning in titles[place]]
        first = f" {_spelt(typed)}"
        found.sort(key=lambda place: not titles[place].startswith(first))
        return [self._headlines[place] for place in found[:k]]

    def article(self, key: str) -> Headline | None:
        """The article that a key names."""
        if key not in self._by_key:
            self._read_all()
        place = self._by_key.get(key)
        return None if place is None else self._headlines[place]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The outlets, those of most articles first."""
        counts: Counter[str] = Counter()
        newest: dict[str, int] = {}
        for generation in self._generations:
            for code, name in enumerate(generation.facts.sources):
                seconds = generation.seconds[generation.sources == code]
                counts[name] += len(seconds)
                newest[name] = max(newest.get(name, UNDATED), int(seconds.max(initial=UNDATED)))
        return tuple(
            Source(name, counts[name], _day(newest[name]), key_of(fold(name)))
            for name in sorted(counts, key=lambda name: (-counts[name], name))
            if counts[name]
        )

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages, by code; those of most articles first."""
        counts: Counter[str] = Counter()
        for generation in self._generations:
            codes, numbers = np.unique(generation.languages, return_counts=True)
            for code, number in zip(codes.tolist(), numbers.tolist(), strict=True):
                if code >= 0:
                    counts[generation.facts.languages[code]] += number
        return tuple(sorted(counts, key=lambda lang: (-counts[lang], lang)))

    def sources_named(self, typed: str) -> list[Source]:
        """The outlets that `typed` names: by key, by the whole name, or by beginnings of words."""
        folded = fold(typed)
        whole = [one for one in self.sources if one.key in (typed, key_of(folded))]
        if whole:
            return whole
        beginnings = _beginnings(typed)
        return [
            one
            for one, name in zip(self.sources, self._source_names, strict=True)
            if all(beginning in name for beginning in beginnings)
        ]

    @cached_property
    def _source_names(self) -> list[str]:
        """The names of the outlets as they are compared."""
        return [f" {_spelt(one.name)}" for one in self.sources]

    def _read_all(self) -> None:
        while not self.is_read:
            self._read_some()

    def _read_some(self) -> None:
        """Read the newest of the articles that have not been read."""
        with self._reading:
            for place in range(len(self._titles), len(self._titles) + _AT_ONCE):
                if place == len(self._order):
                    return
                one = self._article(int(self._order[place]))
                headline = Headline(one.id, one.title, one.source, one.day, key_of(one.id))
                # Whoever looks meanwhile begins with the titles: what they lead to is there.
                self._headlines.append(headline)
                self._by_key[headline.key] = place
                self._titles.append(f" {_spelt(headline.title)}")

    def _article(self, number: int) -> Article:
        """An article by its number among those of all generations."""
        for generation in self._generations:
            if number < len(generation.seconds):
                return generation.article(number)
            number -= len(generation.seconds)
        raise IndexError(number)

    @cached_property
    def _order(self) -> NDArray[np.int64]:
        """The numbers of all articles, the newest first, then by generation and id."""
        seconds = [one.seconds for one in self._generations]
        return np.argsort(-np.concatenate(seconds), kind="stable") if seconds else np.empty(0, int)


def _spelt(text: str) -> str:
    """The words of a text without case, diacritics and what stands between them."""
    return _GAPS.sub(" ", fold(text)).strip()


def _beginnings(typed: str) -> list[str]:
    """What a name must hold for the words typed to be beginnings of its own.

    Scripts without spaces begin words anywhere.
    """
    words = _spelt(typed).split()
    return [word if _UNSPACED.search(word) else f" {word}" for word in words]


def _day(second: int) -> str | None:
    return None if second == UNDATED else day_of(second).isoformat()
