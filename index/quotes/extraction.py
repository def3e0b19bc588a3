"""Who said what: the utterances in an article, each with its speaker.

Quotation marks (`marks`) and sentences are found first; each sentence is read for reporting words
and their subjects (`clauses`, with the tables of `cues`); subjects become people (`speakers`) in
the order of the text. Linear in its length.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, NamedTuple

from index.quote import Quote
from index.quotes.clauses import reports
from index.quotes.context import Context
from index.quotes.cues import lexicon_for
from index.quotes.interviews import Turn, guest_of, turns
from index.quotes.lexicon import Lexicon
from index.quotes.marks import quotations
from index.quotes.people import Speaker
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.speakers import Speakers
from index.quotes.units import LONGEST_PROSE, MAY_REPORT, WORD, Unit, units_of
from index.quotes.unnamed import TEXTS
from index.sentences import Paragraph, split_sentences
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

_INTRODUCTION = 12  # sentences that say whom an interview is with
_PHRASE = 3  # words in quotation marks that are an utterance, not one quoted word
_PHRASE_ALONE = 0.5  # of a clause's words that are quoted, for the quotation to stand alone
_SENTENCE = 4  # words that are a sentence of their own
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FULL_STOP = re.compile(r"[.!?…。！？,][\"'”’»›«‹“‘」』]*$")
_MARKED = re.compile(r"``|[\"'“”„«»‹›「『‘‚]")
_WHERE_SHOWN = frozenset("on in at from for of".split())
_WHAT = frozenset("what which".split())
_HIS = MappingProxyType({"his": "he", "her": "she", "its": "it"})
_NAMING = frozenset("call describe brand label dub denounce dismiss condemn slam blast".split())
_HEADLINE_WORD = 4  # letters; a headline in capitals spells even such words with one


class _Attributed(NamedTuple):
    """A quote with whom it was bound to, for what follows it."""

    quote: Quote
    speaker: Speaker | None
    unit: Unit


def find_quotes(
    text: str,
    *,
    title: str = "",
    lang: str | None = None,
    split: Sequence[Paragraph] | None = None,
    traits: Sequence[int] | None = None,
) -> list[Quote]:
    """The utterances in an article's text, in order of their beginning.

    Args:
        text: the article's.
        title: gives names only.
        lang: ISO 639-1, told from the text where absent.
        split: what `split_sentences` makes of the text, where that is known already.
        traits: of each of its sentences, what its `Clusters` say, with the signs of `lang`.
    """
    lexicon = lexicon_for(text, lang)
    split = split or split_sentences(text)
    if traits is None or not lexicon.signs:
        traits = [MAY_REPORT] * sum(len(sentences) for _, sentences in split)
    borders = [paragraph.span for paragraph in split]
    marked = [span for span in quotations(text, borders) if WORD.search(text, *span)]
    if not (marked or any(map(MAY_REPORT.__and__, traits))):
        return []
    units = list(units_of(text, split, traits, marked, lexicon))
    interview = _Interview(text, title, split, units)
    said, speaking = _reported(units, interview)
    if not speaking:
        return []  # nobody need be known
    context = _context(units, said, speaking, interview, lexicon)
    speakers = _named(context, units, interview, title, lexicon)
    found: list[Quote] = []
    last: _Attributed | None = None
    beat: Speaker | None = None  # who alone did something in the sentence before
    uncued = {n for n in speaking if n not in said and n and _follows(units[n - 1], units[n])}
    for number, unit in enumerate(units):
        attributed: Sequence[_Attributed] = ()
        speakers.until = unit.span.end
        if unit in interview and number not in said:
            attributed = interview.attribute(unit, speakers, number)
        elif number in said or unit.quotations:
            before = None if beat else last
            attributed = _attribute(unit, said.get(number, ()), number, speakers, before, beat)
        found += [one.quote for one in attributed]
        if attributed:
            last = attributed[-1]
        elif last and last.quote.rule == "colon" and _goes_on(text, last, unit):
            last = _extended(text, last, unit)
            found[-1] = last.quote
        elif number > speaking[-1]:
            break  # nobody asks any more whom the article is about
        elif last:
            last = None  # another sentence came between
        beat = None
        if number in context.numbers and number < speaking[-1]:
            told = bool(attributed) or unit in interview
            known = any(one.speaker for one in attributed) or unit in interview
            speakers.follow(unit.sentence, number, spoken=known)
            beat = (
                speakers.alone(unit.sentence, number) if number + 1 in uncued and not told else None
            )
    return sorted(found, key=lambda quote: quote.span)


def _reported(
    units: Sequence[Unit], interview: "_Interview"
) -> tuple[dict[int, list[Report]], list[int]]:
    """What the sentences report, and the numbers of those in which somebody speaks."""
    said: dict[int, list[Report]] = {}
    speaking: list[int] = []
    for number, unit in enumerate(units):
        if unit in interview:
            speaking.append(number)
            asked = unit.reports() if interview.asks(unit) and unit.traits & MAY_REPORT else []
            asked = [one for one in asked if one.rule != "colon" and one.phrase]
            if asked:  # "Reuters: The minister said it was late. What do you say?"
                said[number] = asked
        elif unit.traits & MAY_REPORT or unit.quotations:
            found = unit.reports()
            if found:
                said[number] = found
            if found or unit.is_all_quoted():
                speaking.append(number)
    return said, speaking


def _context(
    units: Sequence[Unit],
    said: Mapping[int, Sequence[Report]],
    speaking: Sequence[int],
    interview: "_Interview",
    lexicon: Lexicon,
) -> Context:
    """The sentences that tell who speaks."""
    context = Context(
        [unit.span.of(unit.text) for unit in units], lambda number: units[number].sentence, lexicon
    )
    for number in speaking:
        if number in said or units[number] not in interview:
            context.add(number, said.get(number) or _reports_inside(units[number])[1])
            if number not in said and number and _follows(units[number - 1], units[number]):
                context.add_before(number)
    for number in interview.introduced_in:
        context.add(number, [])
    return context


def _named(
    context: Context,
    units: Sequence[Unit],
    interview: "_Interview",
    title: str,
    lexicon: Lexicon,
) -> Speakers:
    """Everybody whom the sentences that matter name, and the title."""
    speakers = Speakers(lexicon)
    for number in sorted(context.numbers):
        speakers.read(units[number].sentence, units[number].span)
    headline = Sentence(title, Span(0, min(len(title), LONGEST_PROSE)), [], lexicon)
    sentence_case = _is_sentence_case(title)
    if sentence_case:
        speakers.read(headline, None)
    elif interview.guest:
        speakers.read(Sentence(interview.guest, Span(0, len(interview.guest)), [], lexicon), None)
    speakers.settle(None if sentence_case else headline)
    for label in interview.askers:
        asker = speakers.of_label(label)
        if asker:
            asker.asks = True
    return speakers


class _Interview:
    """The turns of an interview, by the paragraphs that hold them."""

    def __init__(
        self, text: str, title: str, split: Sequence[Paragraph], units: Sequence[Unit]
    ) -> None:
        spans = [paragraph.span for paragraph in split]
        found = turns(text, spans, title) if ":" in text else []
        self._turns = {number: one for one in found for number in range(one.first, one.last + 1)}
        self._said: set[Turn] = set()
        self._begins = found[0].whole.start if found else 0
        self._title = title
        self.guest = guest_of(title[:LONGEST_PROSE]) if found else None
        self.askers = sorted({one.label for one in found if one.asks})
        outside = [n for n, unit in enumerate(units) if unit.paragraph not in self._turns]
        self.introduced_in = outside[:_INTRODUCTION] if found else []

    def __contains__(self, unit: Unit) -> bool:
        return unit.paragraph in self._turns

    def asks(self, unit: Unit) -> bool:
        """Whether a sentence is the interviewer's."""
        turn = self._turns.get(unit.paragraph)
        return turn is not None and turn.asks

    def attribute(self, unit: Unit, speakers: Speakers, number: int) -> list[_Attributed]:
        """The whole answer, at its first sentence; nothing at the others, or of a question."""
        turn = self._turns.get(unit.paragraph)
        if turn is None or turn.asks or turn in self._said:
            return []
        self._said.add(turn)
        speaker = (
            speakers.interviewed(self.guest or self._title, self._begins)
            if turn.names_nobody
            else speakers.of_label(turn.label)
        )
        if speaker:
            speakers.heard(speaker, number)
        quote = Quote(
            span=turn.span,
            sentences=turn.whole,
            kind="direct",
            cue=turn.label,
            speaker=speaker.name if speaker else None,
            role=speaker.role if speaker else None,
            attribution="inferred" if turn.names_nobody or speaker is None else "stated",
            named_in=speaker.named_in if speaker else None,
            rule="interview" if speaker else "unattributed",
            confidence=_confidence("interview", speaker),
        )
        return [_Attributed(quote, speaker, unit)]


