"""Discord's routes: simcord's, with what it leaves out added and what it lets pass refused."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from io import BytesIO

from simcord.backend.errors import BackendError
from simcord.backend.models import Interaction, Message
from simcord.http import routes as _routes  # noqa: F401 - importing it fills the table of routes
from simcord.http.router import RouteNotImplemented, UnsupportedField, dispatch

from tests.discord import route_pattern
from tests.discord.faults import Reply
from tests.discord.payloads import Json, JsonValue
from tests.discord.world import World

HAS_THREAD = 1 << 5
CONTENT_LIMITED = 1 << 19  # the application flag of bots in few servers


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart request, as simcord reads it."""

    fp: BytesIO
    filename: str
    description: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """One request of the bot."""

    method: str
    path: str
    query: dict[str, str]
    body: JsonValue
    files: tuple[Upload, ...] = ()
    reason: str | None = None

    def is_for(self, pattern: str) -> bool:
        """Whether this request falls under a pattern like "POST /channels/*/messages"."""
        return route_pattern.matches(pattern, self.method, self.path)

    def segment(self, index: int) -> str:
        """One part of the path, counted from 0."""
        return self.path.strip("/").split("/")[index]

    def asks(self, flag: str) -> bool:
        """Whether a yes-or-no parameter of the query is set."""
        return self.query.get(flag, "").lower() in ("1", "true")


class UnknownRouteError(Exception):
    """The server does not know this request, and will not pretend to."""


Handler = Callable[[World, Call], Reply]


def serve(world: World, call: Call, gateway_url: str) -> Reply:
    """Carry a request out, as Discord would.

    Raises:
        UnknownRouteError: neither this file nor simcord knows the route, or a field of its body.
    """
    try:
        for pattern, handler in _OWN.items():
            if call.is_for(pattern):
                return handler(world, call)
        if call.is_for("GET /gateway/bot"):
            return _gateway_bot(gateway_url)
        return _simcord(world, call)
    except BackendError as error:
        if isinstance(error, (RouteNotImplemented, UnsupportedField)):
            raise UnknownRouteError(error.message) from error
        return Reply(error.status, error.to_json())


def _simcord(world: World, call: Call) -> Reply:
    body = dispatch(
        world.backend,
        call.method,
        call.path,
        json=call.body,
        params=dict(call.query),
        files=list(call.files),
        reason=call.reason,
        message_content_access=world.content_access,
    )
    return Reply(HTTPStatus.NO_CONTENT if body is None else HTTPStatus.OK, body)


def _gateway_bot(gateway_url: str) -> Reply:
    limits = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
    return Reply(200, {"url": gateway_url, "shards": 1, "session_start_limit": limits})


def _application(world: World, call: Call) -> Reply:
    reply = _simcord(world, call)
    return Reply(200, reply.body | {"flags": CONTENT_LIMITED if world.content_access else 0})


def _create_message(world: World, call: Call) -> Reply:
    nonce = call.body.get("nonce") if isinstance(call.body, dict) else None
    if nonce is None:
        return _simcord(world, call)
    key = (int(call.segment(1)), str(nonce))
    if call.body.get("enforce_nonce") and key in world.nonces:
        first = world.message(key[0], world.nonces[key])
        return Reply(200, first.payload | {"nonce": nonce})
    reply = _simcord(world, call)
    world.nonces[key] = int(reply.body["id"])
    return Reply(200, reply.body | {"nonce": nonce})


def _callback(world: World, call: Call) -> Reply:
    reply = _simcord(world, call)
    world.callback_types[int(call.segment(1))] = call.body["type"]
    return reply if call.asks("with_response") else Reply(HTTPStatus.NO_CONTENT)


def _webhook_message(world: World, call: Call) -> Reply:
    _check_token(world, call.segment(2))
    return _simcord(world, call)


def _execute_webhook(world: World, call: Call) -> Reply:
    _check_token(world, call.segment(2))
    reply = _simcord(world, call)
    return reply if call.asks("wait") else Reply(HTTPStatus.NO_CONTENT)


def _check_token(world: World, token: str) -> None:
    record = interaction_of(world, token)
    if record is None:
        return  # an incoming webhook's, which simcord looks up
    if record.expires_at is not None and world.backend.now_iso() >= record.expires_at:
        raise BackendError(401, 50027, "Invalid Webhook Token")
    if not record.responded:
        raise BackendError(404, 10015, "Unknown Webhook")


