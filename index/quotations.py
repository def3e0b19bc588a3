"""How like a remembered quotation is to what stands in an article, and where they differ.

Both are compared word for word, in order (Ratcliff and Obershelp 1988, difflib): a copy that
leaves words out, adds some or gets some wrong is still known by all the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from index.analysis import fold
from index.scripts import UNSPACED

LONGEST = 200  # words of a copy that are compared
LIKE_ENOUGH = 0.6  # of the words on both sides; below that, two sentences merely share a subject
FEWEST = 3  # words in common that make a quotation known, where the copy has as many

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+(?:['’.][^\W_{UNSPACED}]+)*")
_MOST_HELD = 400  # words of an utterance


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a copy departs from the article; one of the two may be empty."""

    copied: str  # the copy's words
    stands: str  # the article's, in their place


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a copy is to an utterance."""

    share: float  # of the words of both that are the same in the same order, 0 to 1
    differences: tuple[Difference, ...]  # in the order of the text

    @property
    def is_enough(self) -> bool:
        """Whether the copy is one of this utterance."""
        return self.share >= LIKE_ENOUGH


def likeness(copy: str, utterance: str) -> Likeness:
    """How like `copy` is to the part of `utterance` that it may have been copied from."""
    copied = list(_WORD.finditer(copy))[:LONGEST]
    standing = list(_WORD.finditer(utterance))[:_MOST_HELD]
    ours, theirs = _folded(copied), _folded(standing)
    shared = sum((Counter(ours) & Counter(theirs)).values())
    if 2 * shared < LIKE_ENOUGH * (len(ours) + shared):
        return Likeness(0.0, ())  # in no order could they be alike enough
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    same = [block for block in matcher.get_matching_blocks() if block.size]
    common = sum(block.size for block in same)
    if common < min(FEWEST, len(copied)) or not common:
        return Likeness(0.0, ())
    # The article may go on before and behind: only what lies between counts against the copy.
    first, last = same[0].b, same[-1].b + same[-1].size
    share = 2 * common / (len(copied) + last - first)
    return Likeness(share, tuple(_differences(copy, utterance, copied, standing, matcher)))


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [fold(word.group()).replace("’", "'") for word in words]


def _differences(
    copy: str,
    utterance: str,
    copied: Sequence[re.Match[str]],
    standing: Sequence[re.Match[str]],
    matcher: "SequenceMatcher[str]",
) -> Iterator[Difference]:
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        outside = b_end == len(standing) or b == 0
        stands = "" if outside and a == a_end else _words(utterance, standing, b, b_end)
        if outside and len(standing[b:b_end]) > len(copied[a:a_end]):
            stands = ""  # the utterance goes on; nothing there was meant to be copied
        words = _words(copy, copied, a, a_end)
        if words or stands:
            yield Difference(words, stands)


def _words(text: str, words: Sequence[re.Match[str]], first: int, end: int) -> str:
    return text[words[first].start() : words[end - 1].end()] if first < end else ""
