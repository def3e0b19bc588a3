"""Who is said to say what, within one sentence: its reporting words, subjects and reports.

Grammar only. Whom a surname, a role or a pronoun means is for `index.speakers`.
"""

from dataclasses import dataclass, field, replace

from index.cues import GOVERNS_INFINITIVE, GOVERNS_OBJECT, Verb
from index.phrases import Phrase, Sentence

_COMMAS_BACK = 4  # appositions between a name and its verb
_APPOSITION = 30  # tokens in one of them
_ADVERBS_BACK = 6
_HEARER = 8  # tokens
_FINITE_WITHIN = 16  # tokens in which a clause shows its verb
_FEWEST_WORDS = 3  # in a report
_DATELINE = 8  # tokens
_LONGEST_PLACE = 2  # tokens
_SUBJECT_WITHIN = 14
_FINITE = frozenset(
    "is are was were has have had will would can could should may might must did does do be "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't "
    "shouldn't didn't doesn't don't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t "
    "wouldn’t can’t couldn’t shouldn’t didn’t doesn’t don’t he's she's it's they're there's".split()
)
_OBJECT_PRONOUNS = frozenset("me him her us them you it everyone everybody".split())
_PARTICIPLE_AFTER = frozenset("and but then or by as after before while when".split())
_FORESEEN = frozenset("expected due set scheduled continued continues quick keen".split())
_NOT_ASSERTED = frozenset("if unless whether what who whom which how why".split())
_AS = frozenset("as wie como comme".split())
_CONTRASTS = frozenset("but while whereas although though and as aber während mais pero".split())
_APPOSED = frozenset("then now formerly aged from of both via through for".split())


