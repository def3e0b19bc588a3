"""Texts become terms."""

import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import FINGERPRINT, LONGEST, Analyzer, fold
from index.stems import stemmer_of

CASES = [
    ("en", "The boats were sinking", ["the", "boat", "were", "sink"]),
    ("en", "Wang's limits", ["wang", "limit"]),
    ("en", "Wang’s limits", ["wang", "limit"]),
    ("en", "the U.S. and the US", ["the", "us", "and", "the", "us"]),
    ("en", "the U.S.'s ferries", ["the", "us", "ferri"]),
    ("en", "It went up. So did a.b.c", ["it", "go", "up", "so", "did", "a", "b", "c"]),
    ("en", "1,200 tonnes, 5.12 metres", ["1200", "tonn", "5.12", "meter"]),
    ("en", "café CAFÉ cafe", ["cafe", "cafe", "cafe"]),
    ("en", "_ferries_ snake_case", ["ferri", "snake", "case"]),
    ("en", "", []),
    ("en", "—… !?", []),
    ("de", "Die Straße der Bürgermeisterin", ["die", "strass", "der", "burgermeist"]),
    ("de", "1.200 Boote, 3,5 Meter", ["1200", "boot", "3.5", "met"]),
    ("fr", "l'été d’Europe", ["ete", "europ"]),
    ("it", "dell'isola quest’anno", ["isol", "anno"]),
    ("ru", "ёлка елка", ["елк", "елк"]),
    ("zh", "汪文斌说", ["汪文", "文斌", "斌说"]),
    ("zh", "ABC公司", ["abc", "公司"]),
    ("zh", "约什·诺曼", ["约什", "诺曼"]),
    ("ja", "東京タワー", ["東京", "京タ", "タワ", "ワー"]),
    ("ko", "시장은 왜", ["시장", "장은", "왜"]),
    ("th", "ไทย", ["ไทย"]),
    ("th", "ท่าเรือ", ["ท่า", "่าเ", "าเร", "เรื", "รือ"]),
    ("hi", "राजधानी", ["राजधान"]),
    ("he", "הנמל והגשר", ["נמל", "גשר"]),
    (None, "Falk's Häfen", ["falk's", "hafen"]),
]


@pytest.mark.parametrize(("lang", "text", "terms"), CASES)
def test_terms_of_a_text(lang: str | None, text: str, terms: list[str]) -> None:
    assert Analyzer().terms(text, lang) == terms


SPELLINGS = [
    ("en", "O'Neill O’Neill O＇Neill"),
    ("en", "Wałęsa Walesa WAŁĘSA"),
    ("en", "software soft\xadware"),
    ("en", "e\u0301clair éclair eclair"),
    ("en", "harbour Ｈａｒｂｏｕｒ harbor harbours"),
    ("en", "win won wins winning"),
    ("en", "child children children's"),
    ("en", "organise organize organised organizing"),
    ("en", "centre center centres"),
    ("en", "1200 1,200 １２００"),
    ("de", "Straße Strasse STRASSE Straẞe"),
    ("de", "Hafen Häfen Haefen"),
    ("de", "Falk Falk's"),
    ("ru", "ещё еще ЕЩЁ"),
    ("uk", "об'єкт об’єкта обʼєкти"),
    ("bg", "пристанище пристанището"),
    ("tr", "İstanbul Istanbul istanbul İstanbul'da İSTANBUL’UN"),
    ("tr", "kapalı kapali KAPALI"),
    ("el", "λιμάνι ΛΙΜΑΝΙ λιμάνια"),
    ("el", "δρόμος ΔΡΟΜΟΣ δρομοσ"),
    ("el", "ευρωπαϊκή ευρωπαικη"),
    ("ar", "المدينة والمدينة بالمدينة للمدينة مدينة مدينه"),
    ("ar", "إعلان أعلان اعلان ٱعلان"),
    ("ar", "مدينة مَدِينَة مـديـنـة"),
    ("ar", "سلام ﺳﻼم"),
    ("ar", "1200 ١٢٠٠ ١٬٢٠٠"),
    ("fa", "کتاب كتاب کتاب‌ها کتابها"),
    ("fa", "1200 ۱۲۰۰"),
    ("hi", "इस्तीफ़ा इस्तीफा"),
    ("vi", "hòa hoà"),
    ("he", 'צה"ל צה״ל צהל'),
    ("ca", "col·lecció col·leccions"),
    ("ja", "タワー ﾀﾜｰ"),
    ("ja", "ガス ｶﾞｽ か\u3099ス".split(maxsplit=1)[0] + " ｶﾞｽ カ\u3099ス"),
    ("ko", "서울 \u1109\u1165\u110b\u116e\u11af"),
]


