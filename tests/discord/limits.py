"""What Discord refuses and its OpenAPI description does not say.

Each function lists problems, as sentences that begin with the place. Lengths of text are counted
in UTF-16 units, the stricter of the ways Discord may count them.
"""

from collections.abc import Iterator

from tests.discord.payloads import BUTTON, COMPONENTS_V2, LINK_STYLE, TEXT_DISPLAY, Json, JsonValue
from tests.discord.payloads import walk as walk_components

CONTENT, TEXT_DISPLAYS, COMPONENTS, ACTION_ROWS = 2000, 4000, 40, 5
EMBEDS_TOTAL, CUSTOM_ID, LABEL, URL = 6000, 100, 80, 512
COMMANDS, COMMAND_TOTAL, OPTIONS, CHOICES = 100, 8000, 25, 25
NAME, DESCRIPTION = 32, 100

PREMIUM_STYLE = 6
SELECTS = (3, 5, 6, 7, 8)
V2_ONLY = (9, 10, 11, 12, 13, 14, 17)
SUBCOMMANDS = (1, 2)

CHAT_INPUT = 1

Problems = Iterator[str]


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# Messages


def message_problems(
    body: JsonValue, *, is_edit: bool = False, has_files: bool = False
) -> Problems:
    """What is wrong with a message to be created, or (`is_edit`) with a change to one."""
    if not isinstance(body, dict):
        yield "message: must be an object"
        return
    content = body.get("content") or ""
    components = body.get("components") or []
    embeds = body.get("embeds") or []
    parts = list(walk_components(components))
    flagged = bool((body.get("flags") or 0) & COMPONENTS_V2)
    if units(content) > CONTENT:
        yield f"content: {units(content)} characters, at most {CONTENT}"
    others = [key for key in ("content", "embeds", "poll", "sticker_ids") if body.get(key)]
    if flagged and others:
        yield f"flags: components V2 do not go with {', '.join(others)}"
    if flagged and not components and not is_edit:
        yield "components: components V2 without any"
    if not flagged and not is_edit and any(part.get("type") in V2_ONLY for part in parts):
        yield "flags: these components need the flag of components V2"
    if not flagged and len(components) > ACTION_ROWS:
        yield f"components: {len(components)} rows, at most {ACTION_ROWS}"
    carried = ("embeds", "components", "sticker_ids", "poll", "message_reference")
    empty = not content.strip() and not has_files and not any(body.get(key) for key in carried)
    if not is_edit and (empty or _only_a_reply(body, has_files=has_files)):
        yield "message: it is empty"
    yield from component_problems(components)
    yield from _embed_problems(embeds)


def _only_a_reply(body: Json, *, has_files: bool) -> bool:
    reference = body.get("message_reference") or {}
    carried = ("content", "embeds", "components", "sticker_ids", "poll")
    return reference.get("type", 0) == 0 and not has_files and not any(map(body.get, carried))


def component_problems(components: list[Json]) -> Problems:
    """What is wrong with the components of one message."""
    parts = list(walk_components(components))
    if len(parts) > COMPONENTS:
        yield f"components: {len(parts)} with those nested, at most {COMPONENTS}"
    displays = [str(part.get("content", "")) for part in parts if part["type"] == TEXT_DISPLAY]
    total = sum(map(units, displays))
    if total > TEXT_DISPLAYS:
        yield f"components: {total} characters of text, at most {TEXT_DISPLAYS} in all"
    if not all(display.strip() for display in displays):
        yield "components: an empty text display"
    yield from _doubled("custom_id", [part["custom_id"] for part in parts if "custom_id" in part])
    for part in parts:
        custom_id = part.get("custom_id")
        if custom_id is not None and not 1 <= units(custom_id) <= CUSTOM_ID:
            yield f"custom_id: {units(custom_id)} characters, at least 1 and at most {CUSTOM_ID}"
        if part["type"] == BUTTON:
            yield from _button_problems(part)
        if part["type"] in SELECTS and "custom_id" not in part:
            yield "select: no custom_id"


def _button_problems(button: Json) -> Problems:
    label = button.get("label") or ""
    style = button.get("style")
    if units(label) > LABEL:
        yield f"button: a label of {units(label)} characters, at most {LABEL}"
    if not label and not button.get("emoji") and style != PREMIUM_STYLE:
        yield "button: neither label nor emoji"
    if style == LINK_STYLE:
        url = button.get("url") or ""
        if units(url) > URL:
            yield f"button: a link of {units(url)} characters, at most {URL}"
        if not url.startswith(("http://", "https://", "discord://")):
            yield f"button: no link: {url!r}"
        if "custom_id" in button:
            yield "button: a link has no custom_id"
    elif style != PREMIUM_STYLE and not button.get("custom_id"):
        yield "button: no custom_id"


def _embed_problems(embeds: list[Json]) -> Problems:
    total = 0
    for embed in embeds:
        fields = embed.get("fields") or []
        if not all((each.get("name") or "").strip() for each in fields):
            yield "embed: a field without a name"
        if not all((each.get("value") or "").strip() for each in fields):
            yield "embed: a field without a value"
        texts = [embed.get("title"), embed.get("description")]
        texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
        texts += [text for each in fields for text in (each.get("name"), each.get("value"))]
        total += sum(units(text) for text in texts if text)
    if total > EMBEDS_TOTAL:
        yield f"embeds: {total} characters, at most {EMBEDS_TOTAL} in all"


