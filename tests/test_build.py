"""A collection changes as a whole, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import SearchIndex, build_index
from index.build import list_articles, remove_articles, republish, unusable_collections
from index.errors import (
    ArticleNotFoundError,
    BadInputError,
    DataFolderError,
    IndexNotFoundError,
    ShrinkError,
)
from tests.builders import article, as_of_another_format, collection, folder


def ids(data: Path, name: str = "main") -> list[str]:
    return [one.id for one in list_articles(data, name)]


def found(data: Path, words: str) -> list[str]:
    return [hit.article.id for hit in SearchIndex.open(data).search(words)]


def test_a_build_makes_the_collection_equal_to_the_folder(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.", b__c="Crabs moved in.")
    outcome = build_index(source, data)
    assert outcome.changes.added == ("a", "b/c")
    assert found(data, "crabs") == ["b/c"]


def test_an_update_says_what_was_added_changed_and_removed(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", **{f"a{n}": f"Story number {n}." for n in range(12)})
    build_index(source, data)
    folder(source, a1="Story rewritten.", b="A new story.")
    (source / "a0.md").unlink()
    changes = build_index(source, data).changes
    assert (changes.added, changes.changed, changes.removed) == (("b",), ("a1",), ("a0",))


def test_an_update_with_nothing_new_publishes_nothing(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.")
    first = build_index(source, data)
    again = build_index(source, data)
    assert (first.published, again.published) == (True, False)
    assert first.generation == again.generation


def test_a_lost_index_is_published_again_by_an_update(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.")
    first = build_index(source, data)
    for file in (data / "collections" / "main" / "index").iterdir():
        file.unlink()
    assert build_index(source, data).generation == first.generation
    assert found(data, "boats") == ["a"]


def test_a_damaged_index_is_mended_by_an_update(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.")
    build_index(source, data)
    (file,) = (data / "collections" / "main" / "index").glob("*.db")
    content = bytearray(file.read_bytes())
    content[content.index(b"Boats sank.")] ^= 1
    file.write_bytes(content)
    assert build_index(source, data).published
    assert found(data, "boats") == ["a"]


def test_what_could_not_be_published_is_published_by_the_next_command(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection(data, article("a", "Boats sank."))
    with monkeypatch.context() as broken:
        broken.setattr("index.build.write_generation", lambda *_: Path("/nowhere/x").touch())
        with pytest.raises(DataFolderError, match="the old one still serves"):
            collection(data, article("b", "Crabs moved in."))
    assert found(data, "boats crabs") == ["a"]
    assert republish(data).published
    assert set(found(data, "boats crabs")) == {"a", "b"}
    assert not republish(data).published


def test_a_library_that_was_lost_is_not_taken_for_an_empty_one(data: Path) -> None:
    collection(data, article("a", "Boats sank."))
    (data / "collections" / "main" / "library.db").unlink()
    with pytest.raises(DataFolderError, match=r"lost its library\.db"):
        collection(data, article("b", "Crabs moved in."))
    assert found(data, "boats") == ["a"]


def test_the_same_article_twice_counts_once(data: Path) -> None:
    outcome = collection(data, article("a", "Boats sank."), article("a", "Boats sank."))
    assert (outcome.changes.added, outcome.articles) == (("a",), 1)


def test_a_renamed_file_is_known_by_its_new_name(tmp_path: Path, data: Path) -> None:
    text = "---\nid: fixed\n---\nBoats sank."
    source = folder(tmp_path / "in", old=text)
    build_index(source, data)
    (source / "old.md").rename(source / "new.md")
    assert not build_index(source, data).changes
    (source / "new.md").write_bytes(b"\x00")
    assert build_index(source, data).changes.removed == ()


def test_equal_articles_give_the_same_generation_whatever_came_before(
    tmp_path: Path, data: Path
) -> None:
    one = collection(data, article("a", "Boats sank."), article("b", "Crabs moved in."))
    other = tmp_path / "other"
    collection(other, article("z", "Something else altogether."))
    collection(other, article("b", "Crabs moved out."))
    collection(other, article("b", "Crabs moved in."))
    remove_articles(["z"], other)
    assert collection(other, article("a", "Boats sank.")).generation == one.generation


def test_building_anew_gives_the_same_generation(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.", b="Crabs moved in.")
    assert build_index(source, data).generation == build_index(source, data, anew=True).generation


def test_articles_that_came_another_way_stay(tmp_path: Path, data: Path) -> None:
    collection(data, article("kept", "It stays."))
    build_index(folder(tmp_path / "in", a="Boats sank."), data)
    assert ids(data) == ["a", "kept"]


def test_losing_more_than_a_tenth_is_refused_and_loses_nothing(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", **{f"a{n}": f"Story number {n}." for n in range(10)})
    build_index(source, data)
    for gone in ("a0", "a1"):
        (source / f"{gone}.md").unlink()
    with pytest.raises(ShrinkError, match=r"2 of the 10 articles.*--allow-shrink"):
        build_index(source, data)
    assert len(ids(data)) == 10
    assert build_index(source, data, allow_shrink=True).changes.removed == ("a0", "a1")


def test_one_bad_file_is_skipped_and_named(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", **{f"a{n}": f"Story number {n}." for n in range(20)})
    (source / "bad.md").write_bytes(b"\x00\x01\x02")
    outcome = build_index(source, data)
    assert outcome.articles == 20
    assert [reading.where for reading in outcome.skipped] == [str(source / "bad.md")]


def test_strict_refuses_the_whole_change_for_one_bad_file(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", good="It stays out.")
    (source / "bad.md").write_bytes(b"\x00\x01\x02")
    with pytest.raises(BadInputError, match=r"bad\.md.*--strict"):
        build_index(source, data, strict=True)
    with pytest.raises(IndexNotFoundError):
        SearchIndex.open(data)


def test_a_file_that_has_become_unreadable_keeps_its_article(tmp_path: Path, data: Path) -> None:
    source = folder(tmp_path / "in", a="Boats sank.", b="Crabs moved in.")
    build_index(source, data)
    (source / "a.md").write_text("---\ntitle: [unclosed\n---\nBoats sank again.", "utf-8")
    outcome = build_index(source, data)
    assert (outcome.changes.removed, len(outcome.skipped)) == ((), 1)
    assert found(data, "boats") == ["a"]


def test_an_empty_folder_gives_a_valid_index_that_finds_nothing(tmp_path: Path, data: Path) -> None:
    assert build_index(folder(tmp_path / "in"), data).articles == 0
    assert found(data, "boats") == []


def test_a_missing_folder_creates_nothing(tmp_path: Path, data: Path) -> None:
    with pytest.raises(BadInputError, match="does not exist"):
        build_index(tmp_path / "nowhere", data)
    assert not data.exists()


def test_an_id_of_another_origin_is_not_overwritten(tmp_path: Path, data: Path) -> None:
    collection(data, article("a", "It was first."))
    outcome = build_index(folder(tmp_path / "in", a="It came second."), data)
    assert "'a' belongs to an article" in outcome.skipped[0].notes[0]
    assert found(data, "first") == ["a"]


def test_removing_names_what_is_not_there_and_removes_nothing(data: Path) -> None:
    collection(data, article("a", "It stays."))
    with pytest.raises(ArticleNotFoundError, match="'nobody'"):
        remove_articles(["a", "nobody"], data)
    assert ids(data) == ["a"]


def test_removing_from_a_collection_that_does_not_exist_creates_nothing(data: Path) -> None:
    collection(data, article("a", "It stays."))
    with pytest.raises(IndexNotFoundError):
        remove_articles(["a"], data, "other")
    assert not (data / "collections" / "other").exists()


def test_a_changed_analyzer_analyses_anew(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = folder(tmp_path / "in", a="Boats sank.")
    before = build_index(source, data)
    monkeypatch.setattr("index.analysis.FINGERPRINT", "another")
    after = build_index(source, data)
    assert after.published
    assert after.generation != before.generation
    assert not after.changes


@pytest.mark.parametrize("content", ["file", "folder"])
def test_a_foreign_data_folder_is_left_alone(tmp_path: Path, content: str) -> None:
    foreign = tmp_path / "foreign"
    if content == "file":
        foreign.write_text("mine")
    else:
        foreign.mkdir()
        (foreign / "letters.txt").write_text("mine")
    with pytest.raises(DataFolderError, match="left alone"):
        collection(foreign, article("a", "It stays out."))
    assert content == "file" or [one.name for one in foreign.iterdir()] == ["letters.txt"]


def test_the_generation_of_an_older_format_is_replaced_by_an_update(data: Path) -> None:
    """Though it is whole, and holds just what the library holds."""
    generation = collection(data, article("a", "Boats sank.")).generation
    as_of_another_format(data, "main")
    assert unusable_collections(data) == ["main"]
    assert republish(data).generation == generation
    assert found(data, "boats") == ["a"]
    assert unusable_collections(data) == []


def test_a_library_of_an_older_schema_is_brought_up_to_date_and_publishes_the_same(
    data: Path,
) -> None:
    collection(data, article("a", "Boats sank.", title="Boats"), article("b", "Crabs.", lang="en"))
    library = data / "collections" / "main" / "library.db"
    with closing(sqlite3.connect(library)) as database, database:
        database.execute("DROP INDEX idx_articles_id_source_published_lang_guessed_lang")
        database.execute("DROP INDEX idx_analyses_article_id_checksum_passages_tokens")
        database.execute("ALTER TABLE analyses DROP COLUMN checksum")
        database.execute(
            "DELETE FROM _sqlite_migrations "
            "WHERE name LIKE 'checksums_%' OR name = 'what_every_publication_asks'"
        )
        database.execute("PRAGMA user_version = 4")
    changed = collection(data, article("c", "Storms passed."))
    assert found(data, "boats") == ["a"]
    anew = data.parent / "anew"
    collection(
        anew,
        article("c", "Storms passed."),
        article("a", "Boats sank.", title="Boats"),
        article("b", "Crabs.", lang="en"),
    )
    (generation,) = (anew / "collections" / "main" / "index").glob("*.db")
    assert changed.generation == generation.stem
