"""Participles that report nothing: "a signaling pathway", "ruling parties", ", suggesting rain"."""

from collections.abc import Container

from index.quotes.lexicon import Verb
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.sources import STATEMENTS

# What stands before nouns, too, and what follows from things that happen.
OF_THINGS = frozenset(
    "close confirm continue estimate express fire forecast indicate label maintain point predict "
    "project promise propose reveal report request rule signal state stress suggest underline "
    "underscore".split()
)
# What several do of whom no more is told: "the use of force against protesters demanding reform".
_OF_SEVERAL = frozenset("demand urge claim allege protest threaten promise pledge deny".split())
_WITH = 4  # tokens between "with" and the participle of "with Ines Falk suggesting it was late"


def is_adjective(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether the participle at `index` only describes a noun, or is a part of one."""
    if verb.tense != "ing" or sentence.lexicon.code != "en":
        return False
    if not sentence.is_word(index - 1):
        return False
    if verb.lemma in _OF_SEVERAL and sentence.low(index - 1).endswith("s"):
        noun = is_noun(sentence.tokens[index - 1].word, sentence.lexicon.small)
        return noun and not _is_written(sentence, index - 1)
    if verb.lemma not in OF_THINGS:
        return False
    if sentence.is_capital(index - 1):
        first = max(0, index - 1 - _WITH)
        return all(sentence.low(step) not in {"with", "and"} for step in range(first, index - 1))
    return is_noun(sentence.low(index - 1), sentence.lexicon.small)


def _is_written(sentence: Sentence, index: int) -> bool:
    """Whether texts stand at `index`, which say what somebody claims in them."""
    return sentence.low(index).removesuffix("s") in STATEMENTS


def is_noun(word: str, small: Container[str]) -> bool:
    """Whether a word in lower case, in front of such a participle, is the noun that it goes with.

    Args:
        word: as it stands; with a capital it is none.
        small: the words that no phrase reaches over.
    """
    return word.islower() and not (word in small or word in STATEMENTS or word.endswith("ly"))


def follows_from_thing(verb: Verb, phrase: Phrase) -> bool:
    """Whether a participle may tell what follows from a thing: "Ablation failed, suggesting …".

    One word with a capital at the head of a sentence need not be somebody's name.
    """
    alone = len(phrase.name) == 1 and not (phrase.honorific or phrase.role)
    return verb.lemma in OF_THINGS and phrase.kind == "name" and alone
