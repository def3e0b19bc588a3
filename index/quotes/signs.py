"""Which words may report, told by the words beside them before any sentence is read.

Most words that may report something report nothing: "the report", "was observed", "can state". The
word before them shows that, so whole articles of them are told at once, and sentences in which no
other word may report need not be read. `index.quotes.clauses` asks the same tables of the others.
"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.clusters import SIGN
from index.quotes.hearings import HEARD
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.participles import OF_THINGS, is_noun
from index.quotes.subjects import EMPHATIC
from index.quotes.unnamed import ONES
from index.sentences import ascii_words

# What a cluster says of reporting, beside the bits of `index.clusters`.
_VERB = 1 << 8  # a verb that may report, but for participles in -ing
_PARTICIPLE = 1 << 9  # one of these
_PAST = 1 << 10  # a verb in the past
_CAPITAL = 1 << 11  # a verb with a capital
_GOVERNS_NOUN = 1 << 12  # "of": behind it stands no verb, but maybe a participle
_NEGATION = 1 << 13  # "not", "could": what is behind it was not said
_PASSIVE = 1 << 14
_BY = 1 << 15  # it begins as "by" does
_WORD = 1 << 16  # a word and nothing else
_OF_THINGS = 1 << 17  # a participle that may describe a noun: "signaling pathways"
_NOUN = 1 << 18  # behind which it does
_DETERMINER = 1 << 19  # "the": behind it stands neither

_PLAIN = re.compile(r"([A-Za-z]+)[.,;!?)]*")


@cache
def determiners(lexicon: Lexicon) -> frozenset[str]:
    """The words behind which nothing reports: "the report", "a warning"; in English alone."""
    return lexicon.articles - lexicon.that - ONES if lexicon.code == "en" else frozenset()


@cache
def govern_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The words behind which nothing but a participle reports: "by saying"; in English alone."""
    words = lexicon.prepositions - lexicon.conjunctions - {"to"}
    return words if lexicon.code == "en" else frozenset()


class Signs:
    """What the clusters of one language say of reporting."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._signs = lexicon.signs
        beside = {word for source in lexicon.sources for word in source} | HEARD
        self._verbs = {
            word: _bits_of(verb) for word, verb in lexicon.verbs.items() if word not in beside
        }
        self._before = _before(lexicon)
        self._small = lexicon.small
        self._is_english = lexicon.code == "en"

    def __call__(self, cluster: str) -> int:
        """The bits of a cluster; a language whose signs are not known has none."""
        traits = 0 if self._signs.isdisjoint(ascii_words(cluster)) else SIGN
        plain = _PLAIN.fullmatch(cluster)
        if plain is None:
            return traits
        word = plain[1].lower()
        verb = self._verbs.get(word, 0)
        if traits and verb:
            traits |= verb | (_CAPITAL if cluster[0].isupper() else 0)
        if len(word) == len(cluster):
            traits |= self._before.get(word, _WORD)
            traits |= _NOUN if self._is_english and is_noun(cluster, self._small) else 0
        return traits | (_BY if word.startswith("by") else 0)


def _bits_of(verb: Verb) -> int:
    bits = _PAST if verb.tense in {"past", "participle"} else 0
    if verb.tense == "ing":
        return bits | _PARTICIPLE | (_OF_THINGS if verb.lemma in OF_THINGS else 0)
    return bits | _VERB


def _before(lexicon: Lexicon) -> dict[str, int]:
    """The bits of the words that rule a verb out behind them."""
    tables = (
        (determiners(lexicon), _DETERMINER),
        (govern_nouns(lexicon), _GOVERNS_NOUN),
        (lexicon.negations - {"to"} - EMPHATIC, _NEGATION),
        (lexicon.passive, _PASSIVE),
    )
    found: dict[str, int] = {}
    for words, bit in tables:
        for word in words:
            found[word] = found.get(word, _WORD) | bit
    return found


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
    silent = (sign & _VERB > 0) & (before & _GOVERNS_NOUN > 0)
    silent |= (sign & (_VERB | _PARTICIPLE) > 0) & (before & _DETERMINER > 0)
    silent |= (sign & (_VERB | _PARTICIPLE) > 0) & (before & _NEGATION > 0)
    silent |= (sign & _PAST > 0) & (before & _PASSIVE > 0) & (after & _BY == 0)
    silent |= (sign & _OF_THINGS > 0) & (before & _NOUN > 0)
    silent |= (sign & _CAPITAL > 0) & (before & _WORD > 0)
    traits[signs[silent]] &= ~np.uint32(SIGN)
