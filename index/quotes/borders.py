"""Which words of a sentence, and which of its quotations, each of its reports reports."""

from index.quotes.english_words import GOVERNS_OBJECT, GOVERNS_THING
from index.quotes.finite import FINITE
from index.quotes.joined import CONTRASTS, gloss_before, joint_before
from index.quotes.phrases import ASKED_FIRST, Sentence
from index.quotes.report import Report
from index.quotes.subjects import SHARING
from index.quotes.tails import narrated_from
from index.quotes.titles import PASTS

_FEWEST_WORDS = 2  # in a report
_DATELINE = 8  # tokens
_WORKS = frozenset(
    "memoir memoirs autobiography book novel album single film play essay poem song column blog "
    "series podcast show documentary musical".split()
)
_GOVERN_WORD = GOVERNS_OBJECT | GOVERNS_THING | {"rule", "accuse", "blame"}
_JOINS_CLAUSE = frozenset("because that although though since where".split())
_LONGEST_PAIR = 8  # tokens
_INFINITIVE = frozenset("to not never".split())
_HUSH = frozenset("quiet silence order attention directions".split())
_BEFORE_VERB = frozenset("used to would often always once never could".split())
_OPPOSED = frozenset("but while whereas although".split())
_HAD = frozenset("had has have would could".split())
_LONGEST_JOINT = 6  # tokens of "and had then twice asked"
# Verbs of a participle that goes on with a report, also without a comma: "said it was late adding".
_GOES_ON = frozenset("add note stress say explain continue insist emphasise emphasize".split())
_SUBORDINATES = frozenset("after when as while since because though although before once".split())
_BEFORE_SUBORDINATE = 3  # tokens: "But soon after"


def joins(sentence: Sentence, report: Report) -> bool:
    """Whether a clause of its own begins: ", and Falk accused them of it"."""
    return sentence.low(report.begin - 1) in CONTRASTS and sentence.low(report.begin - 2) == ","


def without_nested(sentence: Sentence, found: list[Report]) -> list[Report]:
    """Without reports inside another's report ("Falk said Meyer had told her to go")."""
    kept: list[Report] = []
    for report in found:
        if not kept or not _is_nested(sentence, report, kept[-1]):
            if kept and _is_outside(sentence, report, kept[-1]):
                kept.pop()
            kept.append(report)
    return kept


def in_aside(sentence: Sentence, report: Report, outer: Report) -> bool:
    """Whether a report tells of a hearer: "told the Post, which reported it, that it was late"."""
    words = sentence.lexicon
    inside = outer.cue[1] < report.cue[0] < outer.end and sentence.low(outer.end) in words.that
    between = range(outer.cue[1] + 1, report.cue[0])
    return inside and any(sentence.low(step) in words.relatives for step in between)


def _is_of_source(report: Report, outer: Report) -> bool:
    """Whether a participle only tells of a source: "According to Falk, citing the law, it is"."""
    inside = outer.rule == "according-to" and outer.cue[1] < report.cue[0] <= outer.end
    return inside and report.verb is not None and report.verb.tense == "ing"


def _is_outside(sentence: Sentence, report: Report, inner: Report) -> bool:
    """Whether all of an earlier report is said too: "Falk denied it was late, her lawyer said"."""
    if not report.trailing or inner.trailing or inner.rule == "according-to":
        return False
    if report.rule == "according-to":
        return _is_promise(sentence, inner)
    ends = not any(map(sentence.is_word, range(report.end + 1, len(sentence))))
    adjacent = sentence.quoted(report.begin - 1) or sentence.quoted(report.begin - 2)
    return ends and not adjacent and inner.rule != "subject"


def _is_promise(sentence: Sentence, report: Report) -> bool:
    """Whether the cue tells of a deed as well, of which others may tell: "threatened to"."""
    return sentence.low(report.end + 1) in _INFINITIVE and report.rule == "name-verb"


