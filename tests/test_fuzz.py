"""Whatever comes in is answered, or refused in words. A short `tests.fuzz`."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.entries import ENTRIES, finding
from tests.fuzz.found import FOUND


@pytest.mark.parametrize(
    ("name", "thing"),
    [(name, thing) for name, things in FOUND.items() for thing in things],
    ids=lambda value: value if isinstance(value, str) and value in ENTRIES else "",
)
def test_what_was_found_is_taken_in(name: str, thing: object) -> None:
    assert finding(name, thing) is None


@pytest.mark.parametrize("name", ENTRIES)
def test_whatever_comes_in_is_answered_or_refused(name: str) -> None:
    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def throw(data: st.DataObject) -> None:
        assert finding(name, data.draw(ENTRIES[name].inputs)) is None

    throw()
