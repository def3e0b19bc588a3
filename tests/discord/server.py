"""A Discord on this machine, for the real client library in another process.

    async with LoopbackDiscord() as discord_server:
        guild = discord_server.add_guild("Newsroom")
        channel, alice = guild.add_channel("general"), guild.add_member("alice")
        ...  # start the bot with discord_server.environment
        await discord_server.ready()
        question = await alice.say(channel, f"{discord_server.bot.mention} what did she say?")
        answer = await discord_server.next_message(channel, after=question)
        assert "word for word" in answer.text
        assert discord_server.violations == []

Its world is simcord's; the sockets, the gateway, the rate limits and the faults are its own. It
listens on 127.0.0.1 only.
"""

from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.discord import openapi
from tests.discord.faults import Faults
from tests.discord.gateway import RESUME_PATH, Gateway
from tests.discord.interactions import Response
from tests.discord.payloads import Json, Message, text_of
from tests.discord.ratelimits import RateLimits
from tests.discord.rest import PREFIX, Request, Rest
from tests.discord.watch import Found, Watch
from tests.discord.world import Channel, Guild, Member, User, World

LARGEST_REQUEST = 25 * 1024 * 1024  # bytes, Discord's own


class LoopbackDiscord:
    """The server, and what a test does with it.

    Args:
        token: what the bot must log in with.
        privileged_intents: the bits granted in the developer portal; the others close with 4014.
        heartbeat_interval: seconds, told to the bot.
        patience: seconds that waiting takes where a call does not say otherwise.
        validates: whether bodies are held to Discord's description as they come, which takes some
            milliseconds each; whoever measures does so afterwards.
    """

    def __init__(
        self,
        *,
        token: str = "loopback.token",  # noqa: S107 - it opens nothing but this server
        privileged_intents: int = 0,
        heartbeat_interval: float = 41.25,
        patience: float = 10.0,
        validates: bool = True,
    ) -> None:
        self.token = token
        self.openapi = openapi.openapi()  # None: bodies are not held to Discord's description
        self._watch = Watch(self._story)
        self._world = World(self._watch, privileged_intents=privileged_intents, patience=patience)
        self.gateway = Gateway(self._world, token, heartbeat_interval)
        self._rest = Rest(self._world, token, self.openapi if validates else None)
        self._runner = web.AppRunner(
            self._application(), access_log=None, handle_signals=False, shutdown_timeout=0.5
        )
        self._port = 0

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=LARGEST_REQUEST)
        application.router.add_get("/", self.gateway.handle)
        application.router.add_get(RESUME_PATH, self.gateway.handle)
        application.router.add_route("*", PREFIX + "/{route:.*}", self._rest.handle)
        return application

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self._port = self._runner.addresses[0][1]
        self.gateway.url = self._rest.gateway_url = self.gateway_url
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.gateway.drop()
        await self._runner.cleanup()

    # Where it is

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self._port}{PREFIX}"

    @property
    def gateway_url(self) -> str:
        return f"ws://127.0.0.1:{self._port}/"

    @property
    def environment(self) -> dict[str, str]:
        """The settings that send the bot here."""
        return {
            "DISCORD_TOKEN": self.token,
            "DISCORD_API_URL": self.api_url,
            "DISCORD_GATEWAY_URL": self.gateway_url,
        }

    # Who and what is there

    @property
    def bot(self) -> User:
        return User(self._world, self._world.backend.bot_user.id, self._world.backend.bot_user.name)

    @property
    def application_id(self) -> int:
        return self._world.backend.application_id

    def add_guild(self, name: str) -> Guild:
        """A new server with the bot in it, and no channels yet."""
        return self._world.add_guild(name)

    def add_guild_without_bot(self, name: str) -> Guild:
        """A new server that the bot is not in: people there may have it for themselves."""
        return self._world.add_guild_without_bot(name)

    def add_conversation(self, *people: Member) -> Channel:
        """A conversation of people that the bot is no part of."""
        return self._world.add_conversation(*people)

    def add_user(self, name: str) -> Member:
        """A new person, in no server, who can write to the bot directly."""
        return self._world.add_user(name)

    def advance(self, seconds: float) -> None:
        """Put the server's clock forward: interactions and their tokens expire by it."""
        self._world.backend.advance_clock(seconds)

    # What the bot did

    def ready(self, timeout: float | None = None) -> Coroutine[None, None, bool]:
        """Wait until the bot has identified and has been sent its guilds."""
        return self._until(lambda: self.gateway.ready, timeout, "the bot to be ready")

    def gone(self, timeout: float | None = None) -> Coroutine[None, None, bool]:
        """Wait until no socket of the bot is open."""
        return self._until(lambda: not self.gateway.connections, timeout, "the bot to leave")

    def resumed(self, times: int = 1, timeout: float | None = None) -> Coroutine[None, None, bool]:
        """Wait until the bot has resumed `times` times in all, and listens again."""
        return self._until(
            lambda: self.gateway.resumes >= times and self.gateway.ready,
            timeout,
            f"the bot to resume {times} times",
        )

    def next_message(
        self, channel: Channel, *, after: Message | None = None, timeout: float | None = None
    ) -> Coroutine[None, None, Message]:
        """Wait for the bot's first message in `channel`, or the first one after `after`."""

        def find() -> Message | None:
            seen = after.id if after else 0
            return next((each for each in channel.bot_messages if each.id > seen), None)

        return self._until(find, timeout, "a message of the bot")

    def edited(
        self, message: Message, *, timeout: float | None = None
    ) -> Coroutine[None, None, Message]:
        """Wait until `message` is no longer as given, and return it as it is then."""

        def find() -> Message | None:
            now = self.current(message)
            changed = now["edited_timestamp"] != message["edited_timestamp"]
            return now if changed else None

        return self._until(find, timeout, "an edit by the bot")

    def next_request(
        self, pattern: str, *, count: int = 1, timeout: float | None = None
    ) -> Coroutine[None, None, Request]:
        """Wait for the `count`-th request under a pattern like "POST /channels/*/messages"."""

        def find() -> Request | None:
            served = [each for each in self.requests_to(pattern) if each.status is not None]
            return served[count - 1] if len(served) >= count else None

        return self._until(find, timeout, f"request {count} to {pattern}")

    def current(self, message: Message) -> Message:
        """A message as it stands now."""
        return self._world.message(message.channel_id, message.id)

    def text_of(self, message: Message | Response | Json) -> str:
        """The content and all text displays of a message, one below the other."""
        return text_of(message if isinstance(message, dict) else message.payload)

    @property
    def commands(self) -> list[Json]:
        """The commands synced for everywhere."""
        return self.commands_of(None)

    def commands_of(self, guild: Guild | None) -> list[Json]:
        """The commands synced for one server, or for everywhere."""
        return list(self._world.backend.commands.get(guild.id if guild else None, {}).values())

    @property
    def requests(self) -> list[Request]:
        """Every request of the bot, in the order they came."""
        return self._rest.requests

    def requests_to(self, pattern: str) -> list[Request]:
        """The requests under a pattern like "POST /channels/*/messages"."""
        return [each for each in self.requests if each.is_for(pattern)]

    @property
    def violations(self) -> list[str]:
        """Everything the bot did that Discord, or this project, does not allow."""
        of_requests = [
            f"{request.route}: {violation}"
            for request in self.requests
            for violation in request.violations
        ]
        return of_requests + self.gateway.violations

    # What can go wrong

    @property
    def faults(self) -> Faults:
        return self._rest.faults

    @property
    def rate_limits(self) -> RateLimits:
        return self._rest.rate_limits

    def allow_mentions(self) -> None:
        """Do not ask that every message of the bot mentions nobody."""
        self._rest.holds_mentions = False

    def _until(
        self, find: Callable[[], Found | None], timeout: float | None, what: str
    ) -> Coroutine[None, None, Found]:
        seconds = self._world.patience if timeout is None else timeout
        return self._watch.until(find, seconds=seconds, what=what)

    def _story(self) -> str:
        last = [f"  {each.route} -> {each.status}" for each in self.requests[-8:]]
        frames = [f"op {each.get('op')}" for each in self.gateway.received[-8:]]
        return "\n".join(
            [
                f"{len(self.gateway.connections)} sockets open; last frames: {', '.join(frames)}",
                f"{len(self.requests)} requests; the last:",
                *last,
                *[f"violation: {each}" for each in self.violations[:8]],
            ]
        )
