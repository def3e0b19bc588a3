"""The language of a text."""

import pytest

from index.language import guess_language, is_stop_word

TEXTS = [
    ("What did the mayor say about the harbour?", "en"),
    ("Was hat die Bürgermeisterin über den Hafen gesagt?", "de"),
    ("Qu'a dit la maire sur le port ?", "fr"),
    ("¿Qué dijo la alcaldesa sobre el puerto?", "es"),
    ("Что он сказал о порте?", "ru"),
    ("汪文斌说了什么？", "zh"),
    ("東京で何がありましたか", "ja"),
    ("서울에서 무슨 일이 있었나요", "ko"),
    ("นายกรัฐมนตรีพูดว่าอะไร", "th"),
    ("भारत की राजधानी क्या है", "hi"),
    ("ماذا قال الوزير", "ar"),
    ("Τι είπε ο δήμαρχος", "el"),
    ("Wang Wenbin (汪文斌) said that the talks went on", "en"),
    ("", "en"),
    ("12345", "en"),
]


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_language_of_a_short_text(text: str, lang: str) -> None:
    assert guess_language(text) == lang


def test_words_decide_only_among_the_languages_considered() -> None:
    assert guess_language("de la maire", among=["en", "es"], default="en") == "es"


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("the", "en", True),
        ("The", "en", True),
        ("US", "en", False),
        ("us", "en", True),
        ("harbour", "en", False),
        ("die", "de", True),
        ("die", "en", False),
        ("who", "xx", False),
    ],
)
def test_stop_words(word: str, lang: str, expected: bool) -> None:
    assert is_stop_word(word, lang) is expected
