"""A bot in a process of its own, on the loopback Discord, and people who ask it.

Every question has a name: the id of the message, or of the interaction. What answers it is found
in what Discord has stored, so that an answer which Discord has twice counts twice.
"""

import asyncio
import json
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from index import Article
from tests.discord import interactions
from tests.discord.bot_process import BotProcess
from tests.discord.rest import Request
from tests.discord.server import LoopbackDiscord
from tests.discord.world import Channel, Guild, Member
from tests.torture.crowd import prepared, question

PEOPLE, CHANNELS = 100, 20
POSTS = "POST /channels/*/messages"
CALLBACKS = "POST /interactions/*/*/callback"


@dataclass(slots=True)
class Town:
    """The people, the places, the bot, and what was asked."""

    server: LoopbackDiscord
    bot: BotProcess
    guild: Guild
    people: list[Member]
    channels: list[Channel]
    stories: list[Article]
    rng: random.Random
    data: Path
    probe: Path
    asked: dict[str, float] = field(default_factory=dict)  # name: seconds on the loop's clock
    commands: set[str] = field(default_factory=set)  # those of the questions that are `/ask`
    _number: int = 0
    _seen: dict[int, str] = field(default_factory=dict)  # the question that each message answers

    # Asking

    async def mention(self, person: Member, channel: Channel, words: str) -> str:
        """Mention the bot; the name of the question."""
        at = asyncio.get_running_loop().time()
        message = await person.say(channel, f"{self.server.bot.mention} {words}")
        return self._named(message.id, at)

    def command(self, person: Member, channel: Channel, words: str) -> str:
        """Use `/ask`, and wait for nothing; the name of the question."""
        at = asyncio.get_running_loop().time()
        backend = person.world.backend
        data = interactions.slash_data(backend, person.id, channel.id, "ask", {"question": words})
        record = interactions.begin(
            backend, person.id, channel.id,
            kind=interactions.APPLICATION_COMMAND, data=data, source=None,
        )  # fmt: skip
        self.commands.add(str(record.id))
        return self._named(record.id, at)

    async def ask(self, *, commands: float = 0.5) -> str:
        """Somebody asks something somewhere, each person in turn; a share of it by `/ask`."""
        number = self._number
        self._number += 1
        person = self.people[number % len(self.people)]
        channel = self.channels[number % len(self.channels)]
        words = question(self.stories, self.rng)
        if self.rng.random() < commands:
            return self.command(person, channel, words)
        return await self.mention(person, channel, words)

    async def ask_steadily(
        self, rate: float, seconds: float, *, commands: float = 0.5
    ) -> list[str]:
        """Let people ask, `rate` a second; the names of their questions."""
        begun = time.monotonic()
        names = []
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, begun + number / rate - time.monotonic()))
            names.append(await self.ask(commands=commands))
            if number % 1_000 == 999:
                self.answers()  # before any of them goes
        return names

    def _named(self, snowflake: int, at: float) -> str:
        self.asked[str(snowflake)] = at
        return str(snowflake)

    # What became of it

    def answers(self) -> Counter[str]:
        """How many messages answer each question, by its name.

        Word that there is no answer goes after five minutes, and counts nevertheless.
        """
        backend = self.server.bot.world.backend
        for messages in backend.messages.values():
            for message in messages.values():
                if message.author_id != backend.bot_user.id:
                    continue
                if message.flags & interactions.LOADING:
                    continue
                told = message.interaction_metadata or {}
                reference = message.reference or {}
                name = told.get("id") or reference.get("message_id")
                if name is not None:
                    self._seen[message.id] = str(name)
        return Counter(self._seen.values())

    def texts(self) -> list[str]:
        """What stands in each message of the bot."""
        backend = self.server.bot.world.backend
        return [
            str(message.components)
            for messages in backend.messages.values()
            for message in messages.values()
            if message.author_id == backend.bot_user.id
        ]

    async def all_answered(self, names: Iterable[str], patience: float) -> bool:
        """Wait until each of these questions has an answer; whether that was in time."""
        wanted = set(names)
        ends = time.monotonic() + patience
        while time.monotonic() < ends:
            if wanted <= self.answers().keys():
                return True
            await asyncio.sleep(0.1)
        return wanted <= self.answers().keys()

    def not_once(self, names: Iterable[str]) -> dict[str, int]:
        """The questions that do not have exactly one answer, with how many they have."""
        counted = self.answers()
        return {name: counted[name] for name in names if counted[name] != 1}

    def waits(self, names: Iterable[str]) -> list[float]:
        """Seconds from each question to the first request that Discord took for its answer.

        For a command that is its first response, which may say that an answer is coming.
        """
        first: dict[str, float] = {}
        for request in self.server.requests:
            name = answers(request)
            if name is not None and request.status == 200:
                first.setdefault(name, request.at)
        return sorted(first[name] - self.asked[name] for name in names if name in first)

    def refused(self, *statuses: int, since: int = 0) -> list[Request]:
        """The requests, from number `since` on, that Discord refused with one of these."""
        return [one for one in self.server.requests[since:] if one.status in statuses]

    @property
    def tracebacks(self) -> int:
        """How many failures the log has that nobody foresaw."""
        return self.bot.output.count(" ERROR ") + self.bot.output.count("Traceback")

    def lag(self) -> "Lag":
        """How late the event loop of the bot was; once the bot has ended."""
        return Lag(**json.loads(self.probe.read_text("ascii")))

    def memory_mb(self) -> float:
        """The memory that the bot holds now."""
        return _status_kb(self.bot.pid, "VmRSS") / 1024

    def most_memory_mb(self) -> float:
        """The most memory that it held so far."""
        return _status_kb(self.bot.pid, "VmHWM") / 1024

    def handles(self) -> int:
        """How many files it has open."""
        return len(list(Path(f"/proc/{self.bot.pid}/fd").iterdir()))

    def threads(self) -> int:
        """How many threads it has."""
        return _status_kb(self.bot.pid, "Threads")


