"""Everything a request of the bot is held to."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.discord import limits
from tests.discord.openapi import OpenApi
from tests.discord.payloads import JsonValue
from tests.discord.routes import Call
from tests.discord.world import World

MESSAGE_CALLBACK, UPDATE_CALLBACK = 4, 7


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a request."""

    refused: tuple[str, ...]  # Discord would refuse it for this
    noted: tuple[str, ...]  # Discord would take it; this project would not


@dataclass(frozen=True, slots=True)
class _MessageBody:
    body: JsonValue
    is_edit: bool


def check(world: World, call: Call, openapi: OpenApi | None, *, mentions: bool) -> Verdict:
    """Hold a request to Discord's limits, to its OpenAPI description and to Byline's own rules.

    `mentions` asks that no message may mention whoever its text names.
    """
    refused = list(_limit_problems(world, call))
    noted = openapi.problems(call.method, call.path, call.body) if openapi else []
    message = _message_body(call)
    if message is not None and mentions:
        noted.extend(limits.mention_problems(message.body))
    return Verdict(tuple(refused), tuple(noted))


def _limit_problems(world: World, call: Call) -> Iterator[str]:
    message = _message_body(call)
    if message is not None:
        yield from limits.message_problems(
            message.body, is_edit=message.is_edit, has_files=bool(call.files)
        )
    if call.is_for("POST /interactions/*/*/callback"):
        record = world.backend.interactions.get(int(call.segment(1)))
        if record is not None:
            on_message = record.source_message_id is not None
            yield from limits.callback_problems(call.body, record.type, on_message=on_message)
    if call.is_for("PUT /applications/*/commands") or call.is_for(
        "PUT /applications/*/guilds/*/commands"
    ):
        yield from limits.commands_problems(call.body)
    if call.is_for("POST /applications/*/commands") or call.is_for(
        "POST /applications/*/guilds/*/commands"
    ):
        yield from limits.command_problems(call.body)


def _message_body(call: Call) -> _MessageBody | None:
    """The message a request carries, if it carries one."""
    if call.is_for("POST /channels/*/messages"):
        return _MessageBody(call.body, is_edit=False)
    if call.is_for("POST /webhooks/*/*"):
        return _MessageBody(call.body, is_edit=False)
    if call.is_for("PATCH /channels/*/messages/*") or call.is_for("PATCH /webhooks/*/*/messages/*"):
        return _MessageBody(call.body, is_edit=True)
    if call.is_for("POST /interactions/*/*/callback") and isinstance(call.body, dict):
        kind, data = call.body.get("type"), call.body.get("data")
        if kind == MESSAGE_CALLBACK or (kind == UPDATE_CALLBACK and data):
            return _MessageBody(data, is_edit=kind == UPDATE_CALLBACK)
    return None
