"""What stands between white space, looked up instead of read.

A cluster ("(said", "U.S.,") holds the same words wherever it stands, and mostly says by itself
whether it ends a sentence. An article has few that were never met before, so each is examined
once, and of an article only the numbers of its clusters are left to work with, all at once.

That holds of texts that put spaces between words; `spaced` tells them.
"""

import re
from array import array
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from index.passages import count_words
from index.sentences import BEHIND_OPENING, TERMINATOR, is_plain_end
from index.words import is_spaced, words_of

_KEPT = 250_000  # clusters of one language; then all are forgotten
_LONGEST = 40  # characters that are looked at for where a sentence ends
_AROUND = ".,;:!?…()[]\"'“”‘’«»"  # marks that are no part of a word they stand beside
_MARK_APART = re.compile("[ \u00a0\u202f][»›]")  # « Oui. »: not what ends at white space


# What a cluster says of the text around it; bits, for whole articles of them are compared at once.
ENDS = 1  # a sentence ends here, unless the next cluster goes on with it
MAY_END = 2  # whether one does is for the words around it to tell
GOES_ON = 4  # its first letter is lower case
UNSURE = 8  # it begins with nothing but opening marks
SIGN = 16  # it holds a word that may report speech
COLON = 32
ALONE = 64  # its sign may report in a sentence that has neither quotations nor colons


class Clusters(dict[str, int]):
    """The distinct clusters of one language by number; asking for a new one examines it.

    Args:
        lang: the language.
        meet: gives a word its number.
        tell: what a cluster says of reporting: `SIGN`, `ALONE`, and bits above them of its own.
    """

    def __init__(self, lang: str, meet: Callable[[str], int], tell: Callable[[str], int]) -> None:
        super().__init__()
        self._lang = lang
        self._meet = meet
        self._tell = tell
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._traits = array("Q")
        self._counts = array("I")
        self._sizes = array("q")
        self._firsts = array("q")
        self._words = array("I")

    def numbers(self, clusters: list[str]) -> NDArray[np.int64]:
        """The number of each cluster."""
        if len(self) > _KEPT:
            self._forget()
        return np.fromiter(map(self.__getitem__, clusters), np.int64, len(clusters))

    def traits(self, numbers: NDArray[np.int64]) -> NDArray[np.uint64]:
        """The `Trait`s of clusters."""
        return np.frombuffer(self._traits, np.uint64).take(numbers)

    def counts(self, numbers: NDArray[np.int64]) -> NDArray[np.uint32]:
        """How many words clusters have, as passages count them."""
        return np.frombuffer(self._counts, np.uint32).take(numbers)

    def sizes(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many words clusters have, as they are indexed."""
        return np.frombuffer(self._sizes, np.int64).take(numbers)

    def words(self, numbers: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The numbers of the words of clusters, whose sizes are given, in order."""
        firsts = np.frombuffer(self._firsts, np.int64).take(numbers)
        places = np.repeat(firsts - (np.cumsum(sizes) - sizes), sizes)
        places += np.arange(len(places))
        return np.frombuffer(self._words, np.uint32).take(places)

    def __missing__(self, cluster: str) -> int:
        number = self[cluster] = len(self)
        core = cluster.strip(_AROUND)
        if core.isascii() and core.isalnum():  # most are, and need no search
            words, count = [core], 1
        else:
            words, count = words_of(cluster, self._lang), count_words(cluster)
        self._traits.append(_traits(cluster) | self._tell(cluster))
        self._counts.append(count)
        self._sizes.append(len(words))
        self._firsts.append(len(self._words))
        self._words.extend(map(self._meet, words))
        return number


def spaced(text: str) -> bool:
    """Whether white space alone tells where words and sentences end in `text`."""
    return text.isascii() or (is_spaced(text) and not _MARK_APART.search(text))


def _traits(cluster: str) -> int:
    """What a cluster says of the text around it, but for reporting."""
    if cluster.isalnum():
        return GOES_ON if cluster[0].islower() else 0
    traits = COLON if ":" in cluster else 0
    end = TERMINATOR.search(f"{cluster} ")
    if end:
        plain = len(cluster) <= _LONGEST and is_plain_end(cluster, end)
        traits |= ENDS if plain else MAY_END
    first = BEHIND_OPENING.match(cluster) or BEHIND_OPENING.search(cluster)
    if first is None or first.start() > _LONGEST // 2:
        traits |= UNSURE
    elif first.group().islower():
        traits |= GOES_ON
    return traits