@dataclass(slots=True)
class Report:
    """One report in a sentence: reporting words, who is their subject, and what they report."""

    phrase: Phrase | None  # None: the last speaker goes on
    rule: str
    cue: tuple[int, int]  # tokens, both included
    begin: int  # the first token of phrase and cue together
    end: int  # the last token before what is reported; where the report trails, the clause's last
    verb: Verb | None = None
    trailing: bool = False  # the report stands before its cue
    resumed: bool = False  # and goes on behind it
    needs_quotation: bool = False
    needs_person: bool = False  # speaks only if known by full name: "Falk: We close."
    quotations: list[int] = field(default_factory=list)  # tokens
    clause: tuple[int, int] | None = None  # tokens, both included; None: nothing but quotations


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order of their cues."""
    found: list[Report] = []
    index = 0
    while index < len(sentence):
        report = _read_cue(sentence, index, found)
        if report:
            found.append(report)
            index = max(index, report.cue[1])
        index += 1
    if not found:
        found += _read_colon(sentence)
    found = _without_nested(sentence, found)
    for number, report in enumerate(found):
        _delimit(sentence, report, found, number)
    return [report for report in found if report.quotations or report.clause]


def _read_cue(sentence: Sentence, index: int, found: list[Report]) -> Report | None:
    low = sentence.low(index)
    if low not in sentence.lexicon.cue_words and "-" not in low:
        return None
    source = _source(sentence, index)
    if source:
        return _read_source(sentence, index, source)
    verb = sentence.lexicon.verbs.get(low)
    if verb is None:
        return _read_inverted_pronoun(sentence, index)
    if sentence.tokens[index].word[:1].isupper() and index > 0:
        return None
    return _read_verb(sentence, index, verb, found)


# ----------------------------------------------------------------------------- "according to Falk"


def _source(sentence: Sentence, index: int) -> int:
    """The number of words of a source phrase ("according to") at `index`; 0 where none stands."""
    for words in sentence.lexicon.sources:
        if all(sentence.low(index + step) == word for step, word in enumerate(words)):
            return len(words)
    return 0


def _read_source(sentence: Sentence, index: int, length: int) -> Report | None:
    phrase = sentence.starting_at(index + length) or _oblique(sentence, index + length)
    if phrase is None:
        return None
    english = sentence.lexicon.code == "en"
    if english and not sentence.ends_clause(phrase.last + 1):
        return None  # "according to the Falk family"
    phrase = sentence.completed(phrase)
    before = [step for step in range(index) if sentence.is_word(step) or sentence.quoted(step)]
    end = _close_apposition(sentence, phrase.last)
    if not before or (
        len(before) == 1 and sentence.low(before[0]) in sentence.lexicon.conjunctions
    ):
        if sentence.low(end + 1) == ",":
            end += 1
        return Report(phrase, "according-to", (index, index + length - 1), index, end)
    if sentence.lexicon.code == "de" and sentence.low(index - 1) != ",":
        return None  # "so Falk" in mid-clause, "laut" as an adjective
    return Report(phrase, "according-to", (index, index + length - 1), index, end, trailing=True)


def _oblique(sentence: Sentence, index: int) -> Phrase | None:
    """ "him", "elle": a pronoun as a preposition governs it, read as the subject it stands for."""
    low = sentence.low(index)
    head = dict(sentence.lexicon.oblique).get(low)
    if head is None or sentence.is_word(index + 1):
        return None
    return Phrase("pronoun", (), None, head, None, definite=True, first=index, last=index)


# ------------------------------------------------------------------------------------ "Falk said"


def _read_inverted_pronoun(sentence: Sentence, index: int) -> Report | None:
    """French: "dit-elle", "a-t-il ajouté"."""
    parts = sentence.low(index).split("-")
    words = sentence.lexicon
    if len(parts) < 2 or not (parts[-1] in words.he or parts[-1] in words.she):  # noqa: PLR2004 - verb and pronoun
        return None
    last = index
    verb = words.verbs.get(parts[0])
    if verb is None and parts[0] in words.auxiliaries:
        last = index + 1
        verb = words.verbs.get(sentence.low(last))
    if verb is None:
        return None
    phrase = Phrase("pronoun", (), None, parts[-1], None, definite=True, first=index, last=index)
    return Report(phrase, "pronoun", (index, last), index, last, verb, trailing=True)


def _read_verb(sentence: Sentence, index: int, verb: Verb, found: list[Report]) -> Report | None:
    if sentence.low(index + 1) == "by" and verb.tense == "past":
        return _said_by(sentence, index, verb)
    left = _step_over_adverbs(sentence, index - 1)
    if left is None or _is_passive(sentence, index):
        return None
    cue_first = _quoted_as(sentence, index)
    cue = (cue_first, index)
    after = index + 1
    if verb.prepositions and sentence.low(after) in verb.prepositions:
        if verb.kind in {"object", "label"} or verb.lemma in GOVERNS_OBJECT:
            cue = (cue_first, after)
        after += 1
    elif verb.lemma in {"call", "appeal"}:
        verb = replace(verb, kind="label")
    trails = _trails(sentence, left)
    phrase, rule = None, "name-verb"
    if cue_first != index:
        phrase = sentence.subject(cue_first)
    elif verb.tense == "ing" or sentence.low(left) in _PARTICIPLE_AFTER:
        phrase, begin = _earlier_subject(sentence, index, left, found)
        rule = "subject"
    elif verb.tense == "participle":
        phrase = sentence.subject(index)
    else:
        phrase = _left_phrase(sentence, left)
    begin = min(phrase.first, cue_first) if phrase and rule != "subject" else cue_first
    if phrase is None or (
        rule == "subject" and phrase.last < left and trails and verb.tense != "ing"
    ):
        right = _right_phrase(sentence, index, trails=trails)
        if right:
            return _inverted(sentence, right, verb, cue, left + 1, trails=trails)
    if phrase is None:
        if sentence.lexicon.drops_subject and index <= 1 and verb.tense == "past":
            return Report(None, "continued", cue, index, _skip(sentence, after, verb), verb)
        return None
    foreseen = sentence.low(index - 1) in {"to", "will"}
    if verb.tense == "base" and not foreseen and not _is_plural(sentence, phrase):
        return None
    if sentence.low(begin - 1) in _NOT_ASSERTED:
        return None
    return _forward(sentence, phrase, rule, verb, cue, begin)


def _step_over_adverbs(sentence: Sentence, index: int) -> int | None:
    """The token left of a verb's adverbs and auxiliaries; None where the verb is negated."""
    words = sentence.lexicon
    for _ in range(_ADVERBS_BACK):
        low = sentence.low(index)
        if low in words.negations:
            before = sentence.low(index - 1)
            if low == "to" and before == "on":  # "went on to say"
                index -= 3
                continue
            if low == "to" and before in _FORESEEN:  # "is expected to say"
                index -= 2
                continue
            return None
        if sentence.is_pronoun(index):
            return index
        is_time = low in words.times
        on_day = is_time and sentence.low(index - 1) in {
            "on",
            "this",
            "last",
            "late",
            "early",
            "le",
            "el",
        }
        if on_day and not sentence.quoted(index - 2) and index >= 2:  # noqa: PLR2004 - "Falk on Monday"
            index -= 2
        elif (
            low in words.auxiliaries
            or low in words.adverbs
            or (low.endswith("ly") and not sentence.is_capital(index))
        ):
            index -= 1
        else:
            break
    return index


