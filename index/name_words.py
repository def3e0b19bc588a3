"""The words of names and roles, in blocks that are read and checked as one, as those of articles.

Whoever is asked for by name is found without reading the names of everybody: a word tells the names
and the roles that hold it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.people import name_words
from index.vocabulary import BLOCK


class Naming(NamedTuple):
    """The names and the roles that hold a word, by their numbers."""

    names: frozenset[int]
    roles: frozenset[int]


NOBODY = Naming(frozenset(), frozenset())


class NameBlock(NamedTuple):
    """Some words in code point order, a line each; of each word, how many numbers, and these."""

    words: str
    name_counts: bytes
    names: bytes
    role_counts: bytes
    roles: bytes

    def naming(self, word: str) -> Naming:
        """What holds a word; nothing where the word is not here."""
        words = self.words.split("\n")
        if word not in words:
            return NOBODY
        place = words.index(word)
        return Naming(
            _numbers(self.name_counts, self.names, place),
            _numbers(self.role_counts, self.roles, place),
        )


def name_blocks(names: Sequence[str], roles: Sequence[str]) -> Iterator[tuple[str, NameBlock]]:
    """Blocks of all words of some names and roles, each with its first word.

    Args:
        names: by number.
        roles: by number.
    """
    by_name, by_role = _holders(names), _holders(roles)
    words = sorted(by_name.keys() | by_role.keys())
    for first in range(0, len(words), BLOCK):
        block = words[first : first + BLOCK]
        yield (
            block[0],
            NameBlock("\n".join(block), *_packed(block, by_name), *_packed(block, by_role)),
        )


def _holders(texts: Sequence[str]) -> dict[str, list[int]]:
    held: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        for word in set(name_words(text)):
            held.setdefault(word, []).append(number)
    return held


def _packed(words: Sequence[str], held: Mapping[str, list[int]]) -> tuple[bytes, bytes]:
    lists = [held.get(word, []) for word in words]
    numbers = [number for one in lists for number in one]
    return _bytes([len(one) for one in lists]), _bytes(numbers)


def _numbers(counts: bytes, numbers: bytes, place: int) -> frozenset[int]:
    before: NDArray[np.uint32] = np.frombuffer(counts, np.uint32)[: place + 1]
    end = int(before.sum())
    held = np.frombuffer(numbers, np.uint32)[end - int(before[-1]) : end]
    return frozenset(held.tolist())


def _bytes(numbers: Sequence[int]) -> bytes:
    return np.array(numbers, np.uint32).tobytes()
