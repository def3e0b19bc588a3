"""A report whose subject stands before its verb, or behind it."""

from index.quotes.circumstances import circumstance_end, skip
from index.quotes.complements import is_gloss, is_resumed, report_start, reports_unmarked
from index.quotes.finite import FINITE
from index.quotes.lexicon import Verb
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.subjects import (
    EMPHATIC,
    close_apposition,
    owner_begin,
)

_NOT_ASSERTED = frozenset("if unless whether how why nor".split())
AS = frozenset("as wie como comme".split())
_TITLED = frozenset("titled entitled headlined captioned".split())
_ADVERBS = 3  # before one verb


def trails(sentence: Sentence, index: int) -> bool:
    """Whether what ends at `index` can be a report: a quotation, or words and a comma."""
    if sentence.quoted(index):
        return True
    return sentence.low(index) in {",", "–", "—", "-"} and index > 0


def inverted(
    sentence: Sentence,
    phrase: Phrase,
    verb: Verb,
    cue: tuple[int, int],
    begin: int,
    *,
    trails: bool,
) -> Report | None:
    """A report whose subject stands behind its verb; what is said stands before, or follows."""
    rule = "pronoun" if phrase.kind == "pronoun" else "verb-name"
    end = close_apposition(sentence, phrase.last)
    if trails:
        end = circumstance_end(sentence, end + 1) - 1
        resumed = sentence.low(end + 1) == ":" or (
            is_resumed(sentence, end + 1) and not _is_description(sentence, phrase, end + 1)
        )
        return Report(phrase, rule, cue, begin, end, verb, trailing=True, resumed=resumed)
    start = skip(sentence, end + 1, verb)
    while sentence.low(start) in {",", ":"} or sentence.low(start) in sentence.lexicon.that:
        start += 1
    return Report(phrase, rule, cue, begin, start - 1, verb)


def _is_description(sentence: Sentence, phrase: Phrase, comma: int) -> bool:
    """Whether who a name is stands at the end: ", the agency's coordinator."."""
    described = phrase.kind == "name" and sentence.is_article(comma + 1)
    rest = range(comma + 1, len(sentence) - 1)
    for step in rest:
        if sentence.low(step) in sentence.lexicon.relatives:
            return described and step > comma + 2  # ", a nurse who has two sons and is 50."
        if not sentence.is_word(step) or sentence.low(step) in FINITE:
            return False
    return described


