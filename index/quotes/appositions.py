"""The subject before its appositions and whence it comes: "Ines Falk, of Hull, a nurse, said"."""

from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

_COMMAS_BACK = 4  # appositions between a name and its verb
_APPOSITION = 30  # tokens in one of them
LONGEST_PLACE = 2  # tokens
_ON_BEHALF = frozenset("for of to".split())
_AGENTS = ("er", "or", "ist")
WHENCE = frozenset("from of at with in under".split())
_LONGEST_ORIGIN = 9  # tokens
_KIN = frozenset(
    "husband wife father mother son daughter brother sister parents widow friend lawyer colleague "
    "partner neighbour neighbor cousin uncle aunt".split()
)
_PLACES = frozenset(
    "capital city town village port island province district hamlet suburb county state region "
    "township municipality resort settlement".split()
)
_OF_COUNTRIES = frozenset(
    "new north south west east rhode saudi sri puerto northern port san santa saint st fort mount "
    "cape los las rio upper lower great little".split()
)
_LONGEST_TOWN = 6  # tokens of "in the country's second city"
_ONE = frozenset("one another".split())
_NAMING = frozenset("name named called identified known".split())
APPOSED = frozenset(
    "along together then now formerly aged from of both via through for not like unlike".split()
)


def before_place(sentence: Sentence, left: int) -> Phrase | None:
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
        if sentence.low(index) in WHENCE:
            aged = sentence.low(index - 1) == "," and sentence.low(index - 2).isdigit()
            aged = aged and sentence.low(index - 3) == ","  # "Ines Falk, 34, of Skarn said"
            phrase = sentence.ending_at(index - 4 if aged else index - 1)
            named = phrase is not None and phrase.kind == "name" and len(phrase.name) > 1
            return phrase if named else None
    return None


def named_so(sentence: Sentence, last: int) -> Phrase | None:
    """Otto Brandt in "One of them, a driver named Otto Brandt, said"."""
    named = sentence.ending_at(last)
    so = named is not None and named.kind == "name" and sentence.low(named.first - 1) in _NAMING
    return named if so else None


def before_commas(sentence: Sentence, comma: int) -> Phrase | None:
    """The subject before the appositions that the comma at `comma` closes."""
    for _ in range(_COMMAS_BACK):
        opening = last_before(sentence, comma, ",")
        if opening < 0 or sentence.quoted(comma - 1):
            return _before_work(sentence, opening, comma)
        end = opening - 1
        if is_party(sentence, end) and sentence.low(end - 1) == ",":
            comma = opening  # "Ines Falk, D-Ore., who spoke next, said"
            continue
        if sentence.low(end) == ")":  # "secretary of the Workers Union (AMWU), Doug Cameron,"
            end = last_before(sentence, end, "(") - 1
        phrase = sentence.ending_at(end) or before_place(sentence, end)
        inner = None if is_party(sentence, opening + 1) else _inner_name(sentence, opening, comma)
        town = _town(sentence, inner, end) if inner else -1
        if town >= 0:  # "the ministry in the capital, Holm, said"
            somebody = phrase or sentence.ending_at(town - 1)
            return (somebody and whom_role_describes(sentence, somebody)) or somebody
        if inner and _is_place(sentence, inner, end):
            if phrase is None:  # "the top Democrat on the board in Skarn, Libya, said"
                comma = opening
                continue
            return whom_role_describes(sentence, phrase) or phrase
        if inner and (phrase is None or phrase.kind == "role"):
            return _named_inside(sentence, inner, phrase, opening)
        behalf = phrase is not None and phrase.kind == "role" and phrase.last < end
        if phrase and (
            (behalf and is_party(sentence, opening + 1))
            or _is_apposition(sentence, opening + 1, comma, phrase.first)
            or _is_constituency(sentence, phrase, opening + 1, comma)
        ):
            phrase = whom_role_describes(sentence, phrase) or _with_role_before(sentence, phrase)
            return phrase._replace(role=phrase.role or sentence.apposition(opening))
        comma = opening
    return None


def _named_inside(
    sentence: Sentence, inner: Phrase, phrase: Phrase | None, opening: int
) -> Phrase | None:
    """Whoever is named between two commas behind what is said of them: "the mayor, Ines Falk,"."""
    if phrase is None:
        return _called(sentence, inner, opening)
    if _is_of_another(sentence, phrase):
        return phrase
    return inner._replace(role=phrase.role, first=phrase.first, joint=phrase.joint)


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
    end = inner.last + 1
    aged = sentence.low(end) == "(" and sentence.low(end + 2) == ")" and end + 3 == closing
    if aged and len(inner.name) > 1:
        return inner  # ", the potter Ines Falk (72),"
    from_place = len(inner.name) > 1 and sentence.low(inner.last + 1) in WHENCE
    return inner if inner.last == closing - 1 or from_place else None


