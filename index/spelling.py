"""Words that articles hold and that somebody may have meant who wrote another.

A misspelt word is at most two slips of the pen from the right one: a letter too many, too few or
wrong, or two in the wrong order (Damerau 1964 found four fifths of all errors to be one such slip).
All words are compared at once. Most are ruled out by their length and by their letters, a bit for
each: one slip changes two bits at most. What remains is compared letter by letter, in vectors.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from index import scripts
from index.analysis import fold

SHORTEST = 4  # letters of a word that is corrected
LONGEST = 40  # letters: whatever is longer is no word
SHORT = 6  # letters up to which a word may be one slip away, and not two
_LONG = 9  # letters from which two may be wrong in one word
_ENDING = 2  # letters in which forms of one word differ
_NAME_WEIGHT = 8  # how many times as often a word counts that mostly stands capitalised
_CLASSES = 63  # of letters
_LINE_END = 10
_UNSPACED = re.compile(f"[{scripts.UNSPACED}]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word that articles hold, in place of one that none does."""

    text: str  # as it mostly stands in articles
    distance: int  # slips
    occurrences: int
    is_name: bool  # whether it mostly stands capitalised
    is_slip: bool  # whether letters only changed places, or are doubled or not
    is_ending: bool  # whether they only differ in their ends, as forms of one word do
    letters: int  # of the word that it is to stand for

    @property
    def is_likely(self) -> bool:
        """Whether it is so likely to be meant that it can be looked up unasked."""
        one_slip = self.distance == 1 and self.letters >= SHORT and not self.is_ending
        return self.is_slip or one_slip

    @property
    def is_plausible(self) -> bool:
        """Whether it is worth offering: other letters make another word, one of a short word.

        Of a longer one two do: nobody who writes "rescued" means "reached".
        """
        most = 0 if self.letters < SHORT else 1 if self.letters < _LONG else 2
        other = self.distance > most and len(self.text) == self.letters and not self.is_slip
        return not other or self.is_name

    @property
    def rank(self) -> tuple[int, bool, int, str]:
        """What orders corrections: few slips, common slips, names and frequent words first."""
        weight = self.occurrences * (_NAME_WEIGHT if self.is_name else 1)
        return self.distance, not self.is_slip, -weight, self.text


class Lexicon:
    """The raw words of one generation, as they are compared. Threads may share it.

    Args:
        words: as they stand in articles, a line each.
        counts: how often each of them does.
    """

    def __init__(self, words: str, counts: "NDArray[np.integer]") -> None:
        lines = words.split("\n") if words else []
        comparable = words.casefold().split("\n")
        # Together, for what it takes to fold one word is mostly the call.
        marked = [place for place, one in enumerate(comparable) if not one.isascii()]
        folded = fold("\n".join(comparable[place] for place in marked)).split("\n")
        for place, one in zip(marked, folded, strict=False):
            comparable[place] = one
        encoded = "".join(f"{one}\n" for one in comparable).encode("utf-32-le", "surrogatepass")
        letters = np.frombuffer(encoded, np.uint32) if lines else np.empty(0, np.uint32)
        ends = np.flatnonzero(letters == _LINE_END)
        self._words = lines
        self._counts = counts
        self._starts = np.concatenate([[0], ends[:-1] + 1]) if len(ends) else ends
        self._lengths = np.minimum(ends - self._starts, 255).astype(np.uint8)
        self._letters = letters.astype(np.min_scalar_type(letters.max(initial=0)))
        bits = np.uint64(1) << (letters % _CLASSES).astype(np.uint64)
        bits[ends] = 0
        self._bits = np.bitwise_or.reduceat(bits, self._starts) if len(ends) else bits

    def near(self, word: str, limit: int) -> list[tuple[str, int, str, int]]:
        """The words at most `limit` slips from `word`: comparable, distance, as written, count."""
        letters = np.frombuffer(word.encode("utf-32-le", "surrogatepass"), np.uint32)
        lengths = self._lengths
        fits = np.flatnonzero((lengths + limit >= len(letters)) & (lengths <= len(letters) + limit))
        bits = np.bitwise_or.reduce(np.uint64(1) << (letters % _CLASSES).astype(np.uint64))
        differing = self._bits.take(fits) ^ bits
        for _ in range(2 * limit):
            differing &= differing - np.uint64(1)  # takes the lowest bit away
        found = fits.compress(differing == 0)
        columns = np.arange(len(letters) + limit)
        table = self._letters.take(self._starts[found][:, None] + columns, mode="clip")
        distances = _distances(letters, table, lengths.take(found), limit)
        kept = np.flatnonzero(distances <= limit)
        return [
            (
                "".join(map(chr, table[place, : lengths[found[place]]].tolist())),
                int(distances[place]),
                self._words[found[place]],
                int(self._counts[found[place]]),
            )
            for place in kept.tolist()
        ]


