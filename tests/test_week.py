"""A week and a day of three servers, by an injected clock: feeds, follows, questions, departures.

In the end the bot's own file holds what docs/privacy.md promises, and is as small as that is.
"""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import discord

from bot.follows import MOST_A_DAY
from bot.server_collections import own_collection
from bot.setting_ids import Setting, setting_id
from bot.texts import buttons as texts
from index.build import list_articles
from index.collections import Collections
from index.feeds import FollowedFeed
from index.holdings import followed
from index.ingest.addresses import AllowedHosts
from index.ingest.polite import Manners
from index.refresh import refresh_feeds
from tests.builders import collection
from tests.newsrooms import ABOUT_THE_WALL, FERRY, HARBOUR, Newsroom, newsroom, shown
from tests.test_feedback import held_by
from tests.test_following import told
from tests.test_ingest_feeds import rss
from tests.test_refresh import item
from tests.websites import Website, website

FIRST = date(2026, 7, 1)
DAYS, QUESTIONS, ITEMS, FLOOD = 9, 4, 3, 40
KEPT = 7  # days
EVERYTHING = discord.Permissions(manage_guild=True, manage_channels=True)


class Server:
    """A server with a manager, a channel, and its own ways."""

    def __init__(self, room: Newsroom, guild: Any, name: str) -> None:  # noqa: ANN401  # simcord's
        self.room, self.guild, self.name = room, guild, name
        self.channel = guild.create_text_channel(f"{name}-news")
        role = guild.create_role("Editors", permissions=EVERYTHING)
        self.mona = guild.add_member(room.env.create_user(f"mona-{name}"), roles=[role])

    async def ask(self, day: int) -> None:
        """A day's questions, one of them without an answer; and what somebody thinks of one."""
        for number in range(QUESTIONS):
            words = f"zebras {self.name} {day} {number}" if number else ABOUT_THE_WALL
            await self.mona.send(self.channel, f"{self.room.mention} {words} <@{self.mona.id}>")
            answer = self.channel.last_message
            if not number:
                await self.mona.click(answer, label=texts.GOOD)


async def refreshed(site: Website, data: Path, name: str, today: date, items: int) -> None:
    """The feed has so many items today, and is asked three times."""
    entries = [
        item(f"g{n}", site.at(f"/{n}"), f"The tram of line {n} stops. " * 40, title=f"Tram {n}")
        for n in range(items)
    ]
    url = site.put("/rss", rss(*entries), ETag=f'"{items}"')
    for hour in (6, 12, 18):
        known = {feed.url: feed for feed in followed(data, name)}
        await asyncio.to_thread(
            refresh_feeds,
            [known.get(url, FollowedFeed(url, full_text=False))],
            data,
            name,
            allowed=AllowedHosts.parse(site.host),
            now=datetime(today.year, today.month, today.day, hour, tzinfo=UTC),
            manners=Manners(delay=0, robots=False),
        )


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "bot.db")) as database:
        return database.execute(sql).fetchall()


async def lived(room: Newsroom, site: Website, data: Path, today: list[date]) -> list[Server]:
    """Let the days pass; one server keeps questions, one does not, and one is left."""
    guilds = (room.guild, room.env.create_guild(), room.env.create_guild())
    names = ("keeps", "silent", "leaves")
    keeps, silent, leaves = (Server(room, *one) for one in zip(guilds, names, strict=True))
    collection(data, FERRY, name=own_collection(leaves.guild.id))
    menu = (await keeps.mona.slash(keeps.channel, "byline settings")).response
    await keeps.mona.select(menu, [str(KEPT)], custom_id=setting_id(Setting.KEEPING))
    for one in (keeps, leaves):
        await one.mona.slash(one.channel, "follow", topic="ferry")
    for day in range(DAYS):
        today[0] = FIRST + timedelta(days=day)
        own = own_collection(keeps.guild.id)
        await refreshed(site, data, own, today[0], ITEMS * (day + 1))
        many = FLOOD if day == 3 else ITEMS
        words = [f"The ferry of day {day} was painted {'very ' * n}green." for n in range(many)]
        collection(data, *(told(100 * day + n, one) for n, one in enumerate(words)))
        before = len(keeps.channel.history())
        await room.client.following.look()
        news = "".join(shown(one) for one in keeps.channel.history()[before:])
        assert news.count("Story ") == min(many, MOST_A_DAY)
        for server in (keeps, silent, *([leaves] if day == 0 else [])):
            await server.ask(day)
        if day == 1:
            room.env.backend.remove_guild(leaves.guild.id)
            await room.env.settle()
        room.client.ledger.write()
        await room.client.retention.look()
        await room.client.departures.look()
    return [keeps, silent, leaves]


async def test_after_a_week_the_store_holds_what_was_promised(data: Path) -> None:
    collection(data, HARBOUR, FERRY)
    today = [FIRST]
    with website() as site:
        async with newsroom(data, today=lambda: today[0]) as room:
            keeps, silent, leaves = await lived(room, site, data, today)
    own = own_collection(keeps.guild.id)
    assert site.unchanged["/rss"] == 2 * DAYS, "a feed that had not changed was fetched again"
    assert len(list_articles(data, own)) == ITEMS * DAYS
    # Questions: of one server, for its days, without people.
    kept = rows(data, "SELECT guild_id, day FROM questions ORDER BY id")
    last = [(FIRST + timedelta(days=day)).isoformat() for day in range(DAYS - KEPT, DAYS)]
    assert kept == [(keeps.guild.id, day) for day in last for _ in range(QUESTIONS)]
    held = held_by(data)
    assert b"zebras keeps 8" in held
    assert b"zebras keeps 0" not in held
    assert b"zebras silent" not in held
    assert not any(str(one.mona.id).encode() in held for one in (keeps, silent, leaves))
    # Counts, in no more rows than days and servers take.
    assert rows(data, "SELECT guild_id, SUM(times) FROM asked GROUP BY guild_id") == sorted(
        (server.guild.id, DAYS * QUESTIONS) for server in (keeps, silent)
    )
    assert rows(data, "SELECT SUM(times), COUNT(*) FROM feedback") == [(2 * DAYS, 2 * DAYS)]
    # Of the server that was left, nothing; its articles are gone as well.
    for table in ("asked", "questions", "feedback", "follows", "server_settings", "servers_left"):
        sql = f"SELECT COUNT(*) FROM {table} WHERE guild_id = {leaves.guild.id}"  # noqa: S608
        assert rows(data, sql) == [(0,)], table
    assert [one.name for one in Collections(data).all()] == sorted([own, "main"])
    # Of what was posted no more than it takes to tell a story that comes again.
    assert rows(data, "SELECT COUNT(*) FROM to_post") == [(0,)]
    assert rows(data, "SELECT COUNT(*) FROM posted")[0][0] <= 50 + MOST_A_DAY
    known = rows(data, "SELECT collection, LENGTH(hashes) FROM known_articles")
    assert all(size == 8 * len(list_articles(data, name)) for name, size in known)
    assert len(held) < 256 * 1024