def _is_nested(sentence: Sentence, report: Report, outer: Report) -> bool:
    if report.begin == outer.end and sentence.low(outer.end) in sentence.lexicon.that:
        report.begin += 1  # "said that inspectors had warned of it"
    if in_aside(sentence, report, outer) or _is_of_source(report, outer):
        return True
    if outer.trailing or report.begin <= outer.end:
        # "The calls, Falk said, told them who it was"
        between = range(outer.end + 2, report.cue[0])
        at_once = sentence.low(outer.end + 1) == "," and all(
            sentence.low(step) in _BEFORE_VERB | sentence.lexicon.auxiliaries for step in between
        )
        participle = report.rule == "subject" and report.verb and report.verb.tense == "ing"
        return outer.resumed and (at_once or bool(participle))
    beside = _subordinate_end(sentence, outer, len(sentence)) == report.begin - 1
    if beside or report.trailing:
        # "While Falk said it was late, Meyer said it was not"; but what Falk said,
        # according to the paper, is hers at second hand
        return not beside and report.rule == "according-to" and not _is_promise(sentence, outer)
    joined = max(joint_before(sentence, report), gloss_before(sentence, report))
    if joined >= 0:
        report.begin = joined + 1
    if joined >= 0 or outer.needs_quotation or report.rule in {"subject", "continued"}:
        return joined < 0 and _is_of_clause(sentence, report, outer)
    before = sentence.low(report.begin - 1)
    joint = report.phrase is not None and report.phrase.joint
    for step in range(report.begin - 1, report.begin - _LONGEST_PAIR if joint else 0, -1):
        if sentence.low(step) in _OPPOSED:  # "but Falk and Meyer say"
            report.begin = step + 1
            return False
        if not sentence.is_word(step):
            break
    return joint or not (before in CONTRASTS or before in {";", ":"})


def _is_of_clause(sentence: Sentence, report: Report, outer: Report) -> bool:
    """Whether a verb without subject goes on with a reported clause, not with its report.

    "Falk said a man came to her door asking for money", "said he had wept and had twice asked why".
    """
    first, cue = outer.end + 1, report.cue[0]
    if report.rule != "subject" or report.verb is None or outer.verb is None:
        return False
    begin = report.phrase.first if report.phrase else 0
    inside = begin >= first and sentence.low(begin - 1) not in {"with", "and", "but"}
    if outer.verb.kind not in {"clause", "that"} or not (inside or report.phrase is outer.phrase):
        return False
    finite = [step for step in range(first, cue) if sentence.low(step) in FINITE]
    if not finite:
        return False
    if report.verb.tense == "ing":
        plain = sentence.is_word(cue - 1) and sentence.low(cue - 1) not in SHARING
        goes_on = sentence.low(cue - 1) in {"and", "or"} and any(
            sentence.low(step + 1).endswith("ing")
            for step in finite  # "were calling and asking"
        )
        return goes_on or (plain and report.verb.lemma not in _GOES_ON)
    joint = cue - 1
    while (
        cue - joint < _LONGEST_JOINT
        and sentence.is_word(joint)
        and (sentence.low(joint) not in CONTRASTS)
    ):
        joint -= 1
    had = {sentence.low(step) for step in range(joint + 1, cue)} & _HAD
    before = {sentence.low(step) for step in range(max(outer.cue[0] - 3, 0), outer.cue[0])}
    return not before & had and any(sentence.low(step) in had for step in finite if step < joint)


