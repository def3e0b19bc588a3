"""The press of a button, and whose answer it sits on."""

from dataclasses import dataclass

import discord

from bot.delivery import NOT_SENT
from bot.inquiries import Inquiry
from bot.policy import Ruling
from bot.rendering.addressing import addressee


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed where that is allowed."""

    interaction: discord.Interaction
    message: discord.Message  # the answer
    inquiry: Inquiry  # what the button leads to
    ruling: Ruling

    @property
    def in_private(self) -> bool:
        """Whether only whoever pressed sees the answer."""
        return self.message.flags.ephemeral

    async def is_by_asker(self) -> bool:
        """Whether whoever pressed is whoever asked."""
        return self.in_private or await _asker_id(self.message) == self.interaction.user.id

    async def may_change(self) -> bool:
        """Whether the answer is theirs to change: the asker's own, or in a moderator's channel."""
        in_server = self.interaction.guild_id is not None
        if in_server and self.interaction.permissions.manage_messages:
            return True
        return await self.is_by_asker()


async def _asker_id(answer: discord.Message) -> int | None:
    """Who asked: who used the command, or wrote the message that is answered."""
    if answer.interaction_metadata is not None:
        return answer.interaction_metadata.user.id
    if (named := addressee(answer)) is not None:
        return named
    question = answer.reference.resolved if answer.reference else None
    if isinstance(question, discord.Message):
        return question.author.id
    try:
        found = await _question(answer)
    except NOT_SENT:
        return None  # gone, or not to be read: then nobody can be told from others
    return found.author.id if found else None


async def _question(answer: discord.Message) -> discord.Message | None:
    """The message that an answer replies to, or whose thread it begins."""
    if answer.reference is not None and answer.reference.message_id is not None:
        return await answer.channel.fetch_message(answer.reference.message_id)
    channel = answer.channel
    if isinstance(channel, discord.Thread) and isinstance(channel.parent, discord.TextChannel):
        return await channel.parent.fetch_message(channel.id)
    return None
