"""Gateway sessions: what one bot may see, numbered, and kept for when its socket is gone."""

import copy
import json
import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord
from simcord import intents as rules
from simcord.backend.access import channel_accessible
from simcord.enums import AppCommandType

from tests.discord.interactions import APPLICATION_COMMAND
from tests.discord.payloads import Json

if TYPE_CHECKING:
    from tests.discord.gateway import Connection
    from tests.discord.world import World

DISPATCH = 0
MESSAGE_EVENTS = ("MESSAGE_CREATE", "MESSAGE_UPDATE")
GUILD_EVENTS = ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE")
KEPT_EVENTS = 5000  # for a session whose socket is gone


@dataclass(slots=True)
class Session:
    """What one shard of the bot has been told."""

    world: "World" = field(repr=False)
    intents: discord.Intents
    shard: tuple[int, int]
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    seq: int = 0
    ready_seq: int = 0  # of the last event of the start
    kept: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=KEPT_EVENTS))
    connection: "Connection | None" = None

    def tell(self, event: str, payload: Mapping[str, Any]) -> None:
        """Number an event, keep it and send it, unless the session may not see it."""
        shown = self._shown(event, payload)
        if shown is not None:
            self.dispatch(event, shown)

    def dispatch(self, event: str, payload: Json) -> None:
        """Number an event, keep it and send it as it is."""
        self.seq += 1
        frame = json.dumps({"op": DISPATCH, "t": event, "s": self.seq, "d": payload})
        self.kept.append((self.seq, frame))
        if self.connection is not None:
            self.connection.post(frame, self.seq)

    def holds_all_after(self, seq: int) -> bool:
        """Whether every event after `seq` is still kept."""
        return seq <= self.seq and (seq == self.seq or self.kept[0][0] <= seq + 1)

    def replay(self, seq: int) -> None:
        """Send again what came after `seq`."""
        assert self.connection is not None
        for number, frame in self.kept:
            if number > seq:
                self.connection.post(frame, number)

    def owns_guild(self, guild_id: int) -> bool:
        index, count = self.shard
        return (guild_id >> 22) % count == index

    def _shown(self, event: str, payload: Mapping[str, Any]) -> Json | None:
        """The event as this session sees it: by its shard, its intents and the bot's channels."""
        gate = rules.required_intent(event, payload)
        if gate is not None and not getattr(self.intents, gate):
            return None
        guild_id = payload.get("id" if event in GUILD_EVENTS else "guild_id")
        if guild_id is None:
            if self.shard[0] != 0:
                return None
        elif not self.owns_guild(int(guild_id)):
            return None
        if event.startswith(("MESSAGE_", "TYPING_", "THREAD_")) and not self._sees(payload):
            return None
        shown = copy.deepcopy(dict(payload))  # others see the same event otherwise
        self._blank(event, shown)
        return shown

    def _sees(self, payload: Mapping[str, Any]) -> bool:
        backend = self.world.backend
        channel_id = int(payload.get("channel_id") or payload["id"])
        return channel_id not in backend.channels or channel_accessible(
            backend, channel_id, backend.bot_user.id
        )

    def _blank(self, event: str, shown: Json) -> None:
        backend = self.world.backend
        bot_id = backend.bot_user.id
        if event == "GUILD_CREATE":
            rules.prune_guild_create(shown, self.intents, bot_id)
        if self.intents.message_content:
            return
        if event in MESSAGE_EVENTS:
            rules.censor_message(shown, bot_id, backend=backend)
        if event == "INTERACTION_CREATE":
            # The message clicked or chosen is shown whole, those it refers to are not.
            chosen = shown.get("message")
            if chosen is not None:
                rules.censor_message(chosen, bot_id, backend=backend, exempt_root=True)
            if shown["type"] == APPLICATION_COMMAND:
                data = shown["data"]
                if data["type"] == AppCommandType.MESSAGE:
                    for message in data["resolved"]["messages"].values():
                        rules.censor_message(message, bot_id, backend=backend, exempt_root=True)
