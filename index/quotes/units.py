"""The sentences of an article, joined where a quotation runs over the end of one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice
from operator import or_

from index.clusters import ALONE, COLON, SIGN
from index.quotes.clauses import reports
from index.quotes.datelines import dateline_end
from index.quotes.endings import may_report, tail_end
from index.quotes.lexicon import Lexicon
from index.quotes.marks import dialogue
from index.quotes.phrases import Sentence
from index.quotes.report import Report
from index.quotes.tokens import vocabulary
from index.sentences import Paragraph
from index.spans import Span

LONGEST_PROSE = 2000  # characters outside quotation marks; a longer sentence is no prose
_LONGEST_INTRODUCTION = 300  # characters
_LONGEST_CUE = 20  # characters
WORD = re.compile(r"\w+")
_ASKED = re.compile(r"[!?…—–-][\"'”’»›«‹“‘]$")
MAY_REPORT = SIGN | COLON


@dataclass(slots=True, eq=False)
class Unit:
    """Sentences that one quotation holds together, mostly a single one."""

    text: str  # the article's
    lexicon: Lexicon
    span: Span
    paragraph: int  # in which it begins
    last_paragraph: int
    quotations: list[Span]
    traits: int  # of its clusters; all where they are not known
    _sentence: Sentence | None = None

    @property
    def sentence(self) -> Sentence:
        """Its tokens, none where it is no prose; read when first asked for."""
        if self._sentence is None:
            text, span, quotations = self.text, self.span, self.quotations
            if not self._is_prose():
                text, span, quotations = "", Span(0, 0), []
            elif not (quotations and quotations[0].start == span.start):
                span = Span(dateline_end(text, span), span.end)
                quotations = [one for one in quotations if one.start >= span.start]
            self._sentence = Sentence(text, span, quotations, self.lexicon)
        return self._sentence

    def reports(self) -> list[Report]:
        """What is said in it by a cue."""
        if not self.traits & MAY_REPORT:
            return []
        if not (self.quotations or self.traits & COLON):
            # Its clusters have told what the text would, and more.
            return reports(self.sentence) if self.traits & ALONE else []
        if not (self.quotations or self.traits & SIGN or self._opens_with_speaker()):
            return []
        for start, end in self._unquoted():
            if may_report(self.text[start:end], self.lexicon):
                return reports(self.sentence)
        return []

    def _opens_with_speaker(self) -> bool:
        """Whether a phrase is all that stands before its first colon: "Falk: We close.".

        Without a sign or a quotation nothing else reports, and no phrase reaches over a colon; so
        what is behind it need not be read.
        """
        text, start = self.text, dateline_end(self.text, self.span)
        colon = text.find(":", start, self.span.end)
        if colon < 0 or text.find("](", start, colon) >= 0:  # of a link, which is no token
            return True
        head = Sentence(text, Span(start, colon + 1), [], self.lexicon)
        phrase = head.starting_at(0)
        return phrase is not None and phrase.last == len(head) - 2

    def is_all_quoted(self) -> bool:
        """Whether no word of it stands outside a quotation."""
        if not self.quotations:
            return False
        if not self._is_prose():
            return True
        words = vocabulary(self.lexicon)
        return not any(words.holds_word(self.text, *bounds) for bounds in self._unquoted())

    def _is_prose(self) -> bool:
        length = self.span.end - self.span.start
        return length - sum(end - start for start, end in self.quotations) <= LONGEST_PROSE

    def _unquoted(self) -> list[tuple[int, int]]:
        """The stretches around its quotations."""
        starts = [self.span.start, *[quotation.end for quotation in self.quotations]]
        ends = [*[quotation.start for quotation in self.quotations], self.span.end]
        return list(zip(starts, ends, strict=True))


def units_of(
    text: str,
    split: Sequence[Paragraph],
    traits: Iterable[int],
    marked: Sequence[Span],
    lexicon: Lexicon,
) -> Iterator[Unit]:
    """The article's sentences, joined where a quotation runs over the end of one."""
    left = iter(traits)
    next_mark = 0
    pending: Unit | None = None
    for number, (paragraph, parts) in enumerate(split):
        every = list(islice(left, len(parts)))
        by_dash = dialogue(text, paragraph, lexicon.is_cue)
        pieces = [(paragraph, reduce(or_, every))] if by_dash else zip(parts, every, strict=True)
        for span, trait in pieces:
            inside: list[Span] = []
            while next_mark < len(marked) and marked[next_mark].start < span.end:
                inside.append(marked[next_mark])
                next_mark += 1
            unit = Unit(text, lexicon, span, number, number, by_dash or inside, trait)
            if pending and (unit.quotations or pending.quotations) and _goes_on(pending, unit):
                pending.quotations.extend(unit.quotations)
                pending.span = Span(pending.span.start, unit.span.end)
                pending.last_paragraph = number
                pending.traits |= trait
            elif inside or text[span.start].isalnum() or WORD.search(text, *span):
                # A row of marks says nothing.
                if pending:
                    yield pending
                pending = unit
    if pending:
        yield pending


def _goes_on(before: Unit, unit: Unit) -> bool:
    return _belongs(before, unit) if before.quotations else _introduces(before, unit)


def _belongs(before: Unit, unit: Unit) -> bool:
    """Whether a sentence goes on with the one before: in its quotation, or with its cue.

    The one before holds a quotation.
    """
    last = before.quotations[-1]
    if last.end > unit.span.start:
        return True
    if before.last_paragraph != unit.paragraph or last.end != before.span.end:
        return False
    asked = _ASKED.search(unit.text, max(last.start, last.end - 3), last.end)
    return _is_tail(unit, alone=asked is None)


def _introduces(before: Unit, unit: Unit) -> bool:
    """Whether a sentence ends with the colon of a quotation in the next paragraph.

    "Falk put it this way:" stands before a block of hers, and so does "Falk answered, saying,".
    """
    start, end = before.span
    if not unit.quotations or unit.quotations[0].start != unit.span.start:
        return False
    closes = unit.text[end - 1] == ":" or (
        unit.text[end - 1] == "," and before.lexicon.is_cue(_last_word(unit.text, end - 1))
    )
    follows = before.last_paragraph == unit.paragraph - 1 and closes
    short = follows and end - start <= _LONGEST_INTRODUCTION
    return short and may_report(before.text[start:end], before.lexicon)


def _last_word(text: str, end: int) -> str:
    return text[max(0, end - _LONGEST_CUE) : end].rpartition(" ")[2].casefold()


def _is_tail(unit: Unit, *, alone: bool) -> bool:
    """Whether a sentence only tells who said what is before it: "Falk asked Brandt."."""
    if not may_report(unit.text[unit.span.start : unit.span.end], unit.lexicon):
        return False
    sentence = replace(unit).sentence  # of a copy: the unit itself may yet grow
    end = tail_end(sentence)
    return end is not None and not (alone and sentence.is_word(end))
