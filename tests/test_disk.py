"""What the system withholds costs the change, not the index. A short `tests.torture.disk`."""

import resource

import pytest

from tests.torture.commands import run_here
from tests.torture.disk import can_mount, ladder, limited, on_a_full_disk, read_only
from tests.torture.kills import Stage
from tests.torture.trials import SEED

_MB = 1 << 20
mounting = pytest.mark.skipif(not can_mount(), reason="nothing can be mounted here")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return Stage(tmp_path_factory.mktemp("disk"), 20, SEED, run_here)


@pytest.mark.parametrize("number", range(4))
def test_a_file_that_may_not_grow_is_named(stage: Stage, number: int) -> None:
    assert limited(stage, number, resource.RLIMIT_FSIZE, ladder(stage, 4)[number]) == []


@mounting
@pytest.mark.parametrize(("number", "spare"), [(0, 0), (1, 20_000), (2, 150_000)])
def test_a_full_disk_is_named(stage: Stage, number: int, spare: int) -> None:
    assert on_a_full_disk(stage, number, spare) == []


@mounting
def test_a_data_folder_that_cannot_be_written_to_is_named_and_still_read(stage: Stage) -> None:
    assert read_only(stage, 1) == []


@pytest.mark.parametrize("most", [64, 7])
def test_few_open_files_suffice_or_are_named(stage: Stage, most: int) -> None:
    assert limited(stage, most, resource.RLIMIT_NOFILE, most) == []


def test_little_memory_suffices(stage: Stage) -> None:
    assert limited(stage, 0, resource.RLIMIT_AS, 256 * _MB) == []