# Mentions: Byline's own rule, which Discord does not know


def mention_problems(body: JsonValue) -> Problems:
    """Whether a message could mention whoever its text names."""
    mentions = body.get("allowed_mentions") if isinstance(body, dict) else None
    if not isinstance(mentions, dict):
        yield "allowed_mentions: absent, so everything in the text mentions"
    elif mentions.get("parse") != []:
        yield f"allowed_mentions: parse is {mentions.get('parse')}, not empty"


# Commands


def commands_problems(commands: JsonValue) -> Problems:
    """What is wrong with a whole set of commands."""
    if not isinstance(commands, list):
        yield "commands: must be a list"
        return
    chat_inputs = [each for each in commands if each.get("type", CHAT_INPUT) == CHAT_INPUT]
    if len(chat_inputs) > COMMANDS:
        yield f"commands: {len(chat_inputs)}, at most {COMMANDS}"
    names = [f"{each.get('name')} of type {each.get('type', CHAT_INPUT)}" for each in commands]
    yield from _doubled("commands", names)
    for command in commands:
        yield from command_problems(command)


def command_problems(command: Json) -> Problems:
    """What is wrong with one command."""
    name = str(command.get("name", ""))
    place = f"/{name}"
    if command.get("type", CHAT_INPUT) != CHAT_INPUT:
        if not 1 <= units(name) <= NAME:
            yield f"{place}: a name of {units(name)} characters, at least 1 and at most {NAME}"
        if command.get("description"):
            yield f"{place}: a command of a menu has no description"
        return
    yield from _name_problems(place, name)
    yield from _description_problems(place, command)
    yield from _options_problems(place, command.get("options") or [])
    if (total := _command_total(command)) > COMMAND_TOTAL:
        yield f"{place}: {total} characters of names, descriptions and values"


def _options_problems(place: str, options: list[Json]) -> Problems:
    if len(options) > OPTIONS:
        yield f"{place}: {len(options)} options, at most {OPTIONS}"
    yield from _doubled(place, [str(option.get("name")) for option in options])
    required = [bool(option.get("required")) for option in options]
    if required != sorted(required, reverse=True):
        yield f"{place}: a required option after an optional one"
    for option in options:
        below = f"{place} {option.get('name')}"
        yield from _name_problems(below, str(option.get("name", "")))
        yield from _description_problems(below, option)
        choices = option.get("choices") or []
        if choices and option.get("autocomplete"):
            yield f"{below}: both choices and autocomplete"
        if len(choices) > CHOICES:
            yield f"{below}: {len(choices)} choices, at most {CHOICES}"
        if option.get("type") in SUBCOMMANDS:
            yield from _options_problems(below, option.get("options") or [])


def _name_problems(place: str, name: str) -> Problems:
    if not 1 <= units(name) <= NAME:
        yield f"{place}: a name of {units(name)} characters, at least 1 and at most {NAME}"
    if name != name.lower() or not all(each in "-_'" or each.isalnum() for each in name):
        yield f"{place}: a name holds lower-case letters, digits, - and _ only"


def _description_problems(place: str, item: Json) -> Problems:
    length = units(str(item.get("description") or ""))
    if not 1 <= length <= DESCRIPTION:
        yield f"{place}: a description of {length} characters, at least 1, at most {DESCRIPTION}"


def _command_total(item: Json) -> int:
    own = units(str(item.get("name", ""))) + units(str(item.get("description") or ""))
    choices = sum(
        units(str(choice.get("name", ""))) + units(str(choice.get("value", "")))
        for choice in item.get("choices") or []
    )
    return own + choices + sum(map(_command_total, item.get("options") or []))


# Answers to interactions

_PING, _COMMAND, _COMPONENT, _AUTOCOMPLETE, _MODAL = 1, 2, 3, 4, 5
_ALLOWED_CALLBACKS = {
    _PING: (1,),
    _COMMAND: (4, 5, 9, 12),
    _COMPONENT: (4, 5, 6, 7, 9, 12),
    _AUTOCOMPLETE: (8,),
    _MODAL: (4, 5, 6, 7, 12),
}


def callback_problems(body: JsonValue, interaction_type: int, *, on_message: bool) -> Problems:
    """What is wrong with the first answer to an interaction.

    `on_message` is whether the interaction came from a message, as clicks do.
    """
    if not isinstance(body, dict) or not isinstance(body.get("type"), int):
        yield "callback: no type"
        return
    kind = body["type"]
    if kind not in _ALLOWED_CALLBACKS[interaction_type]:
        yield f"callback: type {kind} does not answer an interaction of type {interaction_type}"
    if kind in (6, 7) and not on_message:
        yield f"callback: type {kind} needs a message to update"
    choices = (body.get("data") or {}).get("choices") or []
    if len(choices) > CHOICES:
        yield f"callback: {len(choices)} choices, at most {CHOICES}"
    for choice in choices:
        if not 1 <= units(str(choice.get("name", ""))) <= DESCRIPTION:
            yield f"callback: a choice's name is 1 to {DESCRIPTION} characters long"
        if units(str(choice.get("value", ""))) > DESCRIPTION:
            yield f"callback: a choice's value is at most {DESCRIPTION} characters long"


def _doubled(place: str, names: list[str]) -> Problems:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{place}: {name!r} twice"
