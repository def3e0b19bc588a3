"""Verbs that tell nothing of what is said: "argued over it", "all but assured", "resisted saying".

A verb may report, and yet a word beside it shows that nobody is told to have said anything.
"""

from index.quotes.finite import FINITE
from index.quotes.lexicon import Verb
from index.quotes.phrases import Sentence

_OVER = frozenset("over about".split())
_SO_MUCH = frozenset("little much".split())
_ANSWERS = frozenset("respond reply answer comment".split())
# Nouns by which a reporter speaks of what others said.
_REMARKED = frozenset(
    "reports report claims claim allegations allegation suggestions suggestion rumors rumours news "
    "accusations accusation charges charge comments statements criticism complaints".split()
)
_REMARKED_WITHIN = 5  # tokens of "the latest reports that"
_DIRECTED_WITHIN = 14  # tokens
_THIS = frozenset("it this".split())
_HOW = frozenset(
    "again before louder loudest often best once twice plainly better quietly aloud first "
    "repeatedly".split()
)
_FINITE_WITHIN = 24  # tokens
_ASKS = frozenset("ask call demand request appeal".split())
_WITHHELD = frozenset("resisted resist avoided avoid stopped stop stops quit ceased".split())


def says_nothing(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether the words beside the verb at `index` take back that it reports something."""
    after = sentence.low(index + 1)
    if verb.lemma == "argue" and after in _OVER:
        return True  # "argued over whether to go"
    if verb.lemma in _ANSWERS and after in {"to", "on"}:
        # "responding to reports that Falk said so", "she responded to the attacks with a smile"
        quoted = any(token.quoted for token in sentence.tokens)
        return _is_answered(sentence, index + 2) or not (quoted or verb.lemma == "comment")
    if (
        verb.tense == "present"
        and sentence.low(index - 1) == "after"
        and after in sentence.lexicon.that
    ):
        return True  # "after reports that Falk had left"
    if verb.lemma == "direct":
        within = range(index, index + _DIRECTED_WITHIN)  # "directed them to a statement: “…”"
        return any(sentence.low(step) == ":" for step in within)
    said = verb.lemma in {"say", "repeat"} and after in _THIS
    all_but = sentence.low(index - 1) == "but" and sentence.low(index - 2) == "all"
    if all_but or (said and _is_told_of(sentence, index + 2)):
        return True  # "all but assured them"
    return after == "as" and sentence.low(index + 2) in _SO_MUCH  # "said as little as it could"


def _is_told_of(sentence: Sentence, after: int) -> bool:
    """Whether it is only told how or to whom something was said: "said it to me", "said it again".

    No verb follows then: "said it in itself was enough".
    """
    words = sentence.lexicon
    low = sentence.low(after)
    if low == ",":  # "said it, in other words, to the Post"
        return sentence.low(after + 1) in words.prepositions
    told = low in words.prepositions or low in _HOW
    if not told or sentence.low(after + 1) in FINITE:
        return False
    for step in range(after, min(len(sentence), after + _FINITE_WITHIN)):
        if sentence.quoted(step) or (low in words.prepositions and sentence.low(step) in FINITE):
            return False
        if not sentence.is_word(step):
            return sentence.low(step) != ":"
        if sentence.low(step) in words.relatives or sentence.low(step) in words.conjunctions:
            break
    return True


def is_withheld(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether the participle at `index` tells what is not said yet.

    "avoided saying", "stopped short of saying", "a plan before asking for money".
    """
    before = sentence.low(index - 1)
    short = before == "of" and sentence.low(index - 2) == "short"
    return before in _WITHHELD or short or (verb.lemma in _ASKS and before == "before")


def _is_answered(sentence: Sentence, first: int) -> bool:
    """Whether others' words stand at `first`, to which somebody answers: "the claim that"."""
    for step in range(first, first + _REMARKED_WITHIN):
        if sentence.low(step) in _REMARKED:
            return sentence.low(step + 1) in sentence.lexicon.that
        if not sentence.is_word(step):
            break
    return False