def _is_sentence_case(title: str) -> bool:
    """Whether capitals in a headline mean names."""
    words = [word for word in WORD.findall(title[:LONGEST_PROSE]) if len(word) >= _HEADLINE_WORD]
    lower = sum(1 for word in words if word[0].islower())
    return lower * 2 > len(words)


# ------------------------------------------------------------------------------------ attribution


def _attribute(
    unit: Unit,
    said: Sequence[Report],
    number: int,
    speakers: Speakers,
    last: _Attributed | None,
    beat: Speaker | None,
) -> list[_Attributed]:
    """The quotes of one sentence; `last`: the quote before; `beat`: who did something just then."""
    found: list[_Attributed] = []
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
        found = _with_cue_inside(unit, number, speakers) or _without_cue(unit, last)
        if beat:
            found = [_said_by(beat, one) for one in found]
        if found and found[0].speaker:
            speakers.heard(found[0].speaker, number)
    return found


def _with_cue_inside(unit: Unit, number: int, speakers: Speakers) -> list[_Attributed]:
    """« Le froid, dit-elle, est une opinion. »: the marks hold the cue as well."""
    inside, found = _reports_inside(unit)
    for report in found:
        one = _from_report(inside, unit, report, number, speakers, None)
        if one and one.speaker:
            span = Span(unit.quotations[0].start, unit.quotations[-1].end)
            return [one._replace(quote=replace(one.quote, span=span, kind="direct"))]
    return []


