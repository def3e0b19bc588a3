"""What is published is on the disk, in the right order. A short `tests.torture.powercuts`."""

import os
from pathlib import Path

import pytest

from index import SearchIndex
from tests.torture.commands import DONE, not_refused, run_here
from tests.torture.corpora import stories, write_folder, write_json_lines
from tests.torture.powercuts import (
    Operation,
    Publication,
    Recorder,
    first_publication,
    folders_not_flushed,
    wrong_order,
)
from tests.torture.trials import SEED


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return Publication(tmp_path_factory.mktemp("powercuts"), SEED)


def test_a_file_is_flushed_then_renamed_then_its_folder_is_flushed(
    published: Publication,
) -> None:
    renamed = [done for done in published.operations if done.what in ("rename", "replace")]
    assert [done.target.suffix for done in renamed if done.target] == [".db", ""]
    assert wrong_order(published.operations) == []


def test_a_wrong_order_would_be_noticed() -> None:
    aside, there = Path("/x/aside"), Path("/x/there")
    flush, rename = Operation("fsync", aside, None, b"x"), Operation("replace", aside, there, b"x")
    folder = Operation("fsync", Path("/x"))
    assert wrong_order([flush, rename, folder]) == []
    assert len(wrong_order([rename, flush, folder])) == 1
    assert len(wrong_order([flush, rename])) == 1
    assert len(wrong_order([flush, rename, Operation("unlink", there, None, b"y"), folder])) == 1


def test_power_lost_at_any_moment_leaves_an_index_that_opens(published: Publication) -> None:
    problems = []
    for moment in range(len(published.operations) + 1):
        problems += published.wrong_after_power_loss(moment)
    assert problems == []


def test_whatever_fails_on_the_disk_the_old_index_or_the_new_one_serves(
    published: Publication,
) -> None:
    problems = []
    for number in range(len(published.operations)):
        problems += published.wrong_after_failure(number)
    assert problems == []


def test_a_first_index_does_not_lose_its_folder_with_the_power(tmp_path: Path) -> None:
    assert folders_not_flushed(first_publication(tmp_path, SEED)) == []


def test_the_recorder_puts_the_system_back(tmp_path: Path) -> None:
    before = os.fsync, os.replace
    with Recorder(tmp_path).at_work():
        assert os.fsync is not before[0]
    assert (os.fsync, os.replace) == before


def test_a_first_build_of_nothing_publishes_an_index_that_finds_nothing(
    tmp_path: Path, data: Path
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.jsonl").touch()
    for command in (("build", tmp_path / "empty"), ("import", tmp_path / "empty.jsonl")):
        collection = ("--collection", command[0], "--data", data)
        done = run_here(*command, *collection)
        assert (done.code, done.err) == (DONE, "")
        assert "0 articles in the index" in done.out
        assert run_here("verify", *collection).code == DONE
        index = SearchIndex.open(data, (command[0],))
        assert index.search("anything at all") == []
        assert index.extent.articles == 0
        index.close()


def test_dropping_more_than_a_tenth_is_refused_with_the_count_and_the_way_out(
    tmp_path: Path, data: Path
) -> None:
    articles = stories(20, SEED)
    source = write_folder(tmp_path / "in", articles)
    assert run_here("build", source, "--data", data).code == DONE
    write_folder(source, articles[:17])
    for command in ("build", "update"):
        done = run_here(command, source, "--data", data)
        assert not_refused(done, "3 of the 20 articles", "--allow-shrink") == []
    assert run_here("update", source, "--allow-shrink", "--data", data).code == DONE


def test_an_import_drops_nothing(tmp_path: Path, data: Path) -> None:
    for articles in (stories(6, SEED), stories(1, SEED)):
        export = write_json_lines(tmp_path / "in.jsonl", articles)
        assert run_here("import", export, "--data", data).code == DONE
    assert "6 articles" in run_here("status", "--data", data).out
