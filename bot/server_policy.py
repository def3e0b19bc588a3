"""The policy of a server's own settings, which are read once and kept in mind from then on."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from bot.policy import Place, Policy, Ruling
from bot.server_settings import ServerSettings, ruled
from bot.store import BotStore
from bot.texts import refusals as texts
from index import ArticleIndexError

_log = logging.getLogger(__name__)


class SettingsKeeper:
    """Keeps the settings of all servers, here and in the bot's store.

    Args:
        store: what is remembered between runs.
    """

    def __init__(self, store: BotStore) -> None:
        self._store = store
        self._known: dict[int, ServerSettings] = {}
        self._changing = asyncio.Lock()

    async def of(self, guild_id: int) -> ServerSettings:
        """The settings of a server.

        Raises:
            ArticleIndexError: they cannot be read.
        """
        known = self._known.get(guild_id)
        if known is not None:
            return known
        async with self._changing:
            return await self._read(guild_id)

    async def change(
        self, guild_id: int, change: Callable[[ServerSettings], ServerSettings]
    ) -> ServerSettings:
        """Change the settings of a server, one change after the other.

        Raises:
            ArticleIndexError: they cannot be read or written; then nothing has changed.
        """
        async with self._changing:
            changed = change(await self._read(guild_id))
            await asyncio.to_thread(self._store.keep_server_settings, changed)
            self._known[guild_id] = changed
            return changed

    async def _read(self, guild_id: int) -> ServerSettings:
        if guild_id not in self._known:
            read = await asyncio.to_thread(self._store.server_settings, guild_id)
            self._known[guild_id] = read
        return self._known[guild_id]


class AsSettled:
    """What another policy rules, as each server has settled it.

    Args:
        base: what holds without settings.
        keeper: who knows the settings.
    """

    def __init__(self, base: Policy, keeper: SettingsKeeper) -> None:
        self._base = base
        self._keeper = keeper

    async def rule(self, place: Place) -> Ruling:
        """See `Policy`. Where settings cannot be read, nothing is answered: they may forbid it."""
        ruling = await self._base.rule(place)
        if ruling.refusal is not None or place.guild_id is None or not place.is_member:
            return ruling
        try:
            settings = await self._keeper.of(place.guild_id)
        except ArticleIndexError as error:
            _log.error("no server settings: %s", error)
            return replace(ruling, refusal=texts.NO_SETTINGS)
        return ruled(ruling, settings, place)
