"""Who says what in a Chinese article.

Read on its own, for the readers of other languages go from word to word, and Chinese parts none.
Quotations are blanked, so that what is left of a sentence are clauses; a clause that ends its
subject in a reporting verb tells who speaks. What is reported ends with the sentence. Where there
is any doubt, it is nobody's. Linear in the length of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from index.quote import Quote
from index.quotes import chinese_sentences
from index.quotes import chinese_words as words
from index.quotes.attribution import CONFIDENCE
from index.quotes.chinese_people import People, Person, Subject
from index.quotes.chinese_sentences import (
    ASIDE,
    CLAUSE,
    CUE_AT_END,
    HAN,
    LONG_ENOUGH,
    LONGEST_HEAD,
    QUOTED,
    Sentence,
)
from index.quotes.interviews import Turn, turns
from index.sentences import Paragraph
from index.spans import Span, trim

_CUE = re.compile(words.CUE)
_TITLE_AT_END = re.compile(rf"(?:^|[^{words.HAN}])日?([{words.HAN}]{{0,12}}{words.TITLE})$")
_PAUSE = tuple("，,：:")
_COLON = tuple("：:")
_TOLD = re.compile(rf"[^，,：:{QUOTED}]{{1,12}}(?:[，,：:]|(?={QUOTED}))")
_TOLD_WHOM = re.compile("(?:本报|新华社|本台)?记者|他|她|我们?|大家")
_SHORTEST_CLAUSE = 2  # characters that are reported
_MOST_CUES = 6  # of a clause that are tried
_WIDEST_GAP = 3  # characters between a quotation and the clause that tells who spoke
_NEXT_PARAGRAPH = 0.9  # of the confidence, where a quotation goes on in the next paragraph


@dataclass(frozen=True, slots=True)
class _Report:
    """A clause that tells who speaks."""

    clause: Span
    subject: Subject
    cue: Span
    rule: str


def find_quotes(text: str, split: Sequence[Paragraph], title: str = "") -> list[Quote]:
    """The utterances in a Chinese article, in order of their beginning.

    Args:
        text: the article's.
        split: what `split_sentences` makes of the text.
        title: of the article.
    """
    plain = text.translate(words.SIMPLIFIED).replace(QUOTED, " ").replace(ASIDE, " ")
    paragraphs = [paragraph.span for paragraph in split]
    spoken = chinese_sentences.spoken(plain, paragraphs)
    if not (spoken or "：" in plain or _CUE.search(plain)):
        return []
    plain = chinese_sentences.blanked(plain, spoken)
    answers = [one for one in turns(text, paragraphs, title) if not one.asks]
    quotes = _Reader(text, plain, paragraphs, spoken, answers).quotes()
    return [quote if quote.role else _with_role(quote, title) for quote in quotes]


def _with_role(quote: Quote, title: str) -> Quote:
    """With the role that stands before the speaker's name in the headline, where one does."""
    plain = title.translate(words.SIMPLIFIED)
    name = (quote.speaker or "\n").translate(words.SIMPLIFIED)
    before = _TITLE_AT_END.search(plain[: max(0, plain.find(name))])
    return replace(quote, role=title[slice(*before.span(1))]) if before else quote


# ------------------------------------------------------------------------------------- attribution


class _Said(NamedTuple):
    """What somebody said."""

    span: Span
    kind: Literal["direct", "reported"]


class _Attributed(NamedTuple):
    """A quote with whom it was bound to, for what follows it."""

    quote: Quote
    speaker: Person | None
    sentence: Sentence


