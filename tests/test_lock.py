"""One writer a collection."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from index.errors import DataFolderError, LockedError
from index.lock import Patience, exclusive
from tests.builders import article, collection
from tests.test_cli import byline

ROOT = Path(__file__).resolve().parent.parent
HOLDER = """
import sys, time
from pathlib import Path
from threading import Timer
from index.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(data: Path) -> "subprocess.Popen[str]":
    """A process that holds the lock of `main`."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, data / "collections" / "main" / "lock"],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_second_writer_is_told_who_holds_the_lock(
    data: Path, holder: "subprocess.Popen[str]"
) -> None:
    with pytest.raises(LockedError, match=rf"pid {holder.pid}\).*'main'"):
        collection(data, article("a", "It must wait."))


def test_another_collection_can_be_written_meanwhile(
    data: Path, holder: "subprocess.Popen[str]"
) -> None:
    assert holder.poll() is None
    assert collection(data, article("a", "It need not wait."), name="other").articles == 1


def test_the_lock_dies_with_its_holder(data: Path, holder: "subprocess.Popen[str]") -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert collection(data, article("a", "It waited.")).articles == 1


def test_a_holder_is_waited_for_as_long_as_there_is_patience(
    data: Path, holder: "subprocess.Popen[str]"
) -> None:
    said: list[str] = []
    lock = data / "collections" / "main" / "lock"
    with pytest.raises(LockedError, match="try again"), exclusive(lock, Patience(0.5, said.append)):
        pass
    Timer(0.3, holder.kill).start()
    with exclusive(lock, Patience(30, said.append)):
        assert lock.read_text().strip() == str(os.getpid())
    expected = f"another process (pid {holder.pid}) is changing the collection 'main'."
    assert said[0] == f"Waiting up to 0.5 seconds: {expected}"
    assert len(said) == 2


def test_a_command_waits_for_a_bot_that_publishes_and_says_so_once(
    tmp_path: Path, data: Path, holder: "subprocess.Popen[str]"
) -> None:
    (tmp_path / "pier.txt").write_text("The pier stood in the storm.")
    release = Timer(3, holder.kill)
    release.start()
    done = byline("index", "add", tmp_path / "pier.txt", "--data", data)
    release.join()
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr
    assert done.stderr.startswith("Waiting up to 30 seconds: another process (pid")
    assert "1 added" in done.stdout


def test_the_lock_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with exclusive(tmp_path / "lock"):
            assert (tmp_path / "lock").read_text().strip() == str(os.getpid())


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(DataFolderError, match="cannot be written to"),
        exclusive(tmp_path / "file" / "lock"),
    ):
        pass
