"""A quotation is found again from an inexact copy, and the copy's faults are named."""

from pathlib import Path

import pytest

from index import SearchIndex
from index.quotations import LIKE_ENOUGH, likeness
from tests.builders import article, collection

STANDS = 'Falk was tired. "The wall will never be built while I am mayor," she said on Monday.'


@pytest.mark.parametrize(
    ("copy", "differences"),
    [
        ("The wall will never be built while I am mayor", []),
        ("the wall WILL never be built, while i am mayor!", []),
        ("never be built while I am", []),
        ("The wall will be built while I am mayor", [("", "never")]),
        ("The wall will never be built as long as I am mayor", [("as long as", "while")]),
        ("The old wall will never be built while I am mayor", [("old", "")]),
        ("Surely the wall will never be built while I am mayor", [("Surely", "")]),
    ],
)
def test_a_copy_is_known_and_what_it_has_wrong_is_named(
    copy: str, differences: list[tuple[str, str]]
) -> None:
    found = likeness(copy, STANDS)
    assert found.is_enough
    assert [(one.copied, one.stands) for one in found.differences] == differences


@pytest.mark.parametrize(
    "copy",
    [
        "",
        "?!",
        "The harbour will be closed on Monday",
        "the the the the",
        "I am mayor of a town that nobody has ever heard of until today",
    ],
)
def test_other_words_are_no_copy(copy: str) -> None:
    assert likeness(copy, STANDS).share < LIKE_ENOUGH


def test_scripts_without_spaces_are_compared_by_character() -> None:
    found = likeness("中俄合作没有极限", "他说：“中俄合作没有止境。”")
    assert found.is_enough
    assert [(one.copied, one.stands) for one in found.differences] == [("极限", "止境")]


def test_an_exact_copy_is_wholly_alike() -> None:
    assert likeness("The wall will never be built", STANDS).share == 1.0


STORIES = [
    article(
        "council",
        'The council met. "The wall will never be built while I am mayor," said Ines Falk. '
        'Otto Brandt, a fisherman, said that the wall would be far too dear for the town.',
        title="Council votes", published="2025-02-11", lang="en",
    ),
    article(
        "again",
        '"The wall will never be built while I am here," said Ines Falk again.',
        title="Wall", published="2025-05-11", lang="en",
    ),
    article("report", "The wall will never be built while money is short.", lang="en"),
]  # fmt: skip


@pytest.fixture
def index(data: Path) -> SearchIndex:
    collection(data, *STORIES)
    return SearchIndex.open(data)


def found(index: SearchIndex, copy: str) -> list[tuple[str, str | None]]:
    hits = index.who_said(copy)
    return [(hit.article.id, hit.quote and hit.quote.speaker) for hit in hits]


def test_the_nearest_utterance_comes_first(index: SearchIndex) -> None:
    copy = "the wall will never be built while I am mayor"
    assert found(index, copy) == [("council", "Ines Falk"), ("again", "Ines Falk")]


def test_of_equally_near_ones_the_newest_comes_first(index: SearchIndex) -> None:
    copy = "the wall will never be built while I"
    assert found(index, copy) == [("again", "Ines Falk"), ("council", "Ines Falk")]


def test_reported_speech_is_found_as_well(index: SearchIndex) -> None:
    assert found(index, "the wall would be too dear for the town") == [("council", "Otto Brandt")]


@pytest.mark.parametrize("copy", ["", "!", "zeppelin", "The ferry leaves at nine tomorrow"])
def test_what_nobody_said_is_not_found(index: SearchIndex, copy: str) -> None:
    assert found(index, copy) == []
