"""Answers on their way to a channel: each arrives once, or one line in the log says why not."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable
from typing import Any

import aiohttp
import discord

from bot.escaping import cut
from bot.refusals import Refusals, Refused, asks_for_patience, refuses_messages
from bot.rendering.addressing import address

# What sending raises where Discord refuses a message, or cannot be reached.
NOT_SENT = (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError)

_CANNOT_REPLY = 160002  # the channel's history may not be read
_UNAVAILABLE = 503
_PAUSES = (0.2, 2.0)  # seconds before each further try
_THREAD_NAME = 100  # UTF-16 units

Sent = discord.Message | discord.PartialMessage

_log = logging.getLogger(__name__)


async def reply(
    message: discord.Message, view: discord.ui.LayoutView, refusals: Refusals
) -> discord.Message | None:
    """Answer a message in place, pinging nobody; None where that cannot be.

    Where the channel's history may not be read, the answer stands alone, and says whom it answers.
    A channel that has refused a message lately is left alone.
    """
    channel_id = message.channel.id
    if refusals.holds(channel_id, Refused.MESSAGES):
        return None
    try:
        if not refusals.holds(channel_id, Refused.REPLIES):
            try:
                return await _send(message.channel, view, secrets.token_hex(12), message)
            except discord.HTTPException as refused:
                if refused.code != _CANNOT_REPLY:
                    raise
                refusals.note(channel_id, Refused.REPLIES)
        address(view, message.author.id)
        return await _send(message.channel, view, secrets.token_hex(12), None)
    except NOT_SENT as refused:
        # What alone is still refused as if it were a reply will be refused again.
        if refuses_messages(refused) or getattr(refused, "code", None) == _CANNOT_REPLY:
            refusals.note(channel_id, Refused.MESSAGES)
        _log.warning("answer not sent: %s", reason(refused))
        return None


async def reply_in_thread(
    message: discord.Message, view: discord.ui.LayoutView, name: str, refusals: Refusals
) -> discord.Message | None:
    """Answer a message in a thread that begins with it; in place where there can be none."""
    if message.guild is None or isinstance(message.channel, discord.Thread):
        return await reply(message, view, refusals)
    try:
        thread = await message.create_thread(name=cut(name, _THREAD_NAME))
        return await _send(thread, view, secrets.token_hex(12), None)
    except NOT_SENT as refused:
        _log.warning("no thread for an answer: %s", reason(refused))
        return await reply(message, view, refusals)


async def post(
    channel: discord.abc.Messageable, view: discord.ui.LayoutView, nonce: str
) -> discord.Message:
    """Write to a channel unasked; what is posted again with the same nonce is the same.

    Raises:
        NOT_SENT: Discord refuses it, or cannot be reached.
    """
    return await _send(channel, view, nonce, None)


def in_few_words(message: discord.Message) -> Sent:
    """A message without its contents, to be remembered."""
    if isinstance(message.channel, discord.GroupChannel):
        return message
    return message.channel.get_partial_message(message.id)


async def change(answer: Sent, view: discord.ui.LayoutView) -> None:
    """Put another answer in the place of one that was sent."""
    nobody = discord.AllowedMentions.none()
    await _quietly("answer not changed", answer.edit(view=view, allowed_mentions=nobody))


async def take_back(answer: Sent) -> None:
    """Delete an answer; one that is gone already is no matter."""
    await _quietly("answer not deleted", answer.delete())


def reason(error: Exception) -> str:
    """Why something was not sent, in a few words without anything that was to be sent."""
    if isinstance(error, discord.HTTPException):
        return f"status={error.status} code={error.code}"
    return type(error).__name__


async def _quietly(what: str, doing: Awaitable[object]) -> None:
    try:
        await doing
    except discord.NotFound:
        pass
    except NOT_SENT as refused:
        _log.warning("%s: %s", what, reason(refused))


async def _send(
    channel: discord.abc.Messageable,
    view: discord.ui.LayoutView,
    nonce: str,
    replied_to: discord.Message | None,
) -> discord.Message:
    """Send, and send again what may not have arrived; by its nonce Discord knows it as the same.

    The library itself tries again where Discord asks for patience, but not after a lost connection.
    """
    message: dict[str, Any] = {"view": view, "nonce": nonce, "suppress_embeds": True}
    if replied_to is not None:
        message["reference"] = replied_to.to_reference(fail_if_not_exists=False)
    for pause in _PAUSES:
        try:
            return await channel.send(**message)
        except NOT_SENT as error:
            if not _may_be_lost(error):
                raise
            await asyncio.sleep(pause)
    return await channel.send(**message)


def _may_be_lost(error: Exception) -> bool:
    """Whether Discord may not have seen what was sent, or would take it later."""
    if isinstance(error, discord.HTTPException):
        return error.status == _UNAVAILABLE or asks_for_patience(error)
    return not isinstance(error, discord.RateLimited)
