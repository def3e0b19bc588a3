"""The `byline` command: each part is loaded when it is asked for, for to load all takes a while."""

import gc
import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from index.cli import execute, index_commands
from index.errors import BadInputError

if TYPE_CHECKING:  # they are loaded when they are asked for
    from index.query import Query
    from index.search import SearchIndex


class _Commands(click.Group):
    """The commands of `index`, and those for which all that answers must be loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *_terminal_commands().list_commands(ctx)])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        return found or _terminal_commands().get_command(ctx, cmd_name)


def _terminal_commands() -> click.Group:
    from bot.terminal_commands import terminal_commands  # noqa: PLC0415  # see above

    return terminal_commands


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="byline", message="%(prog)s %(version)s")
@click.pass_context
def byline(ctx: click.Context) -> None:
    """Answers questions about articles with their own words, each linked to its source."""
    ctx.obj = _as_asked


def _as_asked(text: str, index: "SearchIndex") -> "Query":
    """What is looked up for a question, as `byline ask` understands it."""
    from bot.answers import query_of  # noqa: PLC0415  # see above
    from bot.questions import parse_question  # noqa: PLC0415  # see above
    from bot.texts.answers import NOT_EXPLAINED  # noqa: PLC0415  # see above

    query = query_of(parse_question(text, None, datetime.now(UTC).date()), index)
    if query.speaker is not None:
        raise BadInputError(NOT_EXPLAINED)
    return query


byline.add_command(index_commands)


def main() -> None:
    """The entry point of the console script."""
    code = execute(byline)
    try:
        sys.stdout.flush()
    except (BrokenPipeError, AttributeError):
        # Whoever read our output has gone: keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    gc.freeze()  # to look through all that was loaded takes a tenth of a second; it goes anyway
    sys.exit(code)
