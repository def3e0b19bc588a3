"""Where the subject of a reporting verb stands: before it, behind it, or with an earlier verb."""

from collections.abc import Sequence

from index.quotes.bounds import PASTS
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

_DASHES = frozenset("— – --".split())
_COMMAS_BACK = 4  # appositions between a name and its verb
_APPOSITION = 30  # tokens in one of them
_ADVERBS_BACK = 6
_LONGEST_AUTHOR = 8  # tokens
_BY = frozenset("by from".split())
_WRITTEN = frozenset(
    "statement letter email post tweet message note memo letters emails messages call calls".split()
)
_LONGEST_PLACE = 2  # tokens
_HEARERS = frozenset(
    "журналистам журналисту репортерам репортёрам корреспонденту корреспондентам агентству изданию "
    "телеканалу газете periodistas prensa medios reporteros presse journalistes médias "
    "journalisten reportern dpa".split()
)
_TO = frozenset("à a au aux al".split())
_AND = frozenset("and und et y".split())
_ON = frozenset("on this last late early le el".split())
_ON_BEHALF = frozenset("for of to".split())
_WHENCE = frozenset("from of at with in under".split())
_LONGEST_ORIGIN = 9  # tokens
_LONGEST_OWNER = 6  # tokens
_KIN = frozenset(
    "husband wife father mother son daughter brother sister parents widow friend lawyer colleague "
    "partner neighbour neighbor cousin uncle aunt".split()
)
_PLACES = frozenset("capital city town village port island province district".split())
_ONE = frozenset("one another".split())
_FORESEEN = frozenset(
    "on expected due set scheduled continued continues quick keen liked likes used".split()
)
# A plain form behind one of these tells what somebody did: "did say", "would often say".
EMPHATIC = frozenset("would did does do".split())
_NAMING = frozenset("name named called identified known".split())
_APPOSED = frozenset("along together then now formerly aged from of both via through for".split())


def step_over_adverbs(sentence: Sentence, index: int) -> int | None:
    """The token left of a verb's adverbs and auxiliaries; None where the verb is negated."""
    words = sentence.lexicon
    verb = words.verbs.get(sentence.low(index + 1))
    plain = verb is not None and verb.tense == "base"
    for _ in range(_ADVERBS_BACK):
        low = sentence.low(index)
        if sentence.is_pronoun(index):
            return index
        if low == "to" and sentence.low(index - 1) in _FORESEEN:  # "is expected to say"
            index -= 3 if sentence.low(index - 1) == "on" else 2  # "went on to say"
        elif plain and low in EMPHATIC:
            index -= 1
        elif low in words.negations:
            return None
        elif low in words.times and sentence.low(index - 1) in _ON and index > 1:
            index -= 2  # "Falk on Monday"
        elif low in words.auxiliaries or low in words.adverbs or _is_adverb(sentence, index):
            index -= 1
        else:
            break
    return index


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
        phrase = sentence.ending_at(last, governed=last < left - 1)
        return (phrase and _whom_role_describes(sentence, phrase)) or phrase
    if low == ")":  # "Jane Cole (D-Calif.) said"
        return sentence.ending_at(_last_before(sentence, left, "(") - 1)
    if low == ",":
        return _named_so(sentence, left - 1) or _before_commas(sentence, left)
    if low in _DASHES:  # "The board — led by Falk — said"
        return sentence.ending_at(_last_before(sentence, left, low) - 1)
    return (
        sentence.ending_at(left)
        or _before_relative(sentence, left)
        or _author(sentence, left)
        or _before_place(sentence, left)
    )


def _before_place(sentence: Sentence, left: int) -> Phrase | None:
    """Falk in "Ines Falk from the harbour board said": whence somebody comes."""
    if sentence.low(left) in sentence.lexicon.that:
        return None  # "a split that threatens to destroy it"
    for index in range(left - 1, max(0, left - _LONGEST_ORIGIN), -1):
        if not sentence.is_word(index) or sentence.is_pronoun(index):
            return None
        if sentence.low(index) in _ON_BEHALF or sentence.low(index) == "on":
            role = sentence.ending_at(index - 1)
            if role and role.kind == "role" and not role.joint:
                return role  # "A spokesman for Ines Falk said": not she
        if sentence.low(index) in _WHENCE:
            phrase = sentence.ending_at(index - 1)
            named = phrase is not None and phrase.kind == "name" and len(phrase.name) > 1
            return phrase if named else None
    return None


def _named_so(sentence: Sentence, last: int) -> Phrase | None:
    """Otto Brandt in "One of them, a driver named Otto Brandt, said"."""
    named = sentence.ending_at(last)
    so = named is not None and named.kind == "name" and sentence.low(named.first - 1) in _NAMING
    return named if so else None


