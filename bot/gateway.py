"""The connection to Discord as it is, and the end of one that only seems to live."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

import discord

# Discord acknowledges each heartbeat; the second that stays without is the end of a connection.
MOST_UNACKNOWLEDGED = 2.25  # heartbeat intervals
_LOOKS_EVERY = 5.0  # seconds

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GatewayState:
    """How it stands with the gateway."""

    ready: bool  # events arrive, and the servers are known
    guilds: int
    acknowledged: float | None  # seconds since the last heartbeat that Discord acknowledged
    interval: float | None  # seconds between two heartbeats

    @property
    def alive(self) -> bool:
        """Whether Discord has answered lately."""
        if self.acknowledged is None or self.interval is None:
            return False
        return self.acknowledged <= MOST_UNACKNOWLEDGED * self.interval


NOT_CONNECTED = GatewayState(ready=False, guilds=0, acknowledged=None, interval=None)


def gateway_state(
    client: discord.Client | None, clock: Callable[[], float] = time.perf_counter
) -> GatewayState:
    """How a client stands with the gateway.

    Args:
        client: None where there is none yet.
        clock: the clock by which the library notes acknowledgements.
    """
    socket = client.ws if client is not None else None
    # The library's own latency stays what it was when acknowledgements stop coming.
    beats = socket._keep_alive if socket else None
    if client is None or beats is None or client.is_closed():
        return NOT_CONNECTED
    return GatewayState(
        client.is_ready(), len(client.guilds), clock() - beats._last_ack, beats.interval
    )


async def end_zombies(
    client: Callable[[], discord.Client | None], every: float = _LOOKS_EVERY
) -> None:
    """Close, for good, any connection over which heartbeats stay unacknowledged; it is resumed.

    The library takes any event for a sign of life; Discord's rule asks for acknowledgements.
    """
    pause = every
    while True:
        await asyncio.sleep(pause)
        now = client()
        state = gateway_state(now)
        pause = min(every, (state.interval or every) / 2)
        if now is not None and state.acknowledged is not None and not state.alive:
            _log.warning("gateway unacknowledged: seconds=%.0f", state.acknowledged)
            await now.ws.close(4000)
