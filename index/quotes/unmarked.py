"""Sentences in which no verb finds what it may report, told before any of them is read.

Most reporting verbs do not report a noun: "observed the tide", "compared two mills". What they
report is marked by a quotation, by "that", by a verb of its own ("revealed it was late"), or by the
comma between it and who says it. A sentence that quotes nothing, and has no such mark for any of
its verbs, reports nothing, whoever their subjects are.
"""

import numpy as np
from numpy.typing import NDArray

from index.clusters import ALONE, SIGN
from index.quotes.complements import reports_only_clauses
from index.quotes.finite import FINITE, FINITE_FORMS, FINITE_SUBJECTS
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.orders import AS
from index.quotes.things import THAT, count_within
from index.sentences import ascii_words

# What a cluster says of marks, beside the bits of `index.clusters`, `signs` and `things`.
MARKED = 1 << 32  # a verb that reports no noun
_TRAILS = 1 << 33  # but maybe what stands before its comma
_OWN_VERB = 1 << 34  # or what only has a verb of its own
_COMMA = 1 << 35  # or a dash
_AS = 1 << 36  # "as she said, it was late"
_FINITE = 1 << 37
_LEADS = 1 << 38  # whatever follows it does not open a sentence, nor stand behind a dateline

_DASHES = "–—"
_CLOSES_DATELINE = f")-{_DASHES}"


def marks_of(verb: Verb) -> int:
    """The bits of a verb: what marks that it reports something."""
    if not reports_only_clauses(verb):
        return 0
    return MARKED | {"that": _TRAILS, "clause": _TRAILS | _OWN_VERB}.get(verb.kind, 0)


class Marks:
    """What the clusters of English texts say of marks; of others, nothing."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._is_english = lexicon.code == "en"
        finite = dict.fromkeys(map(_part, FINITE | FINITE_FORMS | FINITE_SUBJECTS), _FINITE)
        self._parts = finite | dict.fromkeys(map(_part, AS), _AS)
        self.parts = frozenset(self._parts)  # the parts of clusters that tell anything
        self.of_plain = _LEADS if self._is_english else 0  # the bits of words that no table holds

    def __call__(self, cluster: str, parts: list[bytes]) -> int:
        """The bits of a cluster; more of them than are true do no harm, but for `_LEADS`.

        Args:
            cluster: what stands between white space.
            parts: its `ascii_words`.
        """
        if not self._is_english:
            return 0
        traits = _LEADS if parts and cluster[-1] not in _CLOSES_DATELINE else 0
        for part in parts:
            traits |= self._parts.get(part, 0)
        return traits | self.of_stops(cluster)

    def of_stops(self, cluster: str) -> int:
        """`_COMMA`, where a cluster holds a comma or a dash that is a word of its own."""
        if "," in cluster or any(dash in cluster for dash in _DASHES):
            return _COMMA
        # A hyphen between two words joins them to one.
        return 0 if "-" not in cluster or all(map(str.isalnum, cluster.split("-"))) else _COMMA


def drop_unmarked(traits: NDArray[np.uint64], begins: NDArray[np.int64]) -> None:
    """Take `ALONE` from the clusters of sentences in which nothing marks what is reported.

    Args:
        traits: of each cluster of an article, in order.
        begins: the clusters that begin a sentence.
    """
    signs = (traits & SIGN > 0).nonzero()[0]
    number = begins.searchsorted(signs, "right")
    firsts, ends = begins[number - 1], np.append(begins, len(traits))[number]
    sign = traits[signs]
    unmarked = (sign & MARKED > 0) & (signs > firsts) & (traits[signs - 1] & _LEADS > 0)
    unmarked &= count_within(traits & THAT > 0, signs, ends) == 0
    unmarked &= count_within(traits & _AS > 0, firsts, signs) == 0
    unmarked &= (sign & _TRAILS == 0) | (count_within(traits & _COMMA > 0, firsts, signs) == 0)
    unmarked &= (sign & _OWN_VERB == 0) | (count_within(traits & _FINITE > 0, signs, ends) == 0)
    # A verb that reports may lend its subject to another, so all of a sentence are read or none.
    read = np.zeros(len(begins) + 1, np.bool_)
    read[number[~unmarked]] = True
    traits[signs[~read[number]]] &= ~np.uint64(ALONE)


def _part(word: str) -> bytes:
    return max(ascii_words(word), key=len)
