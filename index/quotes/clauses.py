"""Who is said to say what, within one sentence: its reporting words, subjects and reports.

Grammar only. Whom a surname, a role or a pronoun means is for `index.quotes.speakers`.
"""

from collections.abc import Sequence

from index.quotes.borders import delimit, joins, without_nested
from index.quotes.complements import (
    FINITE,
    circumstance_end,
    is_gloss,
    is_resumed,
    report_start,
    reports_unmarked,
    skip,
    source_length,
)
from index.quotes.english_words import PHRASAL
from index.quotes.hearings import read_hearing
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.sources import STATEMENTS, read_source
from index.quotes.subjects import (
    EMPHATIC,
    close_apposition,
    earlier_subject,
    is_passive,
    left_phrase,
    owner_begin,
    right_phrase,
    step_over_adverbs,
)
from index.quotes.unnamed import TEXTS, speaker_before, speaker_behind
from index.sentences import ascii_words

_TAIL_WITHIN = 20  # tokens in which a sentence shows who said what is before it
_WHILE = frozenset("when as while before after".split())
_COLON_WITHIN = 40  # tokens before the colon of "Falk: …"
_NAME_AND_TITLE = 20  # words; more than before a colon that no quotation follows
_WRITING_WITHIN = 14  # tokens before that colon that may say what the words are written on
_QUOTED_AS = 8  # tokens of "was quoted by the paper as"
_QUOTED_AS_SAYING = 16  # tokens of "quoted Falk, the harbour master, as saying"
_PARTICIPLE_AFTER = frozenset("and but then or by as after before while when".split())
_PASSIVE_AFTER = frozenset("when if once as".split())
_HEARD = frozenset("told asked warned informed reminded advised".split())
_DOCUMENTS = frozenset(
    "emails documents figures evidence data reports papers footage photographs pictures records "
    "polls research studies rumours rumors claims allegations messages texts".split()
)
_BEFORE_NOUNS = frozenset("about to on against into from despite than".split())
_BEFORE_GERUND = frozenset("such no any further more much this that".split())
_ANYBODY = frozenset("those anyone anybody everyone someone somebody others women men".split())
_NEVER_BEFORE_PARTICIPLE = _DOCUMENTS | _BEFORE_NOUNS | _ANYBODY | _BEFORE_GERUND
_NOT_ASSERTED = frozenset("if unless whether how why".split())
_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_AS_TOLD = frozenset("según como comme как".split())
_AS = frozenset("as wie como comme".split())
_OWN_WORDS = 12  # tokens of "Falk's final verdict on it was short:"
_THEIRS = 5  # tokens in which what is said shows: "verdict"
_SPOKEN = frozenset(
    "advice answer appeal assessment comment conclusion excuse explanation message plea reaction "
    "reply response statement verdict view warning words".split()
)
_GERMAN_CLAUSE = 16  # tokens
_SAID_TO_DO = frozenset(
    "promise vow pledge threaten ask demand claim swear agree propose urge request plead".split()
)
_ADVERBS = 3  # before one verb


def may_report(stretch: str, lexicon: Lexicon) -> bool:
    """Whether `reports` may find anything in a sentence; false only where it cannot.

    Args:
        stretch: what stands before, between or behind the sentence's quotations.
        lexicon: of its language.
    """
    if not lexicon.signs or _may_introduce(stretch):
        return True
    return not lexicon.signs.isdisjoint(ascii_words(stretch))


def _may_introduce(stretch: str) -> bool:
    """Whether a colon stands soon ("Falk: We close."), or before a quotation."""
    colon = stretch.find(":")
    if colon < 0:
        return "：" in stretch
    return stretch.count(" ", 0, colon) < _NAME_AND_TITLE or not stretch[colon + 1 :].strip()


