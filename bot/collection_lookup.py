"""A server's own articles and feeds as its managers name them: found, listed, completed.

Reads the library, beside the event loop; changes nothing.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import discord
from discord import app_commands

from bot.collection_requests import (
    A_PAGE,
    Adding,
    AddingFeeds,
    Listing,
    ListingFeeds,
    Own,
    RefreshingFeeds,
    Removing,
    RemovingFeed,
    Request,
)
from bot.escaping import cut, inert
from bot.rendering.collection_layout import articles_layout, feeds_layout
from bot.server_collections import own_collection
from bot.texts import own_articles as texts
from index.errors import BadInputError
from index.feeds import FollowedFeed
from index.gathering.jobs import (
    AddPages,
    FollowFeeds,
    Job,
    Rebuild,
    RefreshFeeds,
    RemoveArticles,
    UnfollowFeeds,
)
from index.holdings import Holdings, followed, held, named, withdrawn
from index.keys import is_key, key_of

_MOST_CHOICES = 25
_CHOICE_LENGTH = 100  # UTF-16 units
_WRITTEN_LENGTH = 100
_ALL = 1_000_000_000

Looked = TypeVar("Looked")


class OwnArticles:
    """What one server has of its own.

    Every method raises `ArticleIndexError` where the library cannot be read.

    Args:
        data_dir: the data folder.
        guild_id: the server's.
    """

    def __init__(self, data_dir: Path, guild_id: int) -> None:
        self._data_dir = data_dir
        self._collection = own_collection(guild_id)

    async def complete(self, what: Own, typed: str) -> list[app_commands.Choice[str]]:
        """What an option may be filled with."""
        words = typed.strip()
        if what is Own.FEED:
            return [
                _choice(feed.title or feed.url, feed.url)
                for feed in await self._feeds()
                if words.lower() in f"{feed.title or ''} {feed.url}".lower()
            ][:_MOST_CHOICES]
        found = await self._look(lambda data: named(data, self._collection, words, _MOST_CHOICES))
        return [_choice(one.title or one.url or one.id, one.id) for one in found]

    async def job(self, request: Request) -> Job:
        """The job that does what is asked for; what is no list is one.

        Raises:
            BadInputError: what is named is not there, or too much is.
        """
        match request:
            case Adding(written):
                return AddPages(_addresses(written))
            case AddingFeeds(written, summaries):
                return FollowFeeds(_addresses(written), full_text=not summaries)
            case RefreshingFeeds(written):
                return await self._refresh(written)
            case RemovingFeed(written, with_articles):
                return UnfollowFeeds((await self._feed(written),), with_articles)
            case Removing(written):
                return RemoveArticles((await self._article(written),))
            case _:  # lists are no jobs
                return Rebuild()

    async def _refresh(self, written: str | None) -> RefreshFeeds:
        if written is not None:
            return RefreshFeeds((await self._feed(written),))
        if not await self._feeds():
            raise BadInputError(texts.NO_FEEDS)
        return RefreshFeeds()

    async def _feed(self, written: str) -> str:
        for feed in await self._feeds():
            if written.strip() in (feed.url, feed.title, key_of(feed.url)):
                return feed.url
        raise BadInputError(texts.no_feed(inert(cut(written, _WRITTEN_LENGTH))))

    async def _article(self, written: str) -> str:
        shown = inert(cut(written, _WRITTEN_LENGTH))
        if is_key(written):
            everything = await self._held(0, _ALL)
            for one in everything.articles:
                if key_of(one.id) == written:
                    return one.id
            raise BadInputError(texts.no_article(shown))
        found = await self._look(lambda data: named(data, self._collection, written.strip(), 3))
        if not found:
            raise BadInputError(texts.no_article(shown))
        exact = [one for one in found if written.strip() in (one.id, one.url, one.title)]
        chosen = exact or found
        if len(chosen) > 1 and written.strip() != chosen[0].id:
            raise BadInputError(texts.many_articles(shown))
        return chosen[0].id

    async def _feeds(self) -> list[FollowedFeed]:
        return await self._look(lambda data: followed(data, self._collection))

    async def listed(self, listing: Listing) -> discord.ui.LayoutView:
        """A part of a list."""
        if isinstance(listing, ListingFeeds):
            feeds = await self._feeds()
            gone = await self._look(lambda data: withdrawn(data, self._collection))
            return feeds_layout(feeds, gone, listing)
        holdings = await self._held(listing.first, A_PAGE)
        if listing.first and not holdings.articles:  # they were removed meanwhile
            listing = replace(listing, first=0)
            holdings = await self._held(0, A_PAGE)
        return articles_layout(holdings, listing)

    async def _held(self, first: int, most: int) -> Holdings:
        return await self._look(lambda data: held(data, self._collection, first, most))

    async def _look(self, look: Callable[[Path], Looked]) -> Looked:
        """What a library says, beside the event loop."""
        return await asyncio.to_thread(look, self._data_dir)


def _addresses(written: str) -> tuple[str, ...]:
    urls = tuple(dict.fromkeys(written.split()))
    if not urls:
        raise BadInputError(texts.NO_URL)
    if len(urls) > texts.MOST_URLS:
        raise BadInputError(texts.TOO_MANY_URLS)
    return urls


def _choice(name: str, value: str) -> app_commands.Choice[str]:
    fits = len(value) <= _CHOICE_LENGTH and not is_key(value)
    label = cut(" ".join(name.split()), _CHOICE_LENGTH) or value[:_CHOICE_LENGTH]
    return app_commands.Choice(name=label, value=value if fits else key_of(value))
