"""The `byline index` commands: they look after the articles and their index."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from index import publication
from index.articles import MAIN, SAMPLE
from index.build import (
    Outcome,
    add_articles,
    build_index,
    remove_articles,
    republish,
    unusable_collections,
)
from index.collections import Collection, Collections
from index.errors import (
    ArticleIndexError,
    BadInputError,
    IndexNotFoundError,
    SettingsError,
)
from index.feeds_cli import feeds
from index.generation import Generation
from index.holdings import all_held
from index.ingest import Columns, Reading
from index.ingest.addresses import AllowedHosts
from index.ingest.paths import columns_of, is_export, read_paths
from index.options import (
    Command,
    collection_option,
    data_option,
    json_option,
    patient,
    read_settings,
    report,
    terminal_progress,
)
from index.query import Query
from index.search import SearchIndex
from index.status import status_of
from index.texts.explanations import explanation_lines

QuestionReader = Callable[[str, SearchIndex], Query]
"""What is looked up for a question in an index; without one, its words are."""

EXIT_FAILED = 1
EXIT_CONFIGURATION = 78  # sysexits.h EX_CONFIG: a supervisor need not start us again
EXIT_INTERRUPTED = 130

_SAMPLE_ARTICLES = Path(__file__).resolve().parent.parent / "articles"


def execute(  # noqa: PLR0911  # one return for each way in which a command ends
    command: click.Command, arguments: Sequence[str] | None = None
) -> int:
    """Run a command line and return its exit code; what went wrong is one sentence on stderr."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Articles and questions are Unicode whatever the locale says.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = command.main(
            list(arguments) if arguments is not None else None,
            prog_name="byline" if command.name != "index" else "byline index",
            standalone_mode=False,
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SettingsError as error:
        return _fail(str(error), EXIT_CONFIGURATION)
    except ArticleIndexError as error:
        return _fail(str(error), EXIT_FAILED)
    except (click.Abort, KeyboardInterrupt):
        return _fail("Interrupted.", EXIT_INTERRUPTED)
    except OSError as error:  # a full disk behind standard output, for one
        return _fail(f"The output could not be written ({error.strerror}).", EXIT_FAILED)
    except SystemExit:  # click's answer to a reader that has gone, which is no failure of ours
        return 0
    return result if isinstance(result, int) else 0


def _fail(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


def _change_options(command: Command) -> Command:
    strict = click.option(
        "--strict", is_flag=True, help="Change nothing where anything cannot be read."
    )
    quiet = click.option("--quiet", is_flag=True, help="Print only what went wrong.")
    return data_option(json_option(quiet(strict(command))))


def _export_options(command: Command) -> Command:
    html = click.option(
        "--html", "is_html", is_flag=True, help="The texts and titles of an export are HTML."
    )
    columns = click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=NAME",
        help="Where a .csv, .tsv or .jsonl file has a field: text=body.",
    )
    return columns(html(command))


class _Commands(click.Group):
    """The commands; what measures the ranking is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "eval"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "eval":
            from index.eval_cli import evaluate  # noqa: PLC0415  # see above

            return evaluate
        return super().get_command(ctx, cmd_name)


@click.group("index", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def index_commands() -> None:
    """Look after the articles and their index."""


index_commands.add_command(feeds)


def _build_command(name: str, summary: str, *, anew: bool) -> None:
    @index_commands.command(name, help=summary)
    @click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[DIR]")
    @collection_option(None)
    @click.option("--allow-shrink", is_flag=True, help="Let it drop more than a tenth.")
    @_change_options
    def command(
        *,
        folder: Path | None,
        collection: str | None,
        allow_shrink: bool,
        strict: bool,
        quiet: bool,
        as_json: bool,
        data: Path,
    ) -> int:
        def publish_again(name: str) -> None:
            with terminal_progress() as progress:
                outcome = republish(data, name, progress=progress)
            report(outcome, quiet=quiet, as_json=as_json)

        def take_in(source: Path, name: str) -> None:
            with terminal_progress() as progress:
                outcome = build_index(
                    source,
                    data,
                    name,
                    allow_shrink=allow_shrink,
                    anew=anew,
                    strict=strict,
                    progress=progress,
                )
            _refuse_if_nothing_was_read(outcome)
            report(outcome, quiet=quiet, as_json=as_json)

        if folder is None and collection not in (None, SAMPLE):
            publish_again(collection or MAIN)
            return 0
        source = folder or read_settings().byline_articles
        target = collection or _collection_of(source, named=folder is not None)
        if anew or folder or collection:
            take_in(source, target)
            return 0
        done = [_attempted(take_in, source, target)]
        others = [other for other in unusable_collections(data) if other != target]
        done += [_attempted(publish_again, other) for other in others]
        return 0 if all(done) else EXIT_FAILED


def _attempted(change: Callable[..., None], *given: str | Path) -> bool:
    """Whether a change went well; if not, say why, and let the next one have its turn."""
    try:
        change(*given)
    except ArticleIndexError as error:
        _fail(str(error), EXIT_FAILED)
        return False
    return True


_BUILD_RULE = """

    DIR defaults to articles/, whose articles go to the collection `sample`; those of any other
    folder go to `main`. Articles that came another way stay. With a --collection and no DIR, what
    the collection holds is published again.{more}

    \b
    byline index {name} ~/newsroom/articles
