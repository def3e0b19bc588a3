"""Where Discord refuses what the bot sends, so that it does not ask again and again.

Discord bans the address of a bot for a while that meets ten thousand refusals in ten minutes.
"""

import logging
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum
from typing import Any

import discord

from bot.arrivals import steady_seconds

QUIET_SECONDS = 600.0  # that a channel is left alone which has refused a message
BAN_SECONDS = 60.0  # between two requests of somebody who is banned
MOST_REFUSED = 100  # requests in ten minutes, by our own measure
_REMEMBERED = 4_096  # channels
_UNAUTHORIZED, _FORBIDDEN, _TOO_MANY_REQUESTS = 401, 403, 429
# Archived threads; what a server's own filter, or Discord's, does not let through.
_REFUSING = (50083, 200000, 240000)

_log = logging.getLogger(__name__)


class Refused(Enum):
    """What a channel does not take."""

    MESSAGES = "messages"
    REPLIES = "replies"


class Refusals:
    """Remembers which channels have refused what, for ten minutes.

    Args:
        clock: seconds that never jump.
    """

    def __init__(self, clock: Callable[[], float] = steady_seconds) -> None:
        self._clock = clock
        self._until: OrderedDict[tuple[int, Refused], float] = OrderedDict()

    def holds(self, channel_id: int, what: Refused) -> bool:
        """Whether a channel has refused this lately."""
        return self._until.get((channel_id, what), 0.0) > self._clock()

    def note(self, channel_id: int, what: Refused) -> None:
        """A channel has refused this."""
        self._until[channel_id, what] = self._clock() + QUIET_SECONDS
        self._until.move_to_end((channel_id, what))
        if len(self._until) > _REMEMBERED:
            self._until.popitem(last=False)


def refuses_messages(error: Exception) -> bool:
    """Whether a channel that answers this would answer the next message alike."""
    return isinstance(error, discord.HTTPException) and (
        error.status == _FORBIDDEN or error.code in _REFUSING
    )


def asks_for_patience(error: Exception) -> bool:
    """Whether Discord itself asks to send this later, which the library has done in vain."""
    return _is_too_many(error) and not is_ban(error)


def is_ban(error: Exception) -> bool:
    """Whether not Discord but what stands before it refuses everything."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    return _is_too_many(error) and not headers.get("Via")


def _is_too_many(error: Exception) -> bool:
    return isinstance(error, discord.HTTPException) and error.status == _TOO_MANY_REQUESTS


class Breaker:
    """Lets no request through for a while after a ban, or after too many refusals.

    Args:
        clock: seconds that never jump.
    """

    def __init__(self, clock: Callable[[], float] = steady_seconds) -> None:
        self._clock = clock
        self._closed_until = float("-inf")
        self._refused: deque[float] = deque(maxlen=MOST_REFUSED)

    @property
    def seconds(self) -> float:
        """For how long nothing passes; 0 where everything does."""
        return max(0.0, self._closed_until - self._clock())

    def check(self) -> None:
        """Pass, or not.

        Raises:
            discord.RateLimited: nothing passes now.
        """
        if self.seconds:
            raise discord.RateLimited(self.seconds)

    def note(self, error: Exception) -> None:
        """Take down how a request went wrong."""
        now = self._clock()
        if is_ban(error):
            self._close(now, "banned")
        elif isinstance(error, discord.HTTPException) and error.status in (
            _UNAUTHORIZED, _FORBIDDEN, _TOO_MANY_REQUESTS
        ):  # fmt: skip
            self._refused.append(now)
            if len(self._refused) == MOST_REFUSED and self._refused[0] > now - QUIET_SECONDS:
                self._refused.clear()
                self._close(now, "too many refusals")

    def _close(self, now: float, why: str) -> None:
        if now >= self._closed_until:
            _log.warning("requests held back: reason=%s seconds=%.0f", why, BAN_SECONDS)
        self._closed_until = now + BAN_SECONDS


def guard_requests(client: discord.Client, breaker: Breaker) -> None:
    """Let a client make no request that the breaker holds back; the library has no hook for it."""
    request = client.http.request

    async def guarded(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401  # the library's
        breaker.check()
        try:
            return await request(*arguments, **options)
        except discord.HTTPException as error:
            breaker.note(error)
            raise

    client.http.request = guarded  # type: ignore[method-assign]