def _said_by(sentence: Sentence, index: int, verb: Verb) -> Report | None:
    """A quotation and "was said by Ines Falk"."""
    begin = index
    while sentence.low(begin - 1) in sentence.lexicon.passive:
        begin -= 1
    phrase = sentence.starting_at(index + 2)
    if phrase is None or begin == index or not sentence.quoted(begin - 1):
        return None
    phrase = sentence.completed(phrase)
    return Report(phrase, "verb-name", (index, index), begin, phrase.last, verb, trailing=True)


def _is_passive(sentence: Sentence, index: int) -> bool:
    """ "was told", "is said", "asked by"."""
    verb = sentence.lexicon.verbs[sentence.low(index)]
    if verb.tense not in {"past", "participle"}:
        return False
    for back in range(1, 4):
        low = sentence.low(index - back)
        if low in sentence.lexicon.passive:
            return True
        if not (
            low in sentence.lexicon.adverbs
            or low.endswith("ly")
            or low in sentence.lexicon.auxiliaries
        ):
            return False
    return False


def _quoted_as(sentence: Sentence, index: int) -> int:
    """Where "was quoted as saying" begins; `index` itself for any other cue."""
    if sentence.low(index) != "saying" or sentence.low(index - 1) != "as":
        return index
    for quoted in range(index - 2, index - _HEARER, -1):  # "quoted by state television as saying"
        if sentence.low(quoted) in {"quoted", "cited", "reported"}:
            first = quoted
            while sentence.low(first - 1) in sentence.lexicon.auxiliaries:
                first -= 1
            return first if first < quoted else index
    return index


def _trails(sentence: Sentence, index: int) -> bool:
    """Whether what ends at `index` can be a report: a quotation, or words and a comma."""
    if sentence.quoted(index):
        return True
    return sentence.low(index) in {",", "–", "—", "-"} and index > 0


def _left_phrase(sentence: Sentence, left: int) -> Phrase | None:
    """The subject that ends left of its verb, over relative clauses and appositions."""
    if left < 0 or sentence.quoted(left):
        return None
    if sentence.low(left) in sentence.lexicon.relatives:
        before = left - 2 if sentence.low(left - 1) == "," else left - 1
        return sentence.ending_at(before)
    if sentence.low(left) == ")":  # "Jane Cole (D-Calif.) said"
        opening = left - 1
        while opening > max(0, left - _APPOSITION) and sentence.low(opening) != "(":
            opening -= 1
        return sentence.ending_at(opening - 1)
    if sentence.low(left) != ",":
        return sentence.ending_at(left) or _before_relative(sentence, left)
    comma = left
    for _ in range(_COMMAS_BACK):
        opening = comma - 1
        while opening > max(0, comma - _APPOSITION) and sentence.low(opening) != ",":
            if sentence.quoted(opening) and opening == comma - 1:
                return None
            opening -= 1
        if sentence.low(opening) != ",":
            return None
        phrase = sentence.ending_at(opening - 1)
        inner = sentence.starting_at(opening + 1)
        if inner and inner.last == comma - 1 and inner.kind == "name":
            if phrase and phrase.kind == "role":  # "the minister, Ines Falk, said"
                return replace(inner, role=phrase.role, first=phrase.first, joint=phrase.joint)
            if phrase is None:
                return None
        if phrase and (
            _is_apposition(sentence, opening + 1, comma, phrase.first)
            or _is_constituency(sentence, phrase, opening + 1, comma)
        ):
            role = sentence.apposition(opening)
            return replace(phrase, role=phrase.role or role)
        comma = opening
    return None


