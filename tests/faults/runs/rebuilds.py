"""An index that is built anew, ten times, by another process while people ask.

Each time every article is in another edition; an answer may show one edition only.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from index import Article
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import Town, load, percentile, town
from tests.torture.corpora import write_json_lines
from tests.torture.crowd import prepared

RATE = 10.0
MARK = re.compile(r"edition(\d+)x")


async def run(size: Size) -> list[Held]:
    """Ask in calm, then while it is built, and compare."""
    passages, builds = size.of(20_000, 300), size.of(10, 1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        data = prepared(place, passages)
        async with town(size.seed, passages, data=data) as here:
            calm = await here.ask_steadily(RATE, size.of(20, 2))
            before = here.memory_mb()
            asking = asyncio.create_task(_until_cancelled(here))
            took = []
            for edition in range(1, builds + 1):
                took.append(await _publish(place, data[1], edition))
                await asyncio.sleep(size.of(3, 1))
            asking.cancel()
            names = await asyncio.gather(asking, return_exceptions=False)
            await here.all_answered(names[0], 20)
            later = await here.ask_steadily(RATE, size.of(10, 2))
            await here.all_answered([*calm, *later], 20)
            everything = [*calm, *names[0], *later]
            wrong, tracebacks, mixed = here.not_once(everything), here.tracebacks, _mixed(here)
            seen = _editions(here)
            quiet, busy = (percentile(here.waits(one), 0.99) for one in (calm, names[0]))
            memory, most = here.memory_mb(), here.most_memory_mb()
    figure = (
        f"{builds} builds of {passages} passages, the longest {max(took):.0f} s; {len(wrong)} of "
        f"{len(everything)} not answered once, {mixed} mixed, {tracebacks} tracebacks; p99 "
        f"{quiet * 1000:.0f} -> {busy * 1000:.0f} ms; {before:.0f} -> {memory:.0f} MB, most "
        f"{most:.0f} MB ({load()})"
    )
    whole = not wrong and not mixed and not tracebacks and builds in seen
    prompt = busy <= max(2 * quiet, 0.05) and max(took) <= 30 and most <= 600
    return [
        Held("34", figure, whole and (size.smoke or prompt)),
        Held("L4", f"see 34; editions seen {sorted(seen)}", whole and (size.smoke or prompt)),
    ]


async def _until_cancelled(here: Town) -> list[str]:
    names: list[str] = []
    begun = time.monotonic()
    try:
        while True:
            await asyncio.sleep(max(0.0, begun + len(names) / RATE - time.monotonic()))
            names.append(await here.ask())
    except asyncio.CancelledError:
        return names


async def _publish(place: Path, stories: list[Article], edition: int) -> float:
    """Build all articles in another edition, in a process of its own; the seconds it took."""
    changed = [
        replace(one, text=f"{one.text} edition{edition}x", title=f"{one.title} edition{edition}x")
        for one in stories
    ]
    export = await asyncio.to_thread(write_json_lines, place / f"{edition}.jsonl", changed)
    begun = time.monotonic()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "index", "import", str(export), "--data", str(place / "data"),
        "--quiet", preexec_fn=lambda: os.nice(10),
    )  # fmt: skip
    assert await process.wait() == 0
    return time.monotonic() - begun


def _mixed(here: Town) -> int:
    """How many answers show more than one edition."""
    return sum(len(set(MARK.findall(text))) > 1 for text in here.texts())


def _editions(here: Town) -> set[int]:
    return {int(edition) for text in here.texts() for edition in MARK.findall(text)}


if __name__ == "__main__":
    alone(run)
