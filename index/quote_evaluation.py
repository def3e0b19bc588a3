"""How well utterances are found: what an article's reader marked, held against what was found.

Nothing counts but letters and digits, so that marks and punctuation at the edges do not matter. An
utterance is found by the one found quote that shares at least four fifths of the letters that
either has; none finds two. Where only part of a reported clause stands in quotation marks, that
part alone is right as well. A shown speaker is right where marked words of that speaker make up at
least half of what is shown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from index.quote import Quote
from index.quote_annotations import AnnotatedArticle, AnnotatedUtterance, Kind
from index.spans import Span

_SAME = 0.8  # of the letters that either span has
_MOSTLY = 0.5  # of what is shown

_QUOTED = re.compile(r"[\"“”‘’«»].*[\"“”‘’«»]", re.DOTALL)

# missed: not found; spurious: found, and nobody's; shown: also with a speaker's name; cue, speaker:
# other than marked; unnamed: nobody, where somebody can be named.
ErrorKind = Literal["missed", "spurious", "shown", "cue", "speaker", "unnamed"]


@dataclass(frozen=True, slots=True)
class Score:
    """How many are right of those found and of those expected."""

    found: int
    expected: int
    right: int

    @property
    def precision(self) -> float:
        """Of those found, how many are right."""
        return _share(self.right, self.found)

    @property
    def recall(self) -> float:
        """Of those expected, how many are right."""
        return _share(self.right, self.expected)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return _share(2 * self.right, self.found + self.expected)


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How often a rule names the right speaker where it names one."""

    rule: str
    shown: int
    right: int

    @property
    def precision(self) -> float:
        """Of those shown, how many are right."""
        return _share(self.right, self.shown)


@dataclass(frozen=True, slots=True)
class QuoteError:
    """One thing that is wrong, and what would be right."""

    article: str
    kind: ErrorKind
    rule: str  # that found it; empty for what was missed
    text: str  # of the utterance
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class QuoteFigures:
    """How well the utterances of some articles are found."""

    articles: int
    content: Score  # utterances, by the rule above
    exact: Score  # the same letters and no others
    direct: Score  # of `content`, what stands in quotation marks
    reported: Score
    cue: Score  # of the utterances that have one
    speaker: Score  # of the utterances whose speaker can be named
    speaker_given_content: Score  # right, also by naming nobody, of those found
    shown: Score  # speakers that are shown, wherever the marked utterance begins and ends
    rules: tuple[RuleScore, ...]  # by name
    errors: tuple[QuoteError, ...]  # in the order of the articles


@dataclass(frozen=True, slots=True)
class _Judged:
    """An article, what was found in it, and which found quote is which marked utterance."""

    article: AnnotatedArticle
    quotes: Sequence[Quote]
    pairs: tuple[tuple[AnnotatedUtterance, Quote], ...]

    @property
    def spurious(self) -> list[Quote]:
        paired = {quote for _, quote in self.pairs}
        return [quote for quote in self.quotes if quote not in paired]

    @property
    def missed(self) -> list[AnnotatedUtterance]:
        paired = {utterance for utterance, _ in self.pairs}
        return [one for one in self.article.utterances if one not in paired]


def judge_quotes(found: Iterable[tuple[AnnotatedArticle, Sequence[Quote]]]) -> QuoteFigures:
    """The figures for articles with what was found in each."""
    judged = [_Judged(article, quotes, tuple(_pairs(article, quotes))) for article, quotes in found]
    pairs = [(one.article, *pair) for one in judged for pair in one.pairs]
    return QuoteFigures(
        articles=len(judged),
        content=_content(judged),
        exact=_counted(judged, sum(_overlap(*each) == 1 for each in pairs)),
        direct=_content(judged, "direct"),
        reported=_content(judged, "reported"),
        cue=_cue(judged),
        speaker=_speaker(judged),
        speaker_given_content=Score(
            len(pairs), len(pairs), sum(_same_speaker(utterance, q) for _, utterance, q in pairs)
        ),
        shown=_shown(judged),
        rules=_rules(judged),
        errors=tuple(error for one in judged for error in _errors(one)),
    )


def _pairs(
    article: AnnotatedArticle, quotes: Sequence[Quote]
) -> Iterable[tuple[AnnotatedUtterance, Quote]]:
    """Each marked utterance with the quote that finds it, the likest first."""
    likely = [
        (_overlap(article, utterance, quote), utterance, quote)
        for utterance in article.utterances
        for quote in quotes
        if utterance.span.overlaps(quote.span)
    ]
    taken: set[AnnotatedUtterance | Quote] = set()
    for share, utterance, quote in sorted(likely, key=lambda one: -one[0]):
        if share >= _SAME and taken.isdisjoint({utterance, quote}):
            taken |= {utterance, quote}
            yield utterance, quote


def _overlap(article: AnnotatedArticle, utterance: AnnotatedUtterance, quote: Quote) -> float:
    """The share of letters the two have in common, by the better reading of the utterance."""
    readings = [utterance.span]
    quoted = _QUOTED.search(utterance.span.of(article.text))
    if utterance.kind == "reported" and quoted is not None:
        start = utterance.span.start
        readings.append(Span(start + quoted.start(), start + quoted.end()))
    return max(_jaccard(article.text, reading, quote.span) for reading in readings)


def _jaccard(text: str, one: Span, other: Span) -> float:
    common = _letters(text, _common(one, other))
    return _share(common, _letters(text, one) + _letters(text, other) - common)