def is_titled(word: str) -> bool:
    """Whether a word begins with a capital, as names do, and does not consist of them."""
    return word[:1].isupper() and not word.isupper()


def corrections(word: str, lexicons: Iterable[Lexicon]) -> list[Correction]:
    """The words of some generations that `word` may stand for, the likeliest first.

    Letters in a script without spaces, numbers and very short words stand for themselves.
    """
    meant = fold(word)
    if not SHORTEST <= len(meant) <= LONGEST or not meant.isalpha() or _UNSPACED.search(meant):
        return []
    limit = 1 if len(meant) <= SHORT else 2
    forms: dict[str, list[tuple[int, str, int]]] = {}
    for lexicon in lexicons:
        for text, distance, written, count in lexicon.near(meant, limit):
            if text.isalpha() and text != meant:
                forms.setdefault(text, []).append((distance, written, count))
    found = (_correction(meant, text, forms[text]) for text in forms if _begins(meant, text, limit))
    return sorted(found, key=lambda one: one.rank)


def _begins(meant: str, text: str, limit: int) -> bool:
    """Whether the first letter is one that somebody may have got wrong: few do."""
    return text[0] == meant[0] or text[:2] == meant[1::-1] or (limit > 1 and text[1:] == meant[1:])


def _correction(meant: str, text: str, forms: Sequence[tuple[int, str, int]]) -> Correction:
    counts: dict[str, int] = {}
    for _, written, count in forms:
        counts[written] = counts.get(written, 0) + count
    total = sum(counts.values())
    capitalised = sum(count for written, count in counts.items() if written[:1].isupper())
    same_letters = len(text) == len(meant) and sorted(text) == sorted(meant)
    return Correction(
        text=max(counts, key=lambda written: (counts[written], written)),
        distance=forms[0][0],
        letters=len(meant),
        occurrences=total,
        is_name=2 * capitalised > total,
        is_ending=_shared(meant, text) >= max(len(meant), len(text)) - _ENDING,
        is_slip=same_letters or _DOUBLED.sub(r"\1", text) == _DOUBLED.sub(r"\1", meant),
    )


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    alike = (a == b for a, b in zip(one, other, strict=False))
    return sum(1 for _ in takewhile(bool, alike))


def _distances(
    word: "NDArray[np.integer]",
    table: "NDArray[np.integer]",
    lengths: "NDArray[np.integer]",
    limit: int,
) -> NDArray[np.uint8]:
    """How many slips lie between a word and each row of letters, as far as there are no more.

    Optimal string alignment: letters that have changed places stay where they are. Only cells near
    the diagonal are filled, for the others are beyond the limit.
    """
    far = limit + 1
    size, width = len(word), table.shape[1]
    columns = np.ascontiguousarray(table.T)

    def row(values: Iterable[int]) -> list[NDArray[np.uint8]]:
        return [np.full(len(table), value, np.uint8) for value in values]

    before, above = row([far] * (width + 1)), row(min(j, far) for j in range(width + 1))
    for i in range(1, size + 1):
        current = row([far] * (width + 1))
        if i <= limit:
            current[0][:] = i
        for j in range(max(1, i - limit), min(width, i + limit) + 1):
            differs = columns[j - 1] != word[i - 1]
            cell = np.minimum(above[j], current[j - 1]) + np.uint8(1)
            np.minimum(cell, above[j - 1] + differs, out=cell)
            if i > 1 and j > 1:
                swapped = (columns[j - 1] == word[i - 2]) & (columns[j - 2] == word[i - 1])
                np.minimum(cell, before[j - 2] + 1, out=cell, where=swapped)
            current[j] = cell
        before, above = above, current
    last = np.stack(above)
    result: NDArray[np.uint8] = last[lengths, np.arange(len(table))]
    return result
