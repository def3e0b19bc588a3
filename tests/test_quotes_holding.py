"""Which sentences hold a word is the same by search and by looking it up."""

from hypothesis import given
from hypothesis import strategies as st

from index.quotes.holding import Holding

TEXTS = ["Councillors met.", "Falk’s boat; the Falks\u2003left", "Étienne (Falk-Roe) met Ștefan."]
ENOUGH = 70  # questions after which the words are put in order


def test_words_are_found_by_how_they_begin_whatever_their_case_marks_and_diacritics() -> None:
    holding = Holding(TEXTS)
    assert holding.sentences("councillor") == [0]
    assert holding.sentences("falk") == [1, 2, 1]  # "falk" in two of them, then "falks"
    assert holding.sentences("roe") == [2]
    assert holding.sentences("stefan") == [2]
    assert holding.sentences("alk") == []
    assert holding.sentences("—") == []


def test_an_initial_is_found_where_it_stands_alone_and_not_at_the_head_of_other_words() -> None:
    holding = Holding(["The town met.", "T. Falk left.", "J.T. Roe stayed."])
    assert holding.sentences("t.") == [1, 2]
    for _ in range(ENOUGH):
        holding.sentences("f")
    assert holding.sentences("t.") == [1, 2]


@given(
    st.lists(st.text("aàAbß-. \t\u00a0", max_size=12), max_size=5),
    st.text("abs.", max_size=3),
)
def test_many_questions_are_answered_as_few_are(texts: list[str], word: str) -> None:
    asked_often = Holding(texts)
    for _ in range(ENOUGH):
        asked_often.sentences("b")
    assert asked_often.sentences(word) == Holding(texts).sentences(word)
