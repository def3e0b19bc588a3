"""What a colon introduces without a verb of saying: "Falk: We close."."""

from collections.abc import Sequence

from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report

_COLON_WITHIN = 40  # tokens before the colon of "Falk: …"
_WRITING_WITHIN = 14  # tokens before that colon that may say what the words are written on
_OWN_WORDS = 12  # tokens of "Falk's final verdict on it was short:"
_THEIRS = 5  # tokens in which what is said shows: "verdict"
_LISTS = frozenset("and or und oder et ou y o и или".split())
_SPOKEN = frozenset(
    "advice answer appeal assessment comment conclusion excuse explanation message plea reaction "
    "reply response statement verdict view warning words".split()
)


def read_colon(sentence: Sentence, cues: Sequence[int]) -> list[Report]:
    """What a colon introduces without a verb of saying: "Falk: We close."."""
    index = next((cue for cue in cues if sentence.low(cue) == ":"), _COLON_WITHIN)
    if index >= _COLON_WITHIN or any(token.quoted for token in sentence.tokens[:index]):
        return []
    quoted = sentence.quoted(index + 1)
    if quoted and sentence.low(index + 2) in _LISTS and sentence.quoted(index + 3):
        return []  # "two columns: “Yes” and “No”"
    phrase = sentence.starting_at(0)
    if phrase and phrase.last == index - 1 and phrase.kind != "pronoun":
        return [Report(phrase, "colon", (index, index), 0, index, needs_person=not quoted)]
    owner = _owner_of_words(sentence, index) if quoted else None
    subject = sentence.subject(index) if quoted else None
    if owner and (subject is None or sentence.low(index - 1) in _SPOKEN):
        subject = owner  # "She sent them to Falk's earlier statement: “…”"
    written = any(
        sentence.low(step) in sentence.lexicon.writings
        for step in range(max(0, index - _WRITING_WITHIN), index)
    )
    if subject and not written and sentence.is_word(index - 1):
        return [Report(subject, "colon", (index, index), 0, index, needs_quotation=True)]
    return []


def _owner_of_words(sentence: Sentence, colon: int) -> Phrase | None:
    """Falk in "Falk's verdict: …"."""
    for index in range(colon - 2, max(-1, colon - _OWN_WORDS), -1):
        if sentence.owns(index):
            last = min(colon, index + _THEIRS)
            spoken = any(sentence.low(step) in _SPOKEN for step in range(index + 1, last))
            return sentence.owner(index) if spoken else None
    return None
