"""Where a message or an interaction comes from, as a policy is told it."""

import discord

from bot.policy import Place


def place_of_message(message: discord.Message) -> Place:
    """Where a message stands, and who wrote it."""
    channel, author = message.channel, message.author
    roles = author.roles if isinstance(author, discord.Member) else []
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return Place(
        user_id=author.id,
        channel_id=channel.id,
        guild_id=message.guild.id if message.guild else None,
        parent_id=parent_id,
        category_id=_category_id(message.guild, parent_id or channel.id),
        role_ids=frozenset(role.id for role in roles),
        moderates=_moderates(message),
    )


def place_of_interaction(interaction: discord.Interaction) -> Place:
    """Where a command or a button is used, and by whom."""
    channel, user = interaction.channel, interaction.user
    roles = user.roles if isinstance(user, discord.Member) else []
    guild_id = interaction.guild_id
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return Place(
        user_id=user.id,
        channel_id=interaction.channel_id,
        guild_id=guild_id,
        parent_id=parent_id,
        category_id=_category_id(interaction.guild, parent_id or interaction.channel_id),
        role_ids=frozenset(role.id for role in roles),
        moderates=guild_id is not None and interaction.permissions.manage_messages,
        is_member=_is_member(interaction),
    )


def _category_id(guild: discord.Guild | None, channel_id: int | None) -> int | None:
    """The category of a channel; None where it has none or is not known."""
    channel = guild.get_channel(channel_id) if guild and channel_id else None
    return channel.category_id if channel else None


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
