"""The words that report speech and name speakers, by language.

A language is one `Lexicon`: to add one, fill its tables in a module of its own.
"""

from index.language import guess_language
from index.quotes.english_words import ENGLISH
from index.quotes.french_words import FRENCH
from index.quotes.german_words import GERMAN
from index.quotes.lexicon import Lexicon
from index.quotes.russian_words import RUSSIAN
from index.quotes.spanish_words import SPANISH

_LEXICONS = {lexicon.code: lexicon for lexicon in (ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN)}


def lexicon_for(text: str, lang: str | None) -> Lexicon:
    """The tables for `lang` ("de", "de-AT"), or for what `text` looks like; else English."""
    code = lang or guess_language(text, among=_LEXICONS)
    return _LEXICONS.get(code.casefold().partition("-")[0], ENGLISH)