"""
_UPDATE_RULE = """

    With neither, collections whose index another version of Byline made are brought up to date as
    well; run it after every upgrade."""
_build_command(
    "build",
    "Index the articles of a folder, all of them anew." + _BUILD_RULE.format(name="build", more=""),
    anew=True,
)
_build_command(
    "update",
    "Bring the index up to date with a folder."
    + _BUILD_RULE.format(name="update", more=_UPDATE_RULE),
    anew=False,
)


def _collection_of(folder: Path, *, named: bool) -> str:
    """`sample` for the articles that come with Byline, and for articles/ where none is named."""
    if folder.resolve() == _SAMPLE_ARTICLES or (not named and folder == Path("articles")):
        return SAMPLE
    return MAIN


@index_commands.command()
@click.argument("places", nargs=-1, required=True, metavar="PATH|URL...")
@_export_options
@collection_option(MAIN)
@_change_options
def add(
    *,
    places: tuple[str, ...],
    columns: tuple[str, ...],
    is_html: bool,
    collection: str,
    strict: bool,
    quiet: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Add articles from files, folders and web pages.

    Files of Markdown, text, HTML and PDF, and folders of them; .csv, .tsv, .jsonl and .json files
    of many articles; addresses of news pages. What a folder no longer has stays; `byline index
    build` makes a collection equal to a folder.

    \b
    byline index add interview.md page.html ~/newsroom/archive
    byline index add https://news.example/harbour-bridge
    byline index add export.csv --column text=body --column title=headline
    byline index add posts.json --column text=content.rendered --html
    """
    with terminal_progress() as progress, columns_of(columns, is_html=is_html) as named:
        readings = _read_places(places, named)
        outcome = add_articles(
            readings,
            data,
            collection,
            strict=strict,
            progress=progress,
            patience=patient(quiet=quiet),
        )
    _refuse_if_nothing_was_read(outcome)
    report(outcome, quiet=quiet, as_json=as_json)


