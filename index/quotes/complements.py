"""Where what is said begins behind a reporting verb, past hearers and circumstances."""

from index.quotes.circumstances import skip
from index.quotes.english_words import (
    ASKED,
    GOVERNS_INFINITIVE,
    GOVERNS_OBJECT,
    GOVERNS_THING,
)
from index.quotes.finite import FINITE, has_finite_verb
from index.quotes.lexicon import Verb
from index.quotes.phrases import Sentence
from index.quotes.requests import REQUESTING, request_start

_HEARER = 8  # tokens
_LONGEST_ASIDE = 14  # tokens
_EXTREMES = frozenset(
    "worst latest first biggest largest highest lowest most greatest strongest longest move bid "
    "sign blow".split()
)
_GLOSSES = frozenset(
    "deal move decision step position plan proposal demand reading interpretation view stance "
    "assertion contention argument description characterization characterisation promise pledge "
    "vow threat warning prediction estimate projection verdict conclusion policy practice "
    "measure idea notion prospect possibility scenario option condition compromise concession "
    "request".split()
)
_CHANGES = frozenset(
    "shift reversal departure turnaround retreat turnabout about-face break".split()
)
# Nouns by which a reporter speaks of what was said.
_REMARKS = frozenset(
    "claim charge allegation suggestion comment remark figure accusation assertion phrase "
    "reference line message refrain theme".split()
)
_REPEATS = frozenset("repeat reiterate".split())
_CLAIMS = frozenset(
    "claim claims assertion allegation accusation charge contention insistence warning promise "
    "pledge vow threat call calls demand demands plea appeal request".split()
)
_LONGEST_CLAIM = 5  # tokens of "his long-debunked false claim"
_NAMING = frozenset("call describe label brand dub".split())
_DESCRIBES = frozenset(
    "describe characterise characterize dismiss denounce condemn brand label deride decry "
    "reject refer".split()
)
_CALLS = frozenset("call brand label".split())
# What is not what something is called: "called the police a second time", "called her a taxi".
_CALLS_FOR = frozenset("second third few couple taxi cab doctor day halt".split())
_ENDS_CALLED = frozenset("and but while after when".split())
_LONGEST_CALLED = 7  # tokens of "the letter of the clerk a"
_LONGEST_DESCRIBED = 12  # tokens
_REJECTS = frozenset("reject dismiss refute rebut deny".split())
_GOVERNS_BEHIND_PREPOSITION = frozenset("ask caution".split())
# What is felt; nothing is said by expressing it: "expressed grief".
_FELT = frozenset(
    "grief sorrow sadness condolences sympathy shock gratitude interest joy delight anger".split()
)
_OFFENCES = frozenset(
    "count counts charge charges offence offences offense offenses mistake mistakes error errors "
    "failings guilt wrongdoing responsibility liability murder manslaughter fraud theft assault "
    "arson perjury".split()
)
# What is asked for, and may be denied to somebody.
_ASKED_FOR = frozenset(
    "request requests motion appeal bid application applications petition plea permission access "
    "entry license licenses licence licences bail visa visas stay asylum parole permit permits "
    "custody coverage benefits".split()
)
_ACCOUNTS = frozenset("results earnings".split())
# What a firm reports in its books; nobody need have said it: "reported a loss of five crowns".
_BOOKED = frozenset(
    "loss losses profit profits revenue revenues sales earnings income turnover results growth "
    "margin margins dividend surplus deficit takings orders".split()
)
_BOOKED_WITHIN = 7  # tokens of "a half-year net loss", "a 12% rise in quarterly sales"
# Others' words, which whoever denies them does not say: "denied the account".
_CHARGED = frozenset(
    "account accounts charge charges allegation allegations claim claims accusation accusations "
    "report reports story stories rumour rumours rumor rumors talks suggestion suggestions "
    "version statement statements request requests offence offences offense offenses".split()
)
_SOME = frozenset("many some most several few local other all".split())
_OTHERS = frozenset(
    "others critics opponents supporters residents rivals unions neighbours neighbors voters "
    "experts analysts campaigners activists colleagues villagers locals lawyers scientists "
    "officials families fans republicans democrats conservatives farmers teachers workers".split()
)
_PARTS = frozenset("third half quarter fifth tenth percent".split())
_COUNTED = 4  # tokens of "just two days"
_SPANS_OF_TIME = frozenset("minutes hours days weeks months years moments hour day week".split())
_DATIVES = frozenset("der dem den".split())
_GOVERNS_GERUND = frozenset("admit deny recommend suggest propose recall advise describe".split())
_BEGINS_CLAUSE = frozenset("it they there this that these those no most many some".split())
_NOBODY = frozenset(
    "nobody none nothing somebody someone something everybody everyone everything "
    "anybody anyone anything these those".split()
)
_HAD = frozenset("had has have was were is are".split())
_MODALS = frozenset("could would might should must can will may".split())
# What a clause begins with that belongs to what is said: "The wall, she said, until it fell".
_CONDITIONS = frozenset("until unless because if so since once whether".split())
# All verbs that may report a noun, an infinitive, a question or a request.
_GOVERNING = (
    ASKED.keys()
    | REQUESTING
    | GOVERNS_OBJECT
    | GOVERNS_INFINITIVE
    | _GOVERNS_BEHIND_PREPOSITION
    | _GOVERNS_GERUND
    | _REJECTS
    | _CALLS
    | _DESCRIBES
    | {"blame", "rule", "tell", "admit"}
)
_OBJECT_PRONOUNS = frozenset("me him her us them you it everyone everybody".split())


