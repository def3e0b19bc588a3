"""What is kept, told to whoever asks, and deleted for those who manage a server."""

import asyncio
from typing import Any

import discord

from bot import texts
from bot.commands.privacy import ForgetButton
from bot.managing import managed_server, may_manage
from bot.policy import Policy
from bot.privacy_store import PrivacyStore
from bot.rendering.layout import message_of, plain_layout
from bot.responding import Responding, say, show_instead


class Confiding:
    """Tells and forgets.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        store: what is kept.
    """

    def __init__(self, responding: Responding, base: Policy, store: PrivacyStore) -> None:
        self._responding = responding
        self._base = base
        self._store = store

    async def show(self, interaction: discord.Interaction) -> None:
        """Tell what is kept here, to whoever asks alone."""
        if await self._responding.admit(interaction) is None:
            return
        guild_id = interaction.guild_id or 0
        kept = await asyncio.to_thread(self._store.kept, guild_id)
        told = texts.kept(
            kept.questions, kept.verdicts, kept.judgements, kept.follows, settled=kept.settled
        )
        rows: list[discord.ui.ActionRow[Any]] = []
        if guild_id and may_manage(interaction) and (kept.verdicts or kept.judgements):
            rows.append(discord.ui.ActionRow(ForgetButton()))
        await say(interaction, message_of([texts.NOT_KEPT, told], rows), ephemeral=True)

    async def forget(self, interaction: discord.Interaction) -> None:
        """Forget what people of a server said, if whoever presses may manage it now."""
        try:
            if not self._responding.is_in_time(interaction):
                return
            guild = await managed_server(interaction, self._base, texts.MAY_NOT_FORGET)
            if guild is not None:
                await asyncio.to_thread(self._store.forget_said, guild.id)
                await show_instead(interaction, plain_layout(texts.FORGOTTEN))
        except Exception as error:  # whoever pressed is told whatever happens
            await self._responding.failed(interaction, error)
