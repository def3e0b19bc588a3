"""Which words may report, told by the words beside them before any sentence is read.

Most words that may report something report nothing: "the report", "was observed", "can state". The
word before them shows that, so whole articles of them are told at once, and sentences in which no
other word may report need not be read. `index.quotes.clauses` asks the same tables of the others.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from index.clusters import ALONE, SIGN
from index.quotes.hearings import HEARD
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.participles import OF_THINGS, is_noun
from index.quotes.sources import STATEMENTS
from index.quotes.subjects import EMPHATIC, FORESEEN, WENT
from index.quotes.things import (
    OF_THAT,
    OF_THING,
    PARTICIPLE,
    PLAIN,
    Subjects,
    count_within,
    is_of_that,
    of_things,
)
from index.quotes.tokens import vocabulary
from index.quotes.unmarked import Marks, drop_unmarked, marks_of
from index.quotes.unnamed import ONES, is_of_thing
from index.sentences import ascii_words

# What a cluster says of reporting, beside the bits of `index.clusters` and `index.quotes.things`.
_VERB = 1 << 7  # a verb that may report, but for participles in -ing
_PAST = 1 << 8  # a verb in the past
_CAPITAL = 1 << 9  # a verb with a capital
_GOVERNS_NOUN = 1 << 10  # "of", "we": behind it reports no verb, but maybe a participle
_NEGATION = 1 << 11  # "not", "could": what is behind it was not said
_PASSIVE = 1 << 12
_BY = 1 << 13  # it begins as "by" does
_WORD = 1 << 14  # a word and nothing else
_OF_THINGS = 1 << 15  # a participle that may describe a noun: "signaling pathways"
_NOUN = 1 << 16  # behind which it does
_DETERMINER = 1 << 17  # "the": behind it stands neither
_ADVERB = 1 << 18  # or an auxiliary
_TO = 1 << 19  # behind it stands what was not said, but where it is
_FORESEEN = 1 << 20  # it may be: "expected to say", "took to the radio to say"

_STOPS = ".,;!?)"  # marks behind a word that leave it what it is
_ADVERBS = 2  # before one verb that are looked over


@cache
def determiners(lexicon: Lexicon) -> frozenset[str]:
    """The words behind which nothing reports: "the report", "a warning"; in English alone."""
    return lexicon.articles - lexicon.that - ONES if lexicon.code == "en" else frozenset()


@cache
def govern_nouns(lexicon: Lexicon) -> frozenset[str]:
    """The words behind which nothing but a participle reports: "by saying"; in English alone."""
    words = lexicon.prepositions - lexicon.conjunctions - {"to"}
    return words if lexicon.code == "en" else frozenset()


@cache
def selves(lexicon: Lexicon) -> frozenset[str]:
    """The words before a verb that nobody reports by, but by a participle: "we said"."""
    return frozenset("i we you".split()) if lexicon.code == "en" else frozenset()


class Signs:
    """What the clusters of one language say of reporting."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._signs = lexicon.signs
        beside = {word for source in lexicon.sources for word in source} | HEARD
        self._verbs = {
            word: _bits_of(verb) for word, verb in lexicon.verbs.items() if word not in beside
        }
        self._in_sources = {word.encode() for source in lexicon.sources for word in source}
        self._before = _before(lexicon)
        self._small = lexicon.small
        self._is_english = lexicon.code == "en"
        self._subjects = Subjects(lexicon)
        self._marks = Marks(lexicon)
        tables = self._signs | self._subjects.parts | self._marks.parts
        self._told = {*self._before, *self._small, *STATEMENTS, *map(bytes.decode, tables)}
        self._told |= self._subjects.words
        self._endings = ("ly", *map(bytes.decode, self._subjects.endings))
        self._untold = _WORD | (_NOUN | PLAIN if self._is_english else 0) | self._marks.of_plain

    def __call__(self, cluster: str) -> int:
        """The bits of a cluster; a language whose signs are not known has none."""
        bare = cluster.rstrip(_STOPS)
        if self._is_untold(bare):
            return (
                self._untold
                if bare == cluster
                else self._marks.of_plain | self._marks.of_stops(cluster)
            )
        parts = ascii_words(cluster)
        traits = 0 if self._signs.isdisjoint(parts) else SIGN | ALONE
        if not (bare.isascii() and bare.isalpha()):
            if traits and not self._holds_cue(cluster, parts):
                traits = 0
            return traits | self._subjects(cluster, parts) | self._marks(cluster, parts)
        word = bare.lower()
        verb = self._verbs.get(word, 0)
        if traits and verb:
            traits |= verb | (_CAPITAL if cluster[0].isupper() else 0)
        if len(word) == len(cluster):
            traits |= self._before.get(word, _WORD)
            traits |= _ADVERB if self._is_english and cluster.endswith("ly") else 0
            traits |= _NOUN if self._is_english and is_noun(cluster, self._small) else 0
        traits |= _BY if word.startswith("by") else 0
        return traits | self._subjects(cluster, parts) | self._marks(cluster, parts)

    def _holds_cue(self, cluster: str, parts: list[bytes]) -> bool:
        """Whether a cluster of several parts may be a cue, as a whole or one of its words.

        "self-reported" is none.
        """
        tokens = vocabulary(self._lexicon).examine(cluster)
        return any(token.is_cue for token in tokens) or not self._in_sources.isdisjoint(parts)

    def _is_untold(self, word: str) -> bool:
        """Whether no table tells anything of a word in lower case, as of most.

        All that is looked up of others would come to the same, at four times the cost.
        """
        return (
            word.isascii()
            and word.isalpha()
            and word.islower()
            and word not in self._told
            and not (word.endswith(self._endings) or word.startswith("by"))
        )


