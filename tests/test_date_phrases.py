"""The days that a question names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.date_phrases import Period, dated

TODAY = date(2026, 11, 24)  # a Tuesday

DATED = [
    ("What has Falk said since March?", "What has Falk said?", "2026-03-01", None),
    ("What has Falk said since December?", "What has Falk said?", "2025-12-01", None),
    ("since 5 May what happened", "what happened", "2026-05-05", None),
    ("since May 5th, 2024, what happened", "what happened", "2024-05-05", None),
    ("floods in March 2022", "floods", "2022-03-01", "2022-03-31"),
    ("floods in 2022", "floods", "2022-01-01", "2022-12-31"),
    ("floods in February", "floods", "2026-02-01", "2026-02-28"),
    ("floods during the past three weeks", "floods", "2026-11-03", "2026-11-24"),
    ("floods in the last month", "floods", "2026-10-24", "2026-11-24"),
    ("floods last week", "floods", "2026-11-16", "2026-11-22"),
    ("floods this year", "floods", "2026-01-01", "2026-12-31"),
    ("floods last year", "floods", "2025-01-01", "2025-12-31"),
    ("floods last month", "floods", "2026-10-01", "2026-10-31"),
    ("floods yesterday", "floods", "2026-11-23", "2026-11-23"),
    ("floods on Monday", "floods", "2026-11-23", "2026-11-23"),
    ("floods last Tuesday", "floods", "2026-11-17", "2026-11-17"),
    ("floods on 3 June 2024", "floods", "2024-06-03", "2024-06-03"),
    ("floods before 2020", "floods", None, "2019-12-31"),
    ("floods after June 2024", "floods", "2024-07-01", None),
    ("floods until 2020-05-03", "floods", None, "2020-05-03"),
    ("floods between March 2020 and May 2021", "floods", "2020-03-01", "2021-05-31"),
    ("floods from 2019 to 2021", "floods", "2019-01-01", "2021-12-31"),
    ("floods since 2020 and before 2022", "floods and", "2020-01-01", "2021-12-31"),
    ("What did May say in May 2019?", "What did May say?", "2019-05-01", "2019-05-31"),
]


@pytest.mark.parametrize(("text", "rest", "since", "until"), DATED)
def test_a_date_phrase_is_read_and_taken_out(
    text: str, rest: str, since: str | None, until: str | None
) -> None:
    found, period = dated(text, TODAY)
    assert found.replace(" ?", "?") == rest
    assert period == Period(
        date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None
    )


@pytest.mark.parametrize(
    "text",
    [
        "What did Theresa May say about August Strindberg?",
        "What did he say about May?",
        "May on the economy",
        "the march on Rome",
        "What did Corbyn say after May?",
        "flat 2022 sold",
        "since when is it open",
        "in 99999 days",
        "on 31 February 2024",
        "room 12",
    ],
)
def test_a_name_or_a_number_is_no_date(text: str) -> None:
    assert dated(text, TODAY) == (text, None)


@given(st.text(max_size=80), st.dates())
def test_any_text_on_any_day_is_read(text: str, today: date) -> None:
    dated(f"since {text} in March {text} last week before {text[:4]}", today)
