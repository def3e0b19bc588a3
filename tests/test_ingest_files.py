import os
import socket
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.articles import Article
from index.ingest import Reading, read_file
from index.ingest.files import LARGEST_FILE

MARKDOWN = "---\ntitle: Ferry sails\npublished: 2024-05-06\n---\n\nIt sailed at noon.\n"


def written(path: Path, content: str | bytes = MARKDOWN) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reason_of(reading: Reading) -> str:
    assert reading.article is None
    return reading.notes[0]


@pytest.mark.parametrize("name", ["ferry.md", "ferry.markdown", "ferry.MD"])
def test_a_markdown_file_is_an_article(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)

    assert read_file(path) == Reading(
        where=path.as_posix(),
        article=Article("ferry", "Ferry sails", "It sailed at noon.", published="2024-05-06"),
    )


@pytest.mark.parametrize("name", ["ferry.txt", "ferry.TXT"])
def test_a_text_file_is_an_article(tmp_path: Path, name: str) -> None:
    reading = read_file(written(tmp_path / name, "Ferry sails\r\n\r\nIt sailed at noon.\r\n"))

    assert reading.article == Article("ferry", "Ferry sails", "It sailed at noon.")


@pytest.mark.parametrize(
    ("content", "article_id", "expected"),
    [
        ("Noon.", None, "ferry.en"),
        ("Noon.", "2024/ferry", "2024/ferry"),
        ("---\nid: f-7\n---\nNoon.", "2024/ferry", "f-7"),
        ("---\nid:\n---\nNoon.", "2024/ferry", "2024/ferry"),
    ],
)
def test_the_id_is_its_own_or_what_it_is_called(
    tmp_path: Path, content: str, article_id: str | None, expected: str
) -> None:
    reading = read_file(written(tmp_path / "ferry.en.md", content), article_id=article_id)

    assert reading.article is not None
    assert reading.article.id == expected


def test_a_file_is_named_as_the_caller_names_it(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md")

    assert read_file(path, shown_as="upload\n1.md").where == r"upload\n1.md"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.md", "", "is empty"),
        ("a.md", b"\xef\xbb\xbf", "is empty"),
        ("a.md", " \n\n", "has no text"),
        ("a.md", "---\ntitle: x\n---\n", "has no text"),
        ("a.md", "# Only a heading", "has no text"),
        ("a.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text"),
        ("a.txt", b"SQLite format 3\x00\x10\x00", "is not text"),
        ("a.md", "---\ntitle: !!python/name:os.system\n---\nx", "line 2"),
        ("a.md", "---\ntitle: " + "[" * 20_000 + "\n---\nx", "longer than 16,384"),
        ("a.md", "---\nid: " + "i" * 201 + "\n---\nx", "longer than 200"),
        ("a.docx", "<p>x</p>", "only Markdown, text, HTML and PDF files are read"),
        ("a.sqlite", b"SQLite format 3\x00", "only Markdown"),
        ("a.pkl", b"\x80\x04.", "only Markdown"),
        ("a.docx", b"PK\x03\x04", "only Markdown"),
        ("a.tar.gz", b"\x1f\x8b", "only Markdown"),
        ("a", "x", "only Markdown"),
    ],
)
def test_what_is_no_article_is_skipped_with_its_reason(
    tmp_path: Path, name: str, content: str | bytes, reason: str
) -> None:
    assert reason in reason_of(read_file(written(tmp_path / name, content)))


@pytest.mark.parametrize(
    ("content", "note"),
    [
        ("caf\xe9".encode("latin-1"), "read as Windows-1252"),
        ("früh, spät".encode() + b"\xff", "damaged UTF-8"),
        ("---\ntitle: x\n\nNoon.", "no closing ---"),
        ("---\ndate: 2026-13-45\n---\nNoon.", "no date could be read from '2026-13-45'"),
        ("---\nurl: javascript:x\n---\nNoon.", "not an http or https address"),
    ],
)
def test_what_is_doubtful_is_read_and_noted(
    tmp_path: Path, content: str | bytes, note: str
) -> None:
    reading = read_file(written(tmp_path / "a.md", content))

    assert reading.article is not None
    assert note in reading.notes[0]


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    fits = read_file(written(tmp_path / "fits.md", "a" * LARGEST_FILE))
    assert fits.article is not None

    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(500_000_000)  # a hole: takes no room
    assert reason_of(read_file(path)) == "the file is larger than 2 MB"


