"""An answer in the terminal."""

import re
from datetime import date
from io import StringIO
from pathlib import Path

import click
import pytest

from bot.asking import Newsdesk
from bot.chat import converse
from bot.live import LiveIndex
from bot.rendering.terminal import terminal_lines
from tests.builders import article, collection

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def lines(data: Path, question: str) -> list[str]:
    return terminal_lines(Newsdesk(LiveIndex(data)).ask(question).answer)


def test_an_excerpt_is_shown_with_its_credit_and_link(data: Path) -> None:
    collection(
        data,
        article(
            "a",
            'The harbour master, Ines Falk, spoke first.\n\n"The wall stands," she said.',
            title="Wall", source="Lantern", published="2025-02-11T10:00:00Z",
            url="https://example.com/wall", lang="en",
        ),
    )  # fmt: skip
    shown = [click.unstyle(line) for line in lines(data, "What did Ines Falk say?")]
    assert shown == [
        '1. "The wall stands," she said.',
        "   — Ines Falk, harbour master (speaker inferred) · Wall · Lantern · 2025-02-11",
        "   named in: The harbour master, Ines Falk, spoke first.",
        "   https://example.com/wall#:~:text=The%20wall%20stands",
        "",
    ]


def test_the_matched_words_are_bold(data: Path) -> None:
    collection(data, article("a", "Four boats sank in the storm.", lang="en"))
    first = lines(data, "Which boats sank?")[0]
    assert click.style("boats", bold=True) in first
    assert click.unstyle(first) == "1. Four boats sank in the storm."


@pytest.mark.parametrize("width", [20, 40, 88])
def test_lines_are_broken_between_words_and_lose_none(data: Path, width: int) -> None:
    text = "Four boats sank in the storm, and the quay was flooded.\nThe boats were old. " * 3
    collection(data, article("a", text, lang="en"))
    given = Newsdesk(LiveIndex(data)).ask("boats flooded quay storm").answer
    excerpt = given.citations[0].excerpt
    shown = [click.unstyle(line) for line in terminal_lines(given, width)]
    words = " ".join(shown[: next(n for n, line in enumerate(shown) if "—" in line)]).split()[1:]
    assert words == excerpt.text.split()
    assert all(len(line) <= width for line in shown[: len(words) // width])


def test_nothing_in_an_article_drives_the_terminal(data: Path) -> None:
    collection(
        data,
        article(
            "a", "Four boats \x1b[31msank\x07 in \u202ethe storm.\x9b2J", title="\x1b]0;owned\x07",
            source="Lantern\x1b[2J", lang="en",
        ),
    )  # fmt: skip
    shown = STYLE.sub("", "\n".join(lines(data, "Which boats sank?")))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


def test_not_found_names_the_words_and_how_much_was_searched(data: Path) -> None:
    collection(data, article("a", "Four boats sank.", published="2025-11-07", lang="en"))
    shown = [click.unstyle(line) for line in lines(data, "Where is the zeppelin?")]
    assert shown == [
        "I found no answer. No article has “zeppelin”.",
        "Searched 1 article of 2025-11-07.",
    ]


def test_a_query_that_nothing_matches_is_shown_as_it_was_understood(data: Path) -> None:
    collection(data, article("a", "Four boats sank.", published="2025-11-07", lang="en"))
    given = Newsdesk(LiveIndex(data)).search("boats -“four boats” foo:x\x1b[2J").answer
    shown = [click.unstyle(line) for line in terminal_lines(given)]
    assert shown[0] == 'Understood as: boats -"four boats" foo x 2J'
    assert "“foo:”" in shown[1]
    assert shown[2] == "I found no answer. No article has “foo”, “x” or “2J”."


def test_days_are_counted_back_from_today(data: Path) -> None:
    collection(data, article("a", "Four boats sank.", published="2025-11-07", lang="en"))
    desk = Newsdesk(LiveIndex(data), today=lambda: date(2025, 11, 14))
    assert desk.search("boats since:7d").answer.answered
    assert not desk.search("boats since:6d").answer.answered


def test_another_spelling_is_shown_or_offered(data: Path) -> None:
    collection(data, article("a", "Four boats sank near Lindholm.", lang="en"))
    sure = [click.unstyle(line) for line in lines(data, "baots Lindhlom")]
    assert sure[0] == (
        "Showing results for “boats Lindholm”. Search instead for “" + '"baots" "Lindhlom"' + "”."
    )
    assert sure[1] == "1. Four boats sank near Lindholm."
    unsure = [click.unstyle(line) for line in lines(data, "Lintholn")]
    assert unsure[:2] == [
        "I found no answer. No article has “Lintholn”.", "Did you mean “Lindholm”?",
    ]  # fmt: skip


def test_a_blank_question_gets_help_alone(data: Path) -> None:
    collection(data, article("a", "Four boats sank.", lang="en"))
    assert lines(data, " ?! ") == [
        "Ask me something, for example: What did Wang Wenbin say?",
    ]


def test_a_line_that_begins_with_a_slash_is_what_it_is_on_discord(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = article("old", "The pier stood.", title="Old pier", published="2020-05-01", lang="en")
    new = article("new", "The pier fell.", title="New pier", published="2024-05-01", lang="en")
    collection(data, old, new)
    asked = StringIO("/search pier since:2023\n/ask what stood?\n")
    converse(Newsdesk(LiveIndex(data)), asked, sample_if_silent=False)
    searched, _, answered = capsys.readouterr().out.partition("? /ask")
    assert "New pier" in searched
    assert "Old pier" not in searched
    assert "Old pier" in answered
