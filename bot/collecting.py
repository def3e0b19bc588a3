"""A server's own articles, added, listed and removed by those who manage the server.

Nothing is fetched or analysed here: jobs go to the gathering process, one at a time for each
server, and the reply tells how far it has come. Discord lets a reply be changed for 15 minutes;
what takes longer goes on, and the lists show what has come.
"""

import asyncio
import contextlib

import discord
from discord import app_commands

from bot.collection_lookup import OwnArticles
from bot.collection_requests import (
    ListingArticles,
    ListingFeeds,
    Own,
    Request,
    listing_of,
)
from bot.delivery import NOT_SENT
from bot.gathering import Gathering
from bot.job_reply import REPLY_LASTS, Steps, change_reply, follow
from bot.managing import managed_server, may_manage
from bot.policy import Policy
from bot.rendering.layout import plain_layout
from bot.responding import Responding, say, show_instead, tell
from bot.server_collections import own_collection
from bot.texts import own_articles as texts
from index.errors import ArticleIndexError, BadInputError
from index.gathering.jobs import Job, Report

_MOST_WAITING = 3  # jobs of one server


class Collecting:
    """Does what those who manage a server ask for of its articles.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        gathering: who does the jobs; None where nobody does.
        reply_lasts: seconds for which a reply is changed.
    """

    def __init__(
        self,
        responding: Responding,
        base: Policy,
        gathering: Gathering | None,
        reply_lasts: float = REPLY_LASTS,
    ) -> None:
        self._responding = responding
        self._base = base
        self._gathering = gathering
        self._reply_lasts = reply_lasts
        self._turns: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}
        self._reporting: set[asyncio.Task[None]] = set()

    async def collect(self, interaction: discord.Interaction, request: Request) -> None:
        """Do what is asked for, if whoever asks may, and tell them what came of it."""
        admitted = await self._admit(interaction)
        if admitted is None:
            return
        guild, gathering = admitted
        own = OwnArticles(gathering.data_dir, guild.id)
        if isinstance(request, ListingArticles | ListingFeeds):
            await say(interaction, await own.listed(request), ephemeral=True)
            return
        try:
            job = await own.job(request)
        except BadInputError as refusal:
            await tell(interaction, str(refusal))
            return
        if self._waiting.get(guild.id, 0) >= _MOST_WAITING:
            await tell(interaction, texts.BUSY)
            return
        await self._report(interaction, guild.id, job, gathering)

    async def turn_list(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Show another page of a list, if whoever presses may still see it."""
        try:
            admitted = await self._admit(interaction)
            if admitted is None:
                return
            listing = listing_of(custom_id)
            if listing is None:
                await tell(interaction, texts.NO_CUSTOM_ID)
            else:
                own = OwnArticles(admitted[1].data_dir, admitted[0].id)
                await show_instead(interaction, await own.listed(listing))
        except Exception as error:  # whoever pressed is told whatever happens
            await self._responding.failed(interaction, error)

    async def complete(
        self, interaction: discord.Interaction, what: Own, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What of the server's own an option may be filled with; nothing for those who may not."""
        guild_id = interaction.guild_id
        if guild_id is None or self._gathering is None or not may_manage(interaction):
            return []
        try:
            return await OwnArticles(self._gathering.data_dir, guild_id).complete(what, typed)
        except ArticleIndexError:
            return []

    async def close(self) -> None:
        """Tell those whose jobs are under way that they will not be told more."""
        for task in self._reporting:
            task.cancel()
        if self._reporting:
            await asyncio.wait(self._reporting, timeout=1.0)

    async def _admit(
        self, interaction: discord.Interaction
    ) -> tuple[discord.Guild, Gathering] | None:
        if not self._responding.is_in_time(interaction):
            return None
        guild = await managed_server(interaction, self._base, texts.MAY_NOT)
        if guild is None:
            return None
        if self._gathering is None:
            await tell(interaction, texts.NOT_GATHERING)
            return None
        return guild, self._gathering

    # What becomes of it

    async def _report(
        self,
        interaction: discord.Interaction,
        guild_id: int,
        job: Job,
        gathering: Gathering,
    ) -> None:
        """Have a job done, and change the reply as it goes on."""
        turn = self._turns.setdefault(guild_id, asyncio.Lock())
        begun = texts.WAITING if turn.locked() else texts.BEGUN
        self._waiting[guild_id] = self._waiting.get(guild_id, 0) + 1
        steps = Steps()
        working = asyncio.create_task(
            _in_turn(turn, gathering, own_collection(guild_id), job, steps)
        )
        working.add_done_callback(lambda _: self._no_longer_waiting(guild_id))
        reporting = asyncio.current_task()
        if reporting is not None:
            self._reporting.add(reporting)
            reporting.add_done_callback(self._reporting.discard)
        try:
            await tell(interaction, begun)
            await follow(interaction, job, working, steps, self._reply_lasts)
        except asyncio.CancelledError:
            working.cancel()
            with contextlib.suppress(*NOT_SENT):
                await change_reply(interaction, plain_layout(texts.LEAVING))
            raise

    def _no_longer_waiting(self, guild_id: int) -> None:
        self._waiting[guild_id] -= 1
        if not self._waiting[guild_id]:
            del self._waiting[guild_id]
            self._turns.pop(guild_id, None)


async def _in_turn(
    turn: asyncio.Lock, gathering: Gathering, collection: str, job: Job, steps: Steps
) -> Report:
    async with turn:
        return await gathering.do(collection, job, steps.note)
