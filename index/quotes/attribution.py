"""The quotes of one sentence, each bound to its speaker by a rule."""

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from index.quote import Quote
from index.quotes.attributed import Attributed
from index.quotes.clauses import reports
from index.quotes.exchanges import Turn, turn_of
from index.quotes.genders import of_object
from index.quotes.people import Speaker
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.placing import FULL_STOP, count_words, place_of
from index.quotes.report import Report
from index.quotes.speakers import Speakers
from index.quotes.units import LONGEST_PROSE, Unit
from index.quotes.unnamed import TEXTS
from index.spans import Span, trim

# How far each rule is to be trusted, 0 to 1.
CONFIDENCE = MappingProxyType(
    {
        "verb-name": 0.98,  # said Ines Falk
        "name-verb": 0.97,  # Falk said
        "according-to": 0.95,
        "colon": 0.9,  # Falk: …
        "interview": 0.9,  # A: …
        "subject": 0.9,  # Falk left, saying …
        "role": 0.85,  # the spokesman said
        "pronoun": 0.85,  # she said
        "continued": 0.8,  # the next sentence in quotation marks
        "beat": 0.7,  # Falk shook her head. “…”
        "unattributed": 0.0,  # nobody is said to have said it
    }
)
_NEVER_IN_FULL = 0.8  # of the rule's confidence, where the article gives no full name
_NEXT_PARAGRAPH = 0.9  # of the rule's confidence, where a quotation goes on in the next paragraph
_SENTENCE = 4  # words that are a sentence of their own
_WHAT = frozenset("what which".split())
# What somebody who has just told of it has written: "the letter said", not "the indictment says".
_OWN = frozenset(
    "letter statement email e-mail post message note memo tweet text letters statements emails "
    "posts messages notes postcard telegram leaflet manifesto diary".split()
)
_HIS = MappingProxyType({"his": "he", "her": "she", "its": "it"})


def attribute(
    unit: Unit,
    said: Sequence[Report],
    number: int,
    speakers: Speakers,
    last: Attributed | None,
    beat: Speaker | None,
    turn: Attributed | None = None,
) -> list[Attributed]:
    """The quotes of one sentence.

    Args:
        unit: the sentence.
        said: what its cues report.
        number: of the sentence.
        speakers: everybody whom the article names.
        last: the quote before.
        beat: who did something just then.
        turn: the last quote of the paragraph before that of `last`.
    """
    found: list[Attributed] = []
    for report in said:
        one = _from_report(unit.sentence, unit, report, number, speakers, last)
        if one is None:
            continue
        if one.speaker:
            speakers.heard(one.speaker, number)
            if report.phrase:
                speakers.leave_open(unit.sentence, report.phrase, one.speaker, number)
        found.append(one)
    if not found and unit.is_all_quoted():
        found = _with_cue_inside(unit, number, speakers) or _without_cue(unit, last, turn)
        if beat:
            found = [_said_by(beat, one) for one in found]
        if found and found[0].speaker:
            speakers.heard(found[0].speaker, number)
    return found


def _with_cue_inside(unit: Unit, number: int, speakers: Speakers) -> list[Attributed]:
    """« Le froid, dit-elle, est une opinion. »: the marks hold the cue as well."""
    inside, found = reports_inside(unit)
    for report in found:
        one = _from_report(inside, unit, report, number, speakers, None)
        if one and one.speaker:
            span = Span(unit.quotations[0].start, unit.quotations[-1].end)
            return [one._replace(quote=replace(one.quote, span=span, kind="direct"))]
    return []


def reports_inside(unit: Unit) -> tuple[Sentence, list[Report]]:
    """What stands between the outermost marks, as a sentence, and the cues that may end it."""
    start, end = unit.quotations[0].start + 1, unit.quotations[-1].end - 1
    if not unit.lexicon.cue_inside_marks or end - start > LONGEST_PROSE:
        start = end
    inside = Sentence(unit.text, Span(start, end), [], unit.lexicon)
    found = [
        report
        for report in reports(inside)
        if report.trailing and report.phrase and report.rule in {"verb-name", "pronoun"}
    ]
    return inside, found


