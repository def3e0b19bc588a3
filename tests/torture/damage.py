"""A published index that is not what was written answers as before, or is refused; never else.

    python -m tests.torture.damage --flips 500 --truncations 50

Single bits of the served generation and of the pointer are flipped, the generation is cut short,
replaced by other files, or given another format. After each: opening it and asking gives the very
answers of before, or a refusal that names the command that mends it; `verify` fails; and that
command brings the very bytes of before back.
"""

import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from index import IndexDamagedError, IndexNotFoundError, IndexVersionError
from tests.torture import trials
from tests.torture.answers import answers_of, differences
from tests.torture.commands import not_done, run, run_here
from tests.torture.corpora import chance, stories, write_json_lines

_REFUSALS = (IndexDamagedError, IndexNotFoundError, IndexVersionError)
_OTHER = "other"  # the name of a second collection
# Another Python knows other letters, so it analyses otherwise.
_IN_ANOTHER_PYTHON = """
import sys, unicodedata
unicodedata.unidata_version = "0.0.0"
from index.cli import execute, index_commands
sys.exit(execute(index_commands))
"""


class Stage:
    """A data folder with two collections; `main` is the one that is damaged.

    Args:
        folder: an empty folder.
        count: how many articles each collection has.
        seed: what chance begins with.
    """

    def __init__(self, folder: Path, count: int, seed: int) -> None:
        self.seed = seed
        self.data = folder / "data"
        for name in ("main", _OTHER):
            for part in (count - 1, count):  # two generations each
                export = write_json_lines(folder / "export.jsonl", stories(part, name, seed))
                arguments = ("--collection", name, "--data", self.data)
                assert run_here("import", export, *arguments).code == 0
        self.expected = answers_of(self.data)
        self.other = self.served(_OTHER).read_bytes()
        self.whole = self.served().read_bytes()
        self._pointed = self.pointer().read_text().split()
        self._files = {one: one.read_bytes() for one in self.pointer().parent.iterdir()}

    def pointer(self, collection: str = "main") -> Path:
        return self.data / "collections" / collection / "index" / "current"

    def served(self, collection: str = "main") -> Path:
        """The generation that is served."""
        pointer = self.pointer(collection)
        return pointer.with_name(f"{pointer.read_text().split()[0]}.db")

    def previous(self) -> Path:
        """The generation that was served before."""
        return self.pointer().with_name(f"{self._pointed[1]}.db")

    def judged(self, *, refused: bool = False) -> list[str]:
        """What is wrong with how a damaged index behaves, and with how it is mended.

        With `refused` it may not even answer as before.
        """
        try:
            problems = differences(self.expected, answers_of(self.data))
            if refused and not problems:
                problems = ["it was not refused"]
        except _REFUSALS as refusal:
            told = "`byline index " in str(refusal)
            problems = [] if told else [f"no command that mends it is named: {refusal}"]
        verified = run_here("verify", "--collection", "main", "--data", self.data)
        if verified.code != 1:
            problems.append(f"verify ended with {verified.code}: {verified.out}{verified.err}")
        return problems + self.mended()

    def mended(self) -> list[str]:
        """What is wrong once the index has been brought up to date."""
        problems = not_done(run_here("update", "--collection", "main", "--data", self.data))
        if self.served().read_bytes() != self.whole:
            problems.append("an update did not mend it")
        self.restore()
        return problems

    def restore(self) -> None:
        """Put everything back, whatever an update did, so that the next trial stands alone."""
        for stray in set(self.pointer().parent.iterdir()) - self._files.keys():
            stray.unlink()
        for path, content in self._files.items():
            path.write_bytes(content)


