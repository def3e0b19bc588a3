"""Who says what in a Chinese article.

Read on its own, for the readers of other languages go from word to word, and Chinese parts none.
Quotations are blanked, so that what is left of a sentence are clauses; a clause that ends its
subject in a reporting verb tells who speaks. What is reported ends with the sentence. Where there
is any doubt, it is nobody's. Linear in the length of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.quotes import chinese_words as words
from index.quotes.chinese_people import People, Person, Subject
from index.quotes.extraction import CONFIDENCE, Quote
from index.sentences import Paragraph
from index.spans import Span, trim

_QUOTED, _ASIDE = "\ue000", "\ue001"  # what blanks a quotation, and what stands in parentheses
_CLOSERS = {"“": "”", "「": "」", "『": "』", '"': '"', "﹁": "﹂"}
_OPENING = re.compile("[" + "".join(_CLOSERS) + "]")
_PARENTHESES = re.compile(r"（[^（）\n]{0,60}）|\([^()\n]{0,60}\)")
_STOPS = "。！？!?…"
_PAUSES = "，,、；;：:—"
_END = re.compile(rf"[。！？]+[”」』》）\"]*|[!?]+(?=[\s{words.HAN}])|{_QUOTED}+")
_CLAUSE = re.compile(rf"[^，,；;：:。！？\n{_QUOTED}]+")
_CUE = re.compile(words.CUE)
_CUE_BEFORE = re.compile(rf"(?:{words.CUE})[，,：:]?\s*$")
_TAIL = re.compile(rf"[^，,；;：:。！？\n{_QUOTED}“”]{{1,40}}$")
_SHORTEST_CLAUSE = 2  # characters that are reported
_LONG_ENOUGH = 4  # characters of an utterance; less is a word in quotation marks
_SHORTEST = 1  # character in quotation marks
_LONGEST_CLAUSE_HEAD = 60  # characters before a verb
_MOST_CUES = 6  # of a clause that are tried
_HAN = re.compile(f"[{words.HAN}]")


@dataclass(slots=True)
class _Sentence:
    """A sentence, with the quotation that it begins with or ends in."""

    span: Span
    paragraph: int
    quotations: list[Span]


@dataclass(frozen=True, slots=True)
class _Report:
    """A clause that tells who speaks."""

    clause: Span
    subject: Subject
    cue: Span
    rule: str


def find_quotes(text: str, split: Sequence[Paragraph]) -> list[Quote]:
    """The utterances in a Chinese article, in order of their beginning.

    Args:
        text: the article's.
        split: what `split_sentences` makes of the text.
    """
    plain = text.translate(words.SIMPLIFIED).replace(_QUOTED, " ").replace(_ASIDE, " ")
    paragraphs = [paragraph.span for paragraph in split]
    spoken = [one for one in _quotations(plain, paragraphs) if _is_utterance(plain, one)]
    if not (spoken or "：" in plain or _CUE.search(plain)):
        return []
    plain = _PARENTHESES.sub(lambda match: _ASIDE * len(match.group()), _blanked(plain, spoken))
    return _Reader(text, plain, paragraphs, spoken).quotes()


# ------------------------------------------------------------------------ quotations and sentences


def _quotations(plain: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The outermost stretches in quotation marks; one opened again a paragraph later goes on."""
    carried: int | None = None
    for number, (start, end) in enumerate(paragraphs):
        never_closed: set[str] = set()
        opening = _OPENING.match(plain, start, end) if carried is not None else None
        opening = opening or _OPENING.search(plain, start, end)
        while opening:
            mark, begin = opening.group(), opening.start()
            close = -1 if mark in never_closed else plain.find(_CLOSERS[mark], begin + 1, end)
            if carried is not None:
                begin, carried = carried, None
            if close >= 0:
                yield Span(begin, close + 1)
                opening = _OPENING.search(plain, close + 1, end)
            elif mark != '"' and _goes_on(plain, mark, end, paragraphs, number):
                carried = begin
                break
            else:
                never_closed.add(mark)
                opening = _OPENING.search(plain, opening.end(), end)


