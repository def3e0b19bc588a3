"""From text to terms: the one way in which articles and questions become comparable.

A token is a word as it stands, with its place (`index.words`); its term is the word case-folded,
stemmed in its language and stripped of diacritics (`index.stems`). Nothing is dropped: stop words
matter in names and phrases, so only questions lose them.
"""

import re
import unicodedata
from collections.abc import Container, Sequence
from itertools import compress
from typing import NamedTuple

import Stemmer

from index.stems import fold, stemmer_of
from index.words import spans_of, words_of, words_with_spans

__all__ = ["FINGERPRINT", "Analyzer", "Token", "fold"]

FINGERPRINT = f"byline-12 snowball-{Stemmer.version()} unicode-{unicodedata.unidata_version}"
"""What an article's analysis depends on; another one makes the next update analyse anew.

The number is raised whenever the same text gives other terms, passages or quotes.
"""

LONGEST = 64  # characters of a word that count, and of a term: more is no word but code

_ABBREVIATION = re.compile(r"((?:[^\W\d_]\.){2,})(?:'\w+)?")
_UNPAIRED = re.compile("[\ud800-\udfff]")  # halves of characters, which no stemmer takes
_GROUPS = re.compile(r",(?=\d{3}(?:\D|$))")
_GROUPS_BY_POINT = re.compile(r"\.(?=\d{3}(?:\D|$))")
_POINT_GROUPS = frozenset(
    "az bs ca da de el es eu gl hr id is it mk nl pt ro sl sq sr tr vi".split()
)
_SPELLED = str.maketrans(
    {"’": "'", "ʼ": "'", "٬": ",", "٫": ".", "·": "", "״": "", '"': "", "\xad": "", "\u2060": ""}
)
_CACHE_LIMIT = 250_000  # words of one language


class Token(NamedTuple):
    """A word of a text, or an n-gram of one."""

    term: str
    start: int  # code points into the text
    end: int


class Analyzer:
    """Finds the tokens of texts; remembers the term of each word it has met.

    Not to be shared between threads.
    """

    def __init__(self) -> None:
        self._terms: dict[str, _Terms] = {}

    def words(self, text: str, lang: str | None) -> list[str]:
        """The words of `text` in order, as they stand; `terms` are their terms, one for one."""
        return words_of(text, lang)

    def terms(self, text: str, lang: str | None) -> list[str]:
        """The terms of `text` in order, its words stemmed as words of `lang`."""
        return list(map(self._of(lang or "").__getitem__, words_of(text, lang)))

    def terms_of(self, words: Sequence[str], lang: str | None) -> list[str]:
        """The terms of words of `lang`, one for one."""
        return list(map(self._of(lang or "").__getitem__, words))

    def tokens(self, text: str, lang: str | None) -> list[Token]:
        """The terms of `text` in order, each with the place of its word."""
        terms = self._of(lang or "")
        return [Token(terms[text[start:end]], start, end) for start, end in spans_of(text, lang)]

    def found(self, text: str, lang: str | None, wanted: Container[str]) -> list[Token]:
        """The tokens of `text` whose terms are wanted."""
        words, spans = words_with_spans(text, lang)
        terms = self.terms_of(words, lang)
        wanted_ones = compress(zip(terms, spans, strict=True), map(wanted.__contains__, terms))
        return [Token(term, start, end) for term, (start, end) in wanted_ones]

    def term(self, word: str, lang: str) -> str:
        """The term of one word."""
        return self._of(lang)[word]

    def _of(self, lang: str) -> "_Terms":
        terms = self._terms.get(lang)
        if terms is None:
            terms = self._terms[lang] = _Terms(lang)
        return terms


class _Terms(dict[str, str]):
    """The terms of one language's words, each made when it is first asked for."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._stem = stemmer_of(lang)
        self._groups_by_point = lang in _POINT_GROUPS

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHE_LIMIT:
            self.clear()
        term = self[word] = self._analyze(word)
        return term

    def _analyze(self, word: str) -> str:
        if word.isascii() and word.isalpha() and len(word) <= LONGEST:  # most words, all of that
            spelled = word.lower()
            return self._stem(spelled) or spelled
        whole = _UNPAIRED.sub("", word[:LONGEST])
        spelled = unicodedata.normalize("NFKC", whole).casefold().translate(_SPELLED)[:LONGEST]
        if abbreviation := _ABBREVIATION.fullmatch(spelled):
            return abbreviation[1].replace(".", "")  # U.S. is US
        if spelled[:1].isdecimal():
            return self._number(spelled)
        return self._stem(spelled)[:LONGEST] or spelled or word[:LONGEST]

    def _number(self, spelled: str) -> str:
        """1,200 is 1200, and so is 1.200 where points group digits; 3,5 is 3.5."""
        digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in spelled)
        if self._groups_by_point:
            digits = _GROUPS_BY_POINT.sub("", digits)
        return _GROUPS.sub("", digits).replace(",", ".")