def report_start(sentence: Sentence, after: int, verb: Verb) -> tuple[int, bool]:
    """Where what is said begins, and whether "that", a colon or a quotation marks it."""
    words = sentence.lexicon
    asked = request_start(sentence, after, verb) or _behind_object(sentence, after, verb)
    if asked:
        return asked, True
    after = _behind_verb_end(sentence, after)
    if sentence.low(after) == "back" and sentence.low(after + 1) in words.that:
        after += 1  # "shouted back that"
    if sentence.low(after) in _OBJECT_PRONOUNS and sentence.low(after + 1) == ":":
        return after + 2, True  # "corrected him: …"
    governs = verb.kind == "object" or (
        _is_infinitive(sentence, after) and verb.lemma in GOVERNS_INFINITIVE
    )
    start = after if governs else _behind_verb_end(sentence, skip(sentence, after, verb))
    if words.capital_nouns and sentence.low(start) in _DATIVES:
        start = _behind_dative(sentence, start)
    aside = _behind_aside(sentence, start, verb)
    if aside:
        start = aside
    elif sentence.low(start) == ",":
        introduces = sentence.quoted(start + 1) or sentence.low(start + 1) in words.that
        clause = sentence.is_pronoun(start + 1) or sentence.low(start + 1) in words.articles
        if introduces or (words.capital_nouns and (start == after or clause)):
            start += 1  # German: "sagte, er gehe"
        elif start > after and _begins_clause(sentence, start + 1, verb):
            start = after  # "says despite an offer of troops, none will go"
    if words.code == "ru":
        start = _that_behind_hearer(sentence, start)
    if sentence.low(start) in words.that or sentence.low(start) == ":":
        if verb.lemma in _NAMING | _DESCRIBES and sentence.low(start) in words.that:
            return start, False  # "called that false"
        relative = words.code == "en" and sentence.low(start + 1) in FINITE
        if relative and start == after:
            return start, True  # "said that was false"
        return start + 1, not relative  # "spoke at a meeting that was held in Leeds"
    return start, sentence.quoted(start)


