"""What the pictures of docs/discord.md show: people who ask, press and choose, and what comes."""

import asyncio
import os
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import discord

from bot import texts
from bot.limits import Limits, Pace
from bot.server_collections import own_collection
from bot.setting_ids import Setting, setting_id
from index import Article
from index.articles import MAIN
from tests.builders import article, collection
from tests.newsrooms import HeldDesk, Newsroom, installed_by, labels
from tests.websites import Website

ONE_A_MINUTE = Limits(person=Pace(1, 60.0))

Scene = Callable[[Newsroom], Awaitable[Any]]  # gives the message that is shown


@dataclass(frozen=True, slots=True)
class Studio:
    """A newsroom whose server alice manages, with all that is around it."""

    room: Newsroom
    desk: HeldDesk
    site: Website
    data: Path

    async def use(self, command: str, **options: object) -> Any:  # noqa: ANN401  # simcord's
        return await self.room.alice.slash(self.room.channel, command, **options)

    def give(self, guild: Any, text: str) -> None:  # noqa: ANN401  # simcord's
        """Give a server an article of its own, as old as the others."""
        name = own_collection(guild.id)
        told = article(name, text, title="From our own notes", source="Notes", lang="en")
        collection(self.data, told, name=name)
        aged(self.data, self.room, name)

    def publish(self, *articles: Article) -> None:
        """Put articles into the common collection, two hours before the simulated now."""
        collection(self.data, *articles)
        aged(self.data, self.room, MAIN)

    def change(self, statement: str, *seconds: int) -> None:
        """Change what the server's library holds to moments so far from the simulated now."""
        folder = self.data / "collections" / own_collection(self.room.guild.id)
        moments = [(self.room.env.now() + timedelta(seconds=one)).isoformat() for one in seconds]
        with closing(sqlite3.connect(folder / "library.db")) as library, library:
            library.execute(statement, moments)


def aged(data: Path, room: Newsroom, name: str) -> None:
    """Give a collection the age at which it is seen."""
    updated = room.env.now().timestamp() - 7_200
    os.utime(data / "collections" / name / "index" / "current", (updated, updated))


