"""Trying something many times, and telling how to try again what failed."""

import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence

import click

SEED = 20260711

Trial = Callable[[int], list[str]]
"""One trial by its number; what went wrong, a sentence each."""


def failures(script: str, seed: int, numbers: Iterable[int], trial: Trial) -> list[str]:
    """What went wrong in these trials, each with the command line that tries it again."""
    again = f"python -m tests.torture.{script} --seed {seed} --only"
    return [
        f"{problem}\n    again: {again} {number}"
        for number in numbers
        for problem in _tried(trial, number)
    ]


def report(
    script: str, seed: int, plan: Sequence[Callable[[], list[str]]], only: int | None
) -> None:
    """Run the trials of a script, print what went wrong, and end with 1 if anything did."""
    began = time.monotonic()
    numbers = range(len(plan)) if only is None else [only]
    failed = 0
    for number in numbers:
        for problem in failures(script, seed, [number], lambda chosen: plan[chosen]()):
            failed += 1
            click.echo(f"FAILED {number}: {problem}")
    click.echo(
        f"{script}: {len(numbers)} trials, {failed} failures, "
        f"{time.monotonic() - began:.0f} s, seed {seed}"
    )
    sys.exit(1 if failed else 0)


def seed_option(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--seed` and `--only` to a script."""
    seed = click.option("--seed", default=SEED, show_default=True, help="What chance begins with.")
    only = click.option("--only", type=int, metavar="N", help="Try only the trial of this number.")
    return seed(only(command))


def _tried(trial: Trial, number: int) -> list[str]:
    try:
        return trial(number)
    except Exception:  # whatever a trial meets that it does not expect is a finding
        return [traceback.format_exc(limit=-3, chain=False)]
