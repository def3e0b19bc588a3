"""A machine that sleeps for a while: the bot comes back, and answers nothing that is long past."""

import asyncio
import signal
import time

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import town

INTERVAL = 5.0  # seconds between two heartbeats


async def run(size: Size) -> list[Held]:
    """Let it sleep."""
    seconds = size.of(150, 3)
    async with town(size.seed, heartbeat_interval=INTERVAL) as here:
        await here.all_answered([await here.ask()], 20)
        here.bot.signal(signal.SIGSTOP)
        await asyncio.sleep(1)
        here.server.gateway.drop()
        early = [await here.ask(commands=0.5) for _ in range(20)]
        await asyncio.sleep(seconds)
        begun = time.monotonic()
        here.bot.signal(signal.SIGCONT)
        await here.server.resumed(timeout=90)
        took = time.monotonic() - begun
        name = await here.ask()
        answered = await here.all_answered([name], 20)
        late = sum(here.answers()[one] for one in early)
        tracebacks = here.tracebacks
    figure = (
        f"asleep {seconds} s: connected again after {took:.1f} s, {late} late answers, "
        f"answers again: {answered}"
    )
    held = took <= 70 and (size.smoke or not late) and answered and not tracebacks
    return [Held("F8", figure, held)]


if __name__ == "__main__":
    alone(run)
