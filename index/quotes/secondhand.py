"""Reports of somebody whom another quotes: "was said by Falk", "quoted Falk as saying"."""

from index.quotes.lexicon import Verb
from index.quotes.orders import AS, forward
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report

_QUOTED_AS = 8  # tokens of "was quoted by the paper as"
_QUOTED_AS_SAYING = 16  # tokens of "quoted Falk, the harbour master, as saying"
# What is done to works as well: "“The Wall,” which was submitted by Skarn".
_SENT = frozenset("submit project propose post report forecast recommend request demand".split())
QUOTING = frozenset("quoted quotes quoting cited cites citing reported reports".split())


def said_by(sentence: Sentence, index: int, verb: Verb) -> Report | None:
    """A quotation and "was said by Ines Falk"."""
    begin = index
    while sentence.low(begin - 1) in sentence.lexicon.passive:
        begin -= 1
    phrase = sentence.starting_at(index + 2)
    if phrase is None or begin == index or verb.lemma in _SENT:
        return None
    phrase = sentence.completed(phrase)
    if verb.kind == "label":  # was called "a thief" by Falk, by Falk as "a thief"
        end = phrase.last + 1 if sentence.low(phrase.last + 1) in AS else phrase.last
        if verb.lemma == "accuse" and sentence.low(end + 1) == "of":
            return Report(phrase, "verb-name", (index, index), begin, end + 1, verb)
        if sentence.quoted(end + 1):
            return Report(phrase, "verb-name", (index, index), begin, end, verb)
    if not sentence.quoted(begin - 1):
        return None
    return Report(phrase, "verb-name", (index, index), begin, phrase.last, verb, trailing=True)


def quoted_as(sentence: Sentence, index: int) -> int:
    """Where "was quoted as saying" begins; `index` itself for any other cue."""
    if sentence.low(index) != "saying" or sentence.low(index - 1) != "as":
        return index
    for quoted in range(
        index - 2, index - _QUOTED_AS, -1
    ):  # "quoted by state television as saying"
        if sentence.low(quoted) in {"quoted", "cited", "reported"}:
            first = quoted
            while sentence.low(first - 1) in sentence.lexicon.auxiliaries:
                first -= 1
            return first if first < quoted else index
    return index


def said_by_another(sentence: Sentence, quoting: int, saying: int, verb: Verb) -> Report | None:
    """The report of Falk in "The paper quoted Falk as saying …"."""
    phrase = _quoted_one(sentence, quoting + 1)
    if phrase is None:
        return None
    follows = sentence.is_word(saying + 1) or sentence.quoted(saying + 1)
    if follows or sentence.low(saying + 1) == ":":
        return forward(sentence, phrase, verb, (saying - 1, saying), shares=False)
    before = next((step for step in range(quoting, -1, -1) if sentence.quoted(step)), None)
    if before is None:
        return None
    return Report(
        phrase, "name-verb", (saying - 1, saying), before + 1, saying, verb, trailing=True
    )


def quoting(sentence: Sentence, saying: int) -> int:
    """Where somebody quotes another "as saying", by the place of "saying"; 0 where nobody does."""
    if sentence.low(saying) != "saying" or sentence.low(saying - 1) != "as":
        return 0
    if quoted_as(sentence, saying) != saying:
        return 0  # "was quoted as saying"
    within = range(saying - 2, max(0, saying - _QUOTED_AS_SAYING), -1)
    return next((step for step in within if sentence.low(step) in QUOTING), 0)


def as_saying(sentence: Sentence, quoting: int) -> bool:
    """Whether "as saying" follows."""
    return any(
        sentence.low(step) == "as" and sentence.low(step + 1) == "saying"
        for step in range(quoting + 1, quoting + _QUOTED_AS_SAYING)
    )


def _quoted_one(sentence: Sentence, first: int) -> Phrase | None:
    """Whose words are quoted: a phrase, or "him"."""
    low = sentence.low(first)
    head = dict(sentence.lexicon.oblique).get(low)
    if head is not None and sentence.low(first + 1) == "as":
        return Phrase("pronoun", (), None, head, None, definite=True, first=first, last=first)
    phrase = sentence.starting_at(first)
    return sentence.completed(phrase) if phrase else None
