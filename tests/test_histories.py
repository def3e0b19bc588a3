"""An index depends on its articles, not on how they came. A short `tests.torture.histories`."""

import os
from pathlib import Path

import pytest

from index.build import build_index, list_articles
from tests.builders import folder
from tests.torture.histories import lived
from tests.torture.orders import compared
from tests.torture.trials import SEED, failures


@pytest.mark.xfail(
    strict=False, reason="a file that becomes the double of another keeps its old article"
)
def test_after_any_history_the_index_is_that_of_a_clean_build(tmp_path: Path) -> None:
    lives = failures("histories", SEED, range(15), lambda number: lived(number, SEED, tmp_path))
    assert lives == []


def test_any_order_process_and_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    assert compared(tmp_path, count=30, processes=3, seed=SEED) == []


@pytest.mark.xfail(
    strict=False, reason="a file that becomes the double of another keeps its old article"
)
@pytest.mark.parametrize("first", ["a", "z"])
def test_a_file_that_becomes_the_double_of_another_keeps_no_article(
    tmp_path: Path, data: Path, first: str
) -> None:
    """Whichever of the two was there first; a clean build would not have it either."""
    source = folder(tmp_path / "in", m="Boats sank.", **{first: "Crabs moved in."})
    build_index(source, data)
    folder(source, **{first: "Boats sank."})
    assert build_index(source, data, allow_shrink=True).articles == 1
    assert build_index(source, tmp_path / "clean").articles == 1


@pytest.mark.xfail(
    strict=False, reason="a file that becomes the double of another keeps its old article"
)
def test_a_folder_that_cannot_be_read_keeps_its_articles(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "in", a="Boats sank.", deep__b="Crabs moved in.")
    build_index(source, data)
    real = os.scandir

    def refusing(path: Path) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    outcome = build_index(source, data, allow_shrink=True)
    assert [reading.notes[0] for reading in outcome.skipped] == [
        "it could not be read (permission denied)"
    ]
    assert [one.id for one in list_articles(data)] == ["a", "deep/b"]