def delimit(sentence: Sentence, report: Report, found: list[Report], number: int) -> None:
    """Fill in which quotations and which words are this report's."""
    taken = {index for other in found[:number] for index in other.quotations}
    until = len(sentence)
    if number + 1 < len(found):
        until = max(report.end + 1, found[number + 1].begin)
        if found[number + 1].trailing and not report.trailing:
            until = _semicolon(sentence, report.end + 1, until) or until
    floor = _floor(sentence, found[number - 1], report) if number else 0
    behind = range(report.end + 1, until)
    if report.trailing:
        before = range(floor, report.begin)
        report.quotations = [i for i in before if sentence.quoted(i) and i not in taken]
        adjacent = any(
            not any(map(sentence.is_word, range(i + 1, report.begin)))
            for i in report.quotations[-1:]
        )
        if report.quotations and adjacent:
            report.quotations += _resumed_quotations(sentence, report, behind)
        if report.verb and report.verb.kind in {"object", "label"} and not adjacent:
            report.quotations = []
            return
        floor = _behind_dateline(sentence, floor)
        if _behind_conjunction(sentence, report, behind):
            return
        if sentence.low(floor) in ASKED_FIRST and report.clause is None and not adjacent:
            return  # "Asked if she was sorry, Falk answered."
        german = sentence.lexicon.capital_nouns and report.verb and report.verb.kind == "label"
        if german and adjacent:
            report.quotations = report.quotations[-1:]  # Falk hatte das „gut“ genannt
        elif not adjacent or not _only_quotations(sentence, before, report.quotations):
            last = _resumed_last(sentence, report, behind) or report.begin - 1
            report.clause = _words_between(sentence, floor, last)
        return
    report.quotations = [i for i in behind if sentence.quoted(i) and i not in taken]
    if report.needs_quotation:
        if report.quotations and _are_of_text(sentence, report):
            report.quotations = []
        related = _relative_end(sentence, report, until)
        report.quotations = [i for i in report.quotations if i < related]
        return
    until = min(until, _label_end(sentence, report))
    until = _subordinate_end(sentence, report, _relative_end(sentence, report, until))
    last = narrated_from(sentence, report, until) - 1
    report.quotations = [i for i in report.quotations if i <= last]
    report.clause = _words_between(sentence, report.end + 1, last) or _thing(sentence, report, last)
    if _only_quotations(sentence, behind, report.quotations) or _is_exclaimed(sentence, report):
        report.clause = None


def _are_of_text(sentence: Sentence, report: Report) -> bool:
    """Whether a text says what is quoted: "cited a letter from Otto Brandt that said “…”"."""
    between = range(report.end + 2, report.quotations[0])
    words = sentence.lexicon
    return any(
        sentence.low(step) in words.verbs
        and words.verbs[sentence.low(step)].kind == "clause"
        and sentence.low(step - 1) in {"that", "which"}
        for step in between
    )


def _label_end(sentence: Sentence, report: Report) -> int:
    """Where the only quotation of a verb like "called" ends, before a colon."""
    if report.verb and report.verb.kind == "label" and report.quotations:
        colon = report.quotations[0] + 1
        return colon if sentence.low(colon) in {":", ";"} else len(sentence)
    return len(sentence)


def _floor(sentence: Sentence, before: Report, report: Report) -> int:
    """Where the words may begin that a report has behind those of the report before it."""
    floor = before.end + 1
    if not before.trailing and report.trailing:
        floor = _semicolon(sentence, floor, report.begin) or floor
    label = before.verb is not None and before.verb.kind == "label"
    if label and before.quotations and not before.trailing:  # called it “a trap”: it was, she said
        floor = max(floor, min(before.quotations[-1] + 1, report.begin))
    return floor


def _resumed_last(sentence: Sentence, report: Report, behind: range) -> int:
    """The last token of what goes on behind its cue; 0 where nothing does."""
    if not (report.resumed and behind):
        return 0
    last = narrated_from(sentence, report, behind[-1] + 1) - 1
    more = (
        sentence.quoted(step) or (sentence.is_word(step) and sentence.low(step) not in CONTRASTS)
        for step in range(report.end + 1, last + 1)
    )
    return last if any(more) else 0


def _semicolon(sentence: Sentence, first: int, end: int) -> int:
    """The last semicolon in a stretch; 0 where none stands: "She said it was late; it was, …"."""
    return next((step for step in range(end - 1, first, -1) if sentence.low(step) == ";"), 0)