@dataclass(frozen=True, slots=True)
class Lag:
    """How late the event loop was, in seconds; looked at each 10 ms."""

    looks: int
    p99: float
    longest: float


def answers(request: Request) -> str | None:
    """The name of the question that a request answers, or None."""
    parts = request.path.strip("/").split("/")
    if request.method != "POST":
        return None
    if parts[0] == "interactions":
        return parts[1]
    if parts[-1] == "messages" and isinstance(request.body, dict):
        reference = request.body.get("message_reference") or {}
        return str(reference.get("message_id"))
    return None


@asynccontextmanager
async def town(
    seed: int,
    passages: int = 400,
    *,
    people: int = PEOPLE,
    channels: int = CHANNELS,
    heartbeat_interval: float = 41.25,
    data: tuple[Path, list[Article]] | None = None,
    patience: float = 30.0,
    **settings: str,
) -> AsyncIterator[Town]:
    """A bot that is ready, and people around it.

    Args:
        seed: of who asks what.
        passages: how many the bot has to look through.
        people: how many there are.
        channels: in how many places.
        heartbeat_interval: seconds, told to the bot.
        data: what `prepared` made before, or None to make it now.
        patience: seconds that waiting takes.
        settings: of the bot, beside those that lead it here.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        directory, stories = data or prepared(place, passages)
        probe = place / "lag.json"
        async with LoopbackDiscord(
            patience=patience, validates=False, heartbeat_interval=heartbeat_interval
        ) as server:
            guild = server.add_guild("Square")
            rooms = [guild.add_channel(f"channel-{number}") for number in range(channels)]
            crowd = [guild.add_member(f"person-{number}") for number in range(people)]
            environment = {
                "BYLINE_GUILDS": "",
                "BYLINE_LOG_LEVEL": "INFO",
                **server.environment,
                **settings,
                "BYLINE_PROBE": str(probe),
            }
            arguments = ("-m", "tests.faults.probed_bot", "run", "--data", str(directory))
            async with BotProcess(*arguments, environment=environment) as bot:
                await server.ready()
                rng = random.Random(seed)  # noqa: S311  # the same people each time
                yield Town(server, bot, guild, crowd, rooms, stories, rng, directory, probe)


def percentile(values: list[float], share: float) -> float:
    """The value that so large a share of the values stay below; infinite for none."""
    return (
        sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("inf")
    )


def load() -> str:
    """How busy the machine is, to be told beside a figure that depends on it."""
    return f"load {os.getloadavg()[0]:.1f}"


def _status_kb(pid: int, name: str) -> int:
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        if line.startswith(f"{name}:"):
            return int(line.split()[1])
    raise LookupError(name)
