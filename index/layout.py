"""An article laid out: its paragraphs and sentences, how many words they have, and which words.

Texts that put spaces between words are laid out by their clusters, all at once; others sentence by
sentence. Either way gives the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from index.clusters import ENDS, GOES_ON, MAY_END, UNSURE, Clusters, spaced
from index.passages import MOST_WORDS, count_words
from index.quotes import drop_silent
from index.sentences import Paragraph, ends_sentence, paragraphs, split_sentences
from index.spans import Span
from index.words import words_of

_GAP = 8  # characters of white space; behind more, what follows is looked for by reading

_LAST_BLANK = 0x3000
_BLANK = np.array([chr(point).isspace() for point in range(_LAST_BLANK + 2)])


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some passages; arrays of uint32."""

    lengths: NDArray[np.uint32]  # of each passage, in words
    numbers: NDArray[np.uint32]  # of the words of all, in order


@dataclass(frozen=True, slots=True)
class Layout:
    """What is known of a text before anybody asks what it says."""

    split: Sequence[Paragraph]
    counts: Sequence[int]  # of each sentence, in words as passages count them
    traits: Sequence[int] | None  # of each sentence: all traits of its clusters; None: not known
    words: Callable[[Sequence[Span]], Words]
    """The words of passages that hold every word of the text once, in order."""


def lay_out(text: str, clusters: Clusters, meet: Callable[[str], int], lang: str) -> Layout:
    """The layout of an article's text.

    Args:
        text: the article's.
        clusters: those of its language.
        meet: gives a word its number.
        lang: the language.
    """
    if spaced(text):
        layout = _by_clusters(text, clusters)
        if layout is not None:
            return layout
    return _by_sentences(text, meet, lang)


def _by_sentences(text: str, meet: Callable[[str], int], lang: str) -> Layout:
    split = split_sentences(text)
    return Layout(
        split=split,
        counts=[count_words(one.of(text)) for _, ones in split for one in ones],
        traits=None,
        words=partial(_words_read, text, meet, lang),
    )


def _words_read(
    text: str, meet: Callable[[str], int], lang: str, passages: Sequence[Span]
) -> Words:
    found = [words_of(one.of(text), lang) for one in passages]
    return Words(
        lengths=np.array([len(words) for words in found], np.uint32),
        numbers=np.array([meet(word) for words in found for word in words], np.uint32),
    )


def _by_clusters(text: str, clusters: Clusters) -> Layout | None:
    """The layout; None where a sentence is so long that it must be cut inside."""
    pieces = text.split()
    if not pieces:
        return None
    numbers = clusters.numbers(pieces)
    starts, ends = _places(text)
    traits = clusters.traits(numbers)
    spans = paragraphs(text)
    firsts = starts.searchsorted([span.start for span in spans])  # of each paragraph, in clusters
    lasts = np.append(firsts[1:], len(pieces)) - 1
    ending = _ending(text, spans, starts, ends, traits, lasts)
    behind = ending.nonzero()[0] + 1
    begins = np.concatenate([[0], behind[:-1]])
    counts = np.add.reduceat(clusters.counts(numbers), begins)
    if counts.max() > MOST_WORDS:
        return None
    drop_silent(traits, begins)
    every = np.bitwise_or.reduceat(traits, begins)
    sentences = list(map(Span, starts[begins].tolist(), ends[behind - 1].tolist()))
    borders = begins.searchsorted(np.append(firsts, len(pieces))).tolist()
    split = [
        Paragraph(span, sentences[first:end])
        for span, first, end in zip(spans, borders, borders[1:], strict=False)
    ]
    sizes = clusters.sizes(numbers)
    return Layout(
        split=split,
        counts=counts.tolist(),
        traits=every.tolist(),
        words=partial(_words_parted, starts, sizes, clusters.words(numbers, sizes)),
    )


def _words_parted(
    starts: NDArray[np.int64],
    sizes: NDArray[np.int64],
    numbers: NDArray[np.uint32],
    passages: Sequence[Span],
) -> Words:
    """The words of a text's clusters, parted where passages begin."""
    firsts = starts.searchsorted([one.start for one in passages])
    lengths = np.add.reduceat(sizes, firsts) if len(firsts) else sizes[:0]
    return Words(lengths.astype(np.uint32), numbers)


def _places(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each cluster of `text` begins and ends."""
    if text.isascii():
        points = np.frombuffer(text.encode("ascii"), np.uint8)
    else:
        points = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    blank = np.ones(len(points) + 2, np.bool_)
    _BLANK.take(points, out=blank[1:-1], mode="clip")
    borders = (blank[1:] != blank[:-1]).nonzero()[0]
    return borders[::2], borders[1::2]


def _ending(
    text: str,
    spans: Sequence[Span],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
    traits: NDArray[np.uint64],
    lasts: NDArray[np.int64],
) -> NDArray[np.bool_]:
    """Which clusters end a sentence.

    Args:
        text: the article's.
        spans: its paragraphs.
        starts: where each cluster begins.
        ends: where it ends.
        traits: what it says.
        lasts: the last cluster of each paragraph.
    """
    ending = traits & ENDS > 0
    ending[:-1] &= traits[1:] & GOES_ON == 0
    unsure = traits[1:] & UNSURE > 0
    unsure |= starts[1:] - ends[:-1] > _GAP
    unsure &= traits[:-1] & ENDS > 0
    unsure |= traits[:-1] & MAY_END > 0
    unsure[lasts[:-1]] = False
    for number in unsure.nonzero()[0].tolist():
        within = spans[int(lasts.searchsorted(number))]
        ending[number] = ends_sentence(text, int(starts[number]), int(ends[number]), within.end)
    ending[lasts] = True
    return ending
