"""Words that are no forms of each other but of one family: "pharmacist" and "pharmacy".

No stemmer brings them together, for it would take too many strangers for relatives. So they count
only beside what else a passage holds, and only where it does not hold the word itself.
"""

import math
from collections.abc import Collection, Mapping, Sequence

_ROOT = 4  # letters with which relatives begin alike
_BETWEEN = "\n"  # terms; no term holds one
_SHARE = 0.6  # of the longer of two relatives that the beginning they share is at least


class Relatives:
    """The words of a question whose relatives count.

    Args:
        terms: of the question, with the information of each.
    """

    def __init__(self, terms: Mapping[str, float]) -> None:
        self._information = dict(terms)
        self._roots = [  # as they stand at the beginning of a line, each with its term
            (_BETWEEN + term[:_ROOT], term)
            for term in terms
            if len(term) >= _ROOT and term.isalpha()
        ]

    def held_by(self, held: Sequence[str], own: Collection[str]) -> float:
        """The information of the words that a passage lacks but holds a relative of.

        Args:
            held: the terms of the passage, in any order, repeated or not.
            own: those of the question's terms that are known to be among them.
        """
        lacking = [one for one in self._roots if one[1] not in own]
        if not lacking:
            return 0.0
        # Nearly all passages hold none; to search them as one text takes a fifth of a loop.
        lines = _BETWEEN.join(("", *held, ""))
        near = [term for root, term in lacking if root in lines]
        if not near:
            return 0.0
        distinct = set(held)
        found = [
            one
            for one in near
            if one not in distinct and any(_are_related(one, term) for term in distinct)
        ]
        return math.fsum([self._information[term] for term in found])  # in whatever order


def _are_related(one: str, other: str) -> bool:
    if one[:_ROOT] != other[:_ROOT]:
        return False
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHARE * max(len(one), len(other))
