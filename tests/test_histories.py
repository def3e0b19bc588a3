"""An index depends on its articles, not on how they came. A short `tests.torture.histories`."""

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import build_index, list_articles
from index.errors import BadInputError, SystemFailureError
from tests.builders import article, collection, folder
from tests.torture.histories import lived
from tests.torture.orders import compared
from tests.torture.trials import SEED, failures


def test_after_any_history_the_index_is_that_of_a_clean_build(tmp_path: Path) -> None:
    lives = failures("histories", SEED, range(15), lambda number: lived(number, SEED, tmp_path))
    assert lives == []


def test_any_order_process_and_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    assert compared(tmp_path, count=30, processes=3, seed=SEED) == []


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


@pytest.fixture
def source(tmp_path: Path, data: Path) -> Path:
    """A folder with one below it, both of which are indexed."""
    source = folder(tmp_path / "in", a="Boats sank.", deep__b="Crabs moved in.")
    build_index(source, data)
    return source


Refuse = Callable[[Path, int], None]


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Let the system refuse to list a folder; an administrator is refused nothing by itself."""
    real = os.scandir

    def refuse(folder: Path, reason: int) -> None:
        def refusing(path: Path | int) -> object:
            if path == folder:
                raise OSError(reason, os.strerror(reason), str(path))
            return real(path)

        monkeypatch.setattr(os, "scandir", refusing)

    return refuse


def test_a_folder_that_cannot_be_read_keeps_its_articles(
    source: Path, data: Path, refuse: Refuse
) -> None:
    refuse(source / "deep", errno.EACCES)
    outcome = build_index(source, data, allow_shrink=True)
    assert [(reading.where, reading.notes[0]) for reading in outcome.skipped] == [
        (f"{source.as_posix()}/deep/", "it could not be read (permission denied)")
    ]
    assert [one.id for one in list_articles(data)] == ["a", "deep/b"]


@pytest.mark.parametrize("below", ["", "deep"])
@pytest.mark.parametrize("reason", [errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO])
def test_where_the_system_fails_nothing_is_changed(
    source: Path, data: Path, refuse: Refuse, below: str, reason: int
) -> None:
    refuse(source / below, reason)
    with pytest.raises(SystemFailureError, match=re.escape((source / below).as_posix())):
        build_index(source, data, allow_shrink=True)
    assert [one.id for one in list_articles(data)] == ["a", "deep/b"]


def test_a_whole_folder_that_cannot_be_read_changes_nothing(
    source: Path, data: Path, refuse: Refuse
) -> None:
    refuse(source, errno.EACCES)
    with pytest.raises(BadInputError, match=r"in could not be read \(permission denied\)"):
        build_index(source, data, allow_shrink=True)
    assert [one.id for one in list_articles(data)] == ["a", "deep/b"]


@pytest.mark.parametrize("stand_in", ["link", "file"])
def test_what_stands_where_a_folder_was_keeps_no_articles(
    source: Path, data: Path, tmp_path: Path, stand_in: str
) -> None:
    (source / "deep").rename(tmp_path / "moved")
    if stand_in == "link":
        (source / "deep").symlink_to(tmp_path / "moved")
    else:
        (source / "deep").touch()
    build_index(source, data, allow_shrink=True)
    assert [one.id for one in list_articles(data)] == ["a"]


def test_a_file_that_takes_the_id_of_an_import_keeps_no_article(source: Path, data: Path) -> None:
    collection(data, article("c", "The ferry left."))
    folder(source, a="---\nid: c\n---\nBoats sank.")
    build_index(source, data, allow_shrink=True)
    assert [(one.id, one.text) for one in list_articles(data)] == [
        ("c", "The ferry left."),
        ("deep/b", "Crabs moved in."),
    ]
