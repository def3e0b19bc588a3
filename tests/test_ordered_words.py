"""Words kept in order from change to change are as words put in order at once."""

from hypothesis import given
from hypothesis import strategies as st

from index.ordered_words import OrderedWords

# Few letters, so that words and terms meet again, and one word has several terms.
_WORDS = st.lists(st.tuples(st.text("aåb", max_size=2), st.text("ab", max_size=2)), max_size=30)


def listed(ordered: OrderedWords) -> tuple[list[str], list[str], list[int], list[int]]:
    """Everything that is held, as it can be compared."""
    return (
        list(ordered.terms),
        list(ordered.words),
        ordered.terms_of.tolist(),
        ordered.places.tolist(),
    )


def test_a_word_stands_once_for_each_of_its_terms() -> None:
    ordered = OrderedWords.of(
        [("men", "man"), ("gift", "gift"), ("gift", "poison"), ("men", "man")]
    )
    assert list(ordered.terms) == ["gift", "man", "poison"]
    assert list(ordered.words) == ["gift", "gift", "men"]
    assert ordered.terms_of.tolist() == [0, 2, 1]
    assert ordered.places.tolist() == [2, 0, 1, 2]
    assert ordered.term_of_id.tolist() == [1, 0, 2, 1]


@given(st.lists(_WORDS, max_size=5))
def test_words_that_come_later_find_the_places_of_words_that_came_at_once(
    changes: list[list[tuple[str, str]]],
) -> None:
    ordered = OrderedWords.of(())
    come: list[tuple[str, str]] = []
    for change in changes:
        ordered = ordered.with_new(change)
        come += change
        assert listed(ordered) == listed(OrderedWords.of(come))
