"""A damaged index is refused or does no harm. A short `tests.torture.damage`."""

import pytest

from tests.torture.damage import (
    ODDITIES,
    Stage,
    analyzed_otherwise,
    flipped,
    odd,
    truncated,
)
from tests.torture.trials import SEED, failures

FLIPS = 60
TRUNCATIONS = 10


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return Stage(tmp_path_factory.mktemp("damage"), 6, SEED)


def test_no_flipped_bit_changes_an_answer(stage: Stage) -> None:
    script = f"damage --flips {FLIPS} --articles 6"
    assert failures(script, SEED, range(FLIPS), lambda number: flipped(stage, number)) == []


def test_a_file_that_was_cut_short_is_refused(stage: Stage) -> None:
    script = f"damage --flips 0 --truncations {TRUNCATIONS} --articles 6"
    cut = failures(script, SEED, range(TRUNCATIONS), lambda number: truncated(stage, number))
    assert cut == []


@pytest.mark.parametrize("name", ODDITIES)
def test_something_else_where_the_index_was_is_refused_and_mended(stage: Stage, name: str) -> None:
    assert odd(stage, name) == []


def test_an_index_that_another_analyzer_made_is_named_and_made_anew(stage: Stage) -> None:
    assert analyzed_otherwise(stage) == []
