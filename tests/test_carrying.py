"""What was said before a question counts as far as the question needs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.carrying import (
    COMPLETE,
    MIDDLING,
    POINTING,
    SHORT,
    Turn,
    carried,
    context_of,
    most_carried,
    points_back,
    share_kept,
)

POINTING_BACK = [
    "How high is it?", "Why?", "And in Norway?", "What about crabs?", "Was that planned?",
    "What happened after that?", "Which others?", "Where was he born?", "any harbours there?",
    "Wie hoch ist sie?", "Und warum?", "Was hat das damit zu tun?", "Combien coûte-t-elle ?",
    "¿Y en Noruega?", "Сколько он стоит?", "它有多高？", "台湾呢？", "それはいつですか？",
]  # fmt: skip
STANDING_ALONE = [
    "Which boats sank in the storm at Tern Sands?",
    "Who said that the wall will hold?",
    "Did Ines Falk say how high her wall is?",
    "What is the harbour in which the ferry Fulmar lies?",
    "Why was the breakwater so expensive?",
    "Wie hoch ist die Mauer am Hafen von Tern?",
    "港口的防波堤有多高？",
]


@pytest.mark.parametrize("text", POINTING_BACK)
def test_a_question_that_needs_what_was_said_before(text: str) -> None:
    assert points_back(text)
    assert share_kept(text) == POINTING


@pytest.mark.parametrize("text", STANDING_ALONE)
def test_a_question_that_stands_alone(text: str) -> None:
    assert not points_back(text)


def test_the_more_a_question_says_the_less_it_needs() -> None:
    assert share_kept("harbour cost") == SHORT
    assert share_kept("What does the harbour wall cost?") == MIDDLING
    assert share_kept("What does the new harbour wall at Tern Sands cost?") == COMPLETE


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("How high is it?", 2),
        ("Why?", 2),
        ("And in Norway?", 1),
        ("What about crabs?", 1),
        ("Who cut the rope?", 1 / 2),
        ("Why was the breakwater so expensive?", 1 / 2),
    ],
)
def test_all_said_before_has_a_bound(text: str, share: float) -> None:
    assert most_carried(text) == share


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("How much did it cost?", False),
        ("Was its owner there?", False),
        ("When did she say it?", True),
        ("How did they pay for it?", True),
        ("And in Norway?", True),
    ],
)
def test_a_thing_is_not_asked_of_whoever_spoke(text: str, names: bool) -> None:
    first = carried("And the price?", "wall", "", (), "Ruth Hamdi")
    for context in (
        carried(text, "wall", "", (), "Ruth Hamdi"),
        carried(text, "price", "", first),
    ):
        assert ("Ruth Hamdi" in [one.text for one in context]) == names
        assert any("wall" in one.text for one in context)


def test_a_topic_stays_while_questions_point_back_to_it() -> None:
    turns = [Turn("Why was the sea wall built?"), Turn("Who planned it?")]
    context = context_of("When was that?", turns)
    assert [(one.text, one.weight) for one in context] == [
        ("planned", 1 / 2),
        ("sea wall built", 1 / 4),
    ]
    away = [turns[0], Turn("Which boats sank at Tern Sands in the storm?")]
    assert "sea wall built" not in [one.text for one in context_of("How many boats?", away)][:1]
    assert all(
        one.weight <= COMPLETE
        for one in context_of("How many?", away)
        if one.text == "sea wall built"
    )


def test_a_question_without_words_of_its_own_hands_on_what_it_had() -> None:
    turns = [Turn("Why was the sea wall built?"), Turn("Why?"), Turn("Why?")]
    assert [one.text for one in context_of("And how?", turns)] == ["sea wall built"]
    assert context_of("And how?", turns)[0].weight == POINTING


def test_the_words_of_an_answer_count_for_less_than_those_of_the_question() -> None:
    turns = [Turn("Why was the wall built?"), Turn("The harbour flooded twice.", asked=False)]
    weights = {one.text: one.weight for one in context_of("When did it?", turns)}
    assert weights == {"wall built": 1 / 2, "harbour flooded twice": 1 / 8}


def test_the_first_question_has_nothing_before_it() -> None:
    assert context_of("How high is it?", []) == ()


@given(st.text(max_size=80), st.lists(st.builds(Turn, st.text(max_size=80), st.booleans())))
def test_weights_are_sixteenths_below_one(text: str, turns: list[Turn]) -> None:
    for one in context_of(text, turns):
        assert 0 < one.weight < 1
        assert one.weight * 16 == int(one.weight * 16)
