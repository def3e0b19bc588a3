"""Custom ids: short, and read as nothing unless they are of this version."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.custom_ids import LONGEST, Act, custom_id, pressed
from bot.inquiries import MOST_A_PAGE, MOST_EXCERPTS, Inquiry, Way
from index.keys import is_key, key_of

KEYS = st.one_of(st.none(), st.text().map(key_of))
DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))
INQUIRIES = st.builds(
    Inquiry,
    st.sampled_from(Way),
    text=st.text(),
    source=KEYS,
    since=DAYS,
    until=DAYS,
    lang=st.one_of(st.none(), st.sampled_from(["en", "de", "zh", "haw"])),
    article=KEYS,
    first=st.integers(0, MOST_EXCERPTS - 1),
    count=st.integers(1, MOST_A_PAGE),
    by_date=st.booleans(),
)


@given(st.sampled_from(Act), INQUIRIES)
def test_what_a_button_leads_to_is_read_again_without_its_words(act: Act, inquiry: Inquiry) -> None:
    written = custom_id(act, inquiry)
    assert len(written) <= LONGEST
    told = pressed(written)
    assert told is not None
    assert (told.act, told.inquiry) == (act, replace(inquiry, text=""))


@given(st.text(max_size=100))
def test_anything_else_reads_as_nothing(forged: str) -> None:
    told = pressed(forged)
    assert told is None or custom_id(told.act, told.inquiry) == forged


def test_numbers_that_cannot_be_are_bounded() -> None:
    told = pressed("by1:n:q:b:999999999:999:::::")
    assert told is not None
    assert (told.inquiry.first, told.inquiry.count) == (MOST_EXCERPTS - 1, MOST_A_PAGE)
    told = pressed("by1:n:q:b:0:0:::::")
    assert told is not None
    assert told.inquiry.count == 1


def test_keys_tell_names_apart_and_stay_the_same() -> None:
    names = [f"article-{number}" for number in range(20_000)] + ["A", "a", "é", "\ud800"]
    assert len({key_of(name) for name in names}) == len(names)
    assert key_of("gazette") == "~giBfiX1z"
    assert is_key(key_of(""))
    assert not is_key("gazette")
