"""Terms and passages change places, however many there are of either."""

from collections import Counter

import numpy as np
import pytest

from index.inversion import counted


@pytest.mark.parametrize(
    ("terms", "passages"),
    [(1, 1), (1, 40), (40, 1), (1 << 16, 1 << 16), ((1 << 16) + 1, 1 << 16), (1 << 31, 1 << 20)],
)
def test_each_term_is_counted_in_each_passage(terms: int, passages: int) -> None:
    rng = np.random.default_rng(terms + passages)
    few = [rng.integers(0, most, 20) for most in (terms, passages)]
    held = [np.append(one, most - 1) for one, most in zip(few, (terms, passages), strict=True)]
    given = [one.take(rng.integers(0, len(one), 3_000)).astype(np.uint32) for one in held]
    found = counted(*given)
    expected = Counter(zip(*(one.tolist() for one in given), strict=True))
    assert list(zip(*(one.tolist() for one in found), strict=True)) == [
        (*pair, expected[pair]) for pair in sorted(expected)
    ]


def test_nothing_is_counted_in_nothing() -> None:
    none = np.empty(0, np.uint32)
    assert [len(one) for one in counted(none, none)] == [0, 0, 0]