def _before_commas(sentence: Sentence, comma: int) -> Phrase | None:
    """The subject before the appositions that the comma at `comma` closes."""
    for _ in range(_COMMAS_BACK):
        opening = _last_before(sentence, comma, ",")
        if opening < 0 or sentence.quoted(comma - 1):
            return _before_work(sentence, opening, comma)
        end = opening - 1
        if sentence.low(end) == ")":  # "secretary of the Workers Union (AMWU), Doug Cameron,"
            end = _last_before(sentence, end, "(") - 1
        phrase = sentence.ending_at(end) or _before_place(sentence, end)
        inner = None if _is_party(sentence, opening + 1) else _inner_name(sentence, opening, comma)
        if sentence.low(end) in _PLACES and sentence.low(end - 2) == "in":
            inner = None  # "the ministry in the capital, Holm, said"
        if inner and phrase is None:
            return _called(sentence, inner, opening)
        if inner and phrase and phrase.kind == "role":
            if _is_of_another(sentence, phrase):
                return phrase
            # "the minister, Ines Falk, said"
            return inner._replace(role=phrase.role, first=phrase.first, joint=phrase.joint)
        behalf = phrase is not None and phrase.kind == "role" and phrase.last < end
        if phrase and (
            (behalf and _is_party(sentence, opening + 1))
            or _is_apposition(sentence, opening + 1, comma, phrase.first)
            or _is_constituency(sentence, phrase, opening + 1, comma)
        ):
            phrase = _whom_role_describes(sentence, phrase) or _with_role_before(sentence, phrase)
            return phrase._replace(role=phrase.role or sentence.apposition(opening))
        comma = opening
    return None


def _before_work(sentence: Sentence, opening: int, comma: int) -> Phrase | None:
    """Who says something in a work: "Ines Falk, in “The Wall”, says"."""
    shown = sentence.quoted(comma - 1) and opening == comma - 3
    if not shown or sentence.low(comma - 2) not in sentence.lexicon.prepositions:
        return None
    return sentence.ending_at(opening - 1)


def _inner_name(sentence: Sentence, opening: int, closing: int) -> Phrase | None:
    """The name between two commas, also with whence somebody comes: ", Ines Falk of Skarn,"."""
    inner = sentence.starting_at(opening + 1)
    if inner is None or inner.kind != "name":
        return None
    from_place = len(inner.name) > 1 and sentence.low(inner.last + 1) in _WHENCE
    return inner if inner.last == closing - 1 or from_place else None


def _called(sentence: Sentence, inner: Phrase, opening: int) -> Phrase | None:
    """Who is named behind a description: "Her neighbour, who gave only one name, Budi,"."""
    described = _described_from(sentence, opening)
    if described is not None:
        return inner._replace(first=described) if described else inner
    before = _last_before(sentence, opening, ",")
    clause = range(before + 1, opening)
    if before < 0 or sentence.low(before + 1) not in sentence.lexicon.relatives:
        return None
    if not any(sentence.low(step) in _NAMING for step in clause):
        return None
    person = sentence.ending_at(before - 1)
    if person is None or person.kind != "role":
        return None
    return inner._replace(role=person.role, first=person.first)


def _whom_role_describes(sentence: Sentence, role: Phrase) -> Phrase | None:
    """Ines Falk before a second apposition: "Ines Falk, the mayor's sister, who left, said"."""
    if role.kind != "role" or sentence.low(role.first - 1) != ",":
        return None
    last = role.first - 2
    if sentence.low(last).isdigit() and sentence.low(last - 1) == ",":
        last -= 2  # "Ines Falk, 74, a retired nurse, who said"
    name = sentence.ending_at(last)
    named = name is not None and name.kind == "name" and len(name.name) > 1
    return name._replace(role=name.role or role.role) if name and named else None


def _with_role_before(sentence: Sentence, phrase: Phrase) -> Phrase:
    """A name with the role before it: "A pupil, Maisie, 8,"."""
    if phrase.kind != "name" or phrase.role or sentence.low(phrase.first - 1) != ",":
        return phrase
    role = sentence.ending_at(phrase.first - 2)
    if role is None or role.kind != "role" or role.joint or _is_of_another(sentence, role):
        return phrase
    return phrase._replace(role=role.role, first=role.first)


