"""A change that is stopped has happened, or has not. A short `tests.torture.kills`."""

import pytest

from tests.torture.commands import run_here
from tests.torture.interrupts import interrupted
from tests.torture.kills import Stage, killed
from tests.torture.trials import SEED, failures

ARTICLES = 30
KILLS = 8
INTERRUPTIONS = 3


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return Stage(tmp_path_factory.mktemp("kills"), ARTICLES, SEED, run_here)


def test_a_killed_change_leaves_the_old_index_or_the_new_one_and_can_be_repeated(
    stage: Stage,
) -> None:
    script = f"kills --moments {KILLS} --articles {ARTICLES}"
    trials = failures(script, SEED, range(KILLS), lambda number: killed(stage, number, KILLS))
    assert trials == []


def test_ctrl_c_ends_with_130_and_one_line_and_leaves_nothing_behind(stage: Stage) -> None:
    script = f"interrupts --moments {INTERRUPTIONS} --articles {ARTICLES}"
    assert (
        failures(
            script,
            SEED,
            range(INTERRUPTIONS),
            lambda number: interrupted(stage, number, INTERRUPTIONS),
        )
        == []
    )
