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
    """How a client stands with the gateway; where it has several shards, the worst of them counts.

    Args:
        client: None where there is none yet.
        clock: the clock by which the library notes acknowledgements.
    """
    if client is None or client.is_closed():
        return NOT_CONNECTED
    # The library's own latency stays what it was when acknowledgements stop coming.
    beats = [socket._keep_alive for socket in _sockets(client)]
    known = [one for one in beats if one is not None]
    if not known or len(known) < len(beats):
        return NOT_CONNECTED
    worst = min(known, key=lambda one: one._last_ack)
    return GatewayState(
        client.is_ready(), len(client.guilds), clock() - worst._last_ack, worst.interval
    )


def _sockets(client: discord.Client) -> list[discord.gateway.DiscordWebSocket]:
    """The sockets of a client: one, or one for each shard."""
    if isinstance(client, discord.AutoShardedClient):
        return [shard._parent.ws for shard in client.shards.values()]
    socket = getattr(client, "ws", None)  # None before the first, whatever its annotation says
    return [] if socket is None else [socket]


def _is_zombie(socket: discord.gateway.DiscordWebSocket, now: float) -> bool:
    beats = socket._keep_alive
    if beats is None or beats.interval is None:
        return False
    return now - beats._last_ack > MOST_UNACKNOWLEDGED * beats.interval


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
        if now is None or state.acknowledged is None or state.alive:
            continue
        _log.warning("gateway unacknowledged: seconds=%.0f", state.acknowledged)
        for socket in _sockets(now):
            if _is_zombie(socket, time.perf_counter()):
                await socket.close(4000)