def _bits_of(verb: Verb) -> int:
    marks = marks_of(verb)
    if verb.tense == "ing":
        return marks | PARTICIPLE | (_OF_THINGS if verb.lemma in OF_THINGS else 0)
    if verb.tense == "participle":
        return _VERB | _PAST  # its subject may be another's
    bits = OF_THING if is_of_thing(verb) else OF_THAT if is_of_that(verb) else 0
    return marks | bits | _VERB | (_PAST if verb.tense == "past" else 0)


def _before(lexicon: Lexicon) -> dict[str, int]:
    """The bits of the words that rule a verb out behind them."""
    tables = (
        (determiners(lexicon), _DETERMINER),
        (govern_nouns(lexicon) | selves(lexicon), _GOVERNS_NOUN),
        (lexicon.negations - {"to"} - EMPHATIC, _NEGATION),
        (lexicon.passive, _PASSIVE),
        ((lexicon.adverbs | lexicon.auxiliaries) - lexicon.passive, _ADVERB),
        ({"to"} & lexicon.negations, _TO),
        (FORESEEN | WENT, _FORESEEN),
    )
    found: dict[str, int] = {}
    for words, bit in tables:
        for word in words:
            found[word] = found.get(word, _WORD) | bit
    return found


def drop_silent(traits: NDArray[np.uint64], begins: NDArray[np.int64]) -> None:
    """Take `SIGN` from the clusters that report nothing behind what is before them.

    And `ALONE` from those that do not where neither quotation nor colon stands.

    Args:
        traits: of each cluster of an article, in order.
        begins: the clusters that begin a sentence; what is before them tells nothing.
    """
    first = np.zeros(len(traits), np.bool_)
    first[begins] = True
    signs = ((traits & SIGN > 0) & ~first).nonzero()[0]
    lefts = signs - 1
    sign, before = traits[signs], traits[lefts]
    after = traits.take(signs + 1, mode="clip")
    silent = (sign & _VERB > 0) & (before & _GOVERNS_NOUN > 0)
    silent |= (sign & (_VERB | PARTICIPLE) > 0) & (before & _DETERMINER > 0)
    silent |= (sign & _PAST > 0) & (before & _PASSIVE > 0) & (after & _BY == 0)
    silent |= (sign & _OF_THINGS > 0) & (before & _NOUN > 0)
    silent |= (sign & _CAPITAL > 0) & (before & _WORD > 0)
    for _ in range(_ADVERBS):
        lefts = lefts - ((traits[lefts] & _ADVERB > 0) & ~first[lefts])
    firsts = begins[begins.searchsorted(signs, "right") - 1]
    unsaid = traits[lefts] & _NEGATION > 0
    unsaid |= (traits[lefts] & _TO > 0) & (count_within(traits & _FORESEEN > 0, firsts, signs) == 0)
    silent |= (sign & (_VERB | PARTICIPLE) > 0) & unsaid
    traits[signs[silent]] &= ~np.uint64(SIGN | ALONE)
    traits[signs[of_things(traits, begins, signs, lefts)]] &= ~np.uint64(ALONE)
    drop_unmarked(traits, begins)
