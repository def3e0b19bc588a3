"""What a run is told, and what it tells."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

import click

SEED = 20261128


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a run is wanted."""

    seed: int
    smoke: bool  # a short version, which holds whatever else the machine does

    def of(self, full: int, short: int) -> int:
        """A number of the whole run, or of the short one."""
        return short if self.smoke else full


@dataclass(frozen=True, slots=True)
class Held:
    """A promise of the bar, what was measured, and whether that holds it."""

    row: str  # of the bar: "1" to "50", or a run of the plan: "L1", "F2"
    figure: str
    held: bool


Run = Callable[[Size], Awaitable[list[Held]]]


def alone(run: Run) -> None:
    """Make a run a command: a line for each promise, then the same as one line of JSON."""

    @click.command(help=sys.modules["__main__"].__doc__)
    @click.option("--seed", default=SEED, show_default=True, help="What chance begins with.")
    @click.option("--smoke", is_flag=True, help="A short version.")
    def main(*, seed: int, smoke: bool) -> None:
        held = asyncio.run(run(Size(seed, smoke)))  # type: ignore[arg-type]
        for one in held:
            click.echo(f"{one.row:>3} {'pass' if one.held else 'FAIL'} {one.figure}")
        click.echo(json.dumps([asdict(one) for one in held]))
        sys.exit(not all(one.held for one in held))

    main()