class _Reader:
    """Reads an article once, from its first sentence to its last."""

    def __init__(
        self,
        text: str,
        plain: str,
        paragraphs: Sequence[Span],
        spoken: list[Span],
        answers: Sequence[Turn],
    ) -> None:
        self._text = text
        self._plain = plain
        self._sentences = list(chinese_sentences.sentences(plain, paragraphs, spoken))
        self._people = People(text, plain)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._last: _Attributed | None = None
        self._answers = {one.whole.start: one for one in answers}

    def quotes(self) -> list[Quote]:
        found: list[Quote] = []
        answered = 0  # where an answer ends, of which nothing more is read
        for number, sentence in enumerate(self._sentences):
            if sentence.span.start < answered:
                continue
            quotes = list(self._read(sentence, number))
            turn = self._answers.get(sentence.span.start)
            if turn and quotes and quotes[0].rule == "colon":
                span = _without_stop(self._plain, turn.span)
                found.append(replace(quotes[0], span=span, sentences=turn.whole))
                answered, self._last = turn.whole.end, None
                continue
            if not quotes:
                self._people.follow(sentence.span, number)
                if found and self._goes_on(sentence):
                    quote = found[-1]
                    found[-1] = replace(
                        quote,
                        span=_without_stop(self._plain, Span(quote.span.start, sentence.span.end)),
                        sentences=Span(quote.sentences.start, sentence.span.end),
                    )
                elif self._last and self._last.sentence.paragraph == sentence.paragraph:
                    self._last = None  # another sentence came between
            found += quotes
        return sorted(found, key=lambda quote: quote.span)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether somebody named by a colon, without quotation marks, still speaks."""
        if self._last is None or self._last.sentence.paragraph != sentence.paragraph:
            return False
        quote = self._last.quote
        return quote.rule == "colon" and self._plain[quote.span.start] != QUOTED

    def _read(self, sentence: Sentence, number: int) -> Iterator[Quote]:
        reports = list(self._reports(sentence, number))
        free = 0  # the first quotation that nobody has said yet
        for place, report in enumerate(reports):
            last = place + 1 == len(reports)
            until = sentence.span.end if last else reports[place + 1].clause.start
            said = self._said(sentence, report, free, until)
            if said is None and place == 0 and last:
                said = self._said_before(sentence, report)
            if said:
                free = bisect_left(sentence.quotations, Span(said.span.end, 0))
                yield self._quote(sentence, report, said)
        if sentence.quotations and not free:
            yield from self._without_cue(sentence, number)

    def _reports(self, sentence: Sentence, number: int) -> Iterator[_Report]:
        """The clauses of a sentence that tell who speaks; a nested one tells nothing."""
        plain = self._plain
        first: Subject | None = None
        nested = False
        for clause in CLAUSE.finditer(plain, *sentence.span):
            report = self._report(Span(*clause.span()), sentence, number, first)
            if report is None:
                if first is None and not nested:
                    first = self._acting(Span(*clause.span()), number)
                continue
            pause = plain[report.cue.end : report.cue.end + 1]
            if nested and pause not in (*_PAUSE, QUOTED) and report.rule != "according-to":
                continue  # 他表示，美方称……: what is said of what others say
            behind_quotation = plain[clause.start() - 1] == QUOTED
            unnamed = report.subject.kind != "name" and pause not in (*_COLON, QUOTED)
            if nested and unnamed and not behind_quotation:
                continue
            nested = True
            first = report.subject
            if first.person:
                self._people.heard(first.person, number)
            yield report

    def _acting(self, clause: Span, number: int) -> Subject | None:
        """The subject of a clause in which nothing is said, for the next that has none."""
        end = min(clause.end, clause.start + LONGEST_HEAD)
        subject = self._people.subject(Span(clause.start, end), number, acting=True)
        return subject if subject and subject.person else None

    def _report(
        self, clause: Span, sentence: Sentence, number: int, first: Subject | None
    ) -> _Report | None:
        plain = self._plain
        start, end = clause
        while start < end and plain[start].isspace():
            start += 1
        according = words.ACCORDING_TO.match(plain, start, end)
        head = according.end() if according else start
        colon = self._by_colon(Span(start, end), sentence, number)
        if colon:
            return colon
        limit = min(end + 1, start + LONGEST_HEAD)
        for tried, cue in enumerate(_CUE.finditer(plain, start, limit)):
            if tried == _MOST_CUES:
                return None
            place = Span(cue.start(), min(cue.end(), end))
            denied = words.DENIED.search(plain, max(head, cue.start() - 4), cue.start())
            if cue.start() < head or denied:
                continue
            subject = self._people.subject(Span(head, cue.start()), number)
            rule = "according-to" if according else "name-verb"
            if subject:
                return _Report(clause, subject, place, rule)
            if according or not self._is_bare(Span(head, cue.start())):
                continue
            if first:
                return _Report(clause, first, place, "subject")
            if (
                self._last
                and self._last.sentence.paragraph == sentence.paragraph
                and self._last.speaker
            ):
                return _Report(
                    clause, Subject(self._last.speaker, "pronoun", None), place, "pronoun"
                )
        return None

    def _is_bare(self, head: Span) -> bool:
        """Whether nothing but links and adverbs stands before a verb."""
        start, end = head
        while (match := words.LEAD.match(self._plain, start, end)) and match.end() > start:
            start = match.end()
        around = words.CIRCUMSTANCE.match(self._plain, start, end)
        return (
            start == end
            or words.MANNER.fullmatch(self._plain, start, end) is not None
            or (around is not None and "的" not in self._plain[start:end])
        )

    def _by_colon(self, clause: Span, sentence: Sentence, number: int) -> _Report | None:
        """汪文斌：……, at the beginning of a sentence."""
        plain, end = self._plain, clause.end
        if clause.start != sentence.span.start or plain[end : end + 1] not in _COLON:
            return None
        if end - clause.start > LONGEST_HEAD or CUE_AT_END.search(plain[clause.start : end]):
            return None
        subject = self._people.subject(clause, number)
        if subject is None or subject.person is None or subject.kind != "name":
            return None
        return _Report(clause, subject, Span(end, end + 1), "colon")

    def _said(self, sentence: Sentence, report: _Report, free: int, until: int) -> _Said | None:
        """What a clause reports: quotations beside it, or else the rest of the sentence.

        Args:
            sentence: the whole.
            report: the clause.
            free: the first of the quotations that are nobody's yet.
            until: where the next report begins.
        """
        quotations = sentence.quotations
        opening = self._after_cue(report.cue, until)
        here = bisect_left(quotations, Span(report.clause.start, 0))
        end = bisect_left(quotations, Span(until, 0))
        behind = quotations[end - 1] if here < end else None
        begins = here < end and quotations[here].start == opening
        if here > free:
            gap = self._plain[quotations[here - 1].end : report.clause.start]
            if len(gap) <= _WIDEST_GAP and not gap.strip("，, \u3000"):
                last = behind if behind and begins else quotations[here - 1]
                return _Said(Span(quotations[free].start, last.end), "direct")
        if behind and begins:
            return _Said(Span(opening, behind.end), "direct")
        reported = _without_stop(self._plain, Span(opening, until))
        if reported.end - reported.start < _SHORTEST_CLAUSE or not HAN.search(
            self._text, *reported
        ):
            return None
        return _Said(reported, "direct" if report.rule == "colon" else "reported")

    def _said_before(self, sentence: Sentence, report: _Report) -> _Said | None:
        """……，汪文斌说。: what is reported comes first."""
        if report.rule == "subject" or sentence.quotations:
            return None
        said = _without_stop(self._plain, Span(sentence.span.start, report.clause.start))
        return _Said(said, "reported") if said.end - said.start >= LONG_ENOUGH else None

    def _after_cue(self, cue: Span, until: int) -> int:
        """Where what is said begins, behind whom it is said to."""
        plain, verb = self._plain, cue.of(self._plain)
        if verb in words.TELLS_SOMEBODY and (told := _TOLD.match(plain, cue.end, until)):
            return _skip_pause(plain, told.end(), until)
        if verb == "告诉" and (told := _TOLD_WHOM.match(plain, cue.end, until)):
            return told.end()
        return _skip_pause(plain, cue.end, until)

    def _quote(self, sentence: Sentence, report: _Report, said: _Said) -> Quote:
        subject = report.subject
        person = subject.person
        rule = report.rule if subject.kind == "name" else subject.kind
        confidence = CONFIDENCE[rule] if person else CONFIDENCE["unattributed"]
        quote = Quote(
            span=said.span,
            sentences=sentence.span,
            kind=said.kind,
            cue=report.cue.of(self._text),
            speaker=person.name if person else None,
            role=(subject.role or person.role) if person else subject.role,
            attribution="stated" if person and subject.kind == "name" else "inferred",
            named_in=self._named_in(person, sentence, report.clause),
            rule=rule,
            confidence=confidence,
        )
        self._last = _Attributed(quote, person, sentence)
        return quote

    def _named_in(
        self, person: Person | None, sentence: Sentence, clause: Span | None = None
    ) -> Span | None:
        """The sentence that names somebody in full: this one, if its beginning or a clause does."""
        if person is None:
            return None
        for start, end in (sentence.span, clause or sentence.span):
            if self._text.find(person.name, start, min(end, start + LONGEST_HEAD)) >= 0:
                return sentence.span
        return self._sentences[max(0, bisect_right(self._starts, person.place.start) - 1)].span

    def _without_cue(self, sentence: Sentence, number: int) -> Iterator[Quote]:
        """Quotations with nobody beside them: whoever spoke just before goes on."""
        span = Span(sentence.quotations[0].start, sentence.quotations[-1].end)
        if self._last and self._last.speaker and self._is_continued(sentence, self._last):
            before, speaker = self._last.quote, self._last.speaker
            same = self._last.sentence.paragraph == sentence.paragraph
            trust = before.confidence * CONFIDENCE["continued"] * (1 if same else _NEXT_PARAGRAPH)
            self._people.heard(speaker, number)
            quote = replace(
                before,
                span=span,
                sentences=sentence.span,
                kind="direct",
                attribution="inferred",
                named_in=self._named_in(speaker, sentence),
                rule="continued",
                confidence=round(trust, 3),
            )
            self._last = _Attributed(quote, speaker, sentence)
        elif span.end - span.start - 2 >= LONG_ENOUGH:
            quote = Quote(
                span, sentence.span, "direct", "", None, None, "inferred", None, "unattributed",
                CONFIDENCE["unattributed"],
            )  # fmt: skip
            self._last = _Attributed(quote, None, sentence)
        else:
            return
        yield quote

    def _is_continued(self, sentence: Sentence, last: _Attributed) -> bool:
        """Whether a sentence is all quotation, and follows what was said closely."""
        if self._plain[slice(*sentence.span)].strip(QUOTED):
            return False
        if last.sentence.paragraph == sentence.paragraph:
            return True
        asked = "？" in last.quote.span.of(self._text)[-2:] or words.ASKING.search(last.quote.cue)
        return last.sentence.paragraph == sentence.paragraph - 1 and not asked


def _skip_pause(plain: str, start: int, end: int) -> int:
    while start < end and (plain[start] in "，,：:了过道" + ASIDE or plain[start].isspace()):
        start += 1
    return start


def _without_stop(plain: str, span: Span) -> Span:
    start, end = trim(plain, *span)
    while end > start and plain[end - 1] in "。！？!?，,；;":
        end -= 1
    return trim(plain, start, end)
