"""Of several writers one works; the library may be locked; readers meanwhile never see a mixture.

    python -m tests.torture.writers --rounds 20

Eight builds of one collection begin at the same moment: at any time one of them has the library
open, and each of the others works after it, or ends at once with a sentence that names the process
at work. Then every command meets a library that another connection holds. Then a reader asks on
while the index is rebuilt, each time in another edition.
"""

import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import click

from bot.live import LiveIndex
from index import Article, Query, database
from index.build import add_articles
from index.ingest import Reading
from tests.torture import trials
from tests.torture.commands import (
    DONE,
    Running,
    leftovers,
    not_done,
    not_refused,
    run_here,
    running,
)
from tests.torture.corpora import as_file, stories, write_folder, write_json_lines

# Does all that takes long before it waits for the word to go.
_WHEN_TOLD = """
import sys, time
from pathlib import Path
from index.cli import execute, index_commands
ready, go = Path(sys.argv[1]), Path(sys.argv[2])
ready.touch()
while not go.exists():
    time.sleep(0.001)
sys.exit(execute(index_commands, sys.argv[3:]))
"""


def all_at_once(place: Path, number: int, writers: int, at_once: float) -> list[str]:
    """One trial: `writers` builds begin together; those refused end within `at_once` seconds."""
    data, source = place / f"data-{number}", place / "source"
    go = place / f"go-{number}"
    arguments = ("build", source, "--data", data, "--quiet")
    with ExitStack() as stack:
        ready = [place / f"ready-{number}-{one}" for one in range(writers)]
        commands = [
            stack.enter_context(
                running(arguments, program=(sys.executable, "-c", _WHEN_TOLD, one, go))
            )
            for one in ready
        ]
        while not all(one.exists() for one in ready):
            time.sleep(0.01)
        go.touch()
        began = time.monotonic()
        problems, ended = _watched(commands, data / "collections" / "main" / "library.db")
        results = [command.end() for command in commands]
    pids = {command.process.pid for command in commands}
    for done, end in zip(results, ended, strict=True):
        if done.code == DONE:
            continue
        problems += not_refused(done, "'main'")
        if not any(f"pid {pid})" in done.err for pid in pids):
            problems.append(f"none of {sorted(pids)} is named: {done.err.strip()}")
        if end - began > at_once:
            problems.append(f"it was refused after {end - began:.1f} s")
    if not any(done.code == DONE for done in results):
        problems.append("nobody worked")
    problems += not_done(run_here("verify", "--data", data)) + leftovers(data)
    return problems


def _watched(commands: Sequence[Running], library: Path) -> tuple[list[str], list[float]]:
    """Whether two ever had the library open at a time, and when each command ended."""
    ended: dict[int, float] = {}
    problems = []
    while len(ended) < len(commands):
        holding = [one.process.pid for one in commands if _has_open(one.process.pid, library)]
        if len(holding) > 1:
            problems.append(f"{holding} had the library open together")
        for number, command in enumerate(commands):
            if number not in ended and command.process.poll() is not None:
                ended[number] = time.monotonic()
        time.sleep(0.002)
    return problems, [ended[number] for number in range(len(commands))]


def _has_open(pid: int, file: Path) -> bool:
    found = False
    try:
        for handle in Path(f"/proc/{pid}/fd").iterdir():
            found = found or handle.readlink() == file
    except OSError:  # it has ended, or has closed a file meanwhile
        return False
    return found


@contextmanager
def held(library: Path, *, against_readers: bool) -> Iterator[sqlite3.Connection]:
    """Another connection's exclusive lock on a library."""
    connection = sqlite3.connect(library, isolation_level=None, check_same_thread=False)
    try:
        if against_readers:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        if against_readers:
            connection.execute("UPDATE published SET changed = changed")
        yield connection
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    finally:
        connection.close()


