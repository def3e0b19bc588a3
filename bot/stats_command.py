"""How well the bot answers, told to those who manage a server."""

import asyncio

import discord

from bot import texts
from bot.asking import Newsdesk
from bot.escaping import inert
from bot.feedback_store import FeedbackStore
from bot.ledger import Ledger
from bot.managing import managed_server
from bot.policy import Policy
from bot.question_store import QuestionStore
from bot.rendering.layout import message_of
from bot.responding import Responding, announce, say
from bot.server_collections import collections_of
from bot.stats import Stats, stats

_MOST_LINES = 25


class StatsCommand:
    """Tells what was counted in a server.

    Args:
        responding: how interactions are responded to.
        base: tells in which servers anything is answered.
        desk: knows which articles there are.
        ledger: what was counted.
        feedback: what people said of answers.
        questions: what was asked, where that may be kept.
    """

    def __init__(
        self,
        responding: Responding,
        base: Policy,
        desk: Newsdesk,
        ledger: Ledger,
        feedback: FeedbackStore,
        questions: QuestionStore,
    ) -> None:
        self._responding = responding
        self._base = base
        self._desk = desk
        self._ledger = ledger
        self._feedback = feedback
        self._questions = questions

    async def show(self, interaction: discord.Interaction) -> None:
        """Tell whoever asks, if they may manage the server, and nobody else."""
        if not self._responding.is_in_time(interaction):
            return
        guild = await managed_server(interaction, self._base, texts.keeping.MAY_NOT_SEE_STATS)
        if guild is None:
            return
        # Thousands of questions may be kept, and Discord waits for three seconds.
        await announce(interaction, ephemeral=True)
        told = await asyncio.to_thread(self._told, guild.id)
        lines = "\n".join(
            f"- {inert(line)}" for line in texts.keeping.stats_lines(told)[:_MOST_LINES]
        )
        await say(interaction, message_of([f"**{texts.commands.STATS}**", lines]), ephemeral=True)

    def _told(self, guild_id: int) -> Stats:
        self._ledger.write()
        ids: list[str] = []
        shown: list[str] = []
        for name in collections_of(guild_id):
            ids += self._desk.article_ids(name)
            shown += self._ledger.shown(name)
        asked, tallies = self._ledger.asked(guild_id), self._feedback.tallies(guild_id)
        return stats(asked, tallies, ids, shown, self._questions.questions(guild_id))