def _goes_on(plain: str, mark: str, end: int, paragraphs: Sequence[Span], number: int) -> bool:
    following = paragraphs[number + 1].start if number + 1 < len(paragraphs) else len(plain)
    return plain[end - 1] in _STOPS and plain.startswith(mark, following)


def _is_utterance(plain: str, quotation: Span) -> bool:
    """Whether somebody speaks in quotation marks, and no word is only set apart."""
    start, end = quotation
    if not _HAN.search(plain, start, end) or end - start - 2 < _SHORTEST:
        return False
    before = plain[max(0, start - 12) : start].rstrip()
    after = plain[end : end + 1]
    if plain[end - 2] in _STOPS + _PAUSES or before.endswith(("：", ":")):
        return True
    if end - start - 2 < _LONG_ENOUGH:
        return False
    closed = not after or after.isspace() or after in _STOPS + _PAUSES
    opened = not before or before[-1] in _STOPS or plain[start - 1].isspace()
    return closed and (opened or _CUE_BEFORE.search(before) is not None)


def _blanked(plain: str, spans: Sequence[Span]) -> str:
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += [plain[last:start], _QUOTED * (end - start)]
        last = end
    return "".join([*pieces, plain[last:]])


def _sentences(plain: str, paragraphs: Sequence[Span], spoken: list[Span]) -> Iterator[_Sentence]:
    """The sentences; a quotation is part of the one that tells who speaks."""
    places = {quotation.start: quotation for quotation in spoken}
    following = 0
    for number, paragraph in enumerate(paragraphs):
        start = max(paragraph.start, following)
        held: list[Span] = []
        for match in _END.finditer(plain, start, paragraph.end):
            end = match.end()
            if plain[match.start()] == _QUOTED:
                quotation = places.get(match.start())
                if quotation is None:  # one that began in the paragraph before
                    continue
                held.append(quotation)
                end = quotation.end
                if not _ends(plain, quotation, paragraph.end):
                    continue
            yield _Sentence(trim(plain, start, end), number, held)
            start, held = end, []
        if start < paragraph.end or held:
            end = max(paragraph.end, held[-1].end if held else 0)
            if trim(plain, start, end) != (end, end):
                yield _Sentence(trim(plain, start, end), number, held)
            following = end
        following = max(following, start)


def _ends(plain: str, quotation: Span, end: int) -> bool:
    """Whether a sentence ends with a quotation: no clause with a cue follows it."""
    head = _CLAUSE.match(plain, quotation.end, min(end, quotation.end + _LONGEST_CLAUSE_HEAD))
    if head is None:
        return plain[quotation.end : quotation.end + 1] not in tuple("，,。；;")
    behind = plain[head.end() : head.end() + 1]
    if behind not in ("", "。", "，", ",", "：", ":", "\n", "！"):
        return False
    tail = _CUE_BEFORE.search(head.group().rstrip())
    if tail is None:
        return True
    return behind in ("：", ":")


# ------------------------------------------------------------------------------------- attribution


