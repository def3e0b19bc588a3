"""Hearers and circumstances between a reporting verb and what is said: "in Leeds on Monday"."""

from index.quotes.finite import FINITE
from index.quotes.lexicon import Verb
from index.quotes.phrases import Sentence
from index.quotes.titles import PASTS
from index.quotes.tokens import GENITIVES

_HEARER = 8  # tokens
_LONGEST_HEARER = 24  # tokens of "a crowd of about 300 gathered in the square"
_ASKS = frozenset("how why what when where if whether".split())
_ABOUT = frozenset("of about".split())
_WHO = frozenset("who whom".split())
_PARTICIPLES = ("ing", "ed")
_SHORT_HEARER = 4  # tokens
_CIRCUMSTANCES = 24  # tokens
_LONGEST_OBJECT = 9  # tokens behind a preposition
_CIRCUMSTANTIAL = frozenset("as during after before".split())
_MEDIA = frozenset(
    "news agency radio television tv newspaper magazine network programme program podcast website "
    "station channel conference outlet outlets stations affiliate affiliates networks "
    "newspapers agencies paper crowd audience panel committee council court".split()
)
_BEGINS_REPORT = frozenset("all both further while despite".split())
_NUMBERS = frozenset(
    "half one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "sixty seventy eighty ninety two-thirds three-quarters one-third one-quarter one-fifth "
    "hundreds thousands".split()
)
_ROUGHLY = frozenset("about around over under between".split())
_OBJECT_PRONOUNS = frozenset("me him her us them you it everyone everybody".split())


def skip(sentence: Sentence, start: int, verb: Verb) -> int:
    """Behind the hearer ("reporters") and the circumstances ("in a statement on Monday")."""
    if verb.addressed:
        start = hearer_end(sentence, start, verb)
        if sentence.low(start) == "to" or sentence.low(start + 1) == "to":
            return start  # "told the council to wait"
    return circumstance_end(sentence, start)


def hearer_end(sentence: Sentence, start: int, verb: Verb) -> int:
    """Behind whoever is told: "reporters", "the BBC", "him"; `start` where nobody is."""
    words = sentence.lexicon
    if sentence.low(start) in words.that or not sentence.is_word(start):
        shown = sentence.quoted(start) and sentence.low(start + 1) in words.that
        return start + 1 if shown else start  # "told “The Morning Show” that"
    owned = sentence.low(start) == "her" and sentence.low(start + 2) in words.that
    if sentence.low(start) in _OBJECT_PRONOUNS and verb.lemma == "tell" and not owned:
        return start + 1
    that = _that_behind(sentence, start)
    if that:
        return that
    if verb.lemma != "tell":
        return _behind_circumstance(sentence, start)
    first = start + 1 if sentence.low(start) in words.articles else start
    index = first
    if sentence.low(index) == "channel" and sentence.tokens[index + 1 : index + 2]:
        return index + 2  # "told Channel Nine"
    while index < start + _HEARER and not _ends_hearer(sentence, first, index):
        index += 1
    # "told reporters ships would": the hearer is one word.
    return first + 1 if sentence.low(index) in FINITE else index


def _that_behind(sentence: Sentence, start: int) -> int:
    """At "that" behind a hearer and what tells of one; 0 where none stands so.

    "told the paper Aftonbladet that", "told a crowd of 300 gathered in the square that", "told
    supporters who had waited since dawn that".
    """
    words = sentence.lexicon
    described = False  # whether a clause tells of the hearer
    placed = False  # whether it is told where the hearer is: in what, "that" may tell of as well
    for index in range(start + 1, min(len(sentence), start + _LONGEST_HEARER)):
        low, before = sentence.low(index), sentence.low(index - 1)
        if low in words.that:
            doubtful = placed or described or index - start >= _HEARER
            return 0 if doubtful and _is_done(sentence, index + 1) else index
        behind = before in words.prepositions or before in words.articles
        behind = behind or before.endswith(_PARTICIPLES)
        if before in _ABOUT and (sentence.is_article(index) or sentence.is_capital(index)):
            break  # "told the board of a plan that"
        article = low in words.articles and sentence.tokens[index].is_lower  # no "Air Force One"
        placed = placed or (article and index > start + 1)
        apart = not sentence.is_word(index) or low in _ASKS
        if apart or (article and not (behind or described)):
            break
        described = described or (low in _WHO and index > start)
        if low in FINITE and not described:
            break
    return 0


