"""An answer as a Discord message."""

from pathlib import Path

import discord

from bot.asking import Newsdesk
from bot.inquiries import Inquiry, Way
from bot.live import LiveIndex
from bot.rendering.controls import Audience
from bot.rendering.layout import layout
from tests.builders import article, collection


def blocks(data: Path, question: str) -> list[str]:
    """The texts of the message that answers."""
    asked = Inquiry(Way.QUESTION, question)
    view = layout(Newsdesk(LiveIndex(data)).look_up(asked), Audience.EVERYBODY)
    return [one.content for one in view.walk_children() if isinstance(one, discord.ui.TextDisplay)]


def published(data: Path) -> int:
    """When the index was, in seconds since 1970."""
    return int((data / "collections/main/index/current").stat().st_mtime)


def test_a_message_has_the_question_the_citations_and_how_much_was_searched(data: Path) -> None:
    collection(
        data,
        article(
            "a", 'The harbour master, Ines Falk, spoke.\n\n"The wall stands," she said.',
            title="Wall", source="Lantern", published="2025-02-11", lang="en",
            url="https://example.com/wall",
        ),
    )  # fmt: skip
    assert blocks(data, "What did Ines Falk say?") == [
        "-# What did Ines Falk say?",
        '> "The wall stands," she said.\n'
        "-# The harbour master, Ines Falk, spoke.\n"
        "**Ines Falk**, harbour master (speaker inferred) · "
        "[Wall](<https://example.com/wall#:~:text=The%20wall%20stands>) · Lantern · "
        "<t:1739275200:D>",
        f"-# Searched 1 article of 2025-02-11. Updated <t:{published(data)}:R>.",
    ]


def test_an_utterance_over_two_paragraphs_keeps_them_apart(data: Path) -> None:
    text = '"The wall is old," said Ines Falk. "It leaks.\n\n"The quay leaks too."'
    collection(data, article("a", text, lang="en"))
    (_, quoted, _) = blocks(data, "What did Ines Falk say about the quay?")
    lines = [line for line in quoted.splitlines() if line.startswith(">")]
    assert lines == [
        '> "The wall is old," said **Ines Falk**. "It leaks.',
        '> "The **quay** leaks too."',
    ]


def test_the_date_is_the_same_day_nearly_everywhere(data: Path) -> None:
    collection(data, article("a", "Boats sank.", published="2025-02-11T23:59:59Z", lang="en"))
    noon = 1739275200  # 2025-02-11 12:00 UTC
    assert f"<t:{noon}:D>" in blocks(data, "Which boats sank?")[1]
