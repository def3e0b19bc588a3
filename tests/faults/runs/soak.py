"""Weeks in little time: people ask, the index is published anew, the gateway drops.

    python -m tests.faults.runs.soak --minutes 30

Memory, open files and threads are compared between the end of a warming-up and the end.
"""

import asyncio
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import click

from tests.faults.outcome import SEED, Held, Size
from tests.faults.town import Town, load, town
from tests.torture.corpora import write_json_lines
from tests.torture.crowd import prepared

PASSAGES = 2_000


async def run(size: Size, minutes: float | None = None) -> list[Held]:
    """Live through it."""
    minutes = minutes or (0.08 if size.smoke else 2.0)
    # What takes thirty minutes is pressed into fewer: more questions, drops and builds a minute.
    rate = 5.0 if minutes >= 30 else 15.0
    drop, reload = (20.0, 60.0) if minutes >= 30 else (4.0, 8.0)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        data = prepared(place, size.of(PASSAGES, 300))
        async with town(size.seed, data=data) as here:
            await here.all_answered(await here.ask_steadily(rate, minutes * 60 / 4), 20)
            for edition in range(size.of(10, 1)):
                await _publish(place, data, -edition)
                await here.all_answered(await here.ask_steadily(rate, 2), 20)
            before = (here.memory_mb(), here.handles(), here.threads())
            ends = time.monotonic() + minutes * 60
            meanwhile = [
                asyncio.create_task(_reloads(place, data, reload)),
                asyncio.create_task(_drops(here, drop)),
            ]
            names = await here.ask_steadily(rate, max(1.0, ends - time.monotonic()))
            for task in meanwhile:
                task.cancel()
            done = await asyncio.gather(*meanwhile)
            await here.server.ready()
            await here.all_answered(names, 30)
            await asyncio.sleep(2)
            after = (here.memory_mb(), here.handles(), here.threads())
            wrong, tracebacks = here.not_once(names), here.tracebacks
    grown = after[0] / before[0] - 1
    figure = (
        f"{minutes:g} min, {len(names)} questions ({len(wrong)} not answered once), {done[0]} "
        f"builds, {done[1]} drops: memory {before[0]:.0f} -> {after[0]:.0f} MB ({grown:+.1%}), "
        f"files {before[1]} -> {after[1]}, threads {before[2]} -> {after[2]}, {tracebacks} "
        f"tracebacks ({load()})"
    )
    steady = abs(after[1] - before[1]) <= 2 and abs(after[2] - before[2]) <= 2
    held = not wrong and not tracebacks and steady and (size.smoke or grown <= 0.05)
    return [Held("46", figure, held)]


async def _reloads(place: Path, data: tuple, every: float) -> int:  # type: ignore[type-arg]
    done = 0
    try:
        while True:
            await asyncio.sleep(every)
            await _publish(place, data, done + 1)
            done += 1
    except asyncio.CancelledError:
        return done


async def _drops(here: Town, every: float) -> int:
    done = 0
    try:
        while True:
            await asyncio.sleep(every)
            here.server.gateway.drop()
            done += 1
    except asyncio.CancelledError:
        return done


async def _publish(place: Path, data: tuple, edition: int) -> None:  # type: ignore[type-arg]
    changed = [replace(one, text=f"{one.text} {edition}") for one in data[1][::10]]
    export = write_json_lines(place / "changed.jsonl", changed)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "index", "import", str(export), "--data", str(data[0]), "--quiet"
    )
    assert await process.wait() == 0


@click.command(help=__doc__)
@click.option("--seed", default=SEED, show_default=True, help="What chance begins with.")
@click.option("--smoke", is_flag=True, help="A short version.")
@click.option("--minutes", type=float, help="How long.")
def main(*, seed: int, smoke: bool, minutes: float | None) -> None:
    """Live through it, and tell."""
    import json  # noqa: PLC0415
    from dataclasses import asdict  # noqa: PLC0415

    held = asyncio.run(run(Size(seed, smoke), minutes))
    for one in held:
        click.echo(f"{one.row:>3} {'pass' if one.held else 'FAIL'} {one.figure}")
    click.echo(json.dumps([asdict(one) for one in held]))
    sys.exit(not all(one.held for one in held))


if __name__ == "__main__":
    main()
