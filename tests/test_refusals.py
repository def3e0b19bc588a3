"""Where Discord refuses, the bot keeps quiet for a while; a lost reply is no lost answer."""

from types import SimpleNamespace

import aiohttp
import discord
import pytest

from bot.acknowledging import once, repeatedly
from bot.refusals import (
    BAN_SECONDS,
    MOST_REFUSED,
    QUIET_SECONDS,
    Breaker,
    Refusals,
    Refused,
    asks_for_patience,
    guard_requests,
    is_ban,
    refuses_messages,
)
from bot.shielding import shield_events

KIND = discord.InteractionResponseType.channel_message


class Clock:
    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def http(status: int, code: int = 0, *, via: bool = True) -> discord.HTTPException:
    headers = {"Via": "1.1 google"} if via else {}
    response = SimpleNamespace(status=status, reason="", headers=headers)
    return discord.HTTPException(response, {"code": code, "message": "no"})


# Channels


def test_a_channel_that_refuses_is_left_alone_for_ten_minutes() -> None:
    clock = Clock()
    refusals = Refusals(clock)
    refusals.note(1, Refused.MESSAGES)
    clock.seconds += QUIET_SECONDS - 1
    assert refusals.holds(1, Refused.MESSAGES)
    assert not refusals.holds(1, Refused.REPLIES)
    assert not refusals.holds(2, Refused.MESSAGES)
    clock.seconds += 1
    assert not refusals.holds(1, Refused.MESSAGES)


def test_few_channels_are_remembered() -> None:
    refusals = Refusals(Clock())
    for channel_id in range(10_000):
        refusals.note(channel_id, Refused.MESSAGES)
    assert len(refusals._until) < 5_000
    assert refusals.holds(9_999, Refused.MESSAGES)


@pytest.mark.parametrize(
    ("error", "refuses"),
    [
        (http(403, 50013), True),
        (http(400, 50083), True),
        (http(400, 200000), True),
        (http(400, 50035), False),
        (http(404, 10008), False),
        (OSError(), False),
    ],
)
def test_what_would_be_refused_again(error: Exception, refuses: bool) -> None:
    assert refuses_messages(error) == refuses


def test_a_ban_does_not_come_from_discord_itself() -> None:
    assert is_ban(http(429, via=False))
    assert not is_ban(http(429))
    assert asks_for_patience(http(429))
    assert not asks_for_patience(http(429, via=False))
    assert not asks_for_patience(http(503))


# All requests


def test_after_a_ban_nothing_passes_for_a_minute() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.note(http(429, via=False))
    with pytest.raises(discord.RateLimited):
        breaker.check()
    clock.seconds += BAN_SECONDS
    breaker.check()
    assert breaker.seconds == 0


def test_too_many_refusals_in_ten_minutes_are_heeded() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(MOST_REFUSED * 3):  # too slow to matter
        breaker.note(http(403))
        clock.seconds += 2 * QUIET_SECONDS / MOST_REFUSED
    assert breaker.seconds == 0
    for _ in range(MOST_REFUSED):
        breaker.note(http(403))
    assert breaker.seconds == BAN_SECONDS


async def test_a_client_makes_no_request_while_nothing_passes() -> None:
    made = []

    async def request(route: str) -> None:
        made.append(route)
        raise http(429, via=False)

    client = SimpleNamespace(http=SimpleNamespace(request=request))
    guard_requests(client, Breaker(Clock()))
    with pytest.raises(discord.HTTPException):
        await client.http.request("one")
    with pytest.raises(discord.RateLimited):
        await client.http.request("two")
    assert made == ["one"]


# Events


def test_an_event_that_is_not_understood_is_left() -> None:
    def parse(_data: object) -> None:
        raise KeyError("id")

    parsers = {"MESSAGE_CREATE": parse, "READY": parse}
    shield_events(SimpleNamespace(_connection=SimpleNamespace(parsers=parsers)))
    parsers["MESSAGE_CREATE"]({})
    with pytest.raises(KeyError):
        parsers["READY"]({})  # without a session there is nothing to go on with


# Interactions


class Interaction:
    """What Discord knows of an interaction, and how its replies are lost."""

    def __init__(self, *losses: str) -> None:
        self._losses = list(losses)
        self.stored = self.tries = 0
        self.response = SimpleNamespace(_response_type=None)

    async def respond(self) -> None:
        self.tries += 1
        loss = self._losses.pop(0) if self._losses else None
        if loss == "refused":
            raise http(400, 50035)
        if loss != "before":
            if self.stored:
                raise http(400, 40060)
            self.stored += 1
        if loss:
            raise aiohttp.ServerDisconnectedError

    async def original_response(self) -> None:
        if self._losses and self._losses[0] == "unknown":
            self._losses.pop(0)
            raise aiohttp.ServerDisconnectedError
        if not self.stored:
            raise http(404, 10015)


@pytest.mark.parametrize(
    ("losses", "tries"),
    [
        ((), 1),
        (("before",), 2),
        (("after",), 1),
        (("before", "after"), 2),
        (("before", "before"), 3),
        (("after", "unknown"), 2),
    ],
)
async def test_an_interaction_is_responded_to_once_whatever_is_lost(
    losses: tuple[str, ...], tries: int
) -> None:
    interaction = Interaction(*losses)
    await once(interaction, interaction.respond, KIND)
    assert (interaction.stored, interaction.tries) == (1, tries)
    assert interaction.response._response_type == (KIND if "after" in losses else None)


async def test_what_is_refused_or_never_arrives_is_told() -> None:
    for losses, error in (
        (("refused",), discord.HTTPException),
        (("before",) * 3, aiohttp.ServerDisconnectedError),
    ):
        interaction = Interaction(*losses)
        with pytest.raises(error):
            await once(interaction, interaction.respond, KIND)
        assert not interaction.stored


async def test_what_changes_nothing_twice_is_asked_for_until_it_is_served() -> None:
    interaction = Interaction("before", "before")
    await repeatedly(interaction.respond)
    assert (interaction.stored, interaction.tries) == (1, 3)
