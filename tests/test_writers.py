"""One writer at a time, and readers who never notice. A short `tests.torture.writers`."""

from pathlib import Path

import pytest

from tests.torture.corpora import stories, write_folder
from tests.torture.trials import SEED
from tests.torture.writers import Desk, all_at_once, swapped

COMMANDS = (
    "build", "update", "update without a folder", "add", "import", "remove", "status", "verify",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("writers"), SEED)


@pytest.mark.parametrize("number", range(2))
def test_of_eight_builds_at_once_one_works_and_the_others_are_told_who(
    tmp_path: Path, number: int
) -> None:
    write_folder(tmp_path / "source", stories(60, SEED))
    assert all_at_once(tmp_path, number, writers=8, at_once=10.0) == []


@pytest.mark.parametrize("against_readers", [False, True])
@pytest.mark.parametrize("name", COMMANDS)
def test_a_locked_library_is_told_in_one_sentence(
    desk: Desk, name: str, against_readers: bool
) -> None:
    assert desk.locked_out(name, 0.1, against_readers=against_readers) == []


def test_a_writer_waits_for_a_library_that_is_locked_for_a_moment(desk: Desk) -> None:
    assert desk.waits(0.3) == []


def test_every_command_was_locked_out(desk: Desk) -> None:
    assert set(COMMANDS) == desk.writing.keys() | desk.reading.keys()


def test_readers_see_each_edition_whole_and_at_once_while_ten_are_published(data: Path) -> None:
    assert swapped(data, rebuilds=10) == []
