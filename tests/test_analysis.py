"""Texts become terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyzer, fold

CASES = [
    ("en", "The boats were sinking", ["the", "boat", "were", "sink"]),
    ("en", "Wang's limits", ["wang", "limit"]),
    ("en", "Wang’s limits", ["wang", "limit"]),
    ("en", "the U.S. and the US", ["the", "us", "and", "the", "us"]),
    ("en", "1,200 tonnes, 5.12 metres", ["1200", "tonn", "5.12", "metr"]),
    ("en", "café CAFÉ cafe", ["cafe", "cafe", "cafe"]),
    ("en", "_ferries_ snake_case", ["ferri", "snake", "case"]),
    ("en", "", []),
    ("en", "—… !?", []),
    ("de", "Die Straße der Bürgermeisterin", ["die", "strass", "der", "burgermeist"]),
    ("fr", "l'été d’Europe", ["ete", "europ"]),
    ("ru", "ёлка елка", ["елк", "елк"]),
    ("zh", "汪文斌说", ["汪文", "文斌", "斌说"]),
    ("zh", "ABC公司", ["abc", "公司"]),
    ("ja", "東京タワー", ["東京", "京タ", "タワ", "ワー"]),
    ("th", "ไทย", ["ไทย"]),
    ("hi", "राजधानी", ["राजधान"]),
    (None, "Falk's Häfen", ["falk's", "hafen"]),
]


@pytest.mark.parametrize(("lang", "text", "terms"), CASES)
def test_terms_of_a_text(lang: str | None, text: str, terms: list[str]) -> None:
    assert Analyzer().terms(text, lang) == terms


def test_a_token_stands_where_its_word_stands() -> None:
    text = "Wang's “limits” in l'été: 汪文斌"
    words = [text[token.start : token.end] for token in Analyzer().tokens(text, "en")]
    assert words == ["Wang's", "limits", "in", "l'été", "汪文", "文斌"]


def test_an_elided_article_is_not_part_of_the_token() -> None:
    text = "l'été"
    (token,) = Analyzer().tokens(text, "fr")
    assert text[token.start : token.end] == "été"


@given(st.text(), st.sampled_from(["en", "de", "fr", "zh", "th", "hi", "xx", None]))
def test_any_text_has_tokens_in_order_with_terms(text: str, lang: str | None) -> None:
    tokens = Analyzer().tokens(text, lang)
    assert all(token.term for token in tokens)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(st.text())
def test_an_analyzer_that_has_met_a_word_gives_it_the_same_term(text: str) -> None:
    analyzer = Analyzer()
    assert analyzer.terms(text, "en") == analyzer.terms(text, "en") == Analyzer().terms(text, "en")


@pytest.mark.parametrize(
    ("text", "folded"), [("Ångström", "angstrom"), ("ŁÓDŹ", "łodz"), ("ё", "е"), ("ไทย", "ไทย")]
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded
