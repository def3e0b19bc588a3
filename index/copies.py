"""Copies and near-copies of a story: the same wire text under other headlines, shortened or edited.

Two texts are copies where most of what the shorter one says stands in the other, word for word:
the share of its runs of three words (containment, Broder 1997). Which texts may be copies at all is
told by sketches of them, made when they are met: only a few articles are found at a time.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from index.scripts import UNSPACED
from index.words import MARKS

# Of the shorter text's runs; docs/ranking.md tells how far copies are from others. Of a text that
# is much shorter more, for what articles have in common with each other are mostly small pieces.
ENOUGH, ENOUGH_OF_A_PART = 0.6, 0.85
_PART = 0.5  # of the longer text's runs
_RUN = 3  # words
_BEGINS = 6  # letters of the words with which the runs begin that are compared: about a third
_AKIN = 0.2  # of the smaller sketch: copies share half of it, and others nothing
_SKETCHED = np.uint32(1 << 27)  # hashes below it are kept: one of 32
_FACTOR = np.uint32(0x9E3779B1)  # 2**32 over the golden ratio, a prime
_SPACES_AND_MARKS = np.uint32(0x60)  # of ASCII, and digits, are no higher
_SMALL_LETTERS = np.uint32(0x20)  # the bit by which capitals of Latin and Cyrillic differ
_RUN_OF_CHARACTERS = 8  # where words are not written apart
_READ = 1_800  # characters of an article
_SKETCHES = 1_024  # that are kept: some 5 MB; questions find the same articles again and again
_LOOKED_AT = 32  # articles, if none of them is a copy
_BEYOND = 2  # articles after the last story that is wanted
_ENOUGH_SAID = 40  # letters of an utterance that is a part of another
_FEWEST = 10  # runs: less is too little to tell
_WORD = re.compile(rf"[\w{MARKS}]+")  # vowel signs belong to their words
_BLANKED = str.maketrans(
    dict.fromkeys((c for c in map(chr, range(128)) if not _WORD.match(c)), " ")
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNSPACED_SHARE = 0.3  # of the characters of a text that does not write its words apart

Runs = frozenset[str]


def runs_of(text: str) -> Runs:
    """The runs of words by which a text is compared: those that begin with a long word."""
    text = text[:_READ].lower()
    # Three times as fast as a search.
    words = text.translate(_BLANKED).split() if text.isascii() else _WORD.findall(text)
    if not text.isascii() and len(_UNSPACED.findall(text)) > _UNSPACED_SHARE * len(text):
        letters = "".join(words)
        ends = range(_RUN_OF_CHARACTERS, len(letters) + 1)
        return frozenset(letters[end - _RUN_OF_CHARACTERS : end] for end in ends)
    beginnings = [at for at, word in enumerate(words[: 1 - _RUN]) if len(word) >= _BEGINS]
    return frozenset([" ".join(words[at : at + _RUN]) for at in beginnings])


def likeness(one: Runs, other: Runs) -> float:
    """The share of the smaller's runs that the other has too; 0 where there are too few to tell."""
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= _FEWEST else 0.0


def is_enough(shared: int, one: int, other: int) -> bool:
    """Whether two texts of so many runs, of which they share some, are copies."""
    fewest, most = sorted((one, other))
    enough = ENOUGH if fewest >= _PART * most else ENOUGH_OF_A_PART
    return fewest >= _FEWEST and shared >= enough * fewest


