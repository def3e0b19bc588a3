"""A gateway that cuts its sockets, and asks to be left and joined again, while people ask."""

import asyncio

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import load, town

RATE = 5.0
APART = 1.0  # seconds between two cuts


async def run(size: Size) -> list[Held]:
    """Cut and ask."""
    cuts, requests = size.of(100, 3), size.of(20, 1)
    async with town(size.seed, channels=20) as here:
        gateway = here.server.gateway
        seconds = (cuts + requests) * APART
        asking = asyncio.create_task(here.ask_steadily(RATE, seconds))
        resumed = 0
        for number in range(cuts + requests):
            if number % 6 == 3 and number // 6 < requests:
                gateway.ask_to_reconnect()
            else:
                gateway.drop()
            await here.server.resumed(number + 1, timeout=30)
            resumed += 1
            await asyncio.sleep(APART / 2)
        names = await asking
        await here.server.ready()
        await here.all_answered(names, 20)
        wrong, waits = here.not_once(names), here.waits(names)
        identifies, tracebacks = gateway.identifies, here.tracebacks
    longest = max(waits, default=float("inf"))
    figure = (
        f"{resumed}/{cuts + requests} resumed, {identifies} IDENTIFY; "
        f"{len(names) - len(wrong)}/{len(names)} answered once, the longest after "
        f"{longest:.2f} s ({load()})"
    )
    held = identifies == 1 and not wrong and not tracebacks
    return [Held("5", figure, held and (size.smoke or longest <= 2.0))]


if __name__ == "__main__":
    alone(run)
