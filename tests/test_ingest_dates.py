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
        "le lundi 6 mai 2024", "Montag, 6. Mai 2024", "6 de mayo de 2024", "6 maggio 2024",
        "6 de maio de 2024", "2024. május 6.", "6 мая 2024 г.", "6 травня 2024 року", "6 maja 2024",
        "6. května 2024", "6 Μαΐου 2024", "6 mayıs 2024", "6 toukokuuta 2024",
        "2024 m. gegužės 6 d.", "ngày 6 tháng 5 năm 2024", "2024年5月6日", "2024년 5월 6일",
        "6 مايو 2024", "٦ مايو ٢٠٢٤", "6 maio 2024", "lun. 6 mai 2024",
    ],
)  # fmt: skip
def test_months_have_names_in_other_languages(written: str) -> None:
    assert iso_date(written) == "2024-05-06"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6 mai 2024 à 10h15", "2024-05-06T10:15:00"),
        ("Montag, 6. Mai 2024, 10:15 Uhr", "2024-05-06T10:15:00"),
        ("6 de mayo de 2024 a las 10:15 +02:00", "2024-05-06T10:15:00+02:00"),
        ("6 мая 2024, 10:15", "2024-05-06T10:15:00"),
        ("2024年5月6日 10:15", "2024-05-06T10:15:00"),
    ],
)
def test_a_time_may_follow_in_other_languages(written: str, expected: str) -> None:
    assert iso_date(written) == expected


def test_a_month_whose_name_is_another_elsewhere_is_known_by_its_language() -> None:
    assert iso_date("6 listopada 2024") is None
    assert iso_date("6 listopada 2024", "pl") == "2024-11-06"
    assert iso_date("6 listopada 2024", "hr") == "2024-10-06"


@pytest.mark.parametrize(
    "written",
    [
        "31 juin 2024",
        "6 foobar 2024",
        "6 mai 2024 25:00",
        "6 mai 2024 und mehr",
        "2024年13月1日",
        "6 lundi 2024",
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
