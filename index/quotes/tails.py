"""Where the reporter goes on in words of their own, behind what somebody is reported to say."""

from index.quotes.complements import is_gloss, source_length
from index.quotes.english_words import GLOSS_WORDS, GOVERNS_OBJECT
from index.quotes.finite import FINITE
from index.quotes.lexicon import Verb
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.titles import PASTS

_BEFORE_GLOSS = frozenset(", — –".split())
_BEGINNINGS = _BEFORE_GLOSS | {"but", "and"}
_NOT_SAID = frozenset(
    "giving elaborating naming providing specifying offering saying identifying going mentioning "
    "commenting disclosing explaining detailing".split()
)
_HAD = frozenset("had has was".split())
_REACTING = frozenset(
    "echoing contradicting referring citing quoting brushing shrugging waving sidestepping dodging "
    "rebuffing swatting batting defying betting wagering gambling".split()
)
_MOVING = frozenset("sending pushing driving lifting".split())
_PRICES = frozenset(
    "shares stock stocks prices yields futures bonds oil crude gold currency dollar pound euro yen "
    "yuan rupee rand rouble ruble lira peso".split()
)
# What follows from a decision that somebody told of: "said it would close, ending 30 years of it".
_RESULTS = frozenset(
    "setting making raising dealing paving prompting sparking marking ending leaving clearing "
    "throwing putting delivering forcing bringing opening".split()
)
_FUTURE = frozenset("would will".split())
_AHEAD = _FUTURE | {"should", "must", "can", "could"}
_WAS = frozenset("was were is are".split())
_MOVED_WITHIN = 4  # tokens
# Figures that a report is set against: ", compared with", ", up from", ", against a".
_COMPARED = frozenset(
    (first, second)
    for firsts, seconds in (
        ("compared", "with to"),
        ("against", "a an"),
        ("up down", "from"),
    )
    for first in firsts.split()
    for second in seconds.split()
)
# What somebody does who has just spoken: "but declined to name it", "but stopped short of it".
_DID = frozenset("declined refused stopped".split())
_JUDGED = frozenset(
    "criticised criticized cautioned urged attacked cited pressed questioned disputed "
    "challenged singled".split()
)
_GAVE = frozenset("gave offered provided".split())
_FEW = frozenset("no few little".split())
_OBJECTS = frozenset("it him her them me us himself herself".split())
_DID_NOT = frozenset("did would could".split())
_DIDNT = frozenset("didn't wouldn't couldn't".split())
_TELL = frozenset(
    "say give elaborate name provide specify comment identify explain disclose offer detail set "
    "clarify indicate reveal release answer respond reply return".split()
)
_BUT = frozenset("but though although".split())
_ANSWERED = frozenset("disputed denied rejected dismissed contested".split())
_THIS = frozenset("this that it them these the".split())
_ASIDE = 10  # tokens
_SUBJECT_WITHIN = 4  # tokens
_SENT_ON = frozenset("referred directed redirected deferred forwarded steered pointed".split())
_ASKERS = frozenset(
    "questions question reporters journalists inquiries enquiries queries requests calls comment "
    "further all any callers".split()
)
_LEFT = frozenset(
    (first, second)
    for firsts, seconds in (
        ("hung rang", "up off"),
        ("walked stormed drove strode hurried", "out off away"),
        ("left quit", "the"),
        ("took", "no few"),
        ("ended adjourned closed", "the"),
        ("sat", "down"),
    )
    for first in firsts.split()
    for second in seconds.split()
)
# What a court, or a chair, does behind what it asks for: "and adjourned the case until May".
_HELD_OVER = frozenset(
    "adjourned posted listed reserved postponed scheduled deferred remanded fixed set put "
    "dismissed".split()
)
_HEARINGS = frozenset(
    "case matter hearing trial verdict judgment judgement sentencing appeal petition proceedings "
    "session sitting meeting house inquest".split()
)
_COURTS = frozenset(
    "court judge bench magistrate tribunal justice coroner commission panel chairman chair speaker "
    "arbitrator registrar".split()
)
_HELD_WITHIN = 4  # tokens of "the next hearing"
_AGREED = frozenset("agreed disagreed concurred demurred".split())
_CONCEDED = frozenset("although though".split())
_AFTERWARDS = frozenset("after following when as though although".split())
_SET_BESIDE = frozenset("while although though".split())
_MEANWHILE = frozenset("after as".split())
_AS_LONG = frozenset("long soon far well much many if though part".split())
_PLAIN_PASTS = frozenset("set put shut cut hit let cast".split())
_SET_OFF = frozenset(
    "only even just soon long until minutes hours days weeks months years day week month year "
    "moments and or before as such same so".split()
)
_CLEARLY_MORE = 1.75  # times the words before
_LINKING = frozenset("which who whose where while and but as".split())
_PAST = frozenset("was were had would could might did wasn't weren't hadn't wouldn't".split())
_PRESENT = frozenset("is are has have will can does do isn't aren't hasn't won't".split())
_RELATING = frozenset("which who whose where".split())
_DEFINING = frozenset("that who which".split())
_BECAME = frozenset("was were is has had then later".split())
_INFINITIVE = frozenset("to not never".split())
_FINITE_WITHIN = 12  # tokens


