"""Follow-ups look back at the answer before, found again from what was asked."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import texts
from bot.answers import Answer, answer
from bot.cli import byline
from bot.follow_ups import Back, step_back
from bot.questions import Reply, parse_conversation, parse_question
from index import SearchIndex
from index.query import Context, Query
from tests.builders import article, collection

STORIES = [
    article(
        f"vote-{year}",
        f'The council met in {year}. "The wall of {year} will hold," said Ines Falk.\n\n'
        f'"It is too dear," said Osmund Quist of the wall in {year}.',
        title=f"Vote of {year}", published=f"{year}-02-11", lang="en",
    )
    for year in (2021, 2022, 2023, 2024)
] + [
    article("ferry", "The night ferry Fulmar sails from Tern at nine. It carries forty cars.",
            title="Ferry", published="2020-01-01", lang="en"),
    article("cars", "Nine cars stood in the rain at the harbour of Odd.", title="Rain", lang="en"),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *STORIES)
    return SearchIndex.open(data)


def ask(index: SearchIndex, *turns: str | Reply, k: int = 2) -> Answer:
    question = parse_conversation(turns)
    assert question is not None
    return answer(question, index, k)


def articles(given: Answer) -> list[str]:
    return [one.excerpt.article.id for one in given.citations]


@pytest.mark.parametrize(
    ("text", "back", "number"),
    [
        ("older ones", Back.OLDER, 0),
        ("anything older", Back.OLDER, 0),
        ("und ältere", Back.OLDER, 0),
        ("更早的呢", Back.OLDER, 0),
        ("newer ones please", Back.NEWER, 0),
        ("the latest", Back.LATEST, 0),
        ("more", Back.MORE, 0),
        ("what else", Back.MORE, 0),
        ("who else", Back.WHO_ELSE, 0),
        ("and who else said that", Back.WHO_ELSE, 0),
        ("wer noch", Back.WHO_ELSE, 0),
        ("the second one", Back.ARTICLE, 2),
        ("show me more of the 3rd article", Back.ARTICLE, 3),
        ("2", Back.ARTICLE, 2),
        ("#4", Back.ARTICLE, 4),
        ("the last one", Back.ARTICLE, -1),
        ("le deuxième", Back.ARTICLE, 2),
        ("第三个", Back.ARTICLE, 3),
        ("more from the same article", Back.ARTICLE, 1),
    ],
)
def test_what_a_step_back_asks(text: str, back: Back, number: int) -> None:
    step = step_back(text)
    assert step is not None
    assert (step.to, step.number) == (back, number)


@pytest.mark.parametrize(
    "text",
    ["older harbours", "the second world war", "more cost", "who else but Falk", "0", "", "one"],
)
def test_what_is_no_step_back(text: str) -> None:
    assert step_back(text) is None


def test_a_step_back_without_a_question_before_is_a_question() -> None:
    assert parse_question("older ones").step is None


def test_older_and_newer_ones(index: SearchIndex) -> None:
    before = "What did Falk say?"
    assert articles(ask(index, before)) == ["vote-2024", "vote-2023"]
    older = ask(index, before, "older ones")
    assert articles(older) == ["vote-2022", "vote-2021"]
    assert (
        texts.answers.understood(older)[0] == "Understood as: What did Falk say?, before 2023-02-11"
    )
    assert articles(ask(index, before, "older ones", "newer ones")) == ["vote-2024", "vote-2023"]
    assert not ask(index, before, "older ones", "older").answered


def test_more_turns_the_page(index: SearchIndex) -> None:
    before = "What did Falk say?"
    assert articles(ask(index, before, "more")) == ["vote-2022", "vote-2021"]
    done = ask(index, before, "more", "what else?")
    assert (articles(done), texts.answers.not_found(done)) == ([], "That was all.")


def test_one_of_the_articles(index: SearchIndex) -> None:
    given = ask(index, "What did Falk say?", "the second one")
    assert set(articles(given)) == {"vote-2023"}
    assert texts.questions.asked_in_full(given.question) == "What did Falk say?, in “Vote of 2023”"
    missing = ask(index, "What did Falk say?", "the fifth one")
    assert (articles(missing), len(missing.notes)) == ([], 1)


def test_who_else_spoke(index: SearchIndex) -> None:
    given = ask(index, "What did Falk say about the wall?", "who else?")
    assert {one.excerpt.speaker for one in given.citations} == {"Osmund Quist"}
    assert not ask(index, "What did Falk say about hold?", "who else?").answered


def test_somebody_else_on_the_same_topic(index: SearchIndex) -> None:
    given = ask(index, "What did Falk say about 2022?", "and Quist?")
    assert [one.excerpt.speaker for one in given.citations][:1] == ["Osmund Quist"]
    assert articles(given)[0] == "vote-2022"


def test_a_question_that_points_back_is_answered_with_the_words_before(index: SearchIndex) -> None:
    alone = ask(index, "How many cars?")
    after = ask(index, "When does the night ferry sail?", "How many cars?")
    assert articles(alone)[0] == "cars"
    assert articles(after)[0] == "ferry"
    assert "ferry" in texts.answers.understood(after)[0]
    assert "ferry" not in after.missing


def test_a_question_that_stands_by_itself_is_answered_with_what_holds_its_words(
    index: SearchIndex,
) -> None:
    before = ["What did Ines Falk say?", Reply("“The wall of 2024 will hold,” said Ines Falk.")]
    given = ask(index, *before, "Why did the night ferry sail?")
    assert articles(given)[0] == "ferry"


def test_what_no_article_has_is_not_found_though_what_was_said_before_is(
    index: SearchIndex,
) -> None:
    for text in ("Who sold the zeppelin?", "What about zeppelins?", "Is it a zeppelin?"):
        given = ask(index, "When does the night ferry sail?", text)
        assert (articles(given), len(given.missing)) == ([], 1 + ("sold" in text))


@pytest.mark.parametrize(
    ("text", "share"),
    [("Did it sail at nine?", 2), ("And Quist?", 1), ("rain at the harbour", 1 / 2)],
)
def test_all_that_was_said_before_tells_no_more_than_its_share(
    index: SearchIndex, text: str, share: float
) -> None:
    before = Context("The wall of 2024 will hold said Ines Falk ferry Fulmar sails cars", 1 / 2)
    terms = index.terms_of(Query(text, context=(before,)))
    own = sum(one.information for one in terms if one.weight == 1)
    told = sum(one.information for one in terms if one.weight < 1)
    assert 0 < told <= share * own + 1e-9


def test_nothing_said_before_counts_beside_words_that_no_article_has(index: SearchIndex) -> None:
    terms = index.terms_of(
        Query("What about zeppelins?", context=(Context("ferry Fulmar", 1 / 2),))
    )
    assert [one.word for one in terms] == ["zeppelins"]


def test_what_has_no_answer_has_no_more_of_it(index: SearchIndex) -> None:
    nothing = ask(index, "zebra crossing")
    more = ask(index, "zebra crossing", "more")
    assert texts.answers.not_found(more) == texts.answers.not_found(nothing)
    assert "That was all" not in texts.answers.not_found(more)


def test_why_asks_once_more(index: SearchIndex) -> None:
    given = ask(index, "When does the night ferry sail?", "Who discovered penicillin?", "why?")
    assert (articles(given), given.missing) == ([], ("discovered", "penicillin"))


def test_days_are_carried_by_what_points_back_alone() -> None:
    today = date(2026, 1, 1)
    before = "What happened at the harbour in 2019?"
    pointing = parse_conversation([before, "And the ferry?"], today)
    alone = parse_conversation([before, "night ferry"], today)
    assert pointing is not None
    assert alone is not None
    assert pointing.filters.since == date(2019, 1, 1)
    assert not alone.filters


def test_somebody_called_by_a_role_speaks() -> None:
    asked = parse_conversation(
        ["What is the ferry called?", "Who is its spokesman?", "What did he say?"]
    )
    assert asked is not None
    assert asked.speaker == "spokesman"


def test_what_no_article_has_is_only_told_of_the_question_itself(index: SearchIndex) -> None:
    given = ask(index, "Which zeppelins sailed?", "How many cucumbers did they carry?")
    assert "cucumbers" in given.missing
    assert "zeppelins" not in given.missing


def test_history_in_a_batch(data: Path, tmp_path: Path) -> None:
    collection(data, *STORIES)
    batch = tmp_path / "batch.jsonl"
    history = [
        {"speaker": "user", "text": "When does the night ferry sail?"},
        {"speaker": "agent", "text": "At nine."},
    ]
    batch.write_text(json.dumps({"id": 1, "question": "How many cars?", "history": history}))
    done = CliRunner().invoke(byline, ["ask", "--batch", str(batch), "--data", str(data)])
    given = json.loads(done.output)
    assert given["excerpts"][0]["article_id"] == "ferry"
    assert given["understood"] == "How many cars? (night ferry sail)"


def test_a_hundred_steps_are_no_harm(index: SearchIndex) -> None:
    assert not ask(index, "What did Falk say?", *["more"] * 100).answered


def test_what_holds_only_what_was_said_before_is_no_answer(index: SearchIndex) -> None:
    before = ["night ferry to Tern", Reply("The night ferry Fulmar sails from Tern at nine.")]
    given = ask(index, *before, "rain and wall harbour", k=5)
    assert "ferry" not in articles(given)
    assert "ferry" in articles(ask(index, *before, "when does it sail?", k=5))


def test_words_said_before_are_shown_where_an_answer_holds_them(index: SearchIndex) -> None:
    moved_on = ask(index, "night ferry to Tern", "nine cars in the rain", k=1)
    assert moved_on.question.context
    assert texts.questions.asked_in_full(moved_on.question, moved_on.counted) is None
    assert texts.answers.understood(moved_on) == ()
    pointing = ask(index, "night ferry to Tern", "how many cars does it carry?", k=1)
    (read,) = texts.answers.understood(pointing)
    assert read == "Understood as: how many cars does it carry? (night ferry Tern)"


@pytest.mark.parametrize("text", ["how many?", "How much", "and how long?"])
def test_a_bare_how_many_asks_once_more(index: SearchIndex, text: str) -> None:
    again = ask(index, "how many cars does the ferry carry", text)
    assert articles(again)[:1] == ["ferry"]


def test_a_bare_how_many_after_nothing_asks_for_a_question() -> None:
    assert parse_question("how many?").is_blank
