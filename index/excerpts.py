"""The words of a passage that answer, cut out with exact offsets.

An excerpt is a stretch of the article's text, whole sentences where it can be, with the places of
the words that matched. It is data: marks and links are added when it is rendered.
"""

import math
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.analysis import Analyzer, Token, fold
from index.articles import Article
from index.definitions import telling
from index.graphemes import border_before
from index.hits import Explanation, Hit, QueryTerm
from index.notices import is_notice
from index.quote import Quote
from index.sentences import sentences
from index.sought import Sought, goes_back, is_counted, is_written_in
from index.spans import Span, trim
from index.utterances import utterances

AIM = 350  # characters: sentences are added while the excerpt stays below
MOST = 700  # characters: a longer sentence is cut
_OF_THE_KIND = 0.25  # of a question's information, for a word of the kind that it asks for
_SHOWN = 0.25  # what a word said before must count for to be highlighted

_PARAGRAPH = re.compile(r"\s*\n\s*\n")
_CREDIT = re.compile(
    r"\((?:(?:AP|AFP|File|Handout|Stock|Staff|Courtesy) )?"
    r"(?:photo(?:graph)?|image|picture|video|credit)\b[^()\n]{0,120}\)\s*",
    re.IGNORECASE,
)  # of a picture, before what was a sentence of the story
_SUBHEAD = re.compile(r"#{1,6}\s+(?=\S)")
_NEAR = 40  # characters to either side of a border that tell what it is
_ENDING = ".!?…:;。！？：；\"'”’»)]）」』*_"  # of a sentence, with what may close it
# Where a sentence that is too long may be cut, best first: after a clause, then between words.
_CUTS = (re.compile(r"(?<=[,;:–—])\s+|(?<=[,;:–—][\"'”’»])\s+|(?<=[，；：、])"), re.compile(r"\s+"))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article, ready to be shown."""

    rank: int
    score: float
    article: Article
    collection: str
    passage_id: int
    start: int  # code points into the article's text
    end: int
    highlights: tuple[Span, ...]  # code points into this excerpt's text; in order, apart
    speaker: str | None = None  # who says these words
    role: str | None = None  # as the article states it
    attribution: str | None = None  # "stated" or "inferred"
    named_in: Span | None = None  # the sentence of the article that names the speaker
    spoken: Span | None = None  # what was said, in the article, where it is direct speech
    explanation: Explanation | None = None  # of the score
    also_in: tuple[Article, ...] = ()  # that have the same story, or the same utterance
    coverage: float = 1.0  # the share of the query's information that its passage holds
    cut_before: bool = False  # whether the sentence began before these words
    cut_after: bool = False  # whether it goes on after them

    @property
    def text(self) -> str:
        """The words themselves, as they stand in the article."""
        return self.article.text[self.start : self.end]

    @property
    def names_speaker(self) -> bool:
        """Whether a reader of these words sees who says them."""
        return self.named_in is None or Span(self.start, self.end).contains(self.named_in)


def excerpt(hit: Hit, analyzer: Analyzer) -> Excerpt:
    """The part of a hit that answers: the utterance, or the sentences around the matched words."""
    text = hit.article.text
    wanted = {term.term: term for term in hit.terms}
    quote = hit.quote
    if quote is not None:
        span = _cut(text, quote.sentences, quote.span)
        matched = _matched(text, span, wanted, analyzer, hit.article.lang)
    else:
        matched = _matched(text, hit.passage.span, wanted, analyzer, hit.article.lang)
        span = _best_sentences(text, hit, wanted, matched)
        if is_notice(hit.article.title, hit.passage.span.of(text)):
            span = _with_what_follows(text, span, hit.passage.span)
        quote = _only_speaker(span, hit.quotes)
    highlights = _highlights(text, span, wanted, matched)
    if hit.quote is not None and hit.quote.speaker:
        words = span.of(text)
        highlights = _merged(words, [*highlights, *_name_in(words, hit.quote.speaker)])
    return Excerpt(
        rank=hit.rank,
        score=hit.score,
        article=hit.article,
        collection=hit.collection,
        passage_id=hit.passage.id,
        start=span.start,
        end=span.end,
        highlights=tuple(highlights),
        speaker=quote.speaker if quote else None,
        role=quote.role if quote else None,
        attribution=quote.attribution if quote else None,
        named_in=_naming(text, quote.named_in) if quote else None,
        spoken=quote.span if quote and quote.kind == "direct" and hit.quote else None,
        explanation=hit.explanation,
        also_in=hit.also_in,
        coverage=hit.coverage,
        cut_before=_goes_on(text, span.start),
        cut_after=_goes_on(text, span.end),
    )


def tells(hit: Hit, analyzer: Analyzer) -> bool:
    """Whether a sentence of a hit holds a word of the question and of the kind that it asks for."""
    text, lang, sought = hit.article.text, hit.article.lang, hit.sought
    wanted = {term.term for term in hit.terms}
    if sought is None:
        return False
    parts = sentences(text, hit.passage.span)
    for before, part in pairwise([Span(hit.passage.span.start, hit.passage.span.start), *parts]):
        # "The 26-year-old beat him": of whoever the sentence before is about.
        asked = Span(before.start, part.end) if goes_back(part.of(text)) else part
        if is_written_in(sought, part.of(text)) and not wanted.isdisjoint(
            analyzer.terms(asked.of(text), lang)
        ):
            return True
    return False


def _matched(
    text: str, within: Span, wanted: Container[str], analyzer: Analyzer, lang: str | None
) -> list[Token]:
    """The words in a stretch of a text whose terms are wanted, with their places in the text."""
    start = within.start
    found = analyzer.found(within.of(text), lang, wanted)
    return [Token(term, start + first, start + last) for term, first, last in found]


def _best_sentences(
    text: str, hit: Hit, wanted: Mapping[str, QueryTerm], matched: Sequence[Token]
) -> Span:
    """The run of whole sentences that holds most of the query's information in least space.

    Each run is worth the idf of the distinct terms it holds, and more where it holds a number, an
    age, money or a time that is asked for, or tells what the thing is where that is asked; more
    again where the number counts what is asked about. Of equal runs the shortest wins, then the
    first. A run may grow to `AIM` characters. Of a sentence that is too long, the part is given
    that holds most. Where nothing is wanted, or the passage introduces what is, the run begins it.
    """
    parts, sought = _told(text, sentences(text, hit.passage.span)), hit.sought
    if not wanted or hit.introduces:
        return _opening(text, parts)
    defining = telling(hit.topic) if hit.topic else None
    # No word goes on from one sentence to the next.
    held = [{one.term for one in matched if part.start <= one.start < part.end} for part in parts]
    kind = [
        (sought is not None and is_written_in(sought, one.of(text)))
        or (defining is not None and defining.search(text, *one) is not None)
        for one in parts
    ]
    counts = [one.start for one in matched if sought is Sought.NUMBER]
    counted = [
        any(part.start < at < part.end and is_counted(text, part.start, at) for at in counts)
        for part in parts
    ]
    more = _OF_THE_KIND * sum(one.information for one in wanted.values())
    best, best_worth = Span(0, 0), (-1.0, 0, 0)
    for first, opening in enumerate(parts):
        terms: set[str] = set()
        for last in range(first, len(parts)):
            length = parts[last].end - opening.start
            if last > first and length > AIM:
                break
            terms |= held[last]
            told = _worth(terms, wanted)
            told += more * (bool(terms) and any(kind[first : last + 1]))
            told += more * any(counted[first : last + 1])
            worth = (told, -length, -first)
            if worth > best_worth:
                best, best_worth = Span(opening.start, parts[last].end), worth
    if best.end - best.start <= MOST:
        return best
    return _best_part(text, best, matched, wanted)


def _told(text: str, parts: Sequence[Span]) -> list[Span]:
    """The sentences of a passage, a subhead as one with that behind it: alone it tells nothing."""
    told: list[Span] = []
    head: int | None = None
    for part in parts:
        if mark := _SUBHEAD.match(text, *part):
            head = mark.end() if head is None else head
        else:
            credit = _CREDIT.match(text, *part)
            start = part.start if head is None else head
            told.append(Span(credit.end() if credit else start, part.end))
            head = None
    return told or list(parts)


def _worth(terms: Iterable[str], wanted: Mapping[str, QueryTerm]) -> float:
    """The information of some terms: exact, so that it is the same in whatever order they come."""
    return math.fsum([wanted[term].information for term in terms])


def _with_what_follows(text: str, span: Span, passage: Span) -> Span:
    """An excerpt of a correction: what is right stands after what was wrong."""
    ends = [one.end for one in sentences(text, Span(span.start, passage.end))]
    return Span(span.start, max([span.end, *(end for end in ends if end - span.start <= AIM)]))


def _goes_on(text: str, place: int) -> bool:
    """Whether a sentence goes on at a place of a text: nothing ends it, and no line does."""
    before, after = text[max(place - _NEAR, 0) : place], text[place : place + _NEAR]
    said, rest = before.rstrip(), after.lstrip()
    if not said or not rest:
        return False
    gap = before[len(said) :] + after[: len(after) - len(rest)]
    return "\n" not in gap and said[-1] not in _ENDING


def _best_part(
    text: str,
    sentence: Span,
    matched: Sequence[Token],
    wanted: Mapping[str, QueryTerm],
) -> Span:
    """The part of a long sentence that holds most, from its beginning or a clause of it on."""
    clauses = (match.end() for match in _CUTS[0].finditer(text, sentence.start, sentence.end))
    best, most = sentence, -1.0
    for start in (sentence.start, *clauses):
        part = _cut(text, Span(start, sentence.end), Span(start, sentence.end))
        terms = {one.term for one in matched if part.start <= one.start < part.end}
        worth = _worth(terms, wanted)
        if worth > most:
            best, most = part, worth
        if part.end == sentence.end:
            break
    return best


def _opening(text: str, parts: Sequence[Span]) -> Span:
    """As many whole sentences from the first on as there is room for: nothing was looked for."""
    fitting = [part.end for part in parts if part.end - parts[0].start <= AIM]
    opening = Span(parts[0].start, max(fitting, default=parts[0].end))
    return _cut(text, opening, opening)


def _cut(text: str, span: Span, within: Span) -> Span:
    """`span`, or where it is too long its part that begins with `within`, cut at a clause."""
    if span.end - span.start <= MOST:
        return span
    start = span.start if within.end - span.start <= MOST else within.start
    if span.end - start <= MOST:
        return Span(start, span.end)
    for cut in _CUTS:
        borders = [match.start() for match in cut.finditer(text, start + AIM, start + MOST)]
        if borders:
            return trim(text, start, borders[-1])
    return Span(start, border_before(text, start + MOST, start))


def _naming(text: str, sentence: Span | None) -> Span | None:
    """The sentence that names a speaker, without the paragraphs that are spoken behind a colon."""
    if sentence is None:
        return None
    border = _PARAGRAPH.search(text, *sentence)
    return Span(sentence.start, border.start()) if border else sentence


def _only_speaker(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """Who says the words of an excerpt, where all of it is that person's."""
    joined = (quote for _, quote in utterances((0, quote) for quote in quotes))
    inside = [quote for quote in joined if quote.sentences.overlaps(span)]
    if len(inside) == 1 and inside[0].speaker and inside[0].sentences.contains(span):
        return inside[0]
    return None


def _highlights(
    text: str, span: Span, wanted: Mapping[str, QueryTerm], matched: Iterable[Token]
) -> list[Span]:
    """Where an excerpt has the words that matched, those that count for enough."""
    return _merged(
        span.of(text),
        [
            Span(one.start - span.start, one.end - span.start)
            for one in matched
            if span.start <= one.start and one.end <= span.end and wanted[one.term].weight >= _SHOWN
        ],
    )


def _name_in(text: str, name: str) -> list[Span]:
    """Where the words of a name stand in `text`."""
    words = set(fold(name).split())
    return [
        Span(match.start(), match.end())
        for match in re.finditer(r"\w+", text)
        if fold(match.group()) in words and match.group()[0].isupper()
    ]


def _merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, as one where they overlap or only white space stands between them."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and not text[merged[-1].end : span.start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
