"""Whether somebody denied, rejected or criticised something; what those called "analysts" say."""

from pathlib import Path

import pytest

from bot.texts import answers as texts
from index import SearchIndex
from tests.asking import RAIN, ask
from tests.builders import article, collection

ARTICLES = [
    article(
        "speech", 'Mayor Osmund Quist spoke for an hour. In the speech he criticised the pilot Ida '
        'Brask for leaving the board.\n\n“It is a bad day,” Quist said. “Nobody is to blame.”',
        title="Quist on Brask", lang="en",
    ),
    article(
        "dues", "The yard earned 94 crowns a share, more than the forecast of analysts.", lang="en"
    ),
    article("weather", "“We were right about the weather,” analysts said.", lang="en"),
    article(
        "budget", "Lotte Varn’s budget for the quay was large, and the ferry paid for it.",
        lang="en",
    ),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *ARTICLES, *RAIN)
    return SearchIndex.open(data)


def test_that_somebody_criticised_is_told_where_it_stands(index: SearchIndex) -> None:
    given = ask(index, "did Quist criticise Brask?")
    assert "he criticised the pilot Ida Brask" in given.citations[0].excerpt.text


def test_words_that_only_stand_beside_a_topic_are_shown_as_such(index: SearchIndex) -> None:
    given = ask(index, "What did Quist say about Brask?")
    assert given.answered
    assert texts.BESIDE_TOPIC in given.notes
    assert texts.BESIDE_TOPIC not in ask(index, "What did Quist say about the day?").notes


def test_what_many_are_said_to_have_forecast_is_looked_up(index: SearchIndex) -> None:
    given = ask(index, "what did analysts say about the share?")
    assert "forecast of analysts" in given.citations[0].excerpt.text
    assert texts.NOT_THEIRS in given.notes


def test_many_are_asked_for_by_what_each_is(data: Path) -> None:
    text = (
        "“It will snow,” said Ada Morn, a meteorologist.\n\n“It will not,” meteorologist Nils "
        "Falk said.\n\n“Who cares?” asked the pilot Ida Brask."
    )
    collection(data, article("snow", text, lang="en"), *RAIN)
    given = ask(SearchIndex.open(data), "what did meteorologists say?")
    assert {one.excerpt.speaker for one in given.citations} == {"Ada Morn", "Nils Falk"}


def test_what_is_said_about_a_topic_comes_before_what_is_said_beside_it(data: Path) -> None:
    beside = "The ferry and the ferry dues were dear.\n\n“It is late,” said Ida Brask, the pilot."
    about = "The board met.\n\n“The ferry is old,” said Ida Brask, the pilot."
    collection(
        data, article("beside", beside, title="Ferry dues", lang="en"),
        article("about", about, title="Board", lang="en"), *RAIN,
    )  # fmt: skip
    given = ask(SearchIndex.open(data), "what did Ida Brask say about the ferry?")
    assert given.citations[0].excerpt.article.id == "about"


def test_a_name_in_small_letters_is_a_name(index: SearchIndex) -> None:
    assert not ask(index, "what did varn say about the quay?").answered


def test_that_something_happened_is_not_looked_for(index: SearchIndex) -> None:
    assert not ask(index, "when did the rain on hill 3 happen?").notes
