"""Which events are still worth answering: each once, and none that has waited too long.

An id says when Discord made it, by Discord's clock. How late an event is shows beside the promptest
one so far, so that a machine whose clock is wrong drops nothing.
"""

import time
from collections.abc import Callable

from bot.firsts import Firsts

INTERACTION_SECONDS = 3.0  # after which Discord no longer takes a first response
MESSAGE_SECONDS = 120.0  # after which whoever asked has gone on
_REMEMBERED = 4_096  # ids
_TIMESTAMP_SHIFT = 22  # bits of an id after its milliseconds


def steady_seconds() -> float:
    """Seconds by a clock that nobody sets, and that goes on while the machine is suspended."""
    suspended_too = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if suspended_too is None else time.clock_gettime(suspended_too)


class Arrivals:
    """Remembers which events have come.

    Args:
        clock: seconds that never jump.
    """

    def __init__(self, clock: Callable[[], float] = steady_seconds) -> None:
        self._clock = clock
        self._promptest = float("inf")
        self._seen = Firsts[int](_REMEMBERED)

    def accepts(self, snowflake: int, within: float) -> bool:
        """Whether an event has not come before, and is at most `within` seconds late.

        Args:
            snowflake: the id of the message or the interaction.
            within: seconds.
        """
        if not self._seen.is_first(snowflake):
            return False
        took = self._clock() - (snowflake >> _TIMESTAMP_SHIFT) / 1000
        self._promptest = min(self._promptest, took)
        return took - self._promptest <= within
