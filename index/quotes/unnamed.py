"""Who is said to speak by a noun that no table holds: "the wherryman said", "the letter read".

Such a noun may be of a person, of several, or of a text. It names nobody, but its words are found.
"""

from index.quotes.circumstances import circumstance_end, skip
from index.quotes.finite import FINITE, has_finite_verb
from index.quotes.groups import group_before
from index.quotes.lexicon import Verb
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.tokens import GENITIVES

_LONGEST = 5  # tokens of the noun phrase
_LONGEST_CLAUSE = 16  # tokens of a relative clause or an apposition behind it
_LONGEST_LABELLED = 10  # tokens of "called the dismissal of Falk “a grudge”"
_MOST_TAILS = 2  # "the head of the board of the mill"
_PLURALS = ("s", "men", "people")
_SHORTEST_PLURAL = 4  # letters
# Who stands for somebody told of before, as much as before a noun: "another said".
ONES = frozenset("one another others some many several all both few most none".split())
_SINGLE = frozenset("one another".split())
_HIS = frozenset("his her their its".split())
_LINKS = frozenset("of for from at in with behind on".split())
# What figures, plans and clouds do as well.
_OF_THINGS = frozenset(
    "suggest confirm reveal signal indicate hint underline underscore promise threaten stress "
    "forecast predict read explain add continue maintain recall point estimate".split()
)
_TRAILING = frozenset("say warn argue claim insist tell".split())
_SAYS = frozenset("says say".split())
# What bears words; somebody has written them.
TEXTS = frozenset(
    "letter statement email e-mail post message note memo notice report study paper article "
    "document release text book diary indictment lawsuit complaint affidavit ruling verdict "
    "judgment filing resolution tweet caption inscription letters statements emails posts "
    "messages notes documents reports review editorial leaflet pamphlet manifesto warning "
    "transcript entry record petition appeal motion bulletin newsletter telegram postcard "
    "invitation website page manual contract report".split()
)
_WHO = frozenset("who that which".split())
# Several who may say something, as words for people end.
SEVERAL = ("ors", "ers", "ists", "ians", "ants", "ents", "ees")
_BODIES = frozenset("groups agencies charities unions companies firms countries states".split())
_AMONG = frozenset("of in at on among".split())
_COUNTS = frozenset("two three four five six seven eight nine ten".split())
_DESCRIBED = frozenset("known paid sent written led run put speaking".split())
_JOINS = frozenset("and but".split())
_NEAR = frozenset("close familiar".split())


def speaker_before(sentence: Sentence, index: int, left: int, verb: Verb) -> Phrase | None:
    """The noun that ends at `left`, or before a clause about it, if the verb at `index` is its.

    A verb that other things do as well needs a quotation, or a sign that a clause follows.
    """
    if sentence.lexicon.code != "en":
        return None
    one = _some_of_them(sentence, left) or _one_alone(sentence, left, verb)
    phrase = one or group_before(sentence, left) or _noun_before(sentence, left)
    phrase = phrase or _opening(sentence, index)
    if phrase is None or (verb.lemma == "read" and phrase.head not in TEXTS):
        return None
    begin = phrase.first - 1
    behind_quotation = sentence.quoted(begin) or (
        not sentence.is_word(begin) and sentence.quoted(begin - 1)
    )
    labels = one is not None and verb.kind == "label" and verb.tense == "past"
    labels = labels and any(map(sentence.quoted, range(index + 1, index + _LONGEST_LABELLED)))
    relative = sentence.low(begin) == "which" and sentence.low(index + 1) in FINITE
    told = behind_quotation or labels or relative or _speaks(sentence, index, verb)
    text = phrase.head in TEXTS or sentence.lexicon.is_role(phrase.head)
    text = text and verb.kind == "clause"  # "the memo explained that", "an engineer confirmed that"
    told = told or (text and sentence.low(circumstance_end(sentence, index + 1)) == "that")
    return phrase if told else None


def _opening(sentence: Sentence, index: int) -> Phrase | None:
    """The noun that opens a sentence, far before its verb and "that".

    "The family of a man shot by an officer demanded Wednesday that the city release a film".
    """
    if not sentence.is_article(0) or sentence.low(circumstance_end(sentence, index + 1)) != "that":
        return None
    for step in range(1, index):
        if not sentence.is_word(step) or sentence.is_pronoun(step) or sentence.low(step) in FINITE:
            return None
    last = next((i for i in range(1, _LONGEST) if sentence.low(i + 1) in _LINKS), 0)
    heads = last and last < index and all(_is_inside(sentence, i) for i in range(1, last + 1))
    return _phrase(sentence, 0, last) if heads and not sentence.is_capital(last) else None