StudioScene = Callable[[Studio], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types into an option of a command, and what is offered for it."""

    command: str
    option: str
    text: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything that stands in a channel, as somebody sees it."""

    channel: Any  # simcord's, as the next
    viewer: Any
    height: int = 900  # of the window


# What is shown one below the other: each is photographed before the next happens.
Steps = tuple[Callable[[], Awaitable[Whole]], ...]


async def answer(room: Newsroom) -> object:
    return await room.ask("What did Quist say about the breakwater?")


async def by_date(room: Newsroom) -> object:
    message = await room.ask("What did Quist say?")
    await room.alice.click(message, label=texts.buttons.BY_DATE)
    return room.channel.last_message


async def explanation(room: Newsroom) -> object:
    message = await room.ask("How much did the breakwater cost?")
    return await room.alice.click(message, label=texts.buttons.EXPLAIN)


async def not_found(room: Newsroom) -> object:
    return await room.alice.slash(
        room.channel, "ask", question="What did Osmund Quist say about penguins?"
    )


async def hidden(room: Newsroom) -> object:
    return await room.alice.slash(
        room.channel, "ask", question="How much did the breakwater cost?", count=2, hidden=True
    )


async def search(room: Newsroom) -> object:
    query = '"breakwater" OR pier -crab harb* since:2025-06'
    return await room.alice.slash(room.channel, "search", query=query, count=2)


async def spelling(room: Newsroom) -> object:
    return await room.ask("How much did the braekwater cost?")


async def going_on(room: Newsroom) -> object:
    message = await room.ask("What did Osmund Quist say?")
    await room.alice.send(room.channel, "and about the boats?", reply_to=message)
    return room.channel.last_message


async def too_soon(room: Newsroom) -> object:
    await room.ask("What did Quist say?")
    return await room.ask("And who opened the breakwater?")


async def find_sources(room: Newsroom) -> object:
    message = await room.alice.send(room.channel, "They say the breakwater is two years late.")
    return await room.alice.context_menu(room.channel, texts.commands.FIND_SOURCES, target=message)


async def help_(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "help")


async def one_article(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "article", headline="breakwater", count=3)


async def latest(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "latest", count=3)


async def timeline(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "timeline", speaker="Osmund Quist", count=3)


async def thanks(room: Newsroom) -> object:
    message = await room.ask("What did Quist say about the breakwater?")
    return await room.alice.click(message, label=texts.buttons.GOOD)


async def wrong_answer(room: Newsroom) -> object:
    message = await room.ask("What did Quist say about the breakwater?")
    return await room.alice.click(message, label=texts.buttons.BAD)


async def completions(room: Newsroom) -> object:
    choices = await room.alice.autocomplete(room.channel, "article", "headline", "orr br")
    return Typed("article", "headline", "orr br", tuple(one["name"] for one in choices))


async def quotes(room: Newsroom) -> object:
    return await room.alice.slash(
        room.channel, "quotes", speaker="Osmund Quist", about="breakwater", count=3
    )


async def shared(room: Newsroom) -> object:
    asked = "How much did the breakwater cost?"
    alone = await room.alice.slash(room.channel, "ask", question=asked, count=1, hidden=True)
    told = await room.alice.click(alone.response, label=texts.buttons.SHARE)
    return told.followups[0]


async def not_yours(room: Newsroom) -> object:
    bob = room.guild.add_member(room.env.create_user("bob"))
    await bob.slash(room.channel, "ask", question="How much did the breakwater cost?", count=1)
    return await room.alice.click(room.channel.last_message, label=texts.buttons.DELETE)


async def ask_again(room: Newsroom) -> object:
    message = await room.ask("How much did the breakwater cost?")
    stored = room.env.backend.get_message(room.channel.id, message.id)
    stored.components[-1]["components"][0]["custom_id"] = "of another version"
    return await room.alice.click(message, custom_id="of another version")


async def edited(room: Newsroom) -> object:
    question = await room.alice.send(room.channel, f"{room.mention} What did Osmund Quist say?")
    await room.alice.edit(question, f"{room.mention} What did Osmund Quist say about rocks?")
    return Whole(room.channel, room.alice)


async def direct(room: Newsroom) -> object:
    await room.alice.send_dm("What did Osmund Quist say about rocks?")
    return Whole(room.alice.user.dm_channel, room.alice.user)


async def thread(room: Newsroom) -> object:
    mona, _ = room.add_manager(discord.Permissions(manage_guild=True))
    opened = await mona.slash(room.channel, "byline settings")
    await mona.select(opened.response, [room.channel], custom_id=setting_id(Setting.CHANNEL))
    where = setting_id(Setting.WHERE, room.channel.id)
    await mona.select(opened.response, ["thread"], custom_id=where)
    await room.alice.send(room.channel, f"{room.mention} What did Osmund Quist say about rocks?")
    return Whole(room.channel.threads[0], room.alice)


async def privacy(room: Newsroom) -> object:
    let_manage(room)
    await room.ask("How much did the breakwater cost?")
    return await room.alice.slash(room.channel, "privacy")


async def cooldown(room: Newsroom) -> object:
    let_manage(room)
    opened = await room.alice.slash(room.channel, "byline settings")
    return await room.alice.click(opened.response, label=texts.settings.COOLDOWN)


async def channel_sources(room: Newsroom) -> object:
    let_manage(room)
    opened = await room.alice.slash(room.channel, "byline settings")
    await room.alice.select(opened.response, [room.channel], custom_id=setting_id(Setting.CHANNEL))
    return await room.alice.click(opened.response, label=texts.settings.SOURCES_HERE)


async def sources(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "sources")


async def who_said_this(room: Newsroom) -> object:
    message = await room.alice.send(
        room.channel, "I have stood in this street in waders four times"
    )
    return await room.alice.context_menu(room.channel, texts.commands.WHO_SAID_THIS, target=message)


async def settings(room: Newsroom) -> object:
    room.guild.create_text_channel("press-office")
    let_manage(room)
    return await room.alice.slash(room.channel, "byline settings")


async def channel_settings(room: Newsroom) -> object:
    let_manage(room)
    opened = await room.alice.slash(room.channel, "byline settings")
    custom_id = setting_id(Setting.CHANNEL)
    return await room.alice.select(opened.response, [room.channel], custom_id=custom_id)


async def added(studio: Studio) -> object:
    return await studio.use("byline add", url=f"{_page(studio.site)} https://lantern.example/tide")


async def feeds(studio: Studio) -> object:
    await studio.use("byline feeds add", url=_feed(studio.site), summaries=True)
    studio.change("UPDATE feeds SET succeeded = ?, next_try = ?", -300, 600)
    return await studio.use("byline feeds list")


async def own_articles(studio: Studio) -> object:
    collection(studio.data, *_NEWS, name=own_collection(studio.room.guild.id))
    studio.change("UPDATE articles SET came = ?", -7_200)
    return await studio.use("byline articles")


async def news(studio: Studio) -> object:
    collection(studio.data, article("old", "The crab fair begins in May.", lang="en"))
    await studio.use("follow", speaker="Ines Falk", topic="breakwater")
    collection(studio.data, *_NEWS)
    await studio.room.client.following.look()
    return studio.room.channel.last_message


async def following(studio: Studio) -> object:
    await studio.use("follow", speaker="Ines Falk", topic="breakwater")
    await studio.use("follow", topic="crab landings")
    await studio.use("follow", speaker="Osmund Quist")
    return await studio.use("following")


async def stats(studio: Studio) -> object:
    studio.publish(*_NEWS)
    opened = await studio.use("byline settings")
    alice = studio.room.alice
    await alice.select(opened.response, ["30"], custom_id=setting_id(Setting.KEEPING))
    for words in ("What did Ines Falk say?", "Who paid for the breakwater?", "Any zebras?"):
        message = await studio.room.ask(words)
        if texts.buttons.GOOD in labels(message):
            await alice.click(message, label=texts.buttons.GOOD)
    return await studio.use("byline stats")


async def hostile(studio: Studio) -> object:
    studio.publish(_HOSTILE)
    return await studio.room.ask("Who opened the breakwater?")


async def elsewhere(studio: Studio) -> object:
    """Alice has Byline for herself in a server that has articles of its own."""
    room, club = studio.room, studio.room.guild.create_text_channel("knitting-club")
    studio.give(room.guild, "The breakwater is what we call our longest scarf.")
    installed_by(room, user=room.alice.id)
    question = "How much did the breakwater cost?"
    await room.alice.slash(club, "ask", question=question, count=1)
    return Whole(club, room.alice, 740)


async def isolation(studio: Studio) -> object:
    async def asked_in(name: str, text: str) -> Whole:
        room, guild = studio.room, studio.room.env.create_guild()
        alice, channel = guild.add_member(room.alice.user), guild.create_text_channel(name)
        studio.give(guild, text)
        await alice.send(channel, f"{room.mention} Who won the raft race?")
        return Whole(channel, alice, 620)

    return (
        partial(asked_in, "crab-club", "The raft race was won by the Crab Club, of course."),
        partial(asked_in, "rowing-club", "Nobody but our own eight has won the raft race."),
    )


async def thinking(studio: Studio) -> object:
    room, question = studio.room, "How much did the breakwater cost?"
    studio.desk.released.clear()
    slash = room.alice.slash(room.channel, "ask", question=question, count=1)
    asking = asyncio.ensure_future(slash)

    async def announced() -> Whole:
        while not room.requests("POST", "/callback"):  # noqa: ASYNC110  # it is no event
            await asyncio.sleep(0.05)
        asking.cancel()  # simcord shows nothing while somebody waits for an answer
        await asyncio.wait([asking])
        return Whole(room.channel, room.alice, 360)

    async def answered() -> Whole:
        studio.desk.released.set()
        await room.env.settle()
        return Whole(room.channel, room.alice, 740)

    return announced, answered


_HOSTILE = article(
    "hostile",
    "@everyone The breakwater was opened by **nobody** || see discord.gg/crabs || and by "
    "[the mayor](https://lantern.example/not-the-mayor) \u202eyenom\u202c <@1> <#2> <:crab:3>.",
    title="# Breakwater [opened](https://lantern.example/elsewhere) @here", source="*The* Lantern",
    url="https://lantern.example/opened", published="2026-09-18", lang="en",
)  # fmt: skip
_NEWS = (
    article(
        "wall",
        "“The breakwater held in all three storms,” said Ines Falk, the harbour master, on Friday. "
        "The last of the scaffolding goes in October.",
        title="Three storms, and not a stone moved", source="The Lantern",
        url="https://lantern.example/storms", published="2026-09-18", lang="en",
    ),
    article(
        "cost",
        "The council met on Monday. “Nobody will ask what the breakwater cost when the ferry sails "
        "in January,” said Ines Falk.",
        title="What the harbour is worth", source="The Skerrow Post",
        url="https://post.example/harbour", published="2026-09-21", lang="en",
    ),
)  # fmt: skip


def _page(site: Website) -> str:
    text = "The night ferry sails again from the first of October, at eight in the evening. " * 4
    return site.put(
        "/ferry",
        f"<html lang=en><head><title>Night ferry sails again</title></head><body><article>"
        f"<h1>Night ferry sails again</h1><p>{text}</p></article></body></html>",
    )


def _feed(site: Website) -> str:
    text = "The boats landed more crab than in any September since the count began. " * 4
    items = "".join(
        f"<item><guid>{title}</guid><link>{site.at(f'/{day}')}</link><title>{title}</title>"
        f"<pubDate>{day} Sep 2026 10:00:00 GMT</pubDate><description>{text}</description></item>"
        for day, title in ((14, "Crab landings at their highest"), (21, "A dry week ahead"))
    )
    channel = f"<title>The Skerrow Post</title><language>en</language>{items}"
    return site.put("/rss", f'<rss version="2.0"><channel>{channel}</channel></rss>')


def let_manage(room: Newsroom) -> None:
    permissions = discord.Permissions(manage_guild=True, manage_channels=True)
    role = room.guild.create_role("Managers", permissions=permissions)
    room.env.backend.add_member_role(room.guild.id, room.alice.id, role.id)


SCENES: dict[str, Scene] = {
    "answer": answer,
    "newest-first": by_date,
    "explanation": explanation,
    "not-found": not_found,
    "search": search,
    "spelling": spelling,
    "follow-up": going_on,
    "too-soon": too_soon,
    "find-sources": find_sources,
    "help": help_,
    "hidden": hidden,
    "article": one_article,
    "latest": latest,
    "timeline": timeline,
    "thanks": thanks,
    "sources": sources,
    "who-said-this": who_said_this,
    "quotes": quotes,
    "completions": completions,
    "wrong-answer": wrong_answer,
    "shared": shared,
    "not-yours": not_yours,
    "ask-again": ask_again,
    "edited": edited,
    "thread": thread,
    "direct": direct,
    "privacy": privacy,
    "cooldown": cooldown,
    "channel-sources": channel_sources,
    "settings": settings,
    "channel-settings": channel_settings,
}
STUDIO_SCENES: dict[str, StudioScene] = {
    "added": added,
    "feeds": feeds,
    "own-articles": own_articles,
    "news": news,
    "following": following,
    "stats": stats,
    "hostile": hostile,
    "elsewhere": elsewhere,
    "isolation": isolation,
    "thinking": thinking,
}
