"""What is done again and again, as long as the bot runs."""

import asyncio
from collections.abc import Awaitable, Callable

HOUR = 3_600.0  # seconds


async def again(do: Callable[[], Awaitable[object]], pause: float) -> None:
    """Do something now, and again each so many seconds after it was done."""
    while True:
        await do()
        await asyncio.sleep(pause)
