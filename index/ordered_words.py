"""All raw words of a library in the order that a generation gives them, kept from change to change.

Putting a language's worth of words in order takes longer than inverting a day's articles; a change
brings few that were not there before, and these only have to find their places.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class OrderedWords:
    """Raw words with their terms, each pair once, ascending; and where each word's id stands."""

    terms: Sequence[str]  # the distinct ones, ascending
    words: Sequence[str]  # ascending, a word once for each of its terms, in their order
    terms_of: NDArray[np.uint32]  # of each word: the place of its term
    places: NDArray[np.uint32]  # of each id, from 0 on: the place among `words`

    @classmethod
    def of(cls, words: Iterable[tuple[str, str]]) -> "OrderedWords":
        """Words and their terms put in order.

        Args:
            words: in the order of their ids, from 0 on.
        """
        given = list(words)
        terms = sorted({term for _, term in given})
        place_of_term = {term: place for place, term in enumerate(terms)}
        pairs = sorted(set(given))
        place_of = {pair: place for place, pair in enumerate(pairs)}
        return cls(
            terms,
            [word for word, _ in pairs],
            np.array([place_of_term[term] for _, term in pairs], np.uint32),
            np.array([place_of[pair] for pair in given], np.uint32),
        )

    @property
    def term_of_id(self) -> NDArray[np.uint32]:
        """The place of the term of each id."""
        return self.terms_of.take(self.places)

    def with_new(self, new: Iterable[tuple[str, str]]) -> "OrderedWords":
        """The words with some more: quicker than `of` where these are few.

        Args:
            new: words and their terms, in the order of the ids that follow the last one.
        """
        added = list(new)
        terms, moved_terms = _inserted(self.terms, sorted({term for _, term in added}))
        terms_of = _moved(self.terms_of, moved_terms)
        place_of_term = {term: bisect_left(terms, term) for term in {term for _, term in added}}
        pairs = [(word, place_of_term[term]) for word, term in added]
        before = _Pairs(self.words, terms_of)
        missing = [(before.place(pair), pair) for pair in sorted(set(pairs))]
        missing = [(place, pair) for place, pair in missing if not before.holds(place, pair)]
        after = _Pairs(
            _spliced(self.words, [(place, word) for place, (word, _) in missing]),
            np.insert(
                terms_of,
                [place for place, _ in missing],
                np.array([term for _, (_, term) in missing], np.uint32),
            ),
        )
        moved = _moved(self.places, np.array([place for place, _ in missing], np.int64))
        return OrderedWords(
            terms,
            after.words,
            after.terms_of,
            np.append(moved, np.array([after.place(pair) for pair in pairs], np.uint32)),
        )


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Words in order with the places of their terms."""

    words: Sequence[str]
    terms_of: NDArray[np.uint32]

    def place(self, pair: tuple[str, int]) -> int:
        """Where a word with a term stands, or would stand."""
        word, term = pair
        place = bisect_left(self.words, word)
        while place < len(self.words) and self.words[place] == word and self.terms_of[place] < term:
            place += 1
        return place

    def holds(self, place: int, pair: tuple[str, int]) -> bool:
        """Whether a word with a term stands at a place."""
        if place == len(self.words):
            return False
        return (self.words[place], int(self.terms_of[place])) == pair


def _inserted(
    held: Sequence[str], candidates: Sequence[str]
) -> tuple[Sequence[str], NDArray[np.int64]]:
    """The strings with those candidates that are new, and before which places these went in."""
    places = [(bisect_left(held, one), one) for one in candidates]
    missing = [(place, one) for place, one in places if place == len(held) or held[place] != one]
    return _spliced(held, missing), np.array([place for place, _ in missing], np.int64)


def _spliced(held: Sequence[str], new: Sequence[tuple[int, str]]) -> Sequence[str]:
    """The strings with others before the places given, which ascend."""
    whole: list[str] = []
    start = 0
    for place, one in new:
        whole += held[start:place]
        whole.append(one)
        start = place
    whole += held[start:]
    return whole


def _moved(places: NDArray[np.uint32], before: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Where places have gone to once something went in before each of some, which ascend."""
    return places + np.searchsorted(before, places, side="right").astype(np.uint32)
