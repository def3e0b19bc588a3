"""What channels follow, posted as articles come in.

Every few seconds each collection that somebody follows is asked whether it was published anew. Its
new articles are matched with all that is followed, whichever process has the channel; each process
posts in the channels that it has.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import date

import discord

from bot.asking import Newsdesk
from bot.delivery import NOT_SENT, post, reason
from bot.follow_store import FollowStore, Posting
from bot.follows import MOST_A_DAY, MOST_AT_ONCE, Follow, hashes_of, unknown
from bot.rendering.follow_layout import news_layout
from bot.server_collections import collections_of
from bot.server_policy import SettingsKeeper
from index.errors import ArticleIndexError

PAUSE = 5.0  # seconds between two looks

_FORBIDDEN = 403
_log = logging.getLogger(__name__)


class Following:
    """Posts what is new of what is followed.

    Args:
        client: whose channels are posted in.
        desk: who looks articles up.
        store: what is followed.
        keeper: which collections and outlets a channel may ask.
        today: the day that a daily cap counts.
    """

    def __init__(
        self,
        client: discord.Client,
        desk: Newsdesk,
        store: FollowStore,
        keeper: SettingsKeeper,
        today: Callable[[], date],
    ) -> None:
        self._client = client
        self._desk = desk
        self._store = store
        self._keeper = keeper
        self._today = today
        self._seen: dict[str, str] = {}  # what was published of each collection when last looked
        self._busy = asyncio.Lock()

    async def look(self) -> None:
        """Take down what is new, and post what is to be posted."""
        try:
            async with self._busy:
                follows = await asyncio.to_thread(self._store.follows)
                if follows:
                    await self._take_down(follows)
                for follow in follows:
                    await self._post(follow)
        except ArticleIndexError as error:
            _log.error("nothing followed: %s", error)
        except Exception:  # what follows next must not end with what went wrong now
            _log.exception("nothing followed")

    async def begin(self, guild_id: int, channel_id: int, speaker: str, topic: str) -> None:
        """Follow something from now on: what is there already is not news.

        Raises:
            ArticleIndexError: what is followed cannot be kept.
        """
        async with self._busy:
            await asyncio.to_thread(self._store.begin, guild_id, channel_id, speaker, topic)
            follows = await asyncio.to_thread(self._store.follows)
            new = [one for one in follows if one.guild_id == guild_id][-1:]
            before = [one for one in follows if one not in new]
            # What came before it is taken down first, so that none of it is news to the new one;
            # anew, for what was known went with the last follow that ended.
            self._seen.clear()
            await self._take_down(follows, among=before)

    async def _take_down(
        self, follows: Sequence[Follow], among: Sequence[Follow] | None = None
    ) -> None:
        """Match what has come in with what is followed."""
        among = follows if among is None else among
        asked = {one.id: await self._asked(one) for one in follows}
        for collection in sorted({name for names, _ in asked.values() for name in names}):
            stamp = await asyncio.to_thread(self._desk.stamp, collection)
            if self._seen.get(collection) == stamp:
                continue
            here = [(one, asked[one.id][1]) for one in among if collection in asked[one.id][0]]
            await asyncio.to_thread(self._match, collection, here)
            self._seen[collection] = stamp

    def _match(self, collection: str, follows: Sequence[tuple[Follow, tuple[str, ...]]]) -> None:
        ids = self._desk.article_ids(collection)
        hashes = hashes_of(ids)
        known = self._store.known(collection)
        new = [] if known is None else unknown(ids, hashes, known)
        if known is not None and not new and len(known) == len(hashes):
            return
        found = []
        for follow, sources in follows if new else ():
            told = [
                one.article_id
                for one in self._store.posted(follow.id)
                if one.collection == collection
            ]
            matched = self._desk.followed(follow, collection, new, sources, told)
            found.append((follow.id, [one.excerpt.article.id for one in matched]))
        self._store.arrived(collection, known, hashes, found)

    async def _asked(self, follow: Follow) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The collections and the outlets that a follow's channel may ask."""
        settings = await self._keeper.of(follow.guild_id)
        channel = settings.channel(follow.channel_id)
        return channel.collections or collections_of(follow.guild_id), channel.sources

    async def _post(self, follow: Follow) -> None:
        guild = self._client.get_guild(follow.guild_id)
        if guild is None or guild.unavailable:
            return  # another process's, or for later
        waiting = await asyncio.to_thread(self._store.to_post, follow.id)
        if not waiting:
            return
        channel = guild.get_channel_or_thread(follow.channel_id)
        if not isinstance(channel, discord.abc.Messageable):
            _log.info("a followed channel is gone")
            await asyncio.to_thread(self._store.end, [follow.id])
            return
        day = self._today().isoformat()
        room = MOST_A_DAY - await asyncio.to_thread(self._store.posted_on, follow.id, day)
        while waiting:
            batch, waiting = waiting[:MOST_AT_ONCE], waiting[MOST_AT_ONCE:]
            if room <= 0:
                await asyncio.to_thread(self._store.strike_off, [*batch, *waiting], (), day)
                return
            told = batch[:room]
            left_out = len(batch) + len(waiting) - len(told) if len(told) == room else 0
            problem = await self._send(follow, channel, told, left_out)
            posted = () if problem else [one.article_id for one in told]
            await asyncio.to_thread(self._store.strike_off, batch, posted, day, problem)
            if problem:
                await asyncio.to_thread(self._store.strike_off, waiting, (), day, problem)
                return
            room -= len(told)

    async def _send(
        self,
        follow: Follow,
        channel: discord.abc.Messageable,
        told: Sequence[Posting],
        left_out: int,
    ) -> str:
        """Post some articles; why that could not be, or nothing.

        Raises:
            NOT_SENT: it may be sent later.
        """
        _, sources = await self._asked(follow)
        citations = []
        for collection in sorted({one.collection for one in told}):
            ids = [one.article_id for one in told if one.collection == collection]
            citations += await asyncio.to_thread(
                self._desk.followed, follow, collection, ids, sources, ()
            )
        if not citations:
            return ""  # gone again
        view = news_layout(follow, citations, left_out)
        try:
            await post(channel, view, f"follow-{follow.id}-{told[0].id}")
        except NOT_SENT as error:
            if isinstance(error, discord.HTTPException) and error.status == _FORBIDDEN:
                _log.warning("news not posted: %s", reason(error))
                return reason(error)
            if isinstance(error, discord.NotFound):
                await asyncio.to_thread(self._store.end, [follow.id])
                return reason(error)
            raise
        return ""
