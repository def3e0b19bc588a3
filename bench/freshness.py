"""How soon feeds are answered from, through the real process that gathers and a real web server.

    python -m bench.freshness --feeds 20 --items 50
    python -m bench.freshness --passages 100000 --text PATH

The first refreshes so many feeds of so many items, each with a page of its own, and then once more
when nothing has changed, with the politeness switched off. The second puts a new item into a feed
of a collection of so many passages, and tells how long after its fetch an answer shows it, several
times: after a quiet time, and right after another publication. Prints a line of JSON.
"""

import argparse
import asyncio
import hashlib
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from bench.corpus import make_corpus
from bench.progress import say
from bot.gathering import Gathering
from bot.live import LiveIndex
from index.build import add_articles
from index.gathering.jobs import FollowFeeds, RefreshFeeds, Terms
from index.ingest import Columns
from index.ingest.paths import read_paths

_SENTENCE = "The council of {place} met for the {number}th time to speak of the harbour wall. "
_SENTENCES = 25
_COLLECTION = "main"
_TRIES = 4
_QUIET = 45.0  # seconds


@dataclass(slots=True)
class _Newsroom:
    """What the server shows."""

    pages: dict[str, str] = field(default_factory=dict)
    hits: Counter[str] = field(default_factory=Counter)
    fetched: dict[str, float] = field(default_factory=dict)  # when each was last


@contextmanager
def _serving() -> Iterator[tuple[_Newsroom, str]]:
    room = _Newsroom()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body are sent apart; else the second waits 40 ms for word of the first.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            room.hits[self.path] += 1
            body = room.pages.get(self.path, "").encode()
            tag = f'"{hash(body)}"'
            is_known = self.headers.get("If-None-Match") == tag
            self.send_response(304 if is_known else 200 if body else 404)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", "0" if is_known else str(len(body)))
            self.end_headers()
            if not is_known:
                self.wfile.write(body)
            room.fetched[self.path] = time.monotonic()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield room, f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _place(feed: int, number: int) -> str:
    """A name that no other story and no other run has."""
    digest = hashlib.sha256(f"{os.getpid()} {feed} {number}".encode()).digest()
    return "skarn" + "".join(chr(ord("a") + byte % 26) for byte in digest[:8])


def _story(feed: int, number: int) -> str:
    place = _place(feed, number)
    return "".join(
        _SENTENCE.format(place=place, number=number * _SENTENCES + line)
        for line in range(_SENTENCES)
    )


def _feed(room: _Newsroom, host: str, feed: int, items: int, *, whole: bool) -> str:
    """Put a feed there; with pages of their own, unless it has the whole texts itself."""
    path = f"/feed-{feed}"
    written = []
    for number in range(items):
        link = f"/story-{feed}-{number}"
        story = _story(feed, number)
        paragraphs = story.split(". ")
        room.pages[link] = (
            f"<!doctype html><html lang=en><head><title>Story {feed} {number}</title></head><body>"
            "<nav><a href='/'>Home</a></nav><article>"
            f"<h1>Story {feed} {number}</h1>"
            + "".join(f"<p>{one}.</p>" for one in paragraphs)
            + "</article><footer>All rights reserved</footer></body></html>"
        )
        day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        written.append(
            f"<item><guid isPermaLink='false'>{feed}-{number}</guid>"
            f"<link>http://{host}{link}</link><title>Story {feed} {number}</title>"
            f"<pubDate>{day:%d %b %Y %H:%M:%S} GMT</pubDate>"
            f"<description>{story if whole else 'In short.'}</description></item>"
        )
    room.pages[path] = (
        f"<rss version='2.0'><channel><title>Feed {feed}</title>{''.join(written)}</channel></rss>"
    )
    return f"http://{host}{path}"


