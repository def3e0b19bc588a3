"""Questions that have no matter of their own: what is new, thanks, who said that, other days."""

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answer, answer
from bot.bare_questions import Talk, asks_for_news
from bot.questions import Question, parse_conversation, parse_question
from bot.texts import answers as texts
from index import Filters, SearchIndex
from tests.builders import article, collection

TODAY = date(2026, 11, 28)
SHIPS = [
    article(
        f"ships-{n}", f'"The toll is {n} crowns," said Ida Brask, the pilot.', lang="en",
        title="Toll for ships", published=f"2026-{month:02}-10", source="Gazette",
    )
    for n, month in ((1, 9), (2, 10), (3, 11))
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(
        data, *SHIPS, *[article(f"x{n}", f"Rain fell on hill {n}.", lang="en") for n in range(9)]
    )
    return SearchIndex.open(data)


def talked(index: SearchIndex, *turns: str) -> Answer:
    question = parse_conversation(turns, TODAY)
    assert question is not None
    return answer(question, index)


def ids(given: Answer) -> list[str]:
    return [one.excerpt.article.id for one in given.citations]


@pytest.mark.parametrize(
    "text",
    [
        "what's new?", "What is the latest news", "any news?", "what happened last week",
        "What happened yesterday?", "show me articles from last month", "news since 20 November",
        "Was ist gestern passiert?", "Neuigkeiten", "quoi de neuf", "¿Qué pasó ayer?", "noticias",
        "Что случилось вчера?", "昨天发生了什么", "最新消息", "what's the news today",
        "anything from last week?", "is there anything from March 2026", "news from 2025",
    ],
)  # fmt: skip
def test_what_is_new_asks_for_the_newest_articles(text: str) -> None:
    assert parse_question(text, None, TODAY).news


@pytest.mark.parametrize(
    "text",
    ["What happened to the ferry?", "news about the harbour", "latest on Falk", "New York", "was",
     "What happened in Saltby last week?", "What is the best news site?",
     "anything about the wall from last week?"],
)  # fmt: skip
def test_what_has_a_matter_is_looked_up(text: str) -> None:
    assert not parse_question(text, None, TODAY).news
    assert not asks_for_news(text)


def test_the_news_of_some_days_are_their_articles(index: SearchIndex) -> None:
    assert ids(talked(index, "what happened in October 2026?")) == ["ships-2"]
    none = talked(index, "what happened yesterday")
    assert texts.not_found(none) == texts.NO_NEWS
    assert ids(talked(index, "latest news"))[:3] == ["ships-3", "ships-2", "ships-1"]


def test_the_latest_news_are_not_only_those_of_the_days_asked_for_before(
    index: SearchIndex,
) -> None:
    assert ids(talked(index, "what happened in October 2026?", "latest news"))[0] == "ships-3"
    assert ids(talked(index, "toll for ships", "the latest"))[0] == "ships-3"


def test_he_is_whoever_was_meant_by_he_before(index: SearchIndex) -> None:
    given = talked(index, "What did Ida Brask say?", "who is she?", "what else did she say")
    assert given.question.speaker == "Ida Brask"
    assert ids(given)


def test_a_step_that_leads_nowhere_does_not_say_that_nothing_was_said(index: SearchIndex) -> None:
    given = talked(index, "What did Ida Brask say in October 2026?", "the third one")
    assert given.notes == (texts.NOT_THERE,)
    assert texts.not_found(given) == texts.IN_FULL


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("thanks!", Talk.THANKS), ("thank you so much", Talk.THANKS), ("Danke!", Talk.THANKS),
        ("hello there", Talk.GREETING), ("hi there, how are you?", Talk.GREETING),
        ("who are you?", Talk.ABOUT), ("What can you do", Talk.ABOUT), ("help", Talk.ABOUT),
        ("who are you to say so?", None), ("Hello Kitty", None), ("help for Ukraine", None),
        ("thanks to whom did the wall stand", None),
    ],
)  # fmt: skip
def test_what_is_said_to_the_bot_is_no_question(text: str, talk: Talk | None) -> None:
    question = parse_question(text, None, TODAY)
    assert question.talk is talk
    assert question.is_blank == (talk is not None)


