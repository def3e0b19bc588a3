"""Throw what chance makes at every entry point, and tell what it did not expect."""

import logging
import sys
import time

import click
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.entries import ENTRIES, finding
from tests.fuzz.found import FOUND

A_ROUND = 500  # inputs that Hypothesis makes at once


def thrown(name: str, seconds: float, first: int) -> tuple[int, list[str]]:
    """How many inputs were tried in so many seconds, and what was found."""
    found = [what for given_ in FOUND[name] if (what := finding(name, given_))]
    ends, tried, number = time.monotonic() + seconds, len(FOUND[name]), first

    while time.monotonic() < ends and not found:

        @seed(number)
        @settings(
            max_examples=A_ROUND, database=None, deadline=None,
            suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink),
        )  # fmt: skip
        @given(ENTRIES[name].inputs)
        def throw(thing: object) -> None:
            nonlocal tried
            tried += 1
            what = finding(name, thing)
            assert what is None, what

        try:
            throw()
        except AssertionError as error:
            found.append(f"{error} (seed {number})")
        number += 1
    return tried, found


@click.command(help=__doc__)
@click.option("--minutes", default=10.0, show_default=True, help="How long, for each entry point.")
@click.option("--only", type=click.Choice(sorted(ENTRIES)), help="One entry point.")
@click.option("--seed", "first", default=1, show_default=True, help="What chance begins with.")
def main(*, minutes: float, only: str | None, first: int) -> None:
    """Throw, print, and end with 1 where something was found."""
    logging.disable()  # what is refused is noted each time
    failed = False
    for name in [only] if only else ENTRIES:
        tried, found = thrown(name, minutes * 60, first)
        click.echo(f"{name:15} {tried:8} inputs, {len(found)} findings")
        for one in found:
            failed = True
            click.echo(f"  {one}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
