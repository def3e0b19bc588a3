"""What a language says of its words: one `Lexicon`, filled by a module for each language.

Verbs stand by lemma, each form on its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from index.sentences import ascii_words

Tense = Literal["past", "present", "base", "ing", "participle"]
# clause: reports a clause with or without "that"; that: a clause only with "that";
# object: what it governs is the report ("urged restraint"); label: reports only what it quotes.
Kind = Literal["clause", "that", "object", "label"]


class Verb(NamedTuple):
    """One form of a reporting verb."""

    lemma: str
    tense: Tense
    kind: Kind
    addressed: bool = False  # takes a hearer before what is said: "told reporters"
    free: bool = False  # a clause follows with no sign at all: "said it rained"
    prepositions: frozenset[str] = frozenset()  # one of them belongs to the cue: "called on"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The closed words of one language, all lower case."""

    code: str
    verbs: Mapping[str, Verb]
    sources: tuple[tuple[str, ...], ...]  # "according to" and its like
    that: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]  # before a participle of a verb with a hearer: "was told"
    negations: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    function_words: frozenset[str]  # other words that are never part of a name
    particles: frozenset[str]
    men: frozenset[str]  # honorifics and given names
    women: frozenset[str]
    honorifics: frozenset[str]
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    organisations: frozenset[str]
    organisation_endings: tuple[str, ...]
    empty_objects: frozenset[str]  # "said nothing", "said so"
    capital_nouns: bool = False  # every noun has a capital, so a capital alone makes no name
    drops_subject: bool = False  # "Añadió que": the last speaker goes on
    elides: bool = False  # "qu'il" is two words
    cue_inside_marks: bool = False  # « Le froid, dit-elle, est une opinion. »
    places: frozenset[str] = frozenset()  # a name with one of these words is of a place
    oblique: tuple[tuple[str, str], ...] = ()  # ("him", "he")
    owners: tuple[tuple[str, str], ...] = ()  # "his" and "he", where a source has them inside
    verb_ends: frozenset[str] = frozenset()  # parted from their verb: "kündigte … an"
    writings: frozenset[str] = frozenset()  # what bears words that nobody says
    peoples: frozenset[str] = frozenset()  # adjectives with a capital: alone, no name
    generic: frozenset[str] = frozenset()  # mean the organisation just named: "the company"

    # Derived from the tables above.
    pronouns: frozenset[str] = field(init=False)
    articles: frozenset[str] = field(init=False)
    small: frozenset[str] = field(init=False)  # words that no phrase reaches over
    cue_words: frozenset[str] = field(init=False)  # the first words of cues
    sources_by_first: Mapping[str, tuple[tuple[str, ...], ...]] = field(init=False)
    words: frozenset[str] = field(init=False)  # all that a table holds, but for names
    # No cue is without one of these `ascii_words`; none where a cue has no such word at all.
    signs: frozenset[bytes] = field(init=False)

    def __post_init__(self) -> None:
        derived = {
            "pronouns": self.he | self.she | self.they | self.it,
            "articles": self.definite | self.indefinite,
            "small": self.function_words
            | self.prepositions
            | self.conjunctions
            | self.auxiliaries
            | self.adverbs
            | self.relatives,
            "words": frozenset[str]().union(
                self.definite,
                self.indefinite,
                self.he,
                self.she,
                self.they,
                self.it,
                self.that,
                self.prepositions,
                self.conjunctions,
                self.relatives,
                self.auxiliaries,
                self.passive,
                self.negations,
                self.adverbs,
                self.times,
                self.function_words,
                self.particles,
                self.honorifics,
                self.roles,
                self.organisations,
                self.verbs,
                *self.sources,
            ),
            "cue_words": {*self.verbs} | {words[0] for words in self.sources},
            "signs": _signs([*self.verbs, *(max(words, key=len) for words in self.sources)]),
        }
        for name, words in derived.items():
            object.__setattr__(self, name, frozenset(words))  # the only way into a frozen dataclass
        firsts = dict.fromkeys(words[0] for words in self.sources)
        by_first = {
            first: tuple(words for words in self.sources if words[0] == first) for first in firsts
        }
        object.__setattr__(self, "sources_by_first", MappingProxyType(by_first))

    def is_plain(self, word: str) -> bool:
        """Whether a word is of lower-case ASCII letters alone, and of no kind that a table tells.

        Most words are, so that whoever asks this first has little else to ask.
        """
        return (
            word.isascii()
            and word.isalpha()
            and word.islower()
            and word not in self.words
            and not word.endswith(self.role_endings + self.organisation_endings)
        )

    def is_cue(self, word: str) -> bool:
        """Whether a lower-case word reports speech."""
        return word in self.verbs or word.partition("-")[0] in self.verbs

    def is_inverted(self, word: str) -> bool:
        """Whether a lower-case word joins a verb and a pronoun: "dit-elle", "a-t-il"."""
        if "-" not in word:
            return False
        verb, pronoun = word.partition("-")[0], word.rpartition("-")[2]
        return (pronoun in self.he or pronoun in self.she) and (
            verb in self.verbs or verb in self.auxiliaries
        )

    def is_role(self, word: str) -> bool:
        """Whether a lower-case word says what somebody does."""
        if word in self.roles or ("-" in word and word.rpartition("-")[2] in self.roles):
            return True
        return len(word) > 5 and word.endswith(self.role_endings)  # noqa: PLR2004 - shorter words are no compounds

    def is_organisation(self, word: str) -> bool:
        """Whether a lower-case word is the head of an organisation's name."""
        return word in self.organisations or (
            bool(self.organisation_endings) and word.endswith(self.organisation_endings)
        )


def _signs(words: Iterable[str]) -> frozenset[bytes]:
    found = [ascii_words(word) for word in words]
    return frozenset(max(parts, key=len) for parts in found) if all(found) else frozenset()


def word_set(*words: str) -> frozenset[str]:
    """The words of some tables, in lower case."""
    return frozenset(" ".join(words).casefold().split())


def verb_forms(table: str, tense: Tense, kind: Kind = "clause") -> dict[str, Verb]:
    """Each line is a lemma and its forms of one tense."""
    return {
        form.casefold(): Verb(line.split()[0], tense, kind, free=True)  # as tokens are: ß is ss
        for line in table.strip().splitlines()
        for form in line.split()[1:]
    }


def regular_forms(
    lemmas: str, infinitive: str, endings: str, tense: Tense, kind: Kind = "clause"
) -> dict[str, Verb]:
    """The forms of regular verbs: each lemma with its infinitive's ending changed for others."""
    return {
        lemma.removesuffix(infinitive) + ending: Verb(lemma, tense, kind, free=True)
        for lemma in lemmas.split()
        for ending in endings.split()
    }
