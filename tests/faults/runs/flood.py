"""More than anybody may ask: two hundred at once, and one person who never stops.

The two hundred are all acknowledged soon, and answered or told that too many wait. Whoever asks a
hundred times a second gets an answer each time the pace allows it, is told once, and nobody else
notices.
"""

import asyncio
import time

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import POSTS, load, percentile, town
from tests.torture.crowd import question

BURST = 200


async def run(size: Size) -> list[Held]:
    """Flood, and measure."""
    return [*await _burst(size), *await _abuse(size)]


async def _burst(size: Size) -> list[Held]:
    count = size.of(BURST, 60)
    passages = size.of(20_000, 400)
    async with town(size.seed, passages, people=BURST) as here:
        await here.all_answered([await here.ask()], 20)
        before = here.memory_mb()
        names = await here.ask_steadily(count, 1.0, commands=1.0)
        answered = await here.all_answered(names, 15)
        waits, wrong = here.waits(names), here.not_once(names)
        grown = here.most_memory_mb() - before
        tracebacks = here.tracebacks
    soon = size.smoke or (waits and waits[-1] <= 1.0 and grown <= 50)
    figure = (
        f"{count} in a second: {len(waits)} acknowledged, the last after {max(waits):.2f} s; "
        f"{count - len(wrong)} answered or told; +{grown:.0f} MB ({load()})"
    )
    held = answered and not wrong and not tracebacks and len(waits) == count
    return [Held("L2", figure, held and bool(soon))]


async def _abuse(size: Size) -> list[Held]:
    seconds, rate = size.of(60, 3), size.of(100, 40)
    passages = size.of(20_000, 400)
    async with town(size.seed, passages) as here:
        abuser = here.guild.add_member("abuser")
        channel = here.guild.add_channel("flooded")

        async def abuse() -> list[str]:
            begun = time.monotonic()
            asked = []
            for number in range(seconds * rate):
                await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))
                words = question(here.stories, here.rng)
                asked.append(await here.mention(abuser, channel, words))
            return asked

        theirs, names = await asyncio.gather(abuse(), here.ask_steadily(5.0, seconds))
        await here.all_answered(names, 15)
        posts = [one for one in here.server.requests_to(POSTS) if str(channel.id) in one.path]
        waits, wrong, tracebacks = here.waits(names), here.not_once(names), here.tracebacks
        alive = here.bot.exit_code is None
    # Fifteen answers at once, then one in three seconds, and word of that no more often.
    most = 15 + 2 * (seconds // 3 + 1)
    p99 = percentile(waits, 0.99)
    figure = (
        f"{len(theirs)} questions of one person: {len(posts)} messages to them (at most {most}); "
        f"others {len(names) - len(wrong)}/{len(names)}, p99 {p99 * 1000:.0f} ms ({load()})"
    )
    held = alive and not wrong and not tracebacks and len(posts) <= most
    return [
        Held("40", figure, held and (size.smoke or p99 <= 1.0)),
    ]


if __name__ == "__main__":
    alone(run)
