"""Words that are no forms of each other but of one family: "pharmacist" and "pharmacy".

No stemmer brings them together, for it would take too many strangers for relatives. So they count
only beside what else a passage holds, and only where it does not hold the word itself.
"""

import math
from collections.abc import Mapping, Set

_ROOT = 4  # letters with which relatives begin alike
_SHARE = 0.6  # of the longer of two relatives that the beginning they share is at least


class Relatives:
    """The words of a question whose relatives count.

    Args:
        terms: of the question, with the information of each.
    """

    def __init__(self, terms: Mapping[str, float]) -> None:
        self._information = dict(terms)
        self._roots: dict[str, list[str]] = {}
        for term in terms:
            if len(term) >= _ROOT and term.isalpha():
                self._roots.setdefault(term[:_ROOT], []).append(term)

    def held_by(self, held: Set[str]) -> float:
        """The information of the words that a passage lacks but holds a relative of.

        Args:
            held: the terms of the passage.
        """
        found = {
            own
            for term in held
            if term[:_ROOT] in self._roots
            for own in self._roots[term[:_ROOT]]
            if own not in held and _are_related(own, term)
        }
        return math.fsum([self._information[term] for term in found])  # in whatever order


def _are_related(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= _SHARE * max(len(one), len(other))