@pytest.mark.parametrize(("lang", "spellings"), SPELLINGS)
def test_spellings_of_a_word_meet(lang: str, spellings: str) -> None:
    analyzer = Analyzer()
    assert len({tuple(analyzer.terms(word, lang)) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("fa", "کتاب"), ("ar", "كتاب")),
        (("sr", "лука"), ("hr", "luka")),
        (("", "đak"), ("", "dak")),
    ],
)
def test_words_meet_across_languages_of_one_origin(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert Analyzer().term(one[1], one[0]) == Analyzer().term(other[1], other[0])


@pytest.mark.parametrize(
    ("lang", "one", "other"),
    [
        ("vi", "bán", "bạn"),
        ("en", "1200", "1.200"),
        ("en", "US", "use"),
        ("uk", "Micro", "Microsoft"),
    ],
)
def test_what_differs_stays_apart(lang: str, one: str, other: str) -> None:
    assert Analyzer().term(one, lang) != Analyzer().term(other, lang)


def test_every_stemmer_of_snowball_has_its_language() -> None:
    names = set(Stemmer.algorithms()) - {"porter", "dutch_porter", "turkish"}  # older; cut instead
    langs = (
        "ar hy eu ca cs da nl en eo et fi fr de el hi hu id ga it lt ne no fa pl pt ro ru sr st es "
        "sv ta yi"
    ).split()
    assert len(langs) == len(names)
    assert all(stemmer_of(lang)("x") == "x" for lang in langs)


def test_a_token_stands_where_its_word_stands() -> None:
    text = "Wang's “limits” in l'été: 汪文斌"
    words = [text[token.start : token.end] for token in Analyzer().tokens(text, "en")]
    assert words == ["Wang's", "limits", "in", "l'été", "汪文", "文斌"]


def test_an_elided_article_is_not_part_of_the_token() -> None:
    text = "l'été"
    (token,) = Analyzer().tokens(text, "fr")
    assert text[token.start : token.end] == "été"


LANGUAGES = st.sampled_from(
    [*"en de fr it ca tr ar fa hi vi he el uk zh ja ko th xx".split(), "", None]
)
MIXED = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "aZéßıİøłđ09٣,.'’ʼ·\"״\xad\u200c\u200d\u0301\u0e31\u093f汪文ー゛ガｶﾞ\u3099서\u1109\u1165ไทеё"
            "الوب\u064bﻻאהक़Σς_-\ud800\x00 \n"
        ),
    )
)


@given(MIXED, LANGUAGES)
def test_any_text_has_words_terms_and_tokens_that_agree(text: str, lang: str | None) -> None:
    analyzer = Analyzer()
    words, tokens = analyzer.words(text, lang), analyzer.tokens(text, lang)
    assert [text[token.start : token.end] for token in tokens] == words
    assert analyzer.terms(text, lang) == [analyzer.term(word, lang or "") for word in words]
    assert [token.term for token in tokens] == analyzer.terms(text, lang)


@given(MIXED, LANGUAGES)
def test_any_text_has_tokens_in_order_with_terms(text: str, lang: str | None) -> None:
    tokens = Analyzer().tokens(text, lang)
    assert all(0 < len(token.term) <= LONGEST for token in tokens)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(MIXED, LANGUAGES)
def test_any_word_has_a_term(word: str, lang: str | None) -> None:
    assert bool(Analyzer().term(word, lang or "")) == bool(word)


@given(st.text())
def test_an_analyzer_that_has_met_a_word_gives_it_the_same_term(text: str) -> None:
    analyzer = Analyzer()
    assert analyzer.terms(text, "en") == analyzer.terms(text, "en") == Analyzer().terms(text, "en")


@pytest.mark.parametrize(
    "unit",
    ["a", "é", "a.", "a.b", "1,", "a'", "e\u0301", "\u0301", "汪", "ไ", "서", "\u1109", "ｶﾞ", "l·l"],
)
@pytest.mark.parametrize("lang", ["en", "fr", "zh", "tr"])
def test_a_long_run_without_spaces_has_short_terms(unit: str, lang: str) -> None:
    # Where the time grew with the square of the length, this would take minutes.
    terms = Analyzer().terms(unit * 200_000 + "x", lang)
    assert terms
    assert max(map(len, terms)) <= LONGEST


@pytest.mark.parametrize(
    ("text", "folded"), [("Ångström", "angstrom"), ("ŁÓDŹ", "łodz"), ("ё", "е"), ("ไทย", "ไทย")]
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_fingerprint_names_what_terms_depend_on() -> None:
    assert FINGERPRINT.startswith("byline-12 ")
    assert Stemmer.version() in FINGERPRINT
