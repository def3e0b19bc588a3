"""What an article holds: its language, its passages in words, and who says what in it.

Reading an article costs far more than storing it, so batches of articles go to other processes.
What comes back is packed: words as numbers, which each process gives out as it meets new ones and
explains once.
"""

from collections.abc import Callable, Sequence

import numpy as np

from index.analysis import Analyzer
from index.articles import Article
from index.clusters import Clusters
from index.language import guess_language
from index.layout import lay_out
from index.packed_articles import Analysis, PackedArticle, PackedQuote, Word
from index.packed_quotes import pack_quote
from index.passages import split_passages
from index.quotes import find_quotes, signs_of
from index.words import words_of


class Analyst:
    """Analyses batches, and numbers the words it meets.

    Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._analyzer = Analyzer()
        self._readers: dict[str, _Reader] = {}  # by language
        self._new: list[Word] = []
        self._met = 0

    def __call__(self, articles: Sequence[Article]) -> Analysis:
        """The analysis of a batch."""
        packed = [self._analyze(article) for article in articles]
        new, self._new = self._new, []
        return Analysis(new, packed)

    def _analyze(self, article: Article) -> PackedArticle:
        """Find an article's language where it states none, its words, passages and quotes."""
        lang = article.lang or guess_language(f"{article.title}\n{article.text}")
        reader = self._readers.get(lang)
        if reader is None:
            reader = self._readers[lang] = _Reader(lang, self._meet)
        return reader.read(article)

    def _meet(self, word: str, lang: str) -> int:
        """The number of a word met for the first time; its term is found this once."""
        self._new.append(Word(lang, word, self._analyzer.term(word, lang)))
        self._met += 1
        return self._met - 1


class _Reader:
    """Analyses articles of one language."""

    def __init__(self, lang: str, meet: Callable[[str, str], int]) -> None:
        self._lang = lang
        self._numbers = _Numbers(lang, meet)
        self._clusters = Clusters(lang, self._numbers.__getitem__, signs_of(lang))

    def read(self, article: Article) -> PackedArticle:
        """The analysis of an article."""
        text, lang, number = article.text, self._lang, self._numbers.__getitem__
        layout = lay_out(text, self._clusters, number, lang)
        quotes = find_quotes(
            text, title=article.title, lang=lang, split=layout.split, traits=layout.traits
        )
        spans = split_passages(
            text, [quote.sentences for quote in quotes], split=layout.split, counts=layout.counts
        )
        words = layout.words(spans)
        return PackedArticle(
            lang=lang,
            title=_packed([number(word) for word in words_of(article.title, lang)]),
            starts=_packed([span.start for span in spans]),
            ends=_packed([span.end for span in spans]),
            lengths=words.lengths.tobytes(),
            words=words.numbers.tobytes(),
            quotes=tuple(
                PackedQuote(quote.sentences.start, quote.speaker, pack_quote(quote))
                for quote in quotes
            ),
        )


class _Numbers(dict[str, int]):
    """The numbers of one language's words; asking for a new one gives it a number."""

    def __init__(self, lang: str, meet: Callable[[str, str], int]) -> None:
        super().__init__()
        self._meet = meet
        self._lang = lang

    def __missing__(self, word: str) -> int:
        number = self[word] = self._meet(word, self._lang)
        return number


def _packed(numbers: list[int]) -> bytes:
    return np.array(numbers, np.uint32).tobytes()
