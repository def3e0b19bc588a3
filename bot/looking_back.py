"""The bot's own answers, found again in a channel: a conversation is remembered nowhere else."""

from datetime import timedelta

import discord

from bot.delivery import NOT_SENT
from bot.inquiries import Way
from bot.rendering.layout import inquiry_shown, question_shown

_SEARCHED = 25  # messages after a question among which its answer is looked for
_LOOKED_BACK = 10  # messages before a question among which the last answer is looked for
_STILL_SPOKEN_OF = timedelta(hours=1)  # after which a question begins a new conversation


async def answer_to(
    channel: discord.abc.Messageable, question: discord.abc.Snowflake, me: discord.abc.Snowflake
) -> discord.Message | None:
    """The answer to a question of this channel, in place or in the thread that begins with it."""
    thread = channel.get_thread(question.id) if isinstance(channel, discord.TextChannel) else None
    if thread is not None and thread.owner_id == me.id:
        first = await _first_of(thread, me)
        if first is not None:
            return first
    try:
        async for message in channel.history(after=question, limit=_SEARCHED):
            replies_to = message.reference.message_id if message.reference else None
            if message.author.id == me.id and replies_to == question.id:
                return message
    except NOT_SENT:
        return None  # a channel whose history may not be read
    return None


async def asked_before(message: discord.Message, me: discord.abc.Snowflake) -> str | None:
    """The question that a message may follow from; None where it begins a conversation.

    A reply follows from what it replies to. Where everything is said to the bot, in a direct
    conversation and in a thread of its own, any message follows from the answer before it.
    """
    if message.reference is not None:
        answer = message.reference.resolved
    elif is_conversation(message.channel, me):
        answer = await _last_answer(message, me)
    else:
        return None
    if not isinstance(answer, discord.Message) or answer.author.id != me.id:
        return None
    shown = inquiry_shown(answer)
    # What stands above a list of articles is no question, nor is it above what is followed.
    is_list = shown is None or shown.way in (Way.LATEST, Way.SOURCES)
    return None if is_list else question_shown(answer)


def is_conversation(channel: object, me: discord.abc.Snowflake) -> bool:
    """Whether everything that is said in a channel is said to the bot."""
    return isinstance(channel, discord.DMChannel) or is_own_thread(channel, me)


def is_own_thread(channel: object, me: discord.abc.Snowflake) -> bool:
    """Whether a channel is a thread that the bot began."""
    return isinstance(channel, discord.Thread) and channel.owner_id == me.id


async def _last_answer(
    message: discord.Message, me: discord.abc.Snowflake
) -> discord.Message | None:
    try:
        async for one in message.channel.history(before=message, limit=_LOOKED_BACK):
            if message.created_at - one.created_at > _STILL_SPOKEN_OF:
                return None
            if one.author.id == me.id and question_shown(one) is not None:
                return one
    except NOT_SENT:
        return None  # a thread whose history may not be read
    return None


async def _first_of(thread: discord.Thread, me: discord.abc.Snowflake) -> discord.Message | None:
    """The first message of the bot's in a thread."""
    try:
        async for message in thread.history(limit=_SEARCHED, oldest_first=True):
            if message.author.id == me.id and message.type is discord.MessageType.default:
                return message
    except NOT_SENT:
        return None
    return None
