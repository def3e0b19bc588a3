"""Without room, permission, file handles or memory a change says so and harms nothing.

    python -m tests.torture.disk --sizes 20

A `build`, an `update` and an `import` over an older index meet a limit: the size of a file
(RLIMIT_FSIZE, a ladder from nothing to more than is needed), the room on a small file system, a
data folder that cannot be written to, the number of open files, the memory. Each either succeeds,
or ends with 1 and one sentence that names the data folder; the old index or the new one serves;
nothing lies about; and without the limit the next run gives what a clean build gives.

The small and the read-only file systems are mounted where only the command sees them, so that root
is held to them too; where the system does not let us, those trials are left out and the script
says so.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from tests.torture import trials
from tests.torture.commands import DONE, INDEX, leftovers, not_done, not_refused, run
from tests.torture.kills import Change, Stage, again_wrongly, served_wrongly

_LIMITED = "import os, resource, sys; n, v = map(int, sys.argv[1:3]); " + (
    "resource.setrlimit(n, (v, v)); os.execv(sys.argv[3], sys.argv[3:])"
)
OPEN_FILES = (64, 32, 20, 16, 12, 10, 8, 7, 6)  # Python itself needs about 5
MEMORY = (4096, 1024, 700, 500, 400, 350, 300, 256, 200)  # MB; Python and NumPy need some 180
_MB = 1 << 20
_PAGE = 4096
_PRIVATELY = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c")
_READ_ONLY = """
data=$1; shift
mount --bind "$data" "$data" && mount -o remount,bind,ro "$data" || exit 99
exec "$@"
"""
# What is on the small disk is seen only from within, so it is brought out in the end.
_ON_A_SMALL_DISK = """
data=$1; small=$2; size=$3; shift 3
mount -t tmpfs -o "size=$size" tmpfs "$small" && cp -a "$data" "$small/data" || exit 99
"$@"; code=$?
rm -r "$data" && cp -a "$small/data" "$data" || exit 99
exit $code
"""


def under_limit(what: int, most: int) -> tuple[str, ...]:
    """The program `byline index` with a limit of the system on it."""
    return (sys.executable, "-c", _LIMITED, str(what), str(most), *INDEX)


def ladder(stage: Stage, sizes: int) -> list[int]:
    """Sizes of files from none to more than anything needs, each a little larger."""
    data, _ = stage.fresh(stage.changes[1], -2)
    stage.runner(*stage.changes[1].command, "--data", data)
    largest = max(file.stat().st_size for file in data.rglob("*") if file.is_file())
    return [0, *(int(largest ** (step / (sizes - 2))) for step in range(1, sizes - 1)), largest * 3]


def limited(stage: Stage, number: int, what: int, most: int) -> list[str]:
    """One trial: a change under a limit."""
    change = stage.changes[1 + number % (len(stage.changes) - 1)]
    data, temporary = stage.fresh(change, number)
    program = under_limit(what, most)
    problems = _tried(stage, change, data, temporary, program)
    shutil.rmtree(data.parent)
    return [f"{change.name} with a limit of {most}: {problem}" for problem in problems]


def on_a_full_disk(stage: Stage, number: int, spare: int) -> list[str]:
    """One trial: a change on a file system with `spare` bytes left."""
    change = stage.changes[1 + number % (len(stage.changes) - 1)]
    data, temporary = stage.fresh(change, number)
    small = data.with_name("small")
    small.mkdir()
    size = sum(-(-one.stat().st_size // _PAGE) * _PAGE for one in data.rglob("*") if one.is_file())
    program = (*_PRIVATELY, _ON_A_SMALL_DISK, "sh", data, small, str(size + spare), *INDEX)
    problems = _tried(stage, change, data, temporary, program, named=small / "data")
    shutil.rmtree(data.parent)
    return [f"{change.name} with {spare} bytes free: {problem}" for problem in problems]


def read_only(stage: Stage, number: int) -> list[str]:
    """One trial: a data folder that cannot be written to, not even by root."""
    change = stage.changes[1 + number % (len(stage.changes) - 1)]
    data, temporary = stage.fresh(change, number)
    if number % 2:
        change.lock(data).touch()
    program = (*_PRIVATELY, _READ_ONLY, "sh", data, *INDEX)
    problems = not_done(run("status", "--data", data, program=program))
    problems += not_done(run("verify", "--data", data, program=program))
    problems += _tried(stage, change, data, temporary, program)
    shutil.rmtree(data.parent)
    return [f"{change.name} in a read-only folder: {problem}" for problem in problems]


def can_mount() -> bool:
    """Whether this system lets us mount something that only one command sees."""
    command = [*_PRIVATELY, "mount -t tmpfs tmpfs /mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _tried(
    stage: Stage,
    change: Change,
    data: Path,
    temporary: Path,
    program: Sequence[str | Path],
    named: Path | None = None,
) -> list[str]:
    named = named or data
    arguments = (*change.command, "--data", named, "--quiet")
    done = run(*arguments, program=program, TMPDIR=str(temporary))
    if done.code == DONE:
        problems = served_wrongly(data, change, new_only=True)
    else:
        problems = not_refused(done) + served_wrongly(data, change)
        # Without handles it may be the articles that cannot be read.
        if str(named) not in done.err and str(change.command[1]) not in done.err:
            problems.append(f"it named no path: {done.err.strip()}")
    problems += leftovers(data, temporary, log=True)
    return problems + again_wrongly(stage, data, temporary, change)


@click.command(help=__doc__)
@click.option("--sizes", default=20, show_default=True, help="How many sizes of files.")
@click.option("--articles", default=100, show_default=True, help="How many articles.")
@trials.seed_option
def main(*, sizes: int, articles: int, seed: int, only: int | None) -> None:
    """Withhold, and tell what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), articles, seed)
        sizes_tried = ladder(stage, sizes)
        mounting = can_mount()
        if not mounting:
            click.echo("LEFT OUT: full disks and read-only folders; nothing can be mounted here")
        tried: list[Callable[[Stage, int], list[str]]] = [
            *(partial(limited, what=resource.RLIMIT_FSIZE, most=size) for size in sizes_tried),
            *(partial(on_a_full_disk, spare=size) for size in sizes_tried if mounting),
            *(read_only for _ in range(6) if mounting),
            *(partial(limited, what=resource.RLIMIT_NOFILE, most=most) for most in OPEN_FILES),
            *(partial(limited, what=resource.RLIMIT_AS, most=most * _MB) for most in MEMORY),
        ]
        plan = [partial(trial, stage, number) for number, trial in enumerate(tried)]
        trials.report(f"disk --sizes {sizes} --articles {articles}", seed, plan, only)


if __name__ == "__main__":
    main()
