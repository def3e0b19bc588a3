"""Who is said to say what, within one sentence: its reporting words, subjects and reports.

Grammar only. Whom a surname, a role or a pronoun means is for `index.quotes.speakers`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.quotes.complements import circumstance_end, report_start, reports_unmarked, skip
from index.quotes.english_words import PHRASAL
from index.quotes.lexicon import Lexicon, Verb
from index.quotes.phrases import Phrase, Sentence
from index.quotes.russian_words import OWNERS_OF_OFFICES
from index.quotes.subjects import (
    close_apposition,
    earlier_subject,
    is_passive,
    left_phrase,
    owner_begin,
    right_phrase,
    step_over_adverbs,
)
from index.sentences import ascii_words

_TAIL_WITHIN = 20  # tokens in which a sentence shows who said what is before it
_WHILE = frozenset("when as while before after".split())
_FEWEST_WORDS = 2  # in a report
_DATELINE = 8  # tokens
_COLON_WITHIN = 40  # tokens before the colon of "Falk: …"
_NAME_AND_TITLE = 20  # words; more than before a colon that no quotation follows
_WRITING_WITHIN = 14  # tokens before that colon that may say what the words are written on
_LONGEST_ROLE = 7  # tokens
_QUOTED_AS = 8  # tokens of "was quoted by the paper as"
_QUOTED_AS_SAYING = 16  # tokens of "quoted Falk, the harbour master, as saying"
_PARTICIPLE_AFTER = frozenset("and but then or by as after before while when".split())
_PASSIVE_AFTER = frozenset("when if once as".split())
_HEARD = frozenset("told asked warned informed reminded advised".split())
_ASKED_FIRST = frozenset("asked pressed questioned quizzed challenged".split())
_DOCUMENTS = frozenset(
    "emails documents figures evidence data reports papers footage photographs pictures records "
    "polls research studies rumours rumors claims allegations messages texts".split()
)
_TEXTS = frozenset(
    "affidavit affidavits lawsuit complaint filing filings records documents papers transcript "
    "transcripts report reports study studies survey surveys poll polls memo memos statement "
    "letter email emails e-mail e-mails data estimates figures release ruling indictment testimony "
    "article articles website website page analysis census tally footage video".split()
)
_GLOSSES = frozenset(
    "deal move decision step claim charge allegation suggestion comment remark position figure "
    "plan proposal accusation demand".split()
)
_GLOSS_WORDS = frozenset("words a an something of which language terms echoing".split())
_WORKS = frozenset(
    "memoir memoirs autobiography book novel album single film play essay poem song column blog "
    "series podcast show documentary musical".split()
)
_BEFORE_NOUNS = frozenset("about to on against into from despite than".split())
_ANYBODY = frozenset("those anyone anybody everyone someone somebody others women men".split())
_NOT_ASSERTED = frozenset("if unless whether what who whom which how why".split())
_QUOTING = frozenset("quoted quotes quoting cited cites citing".split())
_AS_TOLD = frozenset("según como comme как".split())
_AS = frozenset("as wie como comme".split())
_OWN_WORDS = 12  # tokens of "Falk's final verdict on it was short:"
_THEIRS = 5  # tokens in which what is said shows: "verdict"
_SPOKEN = frozenset(
    "advice answer appeal assessment comment conclusion excuse explanation message plea reaction "
    "reply response statement verdict view warning words".split()
)
_STATEMENTS = frozenset(
    "statement letter email post tweet message note memo article blog report release".split()
)
_ISSUED = frozenset("from by issued released published signed".split())
_GERMAN_CLAUSE = 16  # tokens
_LONGEST_PAIR = 8  # tokens
_OPPOSED = frozenset("but while whereas although".split())
_SUBORDINATES = frozenset("after when as while since because though although before once".split())
_BEFORE_SUBORDINATE = 3  # tokens: "But soon after"
_CONTRASTS = frozenset("but while whereas although though and as aber während mais pero".split())


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
    end = skip(sentence, after, verb)
    hearer = sentence.starting_at(end) if verb.addressed else None
    if hearer:  # "Falk asked Meyer."
        end = circumstance_end(sentence, hearer.last + 1)
    reported = sentence.low(end) == "," and sentence.low(end + 1) in words.that  # German
    closes = not sentence.is_word(end) and sentence.low(end) != ":" and not reported
    return end if (closes and not sentence.quoted(end)) or sentence.low(end) in _WHILE else None


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
    found = _without_nested(sentence, found)
    if not any(token.quoted for token in sentence.tokens):
        found = [one for one in found if not one.needs_quotation or _joins(sentence, one)]
    for number, report in enumerate(found):
        _delimit(sentence, report, found, number)
    return [report for report in found if report.quotations or report.clause]


def _joins(sentence: Sentence, report: Report) -> bool:
    """Whether a clause of its own begins: ", and Falk accused them of it"."""
    return sentence.low(report.begin - 1) in _CONTRASTS and sentence.low(report.begin - 2) == ","


def _read_cue(sentence: Sentence, index: int, found: list[Report]) -> Report | None:
    token = sentence.tokens[index]
    source = _source(sentence, index) if token.begins_source else 0
    if source and sentence.low(index + source) not in sentence.lexicon.verbs:
        return _read_source(sentence, index, source)
    if token.verb is None:
        return _read_inverted_pronoun(sentence, index) if "-" in token.low else None
    if (token.is_upper and index > 0) or _is_no_verb(sentence, index, token.verb):
        return None
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
        return True
    if low in words.passive and verb.tense in {"past", "participle"}:
        return sentence.low(index + 1) != "by"  # "was told"
    if verb.tense == "ing" or words.code != "en":
        return False
    if low in words.articles:
        return True  # "the report"
    return low in words.prepositions and low not in words.conjunctions and low != "to"


# ----------------------------------------------------------------------------- "according to Falk"


def _source(sentence: Sentence, index: int) -> int:
    """The number of words of a source phrase ("according to") at `index`; 0 where none stands."""
    low = sentence.low(index)
    for words in sentence.lexicon.sources_by_first.get(low, ()):
        if all(sentence.low(index + step) == word for step, word in enumerate(words)):
            return len(words)
    return 0


def _read_source(sentence: Sentence, index: int, length: int) -> Report | None:
    behind = _behind_statement(sentence, index + length)
    phrase = (
        _his(sentence, index, length)
        or sentence.starting_at(behind)
        or _oblique(sentence, behind)
        or _behind_role(sentence, behind)
        or _document(sentence, behind)
    )
    if phrase is None:
        return None
    english = sentence.lexicon.code == "en"
    if english and not sentence.ends_clause(phrase.last + 1):
        return None  # "according to the Falk family"
    phrase = sentence.completed(phrase)
    before = [step for step in range(index) if sentence.is_word(step) or sentence.quoted(step)]
    end = close_apposition(sentence, phrase.last)
    if not before or (
        len(before) == 1 and sentence.low(before[0]) in sentence.lexicon.conjunctions
    ):
        if sentence.low(end + 1) != ",":
            end = phrase.last  # "According to Falk, a deputy went to the scene."
        if sentence.low(end + 1) == ",":
            end += 1
        return Report(phrase, "according-to", (index, index + length - 1), index, end)
    if sentence.lexicon.code == "de" and sentence.low(index - 1) != ",":
        return None  # "so Falk" in mid-clause, "laut" as an adjective
    resumed = sentence.is_word(index - 2) and _is_resumed(sentence, end + 1)
    cue = (index, index + length - 1)
    return Report(phrase, "according-to", cue, index, end, trailing=True, resumed=resumed)


def _document(sentence: Sentence, first: int) -> Phrase | None:
    """What only a text says: "according to a federal affidavit"; nobody's words."""
    for index in range(first, first + _LONGEST_ROLE):
        if sentence.low(index) in _TEXTS:
            role = sentence.words(first, index)
            head = sentence.low(index)
            return Phrase("role", (), role, head, None, definite=False, first=first, last=index)
        if not sentence.is_word(index) or (index > first and sentence.ends_clause(index)):
            break
    return None