def _common(one: Span, other: Span) -> Span:
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _letters(text: str, span: Span) -> int:
    return sum(map(str.isalnum, span.of(text)))


def _same_speaker(utterance: AnnotatedUtterance, quote: Quote) -> bool:
    return _name(quote.speaker) in {_name(one) for one in utterance.speakers}


def _name(speaker: str | None) -> str | None:
    """A name as it is compared: `The Ministry` is `ministry`."""
    return None if speaker is None else speaker.casefold().removeprefix("the ")


def _same_cue(utterance: AnnotatedUtterance, quote: Quote) -> bool:
    """Whether any word is common: `said` finds `was quoted as having said`."""
    expected = " ".join(utterance.cues).casefold().split()
    return not set(expected).isdisjoint(quote.cue.casefold().split())


def _content(judged: Sequence[_Judged], kind: Kind | None = None) -> Score:
    """What is found; of one kind, a found quote is of the kind it was marked as, if it was."""
    spurious = [quote for one in judged for quote in one.spurious]
    paired = [utterance for one in judged for utterance, _ in one.pairs]
    expected = [utterance for one in judged for utterance in one.article.utterances]
    right = _of(paired, kind)
    return Score(right + _of(spurious, kind), _of(expected, kind), right)


def _of(many: Iterable[AnnotatedUtterance | Quote], kind: Kind | None) -> int:
    return sum(kind in (None, one.kind) for one in many)


def _counted(judged: Sequence[_Judged], right: int) -> Score:
    return Score(
        sum(len(one.quotes) for one in judged),
        sum(len(one.article.utterances) for one in judged),
        right,
    )


def _cue(judged: Sequence[_Judged]) -> Score:
    pairs = [pair for one in judged for pair in one.pairs if pair[0].cues]
    return Score(
        sum(bool(quote.cue) for _, quote in pairs)
        + sum(bool(quote.cue) for one in judged for quote in one.spurious),
        sum(bool(utterance.cues) for one in judged for utterance in one.article.utterances),
        sum(_same_cue(*pair) for pair in pairs),
    )


def _speaker(judged: Sequence[_Judged]) -> Score:
    """Names given and expected; where naming nobody is right too, a right name does not count."""
    shown = sum(quote.speaker is not None for one in judged for quote in one.quotes)
    right = [
        utterance
        for one in judged
        for utterance, quote in one.pairs
        if quote.speaker is not None and _same_speaker(utterance, quote)
    ]
    expected = [utterance for one in judged for utterance in one.article.utterances]
    optional = sum(None in utterance.speakers for utterance in right)
    return Score(
        shown - optional,
        sum(None not in utterance.speakers for utterance in expected),
        len(right) - optional,
    )


def _shown(judged: Sequence[_Judged]) -> Score:
    shown = [(one, quote) for one in judged for quote in one.quotes if quote.speaker is not None]
    return Score(len(shown), len(shown), sum(_rightly_shown(*each) for each in shown))


def _rightly_shown(judged: _Judged, quote: Quote) -> bool:
    text = judged.article.text
    theirs = sum(
        _letters(text, _common(utterance.span, quote.span))
        for utterance in judged.article.utterances
        if _same_speaker(utterance, quote)
    )
    return theirs >= _MOSTLY * _letters(text, quote.span)


def _rules(judged: Sequence[_Judged]) -> tuple[RuleScore, ...]:
    shown: dict[str, list[bool]] = defaultdict(list)
    for one in judged:
        for quote in one.quotes:
            if quote.speaker is not None:
                shown[quote.rule].append(_rightly_shown(one, quote))
    return tuple(RuleScore(rule, len(right), sum(right)) for rule, right in sorted(shown.items()))


def _errors(judged: _Judged) -> Iterable[QuoteError]:
    """All that is wrong with one article, in the order of its text."""
    named = judged.article.name
    text = judged.article.text
    wrong: list[tuple[int, QuoteError]] = []

    def note(
        kind: ErrorKind, one: AnnotatedUtterance | Quote, rule: str, expected: str, found: str
    ) -> None:
        words = " ".join(one.span.of(text).split())
        wrong.append((one.span.start, QuoteError(named, kind, rule, words, expected, found)))

    for utterance in judged.missed:
        note("missed", utterance, "", _shown_names(utterance), _nearest(judged, utterance))
    for quote in judged.spurious:
        rightly = quote.speaker is None or _rightly_shown(judged, quote)
        note("spurious" if rightly else "shown", quote, quote.rule, "", quote.speaker or "-")
    for utterance, quote in judged.pairs:
        if utterance.cues and not _same_cue(utterance, quote):
            note("cue", utterance, quote.rule, " … ".join(utterance.cues), quote.cue)
        if not _same_speaker(utterance, quote):
            kind: ErrorKind = "unnamed" if quote.speaker is None else "speaker"
            note(kind, utterance, quote.rule, _shown_names(utterance), quote.speaker or "-")
    return [error for _, error in sorted(wrong, key=lambda one: one[0])]


def _nearest(judged: _Judged, utterance: AnnotatedUtterance) -> str:
    """What was found where something else was marked."""
    near = [quote for quote in judged.quotes if quote.span.overlaps(utterance.span)]
    return " … ".join(" ".join(quote.span.of(judged.article.text).split()) for quote in near)


def _shown_names(utterance: AnnotatedUtterance) -> str:
    return " / ".join(name or "-" for name in utterance.speakers)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
