"""Discord asks for patience: half of all posts, everything at once, or for an hour."""

import asyncio
import random

from tests.discord.faults import Sometimes, TooManyRequests
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import POSTS, Town, town

QUEUE = 200


async def run(size: Size) -> list[Held]:
    """Ask for patience in three ways."""
    async with town(size.seed) as here:
        return [await _half(here, size), await _everything(here, size), await _an_hour(here)]


async def _half(here: Town, size: Size) -> Held:
    seconds = size.of(60, 4)
    since = len(here.server.requests)
    rng = random.Random(size.seed)  # noqa: S311  # the same ones each time
    here.server.faults.next(POSTS, Sometimes(TooManyRequests(0.5), 0.5, rng), times=None)
    names = await here.ask_steadily(2.0, seconds, commands=0.0)
    await here.all_answered(names, 60)
    here.server.faults.clear()
    wrong = here.not_once(names)
    invalid = len(here.refused(401, 403, 429, since=since))
    figure = (
        f"half of all posts refused for {seconds} s: {len(names) - len(wrong)}/{len(names)} "
        f"answered once, {invalid} refused"
    )
    return Held("10", figure, not wrong and invalid <= 500 and not here.tracebacks)


async def _everything(here: Town, size: Size) -> Held:
    inside = 0
    names: list[str] = []
    wait = size.of(5, 2)
    for _ in range(size.of(3, 1)):
        asking = asyncio.create_task(here.ask_steadily(size.of(20, 5), 2 * wait, commands=0.5))
        await asyncio.sleep(0.5)
        since = len(here.server.requests)
        closed = TooManyRequests(float(wait), "global")
        here.server.faults.next(POSTS, closed, times=None)
        while not here.refused(429, since=since):  # noqa: ASYNC110  # no event tells
            await asyncio.sleep(0.01)
        first = here.refused(429, since=since)[0].at
        await asyncio.sleep(wait - 0.1)
        here.server.faults.clear()
        late = [one for one in here.refused(429, since=since) if one.at > first + 0.25]
        inside += len(late)
        names += await asking
    await here.all_answered(names, 60)
    wrong = here.not_once(names)
    figure = (
        f"{wait} s for everything {size.of(3, 1)}x: {inside} posts inside the window, "
        f"{len(names) - len(wrong)}/{len(names)} answered once"
    )
    return Held("11", figure, not inside and not wrong and not here.tracebacks)


async def _an_hour(here: Town) -> Held:
    since = here.bot.output.count("answer not sent")
    before = len(here.server.requests)
    slow, fast = here.channels[:2]
    here.server.faults.next(
        f"POST /channels/{slow.id}/messages", TooManyRequests(3600.0), times=None
    )
    lost = await here.mention(here.people[0], slow, "What did anybody say?")
    names = [
        await here.mention(person, fast, "What did anybody say?") for person in here.people[1:4]
    ]
    answered = await here.all_answered(names, 20)
    async with asyncio.timeout(60):
        while here.bot.output.count("answer not sent") == since:  # noqa: ASYNC110  # no event tells
            await asyncio.sleep(0.1)
    tries = len(here.refused(429, since=before))
    lines = here.bot.output.count("answer not sent") - since
    here.server.faults.clear()
    figure = f"an hour: given up after {tries} tries with {lines} line; others answered: {answered}"
    held = (
        answered and tries <= 3 and lines == 1 and not here.answers()[lost] and not here.tracebacks
    )
    return Held("12", figure, held)


if __name__ == "__main__":
    alone(run)
