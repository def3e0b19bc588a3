"""An article's text, split into passages of about 40 to 120 words.

A passage is a run of whole sentences with exact offsets. It ends at a paragraph's border where it
can, inside an utterance (what somebody said, with the words that say who) only where that is longer
than a passage, and a subhead goes with the text under it. Together the passages hold every word of
the text once.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.scripts import UNSPACED
from index.sentences import CLOSING, paragraphs, sentences
from index.spans import Span, trim

FEWEST_WORDS = 40
ENOUGH_WORDS = 60  # a passage this long ends at the next paragraph border
MOST_WORDS = 120

_WORD = re.compile(rf"[{UNSPACED}]|[^\W_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNSPACED_WORD = 2  # characters of an unspaced script that carry about as much as one word
_SUBHEAD_WORDS = 12


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is never split: a sentence, or the sentences of one utterance."""

    span: Span
    words: int
    ends_paragraph: bool
    is_subhead: bool


def split_passages(text: str, utterances: Sequence[Span] = ()) -> list[Span]:
    """The passages of `text`, in order.

    Args:
        text: an article's text.
        utterances: stretches to keep in one passage, where they are no longer than a passage.
    """
    passages: list[Span] = []
    run: list[_Unit] = []
    words = 0
    for unit in _units(text, utterances):
        if run and words + unit.words > MOST_WORDS and not run[-1].is_subhead:
            passages.append(_join(run))
            run, words = [], 0
        run.append(unit)
        words += unit.words
        if unit.ends_paragraph and not unit.is_subhead and words >= ENOUGH_WORDS:
            passages.append(_join(run))
            run, words = [], 0
    if run:
        rest = _join(run)
        if passages and words < FEWEST_WORDS:
            last = passages[-1]
            if count_words(last.of(text)) + words <= MOST_WORDS:
                rest = Span(passages.pop().start, rest.end)
        passages.append(rest)
    return passages


def count_words(text: str) -> int:
    """How many words `text` has; of scripts without spaces, two characters count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(text)) - unspaced + -(-unspaced // _UNSPACED_WORD)


def _join(run: Sequence[_Unit]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


def _units(text: str, utterances: Sequence[Span]) -> list[_Unit]:
    pieces: list[tuple[Span, bool, bool]] = []  # span, ends paragraph, is subhead
    for paragraph in paragraphs(text):
        parts = sentences(text, paragraph)
        subhead = len(parts) == 1 and _is_subhead(paragraph.of(text))
        for part in parts:
            ends = part.end == paragraph.end
            pieces.extend((piece, ends and piece.end == part.end, subhead)
                          for piece in _cut_overlong(text, part))  # fmt: skip
    keep = sorted(utterances)
    units: list[_Unit] = []
    next_keep = 0
    position = 0
    while position < len(pieces):
        span, ends, subhead = pieces[position]
        position += 1
        while next_keep < len(keep) and keep[next_keep].end <= span.start:
            next_keep += 1
        words = count_words(span.of(text))
        while next_keep < len(keep) and keep[next_keep].start < span.end:
            kept = keep[next_keep]
            if kept.end <= span.end or position == len(pieces):
                next_keep += 1
                continue
            following, follower_ends, _ = pieces[position]
            more = count_words(following.of(text))
            if words + more > MOST_WORDS:
                break
            span, ends, subhead = Span(span.start, following.end), follower_ends, False
            words += more
            position += 1
        units.append(_Unit(span, words, ends, subhead))
    return units


def _is_subhead(paragraph: str) -> bool:
    """Whether a paragraph of one sentence is a heading rather than a sentence of the story."""
    if paragraph.startswith("#"):
        return True
    ending = paragraph.rstrip(CLOSING)[-1:]
    return ending not in ".!?…:;,。！？" and count_words(paragraph) <= _SUBHEAD_WORDS


def _cut_overlong(text: str, sentence: Span) -> list[Span]:
    """The sentence itself, or pieces of it at white space where it is longer than a passage."""
    if count_words(sentence.of(text)) <= MOST_WORDS:
        return [sentence]
    pieces = []
    start, words, unspaced = sentence.start, 0, 0
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        if _UNSPACED.match(match.group()):
            unspaced += 1
            words += unspaced % _UNSPACED_WORD
        else:
            words += 1
        if words > MOST_WORDS:
            pieces.append(trim(text, start, match.start()))
            start, words, unspaced = match.start(), 1, 0
    pieces.append(trim(text, start, sentence.end))
    return [piece for piece in pieces if piece.end > piece.start]