def _behind_object(sentence: Sentence, after: int, verb: Verb) -> int:
    """Where it begins what something is called, or whom it is blamed on; else 0.

    "blamed the loss on a storm"; and "described the minister as a man of honour" where most words
    only tell whom he meant.
    """
    if verb.lemma in _REPEATS:
        return _behind_claim(sentence, after)
    joint = "on" if verb.lemma == "blame" else "as" if verb.lemma in _DESCRIBES else ""
    if not joint or verb.tense == "base" or sentence.low(after) in {"by", "for", joint}:
        return 0
    for index in range(after + 1, after + _LONGEST_DESCRIBED):
        if sentence.low(index) == joint:
            behind = sentence.is_word(index + 1) or sentence.quoted(index + 1)
            short = joint == "on" or _is_mostly_object(sentence, after, index)
            return index + 1 if behind and short else 0
        if not sentence.is_word(index) or sentence.low(index) in FINITE:
            break
    return 0


def _behind_claim(sentence: Sentence, first: int) -> int:
    """Where it begins what a claim or a call says: "repeated his false claim that"; else 0."""
    if not sentence.is_article(first):
        return 0
    for index in range(first + 1, first + _LONGEST_CLAIM):
        if sentence.low(index) in _CLAIMS:
            joint = sentence.low(index + 1)
            behind = joint in sentence.lexicon.that or joint == "for"
            return index + 2 if behind else index + 1 if joint == "to" else 0
        if not sentence.is_word(index):
            break
    return 0


def _is_mostly_object(sentence: Sentence, first: int, joint: int) -> bool:
    """Whether what is called something takes more letters than what it is called."""
    last = joint + 1
    while sentence.is_word(last + 1) and sentence.low(last + 1) not in _ENDS_CALLED:
        last += 1
    if sentence.quoted(joint + 1):
        return False
    called = sum(len(token.word) for token in sentence.tokens[first:joint])
    return called > sum(len(token.word) for token in sentence.tokens[joint + 1 : last + 1])


def _behind_aside(sentence: Sentence, start: int, verb: Verb) -> int:
    """Behind an aside between two commas and what is said: "admitted, however, that"; else 0."""
    if sentence.low(start) != "," or sentence.lexicon.code != "en":
        return 0
    for index in range(start + 2, start + _LONGEST_ASIDE):
        if sentence.quoted(index):
            break
        if sentence.low(index) == ",":
            after = sentence.low(index + 1)
            infinitive = after == "to" and verb.lemma in GOVERNS_INFINITIVE
            follows = infinitive or after in sentence.lexicon.that or sentence.quoted(index + 1)
            return index + 1 if follows else 0
    return 0


def _behind_dative(sentence: Sentence, start: int) -> int:
    """German: behind whoever is told, "sagte der Zeitung, …"; `start` where nobody is."""
    for index in range(start + 1, start + _HEARER):
        if sentence.low(index) == ",":
            return index
        if not sentence.is_word(index) and not sentence.quoted(index):
            break
    return start


def _that_behind_hearer(sentence: Sentence, start: int) -> int:
    """Russian: where "что" stands behind whoever is told; `start` where it does not."""
    if sentence.low(start) in sentence.lexicon.that:
        return start
    for index in range(start, start + _HEARER):
        if sentence.low(index) == "," and sentence.low(index + 1) in sentence.lexicon.that:
            return index + 1
        if not sentence.is_word(index):
            break
    return start


