"""What the commands have in common: their options, progress on a terminal, and reports."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from index.build import Outcome
from index.intake import Step
from index.lock import Patience

if TYPE_CHECKING:
    from index.settings import IndexSettings

NAMES_SHOWN = 20
_ANOTHER_WRITER = 30.0  # seconds that another process is waited for
Command = TypeVar("Command", bound=Callable[..., Any])


def read_settings() -> "IndexSettings":
    """The settings, read when a command asks for them."""
    # A tenth of a second, which a command that is told everything need not take.
    from index.settings import IndexSettings  # noqa: PLC0415

    return IndexSettings.read()


def data_option(command: Command) -> Command:
    """Add `--data DIR` to a command, as `data`."""
    return click.option(
        "--data",
        type=click.Path(path_type=Path),
        callback=lambda _ctx, _param, value: value or read_settings().byline_data,
        metavar="DIR",
        help="The data folder.  [env: BYLINE_DATA; default: data]",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json` to a command, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(command)


def collection_option(default: str | None) -> Callable[[Command], Command]:
    """Add `--collection NAME` to a command."""
    shown = f"  [default: {default}]" if default else ""
    return click.option(
        "--collection",
        default=default,
        metavar="NAME",
        help=f"The collection of articles.{shown}",
    )


@contextmanager
def terminal_progress() -> Iterator[Callable[[Step], None]]:
    """Tells on a terminal how far a change has come; says nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    # A twentieth of a second, which nobody who looks on notices.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        SpinnerColumn,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(), TextColumn("{task.completed:,} {task.description}"), BarColumn(),
        TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def show(step: Step) -> None:
            if step.stage not in tasks:
                tasks[step.stage] = bar.add_task(step.stage, total=step.total)
            bar.update(tasks[step.stage], completed=step.done, total=step.total)

        yield show


def patient(*, quiet: bool) -> Patience:
    """For a running bot, which stores and publishes for some seconds at a time."""

    def tell(sentence: str) -> None:
        if not quiet:
            click.echo(sentence, err=True)

    return Patience(_ANOTHER_WRITER, tell)


def report(outcome: Outcome, *, quiet: bool, as_json: bool) -> None:
    """Tell what a change did: what was skipped on stderr, the rest on stdout."""
    for reading in outcome.skipped[:NAMES_SHOWN]:
        click.echo(f"Skipped {reading.where}: {reading.notes[0].rstrip('.')}.", err=True)
    if len(outcome.skipped) > NAMES_SHOWN:
        click.echo(f"Skipped {len(outcome.skipped) - NAMES_SHOWN} more.", err=True)
    for reading in outcome.doubtful[:NAMES_SHOWN]:
        for note in reading.notes:
            click.echo(f"Note on {reading.where}: {note}.", err=True)
    if as_json:
        click.echo(
            json.dumps(
                {
                    "collection": outcome.collection,
                    **asdict(outcome.changes),
                    "skipped": [
                        {"where": one.where, "reason": one.notes[0]} for one in outcome.skipped
                    ],
                    "articles": outcome.articles,
                    "generation": outcome.generation,
                    "published": outcome.published,
                },
                ensure_ascii=False,
            )
        )
        return
    if quiet:
        return
    for what, ids in asdict(outcome.changes).items():
        if ids:
            more = f" and {len(ids) - NAMES_SHOWN} more" if len(ids) > NAMES_SHOWN else ""
            click.echo(f"{what}: {', '.join(ids[:NAMES_SHOWN])}{more}")
    counts = ", ".join(f"{len(ids)} {what}" for what, ids in asdict(outcome.changes).items())
    skipped = f", {len(outcome.skipped)} skipped" if outcome.skipped else ""
    click.echo(
        f"{outcome.collection}: {counts}{skipped}; {counted(outcome.articles, 'article')} "
        "in the index" + ("." if outcome.published else ", which was up to date.")
    )


def counted(number: int, what: str) -> str:
    """A number of things: "1 article", "2,000 articles"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def what_is_wrong(failures: int, problem: str) -> str:
    """Why a source could not be read: "2 failures since, the last: it answered 404"."""
    return f"{counted(failures, 'failure')} since, the last: {problem}" if failures else problem
