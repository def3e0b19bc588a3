"""Interactions that are handed out again, four seconds and sixteen minutes old."""

import asyncio
import copy
from collections.abc import Mapping
from typing import Any

from tests.discord.payloads import Json
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import CALLBACKS, town

AGES = (4.0, 16 * 60.0)  # seconds
SHIFT = 22  # bits of an id after its milliseconds


async def run(size: Size) -> list[Held]:
    """Hand them out, and count what comes back."""
    count = size.of(50, 10)
    async with town(size.seed) as here:
        kept: list[Json] = []

        def keep(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE":
                kept.append(copy.deepcopy(dict(payload)))

        here.server.bot.world.backend.subscribers.append(keep)
        name = await here.ask(commands=1.0)
        await here.all_answered([name], 20)
        since = len(here.server.requests_to(CALLBACKS))
        for number in range(count):
            age = int(AGES[number % len(AGES)] * 1000)
            old = copy.deepcopy(kept[0])
            old["id"] = str(int(old["id"]) - (age << SHIFT) + number)
            here.server.gateway.tell("INTERACTION_CREATE", old)
        here.server.gateway.replay(3)  # and what has been answered, once more
        await asyncio.sleep(2)
        responded = len(here.server.requests_to(CALLBACKS)) - since
        dropped = here.bot.output.count("dropped: what=interaction")
        tracebacks = here.tracebacks
    figure = f"{count} stale: {responded} responded to, {dropped} dropped, {tracebacks} tracebacks"
    return [Held("3", figure, not responded and dropped >= count and not tracebacks)]


if __name__ == "__main__":
    alone(run)
