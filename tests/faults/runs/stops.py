"""Told to stop, or killed, at any moment under load."""

import asyncio
import random
import signal
import tempfile
import time
from pathlib import Path

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import load, town
from tests.torture.commands import run as byline_index
from tests.torture.crowd import prepared

RATE = 10.0


async def run(size: Size) -> list[Held]:
    """Stop it and start it again, over and over."""
    rng = random.Random(size.seed)  # noqa: S311  # the same moments each time
    passages = size.of(20_000, 400)
    with tempfile.TemporaryDirectory() as folder:
        data = prepared(Path(folder), passages)
        return [await _told(size, rng, data), await _killed(size, rng, data)]


async def _told(size: Size, rng: random.Random, data: tuple) -> Held:  # type: ignore[type-arg]
    times = size.of(50, 1)
    codes, longest, twice, unanswered = set(), 0.0, 0, 0
    async with town(size.seed, data=data) as here:
        for number in range(times):
            asking = asyncio.create_task(here.ask_steadily(RATE, 1.5))
            await asyncio.sleep(rng.uniform(0.1, 1.4))
            heard = list(here.asked)
            begun = time.monotonic()
            here.bot.signal(signal.SIGTERM if number % 2 else signal.SIGINT)
            codes.add(await here.bot.ended())
            longest = max(longest, time.monotonic() - begun)
            # What was asked a moment before may not have reached the bot; nothing half is there.
            counted = here.answers()
            twice += sum(counted[name] > 1 for name in heard)
            unanswered += sum(not counted[name] for name in heard[:-3])
            await asking
            here.asked.clear()
            await here.bot.start()
            await here.server.ready()
        tracebacks = here.tracebacks
    figure = (
        f"told to stop {times}x: exit codes {sorted(codes)}, the longest after {longest:.1f} s; "
        f"{unanswered} questions neither answered nor told, {twice} twice, {tracebacks} tracebacks "
        f"({load()})"
    )
    held = codes == {0} and longest <= 10 and not twice and not unanswered and not tracebacks
    return Held("45", figure, held)


async def _killed(size: Size, rng: random.Random, data: tuple) -> Held:  # type: ignore[type-arg]
    times = size.of(50, 1)
    longest, twice = 0.0, 0
    async with town(size.seed, data=data) as here:
        for _ in range(times):
            asking = asyncio.create_task(here.ask_steadily(RATE, 1.0))
            await asyncio.sleep(rng.uniform(0.1, 0.9))
            await here.bot.kill()
            await asking
            begun = time.monotonic()
            await here.bot.start()
            await here.server.ready()
            longest = max(longest, time.monotonic() - begun)
            twice = sum(count > 1 for count in here.answers().values())
    checked = byline_index("verify", "--data", data[0]).code
    figure = (
        f"killed {times}x: ready again after {longest:.1f} s at most, {twice} answers twice, "
        f"verify ends with {checked} ({load()})"
    )
    return Held("F2", figure, not twice and not checked and (size.smoke or longest <= 5.0))


if __name__ == "__main__":
    alone(run)