def _his(sentence: Sentence, index: int, length: int) -> Phrase | None:
    """Russian: "по его словам", in his words."""
    head = dict(sentence.lexicon.owners).get(sentence.low(index + 1)) if length > 2 else None  # noqa: PLR2004 - with a pronoun between
    if head is None:
        return None
    last = index + length - 1
    return Phrase("pronoun", (), None, head, None, definite=True, first=last, last=last)


def _behind_role(sentence: Sentence, first: int) -> Phrase | None:
    """Russian: the name behind a role in the genitive, "по словам министра Ивана Петрова"."""
    if sentence.lexicon.code != "ru":
        return None
    for index in range(first, first + _LONGEST_ROLE):
        phrase = sentence.starting_at(index) if sentence.is_capital(index) else None
        owner = index > first and sentence.low(index) in OWNERS_OF_OFFICES
        if owner and phrase and phrase.last == index:
            whole, head = sentence.words(first, index), sentence.low(first)
            return Phrase("role", (), whole, head, None, definite=True, first=first, last=index)
        if phrase and phrase.kind == "name":
            role = sentence.words(first, index - 1) if index > first else None
            return phrase._replace(role=phrase.role or role, first=first)
        if not sentence.is_word(index):
            break
    return None


def _behind_statement(sentence: Sentence, first: int) -> int:
    """Behind "a statement from", where that is what words are taken from; else `first`."""
    step = first
    if sentence.low(step) in sentence.lexicon.articles:
        step += 1
    if sentence.low(step) not in _STATEMENTS:
        step += 1  # "a joint statement"
    if sentence.low(step) not in _STATEMENTS or sentence.low(step + 1) not in _ISSUED:
        return first
    while sentence.low(step + 1) in _ISSUED:
        step += 1
    return step + 1


