"""What `byline` does in a terminal, but for `byline index`."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import click

from bot import texts
from bot.answers import Timed
from bot.asking import Newsdesk
from bot.chat import converse
from bot.chronicle import MOST_TOLD
from bot.escaping import terminal_safe
from bot.feedback_export import export_judgements
from bot.feedback_store import FeedbackStore
from bot.finding import Page
from bot.inquiries import MOST_EXCERPTS, Inquiry, Way
from bot.ledger import Ledger
from bot.live import LiveIndex
from bot.question_store import QuestionStore
from bot.questions import Reply, quotes_by
from bot.rendering.as_json import as_json as render_json
from bot.rendering.terminal import course_lines, terminal_lines
from bot.stats import stats as gathered
from bot.typed import TypedCommand
from index.backup import back_up
from index.build import list_articles
from index.collections import Collections
from index.errors import BadInputError
from index.options import collection_option, data_option, json_option
from index.query import Filters

terminal_commands = click.Group("byline")


@contextmanager
def _newsdesk(data: Path, collection: str | None) -> Iterator[Newsdesk]:
    Collections.to_read(data)
    live = LiveIndex(data)
    try:
        yield Newsdesk(live, [collection] if collection else None)
    finally:
        live.close()


def _size_options(command: click.decorators.FC) -> click.decorators.FC:
    k = click.option(
        "-k",
        type=click.IntRange(1, MOST_EXCERPTS),
        default=5,
        show_default=True,
        help="How many excerpts at most.",
    )
    per_article = click.option(
        "--per-article",
        type=click.IntRange(1, MOST_EXCERPTS),
        default=1,
        show_default=True,
        help="How many of them one article may give.",
    )
    return k(per_article(command))


_explain_option = click.option(
    "--explain", is_flag=True, help="Show how each excerpt came to its score."
)


@terminal_commands.command(cls=TypedCommand)
@click.argument("question", required=False)
@click.option(
    "--batch",
    type=click.Path(path_type=Path),
    metavar="FILE.jsonl",
    help='Answer each line {"id", "question", "history"?} with one line of JSON.',
)
@_size_options
@_explain_option
@json_option
@collection_option(None)
@data_option
def ask(
    *,
    question: str | None,
    batch: Path | None,
    k: int,
    per_article: int,
    explain: bool,
    as_json: bool,
    collection: str | None,
    data: Path,
) -> None:
    """Answer one question from the articles.

    \b
    byline ask "What did Wang Wenbin say?"
    """
    if (question is None) == (batch is None):
        raise click.UsageError("Type a question, or name a file of questions with --batch.")
    if question is not None and not question.strip():
        raise click.UsageError(f"Type a question. {texts.questions.BLANK}")
    with _newsdesk(data, collection) as desk:
        if batch is not None:
            _answer_batch(desk, batch, k, per_article, explained=explain)
        else:
            timed = desk.ask(question or "", k=k, per_article=per_article)
            _show(timed, as_json=as_json, explained=explain)


@terminal_commands.command(cls=TypedCommand)
@click.argument("query")
@_size_options
@_explain_option
@json_option
@collection_option(None)
@data_option
def search(
    *,
    query: str,
    k: int,
    per_article: int,
    explain: bool,
    as_json: bool,
    collection: str | None,
    data: Path,
) -> None:
    """Rank passages for a query.

    \b
    byline search "breakwater cost"
    byline search '"sea wall" OR pier* -ferry source:gazette since:7d'

    \b
    "sea wall"       these words in this order
    +word  -word     only passages with it, only passages without it
    a OR b  ( )      one of them; brackets group
    harb*            every word with this beginning
    title: source: author: speaker: lang:
    before: after: since: until:   2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y
    """
    if not query.strip():
        raise click.UsageError("Type the words to look for.")
    with _newsdesk(data, collection) as desk:
        timed = desk.search(query, k=k, per_article=per_article)
        _show(timed, as_json=as_json, explained=explain)


@terminal_commands.command()
@click.argument("speaker")
@click.option("--about", default="", metavar="TOPIC", help="Only what is about this; best first.")
@click.option("--since", metavar="DAY", help="Of this day or later: 2025-03-01, 2025-03, 30d.")
@click.option("--until", metavar="DAY", help="Of this day or earlier.")
@click.option(
    "-k",
    type=click.IntRange(1, MOST_EXCERPTS),
    default=5,
    show_default=True,
    help="How many utterances at most.",
)
@json_option
@collection_option(None)
@data_option
def quotes(
    *,
    speaker: str,
    about: str,
    since: str | None,
    until: str | None,
    k: int,
    as_json: bool,
    collection: str | None,
    data: Path,
) -> None:
    """Show what a person said, the newest first.

    \b
    byline quotes "Wang Wenbin"
    byline quotes "Wang Wenbin" --about Russia --since 2022-03
    byline quotes "the finance minister" --since 30d
    """
    if not speaker.strip():
        raise click.UsageError('Name somebody, for example: byline quotes "Wang Wenbin".')
    with _newsdesk(data, collection) as desk:
        found = desk.quotes(speaker, about=about, since=since, until=until, k=k)
        _show(found, as_json=as_json)


@terminal_commands.command()
@click.argument("topic", required=False, default="")
@click.option("--speaker", default="", metavar="NAME", help="Only what this person said of it.")
@click.option("--since", metavar="DAY", help="Of this day or later: 2025-03-01, 2025-03, 30d.")
@click.option("--until", metavar="DAY", help="Of this day or earlier.")
@click.option(
    "-k",
    type=click.IntRange(1, MOST_TOLD),
    default=MOST_TOLD,
    show_default=True,
    help="How many excerpts at most.",
)
@json_option
@collection_option(None)
@data_option
def timeline(
    *,
    topic: str,
    speaker: str,
    since: str | None,
    until: str | None,
    k: int,
    as_json: bool,
    collection: str | None,
    data: Path,
) -> None:
    """Show how something went over time, the oldest first, and mentions by month.

    \b
    byline timeline breakwater
    byline timeline --speaker "Osmund Quist" --since 2025
    """
    if not (topic.strip() or speaker.strip()):
        raise click.UsageError("Name a topic or a --speaker, for example: byline timeline ferry.")
    words = quotes_by(speaker, topic, Filters()).text if speaker.strip() else topic
    inquiry = Inquiry(Way.TIMELINE, words, since=since, until=until, count=k)
    with _newsdesk(data, collection) as desk:
        looked_up = desk.look_up(inquiry)
    page = looked_up.found
    assert isinstance(page, Page)  # noqa: S101  # for the type: only sources are listed
    timed = Timed(page.answer, looked_up.took_ms)
    if as_json:
        click.echo(render_json(timed, course=page.course))
        return
    for line in (*course_lines(page.course), *terminal_lines(page.answer)):
        click.echo(line)


@terminal_commands.command()
@collection_option(None)
@data_option
def chat(*, collection: str | None, data: Path) -> None:
    """Ask and answer in the terminal, or answer each line of standard input."""
    with _newsdesk(data, collection) as desk:
        converse(desk, sys.stdin, sample_if_silent=False)


@terminal_commands.command()
@data_option
def run(*, data: Path) -> None:
    """Run the bot on Discord; without a DISCORD_TOKEN, answer in the terminal instead."""
    from bot.settings import BotSettings  # noqa: PLC0415  # as long to load as an answer takes

    settings = BotSettings.read()
    with _newsdesk(data, None) as desk:
        desk.check()
        if settings.discord_token is None:
            click.echo(texts.terminal.NO_TOKEN)
            converse(desk, sys.stdin, sample_if_silent=True)
            return
        from bot.running import run_on_discord  # noqa: PLC0415  # nobody else waits for discord.py

        run_on_discord(settings, desk, Collections.to_write(data).folder, os.environ)


@terminal_commands.command()
@json_option
@data_option
def stats(*, as_json: bool, data: Path) -> None:
    """Tell how well the bot answers: what had no answer, how fast, which outlets are liked."""
    path = Collections.to_read(data).bot
    ledger, store = Ledger(path), FeedbackStore(path)
    ids, shown = [], []
    for place in Collections(data).all():
        if place.library.exists():
            ids += [one.id for one in list_articles(data, place.name)]
            shown += ledger.shown(place.name)
    questions = QuestionStore(path).questions()
    told = gathered(ledger.asked(), store.tallies(), ids, shown, questions)
    if as_json:
        tallies = [
            {
                "source": one.source, "good": one.good, "bad": one.bad,
                "reasons": {reason.value: times for reason, times in one.reasons},
            }
            for one in told.sources
        ]  # fmt: skip
        click.echo(json.dumps(asdict(told) | {"sources": tallies}, ensure_ascii=False))
        return
    for line in texts.keeping.stats_lines(told):
        click.echo(terminal_safe(line))


@terminal_commands.group()
def feedback() -> None:
    """What people say of answers."""


@feedback.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@data_option
def export(*, folder: Path, data: Path) -> None:
    """Write the judgements that people agreed to keep to the new folder DIR, as a test collection.

    \b
    byline feedback export judged
    byline index eval judged
    """
    store = FeedbackStore(Collections.to_read(data).bot)
    done = export_judgements(store.judgements(), folder, lambda name: list_articles(data, name))
    left_out = f"; {done.left_out} without a good answer left out" if done.left_out else ""
    click.echo(
        f"Wrote {done.questions} questions and {done.articles} articles to {folder}{left_out}."
    )


@terminal_commands.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@data_option
def backup(*, folder: Path, data: Path) -> None:
    """Copy everything that Byline keeps to the new folder DIR, while it goes on working.

    \b
    byline backup /backups/byline-2026-11-24
    byline ask --data /backups/byline-2026-11-24 "What did Wang Wenbin say?"

    The copy is a data folder like any other; to restore it, copy it to where the data folder was.
    The settings in .env are not in it.
    """
    done = back_up(data, folder)
    names = ", ".join(done.collections) or "no collection"
    click.echo(f"Backed up {names} to {done.folder}: {done.size:,} bytes.")


def _show(timed: Timed, *, as_json: bool, explained: bool = False) -> None:
    if as_json:
        click.echo(render_json(timed, explained=explained))
        return
    for line in terminal_lines(timed.answer, explained=explained):
        click.echo(line)


def _answer_batch(desk: Newsdesk, path: Path, k: int, per_article: int, *, explained: bool) -> None:
    try:
        lines = path.open(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise BadInputError(f"{str(path)!r} cannot be read ({error.strerror}).") from error
    with lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                question_id, question, history = _batch_line(line, f"{path} line {number}")
                previous = desk.conversation(history)
                timed = desk.ask(question, previous=previous, k=k, per_article=per_article)
                click.echo(render_json(timed, question_id, explained=explained))


def _batch_line(line: str, where: str) -> tuple[str | int | None, str, list[str | Reply]]:
    """The id, the question, and what was asked and answered before it."""
    try:
        entry = json.loads(line)
        question, history = entry["question"], entry.get("history") or []
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BadInputError(
            f'{where} is not a question; each line is {{"id": ..., "question": "..."}}.'
        ) from error
    if not isinstance(question, str) or not isinstance(history, list):
        raise BadInputError(f"{where}: question is a text, and history a list.")
    return entry.get("id"), question, list(_asked_before(history))


def _asked_before(history: Sequence[object]) -> Iterator[str | Reply]:
    """The turns of a conversation, given as questions or as {"speaker", "text"} objects."""
    for turn in history:
        if isinstance(turn, str):
            yield turn
        elif isinstance(turn, dict):
            words = turn.get("text", turn.get("question", turn.get("content")))
            if isinstance(words, str):
                asked = turn.get("speaker", turn.get("role")) in ("user", None)
                yield words if asked else Reply(words)