def flipped(stage: Stage, number: int) -> list[str]:
    """One trial: one flipped bit of the generation; one in twenty is of the name in the pointer."""
    lot = chance("flip", stage.seed, number)
    target = stage.pointer() if number % 20 == 19 else stage.served()
    content = bytearray(target.read_bytes())
    size = len(content) if target.suffix else content.index(b"\n")
    bit = lot.randrange(8 * size)
    content[bit // 8] ^= 1 << (bit % 8)
    target.write_bytes(content)
    return [f"bit {bit} of {target.name} flipped: {problem}" for problem in stage.judged()]


def truncated(stage: Stage, number: int) -> list[str]:
    """One trial: the generation cut short; every other time at the end of a page."""
    lot = chance("truncation", stage.seed, number)
    size = lot.randrange(len(stage.whole))
    if number % 2:
        size -= size % 4096
    stage.served().write_bytes(stage.whole[:size])
    return [f"cut to {size} bytes: {problem}" for problem in stage.judged()]


def _pragma(statement: str) -> Callable[[Stage], None]:
    def change(stage: Stage) -> None:
        with closing(sqlite3.connect(stage.served())) as connection:
            connection.execute(f"PRAGMA {statement}")

    return change


def _foreign(stage: Stage) -> None:
    stage.served().unlink()
    with closing(sqlite3.connect(stage.served())) as connection:
        connection.execute("CREATE TABLE letters (words TEXT)")


def _foreign_in_our_clothes(stage: Stage) -> None:
    with closing(sqlite3.connect(stage.served())) as connection:
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    _foreign(stage)
    _pragma(f"application_id = {ours}")(stage)
    _pragma(f"user_version = {version}")(stage)


def _wrong_magic(stage: Stage) -> None:
    stage.served().write_bytes(b"SQLite format 4\x00" + stage.whole[16:])


ODDITIES: dict[str, Callable[[Stage], object]] = {
    "an empty file": lambda stage: stage.served().write_bytes(b""),
    "no file": lambda stage: stage.served().unlink(),
    "zeroes": lambda stage: stage.served().write_bytes(bytes(len(stage.whole))),
    "more at the end": lambda stage: stage.served().write_bytes(stage.whole + bytes(4096)),
    "a wrong magic": _wrong_magic,
    "another program's database": _foreign,
    "another program's database with our marks": _foreign_in_our_clothes,
    "the library": lambda stage: shutil.copy(
        stage.pointer().parent.parent / "library.db", stage.served()
    ),
    "another collection's index": lambda stage: stage.served().write_bytes(stage.other),
    "the index before": lambda stage: shutil.copy(stage.previous(), stage.served()),
    "an older format": _pragma("user_version = 0"),
    "a newer format": _pragma("user_version = 9999"),
    "another application": _pragma("application_id = 4711"),
    "an empty pointer": lambda stage: stage.pointer().write_bytes(b""),
    "a pointer to nothing": lambda stage: stage.pointer().write_text("0123456789abcdef\n"),
    "a pointer that leads out": lambda stage: stage.pointer().write_text("../../x\n"),
}  # fmt: skip


def odd(stage: Stage, name: str) -> list[str]:
    """One trial: something else where the index was."""
    ODDITIES[name](stage)
    return [f"{name}: {problem}" for problem in stage.judged(refused=True)]


def analyzed_otherwise(stage: Stage) -> list[str]:
    """An index that another analyzer made: refused or the same answers, and made anew."""
    program = (sys.executable, "-c", _IN_ANOTHER_PYTHON)
    arguments = ("update", "--collection", "main", "--data", stage.data)
    problems = not_done(run(*arguments, program=program))
    if stage.served().read_bytes() == stage.whole:
        problems.append("another analyzer made the same index")
    try:
        problems += differences(stage.expected, answers_of(stage.data))
    except IndexVersionError as refusal:
        if "`byline index update --collection main`" not in str(refusal):
            problems.append(f"no command that mends it is named: {refusal}")
    if "byline index update" not in run_here("status", "--data", stage.data).out:
        problems.append("status says nothing of it")
    problems += stage.mended()
    return [f"another analyzer: {problem}" for problem in problems]


@click.command(help=__doc__)
@click.option("--flips", default=500, show_default=True, help="How many flipped bits.")
@click.option("--truncations", default=50, show_default=True, help="How many truncations.")
@click.option("--articles", default=8, show_default=True, help="How many articles.")
@trials.seed_option
def main(*, flips: int, truncations: int, articles: int, seed: int, only: int | None) -> None:
    """Damage, and tell what was believed."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), articles, seed)
        script = f"damage --flips {flips} --truncations {truncations} --articles {articles}"
        plan = [
            *(partial(flipped, stage, number) for number in range(flips)),
            *(partial(truncated, stage, number) for number in range(truncations)),
            *(partial(odd, stage, name) for name in ODDITIES),
            partial(analyzed_otherwise, stage),
        ]
        trials.report(script, seed, plan, only)


if __name__ == "__main__":
    main()
