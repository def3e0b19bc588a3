import json
from pathlib import Path
from typing import Any

from index.articles import Article
from index.build import add_articles, build_index
from index.ingest import Columns, Reading
from index.ingest.paths import columns_of, read_paths
from tests.builders import folder


def test_files_exports_and_folders_are_read_by_their_kinds(tmp_path: Path) -> None:
    news = folder(tmp_path / "news", y2024__ferry="# Ferry\n\nIt sailed at noon.")
    (tmp_path / "pier.txt").write_text("The pier stood.")
    (tmp_path / "export.csv").write_text("id,body\nc-1,The tide turned.\n")
    (tmp_path / "export.jsonl").write_text('{"id": "j-1", "body": "It ebbed."}\n')
    (tmp_path / "export.tsv").write_text("id\tbody\nt-1\tIt rose.\n")
    names = ["news", "pier.txt", "export.csv", "export.jsonl", "export.tsv"]

    found = list(read_paths([str(tmp_path / one) for one in names], Columns({"text": "body"})))

    kinds = [(origin.partition(":")[0], one.article and one.article.id) for origin, one in found]
    assert kinds == [
        ("folder", "y2024/ferry"),
        ("file", "pier"),
        ("import", "c-1"),
        ("import", "j-1"),
        ("import", "t-1"),
    ]
    assert found[0][0] == f"folder:{news.resolve()}"


def test_what_was_added_from_a_folder_is_its_own_when_it_is_built(
    tmp_path: Path, data: Path
) -> None:
    news = folder(tmp_path / "news", ferry="It sailed.", pier="It stood.")
    add_articles(read_paths([str(news)], Columns()), data)
    (news / "pier.md").unlink()

    outcome = build_index(news, data, allow_shrink=True)

    assert not outcome.skipped
    assert outcome.changes.removed == ("pier",)


POSTS: list[dict[str, Any]] = [
    {
        "id": 7,
        "date": "2024-05-06T10:15:00",
        "link": "https://blog.example/tides",
        "title": {"rendered": "Tides &#8211; and <em>after</em>"},
        "content": {"rendered": "<p>&#8220;It turned,&#8221; she said.</p>\n<p>It rose.</p>\n"},
        "_embedded": {"author": [{"name": "Ann Lee"}]},
    }
]
WORDPRESS = (
    "text=content.rendered", "title=title.rendered", "published=date", "url=link",
    "author=_embedded.author",
)  # fmt: skip


def posts(folder: Path, *, is_html: bool) -> Reading:
    path = folder / "posts.json"
    path.write_text(json.dumps(POSTS))
    with columns_of(WORDPRESS, is_html=is_html) as columns:
        ((_, reading),) = read_paths([str(path)], columns)
    return reading


def test_names_with_dots_lead_into_objects_and_html_is_read_where_it_is_said_to_be(
    tmp_path: Path,
) -> None:
    reading = posts(tmp_path, is_html=True)

    assert reading == Reading(
        reading.where,
        Article(
            "7",
            "Tides – and after",
            "“It turned,” she said.\n\nIt rose.",
            url="https://blog.example/tides",
            author="Ann Lee",
            published="2024-05-06T10:15:00",
        ),
    )


def test_a_text_that_is_html_is_taken_as_it_is_and_the_option_named(tmp_path: Path) -> None:
    reading = posts(tmp_path, is_html=False)

    assert reading.article is not None
    assert reading.article.text == POSTS[0]["content"]["rendered"]
    assert reading.notes == ("its content.rendered is HTML; with --html, only its words are read",)


def test_a_text_without_words_in_its_html_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text('{"text": "<p><img src=x></p>"}\n{"text": "It turned.<br>"}\n')
    with columns_of((), is_html=True) as columns:
        (_, bad), (_, good) = read_paths([str(path)], columns)

    assert (bad.article, bad.notes) == (None, ("the article has no text",))
    assert good.article is not None
    assert good.article.text == "It turned."
