"""Servers that the bot is removed from: what is kept of them goes after a week."""

import asyncio
import logging
from collections.abc import Callable, Collection
from datetime import date, timedelta
from pathlib import Path

from bot.privacy_store import PrivacyStore
from bot.server_collections import own_collection, server_of
from index.collections import Collections
from index.errors import ArticleIndexError

DAYS = 7  # in which whoever removed the bot by mistake can take it back

_log = logging.getLogger(__name__)


class Departures:
    """Forgets servers.

    Args:
        store: what is kept of them.
        data_dir: where their articles are.
        today: the day.
    """

    def __init__(self, store: PrivacyStore, data_dir: Path, today: Callable[[], date]) -> None:
        self._store = store
        self._data_dir = data_dir
        self._today = today

    async def left(self, guild_id: int) -> None:
        """The bot was removed from a server."""
        await self._noted(self._store.left, guild_id, self._today().isoformat())

    async def returned(self, guild_id: int) -> None:
        """The bot was added to a server."""
        await self._noted(self._store.returned, guild_id)

    async def missed(self, here: Collection[int], owns: Callable[[int], bool]) -> None:
        """Note the servers that were left while nobody listened.

        Args:
            here: the servers that the bot is in.
            owns: whether this process would hear of a server.
        """
        for guild_id in await self._known():
            if owns(guild_id):
                await (self.returned if guild_id in here else self.left)(guild_id)

    async def look(self) -> None:
        """Forget the servers that were left a week ago."""
        day = (self._today() - timedelta(days=DAYS)).isoformat()
        try:
            for guild_id in await asyncio.to_thread(self._store.left_until, day):
                await asyncio.to_thread(self._forget, guild_id)
                _log.info("a server that was left is forgotten")
        except ArticleIndexError as error:
            _log.error("a server is not forgotten yet: %s", error)

    def _forget(self, guild_id: int) -> None:
        # Its articles first: what is forgotten is not looked for again.
        Collections(self._data_dir).collection(own_collection(guild_id)).delete()
        self._store.forget(guild_id)

    async def _known(self) -> set[int]:
        """The servers of which anything is kept."""
        try:
            known = await asyncio.to_thread(self._store.servers)
        except ArticleIndexError as error:
            _log.error("it is not known which servers were left: %s", error)
            return set()
        places = await asyncio.to_thread(Collections(self._data_dir).all)
        owners = (server_of(place.name) for place in places)
        return known | {owner for owner in owners if owner is not None}

    async def _noted(self, note: Callable[..., None], *arguments: object) -> None:
        try:
            await asyncio.to_thread(note, *arguments)
        except ArticleIndexError as error:
            _log.error("it is not noted that a server was left: %s", error)
