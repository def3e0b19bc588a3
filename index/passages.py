"""An article's text, split into passages of about 40 to 120 words.

A passage is a run of whole sentences with exact offsets. It ends at a paragraph's border where it
can, inside an utterance (what somebody said, with the words that say who) only where that is longer
than a passage, and a subhead goes with the text under it. Together the passages hold every word of
the text once.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.scripts import UNSPACED
from index.sentences import CLOSING, Paragraph, ascii_words, split_sentences
from index.spans import Span, trim

FEWEST_WORDS = 40
ENOUGH_WORDS = 60  # a passage this long ends at the next paragraph border
MOST_WORDS = 120

_SPACED_WORD = re.compile(r"[^\W_]+")
_WORD = re.compile(rf"[{UNSPACED}]|[^\W_]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_CLAUSE = re.compile(r"[,;:–—][\"'”’»)\]]*\s+|[，；：、][”’」』）]*")
_UNSPACED_WORD = 2  # characters of an unspaced script that carry about as much as one word
_SUBHEAD_WORDS = 12


class _Unit(NamedTuple):
    """What is never split: a sentence, or the sentences of one utterance."""

    span: Span
    words: int
    ends_paragraph: bool
    is_subhead: bool


def split_passages(
    text: str,
    utterances: Sequence[Span] = (),
    *,
    split: Sequence[Paragraph] | None = None,
    counts: Sequence[int] | None = None,
) -> list[Span]:
    """The passages of `text`, in order.

    Args:
        text: an article's text.
        utterances: stretches to keep in one passage, where they are no longer than a passage.
        split: what `split_sentences` makes of the text, where that is known already.
        counts: what `count_words` makes of each sentence of it, where that is known too.
    """
    passages: list[Span] = []
    run: list[_Unit] = []
    words = 0
    for unit in _units(_pieces(text, split or split_sentences(text), counts), utterances):
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
    if text.isascii():
        return len(ascii_words(text))
    unspaced = len(_UNSPACED.findall(text))
    if not unspaced:
        return len(_SPACED_WORD.findall(text))
    return len(_WORD.findall(text)) - unspaced + -(-unspaced // _UNSPACED_WORD)


def _join(run: Sequence[_Unit]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


def _units(pieces: Iterator[_Unit], utterances: Sequence[Span]) -> Iterator[_Unit]:
    """The pieces of a text, joined within an utterance while no longer than a passage."""
    keep = sorted(utterances)
    if not keep:
        yield from pieces
        return
    next_keep = 0
    unit = next(pieces, None)
    while unit:
        following = next(pieces, None)
        while next_keep < len(keep) and keep[next_keep].end <= unit.span.start:
            next_keep += 1
        while following and next_keep < len(keep) and keep[next_keep].start < unit.span.end:
            if keep[next_keep].end <= unit.span.end:
                next_keep += 1
            elif unit.words + following.words > MOST_WORDS:
                break
            else:
                joined = Span(unit.span.start, following.span.end)
                words = unit.words + following.words
                unit = _Unit(joined, words, following.ends_paragraph, is_subhead=False)
                following = next(pieces, None)
        yield unit
        unit = following


def _pieces(text: str, split: Sequence[Paragraph], counts: Sequence[int] | None) -> Iterator[_Unit]:
    """The sentences of `text`, overlong ones in pieces."""
    if counts is None:
        counts = [count_words(part.of(text)) for _, parts in split for part in parts]
    counted = iter(counts)
    for paragraph, parts in split:
        for part in parts:
            words = next(counted)
            subhead = len(parts) == 1 and _is_subhead(part.of(text), words)
            if words <= MOST_WORDS:
                yield _Unit(part, words, part.end == paragraph.end, subhead)
                continue
            for piece in _cut(text, part):
                ends = piece.end == paragraph.end
                yield _Unit(piece, count_words(piece.of(text)), ends, subhead)


def _is_subhead(sentence: str, words: int) -> bool:
    """Whether the only sentence of a paragraph is a heading rather than one of the story."""
    if sentence.startswith("#"):
        return True
    ending = sentence.rstrip(CLOSING)[-1:]
    return ending not in ".!?…:;,。！？" and words <= _SUBHEAD_WORDS


def _cut(text: str, sentence: Span) -> list[Span]:
    """The pieces of a sentence that is longer than a passage, whole clauses where they can be."""
    pieces, start = [], sentence.start
    while start < sentence.end:
        end = _end_of_piece(text, start, sentence.end)
        pieces.append(trim(text, start, end))
        start = end
    return [piece for piece in pieces if piece.end > piece.start]


def _end_of_piece(text: str, start: int, end: int) -> int:
    """Where a piece of a sentence ends: behind its last clause, or before a word too many."""
    words = unspaced = 0
    clause, read = start, start
    for match in _WORD.finditer(text, start, end):
        border = _CLAUSE.search(text, read, match.start()) if words >= ENOUGH_WORDS else None
        if border:
            clause = border.end()
        read = match.end()
        if _UNSPACED.match(match.group()):
            unspaced += 1
            words += unspaced % _UNSPACED_WORD
        else:
            words += 1
        if words > MOST_WORDS:
            return clause if clause > start else match.start()
    return end