def _before_relative(sentence: Sentence, left: int) -> Phrase | None:
    """ "An official who asked not to be named said": the subject stands before "who"."""
    subject = sentence.subject(left)
    if subject and sentence.low(subject.last + 1) in sentence.lexicon.relatives:
        return subject
    return None


def _is_constituency(sentence: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """ "Bob Hart, R-Ohio, said": a name with a place behind it."""
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
        or low in words.definite
        or low in words.indefinite
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


def _earlier_subject(
    sentence: Sentence, index: int, left: int, found: list[Report]
) -> tuple[Phrase | None, int]:
    """The subject that a participle or a second verb shares: ", adding", "and added"."""
    if sentence.low(left) in {"and", "or", "but", "then"} and not sentence.is_capital(left):
        inner = sentence.ending_at(left - 1)
        if inner and inner.last == index - 1:
            return inner, inner.first
    for report in reversed(found):
        if report.phrase and not report.needs_person:
            return replace(report.phrase, joint=report.phrase.joint), index
    subject = sentence.subject(index)
    if subject and subject.kind == "pronoun" and subject.head in sentence.lexicon.it:
        return None, index
    return subject, index


def _right_phrase(sentence: Sentence, index: int, *, trails: bool) -> Phrase | None:
    """The subject behind its verb: "said Ines Falk", "sagte am Montag Falk"."""
    english = sentence.lexicon.code == "en"
    if english and not (trails or index == 0):
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
    phrase = sentence.starting_at(first)
    if phrase is None or (
        english and sentence.low(phrase.last + 1) in sentence.lexicon.auxiliaries
    ):
        return None
    if sentence.low(phrase.last + 1) in {"and", "und", "et", "y"} and sentence.starting_at(
        phrase.last + 2
    ):
        phrase = replace(phrase, joint=True)
    return sentence.completed(phrase)


def _close_apposition(sentence: Sentence, last: int) -> int:
    """The last token of the apposition behind a name; the name's own last token where none is."""
    if sentence.apposition(last + 1) is None:
        return last
    index = last + 2
    while sentence.is_word(index) or sentence.low(index - 1).isdigit():  # ", 45, a nurse"
        index += 1
    return index - 1


def _inverted(
    sentence: Sentence,
    phrase: Phrase,
    verb: Verb,
    cue: tuple[int, int],
    begin: int,
    *,
    trails: bool,
) -> Report | None:
    rule = "pronoun" if phrase.kind == "pronoun" else "verb-name"
    end = _close_apposition(sentence, phrase.last)
    if trails:
        end = _circumstance_end(sentence, end + 1) - 1
        resumed = sentence.low(end + 1) == ":" or _is_resumed(sentence, end + 1)
        return Report(phrase, rule, cue, begin, end, verb, trailing=True, resumed=resumed)
    start = _skip(sentence, end + 1, verb)
    while sentence.low(start) in {",", ":"} or sentence.low(start) in sentence.lexicon.that:
        start += 1
    return Report(phrase, rule, cue, begin, start - 1, verb)


def _is_plural(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.joint or phrase.plural or (phrase.head in sentence.lexicon.they)


def _forward(
    sentence: Sentence, phrase: Phrase, rule: str, verb: Verb, cue: tuple[int, int], begin: int
) -> Report | None:
    """A report whose subject stands before its verb; what is said follows, or stood before."""
    trails = _trails(sentence, begin - 1) and rule != "subject"
    start, marked = _report_start(sentence, cue[1] + 1, verb)
    low = sentence.low(start)
    nothing = not marked and not sentence.is_word(start)
    behind_quotation = sentence.quoted(begin - 1) or (
        sentence.low(begin - 1) == "," and sentence.quoted(begin - 2)
    )
    if trails and behind_quotation and (nothing or sentence.quoted(0)):
        end = _circumstance_end(sentence, cue[1] + 1) - 1
        return Report(phrase, rule, cue, begin, end, verb, trailing=True)
    if nothing and low == "," and begin == 1 and sentence.low(0) in _AS:
        return Report(phrase, rule, cue, 0, start, verb)  # "As Falk said, …"
    if nothing:
        if not trails or verb.kind in {"object", "label"}:
            return None
        resumed = _is_resumed(sentence, start)
        return Report(phrase, rule, cue, begin, start - 1, verb, trailing=True, resumed=resumed)
    report = Report(phrase, rule, cue, begin, start - 1, verb)
    if marked or sentence.quoted(start):
        return report
    if low in sentence.lexicon.empty_objects and not verb.kind == "object":
        report.needs_quotation = True
        return report
    report.needs_quotation = not _reports_unmarked(sentence, start, verb)
    return report


def _is_resumed(sentence: Sentence, index: int) -> bool:
    """Whether a report goes on behind its cue: "The wall, she said, will hold"."""
    if sentence.low(index) != ",":
        return False
    words = sentence.lexicon
    if sentence.low(index + 1) in {"and", "but"}:  # and more is said, not: and somebody did more
        low = sentence.low(index + 2)
        return low in words.definite or low in words.indefinite or low in {"not", "there"}
    return sentence.low(index + 1) not in words.conjunctions and not _is_participle(
        sentence, index + 1
    )


def _is_participle(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return low.endswith("ing") or low in sentence.lexicon.relatives or _source(sentence, index) > 0


def _reports_unmarked(sentence: Sentence, start: int, verb: Verb) -> bool:
    """Whether the words from `start` are a report though no "that" or mark says so."""
    low = sentence.low(start)
    if verb.lemma in GOVERNS_INFINITIVE and low == "to":
        return True
    if verb.lemma in GOVERNS_OBJECT and verb.kind == "object":
        return True
    if sentence.low(start) in {"to", "not"} and verb.lemma == "tell":
        return True
    if verb.kind in {"that", "label"}:
        return verb.lemma in GOVERNS_OBJECT and verb.lemma not in {"call", "appeal"}
    if verb.free or sentence.lexicon.code != "en":
        return True
    if verb.lemma in GOVERNS_OBJECT and sentence.low(start - 1) in verb.prepositions:
        return True
    for index in range(start, min(len(sentence), start + _FINITE_WITHIN)):
        if sentence.low(index) in _FINITE and sentence.tokens[index].word.islower():
            return True
        if not sentence.is_word(index):
            return False
    return False


def _report_start(sentence: Sentence, after: int, verb: Verb) -> tuple[int, bool]:
    """Where what is said begins, and whether "that", a colon or a quotation marks it."""
    after = _behind_verb_end(sentence, after)
    governs = verb.kind == "object" or (
        sentence.low(after) == "to" and verb.lemma in GOVERNS_INFINITIVE
    )
    start = after if governs else _skip(sentence, after, verb)
    words = sentence.lexicon
    if sentence.low(start) == "," and (
        sentence.quoted(start + 1) or sentence.low(start + 1) in words.that or words.code == "de"
    ):
        if sentence.quoted(start + 1) or sentence.low(start + 1) in words.that or start == after:
            start += 1
    if sentence.low(start) in words.that:
        return start + 1, True
    if sentence.low(start) == ":":
        return start + 1, True
    return start, sentence.quoted(start)


def _behind_verb_end(sentence: Sentence, index: int) -> int:
    """Behind the parted end of a verb: "kündigte an, …"."""
    ends = sentence.low(index) in sentence.lexicon.verb_ends
    return index + 1 if ends and not sentence.is_word(index + 1) else index


def _skip(sentence: Sentence, start: int, verb: Verb) -> int:
    """Behind the hearer ("reporters") and the circumstances ("in a statement on Monday")."""
    if verb.addressed:
        start = _hearer_end(sentence, start, verb)
        if sentence.low(start) == "to" or sentence.low(start + 1) == "to":
            return start  # "told the council to wait"
    return _circumstance_end(sentence, start)


def _hearer_end(sentence: Sentence, start: int, verb: Verb) -> int:
    words = sentence.lexicon
    if verb.lemma != "tell":
        for index in range(start, start + _HEARER):
            if sentence.low(index) in words.that:
                return index
            if not sentence.is_word(index):
                break
        return start
    if sentence.low(start) in _OBJECT_PRONOUNS:
        return start + 1
    for index in range(start + 1, start + _HEARER):
        if sentence.low(index) in words.that:
            return index
        if not sentence.is_word(index) or sentence.low(index) in words.articles | _FINITE:
            break
    if not sentence.is_word(start) or sentence.low(start) in words.that:
        return start
    index = start
    if sentence.low(index) in words.definite or sentence.low(index) in words.indefinite:
        index += 1
    first = index
    while index < start + _HEARER and sentence.is_word(index):
        low = sentence.low(index)
        if low in words.that or low in words.definite or low in words.indefinite:
            break
        if sentence.is_pronoun(index) or low in words.prepositions:
            break
        if low in _FINITE:
            return first + 1  # "told reporters ships would": the hearer is one word
        if (
            index > first
            and sentence.is_capital(index - 1) != sentence.is_capital(index)
            and not (sentence.tokens[index - 1].word.endswith(_POSSESSIVE))
        ):
            break
        if (
            index > first
            and not sentence.is_capital(index)
            and sentence.low(index - 1).endswith("s")
            and not (sentence.tokens[index - 1].word.endswith(_POSSESSIVE))
        ):
            break
        index += 1
    return index


_POSSESSIVE = ("'s", "’s", "s'", "s’")


def _circumstance_end(sentence: Sentence, start: int) -> int:
    """Behind adverbs, times and prepositional phrases that begin at `start`."""
    words = sentence.lexicon
    index = start
    while index < len(sentence) and index < start + 24:
        low = sentence.low(index)
        if low in words.that or sentence.is_pronoun(index) or not sentence.is_word(index):
            break
        if low in words.prepositions or low in {"as", "during", "after", "before"}:
            index = _prepositional_end(sentence, index)
        elif (low in words.times or low in words.adverbs) or (
            low.isdigit() and index > start and sentence.low(index - 1) in words.times
        ):
            index += 1
        else:
            break
    return index


def _prepositional_end(sentence: Sentence, index: int) -> int:
    words = sentence.lexicon
    step = index + 1
    if sentence.low(step) in words.times:
        return step + 1
    if sentence.low(step) in words.definite or sentence.low(step) in words.indefinite:
        step += 1
    first = step
    while step < len(sentence) and sentence.is_word(step):
        low = sentence.low(step)
        if (
            low in words.that
            or low in words.prepositions
            or low in words.definite
            or low in words.indefinite
            or low in words.times
            or sentence.is_pronoun(step)
            or low in words.conjunctions
        ):
            break
        if low in _FINITE or step > first + _LONGEST_OBJECT:
            return first + 1
        step += 1
    return step


_LONGEST_OBJECT = 9

# -------------------------------------------------------------------------------- "Falk: We close."


def _read_colon(sentence: Sentence) -> list[Report]:
    """ "Falk: We close." and a quotation that a colon introduces without a verb of saying."""
    for index in range(min(len(sentence), 40)):
        if sentence.quoted(index):
            return []
        if sentence.low(index) == ":":
            break
    else:
        return []
    quoted = sentence.quoted(index + 1)
    phrase = sentence.starting_at(0)
    if phrase and phrase.last == index - 1 and phrase.kind != "pronoun":
        return [Report(phrase, "colon", (index, index), 0, index, needs_person=not quoted)]
    subject = sentence.subject(index) if quoted else None
    written = any(
        sentence.low(step) in sentence.lexicon.writings
        for step in range(max(0, index - _SUBJECT_WITHIN), index)
    )
    if subject and not written and sentence.is_word(index - 1):
        return [Report(subject, "colon", (index, index), 0, index, needs_quotation=True)]
    return []


# ---------------------------------------------------------------------------------- who gets what


def _without_nested(sentence: Sentence, found: list[Report]) -> list[Report]:
    """Without reports inside another's report ("Falk said Meyer had told her to go")."""
    kept: list[Report] = []
    for report in found:
        outer = kept[-1] if kept else None
        inside = outer and not outer.trailing and report.begin > outer.end and not report.trailing
        if outer and inside and report.rule != "subject" and report.rule != "continued":
            before = sentence.low(report.begin - 1)
            joint = report.phrase is not None and report.phrase.joint
            coordinated = not joint and (before in _CONTRASTS or before in {";", ":"})
            if not coordinated and not outer.needs_quotation:
                continue
        if outer and report.trailing and not outer.trailing and report.rule == "according-to":
            continue  # Falk said …, according to the paper: hers, second-hand
        kept.append(report)
    return kept


def _delimit(sentence: Sentence, report: Report, found: list[Report], number: int) -> None:
    """Fill in which quotations and which words are this report's."""
    taken = {index for other in found[:number] for index in other.quotations}
    until = len(sentence)
    if number + 1 < len(found):
        until = max(report.end + 1, found[number + 1].begin)
    floor = found[number - 1].end + 1 if number else 0
    behind = range(report.end + 1, until)
    if report.trailing:
        before = range(floor, report.begin)
        report.quotations = [i for i in before if sentence.quoted(i) and i not in taken]
        adjacent = any(i >= report.begin - 2 for i in report.quotations)
        if report.quotations and adjacent:
            report.quotations += _resumed_quotations(sentence, behind)
        if report.verb and report.verb.kind in {"object", "label"} and not adjacent:
            report.quotations = []
            return
        floor = _behind_dateline(sentence, floor)
        if not adjacent or not _only_quotations(sentence, before, report.quotations):
            last = behind[-1] if report.resumed and behind else report.begin - 1
            report.clause = _words_between(sentence, floor, last)
        return
    report.quotations = [i for i in behind if sentence.quoted(i) and i not in taken]
    if report.needs_quotation:
        return
    report.clause = _words_between(sentence, report.end + 1, until - 1)
    if _only_quotations(sentence, behind, report.quotations):
        report.clause = None


def _behind_dateline(sentence: Sentence, floor: int) -> int:
    """Behind "ORRISMOUTH, 16 September –" at the head of a report."""
    if floor == 0 and sentence.tokens[0].word.isupper() and len(sentence.tokens[0].word) > 1:
        for index in range(1, min(len(sentence), _DATELINE)):
            if sentence.low(index) in {"-", "–", "—"}:
                return index + 1
    return floor


def _resumed_quotations(sentence: Sentence, behind: range) -> list[int]:
    """The quotations that go on behind the cue: "…," she said, "…"."""
    found: list[int] = []
    for index in behind:
        if sentence.quoted(index):
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


def _words_between(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The stretch without marks and joining words at its ends; None where too little is left."""
    closing = {",", ".", ";", ":", "–", "—", "-", "!", "?", "…"}
    opening = {",", ";", ":", "–", "—", "-", ")"}
    joining = {"but", "and", "while", "aber", "und", "mais", "pero"}
    while first <= last and (sentence.low(first) in opening or sentence.low(first) in joining):
        first += 1
    while last >= first and (sentence.low(last) in closing or sentence.low(last) in joining):
        last -= 1
    words = sum(
        sentence.is_word(index) or 2 * sentence.quoted(index) for index in range(first, last + 1)
    )
    return (first, last) if words >= _FEWEST_WORDS - 1 else None
