"""Interactions as Discord sends them, and what comes back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from simcord import interactions as wire
from simcord.backend import Backend, serializers
from simcord.backend.errors import OptionError
from simcord.backend.models import Interaction as Record

from tests.discord.payloads import EPHEMERAL, LINK_STYLE, LOADING, Json, JsonValue, Message

__all__ = ["EPHEMERAL", "LOADING", "Record"]

APPLICATION_COMMAND = 2
COMPONENT = 3
AUTOCOMPLETE = 4
MODAL_SUBMIT = 5

CHAT_INPUT = 1
MESSAGE_MENU = 3

DEFERRED = 5
DEFERRED_UPDATE = 6

FIRST_ANSWER_SECONDS = 3.0  # Discord's own; a later answer is refused with 10062

_PRIVATE, _GROUP = 2, 3  # a context, and a type of channel
_USER, _CHANNEL, _ROLE, _MENTIONABLE = 6, 7, 8, 9
_STRING_SELECT, _ROLE_SELECT, _CHANNEL_SELECT = 3, 6, 8


class InvalidUseError(Exception):
    """A person could not have done this in Discord's client: the test is wrong, or the sync."""


class Identified(Protocol):
    """Something with an id: a user or a channel."""

    @property
    def id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Response:
    """What the bot made of an interaction."""

    interaction_id: int
    callback_type: int  # of the first answer: 4 message, 5 deferred, 7 update, 8 choices, 9 modal
    message: Message | None  # the answer; for 6 and 7 the message that was clicked
    choices: list[Json]
    modal: Json | None
    _followups: Callable[[], list[Message]] = field(repr=False)

    @property
    def deferred(self) -> bool:
        return self.callback_type in (DEFERRED, DEFERRED_UPDATE)

    @property
    def payload(self) -> Json:
        """The answer as Discord stores it."""
        return self.answer.payload

    @property
    def answer(self) -> Message:
        """The answer.

        Raises:
            LookupError: there is none; the interaction ended another way.
        """
        if self.message is None:
            raise LookupError(f"the interaction was answered without a message: {self}")
        return self.message

    @property
    def text(self) -> str:
        return self.answer.text

    @property
    def ephemeral(self) -> bool:
        return self.answer.ephemeral

    @property
    def followups(self) -> list[Message]:
        """Messages that came after the answer, up to now."""
        return self._followups()


def described(record: Record) -> str:
    """A few words that name an interaction in a failure."""
    return f"/{record.command_name}" if record.command_name else f"interaction {record.id}"


def loading(backend: Backend, record: Record) -> bool:
    """Whether people still see the bot thinking."""
    return record.loading and record.message_id in backend.messages[record.channel_id]


def slash_data(
    backend: Backend,
    user_id: int,
    channel_id: int,
    path: str,
    options: dict[str, JsonValue],
    *,
    typing: tuple[str, str] | None = None,
) -> Json:
    """The data of a slash command, checked as Discord's client checks it.

    `typing` is the option being typed into, with what stands in it so far.
    """
    name, *below = path.split()
    command = _visible_command(backend, name, CHAT_INPUT, user_id, channel_id)
    leaf, nesting = wire.walk_to_subcommand(command, below)
    declared = {option["name"]: option for option in leaf.get("options") or []}
    resolved: Json = {}
    given = [
        _option(
            backend,
            channel_id,
            path,
            declared=declared,
            resolved=resolved,
            name=option,
            value=value,
        )
        for option, value in options.items()
    ]
    if typing is not None:
        option, typed = typing
        kind = declared[option]["type"]
        given.append({"name": option, "type": kind, "value": typed, "focused": True})
    else:
        missing = [name for name, each in declared.items() if each.get("required")]
        if absent := set(missing) - options.keys():
            raise InvalidUseError(f"/{path} needs {', '.join(sorted(absent))}")
    data: Json = {
        "id": command["id"],
        "name": command["name"],
        "type": CHAT_INPUT,
        "options": wire.nest_options(command, nesting, given),
    }
    return data | ({"resolved": resolved} if resolved else {})


def message_command_data(backend: Backend, name: str, target: Message) -> Json:
    """The data of a command of a message's menu."""
    channel = backend.get_channel(target.channel_id)
    command = backend.find_command(name, channel.guild_id, MESSAGE_MENU)
    if command is None:
        raise InvalidUseError(f"no message command {name!r} was synced")
    return {
        "id": command["id"],
        "name": name,
        "type": MESSAGE_MENU,
        "target_id": str(target.id),
        "resolved": {"messages": {str(target.id): target.payload}},
    }


def click_data(message: Message, custom_id: str | None, label: str | None) -> Json:
    """The data of a click on the one button with this custom id or label."""
    found = [
        button
        for button in message.buttons
        if button["style"] != LINK_STYLE
        and not button.get("disabled")
        and custom_id in (None, button.get("custom_id"))
        and label in (None, button.get("label"))
    ]
    if len(found) != 1:
        wanted = custom_id or label
        raise InvalidUseError(f"{len(found)} buttons {wanted!r} can be clicked: {message.buttons}")
    button = found[0]
    return {"custom_id": button["custom_id"], "component_type": 2, "id": button["id"]}


