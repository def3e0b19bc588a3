"""Places that refuse the bot's messages, and things that are gone before an answer comes.

Where posts are refused the bot keeps quiet for ten minutes; what is gone is not asked for again.
"""

import asyncio

from tests.discord.faults import Hang, Refuse
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import POSTS, Town, town
from tests.torture.crowd import question

CODES = {50013: 403, 50001: 403, 160002: 400, 50083: 400, 200000: 400, 240000: 400}
CHANNELS = 20


async def run(size: Size) -> list[Held]:
    """Refuse, delete, and count."""
    async with town(size.seed, channels=CHANNELS) as here:
        return [await _refused(here, size), await _gone(here, size)]


async def _refused(here: Town, size: Size) -> Held:
    channels, questions = here.channels[: size.of(CHANNELS, 6)], size.of(50, 3)
    codes = list(CODES.items())
    for number, channel in enumerate(channels):
        code, status = codes[number % len(codes)]
        here.server.faults.next(f"POST /channels/{channel.id}/*", Refuse(status, code), times=None)
    for number in range(questions):
        for place, channel in enumerate(channels):
            person = here.people[(number * len(channels) + place) % len(here.people)]
            await here.mention(person, channel, question(here.stories, here.rng))
            await asyncio.sleep(0.05)
    await asyncio.sleep(3)
    here.server.faults.clear()
    posts = [
        sum(one.path.startswith(f"/channels/{channel.id}/") for one in here.server.requests)
        for channel in channels
    ]
    # One that may not reply is tried once without being a reply, and refused for that too.
    figure = (
        f"{questions} questions in each of {len(channels)} channels: {sum(posts)} posts, "
        f"{max(posts)} in one channel; {here.tracebacks} tracebacks"
    )
    most = [2 if codes[number % len(codes)][0] == 160002 else 1 for number in range(len(channels))]
    held = all(one <= limit for one, limit in zip(posts, most, strict=True))
    return Held("15", figure, held and not here.tracebacks)


async def _gone(here: Town, size: Size) -> Held:
    times = size.of(100, 9)
    since = len(here.server.requests)
    backend = here.server.bot.world.backend
    for number in range(times):
        channel = here.guild.add_channel(f"brief-{number}")
        person = here.people[number % len(here.people)]
        here.server.faults.next(POSTS, Hang(0.05))
        words = question(here.stories, here.rng)
        if number % 3 == 0:
            message = await person.say(channel, f"{here.server.bot.mention} {words}")
            await person.delete(message)
        elif number % 3 == 1:
            await here.mention(person, channel, words)
            backend.delete_channel(channel.id)
        else:
            code = 10015 if number % 2 else 10003
            here.server.faults.clear()
            here.server.faults.next(POSTS, Refuse(404, code), times=None)
            await here.mention(person, channel, words)
            await asyncio.sleep(0.3)
        await asyncio.sleep(0.1)
        here.server.faults.clear()
    await asyncio.sleep(2)
    missed = here.refused(404, since=since)
    again = len(missed) - len({one.path for one in missed})
    alive = here.bot.exit_code is None
    figure = (
        f"{times} times: {len(missed)} posts met 404, {again} again; {here.tracebacks} tracebacks"
    )
    return Held("16", figure, alive and not again and not here.tracebacks)


if __name__ == "__main__":
    alone(run)
