"""Discord's HTTP interface: who may ask, how often, and what was asked."""

import asyncio
import json
from dataclasses import dataclass, field
from http import HTTPStatus
from io import BytesIO
from urllib.parse import unquote

from aiohttp import BodyPartReader, web

from tests.discord import faults, route_pattern, validation
from tests.discord.faults import ConnectionLostError, Faults, Reply
from tests.discord.openapi import OpenApi
from tests.discord.payloads import Json, JsonValue
from tests.discord.ratelimits import RateLimits
from tests.discord.routes import Call, UnknownRouteError, Upload, serve
from tests.discord.world import World

PREFIX = "/api/v10"
LOST = 0  # the status of a request whose answer never came


@dataclass(slots=True)
class Request:
    """A request of the bot, and what became of it."""

    method: str
    path: str
    body: JsonValue
    at: float  # seconds on the event loop's clock
    status: int | None = None  # None while it is served; 0 where the socket was cut
    violations: tuple[str, ...] = field(default=())

    @property
    def route(self) -> str:
        return f"{self.method} {self.path}"

    def is_for(self, pattern: str) -> bool:
        """Whether this request falls under a pattern like "POST /channels/*/messages"."""
        return route_pattern.matches(pattern, self.method, self.path)


class Rest:
    """All requests of the bot."""

    def __init__(self, world: World, token: str, openapi: OpenApi | None) -> None:
        self._world = world
        self._token = token
        self._openapi = openapi
        self.gateway_url = ""  # set once the port is known
        self.holds_mentions = True
        self.requests: list[Request] = []
        self.faults = Faults()
        self.rate_limits = RateLimits()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one request."""
        try:
            call = await _read(request)
        except ValueError:
            return _response(_refused(["the body is not JSON"]))
        record = Request(call.method, call.path, call.body, asyncio.get_running_loop().time())
        self.requests.append(record)
        try:
            reply = await self._answer(call, record, request.headers.get("Authorization"))
            record.status = reply.status
        except ConnectionLostError:
            record.status = LOST
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        finally:
            self._world.watch.look()
        return _response(reply)

    async def _answer(self, call: Call, record: Request, authorization: str | None) -> Reply:
        if not _open(call) and authorization != f"Bot {self._token}":
            return Reply(HTTPStatus.UNAUTHORIZED, {"message": "401: Unauthorized", "code": 0})

        async def admit() -> Reply:
            return self._admit(call, record)

        fault = self.faults.take(call.method, call.path)
        return await (fault.apply(admit) if fault else admit())

    def _admit(self, call: Call, record: Request) -> Reply:
        verdict = self.rate_limits.take(call.method, call.path)
        if verdict.retry_after is not None:
            reply = faults.too_many_requests(verdict.retry_after, verdict.scope)
        else:
            reply = self._serve(call, record)
        return Reply(reply.status, reply.body, verdict.headers | reply.headers, reply.html)

    def _serve(self, call: Call, record: Request) -> Reply:
        found = validation.check(self._world, call, self._openapi, mentions=self.holds_mentions)
        record.violations = found.refused + found.noted
        if found.refused:
            return _refused(found.refused)
        try:
            return serve(self._world, call, self.gateway_url)
        except UnknownRouteError as unknown:
            reason = str(unknown)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as broken:
            # The world did not foresee this body. Neither it nor the bot may go on unnoticed.
            reason = f"the server cannot serve this: {broken!r}"
        record.violations += (reason,)
        return Reply(HTTPStatus.NOT_IMPLEMENTED, {"message": reason, "code": 0})


def _open(call: Call) -> bool:
    """Whether the token in the path is all the permission that is asked for."""
    segments = call.path.strip("/").split("/")
    return segments[0] == "interactions" or (
        segments[0] == "webhooks" and len(segments) > 2
    )  # id and token


def _refused(problems: list[str] | tuple[str, ...]) -> Reply:
    detail: Json = {"_errors": [{"code": "LOOPBACK", "message": each} for each in problems]}
    body = {"message": "Invalid Form Body", "code": 50035, "errors": {"loopback": detail}}
    return Reply(HTTPStatus.BAD_REQUEST, body)


async def _read(request: web.Request) -> Call:
    body: JsonValue = None
    files: list[Upload] = []
    if request.content_type.startswith("multipart/"):
        body, files = await _read_multipart(request)
    elif request.can_read_body:
        raw = await request.read()
        body = json.loads(raw) if raw else None
    reason = request.headers.get("X-Audit-Log-Reason")
    return Call(
        request.method,
        request.path.removeprefix(PREFIX),
        dict(request.query),
        body,
        tuple(files),
        unquote(reason) if reason else None,
    )


async def _read_multipart(request: web.Request) -> tuple[JsonValue, list[Upload]]:
    body: JsonValue = None
    contents: list[tuple[str, bytes]] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        if part.name == "payload_json":
            body = json.loads(await part.text())
        else:
            contents.append((part.filename or "", bytes(await part.read())))
    attachments = (body or {}).get("attachments") or []
    described = {str(each.get("id")): each.get("description") for each in attachments}
    return body, [
        Upload(BytesIO(content), filename, described.get(str(index)))
        for index, (filename, content) in enumerate(contents)
    ]


def _response(reply: Reply) -> web.Response:
    if reply.status == HTTPStatus.NO_CONTENT:
        return web.Response(status=reply.status, headers=reply.headers)
    # discord.py reads JSON only where the type is exactly this, with no charset.
    content_type = "text/html" if reply.html is not None else "application/json"
    return web.Response(
        status=reply.status,
        body=reply.encoded(),
        headers=reply.headers,
        content_type=content_type,
    )