def tail_end(sentence: Sentence) -> int | None:
    """Behind who speaks and to whom, where a sentence begins with that and reports nothing.

    So it ends a quotation before it: "“Why?” Ines Falk of the Post asked the mayor on Monday."
    """
    words = sentence.lexicon
    index = next((step for step in range(_TAIL_WITHIN) if sentence.low(step) in words.verbs), 0)
    left = step_over_adverbs(sentence, index - 1)
    verb = words.verbs.get(sentence.low(index))
    if verb is None or left is None or verb.kind in {"object", "label"} or verb.tense == "ing":
        return None
    phrase = left_phrase(sentence, left)
    if phrase is None or any(
        not sentence.is_word(step) or sentence.quoted(step) for step in range(phrase.first)
    ):
        return None
    if phrase.first and not any(map(sentence.owns, range(phrase.first))):
        return None
    after = index + 2 if sentence.low(index + 1) == PHRASAL.get(verb.lemma) else index + 1
    if sentence.low(after) in verb.prepositions or _governs_infinitive(sentence, after, verb):
        return None  # "Falk warned of a flood", "Falk promised to go"
    end = skip(sentence, after, verb)
    hearer = sentence.starting_at(end) if verb.addressed else None
    if hearer:  # "Falk asked Meyer."
        end = circumstance_end(sentence, hearer.last + 1)
    reported = sentence.low(end) == "," and sentence.low(end + 1) in words.that  # German
    closes = not sentence.is_word(end) and sentence.low(end) != ":" and not reported
    return end if (closes and not sentence.quoted(end)) or sentence.low(end) in _WHILE else None


def _governs_infinitive(sentence: Sentence, after: int, verb: Verb) -> bool:
    """Whether "to" behind a verb is not whom it is said to: "promised to go"."""
    return sentence.low(after) == "to" and verb.lemma in _SAID_TO_DO


def reports(sentence: Sentence) -> list[Report]:
    """The reports of one sentence, in order of their cues."""
    found: list[Report] = []
    read = -1
    cues = sentence.cues()
    for index in cues:
        report = _read_cue(sentence, index, found) if index > read else None
        if report:
            found.append(report)
            read = report.cue[1]
    if not found:
        found += _read_colon(sentence, cues)
    found = without_nested(sentence, found)
    if not any(token.quoted for token in sentence.tokens):
        found = [one for one in found if not one.needs_quotation or joins(sentence, one)]
    for number, report in enumerate(found):
        delimit(sentence, report, found, number)
    return [report for report in found if report.quotations or report.clause]


def _read_cue(sentence: Sentence, index: int, found: list[Report]) -> Report | None:
    token = sentence.tokens[index]
    source = source_length(sentence, index) if token.begins_source else 0
    if source and sentence.low(index + source) not in sentence.lexicon.verbs:
        return read_source(sentence, index, source)
    if token.verb is None:
        return _read_inverted_pronoun(sentence, index) if "-" in token.low else None
    passed = (token.is_upper and index > 0) or _is_no_verb(sentence, index, token.verb)
    if passed or token.verb.lemma == "hear":
        return read_hearing(sentence, index)
    if token.low in _QUOTING and _as_saying(sentence, index):
        return None  # they are not the words of whoever quotes them
    quoting = _quoting(sentence, index)
    if quoting:
        return _said_by_another(sentence, quoting, index, token.verb)
    return _read_verb(sentence, index, token.verb, found)


