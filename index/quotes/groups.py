"""Who speaks without a name and with more told of them: "three people familiar with it said"."""

from index.quotes.finite import FINITE
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

_LONGEST = 18  # tokens of the whole subject
_NOUN_WITHIN = 5  # tokens of "three senior Republican aides"
# What people are called who will not be named, and several of them together.
_SOURCES = frozenset(
    "person people man men woman women somebody someone ally allies associate associates friend "
    "friends aide aides adviser advisers advisor advisors official officials lawmaker lawmakers "
    "source sources insider insiders donor donors strategist strategists operative operatives "
    "member members supporter supporters critic critics delegate delegates colleague colleagues "
    "republican republicans democrat democrats conservatives liberals diplomat diplomats "
    "voter voters staffer staffers employee employees veteran veterans bloc group handful number "
    "dozen majority spokesman spokeswoman lawyer lawyers executive executives resident residents "
    "neighbor neighbors neighbour neighbours relative relatives prosecutor prosecutors".split()
)
_MORE = frozenset(
    "who that of in on at with from near close familiar briefed involved loyal opposed sympathetic "
    "aligned working present speaking".split()
)
_COUNTS = frozenset(
    "one two three four five six seven eight nine ten several some many most other a an the these "
    "those this that his her their its at least more than half dozen".split()
)
_ASIDE = frozenset("however too though meanwhile not predictably unsurprisingly as".split())
_LONGEST_ASIDE = 14  # tokens between two commas
_OPENS = frozenset("which that and but while as though although because after when".split())


def group_before(sentence: Sentence, left: int) -> Phrase | None:
    """The people without a name whose description ends at `left`, before their verb."""
    words = sentence.lexicon
    if words.code != "en":
        return None
    last = _behind_aside(sentence, left)
    for first in range(last, max(-1, last - _LONGEST), -1):
        if not sentence.is_word(first):
            break
        before = sentence.low(first - 1)
        heads = not sentence.is_word(first - 1) or before in _OPENS or _is_source(sentence, first)
        noun = source_noun(sentence, first) if heads else -1
        if 0 <= noun <= last and (noun == last) == (last < left):
            return _phrase(sentence, first, noun, last)
        if 0 <= noun < last and sentence.low(noun + 1) in _MORE:
            return _phrase(sentence, first, noun, last)
    return None


def source_noun(sentence: Sentence, first: int) -> int:
    """The noun of people at the head of a clause that begins at `first`; or -1."""
    for index in range(first, first + _NOUN_WITHIN):
        low = sentence.low(index)
        if low in _SOURCES and sentence.low(index + 1) not in _SOURCES:
            after = sentence.is_word(index + 1) and not sentence.ends_clause(index + 1)
            if after and sentence.low(index + 1) not in _MORE:
                return -1  # "the club's official history"
            bare = index == first or sentence.low(first) in _COUNTS or low.endswith(("s", "ple"))
            return index if bare else -1
        if not sentence.is_word(index) or low in FINITE or low in sentence.lexicon.prepositions:
            break
    return -1


def _is_source(sentence: Sentence, first: int) -> bool:
    """Whether "according to" stands before, and "who said" behind."""
    return sentence.low(first - 1) == "to" and sentence.low(first - 2) == "according"


def _behind_aside(sentence: Sentence, left: int) -> int:
    """The token before ", who insisted on anonymity," or ", however,"; else `left`."""
    low = sentence.low(left)
    if low in sentence.lexicon.relatives:
        return left - 2 if sentence.low(left - 1) == "," else left - 1
    if low != ",":
        return left
    for step in range(left - 2, max(0, left - _LONGEST_ASIDE), -1):
        if sentence.quoted(step):
            break
        if sentence.low(step) == ",":
            after = sentence.low(step + 1)
            aside = after in _ASIDE or after in sentence.lexicon.relatives
            return step - 1 if aside else left
    return left


def _phrase(sentence: Sentence, first: int, noun: int, last: int) -> Phrase:
    role, head = sentence.words(first, last), sentence.low(noun)
    return Phrase("role", (), role, head, None, definite=False, first=first, last=last)