def _is_place(sentence: Sentence, inner: Phrase, end: int) -> bool:
    """Whether what stands between two commas is where the place before it, at `end`, lies."""
    placed = sentence.is_capital(end) and sentence.low(end - 1) in WHENCE
    return placed and (len(inner.name) == 1 or inner.name[0].casefold() in _OF_COUNTRIES)


def _town(sentence: Sentence, inner: Phrase, end: int) -> int:
    """Where "in the border town" begins, that ends at `end` and is then named; or -1."""
    if sentence.low(end) not in _PLACES:
        return -1
    for step in range(end - 1, max(-1, end - _LONGEST_TOWN), -1):
        if sentence.low(step) in WHENCE | {"near"}:
            told = sentence.low(step) == "in" and sentence.low(step + 1) == "the"
            given = inner.name[0].casefold()
            person = given in sentence.lexicon.men or given in sentence.lexicon.women
            named = len(inner.name) == 1 or given in _OF_COUNTRIES
            return step if named or (told and not person) else -1
        if sentence.is_capital(step) or not sentence.is_word(step):
            break
    return -1


def _called(sentence: Sentence, inner: Phrase, opening: int) -> Phrase | None:
    """Who is named behind a description: "Her neighbour, who gave only one name, Budi,"."""
    described = _described_from(sentence, opening)
    if described is not None:
        return inner._replace(first=described) if described else inner
    before = last_before(sentence, opening, ",")
    clause = range(before + 1, opening)
    if before < 0 or sentence.low(before + 1) not in sentence.lexicon.relatives:
        return None
    if not any(sentence.low(step) in _NAMING for step in clause):
        return None
    person = sentence.ending_at(before - 1)
    if person is None or person.kind != "role":
        return None
    return inner._replace(role=person.role, first=person.first)


def whom_role_describes(sentence: Sentence, role: Phrase) -> Phrase | None:
    """Ines Falk before a second apposition: "Ines Falk, the mayor's sister, who left, said"."""
    if role.kind != "role" or sentence.low(role.first - 1) != ",":
        return None
    last = role.first - 2
    if sentence.low(last).isdigit() and sentence.low(last - 1) == ",":
        last -= 2  # "Ines Falk, 74, a retired nurse, who said"
    name = sentence.ending_at(last, governed=True)
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


def last_before(sentence: Sentence, index: int, mark: str) -> int:
    """Where `mark` last stands before `index`; -1 where it does not, or too far away."""
    for step in range(index - 1, max(-1, index - _APPOSITION), -1):
        if sentence.low(step) == mark:
            return step
    return -1


def is_party(sentence: Sentence, index: int) -> bool:
    """Whether party and state stand at `index`: "R-Ohio"."""
    low = sentence.low(index)
    return low[:1] in {"r", "d", "i"} and low[1:2] in {"-", "–"}


def _is_constituency(sentence: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether a place stands behind a name: "Bob Hart, R-Ohio, said"."""
    return (
        len(phrase.name) > 1
        and end - first <= LONGEST_PLACE
        and all(sentence.is_capital(index) for index in range(first, end))
    )


def _opens_clause(sentence: Sentence, begin: int) -> bool:
    """Whether a clause begins at `begin`: at the head of a sentence, or ", and the mayor"."""
    joins = sentence.low(begin - 1) in sentence.lexicon.conjunctions
    return not sentence.is_word(begin - 1) or (joins and sentence.low(begin - 2) == ",")


def _is_apposition(sentence: Sentence, first: int, end: int, begin: int) -> bool:
    """Whether a phrase that begins at `begin` goes on over the tokens from `first` to `end`."""
    low = sentence.low(first)
    words = sentence.lexicon
    return (
        low in words.relatives
        or low in words.articles
        or low.isdigit()
        or low in APPOSED
        or low in words.adverbs
        or (low in words.prepositions and _opens_clause(sentence, begin))
        or words.is_role(low)
        or low.endswith(("ing", "ed", "ly"))
        or (low.endswith(_AGENTS) and sentence.low(first + 1) == "of")  # ", backer of the bill,"
        or sentence.apposition(first - 1) is not None
        or (words.capital_nouns and low in {"der", "die", "das"})
        or end == first
    )
