"""Which verbs tell of things alone, "the figures suggest", told before any sentence is read.

Figures, plans and clouds do many of the things that reporting verbs mean, and science is full of
them. Such a verb reports only what it quotes, or where somebody is its subject. So where its
sentence quotes nothing, and the noun before it stands in no table of those who speak, only what
stands further from it can be its subject: a title ("the head of the mill"), whoever a clause is
about ("Falk who built it"), or somebody told by whence they come ("Ines Falk of the mill"). A
sentence in which none of these may stand need not be read.
"""

import numpy as np
from numpy.typing import NDArray

from index.quotes.appositions import WHENCE
from index.quotes.finite import FINITE
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.readings import COMPARED
from index.quotes.stretch import NEVER_NAMES, ODD_SURNAMES
from index.quotes.subjects import SHARING
from index.quotes.tokens import RANKS
from index.quotes.unnamed import ONES, TEXTS
from index.sentences import ascii_words

# What a cluster says of subjects, beside the bits of `index.clusters` and of `index.quotes.signs`.
PARTICIPLE = 1 << 21  # a verb in -ing, whose subject may stand anywhere before it
OF_THING = 1 << 22  # a verb that reports what a noun of no table says only by quoting it
OF_THAT = 1 << 23  # a verb that does so only by quoting it or by "that"
PLAIN = 1 << 24  # a word in lower case that is no subject by itself, as most nouns
_JOINS = 1 << 25  # "and": the verb behind it shares a subject
_FINITE = 1 << 26
THAT = 1 << 27
_TITLE = 1 << 28
_RELATIVE = 1 << 29  # "who"
_WHENCE = 1 << 30  # "from"
_NAME = 1 << 31  # a pronoun, too

_BETWEEN_NAMES = frozenset("*_`[]<>#&")  # marks that may stand between two words of a name


class Subjects:
    """What the clusters of English texts say of who may be a subject; of others, nothing."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._is_english = lexicon.code == "en"
        self._parts = _parts(lexicon) if self._is_english else {}
        self._no_names = _no_names(lexicon)
        self._no_subjects = _no_plain_words(lexicon)
        self.parts = frozenset(self._parts)  # the parts of clusters that tell anything
        self.words = self._no_subjects | SHARING  # the words that do so by themselves
        self.endings = tuple(_part(ending) for ending in lexicon.role_endings if ending.isascii())

    def __call__(self, cluster: str, parts: list[bytes]) -> int:
        """The bits of a cluster; more of them than are true do no harm, but for the first six.

        Args:
            cluster: what stands between white space.
            parts: its `ascii_words`.
        """
        if not self._is_english:
            return 0
        traits = 0
        for part in parts:
            traits |= self._parts.get(part, 0)
            if part.endswith(self.endings):
                traits |= _TITLE
        if cluster.isalpha() and cluster.islower():
            if cluster in SHARING:
                traits |= _JOINS
            elif not (cluster in self._no_subjects or cluster.endswith("ly")):
                traits |= PLAIN
        elif cluster not in self._no_names and (not cluster.islower() or "-" in cluster):
            traits |= _NAME  # also "al-Masri"
            if not _BETWEEN_NAMES.isdisjoint(cluster):
                traits |= _TITLE  # what looks like one word may be a whole name
        return traits


def is_of_that(verb: Verb) -> bool:
    """Whether only "that" behind a verb tells that a noun of no table speaks, or a quotation."""
    return verb.kind == "that"


def of_things(
    traits: NDArray[np.uint64],
    begins: NDArray[np.int64],
    signs: NDArray[np.int64],
    lefts: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Which of some verbs have none but a thing for a subject.

    Args:
        traits: of each cluster of an article, in order.
        begins: the clusters that begin a sentence.
        signs: those that hold the verbs.
        lefts: what stands before each of these verbs and its adverbs.
    """
    number = begins.searchsorted(signs, "right")
    firsts, ends = begins[number - 1], np.append(begins, len(traits))[number]
    sign, left = traits[signs], traits[lefts]
    plain = left & PLAIN > 0
    unmarked = count_within(traits & THAT > 0, signs, ends) == 0
    of_thing = (sign & OF_THING > 0) | ((sign & OF_THAT > 0) & unmarked)
    after = traits.take(signs + 1, mode="clip")  # "…, which figures suggest is late"
    of_thing &= plain & (after & _FINITE == 0)
    name, title = traits & _NAME > 0, traits & _TITLE > 0
    led = title.copy()
    led[1:] |= (traits[1:] & _RELATIVE > 0) & name[:-1]
    led[2:] |= (traits[2:] & _WHENCE > 0) & name[1:-1] & name[:-2]
    of_thing &= count_within(led, firsts, signs) == 0
    # Where nobody may be named before it at all, a verb has nobody to share as its subject.
    shares = (left & _JOINS > 0) | ((sign & PARTICIPLE > 0) & plain)
    shares &= count_within(name | title, firsts, signs) == 0
    silent: NDArray[np.bool_] = of_thing | shares
    return silent


def count_within(
    holds: NDArray[np.bool_], firsts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """How many clusters of each stretch hold something."""
    before = np.concatenate([[0], holds.cumsum()])
    held: NDArray[np.int64] = before[ends] - before[firsts]
    return held


def _no_names(lexicon: Lexicon) -> frozenset[str]:
    """What small words look like at the head of a sentence, where that makes no name of them."""
    names = lexicon.men | lexicon.women | lexicon.pronouns | ODD_SURNAMES | lexicon.times
    small = (NEVER_NAMES | lexicon.articles | lexicon.conjunctions) & lexicon.function_words
    return frozenset(word.capitalize() for word in small - names)


def _no_plain_words(lexicon: Lexicon) -> frozenset[str]:
    """The words in lower case behind which a verb may have a subject of another kind."""
    words = lexicon.articles | lexicon.pronouns | lexicon.relatives | lexicon.particles
    return words | lexicon.negations | lexicon.times | ONES | {"long"}


def _parts(lexicon: Lexicon) -> dict[bytes, int]:
    """The bits of words that may make somebody a subject, by one part of each."""
    titles = {
        *TEXTS,
        *lexicon.roles,
        *lexicon.organisations,
        *lexicon.honorifics,
        *COMPARED,
        "justice",
    }
    titles.update(rank.casefold() for rank in RANKS)
    pronouns = {*lexicon.pronouns, *(word for word, _ in lexicon.oblique)}
    tables = (
        (titles, _TITLE),
        (lexicon.relatives, _RELATIVE),
        (WHENCE, _WHENCE),
        (FINITE, _FINITE),
        (lexicon.that, THAT),
        (pronouns | lexicon.particles, _NAME),
    )
    found: dict[bytes, int] = {}
    for words, bit in tables:
        for word in words:
            found[_part(word)] = found.get(_part(word), 0) | bit
    return found


def _part(word: str) -> bytes:
    return max(ascii_words(word), key=len)
