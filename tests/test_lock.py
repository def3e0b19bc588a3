"""One writer a collection."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import DataFolderError, LockedError
from index.lock import exclusive
from tests.builders import article, collection

ROOT = Path(__file__).resolve().parent.parent
HOLDER = """
import sys, time
from pathlib import Path
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