def _reports_inside(unit: Unit) -> tuple[Sentence, list[Report]]:
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
    last: _Attributed | None,
) -> _Attributed | None:
    text = unit.text
    placed = _place(text, sentence, report)
    if placed is None:
        return None
    span, kind = placed
    phrase = speakers.understood(report.phrase) if report.phrase else None
    if phrase is None:
        speaker = last.speaker if last else speakers.of_nobody(number)
    else:
        speaker = _writer(phrase, sentence, number, speakers, last) or _speaker(
            report, phrase, sentence, number, speakers
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
        confidence=_confidence(rule, speaker),
    )
    return _Attributed(quote, speaker, unit)


def _place(
    text: str, sentence: Sentence, report: Report
) -> tuple[Span, Literal["direct", "reported"]] | None:
    """Where the utterance stands; a few quoted words inside a clause are part of the clause."""
    quoted = [sentence.place(index) for index in report.quotations]
    governed = len(quoted) == 1 and report.quotations[0] == report.cue[1] + 1
    if governed and _is_work(text, quoted[0]):
        return None  # Falk wrote "The Long Way Home"
    first = report.quotations[0] if quoted else 0
    if first and sentence.low(first - 1) in _WHERE_SHOWN and _is_titled(text, quoted[0]):
        return None  # On "The Morning Show," Falk responded to the board.
    words = sum(_count_words(text, span) for span in quoted)
    if report.clause and words < _PHRASE_ALONE * _clause_words(text, sentence, report):
        words = 0  # the clause says more than its quotation
    named = report.verb is not None and report.verb.lemma in _NAMING
    if named and quoted and not report.trailing and not _is_name(text, quoted[0]):
        words = max(words, _PHRASE)  # "called it “a disgrace”"
    if quoted and (words >= _PHRASE or not (report.clause or report.needs_quotation)):
        return Span(quoted[0].start, quoted[-1].end), "direct"
    if report.clause is None:
        return None
    first, last = report.clause
    verbatim = report.rule == "colon"  # "Falk: We close."
    span = Span(sentence.place(first).start, sentence.place(last).end)
    return span, "direct" if verbatim else "reported"


