"""What a sentence shows unread: whether it may report, and whether it only ends a report."""

from index.quotes.circumstances import circumstance_end, skip
from index.quotes.english_words import PHRASAL
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.phrases import Sentence
from index.quotes.subjects import (
    left_phrase,
    step_over_adverbs,
)
from index.sentences import ascii_words

_TAIL_WITHIN = 20  # tokens in which a sentence shows who said what is before it
_WHILE = frozenset("when as while before after".split())
_NAME_AND_TITLE = 20  # words; more than before a colon that no quotation follows
_SAID_TO_DO = frozenset(
    "promise vow pledge threaten ask demand claim swear agree propose urge request plead".split()
)


def may_report(stretch: str, lexicon: Lexicon) -> bool:
    """Whether `reports` may find anything in a sentence; false only where it cannot.

    Args:
        stretch: what stands before, between or behind the sentence's quotations.
        lexicon: of its language.
    """
    if not lexicon.signs or _may_introduce(stretch):
        return True
    return not lexicon.signs.isdisjoint(ascii_words(stretch))


def _may_introduce(stretch: str) -> bool:
    """Whether a colon stands soon ("Falk: We close."), or before a quotation."""
    colon = stretch.find(":")
    if colon < 0:
        return "：" in stretch
    return stretch.count(" ", 0, colon) < _NAME_AND_TITLE or not stretch[colon + 1 :].strip()


def tail_end(sentence: Sentence) -> int | None:
    """Behind who speaks and to whom, where a sentence begins with that and reports nothing.

    So it ends a quotation before it: "“Why?” Ines Falk of the Post asked the mayor on Monday."
    """
    words = sentence.lexicon
    index = next((step for step in range(_TAIL_WITHIN) if sentence.low(step) in words.verbs), 0)
    left = step_over_adverbs(sentence, index - 1)
    verb = words.verbs.get(sentence.low(index))
    if verb is None or left is None or verb.kind in {"object", "label"} or verb.tense == "ing":
        return None
    phrase = left_phrase(sentence, left)
    if phrase is None or any(
        not sentence.is_word(step) or sentence.quoted(step) for step in range(phrase.first)
    ):
        return None
    if phrase.first and not any(map(sentence.owns, range(phrase.first))):
        return None
    parted = sentence.low(index + 1) != PHRASAL.get(verb.lemma, sentence.low(index + 1))
    if parted or verb.lemma == "agree":
        return None  # "The paper went with Falk"; "She said, “It is late.” Brandt agreed."
    after = index + 2 if sentence.low(index + 1) == PHRASAL.get(verb.lemma) else index + 1
    if sentence.low(after) in verb.prepositions or _governs_infinitive(sentence, after, verb):
        return None  # "Falk warned of a flood", "Falk promised to go"
    end = skip(sentence, after, verb)
    hearer = sentence.starting_at(end) if verb.addressed else None
    if hearer:  # "Falk asked Meyer."
        end = circumstance_end(sentence, hearer.last + 1)
    reported = sentence.low(end) == "," and sentence.low(end + 1) in words.that  # German
    closes = not sentence.is_word(end) and sentence.low(end) != ":" and not reported
    return end if (closes and not sentence.quoted(end)) or sentence.low(end) in _WHILE else None


def _governs_infinitive(sentence: Sentence, after: int, verb: Verb) -> bool:
    """Whether "to" behind a verb is not whom it is said to: "promised to go"."""
    return sentence.low(after) == "to" and verb.lemma in _SAID_TO_DO
