"""Who is said to say what, within one sentence: its reporting words, subjects and reports.

Grammar only. Whom a surname, a role or a pronoun means is for `index.quotes.speakers`.
"""

from index.quotes.borders import delimit, in_aside, joins, without_nested
from index.quotes.circumstances import skip
from index.quotes.colons import read_colon
from index.quotes.complements import source_length
from index.quotes.english_words import PHRASAL
from index.quotes.hearings import read_hearing
from index.quotes.joined import shared_over
from index.quotes.lexicon import Verb
from index.quotes.orders import forward, inverted, trails
from index.quotes.participles import follows_from_thing, is_adjective
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.secondhand import QUOTING, as_saying, quoted_as, quoting, said_by, said_by_another
from index.quotes.signs import determiners, govern_nouns, selves
from index.quotes.sources import STATEMENTS, read_source
from index.quotes.subjects import (
    EMPHATIC,
    SHARING,
    earlier_subject,
    is_passive,
    left_phrase,
    right_phrase,
    step_over_adverbs,
)
from index.quotes.tails import is_deed_of_past
from index.quotes.tokens import GENITIVES
from index.quotes.unnamed import TEXTS, opens_as_several, speaker_before, speaker_behind
from index.quotes.unsaid import is_withheld, says_nothing

_PASSIVE_AFTER = frozenset("when if once as".split())
_HEARD = frozenset("told asked warned informed reminded advised".split())
_DOCUMENTS = frozenset(
    "emails documents figures evidence data reports papers footage photographs pictures records "
    "polls research studies rumours rumors claims allegations messages texts text draft media "
    "online petition resolution letter letters".split()
)
_BEFORE_NOUNS = frozenset("about to on against into from despite than".split())
_BEFORE_GERUND = frozenset(
    "such no any every each further more much this that first second third".split()
)
_DAYS = frozenset("on in this last late".split())
_ANYBODY = frozenset("those anyone anybody everyone someone somebody others women men".split())
_NEVER_BEFORE_PARTICIPLE = _DOCUMENTS | _BEFORE_NOUNS | _ANYBODY | _BEFORE_GERUND
_TIMES_SAID = frozenset("appeals claims calls demands reports warnings charges promises".split())
_COUNTS = frozenset("some all these those more no repeated further earlier new recent loud".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten several many few".split())
_REFERRED = 12  # tokens
_AS_TOLD = frozenset("según como comme как".split())
_GERMAN_CLAUSE = 16  # tokens


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
        found += read_colon(sentence, cues)
    found = without_nested(sentence, found)
    if not sentence.holds_quotation:
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
    passed = (
        (token.is_upper and index > 0)
        or _is_no_verb(sentence, index, token.verb)
        or is_adjective(sentence, index, token.verb)
    )
    if passed or token.verb.lemma == "hear":
        return read_hearing(sentence, index)
    if token.low in QUOTING and as_saying(sentence, index):
        return None  # they are not the words of whoever quotes them
    quoted = quoting(sentence, index)
    if quoted:
        return said_by_another(sentence, quoted, index, token.verb)
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
    nobody = low in govern_nouns(words) or low in selves(words)
    return low in determiners(words) or (verb.tense != "ing" and nobody)


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
        return said_by(sentence, index, verb)  # but not "said by telephone"
    left = _behind_as(sentence, step_over_adverbs(sentence, index - 1))
    words = sentence.lexicon
    silent = is_passive(sentence, index) or _is_adjective(sentence, index)
    silent = silent or says_nothing(sentence, index, verb)
    if left is None or silent or _is_parted(sentence, index, verb) or _is_counted(sentence, index):
        return None
    cue = (quoted_as(sentence, index), index)
    governs = _preposition(sentence, index, verb)
    if governs:
        cue = (cue[0], governs)
    elif verb.lemma in {"call", "appeal"}:
        verb = verb._replace(kind="label")
    participle = verb.tense == "ing" and sentence.low(index - 1) not in words.auxiliaries
    shares = cue[0] == index and (
        participle
        or sentence.low(left) in SHARING
        or _says_then(sentence, left, found)
        or (verb.tense == "past" and bool(found) and shared_over(sentence, left))
    )
    chained = _is_chained(sentence, left, verb, found)
    shares = shares or (chained and cue[0] == index)
    phrase = _subject(sentence, cue, left, verb, found if shares else None)
    trailing = trails(sentence, left)
    elsewhere = (
        shares
        and not chained
        and trailing
        and verb.tense != "ing"
        and phrase
        and phrase.last < left
    )
    if sentence.lexicon.capital_nouns and phrase:
        report = _read_german(sentence, index, verb, phrase, begin=left + 1, trails=trailing)
        if report:
            return report
    # "…, called the mayor “a clown”": only what is quoted is called by somebody behind the verb.
    closed = sentence.quoted(left) or sentence.quoted(left - 1)
    may_invert = words.code != "en" or verb.kind != "label" or closed or not trailing
    behind = phrase is None or elsewhere
    behind = behind or (trailing and _ends_with_speaker(sentence, index, verb))
    if behind and may_invert:
        right = right_phrase(sentence, index, trails=trailing)
        if right is None and phrase is None and trailing and verb.lemma != "tell":
            right = speaker_behind(sentence, index, verb)
        if right and (verb.tense != "base" or words.code != "en" or _are_several(sentence, right)):
            return inverted(sentence, right, verb, cue, left + 1, trails=trailing)
    if phrase:
        report = forward(sentence, phrase, verb, cue, shares=shares)
        if report and verb.tense == "ing" and all(phrase is not one.phrase for one in found):
            report.needs_person = follows_from_thing(verb, phrase)
        return report
    return _without_subject(sentence, index, verb, cue, trails=trailing)


def _preposition(sentence: Sentence, index: int, verb: Verb) -> int:
    """Where the preposition of a verb stands, also behind a day: "warned on Sunday of"; else 0."""
    if not verb.prepositions:
        return 0
    step = index + 1
    times = sentence.lexicon.times
    if sentence.low(step) in _DAYS and sentence.low(step + 1) in times:
        step += 2  # "called on Monday for calm"
    elif sentence.low(step) in times:
        step += 1
    return step if sentence.low(step) in verb.prepositions else 0


def _is_parted(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether the words are missing with which alone a verb reports: "point" without "out"."""
    particle = PHRASAL.get(verb.lemma)
    if particle and sentence.low(index + 1) != particle:
        return True
    if verb.lemma in {"go", "put"}:  # "she went on, “…”", not "she went on stage"
        show = verb.lemma == "go" and sentence.quoted(index + 2)  # "went on “The Morning Show”"
        return show or (sentence.is_word(index + 2) and not _this_way(sentence, index + 2))
    within = range(index + 2, index + _REFERRED)  # "referred to it as “the swamp”"
    return verb.lemma == "refer" and all(sentence.low(step) != "as" for step in within)


def _is_chained(sentence: Sentence, left: int, verb: Verb, found: list[Report]) -> bool:
    """Whether a verb goes on with what its subject did: "vowed to stay, called it “a trap” and"."""
    if sentence.low(left) != "," or verb.tense != "past" or verb.kind != "label":
        return False
    if not found:  # "Falk attacked the judge, called the case “a trap” and left"
        subject = sentence.subject(left)
        acted = subject is not None and is_deed_of_past(sentence, subject.last + 1)
        return acted and left_phrase(sentence, left) is None
    if found[-1].trailing:
        return False
    asked = sentence.low(found[-1].end + 1) in {"to", "not"}
    return asked and not found[-1].needs_quotation


def _says_then(sentence: Sentence, left: int, found: list[Report]) -> bool:
    """Whether whoever just spoke speaks again: "insisted it was late, then said it was not"."""
    then = sentence.low(left) == "," and sentence.low(left + 1) == "then"
    return then and bool(found) and not found[-1].trailing


def _this_way(sentence: Sentence, index: int) -> bool:
    """Whether "this way" is all that stands before a colon: "Falk put it this way: …"."""
    way = sentence.low(index) == "this" and sentence.low(index + 1) == "way"
    return way and sentence.low(index + 2) == ":"


def _are_several(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a plain form fits a subject behind it: "say officials"; not "Volunteer Ada Roe"."""
    return phrase.joint or phrase.plural or phrase.head in sentence.lexicon.they


def _subject(
    sentence: Sentence, cue: tuple[int, int], left: int, verb: Verb, found: list[Report] | None
) -> Phrase | None:
    """Who stands before a verb; `found`: the reports with one of which it shares its subject."""
    index = cue[1]
    while sentence.tokens[index].verb is None:
        index -= 1  # "warned on Sunday of"
    if found is not None:
        pairs = zip(found, [None, *found], strict=False)
        own = [one for one, outer in pairs if not (outer and in_aside(sentence, one, outer))]
        return earlier_subject(sentence, index, [report.phrase for report in own])
    if cue[0] != index or verb.tense == "participle":
        return _behind_that(sentence, index) or sentence.subject(cue[0])
    phrase = left_phrase(sentence, left)
    if phrase and sentence.low(phrase.first - 1) == "not":  # "It was Falk, not Brandt, who said"
        other = sentence.low(phrase.first - 2) == ","
        phrase = sentence.ending_at(phrase.first - 3) if other else None
    if phrase is None or (verb.tense == "base" and opens_as_several(sentence, phrase)):
        phrase = speaker_before(sentence, index, left, verb)
    reads = phrase and verb.lemma == "read" and phrase.head not in TEXTS
    return None if reads else phrase  # Falk read "the last chapter"


def _is_counted(sentence: Sentence, index: int) -> bool:
    """Whether a noun is told how often: "two states", "two Skarn appeals", "some Falk claims"."""
    if sentence.low(index - 1) in _NUMBERS and sentence.low(index).endswith("s"):
        return True
    if sentence.low(index) not in _TIMES_SAID:
        return False
    first = index - 1
    while sentence.is_capital(first):
        first -= 1
    return index - first > 1 and sentence.low(first) in _COUNTS | _NUMBERS


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
        return forward(sentence, pronoun, verb, (index, index + 1), shares=False)
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
    if verb.lemma in {"accuse", "ask"} and sentence.low(index + 1) == "of":
        return True  # "the man accused of theft", "what was asked of him"
    if verb.tense != "ing":  # "when told of the crash", "when asked about it"
        return sentence.low(index) in _HEARD and before in _PASSIVE_AFTER
    gerund = before in _NEVER_BEFORE_PARTICIPLE or (
        sentence.low(index + 1) == "of"
        and sentence.is_word(index - 1)  # but ", warning of a flood"
        and (verb.lemma != "complain" or before.endswith("s"))
    )
    gerund = gerund or before.endswith(GENITIVES)  # "his side's defending"
    if gerund or is_withheld(sentence, index, verb):
        return True  # "emails suggesting she knew", "worries about answering", "such reporting"
    if not sentence.is_word(index - 1):
        return index == 0  # "Announcing the deal, Falk said"
    if before in words.verbs and words.verbs[before].free:
        return True
    joins = before in words.small or before in STATEMENTS or sentence.is_capital(index - 1)
    after = sentence.low(index + 1)
    governs = after in words.articles or after in {"to", "that"}
    return verb.kind == "object" and not (joins or governs)


def _ends_with_speaker(sentence: Sentence, index: int, verb: Verb) -> bool:
    """Whether nothing but a name follows: "The ship, with all on board, sank, said Falk."."""
    if verb.addressed or verb.kind not in {"clause", "that"} or verb.tense == "ing":
        return False
    right = right_phrase(sentence, index, trails=True)
    return right is not None and right.kind == "name" and not sentence.is_word(right.last + 1)