def _behind_conjunction(sentence: Sentence, report: Report, behind: range) -> bool:
    """Whether only what is behind the cue is said, and fill that in: "because, she said, …"."""
    before_comma = sentence.low(report.begin - 2)
    governed = sentence.low(report.begin - 3) in sentence.lexicon.prepositions  # "on that, he said"
    joined = before_comma in _JOINS_CLAUSE and not governed
    joined = joined or before_comma in sentence.lexicon.relatives
    joined = joined or (before_comma == "and" and sentence.low(report.begin - 3) == ",")
    if not (report.resumed and sentence.low(report.begin - 1) == "," and joined and behind):
        return False
    report.quotations = [i for i in report.quotations if i > report.end]
    report.clause = _words_between(sentence, report.end + 1, behind[-1])
    return True


def _relative_end(sentence: Sentence, report: Report, until: int) -> int:
    """Where the relative clause ends that a report stands in: "Falk, who said …, has left"."""
    phrase = report.phrase
    words = sentence.lexicon
    which = sentence.low(report.begin - 1) == "which" or report.rule == "subject"
    if which and sentence.low(report.end + 1) in FINITE:
        return _related_end(sentence, report.end + 1, until)
    if phrase is None or phrase.last >= report.cue[0]:
        return until
    first = phrase.last + (2 if sentence.low(phrase.last + 1) == "," else 1)
    between = range(first + 1, report.cue[0])
    if sentence.low(first) not in words.relatives or not all(
        sentence.low(index) in words.auxiliaries or sentence.low(index) in words.adverbs
        for index in between
    ):
        return until
    for comma in range(until - 1, report.end, -1):
        after = sentence.low(comma + 1)
        if sentence.low(comma) == "," and (after in words.auxiliaries or after in FINITE):
            return comma
    opens = phrase.first <= _BEFORE_SUBORDINATE and words.code == "en"
    # "Falk, who said it was late, left the hall"
    return _related_end(sentence, report.end + 1, until) if opens else until


def _related_end(sentence: Sentence, first: int, until: int) -> int:
    """The comma behind what is said of something: "the talk, which Falk said was late, ran"."""
    for comma in range(first, until - 1):
        if sentence.closes_with_comma(comma) and _is_past(sentence, comma + 1):
            return comma + 1  # "Falk, who called it “a trap,” left"
        verb = sentence.low(comma + 1) in FINITE or _is_past(sentence, comma + 1)
        if sentence.low(comma) == "," and verb:
            return comma
    return until


def _is_past(sentence: Sentence, index: int) -> bool:
    """Whether a verb that tells what somebody did stands at `index`, behind its adverbs."""
    while sentence.low(index) in sentence.lexicon.adverbs or sentence.low(index).endswith("ly"):
        index += 1
    low = sentence.low(index)
    past = low.endswith("ed") or low in PASTS
    return past and not sentence.is_capital(index) and sentence.low(index + 1) != "by"


def _subordinate_end(sentence: Sentence, report: Report, until: int) -> int:
    """Where the clause ends that opens the sentence: "After Falk said it was late, Meyer left"."""
    opens = [sentence.low(step) in _SUBORDINATES for step in range(min(report.begin, 9))]
    asked = sentence.low(0) in ASKED_FIRST  # "Asked of Falk, who said it was late, Meyer left"
    if not asked and (
        True not in opens[: _BEFORE_SUBORDINATE + 1] or opens.index(True) < report.begin - 1
    ):
        return until
    words = sentence.lexicon
    for comma in range(report.end + 1, until - 2):
        phrase = sentence.starting_at(comma + 1) if sentence.low(comma) == "," else None
        if phrase is None:
            continue
        after = sentence.low(phrase.last + 1)
        verb = sentence.is_word(phrase.last + 1) and not sentence.is_capital(phrase.last + 1)
        if verb and not (after in words.conjunctions or after in words.prepositions):
            return comma
    return until