def _oblique(sentence: Sentence, index: int) -> Phrase | None:
    """A pronoun as a preposition governs it ("him"), read as the subject it stands for."""
    low = sentence.low(index)
    head = dict(sentence.lexicon.oblique).get(low)
    if head is None or sentence.is_word(index + 1):
        return None
    return Phrase("pronoun", (), None, head, None, definite=True, first=index, last=index)


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
    if sentence.low(index + 1) == "by" and verb.tense == "past":
        return _said_by(sentence, index, verb)
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
    phrase: Phrase | None
    if shares:
        phrase = earlier_subject(sentence, index, [report.phrase for report in found])
    elif cue[0] != index or verb.tense == "participle":
        phrase = _behind_that(sentence, index) or sentence.subject(cue[0])
    else:
        phrase = left_phrase(sentence, left)
    trails = _trails(sentence, left)
    elsewhere = shares and trails and verb.tense != "ing" and phrase and phrase.last < left
    if sentence.lexicon.capital_nouns and phrase:
        report = _read_german(sentence, index, verb, phrase, begin=left + 1, trails=trails)
        if report:
            return report
    if phrase is None or elsewhere or (trails and _ends_with_speaker(sentence, index, verb)):
        right = right_phrase(sentence, index, trails=trails)
        if right:
            return _inverted(sentence, right, verb, cue, left + 1, trails=trails)
    if phrase:
        return _forward(sentence, phrase, verb, cue, shares=shares)
    return _without_subject(sentence, index, verb, cue, trails=trails)


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
    if verb.tense == "ing" and (before in _DOCUMENTS | _BEFORE_NOUNS | _ANYBODY):
        return True  # "published emails suggesting she had known", "worries about answering"
    if sentence.low(index) in _HEARD and before in _PASSIVE_AFTER:
        return True  # "when told of the crash", "when asked about it"
    if verb.tense != "ing" or not sentence.is_word(index - 1):
        return verb.tense == "ing" and index == 0  # "Announcing the deal, Falk said"
    if before in words.verbs and words.verbs[before].free:
        return True
    joins = before in words.small or before in _STATEMENTS or sentence.is_capital(index - 1)
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
        resumed = sentence.low(end + 1) == ":" or _is_resumed(sentence, end + 1)
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
    absolute = shares and phrase.last == cue[0] - 1 and cue[0] == cue[1]  # "with Falk saying"
    begin = cue[0] if shares and not absolute else owner_begin(sentence, min(phrase.first, cue[0]))
    foreseen = sentence.low(cue[0] - 1) in {"to", "will"}
    spoken = verb.tense != "base" or foreseen or _is_plural(sentence, phrase)
    if sentence.low(begin - 1) in _NOT_ASSERTED or not spoken:
        return None
    rule = "subject" if shares else "name-verb"
    start, marked = report_start(sentence, cue[1] + 1, verb)
    report = Report(phrase, rule, cue, begin, start - 1, verb)
    nothing = not marked and not sentence.is_word(start)
    if _trails(sentence, begin - 1) and not shares:
        behind_quotation = sentence.quoted(begin - 1) or (
            sentence.low(begin - 1) == "," and sentence.quoted(begin - 2)
        )
        if behind_quotation and (nothing or sentence.quoted(0)):
            report.trailing, report.end = True, circumstance_end(sentence, cue[1] + 1) - 1
            return report
        if nothing and verb.kind not in {"object", "label"}:
            report.trailing, report.resumed = True, _is_resumed(sentence, start)
            return report
    if nothing:
        as_said = sentence.low(start) == "," and begin == 1 and sentence.low(0) in _AS
        report.begin, report.end = 0, start
        return report if as_said else None  # "As Falk said, …"
    unmarked = not marked and not sentence.quoted(start)
    report.needs_quotation = unmarked and not reports_unmarked(sentence, start, verb)
    return report


def _is_resumed(sentence: Sentence, index: int) -> bool:
    """Whether a report goes on behind its cue: "The wall, she said, will hold"."""
    if sentence.low(index) != ",":
        return False
    words = sentence.lexicon
    if sentence.low(index + 1) in {"and", "but"}:  # and more is said, not: and somebody did more
        low = sentence.low(index + 2)
        return low in words.articles or low in {"not", "there"}
    return sentence.low(index + 1) not in words.conjunctions and not _is_participle(
        sentence, index + 1
    )


