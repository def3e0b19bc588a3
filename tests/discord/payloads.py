"""What Discord's messages look like, and how to read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
JsonValue: TypeAlias = Any  # whatever JSON can hold

LOADING = 1 << 7
EPHEMERAL = 1 << 6
COMPONENTS_V2 = 1 << 15

BUTTON = 2
TEXT_DISPLAY = 10
LINK_STYLE = 5
_MENUS = (3, 5, 6, 7, 8)  # of texts, users, roles, mentionables, channels


@dataclass(frozen=True, slots=True)
class Message:
    """A message as Discord stores it."""

    payload: Json

    def __getitem__(self, key: str) -> JsonValue:
        return self.payload[key]

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def channel_id(self) -> int:
        return int(self.payload["channel_id"])

    @property
    def author_id(self) -> int:
        return int(self.payload["author"]["id"])

    @property
    def content(self) -> str:
        return str(self.payload["content"])

    @property
    def text(self) -> str:
        """The content and all text displays, in the order they are read, one below the other."""
        return text_of(self.payload)

    @property
    def ephemeral(self) -> bool:
        return bool(self.payload["flags"] & EPHEMERAL)

    @property
    def components_v2(self) -> bool:
        return bool(self.payload["flags"] & COMPONENTS_V2)

    @property
    def edited(self) -> bool:
        return self.payload["edited_timestamp"] is not None

    @property
    def replies_to(self) -> int | None:
        """The id of the message this one replies to."""
        reference = self.payload.get("message_reference")
        return int(reference["message_id"]) if reference else None

    @property
    def pinged(self) -> set[int]:
        """The ids of the users this message mentions."""
        return {int(user["id"]) for user in self.payload["mentions"]}

    @property
    def buttons(self) -> list[Json]:
        """All buttons, wherever they are nested."""
        return [part for part in walk(self.payload["components"]) if part["type"] == BUTTON]

    @property
    def menus(self) -> list[Json]:
        """Its menus, wherever they stand."""
        return [part for part in walk(self["components"]) if part["type"] in _MENUS]

    @property
    def links(self) -> list[str]:
        """The addresses of all link buttons."""
        return [button["url"] for button in self.buttons if button["style"] == LINK_STYLE]


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, nested ones after the one that holds them."""
    for component in components:
        yield component
        yield from walk(component.get("components") or [])
        if accessory := component.get("accessory"):
            yield from walk([accessory])


def text_of(payload: Json) -> str:
    """The content and all text displays of a message, one below the other."""
    displays = [
        part["content"]
        for part in walk(payload.get("components") or [])
        if part["type"] == TEXT_DISPLAY
    ]
    return "\n".join(filter(None, [payload.get("content"), *displays]))