class _Reader:
    """Reads an article once, from its first sentence to its last."""

    def __init__(
        self, text: str, plain: str, paragraphs: Sequence[Span], spoken: list[Span]
    ) -> None:
        self._text = text
        self._plain = plain
        self._sentences = list(_sentences(plain, paragraphs, spoken))
        self._people = People(text, plain)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._last: tuple[Quote, Person | None, _Sentence] | None = None

    def quotes(self) -> list[Quote]:
        found: list[Quote] = []
        for number, sentence in enumerate(self._sentences):
            quotes = list(self._read(sentence, number))
            if not quotes:
                self._people.follow(sentence.span, number)
                if found and self._goes_on(sentence):
                    quote = found[-1]
                    found[-1] = replace(
                        quote,
                        span=_without_stop(self._plain, Span(quote.span.start, sentence.span.end)),
                        sentences=Span(quote.sentences.start, sentence.span.end),
                    )
                elif self._last and self._last[2].paragraph == sentence.paragraph:
                    self._last = None  # another sentence came between
            found += quotes
        return sorted(found, key=lambda quote: quote.span)

    def _goes_on(self, sentence: _Sentence) -> bool:
        """Whether somebody named by a colon, without quotation marks, still speaks."""
        if self._last is None or self._last[2].paragraph != sentence.paragraph:
            return False
        quote = self._last[0]
        return quote.rule == "colon" and self._plain[quote.span.start] != _QUOTED

    def _read(self, sentence: _Sentence, number: int) -> Iterator[Quote]:
        reports = list(self._reports(sentence, number))
        used: set[Span] = set()
        for place, report in enumerate(reports):
            until = reports[place + 1].clause.start if place + 1 < len(reports) else None
            since = reports[place - 1].cue.end if place else None
            free = [one for one in sentence.quotations if one not in used]
            said = self._said(sentence, report, free, since, until)
            if said is None:
                continue
            span, kind = said
            used.update(one for one in sentence.quotations if one.overlaps(span))
            yield self._quote(sentence, report, span, kind)
        rest = [one for one in sentence.quotations if one not in used]
        if rest and not used:
            yield from self._without_cue(sentence, number, rest)

    def _reports(self, sentence: _Sentence, number: int) -> Iterator[_Report]:
        """The clauses of a sentence that tell who speaks; a nested one tells nothing."""
        plain = self._plain
        first: Subject | None = None
        nested = False
        for clause in _CLAUSE.finditer(plain, *sentence.span):
            report = self._report(Span(*clause.span()), sentence, number, first)
            if report is None:
                if first is None and not nested:
                    first = self._acting(Span(*clause.span()), number)
                continue
            pause = plain[report.cue.end : report.cue.end + 1]
            if nested and pause not in tuple("，,：:" + _QUOTED) and report.rule != "according-to":
                continue  # 他表示，美方称……: what is said of what others say
            behind_quotation = plain[clause.start() - 1] == _QUOTED
            unnamed = report.subject.kind != "name" and pause not in tuple("：:" + _QUOTED)
            if nested and unnamed and not behind_quotation:
                continue
            nested = True
            first = report.subject
            if first.person:
                self._people.heard(first.person, number)
            yield report

    def _acting(self, clause: Span, number: int) -> Subject | None:
        """The subject of a clause in which nothing is said, for the next that has none."""
        end = min(clause.end, clause.start + _LONGEST_CLAUSE_HEAD)
        subject = self._people.subject(Span(clause.start, end), number, acting=True)
        return subject if subject and subject.person else None

    def _report(
        self, clause: Span, sentence: _Sentence, number: int, first: Subject | None
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
        limit = min(end + 1, start + _LONGEST_CLAUSE_HEAD)
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
            if self._last and self._last[2].paragraph == sentence.paragraph and self._last[1]:
                return _Report(clause, Subject(self._last[1], "pronoun", None), place, "pronoun")
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

    def _by_colon(self, clause: Span, sentence: _Sentence, number: int) -> _Report | None:
        """汪文斌：……, at the beginning of a sentence."""
        plain, end = self._plain, clause.end
        if clause.start != sentence.span.start or plain[end : end + 1] not in tuple("：:"):
            return None
        if end - clause.start > _LONGEST_CLAUSE_HEAD or _CUE_BEFORE.search(
            plain[clause.start : end]
        ):
            return None
        subject = self._people.subject(clause, number)
        if subject is None or subject.person is None or subject.kind != "name":
            return None
        return _Report(clause, subject, Span(end, end + 1), "colon")

    def _said(
        self,
        sentence: _Sentence,
        report: _Report,
        quotations: Sequence[Span],
        since: int | None,
        until: int | None,
    ) -> tuple[Span, str] | None:
        """What a clause reports: quotations beside it, or else the rest of the sentence."""
        plain = self._plain
        start, end = sentence.span
        after = Span(report.cue.end, until if until is not None else end)
        before = [
            one for one in quotations
            if one.end <= report.clause.start and (since is None or one.start >= since)
            and not plain[one.end : report.clause.start].strip("，, \u3000")
        ]  # fmt: skip
        behind = [one for one in quotations if after.start <= one.start < after.end]
        opening = _skip_pause(plain, after.start, after.end)
        if report.cue.of(plain) in words.TELLS_SOMEBODY:
            told = re.compile(rf"[^，,：:{_QUOTED}]{{0,12}}[，,：:{_QUOTED}]").match(plain, *after)
            if told and told.end() - told.start() > 1:
                opening = told.end() - (plain[told.end() - 1] == _QUOTED)
                opening = _skip_pause(plain, opening, after.end)
            elif report.cue.of(plain) == "告诉":
                told = re.compile("(?:本报|新华社|本台)?记者|他|她|我|我们|大家").match(
                    plain, *after
                )
                opening = told.end() if told else opening
        if before:
            last = [one for one in behind if one.start == opening]
            return Span(before[0].start, (behind[-1] if last else before[-1]).end), "direct"
        if behind and behind[0].start == opening:
            return Span(behind[0].start, behind[-1].end), "direct"
        reported = _without_stop(plain, Span(opening, after.end))
        if reported.end - reported.start >= _SHORTEST_CLAUSE and _HAN.search(self._text, *reported):
            return reported, "direct" if report.rule == "colon" else "reported"
        if until is None and report.clause.start > start and report.rule != "subject":
            begin = since if since is not None else start
            trailing = _without_stop(plain, Span(begin, report.clause.start))
            if trailing.end - trailing.start >= _LONG_ENOUGH and since is None:
                return trailing, "reported"
        return None

    def _quote(self, sentence: _Sentence, report: _Report, span: Span, kind: str) -> Quote:
        subject = report.subject
        person = subject.person
        rule = report.rule if subject.kind == "name" else subject.kind
        confidence = CONFIDENCE[rule] if person else CONFIDENCE["unattributed"]
        quote = Quote(
            span=span,
            sentences=sentence.span,
            kind="direct" if kind == "direct" else "reported",
            cue=report.cue.of(self._text),
            speaker=person.name if person else None,
            role=(subject.role or person.role) if person else subject.role,
            attribution="stated" if person and subject.kind == "name" else "inferred",
            named_in=self._named_in(person, sentence),
            rule=rule,
            confidence=confidence,
        )
        self._last = (quote, person, sentence)
        return quote

    def _named_in(self, person: Person | None, sentence: _Sentence) -> Span | None:
        if person is None:
            return None
        if self._text.find(person.name, *sentence.span) >= 0:
            return sentence.span
        return self._sentences[bisect_right(self._starts, person.place.start) - 1].span

    def _without_cue(
        self, sentence: _Sentence, number: int, quotations: Sequence[Span]
    ) -> Iterator[Quote]:
        """Quotations with nobody beside them: whoever spoke just before goes on."""
        span = Span(quotations[0].start, quotations[-1].end)
        alone = all(one == _QUOTED for one in self._plain[slice(*sentence.span)])
        last = self._last
        if alone and last and last[1] and last[2].paragraph >= sentence.paragraph - 1:
            same = last[2].paragraph == sentence.paragraph
            quote = replace(
                last[0],
                span=span,
                sentences=sentence.span,
                kind="direct",
                attribution="inferred",
                named_in=self._named_in(last[1], sentence),
                rule="continued",
                confidence=round(
                    last[0].confidence * CONFIDENCE["continued"] * (1 if same else 0.9), 3
                ),
            )
            self._people.heard(last[1], number)
        elif span.end - span.start - 2 >= _LONG_ENOUGH:
            quote = Quote(
                span, sentence.span, "direct", "", None, None, "inferred", None, "unattributed",
                CONFIDENCE["unattributed"],
            )  # fmt: skip
        else:
            return
        self._last = (quote, last[1] if last and quote.speaker else None, sentence)
        yield quote


def _skip_pause(plain: str, start: int, end: int) -> int:
    while start < end and (plain[start] in "，,：:了道" + _ASIDE or plain[start].isspace()):
        start += 1
    return start


def _without_stop(plain: str, span: Span) -> Span:
    start, end = trim(plain, *span)
    while end > start and plain[end - 1] in "。！？!?，,；;":
        end -= 1
    return trim(plain, start, end)
