"""Each event once, and none that has waited too long."""

import pytest

from bot.arrivals import Arrivals, steady_seconds


class Clock:
    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds


def made_at(seconds: float, number: int = 0) -> int:
    """An id that Discord gave at a time of its own clock."""
    return (int(seconds * 1000) << 22) + number


@pytest.mark.parametrize("wrong", [-1e9, 0.0, 7.5, 1e9])
@pytest.mark.parametrize(
    ("late", "accepted"), [(0.0, True), (2.9, True), (3.1, False), (960.0, False)]
)
def test_what_is_late_beside_the_promptest_is_dropped_whatever_the_clock_says(
    wrong: float, late: float, accepted: bool
) -> None:
    clock = Clock(1_000.0 + wrong)
    arrivals = Arrivals(clock)
    assert arrivals.accepts(made_at(1_000), 3.0)
    clock.seconds += 2_000
    assert arrivals.accepts(made_at(3_000 - late), 3.0) == accepted


def test_the_first_event_is_accepted_and_a_prompter_one_sets_the_measure() -> None:
    clock = Clock(100.0)
    arrivals = Arrivals(clock)
    assert arrivals.accepts(made_at(90), 3.0)
    assert arrivals.accepts(made_at(100), 3.0)
    assert not arrivals.accepts(made_at(90, 1), 3.0)


def test_an_event_that_comes_twice_is_accepted_once() -> None:
    arrivals = Arrivals(Clock())
    assert [arrivals.accepts(made_at(5), 3.0) for _ in range(3)] == [True, False, False]


def test_a_flood_of_late_events_is_dropped_as_a_whole() -> None:
    clock = Clock(0.0)
    arrivals = Arrivals(clock)
    assert arrivals.accepts(made_at(0.5), 120.0)
    clock.seconds = 600.0
    late = [arrivals.accepts(made_at(1 + n / 10, n), 120.0) for n in range(1_000)]
    assert not any(late)
    assert arrivals.accepts(made_at(600), 120.0)


def test_no_more_is_remembered_than_may_come_again() -> None:
    arrivals = Arrivals(Clock())
    for number in range(10_000):
        arrivals.accepts(made_at(1, number), 3.0)
    assert len(arrivals._seen) < 5_000


def test_the_clock_goes_on() -> None:
    assert steady_seconds() <= steady_seconds()
