"""Ages and prices: an article that does not tell them is no answer to what asks for them."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answer
from bot.texts.answers import not_found
from index import SearchIndex
from index.sought import Sought, is_written_in, sought_in
from tests.asking import RAIN
from tests.asking import ask as asked
from tests.builders import article, collection

TODAY = date(2026, 11, 28)
FILLED = " ".join(f"Nothing was heard of pier number {n} on that long day." for n in range(14))
TOLD = [
    article(
        "election",
        f"Nadia Ferrand was elected on Monday, and Tomas Orlik lost.\n\n{FILLED}\n\n"
        "“I have waited for this day,” said Ferrand, 52, at her old school.",
        title="Ferrand elected", lang="en", published="2026-05-20",
    ),
    article(
        "ferry", "The ferry to Hallow stops on Sundays, for few pay. It needs 70 guests.",
        title="Ferry stops on Sundays", lang="en",
    ),
    article("pool", "The pool in Brask opens in May. A ticket costs 7 euros.", lang="en"),
    article("sea", "The sea rose to 6 metres at Brask and flooded cellars.", lang="en"),
    article("oil", "The price of oil has risen, and bread rises in every oven.", lang="en"),
    article("zh", "江城地铁四号线开通，票价为3元至8元。", lang="zh"),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *TOLD, *RAIN)
    return SearchIndex.open(data)


def ask(index: SearchIndex, text: str) -> Answer:
    return asked(index, text, today=TODAY)


@pytest.mark.parametrize(
    "text", ["How old is Tomas Orlik?", "How much does the ferry to Hallow cost?"]
)
def test_what_is_not_told_is_not_answered(index: SearchIndex, text: str) -> None:
    assert not ask(index, text).answered


def test_the_passage_that_tells_comes_first(index: SearchIndex) -> None:
    best = ask(index, "how old is nadia ferrand").citations[0].excerpt
    assert best.text.endswith("said Ferrand, 52, at her old school.")
    assert best.rank == 1
    assert ask(index, "how much does a ticket for the pool cost").answered


def test_an_age_in_the_place_of_a_name_is_of_whoever_was_named_before(data: Path) -> None:
    text = "Jonas Wiek won the race.\n\nThe 26-year-old beat Anton Brill by a length."
    collection(data, article("race", text, lang="en"), *RAIN)
    index = SearchIndex.open(data)
    assert ask(index, "how old is Jonas Wiek?").citations[0].excerpt.text == text
    other = article("other", "Nils Falk won.\n\nIt was a 26-year-old boat.", lang="en")
    collection(data, other)
    assert not ask(SearchIndex.open(data), "how old is Nils Falk?").answered


def test_an_excerpt_holds_what_is_asked_for(index: SearchIndex) -> None:
    asked = ask(index, "How much does the pool in Brask cost?").citations[0].excerpt
    assert "7 euros" in asked.text
    assert "7 euros" not in ask(index, "Where is the pool in Brask?").citations[0].excerpt.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How old is Ines Falk?", Sought.AGE), ("Wie alt ist Falk?", Sought.AGE),
        ("How much did the new wall cost?", Sought.MONEY), ("Was kostet das Bad?", Sought.MONEY),
        ("Сколько стоит билет?", Sought.MONEY), ("How much of the wall stands?", Sought.NUMBER),
        ("How much is inflation?", Sought.NUMBER), ("Who paid?", Sought.PERSON),
    ],
)  # fmt: skip
def test_what_is_sought(question: str, kind: Sought | None) -> None:
    assert sought_in(question) is kind


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (Sought.AGE, "Danso, 23, joined in July.", True),
        (Sought.AGE, "A 54-year-old driver died.", True),
        (Sought.AGE, "The library was built in 1911.", True),
        (Sought.AGE, "She died at the age of 94.", True),
        (Sought.AGE, "Orlik has been mayor since 2016 and won 39 votes.", False),
        (Sought.AGE, "He turned in a corner before 11,204 spectators.", False),
        (Sought.MONEY, "It cost €1.2 million.", True),
        (Sought.MONEY, "Entry is free.", True),
        (Sought.MONEY, "Reservoirs stand at 18 per cent.", False),
        (Sought.MONEY, "It needs 70 guests.", False),
    ],
)
def test_how_it_is_written(kind: Sought, text: str, told: bool) -> None:
    assert is_written_in(kind, text) is told


def test_rise_finds_rose_and_is_covered_by_it(index: SearchIndex) -> None:
    best = ask(index, "How high did the sea rise?").citations[0]
    assert best.excerpt.article.id == "sea"
    assert best.excerpt.coverage == pytest.approx(1)
    (marked,) = best.excerpt.highlights
    assert marked.of(best.excerpt.text) == "sea rose"
    terms = index.query_terms("a garden with a rose")
    assert [one.term for one in terms if one.word == "rose"] == ["rose"]


def test_a_pair_of_characters_with_a_stop_character_is_not_missing(index: SearchIndex) -> None:
    given = ask(index, "票价是多少")
    assert given.answered
    assert not given.missing


def test_anybody_is_not_looked_for(index: SearchIndex) -> None:
    terms = index.query_terms("did anyone pay for the ferry")
    assert [one.word for one in terms] == ["pay", "ferry"]


def test_one_other_letter_in_a_short_word_is_not_offered(index: SearchIndex) -> None:
    assert ask(index, "who will fail").did_you_mean is None  # "fall" is no slip, but another word
    assert ask(index, "who stpos there").corrected == "who stops there"


def test_a_word_without_end_is_cut_where_it_is_named(index: SearchIndex) -> None:
    assert len(not_found(ask(index, "x" * 7_000))) < 120
