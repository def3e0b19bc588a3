"""A change that is interrupted with Ctrl-C at any moment leaves the old index, and says so.

    python -m tests.torture.interrupts --moments 100

As `kills`, but with SIGINT to the whole process group, as a terminal sends it. The command ends
with 130 and the one line "Interrupted."; the old index serves, unless the new one had just been
published; nothing is left behind.
"""

import shutil
import signal
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from tests.torture import trials
from tests.torture.commands import DONE, INTERRUPTED, leftovers, running
from tests.torture.kills import Stage, again_wrongly, served_wrongly

_WHILE_LEAVING = -signal.SIGINT  # all was done, and Python had put its handlers away


def interrupted(stage: Stage, number: int, count: int) -> list[str]:
    """One trial: what is wrong after one Ctrl-C."""
    change, when, _ = stage.moment(number, count)
    data, temporary = stage.fresh(change, number)
    arguments = [*change.command, "--data", data, "--quiet"]
    with running(arguments, TMPDIR=str(temporary)) as command:
        command.wait(change.lock(data), when)
        command.signal(signal.SIGINT, everyone=True)
        done = command.end()
        problems = [f"process {pid} outlived it" for pid in command.orphans(2.0)]
    finished = done.code in (DONE, _WHILE_LEAVING) and not done.err
    if not finished and (done.code, done.err.strip()) != (INTERRUPTED, "Interrupted."):
        problems.append(f"it ended with {done.code} and said {done.err!r}")
    problems += served_wrongly(data, change, new_only=finished)
    problems += leftovers(data, temporary)
    problems += again_wrongly(stage, data, temporary, change)
    with suppress(OSError):
        shutil.rmtree(data.parent)
    return [f"{change.name} interrupted after {when:.3f} s: {problem}" for problem in problems]


@click.command(help=__doc__)
@click.option("--moments", default=100, show_default=True, help="How many interruptions.")
@click.option("--articles", default=300, show_default=True, help="How many articles.")
@trials.seed_option
def main(*, moments: int, articles: int, seed: int, only: int | None) -> None:
    """Interrupt, and tell what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), articles, seed)
        script = f"interrupts --moments {moments} --articles {articles}"
        plan = [partial(interrupted, stage, number, moments) for number in range(moments)]
        trials.report(script, seed, plan, only)


if __name__ == "__main__":
    main()