def _behind_dateline(sentence: Sentence, floor: int) -> int:
    """Behind "ORRISMOUTH, 16 September –" at the head of a report."""
    if floor == 0 and sentence.tokens[0].word.isupper() and len(sentence.tokens[0].word) > 1:
        for index in range(1, min(len(sentence), _DATELINE)):
            if sentence.low(index) in {"-", "–", "—"}:
                return index + 1
    return floor


def _resumed_quotations(sentence: Sentence, report: Report, behind: range) -> list[int]:
    """The quotations that go on behind the cue: "…," she said, "…"."""
    found: list[int] = []
    for index in behind:
        if sentence.low(index - 1) == "," and sentence.low(index - 2) in _WORKS:
            return found  # "…," she wrote in her memoir, "The Way Down".
        if report.verb and report.verb.lemma == "tell" and index - 1 == report.cue[1]:
            continue  # told "The Morning Show."
        says = index - 1 in {report.cue[1], report.phrase.last if report.phrase else -1}
        if sentence.quoted(index) and (says or not sentence.is_word(index - 1)):
            found.append(index)
        elif sentence.is_word(index) and not found:
            # "…," Falk said of the "plan": no second half
            return [
                i for i in behind if sentence.quoted(i) and sentence.low(i - 1) in {",", ":", "."}
            ]
    return found


def _only_quotations(sentence: Sentence, tokens: range, quotations: list[int]) -> bool:
    """Whether nothing but quotations is reported."""
    return bool(quotations) and not any(sentence.is_word(index) for index in tokens)


def _is_exclaimed(sentence: Sentence, report: Report) -> bool:
    """Whether a whole quotation follows its verb at once: "shouted “Stop!” from the gallery"."""
    first = report.end + 1
    speaks = report.verb is not None and report.verb.kind in {"that", "label"}
    return speaks and report.quotations == [first] and sentence.closes_whole(first)


def _thing(sentence: Sentence, report: Report, last: int) -> tuple[int, int] | None:
    """The one word that a verb governs: "called for calm", "denied wrongdoing"."""
    index = report.end + 1
    token = sentence.tokens[index] if index < len(sentence) else None
    governs = report.verb is not None and (
        report.verb.lemma in _GOVERN_WORD
        or sentence.low(index - 1) == "as"
        or _is_asked_for(sentence, report, index)
    )
    alone = not sentence.is_word(index + 1) or sentence.low(index + 1) in CONTRASTS
    if token is None or not governs or not (alone or last == index):
        return None
    named = token.is_capital or token.is_pronoun or token.ends_clause
    return None if named or token.low in sentence.lexicon.empty_objects else (index, index)


def _is_asked_for(sentence: Sentence, report: Report, index: int) -> bool:
    """Whether one word is what somebody asks of others: "asked for patience"; not for quiet."""
    asks = report.verb is not None and report.verb.lemma == "ask"
    return asks and sentence.low(index - 1) == "for" and sentence.low(index) not in _HUSH


def _words_between(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The stretch without marks and joining words at its ends; None where too little is left."""
    closing = {",", ".", ";", ":", "–", "—", "-", "!", "?", "…"}
    opening = {",", ";", ":", "–", "—", "-", ")"}
    joining = {"but", "and", "while", "though", "although", "aber", "und", "mais", "pero"}
    while first <= last and (sentence.low(first) in opening or sentence.low(first) in joining):
        first += 1
    if sentence.low(last) == "then" and sentence.low(last - 1) in joining | {","}:
        last -= 1  # "asked for quiet, and then said"
    while last >= first and (sentence.low(last) in closing or sentence.low(last) in joining):
        last -= 1
    if sentence.low(last) in {"though", "however"} and sentence.low(last - 1) == ",":
        last -= 2  # Falk insisted it was late, though.
    words = sum(
        sentence.is_word(index) or 2 * sentence.quoted(index) for index in range(first, last + 1)
    )
    return (first, last) if words >= _FEWEST_WORDS else None