def _from_report(
    sentence: Sentence,
    unit: Unit,
    report: Report,
    number: int,
    speakers: Speakers,
    last: Attributed | None,
) -> Attributed | None:
    text = unit.text
    placed = place_of(text, sentence, report)
    if placed is None:
        return None
    span, kind = placed
    phrase = speakers.understood(report.phrase) if report.phrase else None
    if phrase is None:
        speaker = last.speaker if last else speakers.of_nobody(number)
    else:
        speaker = (
            _writer(phrase, sentence, number, speakers, last)
            or _goes_on(phrase, report, unit, speakers, last)
            or _speaker(report, phrase, sentence, number, speakers)
        )
        if speaker is None and phrase.kind == "role" and not phrase.joint:
            speaker = speakers.somebody(phrase)
    if report.needs_person and (speaker is None or speaker.named_in is None or speaker.group):
        return None
    named = phrase is not None and (phrase.kind == "name" or _is_spelt_out(phrase, speaker))
    rule = report.rule
    if phrase and phrase.kind != "name":
        rule = "role" if phrase.kind == "role" else "pronoun"
    quote = Quote(
        span=span,
        sentences=unit.span,
        kind=kind,
        cue=text[sentence.place(report.cue[0]).start : sentence.place(report.cue[1]).end],
        speaker=(speaker.name or None) if speaker else None,
        role=_role(phrase, speaker),
        attribution="stated" if named else "inferred",
        named_in=_named_in(speaker, unit),
        rule=rule,
        confidence=confidence_of(rule, speaker),
    )
    return Attributed(quote, speaker, unit)


def _speaker(
    report: Report, phrase: Phrase, sentence: Sentence, number: int, speakers: Speakers
) -> Speaker | None:
    if phrase.joint:
        return None
    if phrase.kind == "name":
        return speakers.of_name(phrase, number)
    if phrase.kind == "pronoun":
        whose = _relative_owner(report, sentence)
        if whose:  # "a note from the mayor, in which she urged calm"
            return speakers.of_name(whose, number) if whose.kind == "name" else None
        if sentence.low(report.begin - 1) in _WHAT:  # "Falk denounced what he called a trap"
            named = speakers.named_before(phrase, sentence)
            if named:
                return named[0] if len(named) == 1 else None
        # "Otto had come, she said": whom the report is about does not make it.
        follows = report.clause is not None and report.clause[0] > report.cue[1]
        before = None if report.trailing and not follows else sentence
        return speakers.of_pronoun(phrase, before, number)
    return speakers.of_role(phrase, number)


def _goes_on(
    phrase: Phrase, report: Report, unit: Unit, speakers: Speakers, last: Attributed | None
) -> Speaker | None:
    """Whoever spoke in the sentence before: "Sam Falk said it was late. “…,” he said".

    Only where nobody knows whether that is a man or a woman: then others might be meant too.
    """
    woman = speakers.gender_of(phrase)
    if woman is None or last is None or last.speaker is None or not report.trailing:
        return None
    if of_object(last.unit.sentence) is woman:
        return None  # "She met Sam Falk, who told her it was late."
    same = last.unit.last_paragraph == unit.paragraph
    unknown = last.speaker.woman is None and last.speaker.name and not last.speaker.group
    if not (same and unknown and last.quote.attribution == "stated"):
        return None
    last.speaker.woman = woman
    return last.speaker


def _writer(
    phrase: Phrase,
    sentence: Sentence,
    number: int,
    speakers: Speakers,
    last: Attributed | None,
) -> Speaker | None:
    """Whoever wrote what a text says: "Falk's letter said", or hers of which she spoke last."""
    if phrase.kind != "role" or phrase.head not in TEXTS:
        return None
    owner = next(filter(None, map(sentence.owner, range(phrase.first, phrase.last))), None)
    if owner:
        return speakers.of_name(owner, number)
    pronoun = _HIS.get(sentence.low(phrase.first))
    if pronoun:
        return speakers.of_pronoun(phrase._replace(kind="pronoun", head=pronoun), None, number)
    if last is None or phrase.head not in _OWN or not phrase.definite:
        return None
    told = any(token.low == phrase.head for token in last.unit.sentence.tokens)
    return last.speaker if told else None


