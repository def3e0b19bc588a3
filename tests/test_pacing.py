"""How often the bot knocks at the gateway."""

from types import SimpleNamespace

import pytest

from bot.pacing import LEAST_APART, LONGEST_PAUSE, IdentifyPace, SocketPace, pace_sockets


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_after_drops_sockets_are_opened_at_once(clock: Clock) -> None:
    pace = SocketPace(clock)
    for _ in range(100):
        assert pace.pause() == 0
        pace.succeeded()
        clock.seconds += 1


def test_two_sockets_are_never_close_together(clock: Clock) -> None:
    pace = SocketPace(clock)
    assert pace.pause() == 0
    pace.succeeded()
    clock.seconds += LEAST_APART / 5
    assert pace.pause() == pytest.approx(LEAST_APART * 4 / 5)


def test_sockets_that_come_to_nothing_are_opened_slower_and_slower(clock: Clock) -> None:
    pace = SocketPace(clock)
    pauses = []
    for _ in range(9):
        pauses.append(pace.pause())
        clock.seconds += pauses[-1] + 1
    assert pauses == [0, 0, 0, 2, 4, 8, 16, LONGEST_PAUSE, LONGEST_PAUSE]
    pace.succeeded()
    assert pace.pause() == 0


def test_a_storm_of_a_day_never_identifies_a_thousand_times(clock: Clock) -> None:
    pace = IdentifyPace(clock)
    times = []
    while clock.seconds < 3 * 86_400:
        clock.seconds += pace.pause()
        pace.begun()
        times.append(clock.seconds)
    assert times[:3] == [0, 5, 10]
    for first in times[::50]:
        assert sum(first <= one < first + 86_400 for one in times) < 1_000


def test_the_rest_of_a_pause_is_waited_where_it_was_cut_short(clock: Clock) -> None:
    pace = IdentifyPace(clock)
    pace.begun()
    clock.seconds = 3
    assert [pace.pause(), pace.pause()] == [2, 2]


async def test_a_client_opens_its_sockets_at_the_pace() -> None:
    opened = []

    async def ws_connect(url: str, *, compress: int = 0) -> str:
        opened.append((url, compress, pauses))
        return "a socket"

    class Pace(SocketPace):
        def pause(self) -> float:
            nonlocal pauses
            pauses += 1
            return 0.0

    pauses = 0
    client = SimpleNamespace(http=SimpleNamespace(ws_connect=ws_connect))
    pace_sockets(client, Pace())
    assert await client.http.ws_connect("wss://gateway", compress=15) == "a socket"
    assert opened == [("wss://gateway", 15, 1)]
