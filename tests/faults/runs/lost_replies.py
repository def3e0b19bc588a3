"""Connections lost before and after Discord stored an answer, and Discord unwell for a moment.

Each question has exactly one message, and no interaction is responded to twice.
"""

from collections.abc import Callable

from bot.texts import refusals as texts
from tests.discord.faults import CutSocket, Fault, LoseReply, Refuse
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import CALLBACKS, POSTS, Town, town

FAULTS: dict[str, tuple[Callable[[], Fault], int]] = {
    "cut before": (CutSocket, 1),
    "lost after": (LoseReply, 1),
    "503 twice": (lambda: Refuse(503), 2),
    "502 twice": (lambda: Refuse(502), 2),
}


async def run(size: Size) -> list[Held]:
    """Lose replies, and count messages."""
    count = size.of(200, 6)
    async with town(size.seed) as here:
        mentions = [await _one(here, POSTS, number, 0.0) for number in range(count)]
        await here.all_answered(mentions, 30)
        wrong = here.not_once(mentions)
        slow = 1 if size.smoke else await _four_times(here)
        since = len(here.server.requests)
        commands = [await _one(here, CALLBACKS, number, 1.0) for number in range(count)]
        await here.all_answered(commands, 30)
        unsure = here.not_once(commands)
        callbacks = [one for one in here.server.requests[since:] if one.is_for(CALLBACKS)]
        extra = len(callbacks) - count
        failed = sum(texts.FAILED in text for text in here.texts())
        tracebacks, violations = here.tracebacks, here.server.violations
    told = f"{count - len(wrong)}/{count} mentions, 502 four times: {slow} message"
    clean = not tracebacks and not violations
    return [
        Held("14", f"exactly one message: {told}", not wrong and slow == 1 and clean),
        Held(
            "2",
            f"{count - len(unsure)}/{count} commands answered once though replies were lost; "
            f"{extra} further responses, {failed} failures told, "
            f"{tracebacks} tracebacks, {len(violations)} violations",
            not unsure and not failed and extra <= count and clean,
        ),
    ]


async def _one(here: Town, pattern: str, number: int, commands: float) -> str:
    # The library waits for seconds before it tries again after 502, so that comes less often.
    make, times = list(FAULTS.values())[3 if number % 16 == 15 else number % 3]
    here.server.faults.next(pattern, make(), times if not commands else 1)
    name = await here.ask(commands=commands)
    await here.all_answered([name], 10)
    here.server.faults.clear()
    return name


async def _four_times(here: Town) -> int:
    here.server.faults.next(POSTS, Refuse(502), 4)
    name = await here.ask(commands=0.0)
    await here.all_answered([name], 40)
    return here.answers()[name]


if __name__ == "__main__":
    alone(run)
