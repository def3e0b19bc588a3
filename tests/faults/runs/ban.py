"""The address is banned: every request is refused with a page of HTML that no client expects.

One bot meets it as it logs in, another as it answers. Neither knocks more than once a minute, and
both are there within a minute of its end.
"""

import asyncio
import time

from tests.discord.bot_process import BotProcess
from tests.discord.faults import Refuse
from tests.discord.server import LoopbackDiscord
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import Town, town

BANNED = Refuse(429, html="<html><title>Access denied</title>error code: 1015</html>")
EVERYTHING = "* /**"


async def run(size: Size) -> list[Held]:
    """Ban both, and let them come back."""
    seconds = size.of(300, 5)
    async with town(size.seed) as here:
        (knocks, back), (login_knocks, login_back, alive) = await asyncio.gather(
            _while_running(here, seconds, size), _at_login(here, seconds, size)
        )
        tracebacks = here.tracebacks
    allowed = seconds // 60 + 1
    figure = (
        f"{seconds} s: running {knocks} requests, answers again after {back:.0f} s; at login "
        f"{login_knocks} requests, there after {login_back:.0f} s (at most {allowed}, and 60 s)"
    )
    prompt = size.smoke or max(back, login_back) <= 62
    held = max(knocks, login_knocks) <= allowed and prompt and alive and not tracebacks
    return [Held("13", figure, held)]


async def _while_running(here: Town, seconds: int, size: Size) -> tuple[int, float]:
    """How many requests came meanwhile, and after how long it answered again."""
    since = len(here.server.requests)
    here.server.faults.next(EVERYTHING, BANNED, times=None)
    await here.ask_steadily(1.0, seconds)
    knocks = len(here.server.requests) - since
    here.server.faults.clear()
    begun = time.monotonic()
    while not size.smoke:
        name = await here.ask()
        if await here.all_answered([name], 1.0) or time.monotonic() - begun > 90:
            break
    return knocks, time.monotonic() - begun


async def _at_login(here: Town, seconds: int, size: Size) -> tuple[int, float, bool]:
    """The same of a bot that logs in, and whether it is still there."""
    async with LoopbackDiscord(patience=90) as server:
        server.faults.next(EVERYTHING, BANNED, times=None)
        arguments = ("-m", "bot", "run", "--data", str(here.data))
        async with BotProcess(*arguments, environment=server.environment) as bot:
            await asyncio.sleep(seconds)
            knocks = len(server.requests)
            server.faults.clear()
            begun = time.monotonic()
            if not size.smoke:
                await server.ready(90)
            return knocks, time.monotonic() - begun, bot.exit_code is None


if __name__ == "__main__":
    alone(run)