def _relative_owner(report: Report, sentence: Sentence) -> Phrase | None:
    """Who stands right before "in which she said"."""
    which = report.begin - 1
    low = sentence.low(which)
    if low != "which" or sentence.low(which - 1) not in sentence.lexicon.prepositions:
        return None
    last = which - 3 if sentence.low(which - 2) == "," else which - 2
    return next((one for one in sentence.phrases() if one.last == last), None)


def _is_spelt_out(phrase: Phrase, speaker: Speaker | None) -> bool:
    """Whether a role is the speaker's own name: "the foreign ministry"."""
    return speaker is not None and speaker.group and phrase.role == speaker.name


def _role(phrase: Phrase | None, speaker: Speaker | None) -> str | None:
    if phrase and phrase.joint:
        return None
    if phrase and phrase.role and (phrase.kind == "name" or speaker is None or not speaker.name):
        return phrase.role
    return speaker.role if speaker else None


def _named_in(speaker: Speaker | None, unit: Unit) -> Span | None:
    if speaker is None or not speaker.name:
        return None
    if unit.text.find(speaker.name, *unit.span) >= 0:
        return unit.span
    return speaker.named_in


def confidence_of(rule: str, speaker: Speaker | None) -> float:
    """How far a rule is trusted, 0 to 1, with the speaker it gave; none where it gave none."""
    if speaker is None or not speaker.name:
        return CONFIDENCE["unattributed"]
    whole = (speaker.group and speaker.named_in is not None) or len(speaker.parts) > 1
    return round(CONFIDENCE[rule] * (1 if whole else _NEVER_IN_FULL), 3)


def _said_by(speaker: Speaker, one: Attributed) -> Attributed:
    """A quotation that somebody said who just did something: Falk shook her head."""
    if one.speaker:
        return one
    quote = replace(
        one.quote,
        speaker=speaker.name,
        role=speaker.role,
        named_in=_named_in(speaker, one.unit),
        rule="beat",
        confidence=confidence_of("beat", speaker),
    )
    return Attributed(quote, speaker, one.unit)


def _without_cue(unit: Unit, last: Attributed | None, turn: Attributed | None) -> list[Attributed]:
    """A sentence that is nothing but a quotation: whoever spoke just before goes on."""
    text = unit.text
    span = Span(unit.quotations[0].start, unit.quotations[-1].end)
    if not FULL_STOP.search(text, max(span.start, span.end - 4), span.end):
        return []
    same = last is not None and last.unit.last_paragraph == unit.paragraph
    following = last is not None and last.unit.last_paragraph == unit.paragraph - 1
    whose = turn_of(unit, turn, last) if last and following else Turn.LAST
    if turn and whose is Turn.OTHER:
        last = turn
    following = (
        last is not None
        and following
        and whose is not Turn.OPEN
        and not (whose is Turn.LAST and _asks(last.quote, text))
    )
    if last and last.speaker and (same or following):
        confidence = round(last.quote.confidence * CONFIDENCE["continued"], 3)
        if not same:
            confidence = round(confidence * _NEXT_PARAGRAPH, 3)
        quote = replace(
            last.quote,
            span=span,
            sentences=Span(last.quote.sentences.start, unit.span.end) if same else unit.span,
            kind="direct",
            attribution="inferred",
            rule="continued",
            confidence=confidence,
        )
        return [Attributed(quote, last.speaker, unit)]
    return _unattributed(unit)


def _asks(quote: Quote, text: str) -> bool:
    """Whether somebody else is to answer."""
    asked = text[slice(*quote.span)].rstrip("\"'”’»").endswith("?")
    return asked or quote.cue.startswith(("ask", "inquire"))


def _unattributed(unit: Unit) -> list[Attributed]:
    """A sentence in quotation marks that nobody is said to say."""
    text = unit.text
    span = Span(unit.quotations[0].start, unit.quotations[-1].end)
    if count_words(text, span) < _SENTENCE:
        return []
    quote = Quote(
        span=span,
        sentences=trim(text, *unit.span),
        kind="direct",
        cue="",
        speaker=None,
        role=None,
        attribution="inferred",
        named_in=None,
        rule="unattributed",
        confidence=CONFIDENCE["unattributed"],
    )
    return [Attributed(quote, None, unit)]
