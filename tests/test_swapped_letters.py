"""Question words with two letters swapped."""

import pytest

from bot.questions import parse_question
from bot.swapped_letters import unswapped


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("waht did Falk say?", "what did Falk say?"),
        ("Wehn did teh ferry sink", "When did the ferry sink"),
        ("what did Falk sya abuot it", "what did Falk say about it"),
        ("how odes Sadi dose it", "how odes Sadi dose it"),
        ("the IDD of Skarn", "the IDD of Skarn"),
        ("whta-not", "whta-not"),
    ],
)
def test_a_question_word_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert unswapped(typed) == meant


def test_a_question_is_understood_all_the_same() -> None:
    question = parse_question("waht did Ines Falk siad abuot the wall")
    assert (question.speaker, question.about) == ("Ines Falk", "the wall")
    assert question.text.startswith("waht")
