"""Whom "he", "she" and "it" mean in a conversation, and what "people" say."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answer, answer
from bot.questions import Reply, parse_conversation, parse_question
from bot.somebody import names_in
from bot.texts import answers as texts
from bot.texts.questions import UNNAMED
from index import Filters, SearchIndex
from tests.asking import RAIN
from tests.builders import article, collection

TODAY = date(2026, 11, 28)
REGATTA = (
    "The Harwick Cup went to the pilot, Prime Warden Ida Brask, who beat Osmund Quist by a length."
    "\n\n“The wind was kind,” Brask said. “The ferry was in our way.”\n\n“The ferry must wait,” "
    "said Osmund Quist."
)


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, article("cup", REGATTA, title="Regatta", lang="en"), *RAIN)
    return SearchIndex.open(data)


def talked(index: SearchIndex, *turns: str | Reply) -> Answer:
    question = parse_conversation(turns)
    assert question is not None
    return answer(question, index)


def test_names_have_two_words() -> None:
    text = "The Harwick Cup went to Prime Warden Ida Brask and J. Falk, not to Jan van der Meer."
    found = names_in(text)
    assert {"Ida Brask", "Jan van der Meer"} <= {*found}
    assert "Falk" not in found


def test_she_is_the_first_in_the_answer_before_who_is_quoted(index: SearchIndex) -> None:
    given = talked(
        index, "who won the cup?", Reply(REGATTA.partition("\n")[0]), "what did she say?"
    )
    assert given.question.speaker == "Ida Brask"
    assert "The wind was kind" in given.citations[0].excerpt.text


def test_who_cannot_be_meant_is_asked_for(index: SearchIndex) -> None:
    given = talked(index, "who won the cup?", Reply("nobody"), "what did she say?")
    assert texts.not_found(given) == UNNAMED


def test_it_is_what_the_question_before_was_about(index: SearchIndex) -> None:
    given = talked(index, "tell me about the ferry", "what did Osmund Quist say about it?")
    assert (given.question.speaker, given.question.about) == ("Osmund Quist", "ferry")
    assert given.question.before == ("tell me about the ferry",)
    alone = talked(index, "who is Ida Brask?", "what did she say about that?")
    assert (alone.question.speaker, alone.question.about) == ("Ida Brask", "")


def test_people_are_anybody_and_not_who_was_asked_for_before(index: SearchIndex) -> None:
    given = talked(index, "What did Ida Brask say?", "what do people say about the ferry?")
    assert given.question.anybody
    assert len(given.citations) == 2


def test_a_year_alone_asks_the_same_of_that_year(index: SearchIndex) -> None:
    first = parse_question("What did Ida Brask say?", None, TODAY)
    asked = parse_question("and 2022?", first, TODAY)
    year = Filters(since=date(2022, 1, 1), until=date(2022, 12, 31))
    assert (asked.speaker, asked.filters) == ("Ida Brask", year)
    assert not answer(asked, index).answered


def test_what_about_somebody_asks_for_their_words_if_they_are_quoted(index: SearchIndex) -> None:
    asked = "what did Ida Brask say about the ferry?"
    other = talked(index, asked, "what about Quist")
    assert (other.question.speaker, other.question.about) == ("Quist", "the ferry")
    topic = talked(index, asked, "what about the wind?")
    assert (topic.question.speaker, topic.question.about) == ("Ida Brask", "the wind")


def test_her_is_whom_the_question_before_was_about(index: SearchIndex) -> None:
    about = talked(index, "who is Ida Brask?", "how old is she?", "what did Quist say about her?")
    assert (about.question.speaker, about.question.about) == ("Quist", "Ida Brask")
    words = talked(index, "what did Ida Brask say?", "what did Quist say about her?")
    assert words.question.about == "Ida Brask"