def narrated_from(sentence: Sentence, report: Report, until: int) -> int:
    """The token where the reporter's own words begin, at the latest `until`."""
    words = sentence.lexicon
    if words.code != "en":
        return until
    tokens = sentence.tokens
    first = report.end + (2 if report.trailing else 1)  # behind the comma of a resumed report
    for step in range(first, until - 1):
        low = tokens[step].low
        if low == "even" and tokens[step + 1].low == "as":
            return step
        begins = low in _BEGINNINGS or tokens[step - 1].quoted
        if begins and _narrates(sentence, report, step):
            until = _before_apposition(sentence, first, step)
            break
    return _doubted_from(sentence, report, first, until)


def _before_apposition(sentence: Sentence, first: int, comma: int) -> int:
    """The comma before the name that only says who was meant: "his rival, Ines Falk, who leads"."""
    if sentence.low(comma + 1) not in _RELATING:
        return comma
    for step in range(comma - 1, max(first, comma - _ASIDE), -1):
        if sentence.low(step) == ",":
            phrase = sentence.starting_at(step + 1)
            named = phrase is not None and phrase.kind == "name" and phrase.last == comma - 1
            return step if named else comma
    return comma


def _doubted_from(sentence: Sentence, report: Report, first: int, until: int) -> int:
    """Where words begin that may be the reporter's, if they are more than those before them.

    "Falk said she was tired after her side had come from behind to win": whose "after" is, nobody
    can tell. Few such words do no harm to what is shown, but many would be most of it.
    """
    if report.trailing or report.verb is None:
        return until
    for step in range(first + 1, (first + until) // 2 + 1):
        low = sentence.tokens[step].low
        longer = until - step > step - first
        if low == ";" or (low == "for" and longer and _is_known_of(sentence, report, step)):
            return step
        if low == ",":
            if _is_apposed(sentence, step + 1):
                return step
            if _is_set_beside(sentence, step + 1) or _are_deeds(sentence, report, step):
                return step
        elif low in _MEANWHILE and _tells_what_came(sentence, step, report.verb):
            more = until - step > _CLEARLY_MORE * (step - first)
            return step if more or _is_of_thing(sentence, report, step) else until
    return until


def _is_known_of(sentence: Sentence, report: Report, index: int) -> bool:
    """Whether it is told what somebody is blamed for: "blamed the rain for a fall in sales"."""
    blames = report.verb is not None and report.verb.lemma == "blame"
    return blames and not sentence.low(index + 1).endswith("ing")


def _is_apposed(sentence: Sentence, first: int) -> bool:
    """Whether a thing is explained by a clause: ", a strip of land that leads to the sea"."""
    if sentence.low(first) not in {"a", "an"}:
        return False
    within = range(first + 2, first + _FINITE_WITHIN)
    end = next((i for i in within if not sentence.is_word(i) or sentence.low(i) in _DEFINING), 0)
    return sentence.low(end) in {"that", "which"} and sentence.is_word(end + 1)


def _is_set_beside(sentence: Sentence, first: int) -> bool:
    """Whether a clause behind a comma tells what happened meanwhile: ", as prices went on up"."""
    if sentence.low(first) not in _MEANWHILE or sentence.low(first + 1) in _AS_LONG:
        return False
    subject = sentence.is_word(first + 1) and not sentence.is_pronoun(first + 1)
    return subject and _has_verb(sentence, first + 1)


def _are_deeds(sentence: Sentence, report: Report, comma: int) -> bool:
    """Whether several deeds follow a clause: "said it was over, put down the book and left"."""
    if not (
        is_deed_of_past(sentence, comma + 1) and _first_finite(sentence, report.end + 1, comma)
    ):
        return False
    within = range(comma + 2, min(len(sentence), comma + _FINITE_WITHIN))
    return any(
        sentence.low(step) == "and" and is_deed_of_past(sentence, step + 1) for step in within
    )


def _tells_what_came(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether "after" or "as" begins a clause of what happened, not set off as in "only after"."""
    low, before = sentence.low(index), sentence.low(index - 1)
    if before in _SET_OFF or before.endswith("ly"):
        return False
    if low == "after":
        return _has_verb(sentence, index + 1)
    if verb.kind == "label" or not sentence.is_article(index + 1):
        return False  # "called it a plan as late as others"
    return _acts(sentence, index + 2)  # "as his side fell back"


def _acts(sentence: Sentence, first: int) -> bool:
    """Whether a noun and what it did begin at `first`: "side slipped", not "date was fixed"."""
    for step in range(first, first + _SUBJECT_WITHIN):
        if step > first and is_deed_of_past(sentence, step):
            return True
        if not sentence.is_word(step) or sentence.low(step) in FINITE | sentence.lexicon.small:
            break
    return False


def _has_verb(sentence: Sentence, first: int) -> bool:
    """Whether a clause tells what happened: "after the mill had closed", not "after a fire"."""
    for step in range(first, min(len(sentence), first + _FINITE_WITHIN)):
        low = sentence.low(step)
        if low in FINITE or low in PASTS or (low.endswith("ed") and step > first):
            return True
        joins = low in {"and", "but", "that"} or low in _RELATING  # "after a row in which he was"
        if joins or not (sentence.is_word(step) or sentence.quoted(step)):
            break
    return False


def _narrates(sentence: Sentence, report: Report, index: int) -> bool:
    """Whether the reporter's own words begin with the token at `index`."""
    token = sentence.tokens[index]
    if sentence.quoted(index - 1) and source_length(sentence, index):
        return True
    governs = report.verb is not None and report.verb.kind in {"label", "object"}
    if token.low in _BEFORE_GLOSS:
        aside = is_gloss(sentence, index + 1) or _is_aside(sentence, index + 1)
        aside = aside or _is_result(sentence, report, index + 1)
        low = sentence.low(index + 1)
        others = low in _BUT and _is_answer(sentence, index + 2)
        others = others or (
            low in {"and", "but"}
            and (
                _ends_agreeing(sentence, index + 2)
                or sentence.low(index + 3) in _PRICES  # ", and its shares fell"
                or _is_next_deed(sentence, report, index + 1)
            )
        )
        if others or source_length(sentence, index + 1):
            return True  # "…, according to three who were there"
        if sentence.low(index + 1) == "then" and _acts_next(sentence, report, index):
            return True
        after = governs and sentence.low(index + 1) in _AFTERWARDS
        conceded = sentence.low(index + 1) in _CONCEDED and _is_of_thing(sentence, report, index)
        after = after or conceded or _is_doubted(sentence, index + 1)
        return aside or after or _is_told_now(sentence, report, index)
    if sentence.quoted(index - 1):
        said = sentence.closes_with_comma(index - 1)  # "it has no limits," words that others use
        subject = sentence.is_capital(index + 1) or sentence.is_article(index + 1)
        others = said and token.low in _SET_BESIDE and subject
        deed = (said and governs) or index == report.end + 2  # "said “no” and walked out"
        behind = _behind_aside(sentence, index + 1)  # "said “no” and, that night, left"
        deed = deed and token.low == "and" and is_deed_of_past(sentence, behind)
        deed = deed or (said and token.low in {"and", "but"} and _is_deed(sentence, index + 1))
        return index - 1 > report.end and (
            others
            or deed
            or (said and token.low in GLOSS_WORDS | _RESULTS)
            or (governs and token.low in _AFTERWARDS)
        )
    return token.low in {"but", "and"} and (
        _is_deed(sentence, index + 1)
        or _ends_talk(sentence, report, index + 1)
        or _is_next_word(sentence, report, index + 1)
        or _is_next_deed(sentence, report, index)
        or (
            report.verb is not None
            and report.verb.lemma in GOVERNS_OBJECT
            and sentence.low(index + 1) in _BECAME
            and not _first_finite(sentence, report.end + 1, index)
        )
    )


def _is_aside(sentence: Sentence, first: int) -> bool:
    """Whether what a comma parts off is said about the words, or set beside them."""
    low, after = sentence.low(first), sentence.low(first + 1)
    if low == "without":
        return after in _NOT_SAID
    if low in _MOVING:
        within = range(first + 1, first + _MOVED_WITHIN)
        return any(sentence.low(step) in _PRICES for step in within)
    if (low, after) == ("even", "as") or low == "despite":
        return True
    if low == "as" and after in _HAD:
        return True  # ", as had been reported"
    return low in _REACTING or (low, after) in _COMPARED


def _behind_aside(sentence: Sentence, first: int) -> int:
    """Behind what stands between two commas; `first` where no comma stands there."""
    if sentence.low(first) != ",":
        return first
    closing = (step for step in range(first + 1, first + _ASIDE) if sentence.low(step) == ",")
    return next(closing, first) + 1


def _is_deed(sentence: Sentence, first: int) -> bool:
    """Whether the speaker is told to have done something more, not to have said it."""
    low, after = sentence.low(first), sentence.low(first + 1)
    if low == ",":  # "but, pressed by Falk, did not say how"
        behind = _behind_aside(sentence, first)
        return sentence.is_word(behind) and _is_deed(sentence, behind)
    if low in _DID:
        return after in {"to", "short"}
    if low in _GAVE:
        return after in _FEW
    if low.replace("’", "'") in _DIDNT:
        return after in _TELL
    return low in _DID_NOT and after == "not" and sentence.low(first + 2) in _TELL


def _ends_talk(sentence: Sentence, report: Report, first: int) -> bool:
    """Whether the speaker then left it at that: "and referred questions to her lawyer"."""
    end = first - 1
    first += sentence.low(first) in {"then", "promptly", "abruptly"}
    low, after = sentence.low(first), sentence.low(first + 1)
    if low in _SENT_ON:
        return after in _ASKERS
    if low in _HELD_OVER and report.phrase and report.phrase.head in _COURTS:
        within = range(first + 2, first + 1 + _HELD_WITHIN)
        return sentence.is_article(first + 1) and any(
            sentence.low(step) in _HEARINGS for step in within
        )
    if (low, after) not in _LEFT:
        return False
    begin = report.end + 1
    said = _first_finite(sentence, begin, end)
    asked = sentence.low(begin) in _INFINITIVE
    nothing = said == "had" and "no" in {sentence.low(begin + 1), sentence.low(begin + 2)}
    return asked or nothing or said in _AHEAD  # but "said the man had paid and left the bar"


def is_deed_of_past(sentence: Sentence, first: int) -> bool:
    """Whether it is told what the speaker did next: "called it “a trap,” and left"."""
    low = sentence.low(first)
    past = low.endswith("ed") or low in PASTS or low in _PLAIN_PASTS
    return past and not sentence.is_capital(first)


def _is_next_word(sentence: Sentence, report: Report, first: int) -> bool:
    """Whether the speaker spoke of another matter: "said it was late and defended the plan".

    That verb quotes nothing, so that it makes no report; but it is no part of this one.
    """
    while sentence.low(first) in sentence.lexicon.adverbs:
        first += 1
    verb = sentence.tokens[first].verb
    judged = verb is not None and verb.kind == "label" and verb.tense == "past"
    judged = judged or sentence.low(first) in _JUDGED
    governs = sentence.is_article(first + 1) or sentence.is_capital(first + 1)
    return judged and governs and bool(_first_finite(sentence, report.end + 1, first))


def _is_next_deed(sentence: Sentence, report: Report, joint: int) -> bool:
    """Whether what was asked for ends, and a deed of the speaker follows.

    "asked members to sit and adjourned the House": no infinitive goes on with a past.
    """
    first = report.end + 1
    thing = report.verb is not None and report.verb.lemma in GOVERNS_OBJECT  # "denied any neglect"
    asked = thing or sentence.low(first) in _INFINITIVE
    if not asked or _first_finite(sentence, first, joint):
        return False
    low, after = sentence.low(joint + 1), joint + 2
    past = low.endswith("ed") or low in PASTS
    governs = sentence.is_article(after) or sentence.is_capital(after)
    governs = governs or sentence.low(after) in sentence.lexicon.prepositions
    governs = governs or sentence.low(after) in _OBJECTS
    return past and governs and not sentence.low(joint - 1).endswith("ed")


def _acts_next(sentence: Sentence, report: Report, comma: int) -> bool:
    """Whether a deed follows on what was said: "said she would sign, then flew home".

    But "said she had signed, then flown home", and "said the wall was cracked, then fell".
    """
    if report.trailing or not is_deed_of_past(sentence, comma + 2):
        return False
    first = report.end + 1
    said = _first_finite(sentence, first, comma)
    return said in _AHEAD or (said in _WAS and sentence.is_pronoun(first))


def _ends_agreeing(sentence: Sentence, first: int) -> bool:
    """Whether somebody named at `first` agrees: ", and Ines Falk, the mayor, agreed."."""
    last = len(sentence) - 2
    named = sentence.is_capital(first) or sentence.is_article(first)
    return named and last > first and sentence.low(last) in _AGREED


def _is_of_thing(sentence: Sentence, report: Report, end: int) -> bool:
    """Whether a thing or an infinitive is reported, and a clause follows: "promised to leave"."""
    first = report.end + 1
    clause = sentence.low(report.end) == "that" or (report.verb is not None and report.verb.free)
    return not clause and sentence.low(first) != "that" and not _first_finite(sentence, first, end)


def _is_doubted(sentence: Sentence, first: int) -> bool:
    """Whether a gloss denies something: ", a number that could not be verified"."""
    if sentence.low(first) not in {"a", "an"}:
        return False
    for step in range(first + 1, first + _SUBJECT_WITHIN):
        if sentence.low(step) in {"that", "which"}:
            return sentence.low(step + 2) == "not" and sentence.low(step + 1) in FINITE
        if not sentence.is_word(step) or sentence.low(step) in FINITE:
            break
    return False


def _is_answer(sentence: Sentence, first: int) -> bool:
    """Whether it is told what somebody did or did not do: "she did not", "others disputed this"."""
    for step in range(first, first + _SUBJECT_WITHIN):
        low = sentence.low(step)
        if low in _ANSWERED:
            return sentence.low(step + 1) in _THIS
        if low in _DID and step > first:
            return sentence.low(step + 1) in {"to", "short"}
        if low == "did" and step > first:
            return sentence.low(step + 1) == "not" and not sentence.is_pronoun(step + 2)
        if not sentence.is_word(step):
            break
    return False


def _is_told_now(sentence: Sentence, report: Report, comma: int) -> bool:
    """Whether a clause is in the present behind one that the report has put into the past.

    "She said the mill would close, which is the only one in town": who said it said "will".
    """
    if report.verb is None:
        return False
    if _is_described(sentence, comma):
        return _is_of_thing(sentence, report, comma)
    if sentence.low(comma + 1) not in _LINKING:
        return False
    if report.verb.tense not in {"past", "participle"}:
        return False
    said = _first_finite(sentence, report.end + 1, comma)
    told = _first_finite(sentence, comma + 2, min(len(sentence), comma + _FINITE_WITHIN))
    governs = report.verb.kind == "object" or report.cue[0] < report.cue[1]
    governs = governs or report.verb.lemma in GOVERNS_OBJECT | {"accuse"}
    asked = sentence.low(report.end + 1) in _INFINITIVE  # "urged the council to sell it"
    thing = not said and (governs or asked)  # "warned of a hard winter"
    if thing and sentence.low(comma + 1) in _RELATING:
        return bool(told) or _is_present(sentence, comma + 1)
    now = told in _PRESENT or _is_present(sentence, comma + 1)
    return (thing or said in _PAST) and now


def _is_present(sentence: Sentence, relative: int) -> bool:
    """Whether a verb in the present follows "who": ", who trails him"."""
    low = sentence.low(relative + 1)
    verb = low.endswith("s") and not sentence.is_capital(relative + 1) and low not in FINITE
    return verb and sentence.low(relative) == "who"


def _is_described(sentence: Sentence, comma: int) -> bool:
    """Whether it is told who somebody is: "proposed asking Falk, a nurse who lives next door"."""
    if not (sentence.is_capital(comma - 1) and sentence.low(comma + 1) in {"a", "an"}):
        return False
    within = range(comma + 3, comma + _FINITE_WITHIN)
    ends = (i for i in within if not sentence.is_word(i) or sentence.low(i) in _DEFINING)
    end = next(ends, comma)
    return sentence.low(end) in _DEFINING and sentence.is_word(end + 1)


def _is_result(sentence: Sentence, report: Report, first: int) -> bool:
    """Whether it is told what comes of a speaker's plan: "said it would close, ending 30 years"."""
    begin = report.end + 1
    plans = sentence.is_pronoun(begin) and sentence.low(begin + 1) in _FUTURE
    return plans and sentence.low(first) in _RESULTS


def _first_finite(sentence: Sentence, first: int, end: int) -> str:
    lows = (sentence.low(step) for step in range(first, end) if sentence.tokens[step].is_lower)
    return next((low for low in lows if low in FINITE), "")
