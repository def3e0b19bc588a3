"""What those who manage a channel ask for of what it follows."""

import asyncio

import discord

from bot.follow_store import FollowStore
from bot.following import Following
from bot.follows import Follow
from bot.places import place_of_interaction
from bot.policy import Policy
from bot.questions import clean
from bot.rendering.follow_layout import begun_layout, follows_layout
from bot.responding import Responding, say, show_instead, tell
from bot.texts import follows as texts

Channel = discord.abc.GuildChannel | discord.Thread


class FollowCommands:
    """Begins, shows and ends follows. Who may is asked anew each time.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        following: who posts what is new.
        store: what is followed.
        most: how many things a server may follow.
    """

    def __init__(
        self,
        responding: Responding,
        base: Policy,
        following: Following,
        store: FollowStore,
        most: int,
    ) -> None:
        self._responding = responding
        self._base = base
        self._following = following
        self._store = store
        self._most = most

    async def follow(self, interaction: discord.Interaction, speaker: str, topic: str) -> None:
        """Follow somebody or something in this channel."""
        channel = await self._admit(interaction)
        if channel is None:
            return
        speaker, topic = clean(speaker), clean(topic)
        if not (speaker or topic):
            await tell(interaction, texts.FOLLOW_WHAT)
        elif not _may_write(channel):
            await tell(interaction, texts.MAY_NOT_POST)
        elif len(await self._followed(channel.guild.id)) >= self._most:
            await tell(interaction, texts.many_followed(self._most))
        else:
            await interaction.response.defer()
            await self._following.begin(channel.guild.id, channel.id, speaker, topic)
            await say(interaction, begun_layout(speaker, topic))

    async def show(self, interaction: discord.Interaction) -> None:
        """Show all that the server follows, to whoever asks alone."""
        channel = await self._admit(interaction)
        if channel is not None:
            view = follows_layout(await self._followed(channel.guild.id))
            await say(interaction, view, ephemeral=True)

    async def end(self, interaction: discord.Interaction, follow_id: int) -> None:
        """Follow something no longer, if it is this server's, and show the others."""
        try:
            channel = await self._admit(interaction)
            if channel is None:
                return
            own = await self._followed(channel.guild.id)
            ended = [one.id for one in own if one.id == follow_id]
            await asyncio.to_thread(self._store.end, ended)
            left = [one for one in own if one.id not in ended]
            await show_instead(interaction, follows_layout(left))
        except Exception as error:  # whoever pressed is told whatever happens
            await self._responding.failed(interaction, error)

    async def _followed(self, guild_id: int) -> list[Follow]:
        follows = await asyncio.to_thread(self._store.follows)
        return [one for one in follows if one.guild_id == guild_id]

    async def _admit(self, interaction: discord.Interaction) -> Channel | None:
        """The channel that whoever asks may manage; None where they have been told why not."""
        if not self._responding.is_in_time(interaction):
            return None
        place = place_of_interaction(interaction)
        channel = interaction.channel
        if not place.is_member or not isinstance(channel, Channel):
            await tell(interaction, texts.FOLLOWS_IN_SERVERS)
        elif not interaction.permissions.manage_channels:
            await tell(interaction, texts.MAY_NOT_FOLLOW)
        elif refusal := (await self._base.rule(place)).refusal:
            await tell(interaction, refusal)
        else:
            return channel
        return None


def _may_write(channel: Channel) -> bool:
    may = channel.permissions_for(channel.guild.me)
    in_thread = isinstance(channel, discord.Thread)
    return may.view_channel and (may.send_messages_in_threads if in_thread else may.send_messages)