def _some_of_them(sentence: Sentence, left: int) -> Phrase | None:
    """Somebody of several who were told of before: "One of them said", "One of the aides"."""
    within = range(left - 1, left - _LONGEST, -1)
    of = next((step for step in within if sentence.low(step) in _AMONG), 0)
    first = of - 1
    group = sentence.low(left) == "them" or sentence.is_article(of + 1)
    if first < 0 or not group:
        return None
    some = sentence.low(first) in ONES or sentence.is_article(first)
    some = some and not sentence.ends_clause(left)
    if not (sentence.low(left) == "them" or (some and not sentence.is_word(first - 1))):
        return None
    role, head = sentence.words(first, left), sentence.low(first)
    return Phrase("role", (), role, head, None, definite=False, first=first, last=left)


def _one_alone(sentence: Sentence, index: int, verb: Verb) -> Phrase | None:
    """One of several whom the text has told of: "“It is late,” another said"."""
    low, before = sentence.low(index), sentence.low(index - 1)
    if before == "all" and low in _COUNTS and not sentence.is_word(index - 2):
        return _alone(sentence, index - 1, index)  # "All three said"
    heads = not sentence.is_word(index - 1) or before in sentence.lexicon.conjunctions
    heads = heads or (before.endswith("ly") and low not in _SINGLE)  # "privately several admitted"
    noun = verb.tense == ("base" if low in _SINGLE else "present")  # "one claim", "some claims"
    if low not in ONES or not heads or noun:
        return None
    return _alone(sentence, index, index)


def _alone(sentence: Sentence, first: int, last: int) -> Phrase:
    role, head = sentence.words(first, last), sentence.low(last)
    return Phrase("role", (), role, head, None, definite=False, first=first, last=last)


