"""Where the subject of a reporting verb stands: before it, behind it, or with an earlier verb."""

from collections.abc import Sequence

from index.quotes.appositions import (
    APPOSED,
    LONGEST_PLACE,
    before_commas,
    before_place,
    is_party,
    last_before,
    named_so,
    whom_role_describes,
)
from index.quotes.bounds import CLOCK
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

_DASHES = frozenset("— – --".split())
_ADVERBS_BACK = 6
_LONGEST_AUTHOR = 8  # tokens
_BY = frozenset("by from".split())
_WRITTEN = frozenset(
    "statement letter email post tweet message note memo letters emails messages call calls".split()
)
_HEARERS = frozenset(
    "журналистам журналисту репортерам репортёрам корреспонденту корреспондентам агентству изданию "
    "телеканалу газете periodistas prensa medios reporteros presse journalistes médias "
    "journalisten reportern dpa".split()
)
_TO = frozenset("à a au aux al".split())
_NEVER_INVERTED = frozenset("tell tells told telling".split())
_OF_SEVERAL = frozenset("have are were do say tell argue".split())
_WHICH = frozenset("which whom".split())
_LONGEST_RELATIVE = 16  # tokens
_AND = frozenset("and und et y".split())
# What stands before somebody who does something: "a row that included Falk urging calm".
_BRINGS_IN = frozenset("with and included including includes featured featuring saw heard".split())
_CAN = frozenset("can could".split())
_ON = frozenset("on this last late early le el".split())
_LONGEST_OWNER = 6  # tokens
FORESEEN = frozenset(
    "on expected due set scheduled continued continues quick keen liked likes used".split()
)
_LONGEST_ERRAND = 9  # tokens of "took to the radio on Monday"
WENT = frozenset(
    "took turned went appeared wrote emailed phoned telephoned tweeted used returned rose "
    "stood came spoke rang texted intervened".split()
)
# Behind one of these a verb may share the subject of another: "and said", "after saying".
SHARING = frozenset("and but then or by as after before while when".split())
# A plain form behind one of these tells what somebody did: "did say", "would often say".
EMPHATIC = frozenset("would did does do".split())


def step_over_adverbs(sentence: Sentence, index: int) -> int | None:
    """The token left of a verb's adverbs and auxiliaries; None where the verb is negated."""
    words = sentence.lexicon
    verb = words.verbs.get(sentence.low(index + 1))
    plain = verb is not None and verb.tense == "base"
    for _ in range(_ADVERBS_BACK):
        low = sentence.low(index)
        if sentence.is_pronoun(index):
            return index
        if low == "to" and sentence.low(index - 1) in FORESEEN:  # "is expected to say"
            index -= 3 if sentence.low(index - 1) == "on" else 2  # "went on to say"
        elif low == "to" and plain and _errand(sentence, index) > 0:
            index = _errand(sentence, index) - 1
        elif plain and low in EMPHATIC:
            index -= 1
        elif low in words.negations:
            return None
        elif low in words.times and sentence.low(index - 1) in _ON and index > 1:
            index -= 2  # "Falk on Monday"
        elif _clock(sentence, index):
            index -= _clock(sentence, index)  # "Falk at 5 p.m. said"
        elif low == "first" and sentence.low(index - 1) == "at":
            index -= 2  # "had at first described"
        elif low == "long" and sentence.low(index - 1) in words.auxiliaries:
            index -= 1  # "has long argued"
        elif low in words.auxiliaries or low in words.adverbs or _is_adverb(sentence, index):
            index -= 1
        else:
            break
    return index


def _clock(sentence: Sentence, last: int) -> int:
    """How many tokens tell the hour that ends at `last`: "at 5 p.m."; 0 where none do."""
    begin = last - 1 if sentence.low(last) == "." else last
    hour = sentence.low(begin) in CLOCK and sentence.low(begin - 2) in {"at", "around", "by"}
    return last - begin + 3 if hour and sentence.low(begin - 1)[:1].isdigit() else 0


