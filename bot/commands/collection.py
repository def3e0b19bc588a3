"""`/byline add`, `feeds`, `remove`, `articles`, `rebuild`: a server's own articles."""

import re
from typing import Protocol, Self, runtime_checkable

import discord
from discord import app_commands

from bot.collection_requests import (
    Adding,
    AddingFeeds,
    ListingArticles,
    ListingFeeds,
    Own,
    Rebuilding,
    RefreshingFeeds,
    Removing,
    RemovingFeed,
    Request,
)
from bot.texts import own_articles as texts

Choices = list[app_commands.Choice[str]]


@runtime_checkable
class Collector(Protocol):
    """A client that looks after the articles of a server."""

    async def collect(self, interaction: discord.Interaction, request: Request) -> None:
        """Do what those who manage a server ask for."""

    async def turn_list(self, interaction: discord.Interaction, custom_id: str) -> None:
        """Show another page of a list."""

    async def complete_own(
        self, interaction: discord.Interaction, what: Own, typed: str
    ) -> Choices:
        """What of the server's own an option may be filled with."""


class ListButton(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]],
    template=re.compile(r"(?s)byo1:.*"),
):
    """A button that leads to another page of a list."""

    def __init__(self, label: str, custom_id: str) -> None:
        super().__init__(discord.ui.Button(label=label, custom_id=custom_id))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction,  # noqa: ARG003  # the library's signature
        item: discord.ui.Item[discord.ui.LayoutView],
        match: re.Match[str],  # noqa: ARG003  # as above
    ) -> Self:
        """The button that was pressed."""
        return cls(getattr(item, "label", None) or "", getattr(item, "custom_id", ""))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Leave it to the client."""
        if isinstance(interaction.client, Collector):
            await interaction.client.turn_list(interaction, self.custom_id)


def add_commands(group: app_commands.Group, client: Collector) -> None:
    """Add the commands to `/byline`, answered by `client`."""

    @group.command(name="add", description=texts.ADD)
    @app_commands.describe(url=texts.URL)
    async def add(interaction: discord.Interaction, url: str) -> None:
        await client.collect(interaction, Adding(url))

    @group.command(name="articles", description=texts.ARTICLES)
    async def articles(interaction: discord.Interaction) -> None:
        await client.collect(interaction, ListingArticles())

    @group.command(name="remove", description=texts.REMOVE)
    @app_commands.describe(article=texts.WHICH)
    async def remove(
        interaction: discord.Interaction, article: app_commands.Range[str, 1, 500]
    ) -> None:
        await client.collect(interaction, Removing(article))

    @group.command(name="rebuild", description=texts.REBUILD)
    async def rebuild(interaction: discord.Interaction) -> None:
        await client.collect(interaction, Rebuilding())

    @remove.autocomplete("article")
    async def complete(interaction: discord.Interaction, typed: str) -> Choices:
        return await client.complete_own(interaction, Own.ARTICLE, typed)

    group.add_command(_feeds(client))


def _feeds(client: Collector) -> app_commands.Group:
    feeds = app_commands.Group(name="feeds", description=texts.FEEDS)

    @feeds.command(name="list", description=texts.LIST_FEEDS)
    async def list_(interaction: discord.Interaction) -> None:
        await client.collect(interaction, ListingFeeds())

    @feeds.command(name="add", description=texts.ADD_FEED)
    @app_commands.describe(url=texts.FEED_URL, summaries=texts.SUMMARIES)
    async def add(interaction: discord.Interaction, url: str, summaries: bool = False) -> None:
        await client.collect(interaction, AddingFeeds(url, summaries=summaries))

    @feeds.command(name="remove", description=texts.REMOVE_FEED)
    @app_commands.describe(feed=texts.FEED, articles=texts.WITH_ARTICLES)
    async def remove(
        interaction: discord.Interaction,
        feed: app_commands.Range[str, 1, 2_000],
        articles: bool = False,
    ) -> None:
        await client.collect(interaction, RemovingFeed(feed, with_articles=articles))

    @feeds.command(name="refresh", description=texts.REFRESH_FEEDS)
    @app_commands.describe(feed=texts.ONE_FEED)
    async def refresh(
        interaction: discord.Interaction, feed: app_commands.Range[str, 1, 2_000] | None = None
    ) -> None:
        await client.collect(interaction, RefreshingFeeds(feed))

    @remove.autocomplete("feed")
    @refresh.autocomplete("feed")
    async def complete(interaction: discord.Interaction, typed: str) -> Choices:
        return await client.complete_own(interaction, Own.FEED, typed)

    return feeds
