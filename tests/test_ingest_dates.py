from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ingest.dates import iso_date


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-03-30", "2022-03-30"),
        ("  2022-03-30\n", "2022-03-30"),
        ("20220330", "2022-03-30"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31", "9999-12-31"),
        ("2024-02-29", "2024-02-29"),
        ("March 30, 2022", "2022-03-30"),
        ("March 30 2022", "2022-03-30"),
        ("30 March 2022", "2022-03-30"),
        ("30th March 2022", "2022-03-30"),
        ("March 1st, 2022", "2022-03-01"),
        ("Mar. 30, 2022", "2022-03-30"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("3 Sep 2021", "2021-09-03"),
        ("MAY 3, 2021", "2021-05-03"),
        ("Wednesday, March 30, 2022", "2022-03-30"),
        ("Wed, 30 Mar 2022", "2022-03-30"),
        ("2022/03/30", "2022-03-30"),
        ("2022/3/5", "2022-03-05"),
        ("2022.03.30", "2022-03-30"),
        ("30.03.2022", "2022-03-30"),
        ("5. 3. 2022", "2022-03-05"),
        ("30/03/2022", "2022-03-30"),
        ("3/30/2022", "2022-03-30"),
        ("5/5/2022", "2022-05-05"),
    ],
)
def test_a_day_is_read_as_people_write_it(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-03-30T10:15:00Z", "2022-03-30T10:15:00Z"),
        ("2022-03-30t10:15:00z", "2022-03-30T10:15:00Z"),
        ("2022-03-30 10:15", "2022-03-30T10:15:00"),
        ("2022-03-30T10:15:00.123456+03:00", "2022-03-30T10:15:00+03:00"),
        ("2022-03-30 10:15:00 +0300", "2022-03-30T10:15:00+03:00"),
        ("2022-03-30T10:15:00-05", "2022-03-30T10:15:00-05:00"),
        ("2022-03-30T10:15:00+00:00", "2022-03-30T10:15:00Z"),
        ("20220330T101500Z", "2022-03-30T10:15:00Z"),
        ("Wed, 30 Mar 2022 10:15:00 GMT", "2022-03-30T10:15:00Z"),
        ("Wed, 30 Mar 2022 10:15:00 +0300", "2022-03-30T10:15:00+03:00"),
        ("30 Mar 2022 10:15 EST", "2022-03-30T10:15:00-05:00"),
        ("Wed, 30 Mar 2022 10:15:00 -0700 (PDT)", "2022-03-30T10:15:00-07:00"),
        ("Wed, 30 Mar 2022 10:15:00 MSK", "2022-03-30T10:15:00"),
        ("2022/03/30 10:15:00", "2022-03-30T10:15:00"),
        ("30.03.2022 10:15", "2022-03-30T10:15:00"),
        ("3/30/2022 10:15 PM", "2022-03-30T22:15:00"),
        ("March 30, 2022, 10:15", "2022-03-30T10:15:00"),
        ("March 30, 2022 at 10:15 p.m.", "2022-03-30T22:15:00"),
        ("March 30, 2022 at 12:15 am EDT", "2022-03-30T00:15:00-04:00"),
    ],
)
def test_a_time_keeps_its_offset_where_it_has_one(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "2022",
        "2022-03",
        "March 2022",
        "03/04/2022",  # of March, or of April
        "31/31/2022",
        "0/5/2022",
        "31.02.2022",
        "2022/13/01",
        "30/03.2022",
        "2026-13-45",
        "2023-02-29",
        "February 30, 2022",
        "0000-01-01",
        "10000-01-01",
        "-2022-03-30",
        "20221345",
        "Marvember 3, 2022",
        "2022-03-30T25:00:00Z",
        "2022-03-30T10:61:00Z",
        "2022-03-30T10:15:00+25:00",
        "2022-03-30T10:15:00+03:99",
        "March 30, 2022 at 13:15 pm",
        "٢٠٢٢-٠٣-٣٠",
        "2022-03-30\x00",
        "2022-03-30 and some more",
        "1" * 100_000,
        "2022-03-30 10:15 (" + "x" * 80 + ")",
    ],
)
def test_what_names_no_day_is_unknown(written: str) -> None:
    assert iso_date(written) is None


@given(st.text() | st.from_regex(r"\A[\w .,:+-]{0,40}\Z"))
def test_whatever_is_read_is_iso_8601(written: str) -> None:
    named = iso_date(written)

    assert named is None or datetime.fromisoformat(named)


@given(st.datetimes())
def test_what_this_project_writes_it_reads(moment: datetime) -> None:
    named = moment.isoformat(timespec="seconds")

    assert iso_date(named) == named
    assert iso_date(named[:10]) == named[:10]
