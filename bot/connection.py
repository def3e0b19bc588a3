"""A client that is kept on Discord: started, started anew where that may help, and closed in time.

The library connects again by itself once it has been connected. What it does not survive is told
apart here: what will pass is waited for, and what only the owner can mend is one sentence.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable

import aiohttp
import discord

from bot.client import BylineClient
from bot.delivery import reason
from index.errors import ArticleIndexError, SettingsError

LONGEST_PAUSE = 60.0  # seconds between two tries to log in
_LONGEST_WAIT_ASKED_FOR = 600.0  # seconds, where Discord says how long to wait
_CLOSING = 4.0  # seconds that leaving may take after the last answers
_TOO_MANY_REQUESTS = 429
_SERVER_ERROR = 500

_CLOSED_FOR_GOOD = {
    4004: "DISCORD_TOKEN: Discord does not accept this token; copy it again from the Bot page of "
    "your application.",
    4010: "Discord refuses this shard; check that no other setting divides the servers.",
    4011: "The bot is in more servers than one connection may serve.",
    4012: "Discord no longer speaks the protocol of this version of Byline; update it.",
    4013: "Discord does not know an intent that the bot asked for; update Byline.",
    4014: "Discord refuses an intent that the bot asked for; switch it on in the Bot page of your "
    "application.",
}

_NO_CONTENT = (
    "BYLINE_MESSAGE_CONTENT is set, but Discord does not grant the message content intent: switch "
    "it on in the Bot page of your application. Only questions that mention the bot are heard."
)

_log = logging.getLogger(__name__)


class ConnectionFailedError(ArticleIndexError):
    """Discord refuses, for a reason that neither time nor a setting is known to mend."""


class Connection:
    """Keeps a client on Discord.

    Args:
        make_client: a fresh client, told whether to ask for the text of all messages; one that has
            failed to start is not used again.
        token: what it logs in with.
        message_content: whether to ask for the text of all messages. Where Discord does not grant
            it, the bot goes on without.
        sleep: waits for some seconds.
        jitter: a number from 0 to 1, so that many bots do not come back all at once.
    """

    def __init__(
        self,
        make_client: Callable[[bool], BylineClient],
        token: str,
        *,
        message_content: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._make_client = make_client
        self._token = token
        self._sleep = sleep
        self._jitter = jitter
        self._message_content = message_content
        self.client: BylineClient | None = None  # the one that is started or at work

    async def keep(self) -> None:
        """Stay connected until cancelled.

        Raises:
            SettingsError: Discord will never accept these settings.
            ConnectionFailedError: Discord refuses to let the bot start.
        """
        tries = 0
        while True:
            try:
                await self._stay()
            except discord.PrivilegedIntentsRequired as error:
                if not self._message_content:
                    raise _sentence(error) from None
                self._message_content = False
                _log.warning("%s", _NO_CONTENT)
            except ArticleIndexError:
                raise
            except Exception as error:  # the library lets through what an odd server makes it meet
                if not _may_pass(error):
                    raise _sentence(error) from None
                tries += 1
                pause = pause_before(tries, error, self._jitter())
                _log.warning("not connected: %s next_try_s=%.0f", reason(error), pause)
                await self._sleep(pause)
            else:
                return

    async def _stay(self) -> None:
        self.client = client = self._make_client(self._message_content)
        try:
            await client.start(self._token)
        finally:
            await _leave(client)


async def _leave(client: BylineClient) -> None:
    """Close a client, within some seconds whatever the network does."""
    try:
        async with asyncio.timeout(client.patience + _CLOSING):
            await client.close()
    except TimeoutError:
        _log.warning("the connection was left open: closing it took too long")


def pause_before(attempt: int, error: Exception, jitter: float) -> float:
    """Seconds to wait before a further try to start.

    Args:
        attempt: 1 for the second try.
        error: why the last one failed.
        jitter: from 0 to 1.
    """
    if isinstance(error, discord.RateLimited):
        return min(max(error.retry_after, 1.0), _LONGEST_WAIT_ASKED_FOR)
    if _status(error) == _TOO_MANY_REQUESTS:
        return LONGEST_PAUSE  # a ban of the address: each request would prolong it
    return min(LONGEST_PAUSE, float(2 ** min(attempt, 10))) * (0.5 + jitter / 2)


def _may_pass(error: Exception) -> bool:
    """Whether what went wrong may be different in a while."""
    if isinstance(error, discord.HTTPException):
        return error.status == _TOO_MANY_REQUESTS or error.status >= _SERVER_ERROR
    # Where the first socket of all is refused, the library stumbles over its own name.
    passing = (aiohttp.ClientError, OSError, discord.RateLimited, discord.GatewayNotFound)
    return isinstance(error, passing) or not isinstance(error, discord.DiscordException)


def _status(error: Exception) -> int | None:
    return error.status if isinstance(error, discord.HTTPException) else None


def _sentence(error: Exception) -> Exception:
    """What to tell the owner of something that will not pass."""
    match error:
        case discord.LoginFailure():
            return SettingsError(_CLOSED_FOR_GOOD[4004])
        case discord.PrivilegedIntentsRequired():
            return SettingsError(_CLOSED_FOR_GOOD[4014])
        case discord.ConnectionClosed():
            # Only the codes after which connecting again is useless come this far.
            told = _CLOSED_FOR_GOOD.get(error.code, "Check the Bot page of your application.")
            return SettingsError(f"{told} (Discord's close code: {error.code}.)")
        case discord.HTTPException():
            return ConnectionFailedError(
                f"Discord refused to let Byline start (status {error.status}, code {error.code}); "
                "check the application in the developer portal."
            )
        case _:
            return ConnectionFailedError(
                f"Byline cannot stay on Discord ({type(error).__name__}); start it again."
            )
