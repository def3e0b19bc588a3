"""A newsroom on simcord's Discord, in which the real client answers from a real index."""

import re
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.arrivals import Arrivals
from bot.asking import LookedUp, Newsdesk
from bot.client import BylineClient
from bot.gathering import Gathering
from bot.limits import MOST_FOLLOWS, NO_LIMITS, Limits
from bot.live import LiveIndex
from bot.policy import OpenHouse, Policy
from bot.store import BotStore
from bot.turns import Turns
from tests.builders import article, collection
from tests.discord import limits
from tests.discord.openapi import openapi
from tests.discord.payloads import Json, text_of

HARBOUR = article(
    "harbour",
    "The sea wall of Skarnholm will be two metres higher before the winter. "
    "“We have mopped the same cellars *three* times since March,” said Petra Lindqvist, "
    "the harbour master. The diggers arrive on Monday.",
    title="Skarnholm raises its sea wall",
    url="https://gazette.example/2026/05/sea-wall",
    source="The Skarnholm Gazette",
    published="2026-05-04",
    lang="en",
)
WALL_WORDS = (
    "“We have mopped the same cellars *three* times since March,” said Petra Lindqvist, "
    "the harbour master."
)
_WITH_A_BODY = ("POST", "PUT", "PATCH")
ABOUT_THE_WALL = "What did Petra Lindqvist say?"
FERRY = article(
    "ferry",
    "The night ferry to Tornby stops in October. On most nights fewer than nine people took it.",
    title="No more night ferry",
    url="https://gazette.example/2026/06/night-ferry",
    source="The Skarnholm Gazette",
    published="2026-06-11",
    lang="en",
)


class HeldDesk(Newsdesk):
    """A newsdesk that waits with what it looks up until it is released."""

    def __init__(self, live: LiveIndex) -> None:
        super().__init__(live)
        self.asked = threading.Event()
        self.released = threading.Event()

    def look_up(self, *asked: Any) -> LookedUp:  # noqa: ANN401  # as the newsdesk takes it
        self.asked.set()
        assert self.released.wait(60)
        return super().look_up(*asked)


@dataclass(slots=True)
class Newsroom:
    """A server with one channel and one person in it, and the bot."""

    env: simcord.Env
    client: BylineClient
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    announced: list[str] = field(default_factory=list)  # what the bot told its owner

    @property
    def mention(self) -> str:
        return f"<@{self.env.backend.bot_user.id}>"

    async def ask(self, words: str) -> discord.Message | None:
        """Mention the bot with `words` and give what it says to that."""
        question = await self.alice.send(self.channel, f"{self.mention} {words}")
        answer = self.channel.last_message
        return answer if answer and answer.id != question.id else None

    def add_manager(
        self, permissions: discord.Permissions
    ) -> tuple[simcord.MemberActor, simcord.RoleHandle]:
        """Mona, who may do what the role says that she has."""
        role = self.guild.create_role("Managers", permissions=permissions)
        return self.guild.add_member(self.env.create_user("mona"), roles=[role]), role

    def requests(self, method: str, ending: str) -> list[simcord.HttpLogEntry]:
        return [
            request
            for request in self.env.http_requests
            if request.method == method and request.path.endswith(ending)
        ]

    def sent(self) -> list[Json]:
        """Every message that the bot sent, as it sent it."""
        callbacks = [request.json for request in self.requests("POST", "/callback")]
        message = discord.InteractionResponseType.channel_message.value
        return [
            *[request.json for request in self.requests("POST", "/messages")],
            *[callback["data"] for callback in callbacks if callback["type"] == message],
            *[request.json for request in self.env.http_requests if _is_followup(request)],
        ]

    def changed(self) -> list[Json]:
        """Every change to a message, as the bot sent it."""
        update = discord.InteractionResponseType.message_update.value
        callbacks = [request.json for request in self.requests("POST", "/callback")]
        edits = [request for request in self.env.http_requests if request.method == "PATCH"]
        return [
            *[request.json for request in edits],
            *[callback["data"] for callback in callbacks if callback["type"] == update],
        ]


def installed_by(room: Newsroom, *, user: int) -> None:
    """From now on interactions come of a user's own installation."""
    emit = room.env.backend.emit

    def emit_as_theirs(event: str, payload: dict[str, object], *rest: object) -> object:
        if event == "INTERACTION_CREATE":
            payload = {**payload, "authorizing_integration_owners": {"1": str(user)}}
        return emit(event, payload, *rest)

    room.env.backend.emit = emit_as_theirs