def _is_done(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands at `index`: "that sank", "that was late"."""
    low = sentence.low(index)
    return low in FINITE or low in PASTS or low.endswith("ed")


def _behind_circumstance(sentence: Sentence, start: int) -> int:
    """At "that" in "reminded jurors at the end of the day that"; `start` if none stands so.

    "warned the wall could fall": nobody is told.
    """
    for index in range(start + 1, start + _SHORT_HEARER):
        end = circumstance_end(sentence, index)
        if end > index and sentence.low(end) in sentence.lexicon.that:
            return end
        if not sentence.is_word(index):
            break
    return start


def _ends_hearer(sentence: Sentence, first: int, index: int) -> bool:
    words = sentence.lexicon
    low = sentence.low(index)
    if not sentence.is_word(index) or sentence.is_pronoun(index):
        return True
    if any(low in table for table in (words.that, words.articles, words.prepositions, FINITE)):
        return True
    if index == first or sentence.low(index - 1).endswith(GENITIVES):
        return False
    # "told the AFP news agency", "told the television station KSKN"
    if low in _MEDIA or (sentence.low(index - 1) in _MEDIA and sentence.is_capital(index)):
        return False
    if sentence.is_capital(index - 1) != sentence.is_capital(index):
        # "told CNN ships", but "told fellow House Republican members"
        return sentence.is_capital(index) or not sentence.tokens[index].is_role
    return not sentence.is_capital(index) and sentence.low(index - 1).endswith("s")


def circumstance_end(sentence: Sentence, start: int) -> int:
    """Behind adverbs, times and prepositional phrases that begin at `start`."""
    words = sentence.lexicon
    index = start
    while index < len(sentence) and index < start + _CIRCUMSTANCES:
        low = sentence.low(index)
        if low in words.that or sentence.is_pronoun(index) or not sentence.is_word(index):
            break
        if low == "this" and not _is_time(sentence, index + 1):
            break  # "say this rule is unfair"
        if low in _BEGINS_REPORT or _is_count(sentence, index):
            break
        if low == "the" and sentence.low(index + 1) == "other" and _is_time(sentence, index + 2):
            index += 3  # "said the other morning"
        elif low in words.prepositions or low in _CIRCUMSTANTIAL:
            index = _prepositional_end(sentence, index)
        elif (
            low in words.times
            or low in words.adverbs
            or (low.endswith("ly") and sentence.low(index + 1) in words.that)
        ) or (low.isdigit() and index > start and sentence.low(index - 1) in words.times):
            index += 1
        else:
            break
    told = index > start and sentence.low(index) in FINITE and _is_time_of_day(sentence, index - 1)
    return index - 1 if told else index  # "said Thursday will be late"


def _is_time_of_day(sentence: Sentence, index: int) -> bool:
    """Whether a day stands at `index` that no preposition governs."""
    return sentence.low(index) in sentence.lexicon.times and (
        sentence.low(index - 1) not in sentence.lexicon.prepositions
    )


def _is_count(sentence: Sentence, index: int) -> bool:
    """Whether a number begins what is said: "said about 40 were late", "at least two"."""
    low, after = sentence.low(index), sentence.low(index + 1)
    if low == "at":
        return after in {"least", "most"}
    return low in _ROUGHLY and (after[:1].isdigit() or after in _NUMBERS)


def _is_time(sentence: Sentence, index: int) -> bool:
    return sentence.low(index) in sentence.lexicon.times and not sentence.is_capital(index)


def _prepositional_end(sentence: Sentence, index: int) -> int:
    words = sentence.lexicon
    step = index + 1
    if sentence.low(step) in words.times:
        return step + 1
    if sentence.low(step) in words.articles:
        step += 1
    first = step
    while sentence.is_word(step) and not sentence.is_pronoun(step):
        low = sentence.low(step)
        shown = low in words.times and sentence.low(step - 1) in words.articles  # "the Today show"
        if low in words.that or low in words.articles or (low in words.times and not shown):
            break
        if low in words.prepositions or low in words.conjunctions:
            break
        if low in FINITE or step > first + _LONGEST_OBJECT:
            return first + 1  # "said in Leeds ships would": the place is one word
        step += 1
    return step