def _errand(sentence: Sentence, to: int) -> int:
    """Where the verb stands in "took to the radio to say": somebody went, and said it; else 0."""
    for step in range(to - 1, max(0, to - _LONGEST_ERRAND), -1):
        if sentence.low(step) in WENT:
            return step
        if not sentence.is_word(step) or sentence.tokens[step].verb:
            break
    return 0


def _is_adverb(sentence: Sentence, index: int) -> bool:
    return sentence.low(index).endswith("ly") and not sentence.is_capital(index)


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether the verb's subject hears rather than speaks: "was told"."""
    verb = sentence.lexicon.verbs[sentence.low(index)]
    if verb.tense not in {"past", "participle"}:
        return False
    for back in range(1, 4):
        low = sentence.low(index - back)
        if low in sentence.lexicon.passive:
            return True
        if low not in sentence.lexicon.adverbs and not _is_adverb(sentence, index - back):
            return False
    return False


def left_phrase(sentence: Sentence, left: int) -> Phrase | None:
    """The subject that ends at `left`, before its verb, over relative clauses and appositions."""
    if left < 0 or sentence.quoted(left):
        return None
    low = sentence.low(left)
    if low in sentence.lexicon.relatives:
        last = left - 2 if sentence.low(left - 1) == "," else left - 1
        if sentence.low(last - 1) == "," and is_party(sentence, last):
            last -= 2  # "Ines Falk, D-Ore., who left, said"
        phrase = sentence.ending_at(last, governed=last < left - 1)
        if phrase is None and last < left - 1 and sentence.low(last) in sentence.lexicon.times:
            phrase = sentence.ending_at(last - 2, governed=True)  # "by Falk in May, who said"
        return (phrase and whom_role_describes(sentence, phrase)) or phrase
    if low == ")":  # "Jane Cole (D-Calif.) said"
        return sentence.ending_at(last_before(sentence, left, "(") - 1)
    if low == ",":
        return named_so(sentence, left - 1) or before_commas(sentence, left)
    if low in _DASHES:  # "The board — led by Falk — said"
        return sentence.ending_at(last_before(sentence, left, low) - 1)
    object_of = sentence.is_pronoun(left) and not _agrees(sentence, left)
    return (
        (None if object_of else sentence.ending_at(left))  # "People who use it have complained"
        or _before_party(sentence, left)
        or _before_relative(sentence, left)
        or _author(sentence, left)
        or before_place(sentence, left)
    )


def _agrees(sentence: Sentence, pronoun: int) -> bool:
    """Whether a pronoun may be the subject of the verb behind it: not "it have", "him says"."""
    low, after = sentence.low(pronoun), sentence.low(pronoun + 1)
    one = low in sentence.lexicon.it | sentence.lexicon.he | sentence.lexicon.she
    return not (sentence.lexicon.code == "en" and one and after in _OF_SEVERAL)


def _before_party(sentence: Sentence, left: int) -> Phrase | None:
    """Falk in "Ines Falk, R-South Carolina said", without its second comma."""
    first = left
    while sentence.is_capital(first - 1) and left - first < LONGEST_PLACE:
        first -= 1
    party = is_party(sentence, first) and sentence.low(first - 1) == ","
    return sentence.ending_at(first - 2) if party else None


def _before_relative(sentence: Sentence, left: int) -> Phrase | None:
    """The subject before "who": "An official who asked not to be named said"."""
    subject = sentence.subject(left)
    if subject and sentence.low(subject.last + 1) in sentence.lexicon.relatives:
        return subject
    return None


def _author(sentence: Sentence, left: int) -> Phrase | None:
    """Falk in "A statement by Falk said"."""
    for first in range(left, max(0, left - _LONGEST_AUTHOR), -1):
        if sentence.low(first - 1) in _BY and sentence.low(first - 2) in _WRITTEN:
            phrase = sentence.starting_at(first)
            return phrase if phrase and phrase.last == left else None
    return None


