"""The stem of a word in its language, by which its forms meet.

Snowball where it has the language, after the spelling is made one; otherwise the first five
letters, which find as well as stems in languages of rich endings (McNamee, Nicholas and Mayfield
2009). nDCG@10 of XQuAD, cut / Snowball / neither: Russian .954 / .954 / .870, Greek .952 / .948 /
.907. Snowball mixes up fewer words, so it stays where it is as good; in Turkish, where five letters
are known to do as well as dictionaries (Can et al. 2008), it is not: .954 / .948 / .901.
"""

import re
import unicodedata
from collections.abc import Callable

import Stemmer

from index.english_forms import english

Stem = Callable[[str], str]

_SNOWBALL = {
    "ar": "arabic", "bs": "serbian", "ca": "catalan", "cs": "czech", "da": "danish",
    "de": "german", "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish",
    "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hr": "serbian", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ms": "indonesian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho",
    "sv": "swedish", "ta": "tamil", "yi": "yiddish",
}  # fmt: skip
_CYRILLIC_CUT = frozenset({"be", "bg", "mk", "uk"})
_CUT = _CYRILLIC_CUT | {"az", "lv", "sk", "sl", "tr"}
_FIRST_LETTERS = 5

# What one letter is written as elsewhere, so that a name meets itself: Wałęsa and Walesa, the
# letters of Arabic, Persian and Urdu keyboards.
_ONE_LETTER = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ٱ": "ا",
        "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ـ": "",
        "\u200c": "", "\u200d": "",
    }
)  # fmt: skip
_VOWEL_SIGNS = range(0x900, 0x1D00)  # letters in their own right, in Indic scripts and Thai
_VOICE_MARKS = "\u3099\u309a"  # of kana
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def stemmer_of(lang: str) -> Stem:
    """What makes a stem, without diacritics, of a word of `lang` in lower case and NFKC."""
    if lang == "vi":
        return _vietnamese
    if not lang:
        return _plain
    spell = _SPELLINGS.get(lang, _without_possessive)
    stem = _beginning if lang in _CUT else _snowball(lang)
    if lang in _CYRILLIC_CUT:  # a foreign name among Cyrillic letters takes no endings
        return lambda word: _plain(word if word.isascii() else stem(spell(word)))
    return lambda word: _plain(stem(spell(word)))


def fold(text: str) -> str:
    """`text` in lower case and without diacritics (of Latin, Greek, Cyrillic, Arabic, Hebrew)."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered)
    return unicodedata.normalize("NFC", decomposed.translate(_MARKS))


class _Marks(dict[int, int | None]):
    """For `str.translate`: what only changes the letter before it is dropped, all else stays."""

    def __missing__(self, point: int) -> int | None:
        character = chr(point)
        vowel = point in _VOWEL_SIGNS or character in _VOICE_MARKS
        mark = unicodedata.category(character) == "Mn" and not vowel
        kept = self[point] = None if mark else point
        return kept


_MARKS = _Marks()


def _plain(word: str) -> str:
    """A stem as it meets those of other languages."""
    plain = fold(word)
    return plain if plain.isascii() else plain.translate(_ONE_LETTER)


def _snowball(lang: str) -> Stem:
    name = _SNOWBALL.get(lang)
    # The terms are remembered, so the stemmer's own memory is switched off.
    return Stemmer.Stemmer(name, 0).stemWord if name else str


def _beginning(word: str) -> str:
    return fold(word)[:_FIRST_LETTERS]


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s")


def _without_ending_of_name(word: str) -> str:
    """Turkish: the endings of a name stand after an apostrophe."""
    return word.partition("'")[0] or word


# The article al- and what is written together with it: and, with, like, then, for. These are the
# prefixes of Light10 (Larkey, Ballesteros and Connell 2007); the endings are left to Snowball.
# nDCG@10 of XQuAD and ARCD: .943 and .836; Snowball alone .938 and .823; Light10 .935 and .830.
_ARABIC_PREFIX = re.compile(r"\A(?:و?(?:[بكف]?ال|لل)(?=..)|و(?=...))")


_ARABIC_LETTERS = str.maketrans("أإآٱىیةک", "ااااييهك")
_ARABIC_VOWELS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")


def _arabic(word: str) -> str:
    plain = _ARABIC_VOWELS.sub("", word).translate(_ARABIC_LETTERS)
    return _ARABIC_PREFIX.sub("", plain)


_HEBREW_PREFIX = re.compile(r"\A(?:וה|ה|ו)(?=...)")  # the article, and "and"


def _hebrew(word: str) -> str:
    return _HEBREW_PREFIX.sub("", _plain(word))


_PERSIAN_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ـ": ""})


def _persian(word: str) -> str:
    return word.translate(_PERSIAN_LETTERS)


# Hindi is spelled with and without the dot of loan words, with long and short vowels: Larkey,
# Connell and Abduljaleel (2003).
_HINDI_LETTERS = str.maketrans(
    {
        "ँ": "ं", "़": "", "\u200c": "", "\u200d": "", "ऑ": "आ", "ऍ": "ए", "ॉ": "ा", "ॅ": "े",
        "ई": "इ", "ऊ": "उ", "ी": "ि", "ू": "ु", "ऐ": "ए", "औ": "ओ", "ै": "े", "ौ": "ो",
    }
)  # fmt: skip


def _hindi(word: str) -> str:
    return unicodedata.normalize("NFD", word).translate(_HINDI_LETTERS)


_SPELLINGS: dict[str, Stem] = {
    "ar": _arabic,
    "az": _without_ending_of_name,
    "en": english,
    "el": fold,  # in capitals Greek has no accents
    "fa": _persian,
    "he": _hebrew,
    "hi": _hindi,
    "tr": _without_ending_of_name,
}


def _vietnamese(word: str) -> str:
    """The syllable with its tone at the end, for it is written over either of two vowels.

    Tones tell words apart: nDCG@10 of XQuAD .956, and .948 without them.
    """
    decomposed = unicodedata.normalize("NFD", word)
    letters = "".join(c for c in decomposed if c not in _TONES)
    tone = "".join(c for c in decomposed if c in _TONES)
    return unicodedata.normalize("NFC", letters) + tone
