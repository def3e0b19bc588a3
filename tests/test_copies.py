"""A story is told once, however many articles carry it."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers import Timed, answer
from bot.questions import parse_question
from bot.rendering.as_json import as_json
from bot.texts import answers as texts
from index import SearchIndex
from index.copies import ENOUGH, Stories, Utterances, is_enough, likeness, runs_of, told_once
from index.query_language import parse_query
from tests.builders import article, collection

WIRE = (
    "The harbour council voted on Tuesday to raise the breakwater at Odd by another metre. "
    "Engineers had warned since January that autumn storms might overtop the present structure. "
    "The works begin in spring and will take eleven months, according to the harbour office. "
    "Fishermen complained that their berths would be closed during the herring season. "
    '"The breakwater has to stand before the next autumn storms," said Ines Falk, the engineer.'
)
EDITED = (
    WIRE.replace("voted on Tuesday to raise", "decided this week to heighten") + " More follows."
)
OTHER = (
    "Another engineer inspected the breakwater at Odd and measured how far storms overtop it. "
    "Nobody expected the harbour council to hear about measurements before the herring season. "
    "Berths remained closed while instruments recorded every wave that crossed the structure."
)
CHINESE = (
    "港口委员会星期二投票决定将防波堤再加高一米，"
    "工程师自一月以来一直警告说秋季风暴可能漫过现有结构。"
)
WORDS = f"{WIRE} {OTHER}".lower().replace(".", "").replace(",", "").split()


HINDI = (
    "बंदरगाह परिषद ने मंगलवार को ओड में समुद्री दीवार को एक और मीटर ऊंचा करने के लिए मतदान किया। "
    "इंजीनियरों ने जनवरी से चेतावनी दी थी कि शरद ऋतु के तूफान वर्तमान संरचना को पार कर सकते हैं। "
    "मछुआरों ने शिकायत की कि हेरिंग के मौसम के दौरान उनके घाट बंद रहेंगे।"
)


def test_vowel_signs_belong_to_their_words() -> None:
    assert likeness(runs_of(HINDI), runs_of(HINDI.replace("मंगलवार को", "इस सप्ताह"))) > ENOUGH


def test_edited_lines_of_unspaced_writing_are_still_a_copy() -> None:
    lines = [f"渔民在码头抗议第{n}次涨价并要求市长立即道歉" for n in "一二三四五六七八"]
    stories = Stories()
    assert stories.add("。".join(lines)) is None
    assert stories.add("。".join(f"{line}了" for line in lines)) == 0


def test_a_copy_is_like_its_story_and_another_story_is_not() -> None:
    assert likeness(runs_of(WIRE), runs_of(EDITED)) > ENOUGH
    assert likeness(runs_of(WIRE), runs_of(WIRE[: len(WIRE) // 2])) > ENOUGH
    assert likeness(runs_of(WIRE), runs_of(WIRE.upper().replace('"', "“"))) == 1
    assert likeness(runs_of(WIRE), runs_of(OTHER)) < 0.1
    assert likeness(runs_of(CHINESE), runs_of(CHINESE + "渔民抱怨。")) == 1
    assert (
        likeness(runs_of(CHINESE), runs_of("完全不同的一条新闻说的是另外一件发生在别处的事情")) == 0
    )


@pytest.mark.parametrize(
    "edit",
    [
        str.upper,
        lambda text: text.replace(" ", " \n "),
        lambda text: f"“{text.replace('. ', '.” – “')}”",
        lambda text: f"A correspondent sent this from the harbour. {text[: len(text) // 2]}",
    ],
)
def test_neither_case_nor_spaces_nor_marks_keep_a_long_copy_apart(
    edit: Callable[[str], str],
) -> None:
    rng = random.Random(0)  # noqa: S311  # the same each time
    first, other = (
        ". ".join(" ".join(rng.choices(WORDS, k=12)) for _ in range(20)) for _ in range(2)
    )
    stories = Stories()
    assert stories.add(other) is None
    assert stories.add(first) is None
    assert stories.add(edit(first)) == 1


def test_too_little_text_is_no_copy() -> None:
    assert likeness(runs_of("Nothing more followed."), runs_of("Nothing more followed.")) == 0


def test_pages_of_one_pattern_are_no_copies_where_they_differ_in_what_is_asked() -> None:
    texts_of = [WIRE, EDITED.replace("Odd", "Even")]
    assert len(told_once(range(2), texts_of.__getitem__, 2, ["breakwater", "Even"])) == 2
    assert len(told_once(range(2), texts_of.__getitem__, 2, ["breakwater"])) == 1


def test_stories_come_in_the_order_of_their_best_article() -> None:
    texts_of = [WIRE, OTHER, EDITED, CHINESE]
    stories = told_once(range(4), texts_of.__getitem__, 2)
    assert [(one.first, one.copies) for one in stories] == [(0, (2,)), (1, ())]


def test_a_much_shorter_text_is_a_copy_only_where_nearly_all_of_it_stands_in_the_other() -> None:
    assert is_enough(60, 100, 100)
    assert not is_enough(59, 100, 100)
    assert is_enough(85, 100, 400)
    assert not is_enough(84, 100, 400)


def test_what_alone_holds_a_word_of_the_question_is_no_copy() -> None:
    elsewhere = WIRE.replace("Odd", "Tornby")
    texts_of = [WIRE, elsewhere, EDITED]
    asked_here = told_once(range(3), texts_of.__getitem__, 3, ["breakwater"])
    assert [one.copies for one in asked_here] == [(1, 2)]
    asked_there = told_once(range(3), texts_of.__getitem__, 3, ["Tornby"])
    assert [(one.first, one.copies) for one in asked_there] == [(0, (2,)), (1, ())]


def test_an_utterance_is_the_same_whatever_the_marks() -> None:
    said = Utterances()
    long = "The breakwater has to stand before the next autumn storms"
    assert said.add(f"“{long},”", "Ines Falk") is None
    assert said.add(f'"{long}, and that is all"', "Falk") == 0
    assert said.add(f'"{long}"', "Osmund Quist") is None
    assert said.add("Has to stand", "Falk") is None


@pytest.fixture
def data(data: Path) -> Path:
    copies = [
        article(f"copy-{n}", EDITED, source=f"Paper {n}", title=f"Vote {n}", lang="en")
        for n in range(40)
    ]
    others = [
        article(
            f"other-{n}",
            f"{OTHER} Day {n}." if not n else f"The breakwater of town {n}.",
            lang="en",
        )
        for n in range(4)
    ]
    collection(
        data, article("wire", WIRE, source="Wire", title="Vote", lang="en"), *copies, *others
    )
    return data


def test_copies_do_not_crowd_out_other_stories(data: Path) -> None:
    index = SearchIndex.open(data)
    hits = index.search("breakwater council storms", 3, once=True)
    assert len({hit.article.id.partition("-")[0] for hit in hits}) == 2
    assert sum(hit.article.id.startswith(("wire", "copy")) for hit in hits) == 1
    assert len(hits) == 3
    (told,) = [hit for hit in hits if hit.also_in]
    assert len(told.also_in) >= 10


def test_copies_are_no_rivals_of_an_answer(data: Path) -> None:
    given = answer(
        parse_question("When do the works on the breakwater begin?"), SearchIndex.open(data)
    )
    assert given.answered


def test_who_else_has_a_story_is_told(data: Path) -> None:
    given = answer(
        parse_question("When do the works on the breakwater begin?"), SearchIndex.open(data), 2
    )
    first = given.citations[0].excerpt
    told = texts.also_in(first)
    assert told.startswith(("also in Paper ", "also in Wire"))
    assert told.endswith(" more")
    shown = json.loads(as_json(Timed(given, 0)))["excerpts"][0]
    assert len(shown["also_in"]) == len(first.also_in)


def test_an_utterance_is_shown_once(data: Path) -> None:
    index = SearchIndex.open(data)
    given = answer(parse_question("What did Ines Falk say?"), index)
    (citation,) = given.citations
    assert len(citation.excerpt.also_in) >= 10


def test_more_of_an_article_leaves_its_copies_out(data: Path) -> None:
    index = SearchIndex.open(data)
    found = index.find(parse_query("breakwater", None), 10, per_article=5)
    told = {hit.article.id for hit in found.hits if hit.article.id.startswith(("wire", "copy"))}
    assert len(told) == 1


def test_a_search_gives_copies_in_their_places_unless_stories_are_wanted_once(data: Path) -> None:
    hits = SearchIndex.open(data).search("breakwater council storms", 10)
    assert sum(hit.article.id.startswith(("wire", "copy")) for hit in hits) > 1
    assert not any(hit.also_in for hit in hits)


def test_the_newest_are_given_one_story_once(data: Path) -> None:
    index = SearchIndex.open(data)
    hits = index.latest(k=10)
    assert sum(hit.article.id.startswith(("wire", "copy")) for hit in hits) == 1
    (told,) = [hit for hit in hits if hit.also_in]
    assert len(told.also_in) >= 10
    found = index.find(parse_query("lang:en", None), 10, per_article=5)
    assert len({one.article.id for one in found.hits if one.article.id.startswith("copy")}) <= 1