def interaction_of(world: World, token: str) -> Interaction | None:
    """The interaction this token belongs to."""
    return world.backend.interactions.get(world.backend.interaction_tokens.get(token, 0))


def _thread_from_message(world: World, call: Call) -> Reply:
    reply = _simcord(world, call)
    message: Message = world.backend.get_message(int(call.segment(1)), int(call.segment(3)))
    message.flags |= HAS_THREAD
    world.backend.emit("MESSAGE_UPDATE", world.message(message.channel_id, message.id).payload)
    return Reply(HTTPStatus.CREATED, reply.body)


def _thread(world: World, call: Call) -> Reply:
    return Reply(HTTPStatus.CREATED, _simcord(world, call).body)


def _put_commands(world: World, call: Call) -> Reply:
    return Reply(200, [_stored(command) for command in _simcord(world, call).body])


def _get_commands(world: World, call: Call) -> Reply:
    return Reply(200, [_stored(command) for command in _simcord(world, call).body])


def _add_command(world: World, call: Call) -> Reply:
    scope = _scope(world, call)
    others = [
        _as_sent(each)
        for each in scope.values()
        if (each["name"], each["type"]) != (call.body["name"], call.body.get("type", 1))
    ]
    whole = Call("PUT", call.path, call.query, [*others, call.body])
    stored = _simcord(world, whole).body[-1]
    return Reply(HTTPStatus.CREATED, _stored(stored))


def _get_command(world: World, call: Call) -> Reply:
    return Reply(200, _stored(_find_command(world, call)))


def _edit_command(world: World, call: Call) -> Reply:
    command = _find_command(world, call)
    command.update({key: value for key, value in call.body.items() if key != "nsfw"})
    return Reply(200, _stored(command))


def _delete_command(world: World, call: Call) -> Reply:
    command = _find_command(world, call)
    _scope(world, call).pop((command["name"], command["type"]))
    return Reply(HTTPStatus.NO_CONTENT)


def _scope(world: World, call: Call) -> dict[tuple[str, int], Json]:
    guild_id = int(call.segment(3)) if call.segment(2) == "guilds" else None
    return world.backend.commands.get(guild_id, {})


def _find_command(world: World, call: Call) -> Json:
    for command in _scope(world, call).values():
        if command["id"] == call.segment(-1):
            return command
    raise BackendError(404, 10063, "Unknown application command")


def _as_sent(command: Json) -> Json:
    return {
        key: value
        for key, value in command.items()
        if key not in ("id", "application_id", "guild_id")
    }


def _stored(command: Json) -> Json:
    return {"version": command["id"], "nsfw": False} | command


_MESSAGES = "/webhooks/*/*/messages/*"
_COMMANDS = "/applications/*/commands"
_GUILD_COMMANDS = "/applications/*/guilds/*/commands"
_OWN: dict[str, Handler] = {
    "GET /oauth2/applications/@me": _application,
    "POST /channels/*/messages": _create_message,
    "POST /interactions/*/*/callback": _callback,
    "POST /webhooks/*/*": _execute_webhook,
    f"GET {_MESSAGES}": _webhook_message,
    f"PATCH {_MESSAGES}": _webhook_message,
    f"DELETE {_MESSAGES}": _webhook_message,
    "POST /channels/*/messages/*/threads": _thread_from_message,
    "POST /channels/*/threads": _thread,
    f"PUT {_COMMANDS}": _put_commands,
    f"PUT {_GUILD_COMMANDS}": _put_commands,
    f"GET {_COMMANDS}": _get_commands,
    f"GET {_GUILD_COMMANDS}": _get_commands,
    f"POST {_COMMANDS}": _add_command,
    f"POST {_GUILD_COMMANDS}": _add_command,
    f"GET {_COMMANDS}/*": _get_command,
    f"GET {_GUILD_COMMANDS}/*": _get_command,
    f"PATCH {_COMMANDS}/*": _edit_command,
    f"PATCH {_GUILD_COMMANDS}/*": _edit_command,
    f"DELETE {_COMMANDS}/*": _delete_command,
    f"DELETE {_GUILD_COMMANDS}/*": _delete_command,
}
