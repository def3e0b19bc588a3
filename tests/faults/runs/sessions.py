"""Sessions that Discord declares invalid: some may be resumed, the others begin anew."""

import asyncio
import time
from itertools import pairwise

from tests.faults.outcome import Held, Size, alone
from tests.faults.town import town


async def run(size: Size) -> list[Held]:
    """Invalidate, and count."""
    lost, kept = size.of(10, 1), size.of(5, 1)
    async with town(size.seed) as here:
        gateway = here.server.gateway
        begun: list[float] = []
        for number in range(lost):
            gateway.invalidate()
            async with asyncio.timeout(60):
                while gateway.identifies < number + 2:  # noqa: ASYNC110  # no event tells
                    await asyncio.sleep(0.02)
            begun.append(time.monotonic())
            await here.server.ready()
        for number in range(kept):
            gateway.invalidate(resumable=True)
            await here.server.resumed(number + 1, timeout=30)
        name = await here.ask()
        answered = await here.all_answered([name], 20)
        identifies, resumes = gateway.identifies, gateway.resumes
        tracebacks = here.tracebacks
    apart = min((later - one for one, later in pairwise(begun)), default=5.0)
    figure = (
        f"{lost} invalid: {identifies - 1} IDENTIFY, {apart:.1f} s apart at least; {kept} "
        f"resumable: {resumes} RESUME; answers afterwards: {answered}"
    )
    held = identifies == lost + 1 and resumes == kept and apart >= 1 and answered
    return [Held("7", figure, held and not tracebacks)]


if __name__ == "__main__":
    alone(run)