@contextmanager
def _work(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


async def refresh_many(feeds: int, items: int, data: Path) -> dict[str, object]:
    """Refresh so many feeds, and once more when nothing has changed."""
    with _serving() as (room, host):
        urls = [_feed(room, host, feed, items, whole=False) for feed in range(feeds)]
        terms = Terms(str(data), allowed_hosts=host, schedule=None, delay=0.0, robots=False)
        gathering = Gathering(terms, dict(os.environ))
        keeping = asyncio.create_task(gathering.keep())
        begun = time.monotonic()
        report = await gathering.do(_COLLECTION, FollowFeeds(tuple(urls)))
        first = time.monotonic() - begun
        hits = room.hits.total()
        begun = time.monotonic()
        again = await gathering.do(_COLLECTION, RefreshFeeds())
        second = time.monotonic() - begun
        keeping.cancel()
        await asyncio.wait([keeping])
        return {
            "feeds": feeds, "items": items, "articles": report.articles,
            "added": len(report.added), "skipped": len(report.skipped),
            "first_s": round(first, 1), "requests": hits,
            "again_s": round(second, 1), "added_again": len(again.added),
            "requests_again": room.hits.total() - hits,
        }  # fmt: skip


async def freshness(texts: list[Path], passages: int, work: Path, tries: int) -> dict[str, object]:
    """How long after its fetch a new item is answered from."""
    data = work / "data"
    if not data.exists():
        corpus = make_corpus(texts, work, passages, 1)
        add_articles(read_paths([str(corpus.path)], Columns()), data, _COLLECTION)
    live = LiveIndex(data)
    with live.of([_COLLECTION]) as index:
        held = index.extent.passages
    with _serving() as (room, host):
        url = _feed(room, host, 1, 1, whole=True)
        terms = Terms(str(data), allowed_hosts=host, schedule=None, delay=0.0, robots=False)
        gathering = Gathering(terms, dict(os.environ))
        keeping = asyncio.create_task(gathering.keep())
        await gathering.do(_COLLECTION, FollowFeeds((url,)))
        waits: dict[str, list[float]] = {"quiet": [], "at_once": []}
        number = 1
        for is_quiet in (True, False) * tries:
            if is_quiet:
                await asyncio.sleep(_QUIET)
            number += 1
            _feed(room, host, 1, number, whole=True)
            asked = asyncio.create_task(gathering.do(_COLLECTION, RefreshFeeds()))
            word = _place(1, number - 1)
            assert not _is_answered(live, word)  # noqa: S101  # else nothing would be measured
            while not await asyncio.to_thread(_is_answered, live, word):  # noqa: ASYNC110  # as a user would
                await asyncio.sleep(0.05)
            wait = time.monotonic() - room.fetched["/feed-1"]
            waits["quiet" if is_quiet else "at_once"].append(round(wait, 2))
            say(f"{'after a quiet time' if is_quiet else 'right after another'}: {wait:.1f} s")
            await asked
        keeping.cancel()
        await asyncio.wait([keeping])
    return {"passages": held, "seconds_after_fetch": waits}


def _is_answered(live: LiveIndex, word: str) -> bool:
    with live.of([_COLLECTION]) as index:
        return bool(index.search(word))


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--feeds", type=int)
    parser.add_argument("--items", type=int, default=50)
    parser.add_argument("--passages", type=int)
    parser.add_argument("--text", type=Path, action="append", default=[])
    parser.add_argument("--tries", type=int, default=_TRIES)
    parser.add_argument("--work", type=Path, help="where the collection is made, and kept")
    options = parser.parse_args()
    with _work(options.work) as work:
        if options.feeds:
            measured = refresh_many(options.feeds, options.items, work / "feeds")
            print(json.dumps(asyncio.run(measured)))  # what it is for
        if options.passages:
            fresh = freshness(
                options.text or [Path("articles")], options.passages, work, options.tries
            )
            print(json.dumps(asyncio.run(fresh)))  # the same


if __name__ == "__main__":
    main()
