"""Answers on their way to a channel: each arrives once, or one line in the log says why not."""

import asyncio
import logging
import secrets
from typing import Any

import aiohttp
import discord

# What sending raises where Discord refuses a message, or cannot be reached.
NOT_SENT = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)

_CANNOT_REPLY = 160002  # the channel's history may not be read
_UNAVAILABLE = 503
_PAUSES = (0.2, 2.0)  # seconds before each further try

_log = logging.getLogger(__name__)


async def reply(message: discord.Message, view: discord.ui.LayoutView) -> None:
    """Answer a message in place, pinging nobody.

    Where the message is gone, or the channel's history may not be read, the answer stands alone.
    """
    nonce = secrets.token_hex(12)
    try:
        try:
            await _send(message.channel, view, nonce, message)
        except discord.HTTPException as refused:
            if refused.code != _CANNOT_REPLY:
                raise
            await _send(message.channel, view, nonce, None)
    except NOT_SENT as refused:
        _log.warning("answer not sent: %s", reason(refused))


def reason(error: Exception) -> str:
    """Why something was not sent, in a few words without anything that was to be sent."""
    if isinstance(error, discord.HTTPException):
        return f"status={error.status} code={error.code}"
    return type(error).__name__


async def _send(
    channel: discord.abc.Messageable,
    view: discord.ui.LayoutView,
    nonce: str,
    replied_to: discord.Message | None,
) -> None:
    """Send, and send again what may not have arrived; by its nonce Discord knows it as the same.

    The library itself tries again where Discord asks for patience, but not after a lost connection.
    """
    message: dict[str, Any] = {"view": view, "nonce": nonce}
    if replied_to is not None:
        message["reference"] = replied_to.to_reference(fail_if_not_exists=False)
    for pause in (*_PAUSES, None):
        try:
            await channel.send(**message)
        except NOT_SENT as error:
            if pause is None or not _may_be_lost(error):
                raise
            await asyncio.sleep(pause)
        else:
            return


def _may_be_lost(error: Exception) -> bool:
    """Whether Discord may not have seen what was sent."""
    if isinstance(error, discord.HTTPException):
        return error.status == _UNAVAILABLE
    return not isinstance(error, discord.RateLimited)
