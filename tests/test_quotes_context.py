"""Sentences that tell whom a report means are read, wherever they stand; others are not."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from index.annotated_files import read_annotated
from index.quotes import context, find_quotes
from index.quotes.clauses import reports
from index.quotes.context import Context
from index.quotes.english_words import ENGLISH
from index.quotes.phrases import Sentence
from index.spans import Span

QUOTATIONS = Path(__file__).parent / "quotations"
_WEATHER = [
    "The harbour was calm in the morning.",
    "Gulls followed the boats to the quay.",
    "Rain fell on the wall at noon.",
    "Nobody worked on the slipway that day.",
    "The lamps on the pier were lit early.",
    "A cold wind came from the north.",
    "The market closed before the storm.",
    "Nets were drying along the shore.",
    "Two lorries waited at the gate.",
    "The tide turned late in the evening.",
]


def speakers(*text: str) -> list[str | None]:
    return [quote.speaker for quote in find_quotes(" ".join(text), lang="en")]


@pytest.mark.parametrize(
    ("first", "report", "speaker"),
    [
        ("Ines Falk opened the gate.", "Falk said the wall would hold.", "Ines Falk"),
        ("Ines Fálk opened the gate.", "Falk's brother left. Falk said it held.", "Ines Fálk"),
        (
            "The harbour master, Otto Meyer, opened the gate.",
            "The harbour master said the wall would hold.",
            "Otto Meyer",
        ),
        (
            "The Free Fishermen's League (FFL) met at the quay.",
            "FFL said the wall would hold.",
            "Free Fishermen's League",
        ),
        ("Otto Falk and Ines Falk opened the gate.", "Falk said the wall would hold.", None),
    ],
)
def test_a_name_is_found_however_far_away(first: str, report: str, speaker: str | None) -> None:
    assert speakers(first, *_WEATHER, *_WEATHER, report) == [speaker]


def test_a_name_that_comes_only_later_is_found() -> None:
    assert speakers("Falk said the wall would hold.", *_WEATHER, "Ines Falk left.") == ["Ines Falk"]


def test_a_pronoun_is_followed_from_pronoun_to_pronoun() -> None:
    quiet = ["The harbour was calm.", "The lamps were lit.", "A cold wind came."] * 2
    text = [
        "Mrs Ines Falk opened the gate.",
        *quiet,
        "She walked along the wall.",
        *quiet,
        "She said the wall would hold.",
    ]
    assert speakers(*text) == ["Ines Falk"]


def test_what_names_nobody_who_speaks_is_left_unread() -> None:
    texts = [
        "Ines Falk opened the gate.",
        *_WEATHER,
        "Otto Meyer left.",
        "Falk said it would hold.",
    ]

    def sentence(number: int) -> Sentence:
        return Sentence(texts[number], Span(0, len(texts[number])), [], ENGLISH)

    read = Context(texts, sentence, ENGLISH)
    read.add(len(texts) - 1, reports(sentence(len(texts) - 1)))
    assert sorted(read.numbers) == [0, len(texts) - 1]


SAYING = ("The {}", "The {}s", "The old {}", "A {}", "His {}", "The {} and Meyer", "The Ohio {}")


@pytest.mark.parametrize("phrase", SAYING)
def test_reading_more_before_a_role_finds_nobody_else(
    phrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    roles = sorted(ENGLISH.roles | ENGLISH.organisations)[::25]
    roles += "company president singer native republican 34-year-old".split()
    texts = [
        f"{before} sailed late. {phrase.format(role)} said it was late."
        for role in roles
        for before in ("Ines Falk", "Skarn Line", "Otto Meyer (D-Ore.), 34,")
    ]
    texts += [article.text for article in read_annotated(QUOTATIONS / "development")[::7]]
    found = [find_quotes(text, lang="en") for text in texts]
    monkeypatch.setattr(context, "is_nobody", lambda _: False)
    monkeypatch.setattr(context, "may_mean_last", lambda *_: True)
    assert [find_quotes(text, lang="en") for text in texts] == found


def steps(text: str) -> int:
    """How many lines of the context's code run while a text is read."""
    code = inspect.getsourcefile(Context)
    count = 0

    def traced(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        nonlocal count
        if frame.f_code.co_filename != code:
            return None
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        find_quotes(text, lang="en")
    finally:
        sys.settrace(before)
    return count


def test_many_people_of_one_role_cost_in_proportion() -> None:
    def councillors(number: int) -> str:
        names = (
            f"Ines {''.join('BCDFGKLMNP'[int(digit)] + 'a' for digit in f'{one:04}').title()}"
            for one in range(number)
        )
        return " ".join(f"Councillor {name} said it was late." for name in names)

    few, many = steps(councillors(100)), steps(councillors(400))
    assert few > 100
    assert many < 4.5 * few


@pytest.mark.parametrize("title", ["Will", "No", "Said", "IF", ".", "'s"])
def test_a_headline_of_one_word_names_nobody_else(title: str) -> None:
    (quote,) = find_quotes("Ines Falk said it was late.", title=title, lang="en")
    assert quote.speaker == "Ines Falk"
