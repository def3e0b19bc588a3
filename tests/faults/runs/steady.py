"""A crowd that asks steadily: first responses, answers, memory, and an event loop that never waits.

Twenty questions a second for five minutes, from a hundred people in twenty channels, among 20,000
passages; each is answered exactly once.
"""

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import load, percentile, town

RATE = 20.0
MOST_MB = 300


async def run(size: Size) -> list[Held]:
    """Ask, and measure."""
    seconds, passages = size.of(300, 4), size.of(20_000, 400)
    async with town(size.seed, passages) as here:
        names = await here.ask_steadily(RATE, seconds)
        await here.all_answered(names, 20)
        waits, wrong = here.waits(names), here.not_once(names)
        memory, tracebacks = here.most_memory_mb(), here.tracebacks
        blocked = here.bot.output.count("heartbeat blocked")
        commands = [name for name in names if name in here.commands]
        firsts = here.waits(commands)
        await here.bot.stop()
        lag = here.lag()
    p50, p95, p99 = (percentile(waits, share) * 1000 for share in (0.50, 0.95, 0.99))
    first = f"{len(firsts)}/{len(commands)} first responses"
    loop = f"lag p99 {lag.p99 * 1000:.0f} ms, longest {lag.longest * 1000:.0f} ms"
    soon = size.smoke or (max(firsts) <= 1.0 and percentile(firsts, 0.99) <= 0.5)
    free = size.smoke or (lag.longest <= 0.1 and lag.p99 <= 0.03)
    quick = size.smoke or (p50 <= 50 and p95 <= 150 and p99 <= 500 and memory <= MOST_MB)
    return [
        Held(
            "1",
            f"{first}, p99 {percentile(firsts, 0.99) * 1000:.0f} ms, "
            f"longest {max(firsts) * 1000:.0f} ms ({load()})",
            len(firsts) == len(commands) and max(firsts) < 3.0 and soon,
        ),
        Held("4", f"{loop}, {blocked} blocked heartbeats ({load()})", free and not blocked),
        Held(
            "L1",
            f"{len(names) - len(wrong)}/{len(names)} answered once at {RATE:.0f}/s among "
            f"{passages} passages; p50/95/99 {p50:.0f}/{p95:.0f}/{p99:.0f} ms, {memory:.0f} MB, "
            f"{tracebacks} tracebacks ({load()})",
            not wrong and not tracebacks and quick,
        ),
    ]


if __name__ == "__main__":
    alone(run)
