"""From text to terms: the one way in which articles and questions become comparable.

A token is a word as it stands, with its place; its term is the word case-folded, stemmed in its
language (Snowball), and stripped of diacritics. Scripts that write without spaces become
overlapping character n-grams: bigrams for Chinese and Japanese, trigrams for Thai and its
neighbours. Nothing is dropped: stop words matter in names and phrases, so only questions lose them.
"""

import re
import unicodedata
from typing import NamedTuple

import Stemmer

from index import scripts

FINGERPRINT = f"byline-1 snowball-{Stemmer.version()} unicode-{unicodedata.unidata_version}"
"""What an article's analysis depends on; another one makes the next update analyse anew.

The number is raised whenever the same text gives other terms, passages or quotes.
"""

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "nn": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# Combining marks belong to their word: without them Devanagari falls apart at each vowel sign.
_MARKS = "".join(
    chr(point) for point in range(0x300, 0x2000) if unicodedata.category(chr(point))[0] == "M"
)
_LETTERS = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)"  # U.S.
    r"|\d+(?:[.,]\d+)+"  # 1,200.50
    rf"|{_LETTERS}(?:['’]{_LETTERS})*"  # Wang's
)
_UNSPACED_RUN = re.compile(
    f"(?P<pairs>[{scripts.HAN}{scripts.KANA}]+)|(?P<triples>[{scripts.THAI_AND_NEIGHBOURS}]+)"
    f"|[^{scripts.UNSPACED}]+"
)
_ELIDING = frozenset({"fr", "it", "ca"})
_ELISION = re.compile(
    r"^(?:\w{1,2}|qu|jusqu|lorsqu|puisqu|quelqu|dell|nell|sull|all|dall|quell)['’]"
)
_CACHE_LIMIT = 500_000


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
        self._stemmers: dict[str, Stemmer.Stemmer | None] = {}
        self._terms: dict[tuple[str, str], str] = {}

    def tokens(self, text: str, lang: str | None) -> list[Token]:
        """The tokens of `text` in order, its words stemmed as words of `lang`."""
        tokens: list[Token] = []
        language = lang or ""
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word.isascii():
                tokens.append(self._word(word, match.start(), match.end(), language))
                continue
            for part in _UNSPACED_RUN.finditer(word):
                start = match.start() + part.start()
                if part.lastgroup is None:
                    tokens.append(
                        self._word(part.group(), start, start + len(part.group()), language)
                    )
                else:
                    size = 2 if part.lastgroup == "pairs" else 3
                    tokens.extend(_ngrams(part.group(), start, size))
        return tokens

    def terms(self, text: str, lang: str | None) -> list[str]:
        """The terms of `text` in order."""
        return [token.term for token in self.tokens(text, lang)]

    def _word(self, word: str, start: int, end: int, lang: str) -> Token:
        if lang in _ELIDING and (elided := _ELISION.match(word)):
            start += elided.end()
            word = word[elided.end() :]
        return Token(self.term(word, lang), start, end)

    def term(self, word: str, lang: str) -> str:
        """The term of one word."""
        known = self._terms.get((lang, word))
        if known is not None:
            return known
        if len(self._terms) >= _CACHE_LIMIT:
            self._terms.clear()
        term = self._terms[lang, word] = self._analyze(word, lang)
        return term

    def _analyze(self, word: str, lang: str) -> str:
        folded = unicodedata.normalize("NFC", word).casefold().replace("’", "'")
        if folded.endswith(".") and "." in folded[:-1]:
            return folded.replace(".", "")  # U.S. is US
        if folded[0].isdigit():
            return re.sub(r",(?=\d{3}(?:\D|$))", "", folded)  # 1,200 is 1200
        stemmer = self._stemmer(lang)
        stem = stemmer.stemWord(folded) if stemmer else folded
        return fold(stem) or folded

    def _stemmer(self, lang: str) -> Stemmer.Stemmer | None:
        if lang not in self._stemmers:
            name = _SNOWBALL.get(lang)
            # The cache is ours (`_terms`), so the stemmer's own is switched off.
            self._stemmers[lang] = Stemmer.Stemmer(name, 0) if name else None
        return self._stemmers[lang]


def fold(text: str) -> str:
    """`text` in lower case and without diacritics (of Latin, Greek, Cyrillic and Arabic)."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    kept = "".join(c for c in decomposed if unicodedata.category(c) != "Mn" or _is_vowel_sign(c))
    return unicodedata.normalize("NFC", kept)


def _is_vowel_sign(mark: str) -> bool:
    """Whether a combining mark is a letter in its own right, as in Indic scripts and Thai."""
    return "ऀ" <= mark <= "᳿"


def _ngrams(run: str, start: int, size: int) -> list[Token]:
    if len(run) <= size:
        return [Token(run, start, start + len(run))]
    return [
        Token(run[i : i + size], start + i, start + i + size) for i in range(len(run) - size + 1)
    ]