def _speaks(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether what follows a verb tells that its subject speaks, whatever noun that is."""
    after = circumstance_end(sentence, index + 1)
    if verb.lemma == "tell":
        after = skip(sentence, index + 1, verb)
    low = sentence.low(after)
    if sentence.quoted(after) or (low in {":", ","} and sentence.quoted(after + 1)):
        return True
    if low == ":" and verb.kind in {"clause", "label"}:
        return True
    if is_of_thing(verb):
        return False
    return low == "that" or (verb.kind == "clause" and _begins_clause(sentence, index, after, verb))


def is_of_thing(verb: Verb) -> bool:
    """Whether a verb tells by no clause behind it that its subject speaks: "clouds suggest"."""
    return verb.kind in {"object", "label"} or verb.lemma in _OF_THINGS


def _begins_clause(sentence: Sentence, index: int, after: int, verb: Verb) -> bool:
    """Whether a clause may begin behind a verb; a form like "claims" may be a noun."""
    if sentence.low(after) in FINITE:
        return False
    if not sentence.is_word(after):  # it trails: "the wherryman said."
        goes_on = sentence.low(after + 1) in FINITE  # "The three, those people said, are late"
        return verb.lemma in _TRAILING and (
            goes_on or any(sentence.low(step) in FINITE for step in range(index))
        )
    if sentence.is_pronoun(after) or sentence.is_article(after):
        return True
    said = verb.tense in {"past", "base"} or sentence.low(index) in _SAYS
    return (said or sentence.is_capital(after)) and has_finite_verb(sentence, after)


def _noun_before(sentence: Sentence, last: int) -> Phrase | None:
    """The noun phrase that ends at `last` or before the clause about it that ends there."""
    if sentence.low(last) == ",":
        opening = _opening_comma(sentence, last)
        if opening < 0:
            second = _second_relative(sentence, last)
            return _before_relative(sentence, second) if second else None
        return _ending_at(sentence, opening - 1) or _some_of_them(sentence, opening - 1)
    return _ending_at(sentence, last) or _before_relative(sentence, last)


def speaker_behind(sentence: Sentence, index: int, verb: Verb) -> Phrase | None:
    """The noun behind the verb at `index`, with its article: "said the wherryman"."""
    first = index + 1
    if sentence.lexicon.code != "en" or verb.kind == "object":
        return None
    one = _one_behind(sentence, first)
    if one:
        return None if verb.lemma == "read" else one  # read one of their signs
    if not sentence.is_article(first) or sentence.low(first) in sentence.lexicon.that:
        return None
    last = first
    while last - first < _LONGEST and _is_inside(sentence, last + 1):
        last += 1
    if last == first or sentence.low(last + 1) in FINITE or sentence.is_article(last + 1):
        return None
    if sentence.low(last).endswith("ed") and not sentence.quoted(index - 2):
        return None  # "…, said the wherryman laughed"
    phrase = _phrase(sentence, first, last)
    return None if verb.lemma == "read" and phrase.head not in TEXTS else phrase


def _one_behind(sentence: Sentence, first: int) -> Phrase | None:
    """One of several who were told of before: "said one.", "said one of those people"."""
    low, last = sentence.low(first), first
    if low in ONES and sentence.low(first + 1) in {"of", "in"}:
        last = first + 2
        while sentence.is_word(last + 1) and last - first < _LONGEST:
            last += 1
    if low not in ONES or sentence.is_word(last + 1) or sentence.low(last) in FINITE:
        return None
    role = sentence.words(first, last)
    return Phrase("role", (), role, low, None, definite=False, first=first, last=last)


def _opening_comma(sentence: Sentence, closing: int) -> int:
    """The comma behind a noun that a clause or an apposition follows up to `closing`; or -1."""
    for step in range(closing - 2, max(0, closing - _LONGEST_CLAUSE), -1):
        if sentence.quoted(step):
            return -1
        if sentence.low(step) == ",":
            after = sentence.low(step + 1)
            about = after in sentence.lexicon.relatives or sentence.is_article(step + 1)
            named = after in _DESCRIBED or after.endswith("ed") or after.isdigit()
            return step if about or named else -1
    return -1


def _second_relative(sentence: Sentence, closing: int) -> int:
    """The comma of "a deputy who was there, and who would not be named, said"; 0 where none is."""
    for step in range(closing - 2, max(0, closing - _LONGEST_CLAUSE), -1):
        if sentence.low(step) == ",":
            joint = sentence.low(step + 1) in _JOINS
            return step if joint and sentence.low(step + 2) in sentence.lexicon.relatives else 0
    return 0


def _before_relative(sentence: Sentence, last: int) -> Phrase | None:
    """Behind the noun stands "who": "The shepherd who found him said"."""
    for step in range(last - 1, max(0, last - _LONGEST_CLAUSE), -1):
        if not sentence.is_word(step):
            return None
        low = sentence.low(step)
        # "a man arrested", "a source close to the talks"
        pushing = low.endswith("ing") and step == 1  # "Groups pushing for change"
        if low in _WHO or low in _NEAR or low.endswith("ed") or pushing:
            return _ending_at(sentence, step - 1)
    return None


def _ending_at(sentence: Sentence, last: int, tails: int = 0) -> Phrase | None:
    behind = sentence.is_article(last - 1) or sentence.low(last - 1).endswith(GENITIVES)
    named = behind and sentence.low(last) in TEXTS  # "the report", which reports nothing
    if (sentence.is_capital(last) and not _opens_bare(sentence, last)) or not (
        named or _is_inside(sentence, last)
    ):
        return None
    first = last
    while last - first < _LONGEST and _is_inside(sentence, first - 1):
        first -= 1
    if sentence.is_article(first - 1):
        first -= 1
    elif not (_is_owned(sentence, first, last) or _is_bare(sentence, first, last)):
        return None
    before = sentence.low(first - 1)
    words = sentence.lexicon
    if before in words.prepositions and before not in words.conjunctions:
        head = _ending_at(sentence, first - 2, tails + 1) if tails < _MOST_TAILS else None
        head = head or sentence.ending_at(first - 2)
        if head is None or head.kind != "role" or before not in _LINKS:
            return None
        return head._replace(role=sentence.words(head.last + 1 - _length(head), last), last=last)
    return _phrase(sentence, first, last)


def _length(phrase: Phrase) -> int:
    """The number of words in a role."""
    return len((phrase.role or "").split())


def _is_inside(sentence: Sentence, index: int) -> bool:
    """Whether the word at `index` can stand in a noun phrase, behind its article."""
    low = sentence.low(index)
    return (
        sentence.is_word(index)
        and not sentence.ends_clause(index)
        and not sentence.is_article(index)
        and not sentence.is_pronoun(index)
        and low not in sentence.lexicon.times
        and low not in sentence.lexicon.negations
        and low not in FINITE
    )


def _is_owned(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an owner stands in a noun phrase: "Ines Falk's letter"."""
    return any(sentence.low(step).endswith(GENITIVES) for step in range(first, last))


def _opens_bare(sentence: Sentence, last: int) -> bool:
    """Whether a plural for people opens the sentence: "People familiar with the matter"."""
    low = sentence.low(0)
    people = sentence.tokens[0].is_role or low.endswith(SEVERAL) or low in _BODIES
    return last == 0 and people and low.endswith(_PLURALS)


def opens_as_several(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether what looks like a name at the head of a sentence is of several: "Historians note"."""
    alone = phrase.first == phrase.last == 0 and phrase.kind == "name"
    return alone and _opens_bare(sentence, 0)


def _is_bare(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a plural without article stands at the head of a clause: "but villagers said"."""
    low = sentence.low(last)
    before = sentence.low(first - 1)
    heads = first == 0 or before in sentence.lexicon.conjunctions or before in {",", ";"}
    several = low.endswith(_PLURALS) or low == "media"
    return heads and len(low) >= _SHORTEST_PLURAL and several


def _phrase(sentence: Sentence, first: int, last: int) -> Phrase:
    begin = first + 1 if sentence.is_article(first) else first
    return Phrase(
        "role",
        (),
        sentence.words(begin, last),
        sentence.low(last),
        None,
        definite=sentence.low(first) not in sentence.lexicon.indefinite,
        first=first,
        last=last,
        possessor=_is_owned(sentence, begin, last) or sentence.low(first) in _HIS,
        joint=sentence.low(first - 1) in {"and", "or"} and first > 1,
    )
