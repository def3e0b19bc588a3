"""What those who manage a server can ask for of its articles, as they wrote it."""

from dataclasses import dataclass
from enum import Enum

A_PAGE = 10  # entries of a list
_PREFIX = "byo1:"
_LARGEST = 1_000_000


class Own(Enum):
    """What a server has of its own."""

    ARTICLE = "articles"
    FEED = "feeds"


@dataclass(frozen=True, slots=True)
class Adding:
    """Add pages."""

    written: str  # addresses with white space between them


@dataclass(frozen=True, slots=True)
class AddingFeeds:
    """Follow feeds."""

    written: str
    summaries: bool = False


@dataclass(frozen=True, slots=True)
class RemovingFeed:
    """Follow a feed no longer."""

    written: str  # its address, its key or its name
    with_articles: bool = False


@dataclass(frozen=True, slots=True)
class RefreshingFeeds:
    """Ask feeds for what is new."""

    written: str | None = None  # None for all


@dataclass(frozen=True, slots=True)
class Removing:
    """Remove an article."""

    written: str  # its id, its address, its key or its headline


@dataclass(frozen=True, slots=True)
class Rebuilding:
    """Analyse everything anew."""


@dataclass(frozen=True, slots=True)
class ListingArticles:
    """Show a part of the articles."""

    first: int = 0


@dataclass(frozen=True, slots=True)
class ListingFeeds:
    """Show a part of the feeds."""

    first: int = 0


Listing = ListingArticles | ListingFeeds
Request = Adding | AddingFeeds | RemovingFeed | RefreshingFeeds | Removing | Rebuilding | Listing


def list_id(listing: Listing) -> str:
    """The custom id of a button that leads to a part of a list."""
    own = Own.ARTICLE if isinstance(listing, ListingArticles) else Own.FEED
    return f"{_PREFIX}{own.value}:{listing.first}"


def listing_of(custom_id: str) -> Listing | None:
    """What a button leads to; None where that cannot be told."""
    own, _, first = custom_id.removeprefix(_PREFIX).partition(":")
    if not (custom_id.startswith(_PREFIX) and first.isascii() and first.isdecimal()):
        return None
    number = min(int(first[:9]), _LARGEST)
    if own == Own.ARTICLE.value:
        return ListingArticles(number)
    return ListingFeeds(number) if own == Own.FEED.value else None
