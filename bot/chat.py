"""The conversation in the terminal."""

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import TextIO

import click

from bot import texts
from bot.asking import Newsdesk
from bot.questions import Question
from bot.rendering.terminal import terminal_lines

_PROMPT = "? "
_COMMAND = re.compile(r"\s*/(?P<name>ask|search)\s+(?=\S)", re.IGNORECASE)


def converse(desk: Newsdesk, lines: TextIO, *, sample_if_silent: bool) -> None:
    """Answer questions line by line until they end.

    Args:
        desk: who answers.
        lines: where questions come from; a terminal is prompted, anything else is read to its end.
        sample_if_silent: where there is no line at all, show the sample question with its answer.

    Raises:
        ArticleIndexError: there is no index to ask.
    """
    interactive = lines.isatty()
    if interactive:
        click.echo(texts.terminal.CHAT_HINT)
    previous: Question | None = None
    asked_anything = False
    for line in _prompted() if interactive else _plain(lines):
        asked_anything = True
        if interactive and not line.strip():
            break
        previous = _answer(desk, line, previous)
    if not asked_anything and not interactive and sample_if_silent:
        click.echo(f"{_PROMPT}{texts.questions.SAMPLE_QUESTION}")
        _answer(desk, texts.questions.SAMPLE_QUESTION, None)


def _prompted() -> Iterator[str]:
    """Lines typed at a terminal, with its editing keys and history."""
    with suppress(ImportError):  # not every Python has it, and input() works without
        import readline  # noqa: F401, PLC0415  # gives input() its editing keys

    while True:
        try:
            yield input(_PROMPT)
        except EOFError:
            click.echo()
            return


def _plain(lines: TextIO) -> Iterator[str]:
    for line in lines:
        if line.strip():
            click.echo(f"{_PROMPT}{line.strip()}")
            yield line


def _answer(desk: Newsdesk, line: str, previous: Question | None) -> Question:
    """Show the answer to a line; what stands behind "/search" is a query, as on Discord."""
    command = _COMMAND.match(line)
    words = line[command.end() :] if command else line
    if command and command["name"].lower() == "search":
        answer = desk.search(words).answer
    else:
        answer = desk.ask(words, previous=previous).answer
    for shown in terminal_lines(answer):
        click.echo(shown)
    sys.stdout.flush()
    if not answer.citations:
        return answer.question
    return replace(answer.question, reply=answer.citations[0].excerpt.text)
