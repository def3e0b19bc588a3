"""Run the whole plan, and print one table: promise, figure, pass or fail."""

import asyncio
import os
import sys
import time
from collections.abc import Iterable, Sequence

import click
from rich.console import Console
from rich.table import Table

from tests.faults.bar import PROMISES, PROOFS
from tests.faults.outcome import SEED
from tests.faults.proofs import Cases, Proof, Told, prove_together

WIDTH = 160  # columns of a table that goes to a file
AT_ONCE = 2  # proofs beside each other


async def proved(proofs: Sequence[Proof], seed: int, *, smoke: bool) -> list[Told]:
    """What all proofs say: those that measure one after the other, the rest beside each other."""
    told: list[Told] = []
    cases = [one for one in proofs if isinstance(one, Cases)]
    others = [one for one in proofs if not isinstance(one, Cases)]
    for proof in others:
        if proof.alone:
            told += _said(await proof.prove(seed, smoke=smoke))
    slots = asyncio.Semaphore(AT_ONCE)

    async def in_turn(proof: Proof) -> list[Told]:
        async with slots:
            return _said(await proof.prove(seed, smoke=smoke))

    async def from_the_suite() -> list[Told]:
        async with slots:
            return _said(await prove_together(cases)) if cases else []

    beside = [in_turn(one) for one in others if not one.alone]
    for some in await asyncio.gather(from_the_suite(), *beside):
        told += some
    return told


def _said(told: list[Told]) -> list[Told]:
    for one in told:
        click.echo(f"{one.row:>3} {'pass' if one.held else 'FAIL'} {one.figure}", err=True)
    return told


def table(told: Iterable[Told]) -> Table:
    """All promises in their order, with what was said of each."""
    shown = Table("row", "promise", "figure", "", "s")
    said: dict[str, list[Told]] = {}
    for one in told:
        said.setdefault(one.row, []).append(one)
    for row, promise in PROMISES.items():
        for one in said.get(row, ()):
            shown.add_row(
                row, promise, one.figure, "pass" if one.held else "FAIL", f"{one.seconds:.0f}"
            )
    return shown


def chosen(rows: str | None) -> list[Proof]:
    """The proofs of some rows, or all.

    Raises:
        click.BadParameter: a row is none.
    """
    if rows is None:
        return list(PROOFS)
    wanted = {row.strip().upper() for row in rows.split(",")}
    if unknown := sorted(wanted - PROMISES.keys()):
        raise click.BadParameter(f"there is no row {', '.join(unknown)}.", param_hint="--only")
    return [proof for proof in PROOFS if wanted & set(proof.rows)]


@click.command(help=__doc__)
@click.option("--only", metavar="ROW,...", help="Only these rows of the bar: 5,14,L1.")
@click.option("--smoke", is_flag=True, help="A short version, of at most two minutes.")
@click.option("--seed", default=SEED, show_default=True, help="What chance begins with.")
def main(*, only: str | None, smoke: bool, seed: int) -> None:
    """Prove, print, and end with 1 where a promise does not hold."""
    began, loaded = time.monotonic(), os.getloadavg()[0]
    told = asyncio.run(proved(chosen(only), seed, smoke=smoke))
    failed = [one for one in told if not one.held]
    Console(width=None if sys.stdout.isatty() else WIDTH).print(table(told))
    for one in failed:
        click.echo(f"FAILED {one.row}: {one.again}")
    click.echo(
        f"{len({one.row for one in told})} promises, {len({one.row for one in failed})} failed, "
        f"{time.monotonic() - began:.0f} s, seed {seed}, load {loaded:.1f} -> "
        f"{os.getloadavg()[0]:.1f}"
    )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
