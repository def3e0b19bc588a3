"""The `byline index feeds` commands: following what others publish."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from index.articles import MAIN
from index.errors import BadInputError
from index.options import (
    Command,
    collection_option,
    counted,
    data_option,
    json_option,
    patient,
    read_settings,
    report,
    terminal_progress,
    what_is_wrong,
)

if TYPE_CHECKING:
    from index.build import Outcome
    from index.feeds import FollowedFeed
    from index.lock import Patience
    from index.visits import Refreshed

# ruff: noqa: PLC0415 - what fetches and reads feeds is imported by the commands that need it: it
# takes a third of a second, which no other command shall wait.

_NONE = "No feed is followed; `byline index feeds add URL` follows one."


@click.group("feeds")
def feeds() -> None:
    """Follow RSS, Atom and JSON feeds, and sitemaps."""


def _refresh_options(command: Command) -> Command:
    delay = click.option(
        "--delay",
        type=click.FloatRange(0, 60),
        default=1.0,
        show_default=True,
        metavar="SECONDS",
        help="The pause between two requests to one host.",
    )
    quiet = click.option("--quiet", is_flag=True, help="Print only what went wrong.")
    return collection_option(MAIN)(data_option(json_option(quiet(delay(command)))))


@feeds.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--summaries", is_flag=True, help="Take what the feed gives; fetch no pages.")
@_refresh_options
def add(
    *,
    urls: tuple[str, ...],
    summaries: bool,
    delay: float,
    collection: str,
    quiet: bool,
    as_json: bool,
    data: Path,
) -> int:
    """Follow feeds, and fetch what they have now.

    Where a feed gives only a summary of an article, the whole is fetched from its page.

    \b
    byline index feeds add https://news.example/rss
    """
    from index.feeds import FollowedFeed
    from index.holdings import followed
    from index.refresh import checked_address

    known = {feed.url: feed for feed in followed(data, collection)}
    wanted = [
        known.get(url, FollowedFeed(url, full_text=not summaries))
        for url in dict.fromkeys(map(checked_address, urls))
    ]
    done, outcome = _refreshed(wanted, data, collection, delay, patient(quiet=quiet))
    for one in done:
        if one.feed.problem and not one.feed.succeeded:
            click.echo(f"{one.feed.url} is not followed.", err=True)
    _tell(done, outcome, quiet=quiet, as_json=as_json)
    return 1 if all(one.feed.problem for one in done) else 0


@feeds.command("list")
@collection_option(MAIN)
@json_option
@data_option
def list_(*, collection: str, as_json: bool, data: Path) -> None:
    """Tell which feeds are followed, and how each is."""
    from index.holdings import followed, withdrawn

    found = followed(data, collection)
    gone = withdrawn(data, collection)
    if as_json:
        rows = [{**asdict(feed), "withdrawn": gone.get(feed.url, 0)} for feed in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for feed in found:
        click.echo(_summary(feed, gone.get(feed.url, 0)))
    if not found:
        click.echo(_NONE, err=True)


@feeds.command()
@click.argument("urls", nargs=-1, required=True, metavar="URL...")
@click.option("--articles", is_flag=True, help="Remove the articles that came from them as well.")
@collection_option(MAIN)
@click.option("--quiet", is_flag=True, help="Print only what went wrong.")
@json_option
@data_option
def remove(
    *,
    urls: tuple[str, ...],
    articles: bool,
    collection: str,
    quiet: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Follow feeds no longer; their articles stay, unless --articles says otherwise."""
    from index.holdings import followed
    from index.refresh import unfollow

    chosen = _named(urls, followed(data, collection))
    outcome = unfollow(
        chosen, data, collection, with_articles=articles, patience=patient(quiet=quiet)
    )
    report(outcome, quiet=quiet, as_json=as_json)


@feeds.command()
@click.argument("urls", nargs=-1, metavar="[URL...]")
@click.option("--now", "at_once", is_flag=True, help="Ask feeds that were asked a moment ago too.")
@_refresh_options
def refresh(
    *,
    urls: tuple[str, ...],
    at_once: bool,
    delay: float,
    collection: str,
    quiet: bool,
    as_json: bool,
    data: Path,
) -> int:
    """Fetch what is new in the feeds that are followed, or in those named.

    Each is asked every 15 minutes at most, more rarely where it fails, and never before the time
    that its server named. Run it as often as you like.

    \b
    byline index feeds refresh
    """
    from index.holdings import followed

    known = followed(data, collection)
    moment = datetime.now(UTC)
    chosen = _named(urls, known) if urls else known
    due = [feed for feed in chosen if feed.is_due(moment, at_once=at_once or bool(urls))]
    if not due:
        if as_json:
            click.echo(json.dumps({"feeds": []}))
        elif not known:
            click.echo(_NONE, err=True)
        elif not quiet:
            click.echo(f"{counted(len(chosen), 'feed')}, none of which is due.")
        return 0
    done, outcome = _refreshed(due, data, collection, delay, patient(quiet=quiet))
    _tell(done, outcome, quiet=quiet, as_json=as_json)
    return 1 if all(one.feed.problem for one in done) else 0


def _refreshed(
    chosen: "Sequence[FollowedFeed]",
    data: Path,
    collection: str,
    delay: float,
    patience: "Patience",
) -> "tuple[list[Refreshed], Outcome]":
    from index.ingest.addresses import AllowedHosts
    from index.ingest.polite import Manners
    from index.refresh import refresh_feeds

    with terminal_progress() as progress:
        return refresh_feeds(
            chosen,
            data,
            collection,
            allowed=AllowedHosts.parse(read_settings().byline_allowed_hosts),
            now=datetime.now(UTC),
            manners=Manners(delay),
            progress=progress,
            patience=patience,
        )


def _tell(done: "Sequence[Refreshed]", outcome: "Outcome", *, quiet: bool, as_json: bool) -> None:
    for one in done:
        if one.feed.problem:
            click.echo(f"{one.feed.url}: {one.feed.problem}.", err=True)
        for note in one.notes:
            click.echo(f"Note on {one.feed.url}: {note}.", err=True)
    report(outcome, quiet=quiet, as_json=as_json)


def _named(urls: Sequence[str], known: "Sequence[FollowedFeed]") -> "list[FollowedFeed]":
    by_url = {feed.url: feed for feed in known}
    for url in urls:
        if url not in by_url:
            raise BadInputError(
                f"{url!r} is not followed; `byline index feeds list` tells what is."
            )
    return [by_url[url] for url in dict.fromkeys(urls)]


def _summary(feed: "FollowedFeed", withdrawn: int) -> str:
    parts = [feed.title] if feed.title else []
    parts.append(f"last read {feed.succeeded}")
    if feed.problem:
        parts.append(what_is_wrong(feed.failures, feed.problem))
    parts.append(f"next try from {feed.next_try}")
    if not feed.full_text:
        parts.append("summaries only")
    if withdrawn:
        parts.append(f"{counted(withdrawn, 'article')} withdrawn by it and kept")
    return f"{feed.url}: {'; '.join(parts)}"
