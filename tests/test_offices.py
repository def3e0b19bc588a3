"""Whoever holds an office, asked for by it."""

from pathlib import Path

import pytest

from bot.offices import offices_in
from bot.texts import answers as texts
from index import SearchIndex
from tests.asking import RAIN, ask
from tests.builders import article, collection

ARTICLES = [
    article(
        "yards", "Harwick Yards will close a dock.\n\n“The dock is old,” Chief Executive Ada Morn "
        "said. “The crane is new.”", title="A dock closes", published="2026-03-01", lang="en",
    ),
    article(
        "mill", "The mill will open.\n\n“The mill is new,” said Chief Executive Nils Falk.",
        title="Skarn’s mill", published="2026-04-01", lang="en",
    ),
    article(
        "skarn", "Skarn has a market again.\n\n“The market is ours,” Mayor Osmund Quist said.",
        title="A market", published="2026-04-01", lang="en",
    ),
    article(
        "bill", "The bill fell.\n\n“It was a bad bill,” U.S. Sen. Ida Brask said.",
        title="A bill falls", published="2026-05-01", lang="en",
    ),
    article(
        "visit", "France was glad of the visit.\n\n“I was glad, too,” U.S. President Jo Barlow "
        "said.", title="A visit to France", published="2026-05-01", lang="en",
    ),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *ARTICLES, *RAIN)
    return SearchIndex.open(data)


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        ("what did the CEO of Harwick Yards say?", "Ada Morn"),
        ("what did harwick yards' chief executive say about the dock?", "Ada Morn"),
        ("what did the Harwick Yards boss say?", "Ada Morn"),
        ("What did Skarn's mayor say?", "Osmund Quist"),
        ("what did the mayor of skarn say about the market?", "Osmund Quist"),
        ("what did the US president say?", "Jo Barlow"),
    ],
)
def test_who_holds_an_office_is_read_from_what_the_article_is_about(
    index: SearchIndex, asked: str, speaker: str
) -> None:
    given = ask(index, asked)
    assert {one.excerpt.speaker for one in given.citations} == {speaker}


def test_that_it_was_read_so_is_told(index: SearchIndex) -> None:
    assert texts.BY_OFFICE in ask(index, "what did the CEO of Harwick Yards say?").notes
    assert texts.BY_OFFICE not in ask(index, "what did senator Brask say?").notes


def test_a_title_before_a_name_may_be_shortened(index: SearchIndex) -> None:
    given = ask(index, "what did senator Brask say about the bill?")
    assert [one.excerpt.speaker for one in given.citations] == ["Ida Brask"]


@pytest.mark.parametrize(
    "asked",
    [
        "what did the president of France say?",
        "what did the CEO of Lowland Mills say?",
        "what did the mayor of Harwick say?",
        "what did the CEO of Harwick Yards say about ferries?",
    ],
)
def test_who_holds_another_office_is_not_meant(index: SearchIndex, asked: str) -> None:
    assert not ask(index, asked).answered


def test_a_bare_name_is_no_office() -> None:
    assert not list(offices_in("Ida Brask"))
