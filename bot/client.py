"""The Discord client: it puts together who hears, who responds and who answers.

No privileged intent is needed: Discord shows the bot the text of messages that mention it, of
direct messages, and of commands. With `message_content` it hears questions that name nobody, too.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import discord
from discord import app_commands

from bot.answering import Answering
from bot.arrivals import Arrivals
from bot.asking import Newsdesk
from bot.buttons.pressing import AnswerButton, Pressing
from bot.collecting import Collecting
from bot.collection_requests import Own, Request
from bot.commands import (
    article,
    ask,
    collection,
    follow,
    latest,
    message_menus,
    privacy,
    quotes,
    search,
    settings,
    sources,
    stats,
    timeline,
)
from bot.commands import help as help_command
from bot.completions import Completing, Completion
from bot.confiding import Confiding
from bot.custom_ids import pressed
from bot.departures import Departures
from bot.feedback_store import FeedbackStore
from bot.follow_commands import FollowCommands
from bot.follow_store import FollowStore
from bot.following import PAUSE, Following
from bot.gathering import Gathering
from bot.hearing import Hearing
from bot.inquiries import Inquiry
from bot.ledger import Ledger
from bot.limits import MOST_FOLLOWS
from bot.observing import Nobody, Observer
from bot.pacing import IdentifyPace, SocketPace, pace_sockets
from bot.policy import OpenHouse, Policy
from bot.privacy_store import PrivacyStore
from bot.question_store import QuestionStore
from bot.refusals import Breaker, guard_requests
from bot.rendering.settings_modals import written_in
from bot.repeating import HOUR, again
from bot.responding import DEFER_AFTER, Responding, tell
from bot.retention import Retention
from bot.server_policy import AsSettled, SettingsKeeper
from bot.settling import Settling
from bot.shielding import shield_events
from bot.stats_command import StatsCommand
from bot.store import BotStore
from bot.turns import Turns

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,  # Discord asks for it where a message is a reply
)
SCOPES = ("bot", "applications.commands")
_LAST_ANSWERS = 3.0  # seconds that closing waits for the answers being looked up

_BETWEEN_COUNTS = 30.0  # seconds
_WARMING_UP = 2.0  # seconds at most before it begins to hear

_log = logging.getLogger(__name__)


class BylineClient(discord.Client):
    """Answers mentions, direct messages, replies to its answers, commands and buttons.

    Args:
        desk: who answers.
        store: what is remembered between runs.
        announce: told the link that installs the bot, once it is known.
        policy: tells what may be answered where, before a server's own settings narrow that; by
            default everybody may ask everywhere.
        message_content: whether Discord is asked for the text of all messages.
        defer_after: seconds after which a command's answer is announced as coming.
        observer: told of each question and what became of it.
        arrivals: tells what is still worth answering.
        turns: remembers who has asked how much.
        identifies: spaces the sessions of all clients of this process.
        gathering: who gathers articles; where nobody does, none can be added from Discord.
        most_follows: how many things a server may follow.
        today: the day that is counted, and on which what was kept for its time goes.
        looks_every: seconds between two looks for what is followed; None for none unasked.
        options: for the library.
    """

    def __init__(  # noqa: PLR0913  # what its parts need, given by keyword
        self,
        desk: Newsdesk,
        store: BotStore,
        announce: Callable[[str], None],
        policy: Policy | None = None,
        *,
        message_content: bool = False,
        defer_after: float = DEFER_AFTER,
        observer: Observer | None = None,
        arrivals: Arrivals | None = None,
        turns: Turns | None = None,
        identifies: IdentifyPace | None = None,
        gathering: Gathering | None = None,
        most_follows: int = MOST_FOLLOWS,
        today: Callable[[], date] = lambda: datetime.now(UTC).date(),
        looks_every: float | None = PAUSE,
        **options: Any,  # noqa: ANN401  # those of the library's class beneath
    ) -> None:
        super().__init__(
            intents=discord.Intents(
                guilds=True,
                guild_messages=True,
                dm_messages=True,
                message_content=message_content,
            ),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=30,
            **options,
        )
        self._store = store
        self._announce = announce
        self._identifies = identifies or IdentifyPace()
        self._sockets = SocketPace()
        breaker = Breaker()
        pace_sockets(self, self._sockets)
        guard_requests(self, breaker)
        shield_events(self)
        self.patience = _LAST_ANSWERS
        keeper = SettingsKeeper(store)
        base = policy or OpenHouse()
        policy = AsSettled(base, keeper)
        arrivals, turns = arrivals or Arrivals(), turns or Turns()
        self.ledger = Ledger(store.path)
        self._answering = Answering(desk, observer or Nobody(), self.ledger, today)
        self._responding = Responding(
            self._answering, policy, arrivals, turns, defer_after, breaker
        )
        self._hearing = Hearing(self, self._answering, policy, arrivals, turns, breaker)
        feedback = FeedbackStore(store.path)
        self._pressing = Pressing(self._responding, feedback, today)
        questions = QuestionStore(store.path)
        self.retention = Retention(self.ledger, questions, keeper, today)
        self._settling = Settling(
            self._responding, base, keeper, self.retention, hears_all=message_content
        )
        self._collecting = Collecting(self._responding, base, gathering)
        follows = FollowStore(store.path)
        self.following = Following(self, desk, follows, keeper, today)
        self._follow_commands = FollowCommands(
            self._responding, base, self.following, follows, most_follows
        )
        kept = PrivacyStore(store.path)
        self._confiding = Confiding(self._responding, base, keeper, self.ledger, kept)
        self.departures = Departures(kept, store.path.parent, today)
        self._stats_command = StatsCommand(
            self._responding, base, desk, self.ledger, feedback, questions
        )
        self._looks_every = looks_every
        self._looking: list[asyncio.Task[None]] = []
        self.add_dynamic_items(
            AnswerButton,
            settings.SettingItem,
            collection.ListButton,
            follow.EndButton,
            privacy.ForgetButton,
        )
        self.tree = app_commands.CommandTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        managers = settings.command(self)
        collection.add_commands(managers, self)
        stats.add_command(managers, self)
        for command in (
            ask.command(self),
            search.command(self),
            quotes.command(self),
            timeline.command(self),
            article.command(self),
            latest.command(self),
            sources.command(self),
            message_menus.who_said_this(self),
            message_menus.find_sources(self),
            privacy.command(self),
            help_command.command(self),
            managers,
        ):
            self.tree.add_command(command)
        for one in follow.commands(self):
            self.tree.add_command(one)
        self.tree.error(self._command_failed)

    async def setup_hook(self) -> None:
        """Sync the commands where they changed, tell how to install the bot, and warm up."""
        application_id = self.application_id or 0
        commands = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        digest = hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
        off_the_loop = self._answering.off_the_loop
        if await off_the_loop(self._store.commands_hash, application_id) != digest:
            await self.tree.sync()
            await off_the_loop(self._store.remember_commands, application_id, digest)
        self._announce(install_link(application_id))
        # Whoever asks first should not wait for it; nor should everybody where there is very much.
        await asyncio.wait([self._responding.warm()], timeout=_WARMING_UP)

    async def close(self) -> None:
        """Leave Discord, once those who have asked have their answers or know that none comes."""
        for task in self._looking:
            task.cancel()
        await self._collecting.close()
        await self._answering.finish(self.patience)
        self._hearing.close()
        if self._connection._ready_task is not None:  # else it would tell of being ready afterwards
            self._connection._ready_task.cancel()
        await super().close()
        await asyncio.to_thread(self.ledger.write)
        self._answering.close()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:  # noqa: ARG002  # the library's signature
        """Wait until a new session may begin."""
        await asyncio.sleep(self._identifies.pause())
        self._identifies.begun()

    async def on_connect(self) -> None:
        """Note that a session has begun."""
        self._sockets.succeeded()

    async def on_resumed(self) -> None:
        """Note that a session goes on."""
        self._sockets.succeeded()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Take what is written in a modal: whatever else is used, the library hands to its item."""
        submitted = written_in(interaction)
        if submitted is None:
            return
        custom_id, text = submitted
        if pressed(custom_id):
            await self._pressing.submit(interaction, custom_id)
        else:
            await self.settle(interaction, custom_id, (text,))

    async def on_ready(self) -> None:
        """Note that the bot is there, and begin to look for what is new and what is to go."""
        _log.info("ready: guilds=%d", len(self.guilds))
        await self.departures.missed({one.id for one in self.guilds}, self._owns)
        if not self._looking and self._looks_every is not None:
            self._looking = [
                asyncio.ensure_future(again(self.following.look, self._looks_every)),
                asyncio.ensure_future(again(self.departures.look, HOUR)),
                asyncio.ensure_future(again(self.retention.look, HOUR)),
                asyncio.ensure_future(again(self._count, _BETWEEN_COUNTS)),
            ]

    async def _count(self) -> None:
        """Write down what was counted."""
        await asyncio.to_thread(self.ledger.write)

    def _owns(self, guild_id: int) -> bool:
        """Whether Discord tells this process of a server."""
        shards = self.shard_count or 1
        own = getattr(self, "shard_ids", None) or ([self.shard_id] if shards > 1 else range(shards))
        return (guild_id >> 22) % shards in own

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot was removed from a server."""
        await self.departures.left(guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that the bot is in a server, perhaps again."""
        await self.departures.returned(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        await self._hearing.hear(message)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Answer an edited question anew."""
        await self._hearing.hear_edit(event)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take an answer back with its question."""
        await self._hearing.hear_deletion(event.message_id, event.channel_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Take answers back with their questions."""
        for message_id in event.message_ids:
            await self._hearing.hear_deletion(message_id, event.channel_id)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Note what went wrong with an event; after the end nothing can be wrong any more."""
        if not self.is_closed():
            _log.exception("event failed: %s", event_method)

    async def respond(
        self, interaction: discord.Interaction, inquiry: Inquiry, *, hidden: bool = False
    ) -> None:
        """Respond to a command; see `bot.commands.responder.Responder`."""
        await self._responding.respond(interaction, inquiry, hidden=hidden)

    async def tell(self, interaction: discord.Interaction, words: str) -> None:
        """Respond in the bot's own words; see `bot.commands.responder.Responder`."""
        if self._responding.is_in_time(interaction):
            await tell(interaction, words)

    async def complete(
        self, interaction: discord.Interaction, what: Completing, typed: str
    ) -> list[Completion]:
        """Complete an option; see `bot.commands.responder.Responder`."""
        return await self._responding.complete(interaction, what, typed)

    async def press(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Respond to the press of a button; see `bot.buttons.answer_button.Presser`."""
        await self._pressing.press(interaction, custom_id)

    async def follow(self, interaction: discord.Interaction, speaker: str, topic: str) -> None:
        """Follow something; see `bot.commands.follow.Follower`."""
        await self._follow_commands.follow(interaction, speaker, topic)

    async def show_followed(self, interaction: discord.Interaction) -> None:
        """Show what is followed; see `bot.commands.follow.Follower`."""
        await self._follow_commands.show(interaction)

    async def end_following(self, interaction: discord.Interaction, follow_id: int) -> None:
        """End a follow; see `bot.commands.follow.Follower`."""
        await self._follow_commands.end(interaction, follow_id)

    async def show_stats(self, interaction: discord.Interaction) -> None:
        """Tell how well the bot answers; see `bot.commands.stats.StatsTeller`."""
        await self._stats_command.show(interaction)

    async def show_kept(self, interaction: discord.Interaction) -> None:
        """Tell what is kept; see `bot.commands.privacy.Confidant`."""
        await self._confiding.show(interaction)

    async def forget_said(self, interaction: discord.Interaction) -> None:
        """Forget what people said; see `bot.commands.privacy.Confidant`."""
        await self._confiding.forget(interaction)

    async def show_settings(self, interaction: discord.Interaction) -> None:
        """Show the settings of a server; see `bot.commands.settings.Settler`."""
        await self._settling.show(interaction)

    async def settle(
        self, interaction: discord.Interaction, custom_id: str, values: tuple[str, ...]
    ) -> None:
        """Change a setting; see `bot.commands.settings.Settler`."""
        await self._settling.settle(interaction, custom_id, values)

    async def collect(self, interaction: discord.Interaction, request: Request) -> None:
        """Look after a server's articles; see `bot.commands.collection.Collector`."""
        await self._collecting.collect(interaction, request)

    async def turn_list(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Show another page of a list; see `bot.commands.collection.Collector`."""
        await self._collecting.turn_list(interaction, custom_id)

    async def complete_own(
        self, interaction: discord.Interaction, what: Own, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Complete an option; see `bot.commands.collection.Collector`."""
        return await self._collecting.complete(interaction, what, typed)

    async def _command_failed(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Note what went wrong; tell the asker where that is still possible."""
        cause = error.__cause__ or error
        if not self.is_closed() and isinstance(cause, Exception):
            await self._responding.failed(interaction, cause)


class ShardedBylineClient(BylineClient, discord.AutoShardedClient):
    """The same over several connections; it takes `shard_count` and `shard_ids` as well."""


def install_link(application_id: int) -> str:
    """The link with which an owner adds the bot to a server: just the permissions it needs."""
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)
