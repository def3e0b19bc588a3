"""Words in their order are found wherever they stand alone."""

import pytest

from index.analysis import fold
from index.wording import pattern_of


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("sea wall", "The Sea-Wall stands", True),
        ("sea wall", "by the sea; (wall)", True),
        ("sea wall", "the sea, a wall", False),
        ("sea wall", "the seawall", False),
        ("sea wall", "sea walls", False),
        ("ea wall", "sea wall", False),
        ("sea wal*", "sea walls", True),
        ("don't", "They don’t", True),
        ("Möller", "MOLLER.", True),
        ("U.S.", "the U.S. fleet", True),
        ("合作没有", "中俄合作没有止境", True),
        ("合作 没有", "合作，没有", True),
        ("合作没有", "合作都没有", False),
        ("", "", True),
    ],
)
def test_words_are_found_as_they_stand(words: str, text: str, found: bool) -> None:
    assert bool(pattern_of(words).search(fold(text))) is found