def _begins_clause(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether a clause of its own stands behind a circumstance and its comma."""
    low = sentence.low(index)
    words = sentence.lexicon
    begins = (
        sentence.is_pronoun(index)
        or sentence.is_capital(index)
        or low in words.articles
        or low in _BEGINS_CLAUSE
    )
    return verb.free and words.code == "en" and begins and has_finite_verb(sentence, index)


def reports_unmarked(sentence: Sentence, start: int, verb: Verb) -> bool:
    """Whether the words from `start` are a report though no "that" or mark says so."""
    if verb.kind == "object" or _takes_object(sentence, start, verb):
        return _tells(sentence, start, verb)
    low = sentence.low(start)
    if verb.kind in {"that", "label"}:
        called = verb.lemma in _CALLS and verb.tense == "past" and _is_called(sentence, start)
        return called or (verb.lemma in _DESCRIBES and _is_described(sentence, start))
    if low == "the" and sentence.low(start + 1) == "same" and not sentence.is_word(start + 2):
        return False  # "Falk said the same"
    if low in {"little", "nothing"} and sentence.low(start + 1) in {"about", "of"}:
        return False  # "said little about how she would pay"
    counted = low in {"more", "less"} and sentence.low(start + 1) == "than" and verb.free
    if low in sentence.lexicon.empty_objects and not (
        counted and not sentence.is_pronoun(start + 2)  # "said more than 40 had come"
    ):  # "said nothing", but "said nothing was lost"
        return has_finite_verb(sentence, start + 1)
    return verb.free or sentence.lexicon.code != "en" or has_finite_verb(sentence, start)


def reports_only_clauses(verb: Verb) -> bool:
    """Whether `reports_unmarked` is false of a verb wherever no finite verb stands behind it."""
    things = verb.lemma in GOVERNS_THING and verb.tense != "base"
    return not (verb.kind == "object" or verb.free or things or verb.lemma in _GOVERNING)


def _is_described(sentence: Sentence, start: int) -> bool:
    """Whether something is called something: "described the vote as orderly"."""
    if not (sentence.is_pronoun(start) or sentence.is_article(start) or sentence.is_capital(start)):
        return False
    for index in range(start + 1, start + _LONGEST_DESCRIBED):
        if sentence.low(index) == "as":
            return sentence.is_word(index + 1) or sentence.quoted(index + 1)
        if not sentence.is_word(index) or sentence.low(index) in FINITE:
            break
    return False


def _is_called(sentence: Sentence, start: int) -> bool:
    """Whether something is called a thing: "called the letter a threat"."""
    named = sentence.is_capital(start) or sentence.low(start) in sentence.lexicon.definite
    if not (named or sentence.low(start) in _OBJECT_PRONOUNS or sentence.low(start) == "the"):
        return False
    for index in range(start + 1, start + _LONGEST_CALLED):
        if sentence.low(index) in {"a", "an"}:
            return sentence.low(index + 1) not in _CALLS_FOR
        if not sentence.is_word(index) or sentence.low(index) in FINITE:
            break
        low = sentence.low(index)
        if low in sentence.lexicon.prepositions and low != "of":
            break
    return False


def _takes_object(sentence: Sentence, start: int, verb: Verb) -> bool:
    """Whether a noun or an infinitive is what is said: "warned of a flood", "told her to go"."""
    low = sentence.low(start)
    lemma = verb.lemma
    if verb.kind == "object" or low in ASKED.get(lemma, ()):
        return True
    if lemma == "blame" and verb.tense != "base":
        return sentence.is_word(start) and low not in sentence.lexicon.prepositions
    if lemma == "rule":
        return sentence.low(start - 1) in verb.prepositions  # "ruled out a vote"
    governed = sentence.low(start - 1) in verb.prepositions
    return (
        (lemma in GOVERNS_INFINITIVE and _is_infinitive(sentence, start))
        or (lemma == "tell" and low in {"to", "not"})
        or (lemma in _GOVERNS_GERUND and low.endswith("ing"))
        or (lemma in GOVERNS_THING and verb.tense != "base" and _begins_thing(sentence, start))
        or (lemma in GOVERNS_OBJECT and (verb.kind == "that" or governed))
        or (lemma in _GOVERNS_BEHIND_PREPOSITION and governed)
        or (lemma == "admit" and _begins_offence(sentence, start))
        or (lemma in _REJECTS and _begins_remark(sentence, start))
    )


def _tells(sentence: Sentence, start: int, verb: Verb) -> bool:
    """Whether an object is something said: not "apologised to passengers", "expressed grief"."""
    low = sentence.low(start)
    if low == "no" and sentence.low(start + 1) == "such":
        return False  # "proposed no such thing"
    if verb.lemma == "deny" and (_is_refused(sentence, start) or _is_known(sentence, start)):
        return False  # "denied her request for a stay", "denied the account"
    if verb.lemma == "report" and _is_booked(sentence, start):
        return False
    if verb.lemma == "express":
        return low not in _FELT and sentence.low(start + 1) not in _FELT
    sorry = verb.lemma in {"apologise", "apologize"}
    return not (sorry and sentence.low(start - 1) not in verb.prepositions)


def _is_refused(sentence: Sentence, start: int) -> bool:
    """Whether somebody is not given something: "a stay", "Ines Falk's request", "licenses"."""
    for step in range(start, start + _COUNTED + 1):
        if sentence.low(step) in _ASKED_FOR:
            return True
        if not sentence.is_word(step) or sentence.low(step) in FINITE:
            break
    return False


def _is_known(sentence: Sentence, start: int) -> bool:
    """Whether what somebody denies is no more than told of: "the charges", "those reports"."""
    low = sentence.low(start)
    if not (low in sentence.lexicon.definite or low in {"those", "these"}):
        return False
    noun = next((i for i in range(start + 1, start + 4) if sentence.low(i) in _CHARGED), -1)
    after = noun + 1
    return noun > 0 and (not sentence.is_word(after) or sentence.low(after) in {"and", "but"})


def _is_booked(sentence: Sentence, start: int) -> bool:
    """Whether a firm's figures are reported: "a half-year net loss of five crowns"."""
    for step in range(start, start + _BOOKED_WITHIN):
        if sentence.low(step) in _BOOKED:
            return True
        if not (sentence.is_word(step) or sentence.low(step) == "%"):
            break
    return False


def _begins_offence(sentence: Sentence, start: int) -> bool:
    """Whether somebody admits a deed: "14 counts of fraud", "a charge of theft", "mistakes"."""
    within = range(start, start + _COUNTED)
    return any(sentence.low(step) in _OFFENCES for step in within)


def _begins_remark(sentence: Sentence, start: int) -> bool:
    """Whether what somebody rejects was said: "any suggestion it had cut corners"."""
    if not sentence.is_article(start) and sentence.low(start) != "any":
        return False
    noun = next((step for step in range(start, start + 3) if sentence.low(step) in _REMARKS), -1)
    return noun >= 0 and has_finite_verb(sentence, noun + 1)


def _begins_thing(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase that brings something new begins: "a flood", "40 deaths", "rain"."""
    words = sentence.lexicon
    low = sentence.low(index)
    if low in _ACCOUNTS and sentence.low(index + 1) != "of":
        return False  # "reports results on Tuesday"
    if sentence.is_capital(index) or any(
        low in table for table in (words.definite, words.empty_objects, FINITE)
    ):
        return False
    return low in words.indefinite or low in {"no", "more"} or not sentence.ends_clause(index)


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether "to close", "not to close" or "never to close" begins at `index`."""
    return sentence.low(index) == "to" or (
        sentence.low(index) in {"not", "never"} and sentence.low(index + 1) == "to"
    )


def _behind_verb_end(sentence: Sentence, index: int) -> int:
    """Behind the parted end of a verb: "kündigte an, …"."""
    ends = sentence.low(index) in sentence.lexicon.verb_ends
    return index + 1 if ends and not sentence.is_word(index + 1) else index


def is_gloss(sentence: Sentence, first: int) -> bool:
    """Whether the reporter's own words begin behind a comma: ", a claim Falk denies"."""
    low, after = sentence.low(first), sentence.low(first + 1)
    if low == "in":  # ", in the deadliest attack since May", ", in what she called a trap"
        return after in {"what", "response", "reaction", "reference", "retaliation"} or (
            after in {"the", "a", "one"} and _is_extreme(sentence, first + 2)
        )
    if low in {"a", "an", "something"}:
        return _is_opinion(sentence, first)
    # ", two days after he was seen there"
    for step in range(first, first + _COUNTED):
        if sentence.low(step) in _SPANS_OF_TIME:
            return sentence.low(step + 1) in {"after", "before", "earlier", "later", "ahead"}
        if not sentence.is_word(step):
            break
    return False


def _is_opinion(sentence: Sentence, first: int) -> bool:
    """Whether it is told what others think of what was said: ", a plan that the union opposes"."""
    if sentence.low(first) == "something":  # ", something her opponents have long asked for"
        return _is_others(sentence, first + 1)
    after = sentence.low(first + 1)
    noun = first + 1 if after in _GLOSSES | _REMARKS | _CHANGES else first + 2
    follows = sentence.low(noun + 1)
    if sentence.low(noun) in _CHANGES:  # ", a shift from last week"
        return follows in {"from", "in"}
    if sentence.low(noun) in _REMARKS:
        return follows not in {"of", "for", "on"}
    if sentence.low(noun) in _GLOSSES:
        if follows == "of":  # ", a reading of the law that others contest"
            within = (sentence.low(step) for step in range(noun + 3, noun + 6))
            follows = next((low for low in within if low in {"that", "which"}), follows)
        told = follows in {"that", "which", "he", "she", "they", "it"}
        return told or _is_others(sentence, noun + 1)  # ", an idea Brandt did not care for"
    return after in _PARTS and sentence.low(first + 2) in {"more", "less", "fewer"}


def _is_others(sentence: Sentence, first: int) -> bool:
    """Whether somebody else begins at `first` and does something: "many residents oppose"."""
    if sentence.is_capital(first):
        last = first
        while sentence.is_capital(last + 1):
            last += 1
        after = sentence.low(last + 1)
        return after in FINITE or after.endswith("ed")
    some = sentence.low(first) in _SOME or sentence.is_article(first)
    return any(
        sentence.low(step) in _OTHERS for step in range(first, first + (_COUNTED if some else 1))
    )


def _is_extreme(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return low in _EXTREMES or low.endswith("iest")


def is_resumed(sentence: Sentence, index: int) -> bool:
    """Whether a report goes on behind its cue: "The wall, she said, will hold"."""
    if sentence.low(index) != ",":
        return False
    if sentence.low(index + 1) in _CONDITIONS:
        return True
    beside = sentence.low(index + 1) == "even" and sentence.low(index + 2) == "as"
    if beside or is_gloss(sentence, index + 1):
        return False
    words = sentence.lexicon
    if sentence.low(index + 1) in {"and", "but"}:  # and more is said, not: and somebody did more
        return _says_more(sentence, index + 2)
    return sentence.low(index + 1) not in words.conjunctions and not _is_participle(
        sentence, index + 1
    )


def _says_more(sentence: Sentence, index: int) -> bool:
    """Whether what is said goes on behind its cue and "and": "She has signs, she said, and …"."""
    low = sentence.low(index)
    if low in sentence.lexicon.articles or low in {"not", "there"} or low in _MODALS:
        return True
    if low in _NOBODY:  # "…, she said, but nobody could prove it"; not "but nobody listened"
        return sentence.low(index + 1) in _MODALS | _HAD - {"was", "were"}
    if low in _HAD or low in sentence.lexicon.it:  # "…, he said, and had never liked it"
        return True
    return any(map(sentence.quoted, range(index, len(sentence))))


def _is_participle(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    relative = low in sentence.lexicon.relatives
    return low.endswith("ing") or relative or source_length(sentence, index) > 0


def source_length(sentence: Sentence, index: int) -> int:
    """The number of words of a source phrase ("according to") at `index`; 0 where none stands."""
    low = sentence.low(index)
    for words in sentence.lexicon.sources_by_first.get(low, ()):
        if all(sentence.low(index + step) == word for step, word in enumerate(words)):
            return len(words)
    return 0
