"""The language of a text."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.function_words import FUNCTION_WORDS
from index.language import guess_language, is_stop_word

TEXTS = [
    ("What did the mayor say about the harbour?", "en"),
    ("Falk's visit", "en"),
    ("the club’s goal", "en"),
    ("wie geht's dem Hafen", "de"),
    ("Was hat die Bürgermeisterin über den Hafen gesagt?", "de"),
    ("Warum trat Osmund Quist zurück?", "de"),
    ("Qu'a dit la maire sur le port ?", "fr"),
    ("¿Qué dijo la alcaldesa sobre el puerto?", "es"),
    ("Che cosa ha detto la sindaca sul porto?", "it"),
    ("Quem é Ines Falk?", "pt"),
    ("Waarom trad Osmund Quist af?", "nl"),
    ("Varför avgick Osmund Quist?", "sv"),
    ("Hvornår sejler færgen igen?", "da"),
    ("Hva sa ordføreren om havna?", "no"),
    ("Milloin lautta kulkee taas?", "fi"),
    ("Ile łodzi zatonęło w nocy?", "pl"),
    ("Kolik lodí se potopilo?", "cs"),
    ("Mit mondott a polgármester a kikötőről?", "hu"),
    ("Când pleacă din nou feribotul?", "ro"),
    ("Osmund Quist neden istifa etti?", "tr"),
    ("Apa kata wali kota tentang pelabuhan?", "id"),
    ("Thị trưởng nói gì về bến cảng?", "vi"),
    ("Što je rekla gradonačelnica o luci?", "hr"),
    ("Ką pasakė merė apie uostą?", "lt"),
    ("Mida ütles linnapea sadama kohta?", "et"),
    ("Què va dir l'alcaldessa sobre el port?", "ca"),
    ("Что он сказал о порте?", "ru"),
    ("Що сказала мерка про порт?", "uk"),
    ("Какво каза кметът за пристанището?", "bg"),
    ("Шта је рекла градоначелница о луци?", "sr"),
    ("Τι είπε ο δήμαρχος", "el"),
    ("ماذا قال الوزير", "ar"),
    ("شهردار درباره بندر چه گفت؟", "fa"),
    ("מה אמרה ראש העיר על הנמל?", "he"),
    ("भारत की राजधानी क्या है", "hi"),
    ("ஏன் மேயர் ராஜினாமா செய்தார்?", "ta"),
    ("ինչ ասաց քաղաքապետը նավահանգստի մասին", "hy"),
    ("汪文斌说了什么？", "zh"),
    ("OpenAI的ChatGPT是什么？", "zh"),
    ("東京で何がありましたか", "ja"),
    ("서울에서 무슨 일이 있었나요", "ko"),
    ("นายกรัฐมนตรีพูดว่าอะไร", "th"),
    ("Wang Wenbin (汪文斌) said that the talks went on", "en"),
    ("Los Angeles Rams, San Diego and Las Vegas: who won the most games?", "en"),
    ("Τι είπε ο Christopher Montgomery;", "el"),
]
PROSE = {
    "en": "The ferry was late again, and nobody on the quay was told why. " * 40,
    "de": "Die Fähre war wieder zu spät, und niemand am Kai erfuhr, warum. " * 40,
    "zh": "渡轮又晚点了，码头上没有人知道原因。" * 60,
}


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_language_of_a_short_text(text: str, lang: str) -> None:
    assert guess_language(text) == lang


@pytest.mark.parametrize(("text", "lang"), TEXTS)
def test_a_question_is_told_among_the_languages_of_an_index(text: str, lang: str) -> None:
    assert guess_language(text, among=["en", lang], default="en") == lang


@pytest.mark.parametrize("lang", PROSE)
@pytest.mark.parametrize("default", ["en", "de", "zh"])
def test_language_of_an_article(lang: str, default: str) -> None:
    assert guess_language(PROSE[lang], default=default) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "12345",
        "3.14 – 2.72 = 0.42",
        "https://example.org/the/mayor/of/the-port?what=is&this=that",
        "ask@the.mayor www.of-the-port.example",
        "for (i = 0; i < n; i++) { if (is_in[i] && !was[i]) { do_it(&a[i]); } }",
        "Osmund Quist",
        "\ud800 \x00",
    ],
)
@pytest.mark.parametrize("default", ["en", "de", "zh", "nb"])
def test_where_nothing_tells_it_is_the_default(text: str, default: str) -> None:
    assert guess_language(text, default=default) == default


def test_words_decide_only_among_the_languages_considered() -> None:
    assert guess_language("de la maire", among=["en", "es"], default="en") == "es"


def test_one_script_is_shared_by_several_languages_of_the_index() -> None:
    assert guess_language("Где порт?", among=["bg", "en"]) == "bg"
    assert guess_language("Где порт?", among=["de", "en"]) == "ru"


def test_a_language_told_by_the_tables_of_another_keeps_its_name() -> None:
    assert guess_language("Hva sa ordføreren om havna?", among=["nb", "en"]) == "nb"
    assert is_stop_word("hva", "nb")


def test_the_answer_is_the_same_in_every_process_and_thread() -> None:
    script = "from index.language import guess_language as g; print([g(t) for t in {texts!r}])"
    texts = [text for text, _ in TEXTS if text.isprintable()]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script.format(texts=texts)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(guess_language, texts * 5)) == [
            guess_language(text) for text in texts * 5
        ]


@given(st.text(), st.sampled_from(["en", "zh", "nb", "xx"]))
def test_any_text_has_a_language(text: str, default: str) -> None:
    assert guess_language(text, default=default).isalpha()
    assert guess_language(text, among=[default], default=default)


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("the", "en", True),
        ("The", "en", True),
        ("US", "en", False),
        ("us", "en", True),
        ("harbour", "en", False),
        ("May", "en", False),
        ("die", "de", True),
        ("die", "en", False),
        ("who", "xx", False),
        ("İçin", "tr", True),
        ("ποιος", "el", True),
        ("什么", "zh", True),
        ("港口", "zh", False),
        ("ですか"[:2], "ja", True),
        ("誰が", "ja", True),
        ("東京", "ja", False),
        ("누구", "ko", True),
        ("인도", "ko", False),
        ("อะไ", "th", True),
        ("สะพ", "th", False),
    ],
)
def test_stop_words(word: str, lang: str, expected: bool) -> None:
    assert is_stop_word(word, lang) is expected


def test_what_is_a_pronoun_in_lower_case_is_a_name_behind_an_article() -> None:
    assert not is_stop_word("us", "en", "the")
    assert not is_stop_word("who", "en", "The")
    assert is_stop_word("us", "en", "told")


@pytest.mark.parametrize("lang", FUNCTION_WORDS)
def test_function_words_are_lower_case_and_few(lang: str) -> None:
    words = FUNCTION_WORDS[lang]
    assert 30 <= len(words) <= 260
    assert all(word == word.lower() for word in words)
