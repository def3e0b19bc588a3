"""What somebody is accused of, or asked for or to do, behind whoever that is."""

from types import MappingProxyType

from index.quotes.english_words import ASKED, GOVERNS_PERSON_TO
from index.quotes.finite import FINITE
from index.quotes.lexicon import Verb
from index.quotes.phrases import Sentence

_HEARER = 8  # tokens
_LONGEST_OFFICE = 6  # tokens behind "the Department of"
_LONGEST_HEARER = 12  # tokens of "tenants in similar conditions"
# Whoever is asked to do something stands behind these, with what is part of the verb.
_ASKS_TO = GOVERNS_PERSON_TO | {"urge", "beg", "implore"}
_CRIES = frozenset("shout yell scream".split())
_APPEALS = MappingProxyType(
    {"call": frozenset({"on", "upon"}), "appeal": frozenset({"to"}), "plead": frozenset({"with"})}
)
_AGENTS = ("tor", "sor", "ter", "man", "woman", "ist", "ess")
_OCCASIONS = frozenset(
    "dinner lunch breakfast tea talks drinks jail prison court hospital church school work bed "
    "custody safety".split()
)
_WARNS = frozenset("warn caution".split())
_ADVISED_ON = frozenset("on about in".split())
_INFINITIVE = frozenset("to not never".split())
# All verbs behind which a request or a charge may begin.
REQUESTING = _ASKS_TO | _WARNS | _CRIES | _APPEALS.keys() | {"accuse", "ask"}
_ENDS_HEARER = frozenset("a an for about against over whether if why how when where what".split())


def request_start(sentence: Sentence, after: int, verb: Verb) -> int:
    """Where a charge or a request begins behind a verb, past whoever it is put to; 0 if none does.

    "accused the mayor of theft", "asked them for boats", "urged both sides to talk".
    """
    if verb.lemma == "accuse":
        return _behind_person(sentence, after, "of")
    if verb.lemma in _WARNS and sentence.low(after - 1) not in verb.prepositions:
        start = _behind_person(sentence, after, "against")
        if start:
            return start
    if verb.lemma in _CRIES and sentence.low(after) == "at":
        return _told_to(sentence, after + 1, verb)
    to_somebody = verb.lemma == "appeal" and sentence.low(after - 1) == "to"
    asks = verb.lemma == "ask" and verb.tense != "base" and sentence.low(after) not in ASKED["ask"]
    asks = asks and sentence.low(after - 1) not in verb.prepositions  # "asked for room for two"
    if to_somebody or asks:
        start = _behind_person(sentence, after, "for") or _asked_of(sentence, after)
        if start:
            return start
    return _told_to(sentence, after, verb) if _asks_somebody(sentence, after, verb) else 0


def _behind_person(sentence: Sentence, start: int, joint: str) -> int:
    """Behind "of" in "accused the mayor of theft", "for" in "asked them for boats"; else 0."""
    if sentence.low(start) in {"not", "to"}:
        return 0  # "asked not to be named"
    for index in range(start + 1, start + _HEARER):
        low = sentence.low(index)
        if low == joint:
            return _deed(sentence, index + 1) if joint == "of" else index + 1
        words = sentence.lexicon
        governed = low in words.that or (low in words.prepositions and low != "of")
        if governed or low in FINITE or not sentence.is_word(index):
            break
    return 0


def _asked_of(sentence: Sentence, start: int) -> int:
    """At the word that begins a question behind whoever is asked: "asked him why"; else 0."""
    if sentence.low(start) in ASKED["ask"] or not sentence.is_word(start):
        return 0
    for index in range(start + 1, start + _HEARER):
        low = sentence.low(index)
        if low in ASKED["ask"]:
            return index
        governed = low in sentence.lexicon.prepositions and low != "of"
        if governed or low in FINITE or not sentence.is_word(index):
            break
    return 0


def _deed(sentence: Sentence, first: int) -> int:
    """Behind the last "of" in "accused the Department of Health of hiding it"; else `first`."""
    before = sentence.tokens[first - 2]
    office = before.is_role or before.is_organisation
    for index in range(first, first + _LONGEST_OFFICE):
        if sentence.low(index) == "of" and sentence.low(index + 1).endswith("ing"):
            return index + 1
        capital = sentence.is_capital(index) or sentence.low(index) in {"and", "the", "for"}
        if not (capital or (office and index == first)):  # "the head of marketing of stealing it"
            break
    return first


def _asks_somebody(sentence: Sentence, after: int, verb: Verb) -> bool:
    """Whether somebody may be told to do something by a verb: "urged", "called on"."""
    if verb.lemma in _APPEALS:
        return sentence.low(after - 1) in _APPEALS[verb.lemma]
    return verb.lemma in _ASKS_TO and sentence.low(after - 1) not in verb.prepositions


def _is_person(sentence: Sentence, first: int) -> bool:
    """Whether a word for a person ends one of two tokens from `first`: "young visitor"."""
    for token in sentence.tokens[first : first + 2]:
        if token.is_role or token.low.endswith(_AGENTS):
            return True
        if token.ends_clause:
            break
    return False


def _told_to(sentence: Sentence, start: int, verb: Verb) -> int:
    """At "to" in "urged both sides to talk", also "not to talk"; 0 where nobody is told so."""
    words = sentence.lexicon
    if sentence.low(start) in {"a", "an"} and _is_person(sentence, start + 1):
        start += 1  # "asked a visitor to wait", but "urged a return to talks"
    first = sentence.low(start)
    if first == "about" and sentence.low(start + 1).isdigit():
        start, first = start + 1, sentence.low(start + 1)  # "asked about 200 people to wait"
    if not sentence.is_word(start) or any(
        first in table for table in (_INFINITIVE, _ENDS_HEARER, words.prepositions, words.that)
    ):
        return 0  # "asked not to be named", "urged a return to talks"
    for index in range(start + 1, start + _LONGEST_HEARER):
        low = sentence.low(index)
        if verb.lemma == "advise" and low in _ADVISED_ON:
            break  # "advises the mayor on whom to hire"
        if low in _INFINITIVE and (low == "to" or sentence.low(index + 1) == "to"):
            to = index if low == "to" else index + 1
            noun = sentence.is_capital(to + 1) or sentence.is_article(to + 1)
            noun = noun or sentence.low(to + 1) in _OCCASIONS
            undone = low == "to" and sentence.low(to + 1) == "be"  # "ordered it to be closed"
            return 0 if noun or undone else index
        ends = low in words.that or low in FINITE or not sentence.is_word(index)
        if ends or low in _ENDS_HEARER:
            break
    return 0
