"""What an article holds: its language, its passages in words, and who says what in it.

Reading an article costs far more than storing it, so batches of articles go to other processes.
What comes back is packed: words as numbers, which each process gives out as it meets new ones and
explains once.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from index.analysis import Analyzer
from index.articles import Article
from index.language import guess_language
from index.packed_quotes import pack_quote
from index.passages import split_passages
from index.quotes import Quote, find_quotes
from index.sentences import split_sentences
from index.spans import Span


class AnalyzedPassage(NamedTuple):
    """A passage and its raw words, in order."""

    span: Span
    words: list[str]


class AnalyzedArticle(NamedTuple):
    """An article with everything that analysis found in it."""

    lang: str
    title: list[str]  # the raw words of the headline, which count for every passage
    passages: list[AnalyzedPassage]
    quotes: list[Quote]


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


def analyze(article: Article, analyzer: Analyzer) -> AnalyzedArticle:
    """Find an article's language where it states none, its passages, words and quotes."""
    lang = article.lang or guess_language(f"{article.title}\n{article.text}")
    split = split_sentences(article.text)
    quotes = find_quotes(article.text, title=article.title, lang=lang, split=split)
    spans = split_passages(article.text, [quote.sentences for quote in quotes], split=split)
    return AnalyzedArticle(
        lang=lang,
        title=analyzer.words(article.title, lang),
        passages=[
            AnalyzedPassage(span, analyzer.words(span.of(article.text), lang)) for span in spans
        ],
        quotes=quotes,
    )


class Analyst:
    """Analyses batches, and numbers the words it meets.

    Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._analyzer = Analyzer()
        self._numbers: dict[str, _Numbers] = {}  # by language
        self._new: list[Word] = []
        self._met = 0

    def __call__(self, articles: Sequence[Article]) -> Analysis:
        """The analysis of a batch."""
        packed = [self._pack(analyze(article, self._analyzer)) for article in articles]
        new, self._new = self._new, []
        return Analysis(new, packed)

    def _pack(self, analyzed: AnalyzedArticle) -> PackedArticle:
        numbers = self._numbers.get(analyzed.lang)
        if numbers is None:
            numbers = self._numbers[analyzed.lang] = _Numbers(self, analyzed.lang)
        words: list[int] = []
        for passage in analyzed.passages:
            words.extend(map(numbers.__getitem__, passage.words))
        return PackedArticle(
            lang=analyzed.lang,
            title=_packed(list(map(numbers.__getitem__, analyzed.title))),
            starts=_packed([passage.span.start for passage in analyzed.passages]),
            ends=_packed([passage.span.end for passage in analyzed.passages]),
            lengths=_packed([len(passage.words) for passage in analyzed.passages]),
            words=_packed(words),
            quotes=tuple(
                PackedQuote(quote.sentences.start, quote.speaker, pack_quote(quote))
                for quote in analyzed.quotes
            ),
        )

    def meet(self, word: str, lang: str) -> int:
        """The number of a word met for the first time; its term is found this once."""
        self._new.append(Word(lang, word, self._analyzer.term(word, lang)))
        self._met += 1
        return self._met - 1


class _Numbers(dict[str, int]):
    """The numbers of one language's words; asking for a new one gives it a number."""

    def __init__(self, analyst: Analyst, lang: str) -> None:
        super().__init__()
        self._analyst = analyst
        self._lang = lang

    def __missing__(self, word: str) -> int:
        number = self[word] = self._analyst.meet(word, self._lang)
        return number


def _packed(numbers: list[int]) -> bytes:
    return np.array(numbers, np.uint32).tobytes()
