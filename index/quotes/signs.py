"""Which words may report, told by the words beside them before any sentence is read.

Most words that may report something report nothing: "the report", "was observed", "can state". The
word before them shows that, so whole articles of them are told at once, and sentences in which no
other word may report need not be read. `index.quotes.clauses` holds the same rules for the others.
"""

import re

import numpy as np
from numpy.typing import NDArray

from index.clusters import SIGN
from index.quotes.hearings import HEARD
from index.quotes.lexicon import Lexicon
from index.quotes.participles import BEFORE_NOUNS, OF_THINGS, is_noun
from index.quotes.subjects import EMPHATIC
from index.sentences import ascii_words

# What a cluster says of reporting, beside the bits of `index.clusters`.
_VERB = 1 << 8  # a verb that may report, but for participles in -ing
_PARTICIPLE = 1 << 9  # one of these
_PAST = 1 << 10  # a verb in the past
_CAPITAL = 1 << 11  # a verb with a capital
_BEFORE_NOUN = 1 << 12  # "the", "of": behind it stands no verb
_NEGATION = 1 << 13  # "not", "could": what is behind it was not said
_PASSIVE = 1 << 14
_BY = 1 << 15  # it begins as "by" does
_WORD = 1 << 16  # a word and nothing else
_OF_THINGS = 1 << 17  # a participle that may describe a noun: "signaling pathways"
_NOUN = 1 << 18  # behind which it does
_DETERMINER = 1 << 19  # behind which any participle does

_PLAIN = re.compile(r"([A-Za-z]+)[.,;!?)]*")


class Signs:
    """What the clusters of one language say of reporting."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon
        self._signs = words.signs
        beside = {word for source in words.sources for word in source} | HEARD
        self._verbs = {word: verb for word, verb in words.verbs.items() if word not in beside}
        self._before_nouns = words.articles | (words.prepositions - words.conjunctions - {"to"})
        self._determiners = BEFORE_NOUNS
        self._small = words.small
        self._is_english = words.code == "en"
        if not self._is_english:  # its grammar alone says so
            self._before_nouns = self._determiners = frozenset()
        self._negations = words.negations - {"to"} - EMPHATIC
        self._passive = words.passive

    def __call__(self, cluster: str) -> int:
        """The bits of a cluster; a language whose signs are not known has none."""
        traits = 0 if self._signs.isdisjoint(ascii_words(cluster)) else SIGN
        plain = _PLAIN.fullmatch(cluster)
        if plain is None:
            return traits
        word = plain[1].lower()
        if traits and word in self._verbs:
            verb = self._verbs[word]
            traits |= _PARTICIPLE if verb.tense == "ing" else _VERB
            traits |= _OF_THINGS if verb.tense == "ing" and verb.lemma in OF_THINGS else 0
            traits |= _PAST if verb.tense in {"past", "participle"} else 0
            traits |= _CAPITAL if cluster[0].isupper() else 0
        if len(word) == len(cluster):
            traits |= _WORD
            traits |= _DETERMINER if word in self._determiners else 0
            traits |= _NOUN if self._is_english and is_noun(cluster, self._small) else 0
            traits |= _BEFORE_NOUN if word in self._before_nouns else 0
            traits |= _NEGATION if word in self._negations else 0
            traits |= _PASSIVE if word in self._passive else 0
        return traits | (_BY if word.startswith("by") else 0)


def drop_silent(traits: NDArray[np.uint32], begins: NDArray[np.int64]) -> None:
    """Take `SIGN` from the clusters that report nothing behind the word before them.

    Args:
        traits: of each cluster of an article, in order.
        begins: the clusters that begin a sentence; what is before them tells nothing.
    """
    inside = traits & SIGN > 0
    inside[begins] = False
    signs = inside.nonzero()[0]
    sign, before = traits[signs], traits[signs - 1]
    after = traits.take(signs + 1, mode="clip")
    silent = (sign & _VERB > 0) & (before & _BEFORE_NOUN > 0)
    silent |= (sign & (_VERB | _PARTICIPLE) > 0) & (before & _NEGATION > 0)
    silent |= (sign & _PAST > 0) & (before & _PASSIVE > 0) & (after & _BY == 0)
    silent |= (sign & _PARTICIPLE > 0) & (before & _DETERMINER > 0)
    silent |= (sign & _OF_THINGS > 0) & (before & _NOUN > 0)
    silent |= (sign & _CAPITAL > 0) & (before & _WORD > 0)
    traits[signs[silent]] &= ~np.uint32(SIGN)