@index_commands.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@_export_options
@collection_option(MAIN)
@_change_options
def import_(
    *,
    file: Path,
    columns: tuple[str, ...],
    is_html: bool,
    collection: str,
    strict: bool,
    quiet: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Add articles from a JSON file, one a line or all in a list, or from a CSV file, one a row.

    Each has id, title, text, url, source, author, published and lang; only text is required, and it
    is stored exactly as given. Where they have other names, --column says which; with --html, texts
    and titles are read as HTML.

    \b
    byline index import export.jsonl
    byline index import export.csv --column text=body --column published=date
    """
    if not is_export(file):
        raise BadInputError(
            f"{str(file)!r} is no .jsonl, .json, .csv or .tsv file; give one article a line or row."
        )
    with terminal_progress() as progress, columns_of(columns, is_html=is_html) as named:
        readings = read_paths([str(file)], named)
        outcome = add_articles(
            readings,
            data,
            collection,
            strict=strict,
            progress=progress,
            patience=patient(quiet=quiet),
        )
    _refuse_if_nothing_was_read(outcome)
    report(outcome, quiet=quiet, as_json=as_json)


@index_commands.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@collection_option(MAIN)
@click.option("--quiet", is_flag=True, help="Print only what went wrong.")
@json_option
@data_option
def remove(
    *, ids: tuple[str, ...], collection: str, quiet: bool, as_json: bool, data: Path
) -> None:
    """Remove articles by their ids; `byline index status --articles` lists them."""
    outcome = remove_articles(ids, data, collection, patience=patient(quiet=quiet))
    report(outcome, quiet=quiet, as_json=as_json)


@index_commands.command()
@collection_option(None)
@click.option(
    "--articles", is_flag=True, help="List every article with its id, its origin and when it came."
)
@json_option
@data_option
def status(*, collection: str | None, articles: bool, as_json: bool, data: Path) -> None:
    """Tell what each collection holds, where that came from, and how its feeds are."""
    states = [status_of(place, data) for place in _places(data, collection)]
    if as_json:
        found = [state.as_json() for state in states]
        if articles:
            for each in found:
                each["articles_held"] = [asdict(one) for one in all_held(data, each["collection"])]
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for state in states:
        for line in state.lines():
            click.echo(line)
        if articles:
            for one in all_held(data, state.collection):
                day = (one.published or "-")[: len("2024-05-06")]
                click.echo(f"{one.id}\t{day}\t{one.title}\t{one.origin}\t{one.came or '-'}")


@index_commands.command()
@collection_option(None)
@data_option
def verify(*, collection: str | None, data: Path) -> None:
    """Read the whole published index and check that it is what was written."""
    for place in _places(data, collection):
        name = publication.served(place)
        generation = Generation(publication.generation_path(place, name))
        try:
            generation.verify()
        finally:
            generation.close()
        click.echo(f"{place.name}: {name} is whole ({generation.facts.articles} articles).")


@index_commands.command()
@click.argument("query")
@click.argument("article", metavar="ID")
@collection_option(MAIN)
@json_option
@data_option
@click.pass_obj
def explain(
    read: QuestionReader | None,
    *,
    query: str,
    article: str,
    collection: str,
    as_json: bool,
    data: Path,
) -> None:
    """Show what each word and feature adds to an article's score.

    \b
    byline index explain "harbour wall" gazette-12
    """
    index = SearchIndex.open(data, [collection])
    try:
        hit = index.explain(read(query, index) if read else query, article)
    finally:
        index.close()
    if as_json:
        explained = hit and hit.explanation and asdict(hit.explanation)
        click.echo(json.dumps(explained, ensure_ascii=False))
        return
    for line in explanation_lines(hit.explanation if hit else None):
        click.echo(line)


@index_commands.command()
@collection_option(MAIN)
@data_option
def rollback(*, collection: str, data: Path) -> None:
    """Serve the index published before this one."""
    place = Collections.to_read(data).collection(collection)
    click.echo(f"{collection}: {publication.rollback(place)} is served again.")


def _read_places(places: Sequence[str], columns: Columns) -> Iterator[tuple[str, Reading]]:
    addresses = [place for place in places if "://" in place]
    yield from read_paths([place for place in places if "://" not in place], columns)
    if addresses:
        # A third of a second, which who adds files need not wait.
        from index.ingest.pages import read_pages  # noqa: PLC0415

        yield from read_pages(addresses, AllowedHosts.parse(read_settings().byline_allowed_hosts))


def _refuse_if_nothing_was_read(outcome: Outcome) -> None:
    if outcome.skipped and outcome.read == 0:
        first = outcome.skipped[0]
        more = f" (and {len(outcome.skipped) - 1} more)" if len(outcome.skipped) > 1 else ""
        raise BadInputError(f"Nothing could be read: {first.where}: {first.notes[0]}{more}.")


def _places(data: Path, collection: str | None) -> list[Collection]:
    home = Collections.to_read(data)
    places = [home.collection(collection)] if collection else home.all()
    if not places:
        raise IndexNotFoundError(
            f"There is no index in {str(data)!r} yet; run `byline index build`."
        )
    return places
