"""The gateway: websockets that tell the bot what happens.

`Gateway` also breaks on demand: it drops sockets, closes them with a code, asks for a reconnect,
forgets sessions, falls silent, or sends what no client expects.
"""

import asyncio
import json
import time
import zlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from aiohttp import WSMessage, WSMsgType, web
from simcord.backend import serializers

from tests.discord.payloads import Json, JsonValue
from tests.discord.sessions import Session
from tests.discord.world import World

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 1, 2, 3, 4, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK = 7, 8, 9, 10, 11

UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, BAD_TOKEN = 4001, 4002, 4003, 4004
ALREADY_AUTHENTICATED, BAD_SEQUENCE, RATE_LIMITED = 4005, 4007, 4008
BAD_SHARD, BAD_INTENTS, DISALLOWED_INTENTS = 4010, 4013, 4014

PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15)  # members, presences, message content
FRAMES_A_MINUTE = 120
MEMBERS_A_CHUNK = 1000
RESUME_PATH = "/resume/"
_LONGEST_CLOSE = 10.0  # seconds that the other end has to answer a close


class ClosingError(Exception):
    """The client broke a rule; the socket closes with `code`."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        self.reason = reason
        super().__init__(f"{code}: {reason}")


@dataclass(slots=True, eq=False)
class Connection:
    """One websocket."""

    ws: web.WebSocketResponse
    request: web.Request
    compressor: Any = None  # zlib's compression object, whose type has no name
    session: Session | None = None
    sent_seq: int = 0
    outbox: asyncio.Queue[tuple[str, int]] = field(default_factory=asyncio.Queue)
    frame_times: deque[float] = field(default_factory=deque)
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    silent: bool = False  # whether all that is sent is lost

    @property
    def path(self) -> str:
        return self.request.path

    def post(self, frame: str, seq: int = 0) -> None:
        """Send a frame after those before it."""
        self.outbox.put_nowait((frame, seq))

    def post_op(self, op: int, data: JsonValue = None) -> None:
        self.post(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def cut(self) -> None:
        """Drop the socket without a word."""
        if self.request.transport is not None:
            self.request.transport.abort()

    async def close(self, code: int) -> None:
        """Say that it ends, and wait until the other end has read why.

        The library's own way lets go of the socket at once where somebody reads from it. A client
        that is slow to answer then cannot, and takes the close for a lost connection (1006).
        """
        writer = self.ws._writer  # the only way to send no more than the frame
        assert writer is not None
        await writer.close(code)
        try:
            await asyncio.wait_for(self.ended.wait(), _LONGEST_CLOSE)
        except TimeoutError:
            self.cut()

    async def write(self, frame: str) -> None:
        if self.compressor is None:
            await self.ws.send_str(frame)
            return
        packed = self.compressor.compress(frame.encode())
        await self.ws.send_bytes(packed + self.compressor.flush(zlib.Z_SYNC_FLUSH))


class Gateway:
    """All sockets and sessions of the bot."""

    def __init__(self, world: World, token: str, heartbeat_interval: float) -> None:
        self._world = world
        self._token = token
        self._heartbeat_interval = heartbeat_interval  # seconds
        self._sessions: dict[str, Session] = {}
        self._refusals = 0
        self.url = ""  # set once the port is known
        self.connections: list[Connection] = []  # those open now
        self.paths: list[str] = []  # of every socket ever opened, in order
        self.received: list[Json] = []  # every frame of the bot, in order
        self.violations: list[str] = []
        self.acknowledges = True  # whether heartbeats are answered
        self.delay = 0.0  # seconds that every frame waits
        world.backend.subscribers.append(self.tell)

    # What tests ask of it

    @property
    def ready(self) -> bool:
        """Whether every shard is identified and has been sent its guilds."""
        sessions = [each.session for each in self.connections if each.session]
        if not sessions or any(
            session.connection is None or session.connection.sent_seq < session.ready_seq
            for session in sessions
        ):
            return False
        return {each.shard[0] for each in sessions} == set(range(sessions[0].shard[1]))

    def count(self, op: int) -> int:
        """How many frames with this opcode the bot has sent."""
        return sum(frame.get("op") == op for frame in self.received)

    @property
    def identifies(self) -> int:
        return self.count(IDENTIFY)

    @property
    def resumes(self) -> int:
        return self.count(RESUME)

    # Faults

    def drop(self) -> None:
        """Cut every socket without a close frame."""
        for connection in list(self.connections):
            self._detach(connection)
            connection.cut()

    async def close(self, code: int) -> None:
        """Close every socket with `code`."""
        for connection in list(self.connections):
            await connection.close(code)

    def fall_silent(self) -> None:
        """Send nothing more over the sockets that are open now, though they stay open."""
        for connection in self.connections:
            connection.silent = True

    def ask_to_reconnect(self) -> None:
        """Send opcode 7."""
        for connection in self.connections:
            connection.post_op(RECONNECT)

    def invalidate(self, *, resumable: bool = False) -> None:
        """Send opcode 9, and forget the sessions unless they are `resumable`."""
        for connection in self.connections:
            connection.post_op(INVALID_SESSION, resumable)
        if not resumable:
            self.forget()

    def forget(self) -> None:
        """Forget all sessions: whoever resumes is told to identify."""
        self._sessions.clear()

    def refuse_connections(self, times: int) -> None:
        """Answer the next `times` handshakes with 503."""
        self._refusals = times

    def replay(self, last: int) -> None:
        """Send the last events of every session once more, under the numbers they had."""
        for connection in self.connections:
            if connection.session is not None:
                for number, frame in list(connection.session.kept)[-last:]:
                    connection.post(frame, number)

    def send_raw(self, frame: str) -> None:
        """Send a frame that no rule has seen."""
        for connection in self.connections:
            connection.post(frame)

    # Events

    def tell(self, event: str, payload: Mapping[str, Any]) -> None:
        """Tell every session that may know of an event."""
        if event == "INTERACTION_CREATE" or not self._is_unseen(payload):
            for session in self._sessions.values():
                session.tell(event, payload)
        self._world.watch.look()

    def _is_unseen(self, payload: Mapping[str, Any]) -> bool:
        """Whether it is of a server that the bot is not in."""
        ids = (payload.get("guild_id"), payload.get("id"))
        return any(int(one or 0) in self._world.unseen_ids for one in ids)

    # The socket

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one websocket until it ends."""
        self.paths.append(request.path)
        if self._refusals:
            self._refusals -= 1
            return web.Response(status=503)
        ws = web.WebSocketResponse(max_msg_size=4096, autoping=True)
        await ws.prepare(request)
        packing = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        connection = Connection(ws, request, packing)
        self.connections.append(connection)
        writer = asyncio.create_task(self._write(connection))
        connection.post_op(HELLO, {"heartbeat_interval": int(self._heartbeat_interval * 1000)})
        try:
            await self._read(connection)
        finally:
            connection.ended.set()
            self._detach(connection)
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
            self._world.watch.look()
        return ws

    async def _write(self, connection: Connection) -> None:
        while True:
            frame, seq = await connection.outbox.get()
            if self.delay:
                await asyncio.sleep(self.delay)
            if connection.silent:
                continue  # lost; a session that is resumed gets it again
            await connection.write(frame)
            connection.sent_seq = max(connection.sent_seq, seq)
            self._world.watch.look()

    async def _read(self, connection: Connection) -> None:
        async for message in connection.ws:
            try:
                self._receive(connection, message)
            except ClosingError as closing:
                self.violations.append(f"gateway closed with {closing}")
                await connection.ws.close(code=closing.code, message=closing.reason.encode())
            self._world.watch.look()

    def _receive(self, connection: Connection, message: WSMessage) -> None:
        self._count_frame(connection)
        if message.type is not WSMsgType.TEXT:
            raise ClosingError(DECODE_ERROR, "not a text frame")
        try:
            frame = json.loads(message.data)
        except ValueError:
            raise ClosingError(DECODE_ERROR, "not JSON") from None
        if not isinstance(frame, dict):
            raise ClosingError(DECODE_ERROR, "not an object")
        self.received.append(frame)
        data = frame.get("d")
        match frame.get("op"):
            case op if op == HEARTBEAT:
                if self.acknowledges:
                    connection.post_op(HEARTBEAT_ACK)
            case op if op == IDENTIFY:
                self._identify(connection, data)
            case op if op == RESUME:
                self._resume(connection, data)
            case op if op in (PRESENCE, VOICE, REQUEST_MEMBERS):
                if connection.session is None:
                    raise ClosingError(NOT_AUTHENTICATED, f"opcode {op} before IDENTIFY")
                if op == REQUEST_MEMBERS:
                    self._send_members(connection.session, data)
            case op:
                raise ClosingError(UNKNOWN_OPCODE, f"opcode {op}")

    def _count_frame(self, connection: Connection) -> None:
        now, times = time.monotonic(), connection.frame_times
        times.append(now)
        while now - times[0] > 60:
            times.popleft()
        if len(times) > FRAMES_A_MINUTE:
            raise ClosingError(RATE_LIMITED, f"more than {FRAMES_A_MINUTE} frames a minute")

    def _identify(self, connection: Connection, data: JsonValue) -> None:
        if connection.session is not None:
            raise ClosingError(ALREADY_AUTHENTICATED, "a second IDENTIFY")
        if not isinstance(data, dict) or "properties" not in data:
            raise ClosingError(DECODE_ERROR, "IDENTIFY without its data")
        if data.get("token") != self._token:
            raise ClosingError(BAD_TOKEN, "not the bot's token")
        session = Session(self._world, self._intents(data), self._shard(data))
        # A shard that starts anew gives up the sessions it had.
        self._sessions = {
            each.id: each
            for each in self._sessions.values()
            if each.connection is not None or each.shard != session.shard
        }
        self._sessions[session.id] = session
        self._attach(connection, session)
        self._start(session)

    def _intents(self, data: Json) -> discord.Intents:
        asked = data.get("intents")
        if not isinstance(asked, int) or asked & ~discord.Intents.all().value:
            raise ClosingError(BAD_INTENTS, f"intents {asked}")
        if asked & PRIVILEGED_INTENTS & ~self._world.privileged_intents:
            raise ClosingError(DISALLOWED_INTENTS, f"intents {asked} are not all granted")
        intents = discord.Intents.none()
        intents.value = asked
        return intents

    def _shard(self, data: Json) -> tuple[int, int]:
        match data.get("shard", [0, 1]):
            case [int(index), int(count)] if 0 <= index < count:
                return index, count
            case other:
                raise ClosingError(BAD_SHARD, f"shard {other}")

    def _attach(self, connection: Connection, session: Session) -> None:
        connection.session = session
        session.connection = connection

    def _detach(self, connection: Connection) -> None:
        """Count a socket as gone; its session is kept for a RESUME."""
        if connection in self.connections:
            self.connections.remove(connection)
        if connection.session and connection.session.connection is connection:
            connection.session.connection = None

    def _start(self, session: Session) -> None:
        backend = self._world.backend
        guilds = [
            each
            for each in backend.guilds.values()
            if session.owns_guild(each.id) and each.id not in self._world.unseen_ids
        ]
        application = {"id": str(backend.application_id), "flags": 0}
        session.dispatch(
            "READY",
            {
                "v": 10,
                "user": dict(serializers.user_payload(backend.bot_user)),
                "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
                "session_id": session.id,
                "session_type": "normal",
                "resume_gateway_url": self.url.rstrip("/") + RESUME_PATH,
                "shard": list(session.shard),
                "application": application,
            },
        )
        for guild in guilds:
            session.tell("GUILD_CREATE", dict(serializers.guild_create_payload(backend, guild)))
        session.ready_seq = session.seq

    def _resume(self, connection: Connection, data: JsonValue) -> None:
        if connection.session is not None:
            raise ClosingError(ALREADY_AUTHENTICATED, "RESUME after IDENTIFY")
        if not isinstance(data, dict) or data.get("token") != self._token:
            raise ClosingError(BAD_TOKEN, "not the bot's token")
        if connection.path != RESUME_PATH:
            self.violations.append(f"RESUME on {connection.path}, not on {RESUME_PATH}")
        session = self._sessions.get(str(data.get("session_id")))
        seq = data.get("seq")
        if session is None or not isinstance(seq, int):
            connection.post_op(INVALID_SESSION, data=False)
            return
        if seq > session.seq:
            raise ClosingError(BAD_SEQUENCE, f"seq {seq} has not been sent")
        if not session.holds_all_after(seq):
            connection.post_op(INVALID_SESSION, data=False)
            return
        self._attach(connection, session)
        session.replay(seq)
        session.dispatch("RESUMED", {"_trace": ["loopback"]})

    def _send_members(self, session: Session, data: JsonValue) -> None:
        backend = self._world.backend
        guild = backend.guilds.get(int(data["guild_id"]))
        if guild is None:
            return
        members = list(guild.members.values())
        if "user_ids" in data:
            wanted = {int(each) for each in _listed(data["user_ids"])}
            members = [each for each in members if each.user_id in wanted]
        elif data.get("query"):
            start = data["query"].lower()
            members = [
                each
                for each in members
                if backend.users[each.user_id].name.lower().startswith(start)
            ]
        members = members[: data.get("limit") or None]
        chunks = [
            members[first : first + MEMBERS_A_CHUNK]
            for first in range(0, max(1, len(members)), MEMBERS_A_CHUNK)
        ]
        for index, chunk in enumerate(chunks):
            payload = {
                "guild_id": str(guild.id),
                "members": [serializers.member_payload(backend, guild, each) for each in chunk],
                "chunk_index": index,
                "chunk_count": len(chunks),
            }
            if "nonce" in data:
                payload["nonce"] = data["nonce"]
            session.dispatch("GUILD_MEMBERS_CHUNK", payload)


def _listed(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else [value]