def _is_no_verb(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether the word before alone rules out that the one at `index` reports.

    Four in five do not, and this is told sooner than any phrase is read.
    """
    words = sentence.lexicon
    low = sentence.low(index - 1)
    if low in words.negations and low != "to":  # "is expected to say"
        return low not in EMPHATIC or verb.tense != "base"
    if low in words.passive and verb.tense in {"past", "participle"}:
        return sentence.low(index + 1) != "by"  # "was told"
    if verb.tense == "ing" or words.code != "en":
        return False
    if low in words.articles:
        return True  # "the report"
    return low in words.prepositions and low not in words.conjunctions and low != "to"


# ------------------------------------------------------------------------------------ "Falk said"


def _read_inverted_pronoun(sentence: Sentence, index: int) -> Report | None:
    """French: "dit-elle", "a-t-il ajouté"."""
    parts = sentence.low(index).split("-")
    if not sentence.lexicon.is_inverted(sentence.low(index)):
        return None
    last = index
    verb = sentence.lexicon.verbs.get(parts[0])
    if verb is None:
        last = index + 1
        verb = sentence.lexicon.verbs.get(sentence.low(last))
    if verb is None:
        return None
    phrase = Phrase("pronoun", (), None, parts[-1], None, definite=True, first=index, last=index)
    return Report(phrase, "pronoun", (index, last), index, last, verb, trailing=True)


def _read_verb(sentence: Sentence, index: int, verb: Verb, found: list[Report]) -> Report | None:
    """The report that the verb at `index` makes; None where nobody says anything by it."""
    passive = sentence.low(index - 1) in sentence.lexicon.passive
    if passive and sentence.low(index + 1) == "by" and verb.tense == "past":
        return _said_by(sentence, index, verb)  # but not "said by telephone"
    left = _behind_as(sentence, step_over_adverbs(sentence, index - 1))
    parted = sentence.low(index + 1) != PHRASAL.get(verb.lemma, sentence.low(index + 1))
    if left is None or parted or is_passive(sentence, index) or _is_adjective(sentence, index):
        return None
    cue = (_quoted_as(sentence, index), index)
    if sentence.low(index + 1) in verb.prepositions:
        cue = (cue[0], index + 1)
    elif verb.lemma in {"call", "appeal"}:
        verb = verb._replace(kind="label")
    shares = cue[0] == index and (verb.tense == "ing" or sentence.low(left) in _PARTICIPLE_AFTER)
    phrase = _subject(sentence, cue, left, verb, found if shares else None)
    trails = _trails(sentence, left)
    elsewhere = shares and trails and verb.tense != "ing" and phrase and phrase.last < left
    if sentence.lexicon.capital_nouns and phrase:
        report = _read_german(sentence, index, verb, phrase, begin=left + 1, trails=trails)
        if report:
            return report
    if phrase is None or elsewhere or (trails and _ends_with_speaker(sentence, index, verb)):
        right = right_phrase(sentence, index, trails=trails)
        if right is None and phrase is None and trails:
            right = speaker_behind(sentence, index, verb)
        if right:
            return _inverted(sentence, right, verb, cue, left + 1, trails=trails)
    if phrase:
        return _forward(sentence, phrase, verb, cue, shares=shares)
    return _without_subject(sentence, index, verb, cue, trails=trails)


def _subject(
    sentence: Sentence, cue: tuple[int, int], left: int, verb: Verb, found: list[Report] | None
) -> Phrase | None:
    """Who stands before a verb; `found`: the reports with one of which it shares its subject."""
    index = cue[1] - 1 if sentence.low(cue[1]) in verb.prepositions else cue[1]
    if found is not None:
        return earlier_subject(sentence, index, [report.phrase for report in found])
    if cue[0] != index or verb.tense == "participle":
        return _behind_that(sentence, index) or sentence.subject(cue[0])
    phrase = left_phrase(sentence, left) or speaker_before(sentence, index, left, verb)
    reads = phrase and verb.lemma == "read" and phrase.head not in TEXTS
    return None if reads else phrase  # Falk read "the last chapter"


def _behind_as(sentence: Sentence, left: int | None) -> int | None:
    """The comma before "as": "…, según informó Falk"; else `left`."""
    told = left and sentence.low(left) in _AS_TOLD and sentence.low(left - 1) == ","
    return left - 1 if left and told else left


def _read_german(
    sentence: Sentence, index: int, verb: Verb, phrase: Phrase, *, begin: int, trails: bool
) -> Report | None:
    """What German tells by its order of words, where `phrase` would be the subject in English."""
    words = sentence.lexicon
    pronoun = sentence.starting_at(index + 1) if sentence.is_pronoun(index + 1) else None
    if pronoun and pronoun.head in words.he and not trails and not sentence.is_pronoun(begin - 1):
        # The object stands first: "Den Minister forderte er auf".
        return _forward(sentence, pronoun, verb, (index, index + 1), shares=False)
    if verb.tense != "participle" or not sentence.quoted(index - 1):
        return None
    subject = _behind_that(sentence, index) or phrase
    if sentence.low(subject.last + 1) not in words.auxiliaries:
        return None
    # The verb stands last: "Falk hatte das einen „Skandal“ genannt".
    return Report(subject, "name-verb", (index, index), index, index, verb, trailing=True)


def _behind_that(sentence: Sentence, index: int) -> Phrase | None:
    """The subject of a German clause whose verb stands at its end: "dass Falk erklärt hatte"."""
    if not sentence.lexicon.capital_nouns:
        return None
    for step in range(index - 1, max(0, index - _GERMAN_CLAUSE), -1):
        if sentence.low(step) in sentence.lexicon.that:
            return sentence.starting_at(step + 1)
    return None


def _without_subject(
    sentence: Sentence, index: int, verb: Verb, cue: tuple[int, int], *, trails: bool
) -> Report | None:
    """What the last speaker says where Spanish names nobody: "Añadió que …"."""
    if not sentence.lexicon.drops_subject or verb.tense != "past":
        return None
    if index <= 1:
        return Report(None, "continued", cue, index, skip(sentence, index + 1, verb), verb)
    if trails and not sentence.is_word(index + 1):
        return Report(None, "continued", cue, index, index, verb, trailing=True)
    return None


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether a participle reports nothing: "said warning shots", "when told of it"."""
    words = sentence.lexicon
    verb = words.verbs[sentence.low(index)]
    before = sentence.low(index - 1)
    if verb.lemma == "accuse" and sentence.low(index + 1) == "of":
        return True  # "the man accused of theft"
    gerund = before in _NEVER_BEFORE_PARTICIPLE or sentence.low(index + 1) == "of"
    if verb.tense == "ing" and gerund:
        return True  # "emails suggesting she knew", "worries about answering", "such reporting"
    if sentence.low(index) in _HEARD and before in _PASSIVE_AFTER:
        return True  # "when told of the crash", "when asked about it"
    if verb.tense != "ing" or not sentence.is_word(index - 1):
        return verb.tense == "ing" and index == 0  # "Announcing the deal, Falk said"
    if before in words.verbs and words.verbs[before].free:
        return True
    joins = before in words.small or before in STATEMENTS or sentence.is_capital(index - 1)
    governs = sentence.low(index + 1) in words.articles | {"to", "that"}
    return verb.kind == "object" and not (joins or governs)


def _ends_with_speaker(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether nothing but a name follows: "The ship, with all on board, sank, said Falk."."""
    if verb.addressed or verb.kind not in {"clause", "that"} or verb.tense == "ing":
        return False
    right = right_phrase(sentence, index, trails=True)
    return right is not None and right.kind == "name" and not sentence.is_word(right.last + 1)


def _said_by(sentence: Sentence, index: int, verb: Verb) -> Report | None:
    """A quotation and "was said by Ines Falk"."""
    begin = index
    while sentence.low(begin - 1) in sentence.lexicon.passive:
        begin -= 1
    phrase = sentence.starting_at(index + 2)
    if phrase is None or begin == index:
        return None
    phrase = sentence.completed(phrase)
    if verb.kind == "label":  # was called "a thief" by Falk, by Falk as "a thief"
        end = phrase.last + 1 if sentence.low(phrase.last + 1) in _AS else phrase.last
        if verb.lemma == "accuse" and sentence.low(end + 1) == "of":
            return Report(phrase, "verb-name", (index, index), begin, end + 1, verb)
        if sentence.quoted(end + 1):
            return Report(phrase, "verb-name", (index, index), begin, end, verb)
    if not sentence.quoted(begin - 1):
        return None
    return Report(phrase, "verb-name", (index, index), begin, phrase.last, verb, trailing=True)


def _quoted_as(sentence: Sentence, index: int) -> int:
    """Where "was quoted as saying" begins; `index` itself for any other cue."""
    if sentence.low(index) != "saying" or sentence.low(index - 1) != "as":
        return index
    for quoted in range(
        index - 2, index - _QUOTED_AS, -1
    ):  # "quoted by state television as saying"
        if sentence.low(quoted) in {"quoted", "cited", "reported"}:
            first = quoted
            while sentence.low(first - 1) in sentence.lexicon.auxiliaries:
                first -= 1
            return first if first < quoted else index
    return index


def _said_by_another(sentence: Sentence, quoting: int, saying: int, verb: Verb) -> Report | None:
    """The report of Falk in "The paper quoted Falk as saying …"."""
    phrase = _quoted_one(sentence, quoting + 1)
    if phrase is None:
        return None
    follows = sentence.is_word(saying + 1) or sentence.quoted(saying + 1)
    if follows or sentence.low(saying + 1) == ":":
        return _forward(sentence, phrase, verb, (saying - 1, saying), shares=False)
    before = next((step for step in range(quoting, -1, -1) if sentence.quoted(step)), None)
    if before is None:
        return None
    return Report(
        phrase, "name-verb", (saying - 1, saying), before + 1, saying, verb, trailing=True
    )


def _quoting(sentence: Sentence, saying: int) -> int:
    """Where somebody quotes another "as saying", by the place of "saying"; 0 where nobody does."""
    if sentence.low(saying) != "saying" or sentence.low(saying - 1) != "as":
        return 0
    if _quoted_as(sentence, saying) != saying:
        return 0  # "was quoted as saying"
    within = range(saying - 2, max(0, saying - _QUOTED_AS_SAYING), -1)
    return next((step for step in within if sentence.low(step) in _QUOTING), 0)


def _as_saying(sentence: Sentence, quoting: int) -> bool:
    """Whether "as saying" follows."""
    return any(
        sentence.low(step) == "as" and sentence.low(step + 1) == "saying"
        for step in range(quoting + 1, quoting + _QUOTED_AS_SAYING)
    )


def _quoted_one(sentence: Sentence, first: int) -> Phrase | None:
    """Whose words are quoted: a phrase, or "him"."""
    low = sentence.low(first)
    head = dict(sentence.lexicon.oblique).get(low)
    if head is not None and sentence.low(first + 1) == "as":
        return Phrase("pronoun", (), None, head, None, definite=True, first=first, last=first)
    phrase = sentence.starting_at(first)
    return sentence.completed(phrase) if phrase else None


def _trails(sentence: Sentence, index: int) -> bool:
    """Whether what ends at `index` can be a report: a quotation, or words and a comma."""
    if sentence.quoted(index):
        return True
    return sentence.low(index) in {",", "–", "—", "-"} and index > 0


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
    end = close_apposition(sentence, phrase.last)
    if trails:
        end = circumstance_end(sentence, end + 1) - 1
        resumed = sentence.low(end + 1) == ":" or is_resumed(sentence, end + 1)
        return Report(phrase, rule, cue, begin, end, verb, trailing=True, resumed=resumed)
    start = skip(sentence, end + 1, verb)
    while sentence.low(start) in {",", ":"} or sentence.low(start) in sentence.lexicon.that:
        start += 1
    return Report(phrase, rule, cue, begin, start - 1, verb)


def _is_plural(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.joint or phrase.plural or (phrase.head in sentence.lexicon.they)


def _forward(
    sentence: Sentence, phrase: Phrase, verb: Verb, cue: tuple[int, int], *, shares: bool
) -> Report | None:
    """A report whose subject stands before its verb; what is said follows, or stood before."""
    if sentence.low(phrase.first - 1) == "how" and sentence.quoted(phrase.first - 3):
        # "“A sore arm,” is how she describes it"
        last = len(sentence) - 1
        return Report(phrase, "name-verb", cue, phrase.first - 2, last, verb, trailing=True)
    absolute = shares and phrase.last == cue[0] - 1 and cue[0] == cue[1]  # "with Falk saying"
    begin = cue[0] if shares and not absolute else owner_begin(sentence, min(phrase.first, cue[0]))
    foreseen = sentence.low(cue[0] - 1) in {"to", "will"}
    emphatic = _emphatic(sentence, cue[0])
    spoken = verb.tense != "base" or foreseen or emphatic or _is_plural(sentence, phrase)
    if not (spoken and _is_asserted(sentence, begin, verb)):
        return None
    rule = "subject" if shares else "name-verb"
    start, marked = report_start(sentence, cue[1] + 1, verb)
    report = Report(phrase, rule, cue, begin, start - 1, verb)
    nothing = not marked and not sentence.is_word(start)
    if _trails(sentence, begin - 1) and not shares:
        behind_quotation = sentence.quoted(begin - 1) or (
            sentence.low(begin - 1) == "," and sentence.quoted(begin - 2)
        )
        glossed = not marked and _is_glossed(sentence, report)
        if glossed or (behind_quotation and (nothing or sentence.quoted(0))):
            report.trailing, report.end = True, circumstance_end(sentence, cue[1] + 1) - 1
            return report
        if nothing and verb.kind not in {"object", "label"}:
            report.trailing, report.resumed = True, is_resumed(sentence, start)
            return report
    if nothing:
        as_said = sentence.low(start) == "," and begin == 1 and sentence.low(0) in _AS
        report.begin, report.end = 0, start
        return report if as_said else None  # "As Falk said, …"
    unmarked = not marked and not sentence.quoted(start)
    report.needs_quotation = unmarked and not reports_unmarked(sentence, start, verb)
    if emphatic == "would" and sentence.low(cue[0] - 1) == emphatic:
        report.needs_quotation = True  # "he would say no", but "he would later say"
    return report


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


def _emphatic(sentence: Sentence, cue: int) -> str:
    """The word that makes a verb's plain form one of the past: "did say", "would often say"."""
    words = sentence.lexicon
    step = cue - 1
    while sentence.low(step) in words.adverbs and cue - step < _ADVERBS:
        step -= 1
    return sentence.low(step) if sentence.low(step) in EMPHATIC else ""


# ------------------------------------------------------------------------- a colon without a verb


def _read_colon(sentence: Sentence, cues: Sequence[int]) -> list[Report]:
    """What a colon introduces without a verb of saying: "Falk: We close."."""
    index = next((cue for cue in cues if sentence.low(cue) == ":"), _COLON_WITHIN)
    if index >= _COLON_WITHIN or any(token.quoted for token in sentence.tokens[:index]):
        return []
    quoted = sentence.quoted(index + 1)
    phrase = sentence.starting_at(0)
    if phrase and phrase.last == index - 1 and phrase.kind != "pronoun":
        return [Report(phrase, "colon", (index, index), 0, index, needs_person=not quoted)]
    subject = sentence.subject(index) or _owner_of_words(sentence, index) if quoted else None
    written = any(
        sentence.low(step) in sentence.lexicon.writings
        for step in range(max(0, index - _WRITING_WITHIN), index)
    )
    if subject and not written and sentence.is_word(index - 1):
        return [Report(subject, "colon", (index, index), 0, index, needs_quotation=True)]
    return []


def _owner_of_words(sentence: Sentence, colon: int) -> Phrase | None:
    """Falk in "Falk's verdict: …"."""
    for index in range(colon - 2, max(-1, colon - _OWN_WORDS), -1):
        if sentence.owns(index):
            last = min(colon, index + _THEIRS)
            spoken = any(sentence.low(step) in _SPOKEN for step in range(index + 1, last))
            return sentence.owner(index) if spoken else None
    return None