class Desk:
    """A collection, and every command that opens its library.

    Args:
        place: an empty folder.
        seed: what chance begins with.
    """

    def __init__(self, place: Path, seed: int) -> None:
        articles = stories(4, seed)
        self.data = place / "data"
        source = write_folder(place / "source", articles)
        assert run_here("build", source, "--data", self.data).code == DONE
        self.library = self.data / "collections" / "main" / "library.db"
        export = write_json_lines(place / "export.jsonl", stories(2, "more", seed))
        added = place / "added.md"
        added.write_text(as_file(stories(1, "added", seed)[0]), "utf-8")
        self.writing: dict[str, tuple[str | Path, ...]] = {
            "build": ("build", source),
            "update": ("update", source),
            "update without a folder": ("update", "--collection", "main"),
            "add": ("add", added),
            "import": ("import", export),
            "remove": ("remove", articles[0].id),
        }
        self.reading: dict[str, tuple[str | Path, ...]] = {
            "status": ("status", "--articles"),
            "verify": ("verify",),
        }

    def locked_out(self, name: str, patience: float, *, against_readers: bool) -> list[str]:
        """What is wrong with a command that meets a locked library and waits `patience` seconds."""
        usual = database.BUSY_SECONDS
        database.BUSY_SECONDS = patience
        try:
            with held(self.library, against_readers=against_readers):
                command = (self.writing | self.reading)[name]
                done = run_here(*command, "--data", self.data)
        finally:
            database.BUSY_SECONDS = usual
        if name in self.reading and done.code == DONE:
            return []  # a reader need not wait for a writer
        problems = not_refused(done, str(self.library), "in use by another process")
        return [f"{name} with the library locked: {problem}" for problem in problems]

    def waits(self, seconds: float) -> list[str]:
        """What is wrong with a writer that finds the library locked for only so long."""
        with held(self.library, against_readers=False) as holder:
            release = threading.Timer(seconds, holder.execute, ["ROLLBACK"])
            release.start()
            done = run_here(*self.writing["import"], "--data", self.data)
            release.join()
        return [f"a writer did not wait: {problem}" for problem in not_done(done)]


def swapped(data: Path, rebuilds: int, readers: int = 2) -> list[str]:
    """What is wrong with what readers see while the collection is rebuilt, edition by edition."""
    live = LiveIndex(data)
    problems: list[str] = []
    finished = threading.Event()
    _publish_edition(data, 0)

    def edition_seen() -> set[str]:
        with live.of(("main",)) as index:
            said = Query("", speaker="Ines Falk")
            hits = [*index.search("quay", k=20), *index.search(said, k=20)]
            texts = [(index.excerpt(hit).text, hit.article.text) for hit in hits]
            wrong = [shown for shown, whole in texts if shown not in whole]
        if wrong or len(texts) != 2 * _ARTICLES:
            problems.append(f"{len(texts)} found, {len(wrong)} of them not in their articles")
        return {whole.split()[-1] for _, whole in texts}

    def read() -> None:
        while not finished.is_set():
            try:
                seen = edition_seen()
            except Exception as error:  # a reader must meet no error at all
                problems.append(f"a reader met {error!r}")
                return
            if len(seen) != 1:
                problems.append(f"one answer mixed the editions {sorted(seen)}")

    threads = [threading.Thread(target=read) for _ in range(readers)]
    for thread in threads:
        thread.start()
    for edition in range(1, rebuilds + 1):
        _publish_edition(data, edition)
        if edition_seen() != {f"({edition})"}:
            problems.append(f"edition {edition} was not seen once it was published")
    finished.set()
    for thread in threads:
        thread.join()
    live.close()
    return problems


_SAYINGS = (  # so that no article is another's copy
    "No ship may land before the divers have looked at the piles below the crane.",
    "My office has asked three builders what new planks would cost the town.",
    "Fishermen can unload at the old pier, where the lights were mended in spring.",
    "Nobody was hurt when the railing gave way, and we owe that to the night watch.",
    "School trips to the islands begin again as soon as both gangways are dry.",
    "Whoever sold us that concrete will hear from our lawyers within a week.",
)
_ARTICLES = len(_SAYINGS)


def _publish_edition(data: Path, edition: int) -> None:
    articles = [
        Article(
            id=f"story-{number}",
            title="The quay",
            text=f'The quay is closed. "{saying}" said Ines Falk. ({edition})',
            lang="en",
        )
        for number, saying in enumerate(_SAYINGS)
    ]
    add_articles((("import:", Reading(one.id, one)) for one in articles), data)


@click.command(help=__doc__)
@click.option("--rounds", default=20, show_default=True, help="How often all begin at once.")
@click.option("--writers", default=8, show_default=True, help="How many begin at once.")
@trials.seed_option
def main(*, rounds: int, writers: int, seed: int, only: int | None) -> None:
    """Write all at once, and tell what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_folder(place / "source", stories(60, seed))
        desk = Desk(place / "desk", seed)
        patience = database.BUSY_SECONDS
        commands = (*desk.writing, *desk.reading)
        begun = partial(all_at_once, place, writers=writers, at_once=1.5)
        plan = [
            *(partial(begun, number) for number in range(rounds)),
            *(partial(desk.locked_out, name, patience, against_readers=False) for name in commands),
            *(partial(desk.locked_out, name, patience, against_readers=True) for name in commands),
            partial(desk.waits, 2.0),
            partial(swapped, place / "swapped", 10),
        ]
        trials.report(f"writers --rounds {rounds} --writers {writers}", seed, plan, only)


if __name__ == "__main__":
    main()
