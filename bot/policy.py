"""What may be asked where, by whom, of which collections: asked before anything is answered.

Handlers decide none of this. They tell a policy where they are, and do what it rules; a button asks
again, for what was allowed when an answer was given need not be when it is pressed.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from bot.limits import NO_LIMITS, USUAL, Limits
from bot.server_collections import collections_of
from bot.texts import refusals as texts
from index.articles import MAIN


class Hears(Enum):
    """Which messages of a channel are questions."""

    NOTHING = "nothing"  # commands alone are answered
    MENTIONS = "mentions"  # those that mention the bot, and replies that ping it
    QUESTIONS = "questions"  # those, and every message that ends in a question mark


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody asks, and who."""

    user_id: int
    channel_id: int | None
    guild_id: int | None = None  # None in a direct conversation
    parent_id: int | None = None  # of a thread, the channel it belongs to
    category_id: int | None = None  # of the channel, if it is in one
    role_ids: frozenset[int] = frozenset()
    moderates: bool = False  # whether the asker may manage messages here
    is_member: bool = True  # whether the bot is in this server, and not only its asker's own


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a policy says of a place."""

    refusal: str | None = None  # told to whoever uses a command; None where it may be answered
    collections: tuple[str, ...] = (MAIN,)  # those that may be asked
    hears: Hears = Hears.MENTIONS
    in_thread: bool = False  # whether a message is answered in a thread of its own
    sources: tuple[str, ...] = ()  # the outlets that may be asked, by name; empty for all
    limits: Limits = NO_LIMITS  # how much may be asked
    keeps_questions: bool = False  # whether what is asked may be kept for some days


class Policy(Protocol):
    """Rules on places."""

    async def rule(self, place: Place) -> Ruling:
        """What may be done in a place."""


class OpenHouse:
    """Everybody may ask everywhere, each server `main` and its own collection.

    Args:
        guilds: the servers in which anything is answered; empty for all.
        limits: how much anybody may ask.
    """

    def __init__(self, guilds: frozenset[int] = frozenset(), limits: Limits = USUAL) -> None:
        self._guilds = guilds
        self._limits = limits

    async def rule(self, place: Place) -> Ruling:
        """See `Policy`."""
        if place.guild_id is None or not place.is_member:
            return Ruling(limits=self._limits)
        if self._guilds and place.guild_id not in self._guilds:
            return Ruling(refusal=texts.NOT_HERE)
        return Ruling(collections=collections_of(place.guild_id), limits=self._limits)
