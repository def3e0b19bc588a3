"""What the pronouns of a sentence tell of whom it names: "Falk thanked her crew", a woman."""

from collections.abc import Iterator

from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

_MALE = frozenset("he his him himself".split())
_FEMALE = frozenset("she her hers herself".split())
_OBJECTS = frozenset("him her".split())
_OWNERS = frozenset("his her".split())
_COUNTS = frozenset("own two three four five six seven eight nine ten first second last".split())


def told_of(sentence: Sentence, subject: Phrase) -> bool | None:
    """Whether a sentence's subject is a woman, by the first pronoun behind it; None: it may be.

    No pronoun may stand before the subject, nor one of another gender behind it, nor may the first
    be an object, which is somebody else: "Falk called her late".
    """
    found = list(_gendered(sentence))
    if not found or sentence.lexicon.code != "en":
        return None
    first, woman = found[0]
    same = all(one is woman for _, one in found)
    if not same or first <= subject.last or _is_object(sentence, first):
        return None
    between = (sentence.low(index) for index in range(subject.last + 1, first))
    return None if ":" in between else woman  # "Falk: He acted on it."


def of_object(sentence: Sentence) -> bool | None:
    """Whether somebody is a woman to whom something is done: "Falk called her late".

    None where it is done to nobody whom a pronoun means.
    """
    if sentence.lexicon.code != "en":
        return None
    owners: set[bool] = set()
    for index, woman in _gendered(sentence):
        if woman not in owners and _is_object(sentence, index):
            return None if _is_of_participle(sentence, index) else woman
        if sentence.low(index) in _OWNERS:
            owners.add(woman)  # "his daughter drove him": he may be who is told of anyway
    return None


def _is_of_participle(sentence: Sentence, index: int) -> bool:
    """Whether what is done to somebody is only told of: "the clerk recalled a guard telling her".

    She may then be who does the first.
    """
    runs = sentence.low(index - 2) in sentence.lexicon.auxiliaries
    return sentence.low(index - 1).endswith("ing") and not runs


def _gendered(sentence: Sentence) -> Iterator[tuple[int, bool]]:
    """The personal pronouns of a sentence, each with whether it means a woman."""
    for index, token in enumerate(sentence.tokens):
        if token.low in _MALE or token.low in _FEMALE:
            yield index, token.low in _FEMALE


def _is_object(sentence: Sentence, index: int) -> bool:
    """Whether a verb governs a pronoun that owns nothing: "called her", "told her that"."""
    before = sentence.low(index - 1)
    if sentence.low(index) not in _OBJECTS or before in sentence.lexicon.prepositions:
        return False
    after = sentence.tokens[index + 1] if index + 1 < len(sentence) else None
    owns = after is not None and (after.is_capital or after.is_lower)
    owns = owns and not sentence.ends_clause(index + 1)
    owns = owns or sentence.low(index + 1) in _COUNTS  # "her two sons"
    return sentence.low(index) == "him" or not owns