def test_a_file_that_is_not_there_is_skipped(tmp_path: Path) -> None:
    assert "no such file" in reason_of(read_file(tmp_path / "gone.md"))
    assert "no such file" in reason_of(read_file(tmp_path / "gone" / "a.md"))
    assert "could not be read" in reason_of(read_file(tmp_path / "a\x00b.md"))
    assert "could not be read" in reason_of(read_file(tmp_path / ("a" * 300 + ".md")))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="an administrator may read everything"
)
def test_a_file_that_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    path = written(tmp_path / "a.md")
    path.chmod(0)

    assert "permission denied" in reason_of(read_file(path))


def test_a_folder_with_the_name_of_an_article_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()

    assert "could not be read" in reason_of(read_file(tmp_path / "a.md"))


def test_a_link_is_followed_inside_its_folder_only(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "below").mkdir(parents=True)
    written(folder / "ferry.md")
    written(folder / "below" / "deep.md")
    outside = written(tmp_path / "outside.md", "The secret.")
    (folder / "near.md").symlink_to("ferry.md")
    (folder / "deep.md").symlink_to("below/deep.md")
    (folder / "out.md").symlink_to(outside)
    (folder / "up.md").symlink_to("../outside.md")
    (folder / "over.md").symlink_to("up.md")
    (folder / "below" / "beside.md").symlink_to("../ferry.md")

    assert read_file(folder / "near.md").article is not None
    assert read_file(folder / "deep.md").article is not None
    for name in ("out.md", "up.md", "over.md", "below/beside.md"):
        assert reason_of(read_file(folder / name)) == "it is a link that leads out of its folder"
    assert read_file(folder / "below" / "beside.md", within=folder).article is not None
    assert read_file(folder / "out.md", within=folder).article is None


def test_a_folder_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    written(tmp_path / "real" / "a.md")
    (tmp_path / "link").symlink_to("real", target_is_directory=True)

    assert read_file(tmp_path / "link" / "a.md").article is not None


def test_links_that_lead_nowhere_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")
    (tmp_path / "c.md").symlink_to("gone.md")

    for name in ("a.md", "b.md", "c.md"):
        assert "could not be read" in reason_of(read_file(tmp_path / name))


def test_what_is_no_regular_file_is_skipped_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")

    assert reason_of(read_file(tmp_path / "pipe.md")) == "it is not a regular file"
    assert reason_of(read_file(tmp_path / "zero.md", within=Path("/"))) == (
        "it is not a regular file"
    )
    assert "leads out" in reason_of(read_file(tmp_path / "zero.md"))


def test_a_socket_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's address is short, and the folder's path may be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.md")
        assert "could not be read" in reason_of(read_file(Path("s.md")))


@given(st.binary(), st.sampled_from(["a.md", "a.txt"]))
@example(b"---\ntitle: x\n---\n# y\n", "a.md")
@example(b'---\ntitle: "\\ud800\\0"\nid: "\\e"\n---\nx', "a.md")
def test_no_bytes_make_it_raise(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        reading = read_file(written(Path(folder) / name, content))

    assert reading.article is not None or reading.notes
    assert all(note.isprintable() for note in reading.notes)
    if reading.article is not None:
        assert reading.article.text.strip()
        reading.article.text.encode("utf-8")
        reading.article.title.encode("utf-8")


@given(st.text(), st.text(), st.sampled_from(["a.md", "a.txt"]))
def test_no_front_matter_makes_it_raise(lines: str, body: str, name: str) -> None:
    content = f"---\n{lines}\n---\n{body}".encode("utf-8", "surrogatepass")
    with tempfile.TemporaryDirectory() as folder:
        reading = read_file(written(Path(folder) / name, content))

    assert reading.article is not None or reading.notes