def earlier_subject(
    sentence: Sentence, index: int, earlier: Sequence[Phrase | None]
) -> Phrase | None:
    """The subject that a participle or a second verb shares: ", adding", "and added"."""
    if sentence.low(index - 1) == "for" and _is_blamed(sentence, index - 1):
        return None  # "attacked Otto Brandt for calling …": his words
    own = _own_subject(sentence, index) if sentence.low(index).endswith("ing") else None
    if own:
        return own
    own = None if sentence.low(index).endswith("ing") else _subject_of_relative(sentence, index)
    for phrase in (own, *reversed(earlier)):
        if phrase:
            return phrase
    if sentence.low(index - 2) in sentence.lexicon.passive and _is_past(sentence.low(index - 1)):
        before = index - 4 if sentence.low(index - 3) in _CAN else index - 3
        return left_phrase(sentence, before)  # "after Falk was caught boasting", "can be heard"
    subject = sentence.subject(index)
    return None if subject and subject.head in sentence.lexicon.it else subject


def _subject_of_relative(sentence: Sentence, index: int) -> Phrase | None:
    """Falk in "the meters, which Falk chose and now says are broken"."""
    for step in range(index - 1, max(0, index - _LONGEST_RELATIVE), -1):
        low = sentence.low(step)
        if not sentence.is_word(step) or sentence.quoted(step):
            return None
        if low in _WHICH:
            phrase = sentence.starting_at(step + 1)
            behind = phrase is not None and phrase.last < index - 1
            return phrase if behind and sentence.low(step - 1) == "," else None
    return None


def _own_subject(sentence: Sentence, index: int) -> Phrase | None:
    """Falk in "with Ines Falk saying it was late", who is not the subject of the sentence."""
    for first in sentence.openings():
        if first >= index:
            break
        phrase = sentence.starting_at(first)
        if phrase and phrase.last == index - 1 and phrase.kind != "pronoun":
            before = sentence.low(first - 1)
            wrote = before in _BY and sentence.low(first - 2) in _WRITTEN
            return phrase if wrote or before in _BRINGS_IN else None
    return None


def _is_past(low: str) -> bool:
    return low.endswith("ed") or low in {"caught", "heard", "seen", "found", "shown"}


def _is_blamed(sentence: Sentence, end: int) -> bool:
    """Whether somebody other than the subject stands before "for", whose deed it is."""
    subject = sentence.subject(end)
    return subject is not None and any(
        subject.last < phrase.first < end and phrase.last < end for phrase in sentence.phrases()
    )


def right_phrase(sentence: Sentence, index: int, *, trails: bool) -> Phrase | None:
    """The subject behind its verb: "said Ines Falk", "sagte am Montag Falk"."""
    english = sentence.lexicon.code == "en"
    if english and (not (trails or index == 0) or sentence.low(index) in _NEVER_INVERTED):
        return None
    first = index + 1
    for _ in range(3):
        low = sentence.low(first)
        if low in sentence.lexicon.adverbs or low in sentence.lexicon.times:
            first += 1
        elif (
            low in sentence.lexicon.prepositions
            and sentence.low(first + 1) in sentence.lexicon.times
        ):
            first += 2
        elif not english and low in _TO and sentence.is_word(first + 1):
            first = _behind_hearer(sentence, first + 1)
        elif not english and low in sentence.lexicon.articles and _is_when(sentence, first + 1):
            first += 1  # "dijo el pasado domingo el ministro"
        elif low in _HEARERS:
            first += 1
        elif low in sentence.lexicon.articles and sentence.low(first + 1) in _HEARERS:
            first += 2  # "sagte der dpa Otto Falk"
    phrase = sentence.starting_at(first) or _behind_owner(sentence, first)
    if phrase is None or (english and _has_verb_of_its_own(sentence, phrase)):
        return None
    if english and phrase.head in sentence.lexicon.it:
        return None  # "The mayor, she pointed out, had cited it"
    if sentence.low(phrase.last + 1) in _AND and sentence.starting_at(phrase.last + 2):
        phrase = phrase._replace(joint=True)
    return sentence.completed(phrase)