def test_thanks_end_no_conversation(index: SearchIndex) -> None:
    given = talked(index, "What did Ida Brask say?", "thanks", "what else did she say")
    assert given.question.speaker == "Ida Brask"
    assert texts.not_found(talked(index, "thanks")) == "You are welcome."


def test_other_days_alone_ask_the_same_of_them(index: SearchIndex) -> None:
    given = talked(index, "What did Ida Brask say?", "and in October?")
    assert (given.question.speaker, ids(given)) == ("Ida Brask", ["ships-2"])
    assert ids(talked(index, "toll for ships", "and in September?")) == ["ships-1"]


def test_she_is_whom_the_question_before_is_about(index: SearchIndex) -> None:
    given = talked(index, "who is ida brask", "what did she say")
    assert given.question.speaker == "ida brask"
    assert parse_question(
        "what did she say?", parse_question("When did Ida Brask come?")
    ).speaker == ("Ida Brask")


def test_who_said_that_names_speakers_of_the_matter(index: SearchIndex) -> None:
    given = talked(index, "toll for ships in crowns", "who said that?")
    assert {one.excerpt.speaker for one in given.citations} == {"Ida Brask"}
    assert talked(index, "who said that?").question.is_blank


def test_a_step_that_led_nowhere_is_stepped_over(index: SearchIndex) -> None:
    turns = ["What did Ida Brask say in October 2026?", "older ones", "older ones", "newer ones"]
    assert ids(talked(index, *turns[:2])) == ["ships-1"]
    assert not talked(index, *turns[:3]).answered
    assert set(ids(talked(index, *turns))) == {"ships-2", "ships-3"}
    # As in the terminal, where each answer's question is the one before.
    previous: Question | None = None
    for turn in turns:
        given = answer(parse_question(turn, previous, TODAY), index)
        previous = given.question
    assert set(ids(given)) == {"ships-2", "ships-3"}


@pytest.mark.parametrize("text", ["more", "#3", "older ones", "why?", "and?", "who said so?"])
def test_what_leans_on_nothing_asks_for_a_question(text: str) -> None:
    assert parse_question(text, None, TODAY).is_blank


@pytest.mark.parametrize("text", ["More", "Why Not?", "to be or not to be", "The Who"])
def test_names_and_sayings_of_small_words_are_looked_up(text: str) -> None:
    assert not parse_question(text, None, TODAY).is_blank


def test_politeness_and_oneself_are_not_looked_for() -> None:
    assert parse_question("tell me about the comet please").about == "the comet"
    assert parse_question("Can I see the comet?").names == frozenset()
    assert parse_question("please").about == "please"


def test_a_book_is_written_and_not_said() -> None:
    assert parse_question("who wrote the silent opera").quotation is None
    assert parse_question("who wrote that the sea is deep").quotation == "the sea is deep"
    assert parse_question('"the sea is not deep" who said that').quotation == "the sea is not deep"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("kessia march 2022", (date(2022, 3, 1), date(2022, 3, 31))),
        ("kessia 2022-03-05", (date(2022, 3, 5),) * 2),
        ("votes of 5 May 2026", (date(2026, 5, 5),) * 2),
        ("articles about ships from last month", (date(2026, 10, 1), date(2026, 10, 31))),
        ("What did August Strindberg write?", (None, None)),
        ("the march 8 runners", (None, None)),
        ("Theresa May on stage", (None, None)),
    ],
)
def test_a_day_or_a_month_with_its_year_is_a_date(
    text: str, days: tuple[date | None, date | None]
) -> None:
    filters = parse_question(text, None, TODAY).filters
    assert filters == Filters(since=days[0], until=days[1])


def test_words_of_the_headline_are_enough_where_they_are_all(index: SearchIndex) -> None:
    assert ids(talked(index, "toll on 10 October 2026")) == ["ships-2"]
