"""Questions that wait for their turn: few altogether, and one answer at a time a person."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.arrivals import steady_seconds
from bot.limits import NO_LIMITS, Asking, Limits, Use, Verdict, decide
from bot.policy import Place

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

MOST_WAITING = 200  # questions altogether
_REMEMBERED = 16_384  # people and channels


@dataclass(slots=True)
class _Person:
    """Somebody whose questions wait."""

    waiting: int = 0
    answering: asyncio.Lock = field(default_factory=asyncio.Lock)


class Turns:
    """Remembers who has asked how much, and lets each person's questions wait for each other.

    Moderators have no limit but that of all questions together.

    Args:
        clock: seconds that never jump.
        most_waiting: how many questions may wait for their answers altogether.
    """

    def __init__(
        self, clock: Callable[[], float] = steady_seconds, most_waiting: int = MOST_WAITING
    ) -> None:
        self._clock = clock
        self._most_waiting = most_waiting
        self._people: dict[int, _Person] = {}
        self._persons: OrderedDict[tuple[int, int, Asking], Use] = OrderedDict()
        self._channels: OrderedDict[int, float] = OrderedDict()
        self._waiting = 0

    @property
    def answering(self) -> frozenset[int]:
        """The ids of those who are being answered, moderators apart."""
        return frozenset(who for who, one in self._people.items() if one.answering.locked())

    @contextmanager
    def asking(
        self, place: Place, limits: Limits, asking: Asking = Asking.QUESTION
    ) -> Iterator[Verdict]:
        """Decide on a question; while the block runs, one that is to be answered counts as waiting.

        Args:
            place: who asks, and where.
            limits: what holds there.
            asking: what is asked for.
        """
        verdict = self._decide(place, NO_LIMITS if place.moderates else limits, asking)
        if verdict.spent is not None:
            yield verdict
            return
        person = self._people.setdefault(place.user_id, _Person())
        person.waiting += 1
        self._waiting += 1
        try:
            yield verdict
        finally:
            self._waiting -= 1
            person.waiting -= 1
            if not person.waiting:
                self._people.pop(place.user_id, None)

    @asynccontextmanager
    async def turn(self, place: Place) -> AsyncIterator[None]:
        """Wait until nothing else of this person is being answered; inside an `asking` block."""
        if place.moderates:
            yield
            return
        async with self._people[place.user_id].answering:
            yield

    def _decide(self, place: Place, limits: Limits, asking: Asking) -> Verdict:
        who = (place.guild_id or 0, place.user_id, asking)
        where = place.channel_id or 0
        waits = self._people.get(place.user_id)
        use = replace(self._persons.get(who, Use()), channel=self._channels.get(where, 0.0))
        verdict = decide(
            use, limits, asking, self._clock(), waits.waiting if waits else 0,
            is_full=self._waiting >= self._most_waiting,
        )  # fmt: skip
        _remember(self._persons, who, verdict.use)
        _remember(self._channels, where, verdict.use.channel)
        return verdict


def _remember(known: OrderedDict[_Key, _Value], key: _Key, value: _Value) -> None:
    """Remember a value, and forget the one that has not been asked for longest."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > _REMEMBERED:
        known.popitem(last=False)