def _is_participle(sentence: Sentence, index: int) -> bool:
    low = sentence.low(index)
    return low.endswith("ing") or low in sentence.lexicon.relatives or _source(sentence, index) > 0


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


# ---------------------------------------------------------------------------------- who gets what


def _without_nested(sentence: Sentence, found: list[Report]) -> list[Report]:
    """Without reports inside another's report ("Falk said Meyer had told her to go")."""
    kept: list[Report] = []
    for report in found:
        if not kept or not _is_nested(sentence, report, kept[-1]):
            kept.append(report)
    return kept


def _is_nested(sentence: Sentence, report: Report, outer: Report) -> bool:
    if outer.trailing or report.begin <= outer.end:
        return False
    if _subordinate_end(sentence, outer, len(sentence)) == report.begin - 1:
        return False  # "While Falk said it was late, Meyer said it was not"
    if report.trailing:  # Falk said …, according to the paper: hers, at second hand
        return report.rule == "according-to"
    if outer.needs_quotation or report.rule in {"subject", "continued"}:
        return False
    before = sentence.low(report.begin - 1)
    joint = report.phrase is not None and report.phrase.joint
    for step in range(report.begin - 1, report.begin - _LONGEST_PAIR if joint else 0, -1):
        if sentence.low(step) in _OPPOSED:  # "but Falk and Meyer say"
            report.begin = step + 1
            return False
        if not sentence.is_word(step):
            break
    return joint or not (before in _CONTRASTS or before in {";", ":"})


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
        if sentence.low(floor) in _ASKED_FIRST and report.clause is None and not adjacent:
            return  # "Asked if she was sorry, Falk answered."
        german = sentence.lexicon.capital_nouns and report.verb and report.verb.kind == "label"
        if german and adjacent:
            report.quotations = report.quotations[-1:]  # Falk hatte das „gut“ genannt
        elif not adjacent or not _only_quotations(sentence, before, report.quotations):
            last = behind[-1] if report.resumed and behind else report.begin - 1
            report.clause = _words_between(sentence, floor, last)
        return
    report.quotations = [i for i in behind if sentence.quoted(i) and i not in taken]
    if report.needs_quotation:
        return
    until = _subordinate_end(sentence, report, _relative_end(sentence, report, until))
    last = _gloss_begin(sentence, report, until) - 1
    report.quotations = [i for i in report.quotations if i <= last]
    report.clause = _words_between(sentence, report.end + 1, last)
    if _only_quotations(sentence, behind, report.quotations):
        report.clause = None


def _relative_end(sentence: Sentence, report: Report, until: int) -> int:
    """Where the relative clause ends that a report stands in: "Falk, who said …, has left"."""
    phrase = report.phrase
    if phrase is None or phrase.last >= report.cue[0]:
        return until
    words = sentence.lexicon
    first = phrase.last + (2 if sentence.low(phrase.last + 1) == "," else 1)
    between = range(first + 1, report.cue[0])
    if sentence.low(first) not in words.relatives or not all(
        sentence.low(index) in words.auxiliaries or sentence.low(index) in words.adverbs
        for index in between
    ):
        return until
    for comma in range(until - 1, report.end, -1):
        if sentence.low(comma) == "," and sentence.low(comma + 1) in words.auxiliaries:
            return comma
    return until


def _subordinate_end(sentence: Sentence, report: Report, until: int) -> int:
    """Where the clause ends that opens the sentence: "After Falk said it was late, Meyer left"."""
    opens = [sentence.low(step) in _SUBORDINATES for step in range(min(report.begin, 9))]
    if True not in opens[: _BEFORE_SUBORDINATE + 1] or opens.index(True) < report.begin - 1:
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


def _gloss_begin(sentence: Sentence, report: Report, until: int) -> int:
    """Where the reporter's own gloss begins: "… for a million, a deal that would end it"."""
    for index in range(report.end + 1, until - 1):
        if sentence.low(index + 1) in _GLOSS_WORDS and sentence.closes_with_comma(index):
            return index + 1  # that "it has no limits," words that others have used
    for comma in range(report.end + 1, until - 3):
        if (
            sentence.low(comma) == ","
            and sentence.low(comma + 1) in {"a", "an"}
            and sentence.low(comma + 2) in _GLOSSES
            and sentence.low(comma + 3) in {"that", "which", "he", "she", "they", "it"}
        ):
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
    return (first, last) if words >= _FEWEST_WORDS else None