def _is_name(text: str, span: Span) -> bool:
    """Whether a quotation is one word with a capital: "called the boat “Heron”"."""
    words = WORD.findall(text, *span)
    return len(words) == 1 and words[0][0].isupper()


def _clause_words(text: str, sentence: Sentence, report: Report) -> int:
    """The number of words in a reported clause, its quotations included."""
    first, last = report.clause or (0, -1)
    return _count_words(text, Span(sentence.place(first).start, sentence.place(last).end))


def _is_work(text: str, span: Span) -> bool:
    """Whether a quotation is spelt like the title of a book, a song or a film."""
    ends = _FULL_STOP.search(text, max(span.start, span.end - 3), span.end)
    return ends is None and _is_titled(text, span)


def _is_titled(text: str, span: Span) -> bool:
    """Whether all longer words of a quotation have a capital."""
    words = [word for word in WORD.findall(text, *span) if len(word) >= _HEADLINE_WORD]
    return (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and not any(word.isupper() for word in words)
    )


def _count_words(text: str, span: Span) -> int:
    if _CJK.search(text, *span):
        return span.end - span.start
    return len(WORD.findall(text, *span))


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


def _writer(
    phrase: Phrase,
    sentence: Sentence,
    number: int,
    speakers: Speakers,
    last: _Attributed | None,
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
    told = last and any(token.low == phrase.head for token in last.unit.sentence.tokens)
    return last.speaker if last and told and phrase.definite else None


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


def _confidence(rule: str, speaker: Speaker | None) -> float:
    if speaker is None or not speaker.name:
        return CONFIDENCE["unattributed"]
    whole = (speaker.group and speaker.named_in is not None) or len(speaker.parts) > 1
    return round(CONFIDENCE[rule] * (1 if whole else _NEVER_IN_FULL), 3)


def _goes_on(text: str, last: _Attributed, unit: Unit) -> bool:
    """Whether a speaker named by a colon, without quotation marks, still speaks."""
    return last.unit.paragraph == unit.paragraph and not _MARKED.match(text, last.quote.span.start)


def _extended(text: str, last: _Attributed, unit: Unit) -> _Attributed:
    """What a colon introduced, with one more sentence of it."""
    quote = last.quote
    longer = replace(
        quote,
        span=_without_stop(text, Span(quote.span.start, unit.span.end)),
        sentences=Span(quote.sentences.start, unit.span.end),
    )
    return last._replace(quote=longer)


def _without_stop(text: str, span: Span) -> Span:
    return Span(span.start, span.end - 1) if text[span.end - 1] == "." else span


def _follows(before: Unit, unit: Unit) -> bool:
    """Whether a sentence without quotations stands before another in its paragraph."""
    return before.last_paragraph == unit.paragraph and not before.quotations


def _said_by(speaker: Speaker, one: _Attributed) -> _Attributed:
    """A quotation that somebody said who just did something: Falk shook her head."""
    if one.speaker:
        return one
    quote = replace(
        one.quote,
        speaker=speaker.name,
        role=speaker.role,
        named_in=_named_in(speaker, one.unit),
        rule="beat",
        confidence=_confidence("beat", speaker),
    )
    return _Attributed(quote, speaker, one.unit)


def _without_cue(unit: Unit, last: _Attributed | None) -> list[_Attributed]:
    """A sentence that is nothing but a quotation: whoever spoke just before goes on."""
    text = unit.text
    span = Span(unit.quotations[0].start, unit.quotations[-1].end)
    if not _FULL_STOP.search(text, max(span.start, span.end - 4), span.end):
        return []
    same = last is not None and last.unit.last_paragraph == unit.paragraph
    following = (
        last is not None
        and last.unit.last_paragraph == unit.paragraph - 1
        and not last.quote.cue.startswith(("ask", "inquire"))
        and not text[last.quote.span.start : last.quote.span.end].rstrip("\"'”’»").endswith("?")
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
        return [_Attributed(quote, last.speaker, unit)]
    return _unattributed(unit)


def _unattributed(unit: Unit) -> list[_Attributed]:
    """A sentence in quotation marks that nobody is said to say."""
    text = unit.text
    span = Span(unit.quotations[0].start, unit.quotations[-1].end)
    if _count_words(text, span) < _SENTENCE:
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
    return [_Attributed(quote, None, unit)]
