"""The Discord client: it hears questions and posts answers.

Handlers only carry: what was asked goes to the newsdesk off the event loop, and what comes back is
rendered and sent. No privileged intent is needed: Discord shows the bot the text of messages that
mention it, of direct messages, and of commands.
"""

import asyncio
import hashlib
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

import discord
from discord import app_commands

from bot import texts
from bot.answers import Timed
from bot.arrivals import INTERACTION_SECONDS, MESSAGE_SECONDS, Arrivals
from bot.asking import Newsdesk
from bot.commands import ask, quotes, search, who_said_this
from bot.commands import help as help_command
from bot.delivery import NOT_SENT, reason, reply
from bot.escaping import inert, utf16_length
from bot.observing import Nobody, Observer
from bot.pacing import IdentifyPace, SocketPace, pace_sockets
from bot.questions import Question
from bot.rendering.layout import answer_layout, plain_layout, question_shown
from bot.store import BotStore
from index import ArticleIndexError
from index.errors import BadInputError

PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,  # Discord asks for it where a message is a reply
)
SCOPES = ("bot", "applications.commands")
_WORKERS = 2
_DEFER_AFTER = 0.7  # seconds; Discord waits three for the first response
_LAST_ANSWERS = 3.0  # seconds that closing waits for the answers being looked up
_MOST_CHOICES = 25  # of an option that is completed
_LONGEST_CHOICE = 100  # UTF-16 units
_LAST_WORDS = 2.0  # and then for those who asked to be told that none comes
_TOO_LATE = (10062, 10015, 40060, 50027)  # the interaction has expired, or was responded to

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class BylineClient(discord.Client):
    """Answers mentions, direct messages, replies to its answers, and commands.

    Args:
        desk: who answers.
        store: what is remembered between runs.
        announce: told the link that installs the bot, once it is known.
        guilds: the servers it works in; empty for any.
        defer_after: seconds after which a command's answer is announced as coming.
        observer: told of each question and what became of it.
        arrivals: tells what is still worth answering.
        identifies: spaces the sessions of all clients of this process.
    """

    def __init__(
        self,
        desk: Newsdesk,
        store: BotStore,
        announce: Callable[[str], None],
        guilds: frozenset[int] = frozenset(),
        *,
        defer_after: float = _DEFER_AFTER,
        observer: Observer | None = None,
        arrivals: Arrivals | None = None,
        identifies: IdentifyPace | None = None,
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=30,
        )
        self._desk = desk
        self._store = store
        self._announce = announce
        self._guilds = guilds
        self._defer_after = defer_after
        self._observer = observer or Nobody()
        self._arrivals = arrivals or Arrivals()
        self._identifies = identifies or IdentifyPace()
        self._sockets = SocketPace()
        pace_sockets(self, self._sockets)
        self.patience = _LAST_ANSWERS
        self._leaving = asyncio.Event()
        self._answering: set[asyncio.Task[Any]] = set()
        self._executor = ThreadPoolExecutor(_WORKERS, thread_name_prefix="answer")
        self.tree = app_commands.CommandTree(self)
        for command in (
            ask.command(self),
            search.command(self),
            quotes.command(self),
            who_said_this.menu(self),
            help_command.command(),
        ):
            self.tree.add_command(command)
        self.tree.error(self._command_failed)

    async def setup_hook(self) -> None:
        """Sync the commands where they changed, and tell how to install the bot."""
        application_id = self.application_id or 0
        commands = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        digest = hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()
        if await self._off_the_loop(self._store.commands_hash, application_id) != digest:
            await self.tree.sync()
            await self._off_the_loop(self._store.remember_commands, application_id, digest)
        self._announce(install_link(application_id))

    async def close(self) -> None:
        """Leave Discord, once those who have asked have their answers or know that none comes."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=self.patience)
        self._leaving.set()
        if self._answering:
            await asyncio.wait(self._answering, timeout=_LAST_WORDS)
        await super().close()
        self._executor.shutdown(wait=False, cancel_futures=True)

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

    async def on_ready(self) -> None:
        """Note that the bot is there."""
        _log.info("ready: guilds=%d", len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a message that is meant for the bot."""
        if not self._is_for_us(message):
            return
        if not self._arrivals.accepts(message.id, MESSAGE_SECONDS):
            self._dropped("message")
            return
        with self._counted():
            view = await self._looked_up(lambda: self._answer(message))
            await reply(message, view)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Note what went wrong with an event; after the end nothing can be wrong any more."""
        if not self.is_closed():
            _log.exception("event failed: %s", event_method)

    async def respond(
        self,
        interaction: discord.Interaction,
        look_up: Callable[[Newsdesk, int | None], Timed],
        *,
        hidden: bool = False,
    ) -> None:
        """Respond to a command with an answer, deferring only where it takes its time."""
        guild_id = interaction.guild_id
        if not self._arrivals.accepts(interaction.id, INTERACTION_SECONDS):
            self._dropped("interaction")
            return
        if not self._works_in(guild_id):
            await interaction.response.send_message(
                view=plain_layout(texts.NOT_HERE), ephemeral=True
            )
            return
        with self._counted():
            task = asyncio.ensure_future(
                self._looked_up(lambda: self._rendered(look_up(self._desk, guild_id)))
            )
            try:
                view = await asyncio.wait_for(asyncio.shield(task), self._defer_after)
            except TimeoutError:
                await interaction.response.defer(thinking=True, ephemeral=hidden)
                view = await task
            await _say(interaction, view, ephemeral=hidden)

    async def suggest(
        self,
        interaction: discord.Interaction,
        look_up: Callable[[Newsdesk, int | None], Sequence[str]],
    ) -> list[app_commands.Choice[str]]:
        """Complete an option with what stands in the articles; with nothing where it cannot be."""
        guild_id = interaction.guild_id
        if not self._works_in(guild_id):
            return []
        try:
            found = await self._off_the_loop(look_up, self._desk, guild_id)
        except ArticleIndexError:
            return []
        fitting = [one for one in found if 0 < utf16_length(one) <= _LONGEST_CHOICE]
        return [app_commands.Choice(name=one, value=one) for one in fitting[:_MOST_CHOICES]]

    def _dropped(self, what: str) -> None:
        """Note that something came too late, or came again."""
        _log.info("dropped: what=%s", what)
        self._observer.failed("dropped")

    def _is_for_us(self, message: discord.Message) -> bool:
        """Whether a person addressed the bot: by mention, by a reply that pings it, or directly."""
        if message.author.bot or message.webhook_id or self.user is None:
            return False
        if message.type not in (discord.MessageType.default, discord.MessageType.reply):
            return False
        if message.guild is None:
            return True
        return self._works_in(message.guild.id) and self.user in message.mentions

    def _works_in(self, guild_id: int | None) -> bool:
        return guild_id is None or not self._guilds or guild_id in self._guilds

    def _question(self, message: discord.Message) -> str:
        """The words of a message, without the bot's own mention."""
        text = message.content
        if self.user is not None:
            for mention in (f"<@{self.user.id}>", f"<@!{self.user.id}>"):
                text = text.replace(mention, " ")
        return text

    def _asked_before(self, message: discord.Message) -> Question | None:
        """The question of the bot's own answer that a message replies to."""
        answer = message.reference.resolved if message.reference else None
        if not isinstance(answer, discord.Message) or answer.author != self.user:
            return None
        shown = question_shown(answer)
        return self._desk.conversation(shown.split(texts.BETWEEN_TURNS)) if shown else None

    def _answer(self, message: discord.Message) -> discord.ui.LayoutView:
        guild_id = message.guild.id if message.guild else None
        previous = self._asked_before(message)
        timed = self._desk.ask(self._question(message), guild_id=guild_id, previous=previous)
        return self._rendered(timed)

    def _rendered(self, timed: Timed) -> discord.ui.LayoutView:
        _log.info("answered: found=%s took_ms=%.1f", timed.answer.answered, timed.took_ms)
        self._observer.answered(timed)
        return answer_layout(timed.answer)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Count this task among those that are answering somebody."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101  # for the type: handlers always run in one
        self._answering.add(task)
        try:
            with self._observer.asked():
                yield
        finally:
            self._answering.discard(task)

    async def _looked_up(
        self, look_up: Callable[[], discord.ui.LayoutView]
    ) -> discord.ui.LayoutView:
        """What was looked up off the event loop, or a sentence that says it could not be."""
        looking = asyncio.ensure_future(self._off_the_loop(look_up))
        leaving = asyncio.ensure_future(self._leaving.wait())
        try:
            await asyncio.wait((looking, leaving), return_when=asyncio.FIRST_COMPLETED)
            if not looking.done():
                self._observer.failed("unavailable")
                return plain_layout(texts.LEAVING)
            return looking.result()
        except BadInputError as error:
            return plain_layout(inert(str(error)))
        except ArticleIndexError as error:
            _log.error("no index to ask: %s", error)
            self._observer.failed("unavailable")
            return plain_layout(texts.UNAVAILABLE)
        except Exception:  # the asker gets a sentence whatever happens, the owner the traceback
            _log.exception("a question failed")
            self._observer.failed("failed")
            return plain_layout(texts.FAILED)
        finally:
            looking.cancel()
            leaving.cancel()

    async def _off_the_loop(self, function: Callable[..., _Result], *arguments: object) -> _Result:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, function, *arguments)

    async def _command_failed(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Note what went wrong; tell the asker where that is still possible."""
        cause = error.__cause__ or error
        if self.is_closed():
            return
        if isinstance(cause, NOT_SENT):
            _log.warning("answer not sent: %s", reason(cause))
        else:
            _log.error("command failed: %s", type(cause).__name__, exc_info=cause)
        if getattr(cause, "code", None) in _TOO_LATE or interaction.is_expired():
            return
        try:
            await _say(interaction, plain_layout(texts.FAILED), ephemeral=True)
        except NOT_SENT as refused:
            _log.warning("the asker could not be told: %s", reason(refused))


async def _say(
    interaction: discord.Interaction, view: discord.ui.LayoutView, *, ephemeral: bool = False
) -> None:
    """Respond to an interaction, or complete the response that was announced as coming."""
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=ephemeral)
    else:
        await interaction.response.send_message(view=view, ephemeral=ephemeral)


def install_link(application_id: int) -> str:
    """The link with which an owner adds the bot to a server: just the permissions it needs."""
    return discord.utils.oauth_url(application_id, permissions=PERMISSIONS, scopes=SCOPES)