def _is_plural(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.joint or phrase.plural or (phrase.head in sentence.lexicon.they)


def forward(
    sentence: Sentence, phrase: Phrase, verb: Verb, cue: tuple[int, int], *, shares: bool
) -> Report | None:
    """A report whose subject stands before its verb; what is said follows, or stood before."""
    if sentence.low(phrase.first - 1) == "how" and sentence.quoted(phrase.first - 3):
        # "“A sore arm,” is how she describes it"
        last = len(sentence) - 1
        return Report(phrase, "name-verb", cue, phrase.first - 2, last, verb, trailing=True)
    absolute = shares and phrase.last == cue[0] - 1 and cue[0] == cue[1]  # "with Falk saying"
    first = _first_of_joined(sentence, phrase) if phrase.joint else phrase.first
    begin = cue[0] if shares and not absolute else owner_begin(sentence, min(first, cue[0]))
    foreseen = sentence.low(cue[0] - 1) in {"to", "will"} and (
        verb.kind != "object" or sentence.low(cue[0] - 1) == "to"  # "will call for ideas"
    )
    emphatic = _emphatic(sentence, cue[0])
    spoken = verb.tense != "base" or foreseen or emphatic or _is_plural(sentence, phrase)
    if not (spoken and _is_asserted(sentence, begin, verb)):
        return None
    rule = "subject" if shares else "name-verb"
    start, marked = report_start(sentence, cue[1] + 1, verb)
    if sentence.quoted(start) and sentence.low(start - 1) in _TITLED:
        if trails(sentence, begin - 1) and not shares:  # "…, she wrote in a note titled “The Wall”"
            return Report(phrase, rule, cue, begin, start, verb, trailing=True)
        start, marked = report_start(sentence, start + 1, verb)
    report = Report(phrase, rule, cue, begin, start - 1, verb)
    asserted = _with_words(sentence, report, verb, marked=marked, shares=shares)
    if asserted and emphatic == "would" and sentence.low(cue[0] - 1) == emphatic:
        report.needs_quotation = True  # "he would say no", but "he would later say"
    return asserted


def _first_of_joined(sentence: Sentence, phrase: Phrase) -> int:
    """Where the first of two who speak together begins: "“…,” Falk and Ada Roe said"."""
    first = phrase.first
    other = sentence.ending_at(first - 2) if sentence.low(first - 1) == "and" else None
    behind = other is not None and trails(sentence, other.first - 1)
    return other.first if other and behind else first


def _with_words(
    sentence: Sentence, report: Report, verb: Verb, *, marked: bool, shares: bool
) -> Report | None:
    """A report with what is said told before its verb or behind it; None where nothing is."""
    begin, cue, start = report.begin, report.cue, report.end + 1
    nothing = not marked and not sentence.is_word(start)
    if nothing and _is_aside(sentence, report):
        return None
    if trails(sentence, begin - 1) and not shares:
        behind_quotation = sentence.quoted(begin - 1) or (
            sentence.low(begin - 1) == "," and sentence.quoted(begin - 2)
        )
        if not marked and _only_hears(sentence, report):
            report.trailing, report.end = True, len(sentence) - 2
            return report
        glossed = not marked and _is_glossed(sentence, report)
        if glossed or (behind_quotation and (nothing or sentence.quoted(0))):
            report.trailing, report.end = True, circumstance_end(sentence, cue[1] + 1) - 1
            return report
        if nothing and verb.kind not in {"object", "label"}:
            report.trailing, report.resumed = True, is_resumed(sentence, start)
            return report
    if nothing:
        opens = begin == 1 or (
            sentence.low(begin - 2) == "," and sentence.low(begin - 3) in {"and", "but"}
        )
        as_said = sentence.low(start) == "," and opens and sentence.low(begin - 1) in AS
        report.begin, report.end = begin - 1, start
        return report if as_said else None  # "As Falk said, …"
    unmarked = not marked and not sentence.quoted(start)
    report.needs_quotation = unmarked and not reports_unmarked(sentence, start, verb)
    return report


def _is_aside(sentence: Sentence, report: Report) -> bool:
    """Whether the cue stands in a clause about its subject: "Falk, who testified first, told"."""
    first = report.cue[0] - 1
    words = sentence.lexicon
    while sentence.low(first) in words.auxiliaries or sentence.low(first) in words.adverbs:
        first -= 1
    return sentence.low(first) in words.relatives and words.code == "en"


def _is_asserted(sentence: Sentence, begin: int, verb: Verb) -> bool:
    """Whether a report that begins at `begin` is told as a fact: not "whether Falk said"."""
    low, before = sentence.low(begin - 1), begin - 2
    if low in {"which", "who", "whom"}:  # "the tax, which she said would rise"
        return sentence.low(before) not in sentence.lexicon.verbs and before >= 0
    if low == "what":  # "in what she called a trap"
        return verb.kind in {"label", "object"} or sentence.low(before) in (
            sentence.lexicon.prepositions - {"about", "of"} | {"after", "before"}
        )
    return low not in _NOT_ASSERTED


def _is_glossed(sentence: Sentence, report: Report) -> bool:
    """Whether a gloss follows a clause and its cue: "…, they said on Monday, a move that"."""
    end = circumstance_end(sentence, report.cue[1] + 1)
    return (
        sentence.low(report.begin - 1) == ","
        and end > report.cue[1] + 1
        and sentence.low(end) == ","
        and is_gloss(sentence, end + 1)
        and any(sentence.low(step) in FINITE for step in range(report.begin - 1))
    )


def _only_hears(sentence: Sentence, report: Report) -> bool:
    """Whether only who was told follows: "It had cracked, she told a crowd of men and women"."""
    if report.verb is None or report.verb.lemma != "tell" or sentence.low(report.begin - 1) != ",":
        return False
    opens = sentence.low(0) in sentence.lexicon.conjunctions | sentence.lexicon.prepositions
    behind = range(report.cue[1] + 1, len(sentence) - 1)
    return (
        not opens
        and any(sentence.low(step) in FINITE for step in range(report.begin - 1))
        and all(map(sentence.is_word, behind))
        and not any(_tells_something(sentence, step) for step in behind)
    )


def _tells_something(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return (
        low in FINITE
        or low in sentence.lexicon.that
        or low in sentence.lexicon.verbs
        or low in sentence.lexicon.empty_objects
        or low in {"to", "about"}
    )


def _emphatic(sentence: Sentence, cue: int) -> str:
    """The word that makes a verb's plain form one of the past: "did say", "would often say"."""
    words = sentence.lexicon
    step = cue - 1
    while sentence.low(step) in words.adverbs and cue - step < _ADVERBS:
        step -= 1
    return sentence.low(step) if sentence.low(step) in EMPHATIC else ""
