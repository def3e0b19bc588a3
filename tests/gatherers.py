"""A gathering process at work for a test, and what a feed on this machine gives it."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.gathering import Gathering
from index.build import list_articles
from index.collections import Collections
from index.errors import IndexNotFoundError
from index.feeds import utc
from index.gathering.jobs import Terms
from index.search import SearchIndex
from tests.test_ingest_feeds import rss
from tests.test_refresh import WHOLE, item
from tests.websites import Website

GUILD = "guild-1"


@asynccontextmanager
async def gathering(
    data: Path,
    site: Website,
    **terms: Any,  # noqa: ANN401  # those of `Terms`
) -> AsyncIterator[Gathering]:
    """The process at work, without politeness and, if not asked for, without a schedule."""
    chosen = {"schedule": None, "delay": 0, "robots": False, "pause": 0.2, **terms}
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    gatherer = Gathering(
        Terms(str(data), allowed_hosts=site.host, **chosen), environment, pause=0.1
    )
    keeping = asyncio.create_task(gatherer.keep())
    try:
        yield gatherer
    finally:
        keeping.cancel()
        await asyncio.wait([keeping])


def story(site: Website, number: int, text: str = WHOLE) -> str:
    """An item of a feed, whose text has a word of its own: "n7" for the seventh."""
    return item(str(number), site.at(f"/story-{number}"), f"It is n{number}. {text}")


def put_feed(site: Website, *numbers: int, path: str = "/rss") -> str:
    """Put a feed with these stories there, and say where it is."""
    return site.put(path, rss(*(story(site, number) for number in numbers)))


def texts_in(data: Path, collection: str = GUILD) -> list[str]:
    """What a collection's library holds."""
    try:
        return [one.text for one in list_articles(data, collection)]
    except IndexNotFoundError:
        return []


def is_answered(data: Path, word: str, collection: str = GUILD) -> bool:
    """Whether what is published has a passage with a word."""
    if not Collections(data).collection(collection).current.exists():
        return False
    index = SearchIndex.open(data, [collection])
    try:
        return bool(index.search(word))
    finally:
        index.close()


async def until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110  # it becomes so in another process
            await asyncio.sleep(0.05)


def make_due(data: Path, collection: str = GUILD) -> None:
    """Let all feeds have been asked a day ago."""
    yesterday = utc(datetime.now(UTC) - timedelta(days=1))
    change_library(data, "UPDATE feeds SET next_try = ?", yesterday, collection=collection)


def change_library(data: Path, statement: str, *values: str, collection: str = GUILD) -> None:
    """Change what a library holds behind everybody's back."""
    with (
        closing(sqlite3.connect(Collections(data).collection(collection).library)) as library,
        library,
    ):
        library.execute(statement, values)
