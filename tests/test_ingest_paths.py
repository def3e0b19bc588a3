from pathlib import Path

from index.build import add_articles, build_index
from index.ingest import Columns
from index.ingest.paths import read_paths
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