def _is_of_another(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a name behind a role may be another's: "the husband of the victim, Ines Falk,"."""
    tail = range(phrase.first, phrase.last + 1)
    linked = [index for index in tail if sentence.low(index) == "of"]
    return phrase.head in _KIN and any(
        sentence.lexicon.is_role(sentence.low(index))
        for index in range(max(linked, default=99), phrase.last + 1)
    )


def _described_from(sentence: Sentence, comma: int) -> int | None:
    """Where the words begin that up to a comma only say who follows: "The man between them,"."""
    words = sentence.lexicon
    begin = 0
    if sentence.quoted(0):  # "“We saw,” the farmer in the video, Otto Brandt, said"
        begin = 2 if sentence.low(1) == "," else 1
    first = sentence.low(begin)
    is_somebody = first in words.definite or first in words.indefinite or first in _ONE
    tells_more = any(
        sentence.low(step) in words.auxiliaries
        or sentence.low(step) in words.verbs
        or not sentence.is_word(step)
        for step in range(begin + 1, comma)
    )
    return begin if is_somebody and not tells_more else None


def _last_before(sentence: Sentence, index: int, mark: str) -> int:
    """Where `mark` last stands before `index`; -1 where it does not, or too far away."""
    for step in range(index - 1, max(-1, index - _APPOSITION), -1):
        if sentence.low(step) == mark:
            return step
    return -1


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


def _is_party(sentence: Sentence, index: int) -> bool:
    """Whether party and state stand at `index`: "R-Ohio"."""
    low = sentence.low(index)
    return low[:1] in {"r", "d", "i"} and low[1:2] in {"-", "–"}


def _is_constituency(sentence: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether a place stands behind a name: "Bob Hart, R-Ohio, said"."""
    return (
        len(phrase.name) > 1
        and end - first <= _LONGEST_PLACE
        and all(sentence.is_capital(index) for index in range(first, end))
    )


def _is_apposition(sentence: Sentence, first: int, end: int, begin: int) -> bool:
    """Whether a phrase that begins at `begin` goes on over the tokens from `first` to `end`."""
    low = sentence.low(first)
    words = sentence.lexicon
    return (
        low in words.relatives
        or low in words.articles
        or low.isdigit()
        or low in _APPOSED
        or low in words.adverbs
        or (low in words.prepositions and not sentence.is_word(begin - 1))
        or words.is_role(low)
        or low.endswith(("ing", "ed"))
        or sentence.apposition(first - 1) is not None
        or (words.capital_nouns and low in {"der", "die", "das"})
        or end == first
    )


def earlier_subject(
    sentence: Sentence, index: int, earlier: Sequence[Phrase | None]
) -> Phrase | None:
    """The subject that a participle or a second verb shares: ", adding", "and added"."""
    if sentence.low(index - 1) == "for" and _is_blamed(sentence, index - 1):
        return None  # "attacked Otto Brandt for calling …": his words
    own = _own_subject(sentence, index) if sentence.low(index).endswith("ing") else None
    if own:
        return own
    for phrase in reversed(earlier):
        if phrase:
            return phrase
    if sentence.low(index - 2) in sentence.lexicon.passive and _is_past(sentence.low(index - 1)):
        return left_phrase(sentence, index - 3)  # "after Falk was caught boasting"
    subject = sentence.subject(index)
    return None if subject and subject.head in sentence.lexicon.it else subject


def _own_subject(sentence: Sentence, index: int) -> Phrase | None:
    """Falk in "with Ines Falk saying it was late", who is not the subject of the sentence."""
    for first in sentence.openings():
        if first >= index:
            break
        phrase = sentence.starting_at(first)
        if phrase and phrase.last == index - 1 and phrase.kind != "pronoun":
            before = sentence.low(first - 1)
            wrote = before in _BY and sentence.low(first - 2) in _WRITTEN
            return phrase if wrote or before in {"with", "and"} else None
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
    if english and (not (trails or index == 0) or sentence.low(index) == "told"):
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
        elif low in _HEARERS:
            first += 1
        elif low in sentence.lexicon.articles and sentence.low(first + 1) in _HEARERS:
            first += 2  # "sagte der dpa Otto Falk"
    phrase = sentence.starting_at(first) or _behind_owner(sentence, first)
    if phrase is None or (english and _has_verb_of_its_own(sentence, phrase)):
        return None
    if sentence.low(phrase.last + 1) in _AND and sentence.starting_at(phrase.last + 2):
        phrase = phrase._replace(joint=True)
    return sentence.completed(phrase)


def _behind_hearer(sentence: Sentence, first: int) -> int:
    """Behind the paper in "a indiqué à l'AFP le maire": an article and a few capitals."""
    step = first + 1 if sentence.low(first) in sentence.lexicon.articles else first
    if sentence.low(step) in _HEARERS:
        return step + 1
    while sentence.is_capital(step) and step < first + _LONGEST_PLACE + 1:
        step += 1
    return step


def _behind_owner(sentence: Sentence, first: int) -> Phrase | None:
    """Falk in "tweeted the Skarn Post's Ines Falk"."""
    for index in range(first, first + _LONGEST_OWNER):
        if sentence.owns(index):
            phrase = sentence.starting_at(index + 1)
            full = phrase is not None and phrase.kind == "name" and len(phrase.name) > 1
            return phrase if full else None
        if not (sentence.is_capital(index) or (index == first and sentence.low(index) == "the")):
            return None
    return None


def owner_begin(sentence: Sentence, first: int) -> int:
    """Where a phrase begins with its owner: "the Post's ever cheerful Ines Falk"; else `first`."""
    begin, owned = first, False
    while begin > first - _LONGEST_OWNER and sentence.is_word(begin - 1):
        before = sentence.low(begin - 1)
        passed = before in {"the", "very"} or before in sentence.lexicon.adverbs
        if sentence.ends_clause(begin - 1) and not passed:
            return first
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
    if low in PASTS or (low.endswith("ed") and low not in _APPOSED):
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
        after in _APPOSED or after in words.articles or words.is_role(after)
    )
    return _run_end(sentence, age + 2) if goes_on else age


def _run_end(sentence: Sentence, index: int) -> int:
    while sentence.is_word(index) or sentence.low(index - 1).isdigit():  # ", 45, a nurse"
        index += 1
    return index - 1
