"""A change that is killed at any moment leaves the old index or the new one, and nothing else.

    python -m tests.torture.kills --moments 200

`build`, `update` and `import` of a few hundred articles, and a first `build`, are killed with
kill -9 at moments spread evenly over their work, every other time with all processes they started
and otherwise alone, as the kernel does when memory runs out. After each: nothing of it is alive two
seconds later, the served index opens, passes `verify` and answers exactly as before or as a clean
build of the new articles; and the same command, run again, succeeds, leaves nothing behind, and
publishes exactly that clean build.
"""

import shutil
import signal
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import click

from index import Article, IndexNotFoundError, SearchIndex
from tests.torture import trials
from tests.torture.answers import Answer, answers, answers_of, differences
from tests.torture.commands import Done, leftovers, not_done, run, run_here, running
from tests.torture.corpora import chance, revised, stories, write_folder, write_json_lines

_GRACE = 2.0  # seconds in which processes that lost their parent must have ended

Runner = Callable[..., Done]


@dataclass(frozen=True, slots=True)
class Change:
    """A command that changes a collection, and what must be served before and after it."""

    name: str
    command: tuple[str | Path, ...]  # without --data
    before: Path | None  # the data folder that it starts from
    old: tuple[Answer, ...] | None
    new: tuple[Answer, ...]
    generation: str  # of a clean build of the new articles
    seconds: float = 0.0  # from taking the lock to the end

    def lock(self, data: Path) -> Path:
        """The file whose appearance tells that the work begins."""
        return data / "collections" / "main" / "lock"


class Stage:
    """The changes that are to be killed, prepared in a folder of their own.

    Args:
        folder: an empty folder.
        count: how many articles there are at first.
        seed: what chance begins with.
        runner: runs the commands that are not to be killed.
    """

    def __init__(self, folder: Path, count: int, seed: int, runner: Runner = run) -> None:
        self.runner = runner
        self._folder = folder
        self._seed = seed
        old = stories(count, seed)
        new = revised(old, seed)
        merged = list({one.id: one for one in (*old, *new)}.values())
        source = write_folder(folder / "source", old)
        export = write_json_lines(folder / "new.jsonl", new)
        built, imported = folder / "built", folder / "imported"
        _must(run_here("build", source, "--data", built))
        old_export = write_json_lines(folder / "old.jsonl", old)
        _must(run_here("import", old_export, "--data", imported))
        write_folder(source, new)
        self.changes = (
            self._change("first", ("build", source), None, new),
            self._change("build", ("build", source), built, new),
            self._change("update", ("update", source), built, new),
            self._change("import", ("import", export), imported, merged),
        )

    def moment(self, number: int, count: int) -> tuple[Change, float, bool]:
        """What the trial of this number interrupts, when, and whether with all its processes."""
        change = self.changes[number % len(self.changes)]
        place = number // len(self.changes)
        places = max(count // len(self.changes), 1)
        lot = chance("moment", self._seed, number)
        when = change.seconds * ((place % places) + lot.random()) / places
        return change, when, place % 2 == 0

    def fresh(self, change: Change, number: int) -> tuple[Path, Path]:
        """A data folder as it is before the change, and an empty folder for temporary files."""
        place = self._folder / "trial" / str(number)
        shutil.rmtree(place, ignore_errors=True)
        (place / "tmp").mkdir(parents=True)
        data = place / "data"
        if change.before is not None:
            shutil.copytree(change.before, data)
            change.lock(data).unlink()
        return data, place / "tmp"

    def _change(
        self,
        name: str,
        command: tuple[str | Path, ...],
        before: Path | None,
        articles: list[Article],
    ) -> Change:
        clean = self._folder / f"clean-{name}"
        if command[0] == "import":
            export = write_json_lines(self._folder / "merged.jsonl", articles)
            _must(run_here("import", export, "--data", clean))
        else:
            _must(run_here("build", command[1], "--data", clean))
        old = answers_of(before) if before else None
        change = Change(name, command, before, old, answers_of(clean), name_of(clean))
        return replace(change, seconds=self._seconds(change))

    def _seconds(self, change: Change) -> float:
        """How long the change, left alone, works after it has taken the lock."""
        data, _ = self.fresh(change, -1)
        begun: list[float] = []
        done = threading.Event()

        def watch() -> None:
            while not change.lock(data).exists() and not done.wait(0.001):
                pass
            begun.append(time.monotonic())

        watcher = threading.Thread(target=watch)
        watcher.start()
        _must(self.runner(*change.command, "--data", data, "--quiet"))
        ended = time.monotonic()
        done.set()
        watcher.join()
        return ended - begun[0]


def name_of(data: Path) -> str:
    """The generation that is served."""
    index = SearchIndex.open(data)
    index.close()
    return index.generation


def served_wrongly(data: Path, change: Change, *, new_only: bool = False) -> list[str]:
    """What is wrong with what is served: neither the old answers nor the new ones."""
    try:
        index = SearchIndex.open(data)
    except IndexNotFoundError as error:
        return [] if change.old is None and not new_only else [f"lost: {error}"]
    try:
        given = answers(index)
        is_new = index.generation == change.generation
    finally:
        index.close()
    expected = change.new if is_new or change.old is None or new_only else change.old
    problems = [f"torn: {problem}" for problem in differences(expected, given)]
    if new_only and not is_new:
        problems.append(f"{index.generation} is served and not {change.generation}")
    return problems + not_done(run_here("verify", "--data", data))


def again_wrongly(stage: Stage, data: Path, temporary: Path, change: Change) -> list[str]:
    """What is wrong once the same command has been run again.

    Whatever a killed process left in the folder for temporary files stays there for ever.
    """
    done = stage.runner(*change.command, "--data", data, "--quiet")
    return [
        *not_done(done),
        *served_wrongly(data, change, new_only=True),
        *leftovers(data, temporary),
    ]


def killed(stage: Stage, number: int, count: int) -> list[str]:
    """One trial: what is wrong after one kill."""
    change, when, everyone = stage.moment(number, count)
    data, temporary = stage.fresh(change, number)
    arguments = [*change.command, "--data", data, "--quiet"]
    with running(arguments, TMPDIR=str(temporary)) as command:
        command.wait(change.lock(data), when)
        command.signal(signal.SIGKILL, everyone=everyone)
        command.end()
        problems = [f"process {pid} outlived it" for pid in command.orphans(_GRACE)]
    if data.exists():
        problems += served_wrongly(data, change)
    problems += again_wrongly(stage, data, temporary, change)
    with suppress(OSError):
        shutil.rmtree(data.parent)
    whom = "all of " if everyone else ""
    return [f"{whom}{change.name} killed after {when:.3f} s: {problem}" for problem in problems]


def _must(done: Done) -> None:
    assert done.code == 0, done.err


@click.command(help=__doc__)
@click.option("--moments", default=200, show_default=True, help="How many kills.")
@click.option("--articles", default=300, show_default=True, help="How many articles.")
@trials.seed_option
def main(*, moments: int, articles: int, seed: int, only: int | None) -> None:
    """Kill, and tell what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), articles, seed)
        for change in stage.changes:
            click.echo(f"{change.name} works {change.seconds:.2f} s")
        script = f"kills --moments {moments} --articles {articles}"
        plan = [partial(killed, stage, number, moments) for number in range(moments)]
        trials.report(script, seed, plan, only)


if __name__ == "__main__":
    main()
