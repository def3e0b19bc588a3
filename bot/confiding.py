"""What is kept, told to whoever asks, and deleted for those who manage a server."""

import asyncio
from typing import Any

import discord

from bot.commands.privacy import ForgetButton
from bot.kept import Kept
from bot.ledger import Ledger
from bot.managing import managed_server, may_manage
from bot.policy import Policy
from bot.privacy_store import PrivacyStore
from bot.rendering.layout import message_of, plain_layout
from bot.responding import Responding, say, show_instead
from bot.server_policy import SettingsKeeper
from bot.texts import keeping as texts


class Confiding:
    """Tells and forgets.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        keeper: knows what servers let be kept.
        ledger: what is still to be written.
        store: what is kept.
    """

    def __init__(
        self,
        responding: Responding,
        base: Policy,
        keeper: SettingsKeeper,
        ledger: Ledger,
        store: PrivacyStore,
    ) -> None:
        self._responding = responding
        self._base = base
        self._keeper = keeper
        self._ledger = ledger
        self._store = store

    async def show(self, interaction: discord.Interaction) -> None:
        """Tell what is kept here, to whoever asks alone."""
        if await self._responding.admit(interaction) is None:
            return
        guild_id = interaction.guild_id or 0
        days = (await self._keeper.of(guild_id)).kept_days if guild_id else 0
        kept = await self._responding.meanwhile(
            interaction, asyncio.to_thread(self._kept, guild_id)
        )
        told = texts.kept(kept)
        heading = texts.KEPT_FOR.format(days) if days else texts.NOT_KEPT
        rows: list[discord.ui.ActionRow[Any]] = []
        if guild_id and may_manage(interaction) and kept.is_anything_said:
            rows.append(discord.ui.ActionRow(ForgetButton()))
        await say(interaction, message_of([heading, told], rows), ephemeral=True)

    async def forget(self, interaction: discord.Interaction) -> None:
        """Forget what people of a server said, if whoever presses may manage it now."""
        try:
            if not self._responding.is_in_time(interaction):
                return
            guild = await managed_server(interaction, self._base, texts.MAY_NOT_FORGET)
            if guild is not None:
                forget = asyncio.to_thread(self._forget_said, guild.id)
                await self._responding.meanwhile(interaction, forget, update=True)
                await show_instead(interaction, plain_layout(texts.FORGOTTEN))
        except Exception as error:  # whoever pressed is told whatever happens
            await self._responding.failed(interaction, error)

    def _kept(self, guild_id: int) -> Kept:
        self._ledger.write()
        return self._store.kept(guild_id)

    def _forget_said(self, guild_id: int) -> None:
        self._ledger.write()
        self._store.forget_said(guild_id)
