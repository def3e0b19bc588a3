"""Which language a text is written in: by its script, its function words, its letters and endings.

Function words are the commonest words of any prose, so even one sentence holds a few. Each counts
the more the fewer languages have it, and so do letters and endings, which tell the language of what
holds no function word. No model is needed: on questions of XQuAD in twelve languages this is right
in 99.6 of 100, where the models that were tried are right in 94.8 to 99.3 (docs/decisions.md).
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from index import scripts
from index.function_words import FUNCTION_WORDS
from index.letters import ENDINGS, LETTERS
from index.related import table_of
from index.stop_words import is_stop_word
from index.words import MARKS

__all__ = ["FUNCTION_WORDS", "guess_language", "is_stop_word"]

_SAMPLE = 250  # characters of the beginning, and as many of the middle: enough to tell
_SHARE = 0.3  # of the letters: a foreign name in an English text decides nothing
_LITTLE = 0.08  # of the letters: function words beside many foreign names
_WIDE = 2.5  # letters that one character of Chinese, Japanese or Korean is worth
_KANA_SHARE = 0.2  # of kana to Chinese characters: fewer are names in a Chinese text
_FUNCTION_WORD, _LETTER, _ENDING, _NAME = 1.0, 0.5, 0.3, 0.3  # what each is worth as evidence
_RARELY = 0.7  # worth of a language that is rarely met, for few words are taken for it by chance
_RARE = frozenset({"af", "az", "eo", "eu", "ga", "is", "sq", "st", "sw", "tl"})
_FEW = 24  # words: where there are more, endings add nothing
_SYMBOLS = "{}[]<>=_\\|/#@~^`"
_PROSE = 0.08  # of the characters: prose has fewer symbols than that

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    scripts.HAN: ("zh",), scripts.KANA: ("ja",), scripts.HANGUL: ("ko",), scripts.THAI: ("th",),
    scripts.LAO: ("lo",), scripts.BURMESE: ("my",), scripts.KHMER: ("km",),
    scripts.DEVANAGARI: ("hi", "mr", "ne"), scripts.BENGALI: ("bn",), scripts.GURMUKHI: ("pa",),
    scripts.GUJARATI: ("gu",), scripts.ODIA: ("or",), scripts.TAMIL: ("ta",),
    scripts.TELUGU: ("te",), scripts.KANNADA: ("kn",), scripts.MALAYALAM: ("ml",),
    scripts.SINHALA: ("si",), scripts.ARMENIAN: ("hy",), scripts.GEORGIAN: ("ka",),
    scripts.ETHIOPIC: ("am",), scripts.ARABIC: ("ar", "fa", "ur"), scripts.GREEK: ("el",),
    scripts.HEBREW: ("he", "yi"), scripts.CYRILLIC: ("ru", "uk", "bg", "sr", "mk", "be"),
}  # fmt: skip
_IN_OTHER_SCRIPTS = frozenset(lang for langs in _LANGUAGES_OF.values() for lang in langs)
_LATIN = tuple(lang for lang in FUNCTION_WORDS if lang not in _IN_OTHER_SCRIPTS)
_WIDE_SCRIPTS = frozenset({scripts.HAN, scripts.KANA, scripts.HANGUL})

_RANGES = sorted(
    (ord(first), ord(last or first), script)
    for script in _LANGUAGES_OF
    for first, last in re.findall("(.)(?:-(.))?", script)
)
_FIRSTS = [first for first, _, _ in _RANGES]
_NOT_LATIN = re.compile("[^\x00-\u036f\u1e00-\u1eff\u2000-\u2bff]")  # roughly; quick to make
_WORD = re.compile(rf"[^\W\d_]++(?:[{MARKS}]++[^\W\d_]*+)*+")
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s(?![\w'’])")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")


def _holders(tables: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The languages that have each word, letter or ending."""
    holders: dict[str, list[str]] = {}
    for lang, units in tables.items():
        for unit in units:
            holders.setdefault(unit, []).append(lang)
    return holders


