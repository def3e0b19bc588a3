"""Feeds and their items, each field as the feed wrote it, whatever format it is in."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from index.ingest.fields import web_address


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a feed."""

    guid: str | None  # by which the feed knows it
    link: str | None
    title: str | None
    author: str | None
    published: str | None
    text: str  # what the feed gives of the article, in paragraphs
    revision: str | None = None  # what changes when the article does, where the feed says so


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says."""

    title: str | None = None
    lang: str | None = None
    items: tuple[Item, ...] = ()
    sitemaps: tuple[str, ...] = ()  # of a sitemap that lists others; the newest first
    notes: tuple[str, ...] = field(default=())
    is_whole: bool = False  # all that there is, and not only the newest


def feed_of(parsed: dict[str, Any]) -> Feed:
    """The feed that a parser in another process made a dictionary of."""
    return Feed(
        title=parsed["title"],
        lang=parsed["lang"],
        items=tuple(Item(**item) for item in parsed["items"]),
        sitemaps=tuple(parsed["sitemaps"]),
        notes=tuple(parsed["notes"]),
        is_whole=parsed["is_whole"],
    )


def web_link(written: str | None, base: str) -> str | None:
    """The web address that a link leads to; None where there is none."""
    if not (written or "").strip():
        return None
    joined = urljoin(base, (written or "").strip())
    return joined if web_address(joined) else None