def select_data(
    backend: Backend, message: Message, custom_id: str, values: Sequence[str | Identified]
) -> Json:
    """The data of a choice in the menu with this custom id."""
    found = [each for each in message.menus if each.get("custom_id") == custom_id]
    if len(found) != 1:
        raise InvalidUseError(f"{len(found)} menus {custom_id!r} can be used: {message.menus}")
    (menu,) = found
    least, most = menu.get("min_values", 1), menu.get("max_values", 1)
    if not least <= len(values) <= most:
        raise InvalidUseError(f"the menu takes {least} to {most} values")
    data: Json = {"custom_id": custom_id, "component_type": menu["type"], "id": menu["id"]}
    if menu["type"] == _STRING_SELECT:
        options = {each["value"] for each in menu["options"]}
        if not set(values) <= options:
            raise InvalidUseError(f"the menu has no {set(values) - options}")
        return data | {"values": list(values)}
    kind = {_ROLE_SELECT: _ROLE, _CHANNEL_SELECT: _CHANNEL}[menu["type"]]
    resolved: Json = {}
    for value in values:
        _resolve(backend, message.channel_id, resolved, kind, value)
    return data | {"values": [str(value.id) for value in values], "resolved": resolved}


def modal_data(modal: Json, text: str) -> Json:
    """The data of a modal that asks for one text, filled with it."""
    (label,) = modal["components"]
    asked = label["component"]
    if len(text) > asked.get("max_length", 4_000):
        raise InvalidUseError(f"the text may not be longer than {asked['max_length']}")
    written = {"type": asked["type"], "custom_id": asked["custom_id"], "value": text}
    return {
        "custom_id": modal["custom_id"],
        "components": [{"type": label["type"], "component": written}],
    }


def begin(
    backend: Backend,
    user_id: int,
    channel_id: int,
    *,
    kind: int,
    data: Json,
    source: Message | None,
    is_theirs: bool = False,
    is_private: bool = False,
) -> Record:
    """Start an interaction: record it and send it to the bot.

    Args:
        backend: Discord's memory.
        user_id: who uses what the bot offers.
        channel_id: where.
        kind: of the interaction.
        data: of the command, the component or the form.
        source: the message that it stands on.
        is_theirs: whether they have the bot for themselves, and the channel's server has it not.
        is_private: whether the channel is a conversation of people that the bot is no part of.
    """
    guild_id = None if is_private else backend.get_channel(channel_id).guild_id
    record, payload = wire.base_payload(
        backend, type=kind, channel_id=channel_id, guild_id=guild_id, user_id=user_id, data=data
    )
    # The app is installed to the server, or, in a direct conversation, stands for itself.
    owners = {"1": str(user_id)} if is_theirs else {"0": str(guild_id or 0)}
    payload["authorizing_integration_owners"] = owners
    if is_private:
        payload["context"] = _PRIVATE
        payload["channel"] = {"id": str(channel_id), "type": _GROUP, "recipients": [], "flags": 0}
    if source is not None:
        record.source_message_id = source.id
        stored = backend.get_message(channel_id, source.id)
        payload["message"] = dict(serializers.message_payload(backend, stored))
    backend.emit("INTERACTION_CREATE", payload)
    return record


def _visible_command(backend: Backend, name: str, kind: int, user_id: int, channel_id: int) -> Json:
    visible = backend.visible_commands(user_id=user_id, channel_id=channel_id, type=kind)
    for command in visible:
        if command["name"] == name:
            return command
    names = [command["name"] for command in visible]
    raise InvalidUseError(f"there is no /{name} here; synced and allowed: {names}")


def _option(
    backend: Backend,
    channel_id: int,
    path: str,
    *,
    declared: Json,
    resolved: Json,
    name: str,
    value: JsonValue,
) -> Json:
    if name not in declared:
        raise InvalidUseError(f"/{path} has no option {name!r}; it has {sorted(declared)}")
    option = declared[name]
    if option["type"] in (_USER, _CHANNEL, _MENTIONABLE):
        _resolve(backend, channel_id, resolved, option["type"], value)
        return {"name": name, "type": option["type"], "value": str(value.id)}
    try:
        wire.validate_option_value(path, option, value)
    except OptionError as refused:
        raise InvalidUseError(str(refused)) from refused
    return {"name": name, "type": option["type"], "value": value}


def _resolve(
    backend: Backend, channel_id: int, resolved: Json, kind: int, value: Identified
) -> None:
    guild_id = backend.get_channel(channel_id).guild_id
    if kind == _CHANNEL:
        channel = dict(serializers.channel_payload(backend, backend.get_channel(value.id)))
        channel["permissions"] = "0"
        resolved.setdefault("channels", {})[str(value.id)] = channel
        return
    if kind == _ROLE:
        role = backend.get_role(guild_id, value.id)
        resolved.setdefault("roles", {})[str(value.id)] = dict(serializers.role_payload(role))
        return
    user = dict(serializers.user_payload(backend.get_user(value.id)))
    resolved.setdefault("users", {})[str(value.id)] = user
    if guild_id is not None:
        guild = backend.get_guild(guild_id)
        member = guild.members.get(value.id)
        if member is not None:
            payload = dict(serializers.member_payload(backend, guild, member, with_user=False))
            payload["permissions"] = str(backend.compute_permissions(guild_id, value.id))
            resolved.setdefault("members", {})[str(value.id)] = payload
