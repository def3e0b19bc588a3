"""A backup answers as what it was made of did, whatever was going on meanwhile."""

import json
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from bot.asking import Newsdesk
from bot.live import LiveIndex
from bot.store import BotStore
from index.backup import back_up
from index.build import list_articles, remove_articles
from index.collections import Collections
from index.errors import DataFolderError, IndexDamagedError, IndexNotFoundError
from index.generation import Generation
from index.publication import generation_path, rollback, served
from tests.builders import article, collection

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ("What did Petra Lindqvist say?", "the night ferry", "crabs")
WALL = article("wall", "“The wall stands,” said Petra Lindqvist.", title="Wall", lang="en")
FERRY = article("ferry", "The night ferry stops in October.", title="Ferry", lang="en")
CRABS = article("crabs", "Crab landings fell again.", title="Crabs", lang="en")


def answers(data: Path) -> list[object]:
    """What a data folder answers, without the time it took."""
    with closing(LiveIndex(data)) as live:
        desk = Newsdesk(live)
        return [desk.ask(question).answer for question in QUESTIONS]


def test_a_backup_opened_as_data_answers_the_same(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    collection(data, FERRY)
    collection(data, CRABS, name="guild-7")
    BotStore(data / "bot.db").remember_commands(1, "a hash")
    done = back_up(data, tmp_path / "backups" / "one")
    assert done.collections == ("guild-7", "main")
    assert done.size == sum(p.stat().st_size for p in done.folder.rglob("*") if p.is_file())
    assert answers(done.folder) == answers(data)
    assert list_articles(done.folder, "main") == list_articles(data, "main")
    assert BotStore(done.folder / "bot.db").commands_hash(1) == "a hash"
    assert not list((tmp_path / "backups").glob(".*"))


def test_what_is_restored_can_be_changed_and_rolled_back(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    first = served(Collections(data).collection("main"))
    collection(data, FERRY)
    before = answers(data)
    copy = back_up(data, tmp_path / "copy").folder
    shutil.rmtree(data)
    shutil.copytree(copy, data)  # restoring is copying
    assert answers(data) == before
    collection(data, CRABS)
    assert answers(data) != before
    remove_articles(["crabs"], data)
    assert answers(data) == before
    place = Collections(data).collection("main")
    rollback(place)
    restored = Collections(copy).collection("main")
    assert rollback(restored) == first


def test_it_is_whole_while_another_process_publishes(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    stop = threading.Event()

    def publish() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            collection(data, article(f"more-{number}", f"More of the ferry {number}.", lang="en"))

    publishing = threading.Thread(target=publish)
    publishing.start()
    try:
        copies = [back_up(data, tmp_path / f"copy-{number}").folder for number in range(8)]
    finally:
        stop.set()
        publishing.join()
    for copy in copies:
        place = Collections(copy).collection("main")
        generation = Generation(generation_path(place, served(place)))
        generation.verify()
        generation.close()
        assert answers(copy)
        collection(copy, CRABS)  # its library may be newer than its index; both are whole
        assert "crabs" in {one.id for one in list_articles(copy, "main")}


def test_an_empty_folder_is_taken_and_any_other_left_alone(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    (tmp_path / "empty").mkdir()
    back_up(data, tmp_path / "empty")
    (tmp_path / "file").write_text("mine")
    for taken in ("empty", "file"):
        with pytest.raises(DataFolderError, match="is there already"):
            back_up(data, tmp_path / taken)
    assert (tmp_path / "file").read_text() == "mine"
    with pytest.raises(DataFolderError, match="inside the data folder"):
        back_up(data, data / "backup")
    with pytest.raises(IndexNotFoundError):
        back_up(tmp_path / "nowhere", tmp_path / "copy")


def test_what_is_damaged_is_not_backed_up_unnoticed(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    place = Collections(data).collection("main")
    path = generation_path(place, served(place))
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))
    with pytest.raises(IndexDamagedError, match="byline index update --collection main"):
        back_up(data, tmp_path / "copy")
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_a_damaged_library_is_told(data: Path, tmp_path: Path) -> None:
    collection(data, WALL)
    library = Collections(data).collection("main").library
    with closing(sqlite3.connect(library)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(library.read_bytes())
    raw[4096:8192] = bytes(4096)
    library.write_bytes(bytes(raw))
    with pytest.raises(IndexDamagedError):
        back_up(data, tmp_path / "copy")
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_where_there_is_no_room_the_size_is_told_and_nothing_left(
    data: Path, tmp_path: Path
) -> None:
    collection(data, WALL)
    code = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384));"
        "from bot.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "backup", tmp_path / "copy", "--data", data],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "it needs " in done.stderr
    assert "bytes" in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["data"]


def test_the_command_says_what_it_copied(sample_data: Path, tmp_path: Path) -> None:
    def byline(*arguments: object) -> str:
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            capture_output=True, text=True, cwd=ROOT, check=True,
        ).stdout  # fmt: skip

    said = byline("backup", tmp_path / "copy", "--data", sample_data)
    assert said.startswith(f"Backed up sample to {tmp_path / 'copy'}: ")
    question = ("ask", "--json", "What did Wang Wenbin say?", "--data")
    given = [json.loads(byline(*question, data)) for data in (sample_data, tmp_path / "copy")]
    for each in given:
        del each["took_ms"]
    assert given[0] == given[1]
