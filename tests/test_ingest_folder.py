import os
from pathlib import Path

import pytest

from index.errors import BadInputError
from index.ingest import Reading, read_folder


def write(folder: Path, *names: str) -> None:
    """A file of each name, each with a text of its own."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.", encoding="utf-8", errors="surrogateescape")


def ids(readings: list[Reading]) -> list[str]:
    return [reading.article.id for reading in readings if reading.article]


def reasons(folder: Path) -> dict[str, str]:
    """Why each skipped file was, by its path below `folder`."""
    prefix = folder.as_posix() + "/"
    return {
        reading.where.removeprefix(prefix): reading.notes[0]
        for reading in read_folder(folder)
        if reading.article is None
    }


def test_articles_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    write(tmp_path, "b.md", "a/z.txt", "a.md", "a-b.md", "2025/harbour.md", "a/b/c.markdown")

    readings = list(read_folder(tmp_path))

    assert ids(readings) == ["2025/harbour", "a-b", "a", "a/b/c", "a/z", "b"]
    assert readings[0].where == (tmp_path / "2025/harbour.md").as_posix()


def test_an_empty_folder_has_no_articles(tmp_path: Path) -> None:
    assert list(read_folder(tmp_path)) == []


def test_an_id_in_the_front_matter_is_the_id(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: tide-7\n---\nNoon.")

    assert ids(list(read_folder(tmp_path))) == ["tide-7"]


def test_what_lies_beside_is_left_out_without_a_word(tmp_path: Path) -> None:
    write(
        tmp_path, "README.md", "readme.de.txt", "Readme", ".hidden.md", ".git/a.md", "b/README.md"
    )
    write(tmp_path, "photo.JPG", "style.css", "a.md")

    readings = list(read_folder(tmp_path))

    assert ids(readings) == ["a"]
    assert len(readings) == 1


def test_every_other_file_is_named_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "page.html", "index.sqlite", "terms.pkl", "a.zip", "export.jsonl", "x")
    (tmp_path / "empty.md").touch()

    other = "only Markdown, text, HTML and PDF files are read"
    assert reasons(tmp_path) == {
        "a.zip": other,
        "empty.md": "the file is empty",
        "export.jsonl": other,
        "index.sqlite": other,
        "page.html": "it is not a web page",
        "terms.pkl": other,
        "x": other,
    }


def test_of_two_files_with_one_id_the_second_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "a.txt")
    (tmp_path / "b.md").write_text("---\nid: a\n---\nAnother text.")

    first = (tmp_path / "a.md").as_posix()
    assert ids(list(read_folder(tmp_path))) == ["a"]
    assert reasons(tmp_path) == {
        "a.txt": f"{first} has the same id, a",
        "b.md": f"{first} has the same id, a",
    }


def test_of_two_files_with_one_text_the_second_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    (tmp_path / "b.md").write_text("---\ntitle: Again\n---\nThe text of a.md.\n\n")

    assert ids(list(read_folder(tmp_path))) == ["a"]
    assert reasons(tmp_path) == {"b.md": f"{(tmp_path / 'a.md').as_posix()} has the same text"}


def test_the_folder_cannot_be_left(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    write(tmp_path, "outside/secret.md")
    write(folder, "a.md", "b/c.md")
    (folder / "file.md").symlink_to("../outside/secret.md")
    (folder / "folder").symlink_to("../outside", target_is_directory=True)
    (folder / "folder.md").symlink_to("../outside", target_is_directory=True)
    (folder / "b" / "loop").symlink_to("..", target_is_directory=True)
    (folder / "b" / "round.md").symlink_to("round.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.md")

    readings = list(read_folder(folder))

    assert ids(readings) == ["a", "b/c"]
    assert set(reasons(folder)) == {
        "file.md",
        "folder",
        "folder.md",
        "b/loop",
        "b/round.md",
        "zero.md",
        "pipe.md",
    }
    assert reasons(folder)["folder"] == "it is a link to a folder"
    assert reasons(folder)["file.md"] == "it is a link that leads out of its folder"


def test_a_link_may_lead_to_another_file_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "b/c.md")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "d.md").symlink_to("../b/c.md")

    assert ids(list(read_folder(tmp_path))) == ["a/d"]
    assert list(reasons(tmp_path)) == ["b/c.md"]  # the same text


@pytest.mark.parametrize(
    ("name", "shown_as"),
    [
        (b"two\nlines.md", r"two\nlines.md"),
        (b"bold **x**.md", "bold **x**.md"),
        ("right\u202eleft.md".encode(), r"right\u202eleft.md"),
        (b"half\xff.md", r"half\udcff.md"),
        (b"\x1b[31m.md", r"\x1b[31m.md"),
        (b"a" * 252 + b".md", "a" * 252 + ".md"),
    ],
)
def test_an_odd_name_is_shown_escaped(tmp_path: Path, name: bytes, shown_as: str) -> None:
    try:
        write(tmp_path, os.fsdecode(name))
    except OSError:
        pytest.skip("this file system has no such names")

    (reading,) = read_folder(tmp_path)

    assert reading.where == f"{tmp_path.as_posix()}/{shown_as}"
    assert all(note.isprintable() for note in reading.notes)


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    folders = [tmp_path]
    for _ in range(1_200):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    article = folders[-1] / "a.md"
    article.write_text("---\nid: deep\n---\nNoon.")

    assert ids(list(read_folder(tmp_path))) == ["deep"]

    article.unlink()  # here, because what clears temporary folders away does call itself
    for folder in reversed(folders[1:]):
        folder.rmdir()


def test_a_file_that_goes_away_meanwhile_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "b.md", "c.md")
    readings = read_folder(tmp_path)

    first = next(readings)
    (tmp_path / "b.md").unlink()
    second, third = readings

    assert ids([first, third]) == ["a", "c"]
    assert "no such file" in second.notes[0]


@pytest.mark.parametrize(
    ("name", "problem"), [("gone", "does not exist"), ("a.md", "is not a folder")]
)
def test_what_is_no_folder_is_refused_at_once(tmp_path: Path, name: str, problem: str) -> None:
    write(tmp_path, "a.md")

    with pytest.raises(BadInputError, match=f"{name} {problem}"):
        read_folder(tmp_path / name)
