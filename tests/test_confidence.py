"""Whether there is an answer at all."""

import pytest

from index.confidence import Evidence, lead_over

LIKELY = Evidence(coverage=0.8, window=0.7, exact=0.7, lead=0.2, names_missing=0.0)


def test_a_passage_that_holds_most_of_the_question_answers() -> None:
    assert LIKELY.confidence > 0


def test_a_passage_that_holds_a_scattered_fifth_does_not() -> None:
    scattered = Evidence(coverage=0.2, window=0.1, exact=0.2, lead=0.05, names_missing=0.0)
    assert scattered.confidence < 0


@pytest.mark.parametrize("share", ["coverage", "window", "exact", "lead"])
def test_each_share_counts_for_an_answer(share: str) -> None:
    shares = {"coverage": 0.8, "window": 0.7, "exact": 0.7, "lead": 0.2, "names_missing": 0.0}
    assert Evidence(**{**shares, share: 0.0}).confidence < LIKELY.confidence


def test_a_name_that_the_article_lacks_counts_against_one() -> None:
    without = Evidence(coverage=0.8, window=0.7, exact=0.7, lead=0.2, names_missing=1.0)
    assert without.confidence < LIKELY.confidence


def test_the_lead_is_over_the_articles_after_the_copies() -> None:
    assert lead_over([9, 8, 8, 8, 3, 3, 3, 3, 3, 3, 1]) == 6
    assert lead_over([9, 4]) == 5
    assert lead_over([9]) == 0
