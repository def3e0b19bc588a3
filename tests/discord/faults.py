"""What can go wrong between the bot and Discord's HTTP interface, written as a script.

A fault wraps the serving of one request: it may answer instead, serve and then lose the answer,
wait, or anything else. To add one, write a class with an `apply` like those below.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.discord import route_pattern
from tests.discord.payloads import JsonValue


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a status, a JSON body (None: empty, as with 204) and headers."""

    status: int
    body: JsonValue = None
    headers: dict[str, str] = field(default_factory=dict)
    html: str | None = None  # instead of JSON: what proxies send

    def encoded(self) -> bytes:
        """The body as it goes over the wire."""
        if self.html is not None:
            return self.html.encode()
        return b"" if self.body is None else json.dumps(self.body).encode()


Serve = Callable[[], Awaitable[Reply]]


class ConnectionLostError(Exception):
    """The socket is to be cut without an answer."""


class Fault(Protocol):
    """One way to go wrong."""

    async def apply(self, serve: Serve) -> Reply:
        """The answer to the request that `serve` would serve.

        Raises:
            ConnectionLostError: the socket is to be cut.
        """


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answer with an error; nothing is stored."""

    status: int
    code: int = 0
    message: str = "refused by the test"
    html: str | None = None

    async def apply(self, serve: Serve) -> Reply:  # noqa: ARG002 - it is not served
        return Reply(self.status, {"code": self.code, "message": self.message}, html=self.html)


@dataclass(frozen=True, slots=True)
class TooManyRequests:
    """Answer 429; nothing is stored."""

    retry_after: float = 0.3
    scope: str = "user"
    via: bool = True  # without it, discord.py takes the answer for a ban

    async def apply(self, serve: Serve) -> Reply:  # noqa: ARG002 - it is not served
        return too_many_requests(self.retry_after, self.scope, via=self.via)


@dataclass(frozen=True, slots=True)
class LoseReply:
    """Serve the request, then cut the socket instead of answering."""

    async def apply(self, serve: Serve) -> Reply:
        await serve()
        raise ConnectionLostError


@dataclass(frozen=True, slots=True)
class CutSocket:
    """Cut the socket; nothing is stored."""

    async def apply(self, serve: Serve) -> Reply:  # noqa: ARG002 - it is not served
        raise ConnectionLostError


@dataclass(frozen=True, slots=True)
class Hang:
    """Wait, then serve."""

    seconds: float

    async def apply(self, serve: Serve) -> Reply:
        await asyncio.sleep(self.seconds)
        return await serve()


@dataclass(frozen=True, slots=True)
class Sometimes:
    """Let chance decide whether a request meets a fault."""

    fault: Fault
    share: float  # of the requests
    rng: random.Random

    async def apply(self, serve: Serve) -> Reply:
        if self.rng.random() < self.share:
            return await self.fault.apply(serve)
        return await serve()


@dataclass(frozen=True, slots=True)
class Lie:
    """Serve nothing, and answer something that is not so."""

    reply: Reply

    async def apply(self, serve: Serve) -> Reply:  # noqa: ARG002 - it is not served
        return self.reply


def too_many_requests(retry_after: float, scope: str, *, via: bool = True) -> Reply:
    """Discord's 429."""
    is_global = scope == "global"
    headers = {"Retry-After": f"{retry_after:.3f}", "X-RateLimit-Scope": scope}
    if is_global:
        headers["X-RateLimit-Global"] = "true"
    if via:
        headers["Via"] = "1.1 loopback"
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after, 3),
        "global": is_global,
    }
    return Reply(429, body, headers)


@dataclass(slots=True)
class _Planned:
    pattern: str
    fault: Fault
    left: int | None  # None: until cleared


class Faults:
    """The faults to come, first planned first."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def next(self, pattern: str, fault: Fault, times: int | None = 1) -> None:
        """Let the next `times` requests under `pattern` meet `fault` (None: all, until `clear`)."""
        self._planned.append(_Planned(pattern, fault, times))

    def clear(self) -> None:
        """Let everything go right again."""
        self._planned.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """The fault this request meets, if any; it counts as met."""
        for planned in self._planned:
            if not route_pattern.matches(planned.pattern, method, path):
                continue
            if planned.left is not None:
                planned.left -= 1
                if planned.left == 0:
                    self._planned.remove(planned)
            return planned.fault
        return None
