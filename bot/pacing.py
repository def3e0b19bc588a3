"""How often the bot may knock at Discord's gateway.

The library connects again at once where a connection ends in a way that can be resumed. Where each
new one ends at once as well, that is a storm; and Discord resets the token of a bot that
identifies more than a thousand times a day.
"""

import asyncio
from collections import deque
from collections.abc import Callable

import discord

from bot.arrivals import steady_seconds

LEAST_APART = 0.5  # seconds between two sockets
LONGEST_PAUSE = 30.0  # seconds; the library gives a connection a minute in all
_TRIES_AT_ONCE = 2  # sockets without success before pauses grow
_IDENTIFY_APART = 5.0  # seconds, Discord's own limit
_DAY = 86_400.0
_OFTEN = 100  # times a day, after which
_RARELY_APART = 100.0  # seconds lie between two: 964 a day at most


class SocketPace:
    """Spaces sockets: prompt after a drop, slower and slower while none comes to anything.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = steady_seconds) -> None:
        self._clock = clock
        self._last = float("-inf")
        self._in_vain = 0

    def pause(self) -> float:
        """Seconds to wait before the next socket, which is counted as opened then."""
        now = self._clock()
        backoff = 2.0 ** min(self._in_vain - _TRIES_AT_ONCE, 10)
        grown = min(LONGEST_PAUSE, backoff) if self._in_vain > _TRIES_AT_ONCE else 0.0
        pause = max(0.0, self._last + LEAST_APART - now, grown)
        self._in_vain += 1
        self._last = now + pause
        return pause

    def succeeded(self) -> None:
        """A session was begun or resumed over the last socket."""
        self._in_vain = 0


class IdentifyPace:
    """Spaces new sessions, so that a day never has a thousand.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = steady_seconds) -> None:
        self._clock = clock
        self._times: deque[float] = deque()

    def pause(self) -> float:
        """Seconds until the next session may begin."""
        now = self._clock()
        while self._times and self._times[0] <= now - _DAY:
            self._times.popleft()
        if not self._times:
            return 0.0
        apart = _RARELY_APART if len(self._times) >= _OFTEN else _IDENTIFY_APART
        return max(0.0, self._times[-1] + apart - now)

    def begun(self) -> None:
        """A session begins."""
        self._times.append(self._clock())


def pace_sockets(client: discord.Client, pace: SocketPace) -> None:
    """Let a client open its sockets at a pace; the library has no hook for this."""
    connect = client.http.ws_connect

    async def ws_connect(url: str, *, compress: int = 0) -> object:
        await asyncio.sleep(pace.pause())
        return await connect(url, compress=compress)

    client.http.ws_connect = ws_connect  # type: ignore[method-assign, assignment]
