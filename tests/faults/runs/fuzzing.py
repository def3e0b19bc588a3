"""Every entry point, for a while; ten minutes each by hand: `python -m tests.fuzz`."""

import asyncio
import logging

from tests.faults.outcome import Held, Size, alone
from tests.fuzz.__main__ import thrown
from tests.fuzz.entries import ENTRIES


async def run(size: Size) -> list[Held]:
    """Throw, and tell what was found."""
    logging.disable()  # what is refused is noted each time
    seconds = size.of(20, 1)
    results = {name: await asyncio.to_thread(thrown, name, seconds, size.seed) for name in ENTRIES}
    found = [one for _, some in results.values() for one in some]
    tried = sum(count for count, _ in results.values())
    figure = f"{len(ENTRIES)} entry points, {seconds} s each: {tried} inputs, {len(found)} findings"
    return [Held("50", "; ".join([figure, *found[:3]]), not found)]


if __name__ == "__main__":
    alone(run)
