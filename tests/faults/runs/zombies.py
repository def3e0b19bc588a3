"""A gateway that falls silent, and one that goes on talking but acknowledges nothing."""

import asyncio
import json
import re
import time

import aiohttp

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import Town, town

INTERVAL = 1.0  # seconds between two heartbeats
TIMES = 5


async def run(size: Size) -> list[Held]:
    """Fall silent, and look how soon it is noticed."""
    times = size.of(TIMES, 1)
    async with town(size.seed, heartbeat_interval=INTERVAL, BYLINE_HEALTH_PORT="0") as here:
        gateway = here.server.gateway
        silent = []
        for number in range(times):
            begun = time.monotonic()
            sockets = len(gateway.paths)
            gateway.fall_silent()
            await _sockets_beyond(here, sockets)
            silent.append(time.monotonic() - begun)
            await here.server.resumed(number + 1, timeout=30)
            await asyncio.sleep(INTERVAL * 2)
        unwell = []
        for _ in range(size.of(2, 1)):
            begun = time.monotonic()
            gateway.acknowledges = False
            talking = asyncio.create_task(_talk(here))
            while await _healthy(here):  # noqa: ASYNC110  # it is another process
                await asyncio.sleep(0.05)
            unwell.append((time.monotonic() - begun) / INTERVAL)
            talking.cancel()
            gateway.acknowledges = True
            while not await _healthy(here):  # noqa: ASYNC110  # it is another process
                await asyncio.sleep(0.2)
        identifies, tracebacks = gateway.identifies, here.tracebacks
    figure = (
        f"silent {len(silent)}x: connects again after {max(silent):.1f} s at most; without "
        f"acknowledgements {len(unwell)}x: unwell after {max(unwell):.1f} beats; "
        f"{identifies} IDENTIFY"
    )
    held = max(silent) <= 6.0 and max(unwell) <= 3.5 and identifies == 1 and not tracebacks
    return [Held("6", figure, held)]


async def _sockets_beyond(here: Town, count: int) -> None:
    async with asyncio.timeout(60):
        while len(here.server.gateway.paths) <= count:  # noqa: ASYNC110  # no event tells
            await asyncio.sleep(0.05)


async def _talk(here: Town) -> None:
    """Events that are no acknowledgements."""
    while True:
        await here.people[0].say(here.channels[0], "not for the bot")
        await asyncio.sleep(0.2)


async def _healthy(here: Town) -> bool:
    found = re.search(r"health pages: port=(\d+)", here.bot.output)
    assert found is not None
    url = f"http://127.0.0.1:{found[1]}/healthz"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return json.loads(await response.text())["gateway"] == "connected"


if __name__ == "__main__":
    alone(run)