def _is_followup(request: simcord.HttpLogEntry) -> bool:
    return request.method == "POST" and bool(re.fullmatch(r"/webhooks/\d+/[^/]+", request.path))


@contextmanager
def client_of(
    data: Path,
    desk: object | None = None,
    *,
    announced: list[str] | None = None,
    guilds: frozenset[int] = frozenset(),
    defer_after: float = 60.0,
    clock: Callable[[], float] = lambda: 0.0,
    turns: Turns | None = None,
    policy: Policy | None = None,
    limits: Limits = NO_LIMITS,
    message_content: bool = False,
    gathering: Gathering | None = None,
    most_follows: int = MOST_FOLLOWS,
    today: Callable[[], date] = lambda: date(2026, 7, 1),
) -> Iterator[BylineClient]:
    """The real client; `desk` answers instead of the real newsdesk.

    What is followed is looked for when a test says so, and not every few seconds.
    """
    with closing(LiveIndex(data)) as live:
        told = [] if announced is None else announced
        yield BylineClient(
            desk or Newsdesk(live),
            BotStore(data / "bot.db"),
            told.append,
            policy or OpenHouse(guilds, limits),
            message_content=message_content,
            defer_after=defer_after,
            arrivals=Arrivals(clock),
            turns=turns,
            gathering=gathering,
            most_follows=most_follows,
            today=today,
            looks_every=None,
        )


@asynccontextmanager
async def newsroom(
    data: Path,
    desk: object | None = None,
    **options: Any,  # noqa: ANN401  # those of `client_of`
) -> AsyncIterator[Newsroom]:
    """The bot at work; in the end all that it sent must be within Discord's limits and ping nobody.

    Without a desk it asks the index in `data`, which holds two articles unless it was there before.
    """
    _fill(data)
    announced: list[str] = []
    with client_of(data, desk, announced=announced, **options) as client:
        async with simcord.run(client) as env:
            guild = env.create_guild()
            channel = guild.create_text_channel("general")
            alice = guild.add_member(env.create_user("alice"))
            room = Newsroom(env, client, guild, channel, alice, announced)
            yield room
            assert problems(room) == []
            await client.close()


def _fill(data: Path) -> None:
    if not data.exists():
        collection(data, HARBOUR, FERRY)


def problems(room: Newsroom) -> list[str]:
    """What is wrong with the messages that the bot sent."""
    found = []
    for body in room.changed():
        found += limits.message_problems(body, is_edit=True)
        found += limits.mention_problems(body)
    for body in room.sent():
        found += limits.message_problems(body)
        found += limits.mention_problems(body)
        if not body["flags"] & discord.MessageFlags(components_v2=True).value:
            found.append("not a Components V2 message")
    if (description := openapi()) is not None:
        for request in room.env.http_requests:
            if request.method in _WITH_A_BODY:
                found += description.problems(request.method, request.path, request.json)
    return found


def shown(message: discord.Message | simcord.ResponseMessage | None) -> str:
    """What a reader sees of a message: its text without backslashes and bold."""
    assert message is not None
    return re.sub(r"\\([^A-Za-z0-9\s])|\*\*", lambda match: match[1] or "", written(message))


def written(message: discord.Message | simcord.ResponseMessage) -> str:
    """The text of a message as it was sent."""
    return text_of({"components": layout(message)})


def layout(message: discord.Message | simcord.ResponseMessage) -> list[Json]:
    """The components of a message, without the ids that Discord gave them."""
    parts = message.components
    return [_bare(part if isinstance(part, dict) else part.to_dict()) for part in parts]


def buttons(message: discord.Message | simcord.ResponseMessage | None) -> dict[str, str]:
    """The custom ids of a message's buttons by their labels."""
    assert message is not None
    rows = [
        part for part in layout(message) if part["type"] == discord.ComponentType.action_row.value
    ]
    return {one["label"]: one["custom_id"] for row in rows for one in row["components"]}


def labels(message: discord.Message | simcord.ResponseMessage | None) -> list[str]:
    """What stands on a message's buttons."""
    return list(buttons(message))


def _bare(component: Json) -> Json:
    bare = {key: value for key, value in component.items() if key != "id"}
    if "components" in bare:
        bare["components"] = [_bare(part) for part in bare["components"]]
    return bare