_WORDS = _holders(FUNCTION_WORDS)
_LETTERS = _holders(LETTERS)
_ENDINGS = _holders({lang: endings.split() for lang, endings in ENDINGS.items()})
_ENDING_LENGTHS = sorted({len(ending) for ending in _ENDINGS})


def guess_language(text: str, among: Collection[str] = (), default: str = "en") -> str:
    """The language of `text` as an ISO 639-1 code: in some 25 us for a question, 60 for an article.

    Args:
        text: a question or an article.
        among: the languages worth considering where the script leaves several; empty for all.
        default: the answer where nothing tells: there is nothing but numbers, addresses or code.
    """
    sample = _sample(text)
    if sum(map(sample.count, _SYMBOLS)) > _PROSE * len(sample):
        return default
    considered = {table_of(lang): lang for lang in among}
    latin = [lang for lang in _LATIN if not among or lang in considered]
    langs, default_here = latin, table_of(default)
    if not sample.isascii() and _NOT_LATIN.search(sample):
        script, share = _main_script(sample)
        written = _LANGUAGES_OF.get(script, ())
        written = tuple(lang for lang in written if lang in considered) or written
        if share >= _SHARE:
            langs, default_here = list(written), written[0]
        elif share >= _LITTLE:
            langs = [*latin, *written]
    found = _likeliest(sample, langs, default_here)
    return default if found == table_of(default) else considered.get(found, found)


def _sample(text: str) -> str:
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"
    if "://" in text or "@" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _main_script(sample: str) -> tuple[str, float]:
    """The commonest script but Latin, and its share of the letters; "" where there is none."""
    counts: dict[str, float] = defaultdict(float)
    letters = 0.0
    for character, count in Counter(sample).items():
        script = _script_of(character)
        size = count * _WIDE if script in _WIDE_SCRIPTS else float(count)
        if script:
            counts[script] += size
        if script or character.isalpha():
            letters += size
    if counts[scripts.KANA] > _KANA_SHARE * counts[scripts.HAN]:
        counts[scripts.KANA] += counts.pop(scripts.HAN)
    script, size = max(counts.items(), key=lambda item: item[1], default=("", 0.0))
    return script, size / (letters or 1)


def _script_of(character: str) -> str | None:
    point = ord(character)
    _, last, script = _RANGES[bisect_right(_FIRSTS, point) - 1]
    return script if _FIRSTS[0] <= point <= last else None


def _likeliest(sample: str, langs: Iterable[str], default: str) -> str:
    """The language of most evidence; the default where no other has more."""
    scores = dict.fromkeys((default, *langs), 0.0)
    for worth, holders in _found(sample):
        share = worth / len(holders)
        for lang in holders:
            if lang in scores:
                scores[lang] += share
    for lang in _RARE & scores.keys():
        scores[lang] *= _RARELY
    return max(scores, key=scores.__getitem__)


def _found(sample: str) -> Iterator[tuple[float, list[str]]]:
    """What tells, each piece once, for a name repeated tells no more; and who has it.

    A function word with a capital inside a text is probably a part of a name: Los Angeles.
    """
    bare = _POSSESSIVE.sub(
        "", sample
    )  # else the "s" of "Falk's" would be the French one of "s'est"
    words = _WORD.findall(bare)
    if not words:
        return
    if len(bare) < len(sample):
        yield _ENDING, ["en"]
    as_written = {*words, words[0].lower()}
    distinct = {word.lower() for word in as_written}
    # In order, for sums in another order differ in the last digit, from one process to the next.
    for word in sorted(_WORDS.keys() & distinct):
        yield (_FUNCTION_WORD if word in as_written else _NAME), _WORDS[word]
    if not sample.isascii():
        for letter in sorted(_LETTERS.keys() & set(sample.lower())):
            yield _LETTER, _LETTERS[letter]
    if len(words) <= _FEW:
        for word in sorted(word for word in distinct if word not in _WORDS):
            for length in _ENDING_LENGTHS:
                if length + 1 < len(word) and word[-length:] in _ENDINGS:
                    yield _ENDING, _ENDINGS[word[-length:]]
