"""How something was told over time."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot import texts
from bot.chronicle import chronicle
from bot.questions import parse_question, quotes_by
from bot.rendering.sparkline import sparkline
from index import SearchIndex
from index.articles import Article
from index.query import Filters, Query
from tests.builders import article, collection
from tests.discord.payloads import text_of
from tests.newsrooms import newsroom, shown
from tests.test_cli import byline


def told(day: str, text: str, name: str = "", **fields: str) -> Article:
    return article(name or day, text, published=day, lang="en", title=f"Of {day}", **fields)


VOTE = told(
    "2025-02-11", "“The dam will cost nothing,” said Mayor Ines Falk.", url="https://a.example/vote"
)
DELAY = told("2025-02-20", "The dam at Skarn is late. Divers found old pipes there.")
STORM = told("2025-04-02", "A storm hit the town. “The dam is worth its price,” Ines Falk said.")
OPEN = told("2025-04-30", "The dam opened. “The dam cost nine million,” said Ines Falk.")
FERRY = told("2025-03-01", "The night ferry stops in October.", "ferry")
UNDATED = article("undated", "The dam is old news.", lang="en")


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, OPEN, STORM, VOTE, FERRY, DELAY, UNDATED)
    return SearchIndex.open(data)


def days(index: SearchIndex, topic: str) -> list[str | None]:
    answer, _ = chronicle(parse_question(topic), index)
    return [one.excerpt.article.day for one in answer.citations]


def test_a_topic_is_told_from_the_oldest_article_on_and_the_undated_is_left_out(
    index: SearchIndex,
) -> None:
    assert days(index, "dam") == ["2025-02-11", "2025-02-20", "2025-04-02", "2025-04-30"]


def test_each_month_counts_the_articles_that_mention_it(index: SearchIndex) -> None:
    _, course = chronicle(parse_question("dam"), index)
    assert [(one.month, one.articles) for one in course.months] == [
        ("2025-02", 2), ("2025-03", 0), ("2025-04", 2),
    ]  # fmt: skip
    assert course.changed is None


def test_what_somebody_said_then_and_now_is_set_side_by_side(index: SearchIndex) -> None:
    answer, course = chronicle(quotes_by("Falk", "dam", Filters()), index)
    assert [one.excerpt.speaker for one in answer.citations] == ["Ines Falk"] * 3
    assert course.changed is not None
    then, now = course.changed
    assert "cost nothing" in then.excerpt.text
    assert "nine million" in now.excerpt.text


def test_one_story_is_told_once(data: Path) -> None:
    wire = " ".join(
        f"Engineers inspected section {number} of the dam before flooding started."
        for number in range(9)
    )
    copies = [told(f"2025-05-0{n}", wire, source=f"Paper {n}") for n in range(1, 4)]
    collection(data, VOTE, *copies)
    answer, course = chronicle(parse_question("dam"), SearchIndex.open(data))
    assert len(answer.citations) == 2
    assert sum(one.articles for one in course.months) == 4  # all that mention it


def test_what_mentions_only_a_part_of_a_topic_does_not_count(index: SearchIndex) -> None:
    months = index.mentions(Query("dam divers pipes"))
    assert [(one.month, one.articles) for one in months] == [("2025-02", 1)]
    assert index.mentions(Query("zebra")) == ()


def test_mentions_stay_within_the_filters(index: SearchIndex) -> None:
    since = Filters(since=date(2025, 4, 1))
    assert [one.month for one in index.mentions(Query("dam", filters=since))] == ["2025-04"]


@pytest.mark.parametrize(
    ("numbers", "width", "line"),
    [
        ([1, 0, 8], 10, "▁·█"),
        ([8, 4, 1], 10, "█▄▁"),
        ([0, 0], 10, "··"),
        ([], 10, ""),
        ([1, 1, 2, 2, 0], 3, "▄█·"),  # two months a character
        ([1000, 1], 10, "█▁"),  # however few, not nothing
    ],
)
def test_numbers_are_drawn_as_blocks(numbers: list[int], width: int, line: str) -> None:
    assert sparkline(numbers, width) == line


async def test_a_timeline_in_discord_is_paged_and_says_what_changed_once(data: Path) -> None:
    collection(data, OPEN, STORM, VOTE, FERRY, DELAY)
    async with newsroom(data) as room:
        used = await room.alice.slash(
            room.channel, "timeline", speaker="Falk", topic="dam", count=2
        )
        first = shown(used.response)
        assert "2025-02 `█·█` 2025-04" in first.replace("▄", "█")
        assert first.index("cost nothing") < first.index("worth its price")
        assert first.index(texts.answers.THEN) < first.index(texts.answers.NOW)
        then = next(line for line in first.splitlines() if line.startswith(texts.answers.THEN))
        assert "[Of 2025-02-11](<https://a.example/vote#" in then
        await room.alice.click(used.response, label=texts.buttons.LATER)
        later = shown(room.channel.last_message)
        assert "nine million" in later
        assert texts.answers.THEN not in later
        assert texts.buttons.BY_DATE not in text_of(room.sent()[-1])
        await room.alice.click(room.channel.last_message, label=texts.buttons.EARLIER)
        assert shown(room.channel.last_message) == first


async def test_a_timeline_of_nothing_asks_for_a_topic(data: Path) -> None:
    collection(data, OPEN)
    async with newsroom(data) as room:
        used = await room.alice.slash(room.channel, "timeline")
        assert used.ephemeral
        assert shown(used.response).startswith(texts.questions.BLANK)


def test_the_command_prints_the_course_and_the_excerpts(data: Path) -> None:
    collection(data, OPEN, STORM, VOTE, DELAY)
    told_of = byline("timeline", "dam", "--data", str(data))
    assert told_of.stdout.splitlines()[0] == "2025-02 █·█ 2025-04"
    answer = json.loads(
        byline("timeline", "--speaker", "Falk", "--json", "--data", str(data)).stdout
    )
    assert answer["changed"] == [1, 3]
    assert answer["months"] == [["2025-02", 1], ["2025-03", 0], ["2025-04", 2]]
    assert [one["published"] for one in answer["excerpts"]] == [
        "2025-02-11", "2025-04-02", "2025-04-30",
    ]  # fmt: skip
    refused = byline("timeline", "--data", str(data))
    assert refused.returncode == 2
    assert "Name a topic or a --speaker" in refused.stderr
