"""Where a message or an interaction comes from, as a policy is told it."""

import discord

from bot.policy import Place


def place_of_message(message: discord.Message) -> Place:
    """Where a message stands, and who wrote it."""
    channel, author = message.channel, message.author
    roles = author.roles if isinstance(author, discord.Member) else []
    return Place(
        user_id=author.id,
        channel_id=channel.id,
        guild_id=message.guild.id if message.guild else None,
        parent_id=channel.parent_id if isinstance(channel, discord.Thread) else None,
        role_ids=frozenset(role.id for role in roles),
        moderates=_moderates(message),
    )


def place_of_interaction(interaction: discord.Interaction) -> Place:
    """Where a command or a button is used, and by whom."""
    channel, user = interaction.channel, interaction.user
    roles = user.roles if isinstance(user, discord.Member) else []
    guild_id = interaction.guild_id
    return Place(
        user_id=user.id,
        channel_id=interaction.channel_id,
        guild_id=guild_id,
        parent_id=channel.parent_id if isinstance(channel, discord.Thread) else None,
        role_ids=frozenset(role.id for role in roles),
        moderates=guild_id is not None and interaction.permissions.manage_messages,
        is_member=_is_member(interaction),
    )


def _is_member(interaction: discord.Interaction) -> bool:
    """Whether the server itself has the bot, and not only whoever asks."""
    guild_id = interaction.guild_id
    if guild_id is None or interaction.client.get_guild(guild_id) is None:
        return False
    return not (interaction.is_user_integration() and not interaction.is_guild_integration())


def _moderates(message: discord.Message) -> bool:
    if not isinstance(message.author, discord.Member):
        return False
    channel = message.channel
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return False
    if isinstance(channel, (discord.abc.GuildChannel, discord.Thread)):
        return channel.permissions_for(message.author).manage_messages
    return False
