"""Misspelt words are put right from the words that articles hold."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import SearchIndex
from index.spelling import Lexicon, corrections
from tests.builders import article, collection


def lexicon(**counts: int) -> Lexicon:
    words = sorted(counts)
    return Lexicon("\n".join(words), np.array([counts[word] for word in words], np.uint32))


HELD = lexicon(
    harbour=40, Harbour=5, harbours=3, barbour=1, Quist=9, quilt=30, Lindqvist=4, weather=20,
    whether=90, Möller=3, committee=7, wall=50, walls=20, Wall=2, die=9, разлив=3, B12=4,
)  # fmt: skip


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("harbuor", "harbour"),  # two letters in the wrong order
        ("harbor", "harbour"),
        ("comittee", "committee"),
        ("comitee", "committee"),
        ("HARBUOR", "harbour"),
        ("qwist", "Quist"),
        ("quitt", "Quist"),  # names before frequent words
        ("lindquist", "Lindqvist"),
        ("moler", "Möller"),
        ("разилв", "разлив"),
    ],
)
def test_the_likeliest_word_comes_first(word: str, expected: str) -> None:
    assert corrections(word, [HELD])[0].text == expected


@pytest.mark.parametrize(
    ("word", "meant", "expected"),
    [
        ("rescued", "reached", False),
        ("rescued", "Reached", True),  # a name
        ("rescude", "rescued", True),
        ("resscued", "rescued", True),
        ("commizzee", "committee", True),
        ("game", "gave", False),
        ("gvae", "gave", True),
    ],
)
def test_other_letters_make_another_word(word: str, meant: str, expected: bool) -> None:
    found = corrections(word, [lexicon(**{meant: 3})])
    assert [one.is_plausible for one in found] == [expected]


@pytest.mark.parametrize(
    "word",
    [
        "",
        "wal",
        "zeppelin",
        "harbour",
        "Wall",
        "wxlx",
        "xyrbour",
        "B13x",
        "harbour" * 60,
        "中俄合作",
        "🦀" * 5,
        "\ud800abcd",
    ],
)
def test_nothing_is_made_of_what_stands_for_itself(word: str) -> None:
    assert "harbour" not in [one.text for one in corrections(word, [HELD])]
    assert word in ("harbour", "Wall") or corrections(word, [HELD]) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ahrbour", ["harbour"]),  # the first two changed places
        ("tarbour", ["harbour", "barbour"]),  # the only wrong letter of a long word
        ("mall", []),  # a short word that begins otherwise is another word
        ("teather", ["weather"]),
        ("wheter", ["whether"]),
    ],
)
def test_few_get_the_first_letter_wrong(word: str, expected: list[str]) -> None:
    assert [one.text for one in corrections(word, [HELD])][: len(expected) or 1] == expected


def test_words_are_counted_over_all_generations_and_ways_of_writing() -> None:
    (first, *_) = corrections("hrabour", [HELD, lexicon(HARBOUR=100), lexicon()])
    assert (first.text, first.occurrences, first.is_name) == ("HARBOUR", 145, True)


def slips(one: str, other: str) -> int:
    """Optimal string alignment, as it is defined."""
    rows = [
        [i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i, a in enumerate(one, start=1):
        for j, b in enumerate(other, start=1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and one[i - 2] == b and a == other[j - 2]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


WORDS = st.text("abc\u0430", min_size=1, max_size=9)


@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), WORDS, st.sampled_from([1, 2]))
def test_exactly_the_words_within_the_limit_are_near(
    words: list[str], word: str, limit: int
) -> None:
    held = Lexicon("\n".join(words), np.ones(len(words), np.uint32))
    near = {text: distance for text, distance, _, _ in held.near(word, limit)}
    assert near == {text: slips(word, text) for text in words if slips(word, text) <= limit}


def test_a_name_is_put_right_by_a_name_and_nothing_by_a_stop_word(data: Path) -> None:
    collection(data, article("a", "The quilt that Anna Quist made hung there.", lang="en"))
    index = SearchIndex.open(data)
    assert [one.text for one in index.corrections("Quiit")] == ["Quist"]
    assert [one.text for one in index.corrections("thaat")] == []
    assert [one.text for one in index.corrections("quilte")] == ["quilt"]


def test_all_words_are_laid_out_before_the_first_unknown_one(data: Path) -> None:
    collection(data, article("a", "The harbour wall.", lang="en"))
    index = SearchIndex.open(data)
    (generation,) = index._corpus.generations
    assert "lexicon" not in vars(generation)
    index.warm()
    assert "lexicon" in vars(generation)