class _Told:
    """A text that was met."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._sketch = _sketch(text[:_READ])

    @cached_property
    def _runs(self) -> Runs:
        return runs_of(self._text)

    def is_akin_to(self, other: "_Told") -> bool:
        """Whether one may be a copy of the other: few texts share so much of their sketches."""
        fewest = min(len(self._sketch), len(other._sketch))
        if fewest < _FEWEST:
            return True
        if self._sketch.isdisjoint(other._sketch):  # told without making a set, as most are
            return False
        return len(self._sketch & other._sketch) >= _AKIN * fewest

    def repeats(self, other: "_Told") -> bool:
        """Whether one of the two is a copy of the other."""
        if not self.is_akin_to(other):
            return False
        one, two = self._runs, other._runs
        return is_enough(len(one & two), len(one), len(two))


@lru_cache(_SKETCHES)
def _sketch(text: str) -> frozenset[int]:
    """Hashes of a few stretches of eight letters, picked alike in any text (Broder 1997).

    Neither case counts nor spaces, nor most marks and digits.
    """
    hashes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32) | _SMALL_LETTERS
    hashes = hashes.compress(hashes > _SPACES_AND_MARKS)
    for width in (1, 2, 4):
        hashes = hashes[:-width] * _FACTOR + hashes[width:]
    return frozenset(hashes.compress(hashes < _SKETCHED).tolist())


class Stories:
    """Texts met so far, each with its copies under the first of them."""

    def __init__(self) -> None:
        self._told: list[_Told] = []

    def add(self, text: str) -> int | None:
        """The number of the story that a text is a copy of; None where it is a new one."""
        told = _Told(text)
        # A few articles are compared, and sets intersect in less time than a table of runs takes.
        for number, other in enumerate(self._told):
            if told.repeats(other):
                return number
        self._told.append(told)
        return None

    def add_apart(self, text: str) -> None:
        """Add a text as a new story, whatever it is like."""
        self._told.append(_Told(text))


class Story(NamedTuple):
    """A story in a ranking."""

    first: int  # the place of the article that tells it best
    copies: tuple[int, ...]  # the places of those that tell it too


def told_once(
    places: Iterable[int], text_of: Callable[[int], str], k: int, asked: Collection[str] = ()
) -> list[Story]:
    """The first `k` stories of a ranking; copies are looked for among a few articles more.

    What holds a word of the question that the story lacks is no copy for this question: pages of
    one pattern differ in the name that is asked for.

    Args:
        places: of articles, best first.
        text_of: the text of the article at a place.
        k: how many stories are wanted.
        asked: the words of the question.
    """
    stories = Stories()
    found: list[tuple[int, list[int]]] = []
    beyond = 0
    copied = False
    for count, place in enumerate(places):
        beyond += len(found) >= k
        if beyond > _BEYOND:
            break
        if count >= _LOOKED_AT and not copied:  # nobody reads on so far, but where copies crowd
            found.append((place, []))
            continue
        text = text_of(place)
        number = stories.add(text)
        if number is not None and _holds_more(text, text_of(found[number][0]), asked):
            stories.add_apart(text)
            number = None
        copied = copied or number is not None
        if number is None:
            found.append((place, []))
        else:
            found[number][1].append(place)
    return [Story(first, tuple(copies)) for first, copies in found[:k]]


def _holds_more(text: str, other: str, asked: Iterable[str]) -> bool:
    """Whether a text holds a word of the question that the other lacks."""
    low, other_low = text.lower(), other.lower()
    held, other_held = set(_WORD.findall(low)), set(_WORD.findall(other_low))
    return any(
        word in low and word not in other_low
        if _UNSPACED.match(word)  # a piece of what is written in one
        else word in held and word not in other_held
        for word in {word.lower() for word in asked}
    )


class Utterances:
    """What was said, each once, however many articles repeat it."""

    def __init__(self) -> None:
        self._said: list[tuple[str, str]] = []

    def add(self, words: str, speaker: str | None) -> int | None:
        """The number of the utterance that this repeats; None where it is a new one.

        One repeats another of the same speaker that is the same but for marks and case, or holds
        it; a speaker is the same who has the same last name.
        """
        name = (speaker or "").lower().rpartition(" ")[2]
        said = "".join(_WORD.findall(words.lower()))
        for number, (by, other) in enumerate(self._said):
            if by != name:
                continue
            short, long = sorted((said, other), key=len)
            if short == long or (len(short) >= _ENOUGH_SAID and short in long):
                return number
        self._said.append((name, said))
        return None
