"""Who said what: the utterances in an article, each with its speaker.

Quotation marks (`marks`) and sentences are found first; each sentence is read for reporting words
and their subjects (`clauses`, with the tables of `cues`); subjects become people (`speakers`) in
the order of the text. Linear in its length.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.quote import Quote
from index.quotes.answers import Answers
from index.quotes.attributed import Attributed
from index.quotes.attribution import attribute, reports_inside
from index.quotes.context import Context
from index.quotes.cues import lexicon_for
from index.quotes.lexicon import Lexicon
from index.quotes.marks import is_nickname, quotations
from index.quotes.nicknames import with_nicknames
from index.quotes.people import Speaker
from index.quotes.phrases import Sentence
from index.quotes.placing import HEADLINE_WORD
from index.quotes.report import Report
from index.quotes.single_names import with_whole_names
from index.quotes.speakers import Speakers
from index.quotes.units import LONGEST_PROSE, MAY_REPORT, WORD, Unit, units_of
from index.sentences import Paragraph, split_sentences
from index.spans import Span

_MARKED = re.compile(r"``|[\"'“”„«»‹›「『‘‚]")


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
    held = [span for span in quotations(text, borders) if WORD.search(text, *span)]
    nicknames = {span for span in held if is_nickname(text, span)}
    marked = [span for span in held if span not in nicknames]
    if not (marked or any(map(MAY_REPORT.__and__, traits))):
        return []
    units = list(units_of(text, split, traits, marked, lexicon))
    interview = Answers(text, title, split, units)
    said, speaking = _reported(units, interview)
    if not speaking:
        return []  # nobody need be known
    context = _context(units, said, speaking, interview, lexicon)
    speakers = _named(context, units, interview, title, lexicon)
    found: list[Quote] = []
    last: Attributed | None = None
    turn: Attributed | None = None  # the last of the paragraph before its
    beat: Speaker | None = None  # who alone did something in the sentence before
    uncued = {n for n in speaking if n not in said and n and _follows(units[n - 1], units[n])}
    for number, unit in enumerate(units):
        attributed: Sequence[Attributed] = ()
        speakers.until = unit.span.end
        if unit.paragraph in interview.paragraphs and number not in said:
            attributed = interview.attribute(unit, speakers, number)
        elif number in said or unit.quotations:
            before = None if beat else last
            attributed = attribute(unit, said.get(number, ()), number, speakers, before, beat, turn)
        found += [one.quote for one in attributed]
        if attributed:
            turn = _turn_before(last, unit, turn)
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
            inside = unit.paragraph in interview.paragraphs
            told = bool(attributed) or inside
            known = any(one.speaker for one in attributed) or inside
            speakers.follow(unit.sentence, number, spoken=known)
            beat = (
                speakers.alone(unit.sentence, number) if number + 1 in uncued and not told else None
            )
    if nicknames:
        found = list(with_nicknames(found, text, sorted(nicknames)))
    return sorted(with_whole_names(found, text, lexicon), key=lambda quote: quote.span)


def _reported(
    units: Sequence[Unit], interview: Answers
) -> tuple[dict[int, list[Report]], list[int]]:
    """What the sentences report, and the numbers of those in which somebody speaks."""
    said: dict[int, list[Report]] = {}
    speaking: list[int] = []
    for number, unit in enumerate(units):
        if unit.paragraph in interview.paragraphs:
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
    interview: Answers,
    lexicon: Lexicon,
) -> Context:
    """The sentences that tell who speaks."""
    context = Context(
        [unit.span.of(unit.text) for unit in units], lambda number: units[number].sentence, lexicon
    )
    for number in speaking:
        if number in said or units[number].paragraph not in interview.paragraphs:
            context.add(number, said.get(number) or reports_inside(units[number])[1])
            if number not in said and number and _follows(units[number - 1], units[number]):
                context.add_before(number)
    for number in interview.introduced_in:
        context.add(number, [])
    return context


def _named(
    context: Context,
    units: Sequence[Unit],
    interview: Answers,
    title: str,
    lexicon: Lexicon,
) -> Speakers:
    """Everybody whom the sentences that matter name, and the title."""
    speakers = Speakers(lexicon)
    for number in sorted(context.numbers):
        speakers.read(units[number].sentence, units[number].span)
    for unit in units:
        for quotation in unit.quotations:
            speakers.read_quoted(unit.text, quotation)
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


def _is_sentence_case(title: str) -> bool:
    """Whether capitals in a headline mean names."""
    words = [word for word in WORD.findall(title[:LONGEST_PROSE]) if len(word) >= HEADLINE_WORD]
    lower = sum(1 for word in words if word[0].islower())
    return lower * 2 > len(words)


def _goes_on(text: str, last: Attributed, unit: Unit) -> bool:
    """Whether a speaker named by a colon, without quotation marks, still speaks."""
    return last.unit.paragraph == unit.paragraph and not _MARKED.match(text, last.quote.span.start)


def _extended(text: str, last: Attributed, unit: Unit) -> Attributed:
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


def _turn_before(last: Attributed | None, unit: Unit, turn: Attributed | None) -> Attributed | None:
    """The last quote of the paragraph before that of a sentence that holds one too."""
    if last is None:
        return None
    if last.unit.last_paragraph == unit.paragraph:
        return turn
    return last if last.unit.last_paragraph == unit.paragraph - 1 else None


def _follows(before: Unit, unit: Unit) -> bool:
    """Whether a sentence without quotations stands before another in its paragraph."""
    return before.last_paragraph == unit.paragraph and not before.quotations
