"""The days that a question names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.date_phrases import asks_for_the_latest, dated
from bot.periods import Period
from bot.texts.ages import age

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
    ("floods from 2019", "floods", "2019-01-01", "2019-12-31"),
    ("articles from March 2022", "articles", "2022-03-01", "2022-03-31"),
    ("floods from 2019 onwards", "floods", "2019-01-01", None),
    ("floods from March 2020 on", "floods", "2020-03-01", None),
    ("floods from 2019 to 2021", "floods", "2019-01-01", "2021-12-31"),
    ("floods since 2020 and before 2022", "floods and", "2020-01-01", "2021-12-31"),
    ("rates between March and June 2022", "rates", "2022-03-01", "2022-06-30"),
    ("rates from December to February 2022", "rates", "2021-12-01", "2022-02-28"),
    ("rates from October to February", "rates", "2025-10-01", "2026-02-28"),
    ("rates between 2022 and 2020", "rates", "2020-01-01", "2022-12-31"),
    ("floods between Friday and Monday", "floods", "2026-11-20", "2026-11-23"),
    ("floods between 5 and 9 March 2022", "floods", "2022-03-05", "2022-03-09"),
    ("floods from the 3rd to the 7th of May", "floods", "2026-05-03", "2026-05-07"),
    ("floods 5-9 March 2022", "floods", "2022-03-05", "2022-03-09"),
    ("floods in the last 36 hours", "floods", "2026-11-22", "2026-11-24"),
    ("news from the last two weeks", "news", "2026-11-10", "2026-11-24"),
    ("what happened over the weekend", "what happened", "2026-11-21", "2026-11-22"),
    ("floods last weekend", "floods", "2026-11-21", "2026-11-22"),
    ("банк с марта по июнь 2022 года", "банк", "2022-03-01", "2022-06-30"),
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
        "between 10 and 12 people",
        "The Weekend, a singer",
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


ELSEWHERE = [
    ("Was hat Falk seit März gesagt?", "Was hat Falk gesagt?", "2026-03-01", None),
    ("Was sagte Falk seit dem 5. Mai 2024?", "Was sagte Falk?", "2024-05-05", None),
    ("Was geschah letzte Woche im Hafen?", "Was geschah im Hafen?", "2026-11-16", "2026-11-22"),
    ("Was sank in den letzten 3 Wochen?", "Was sank?", "2026-11-03", "2026-11-24"),
    ("Qu'a dit Falk depuis mars ?", "Qu'a dit Falk?", "2026-03-01", None),
    ("Qu'a dit le maire le 5 mai 2022 ?", "Qu'a dit le maire?", "2022-05-05", "2022-05-05"),
    ("¿Qué barcos se hundieron la semana pasada?", "¿Qué barcos se hundieron?",
     "2026-11-16", "2026-11-22"),
    ("Cosa ha detto Falk la settimana scorsa?", "Cosa ha detto Falk?", "2026-11-16", "2026-11-22"),
    ("O que disse Falk na semana passada?", "O que disse Falk?", "2026-11-16", "2026-11-22"),
    ("Welke schepen zonken in maart 2022?", "Welke schepen zonken?", "2022-03-01", "2022-03-31"),
    ("Что сказал Фальк с марта 2022 года?", "Что сказал Фальк?", "2022-03-01", None),
    ("Что произошло на прошлой неделе?", "Что произошло?", "2026-11-16", "2026-11-22"),
    ("汪文斌2022年3月说了什么？", "汪文斌说了什么？", "2022-03-01", "2022-03-31"),
    ("五月五日以来发生了什么？", "发生了什么？", "2026-05-05", None),
    ("2021年以前的暴风雨", "的暴风雨", None, "2020-12-31"),
    ("汪文斌上周说了什么？", "汪文斌说了什么？", "2026-11-16", "2026-11-22"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "since", "until"), ELSEWHERE)
def test_a_date_phrase_is_read_in_its_language(
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
        "Was schrieb August Strindberg nach Mai?",
        "Was hat Mai über August gesagt?",
        "Wie viele Menschen leben in Augsburg?",
        "Qu'a dit Mars de la guerre ?",
        "汪文斌说了什么？",
    ],
)
def test_a_name_is_no_date_in_any_language(text: str) -> None:
    assert dated(text, TODAY) == (text, None)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("What is the latest on the wall?", "What is the wall?"),
        ("the latest news about the wall", "the wall"),
        ("What did Falk say most recently?", "What did Falk say ?"),
        ("What was the last ferry?", None),
        ("Neueste Meldungen zum Hafen", "Meldungen zum Hafen"),
        ("最新的港口新闻", "的港口新闻"),
        ("latest", "latest"),
    ],
)
def test_the_newest_is_asked_for(text: str, rest: str | None) -> None:
    assert asks_for_the_latest(text) == (text if rest is None else rest, rest is not None)


@pytest.mark.parametrize(
    ("day", "old"),
    [
        ("2026-11-24", "of today"),
        ("2026-11-23", "1 day old"),
        ("2026-10-20", "5 weeks old"),
        ("2026-06-20", "5 months old"),
        ("2024-11-24", "2 years old"),
        ("2022-10-01", "4 years and 1 month old"),
        ("2027-01-01", "yet to come"),
    ],
)
def test_how_old_something_is(day: str, old: str) -> None:
    assert age(date.fromisoformat(day), TODAY) == old
