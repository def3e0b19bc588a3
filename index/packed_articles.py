"""Analysed articles as they travel between processes and are stored."""

from typing import NamedTuple


class Word(NamedTuple):
    """A raw word and the term it is found by."""

    lang: str
    word: str
    term: str


class PackedQuote(NamedTuple):
    """A quote as it is stored."""

    start: int  # of its sentences, in code points
    speaker: str | None
    packed: str


class PackedArticle(NamedTuple):
    """An analysed article as it travels and is stored; all arrays are of uint32."""

    lang: str
    title: bytes  # numbers of words
    starts: bytes  # of each passage, in code points
    ends: bytes
    lengths: bytes  # of each passage, in words without the title's
    words: bytes  # numbers of words, of all passages in order
    quotes: tuple[PackedQuote, ...]


class Analysis(NamedTuple):
    """What became of a batch."""

    words: list[Word]  # new since the process's last batch; numbered on from there
    articles: list[PackedArticle]
