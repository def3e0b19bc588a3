"""The data folder: read without being touched, written only where it is ours."""

from pathlib import Path

import pytest

from index.collections import Collections
from index.errors import BadInputError, DataFolderError, IndexNotFoundError


def test_a_folder_that_does_not_exist_is_not_read_and_not_created(data: Path) -> None:
    with pytest.raises(IndexNotFoundError, match="byline index build"):
        Collections.to_read(data)
    Collections.to_write(data)
    assert not data.exists()


@pytest.mark.parametrize("ours", ["collections", "bot.db", ".hidden"])
def test_a_folder_of_ours_may_be_used(data: Path, ours: str) -> None:
    data.mkdir()
    (data / ours).mkdir()
    (data / "notes.txt").touch() if ours != ".hidden" else None
    assert Collections.to_read(data) == Collections.to_write(data) == Collections(data)


def test_a_file_and_a_foreign_folder_are_refused_by_name(tmp_path: Path, data: Path) -> None:
    file = tmp_path / "letter.txt"
    file.touch()
    with pytest.raises(DataFolderError, match=r"letter\.txt' is not a folder"):
        Collections.to_write(file)
    data.mkdir()
    (data / "accounts.db").touch()
    for use in (Collections.to_read, Collections.to_write):
        with pytest.raises(DataFolderError, match=r"'accounts\.db', which is not Byline's"):
            use(data)


@pytest.mark.parametrize("name", ["main", "guild-123456789012345678", "a", "x_1", "0" * 64])
def test_names_of_collections(data: Path, name: str) -> None:
    assert Collections(data).collection(name).folder == data / "collections" / name


@pytest.mark.parametrize("name", ["", "Main", "../main", "a/b", "a b", "-a", "ä", "a\n", "0" * 65])
def test_what_cannot_be_a_name(data: Path, name: str) -> None:
    with pytest.raises(BadInputError, match="cannot be a collection's name"):
        Collections(data).collection(name)


def test_only_collections_are_listed(data: Path) -> None:
    for name in ("main", "guild-1", "Not One"):
        (data / "collections" / name).mkdir(parents=True)
    (data / "collections" / "file").touch()
    assert [one.name for one in Collections(data).all()] == ["guild-1", "main"]