def _is_when(sentence: Sentence, index: int) -> bool:
    """Whether a day or what tells which day stands at `index`: "domingo", "pasado"."""
    words = sentence.lexicon
    return sentence.low(index) in words.times or sentence.low(index) in words.adverbs


def _behind_hearer(sentence: Sentence, first: int) -> int:
    """Behind the paper in "a indiqué à l'AFP le maire": an article and a few capitals."""
    step = first + 1 if sentence.low(first) in sentence.lexicon.articles else first
    if sentence.low(step) in _HEARERS:
        return step + 1
    while sentence.is_capital(step) and step < first + LONGEST_PLACE + 1:
        step += 1
    return step


def _behind_owner(sentence: Sentence, first: int) -> Phrase | None:
    """Falk in "tweeted the Skarn Post's Ines Falk"."""
    for index in range(first, first + _LONGEST_OWNER):
        if sentence.owns(index):
            phrase = sentence.starting_at(index + 1)
            full = phrase is not None and phrase.kind == "name" and len(phrase.name) > 1
            return phrase if full else None
        opens = index == first and sentence.low(index) == "the"
        if not (sentence.is_capital(index) or opens or sentence.low(index) == "&"):
            return None
    return None


def owner_begin(sentence: Sentence, first: int) -> int:
    """Where a phrase begins with its owner: "the Post's ever cheerful Ines Falk"; else `first`."""
    begin, owned = first, False
    while begin > first - _LONGEST_OWNER and sentence.is_word(begin - 1):
        before = sentence.low(begin - 1)
        passed = before in {"the", "very"} or before in sentence.lexicon.adverbs
        if sentence.ends_clause(begin - 1) and not passed:
            break
        begin -= 1
        owned = owned or sentence.owns(begin)
    return begin if owned else first


def _has_verb_of_its_own(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what stands behind "said" is what is said: "said Falk was late", "said he would"."""
    after = phrase.last + 1
    words = sentence.lexicon
    low = sentence.low(after)
    if low in words.auxiliaries or low in words.negations or sentence.quoted(after):
        return True
    if sentence.tokens[after : after + 1] and sentence.tokens[after].verb:
        return True  # "Falk claims Brandt told him"
    small = low in words.small or low in words.times or low.endswith("ly")
    told = sentence.tokens[after].is_lower if after < len(sentence) else False
    if told and not small and low not in APPOSED:
        return sentence.low(phrase.first - 2) == ","  # ", said the mayor settled it"
    if phrase.kind != "pronoun" or not sentence.is_word(after):
        return False
    return not (low in words.prepositions or low in words.times)


def close_apposition(sentence: Sentence, last: int) -> int:
    """The last token of the apposition behind a name; the name's own last token where none is."""
    if sentence.low(last + 1) == "," and sentence.low(last + 2).isdigit():
        return _behind_age(sentence, last + 2)
    if sentence.apposition(last + 1) is None:
        return last
    return _run_end(sentence, last + 2)


def _behind_age(sentence: Sentence, age: int) -> int:
    """The end of ", 52", of ", 52, of Skarnholm" or of ", 52, a nurse"."""
    after = sentence.low(age + 2)
    words = sentence.lexicon
    goes_on = sentence.low(age + 1) == "," and (
        after in APPOSED or after in words.articles or words.is_role(after)
    )
    return _run_end(sentence, age + 2) if goes_on else age


def _run_end(sentence: Sentence, index: int) -> int:
    while sentence.is_word(index) or sentence.low(index - 1).isdigit():  # ", 45, a nurse"
        index += 1
    return index - 1
