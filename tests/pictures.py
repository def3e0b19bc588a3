"""Draws the pictures of docs/discord.md: real answers, as a renderer of Discord shows them.

    make pictures

The real client answers from the sample articles on a simulated Discord, whose preview page is
opened in headless Chromium. Each picture is a PNG in docs/pictures.
"""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord

from bot import texts
from bot.gathering import Gathering
from bot.limits import NO_LIMITS, Limits, Pace
from bot.server_collections import own_collection
from bot.setting_ids import Setting, setting_id
from index import build_index
from index.gathering.jobs import Terms
from tests.builders import article, collection
from tests.newsrooms import Newsroom, newsroom
from tests.websites import Website, website

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT, SCALE = 760, 1_500, 1.5
TOOLBAR = 112  # of the preview page, above the message
MARGIN = 16
COLOURS = 96
MOST_BYTES = 150_000
ONE_A_MINUTE = Limits(person=Pace(1, 60.0))
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

Scene = Callable[[Newsroom], Awaitable[Any]]  # gives the message that is shown


@dataclass(frozen=True, slots=True)
class Studio:
    """A newsroom whose server alice manages, a website to gather from, and the data folder."""

    room: Newsroom
    site: Website
    data: Path

    async def use(self, command: str, **options: object) -> Any:  # noqa: ANN401  # simcord's
        return await self.room.alice.slash(self.room.channel, command, **options)

    def change(self, statement: str, *seconds: int) -> None:
        """Change what the server's library holds to moments so far from the simulated now."""
        folder = self.data / "collections" / own_collection(self.room.guild.id)
        moments = [(self.room.env.now() + timedelta(seconds=one)).isoformat() for one in seconds]
        with closing(sqlite3.connect(folder / "library.db")) as library, library:
            library.execute(statement, moments)


StudioScene = Callable[[Studio], Awaitable[Any]]


async def answer(room: Newsroom) -> object:
    return await room.ask("What did Quist say about the breakwater?")


async def by_date(room: Newsroom) -> object:
    message = await room.ask("What did Quist say?")
    await room.alice.click(message, label=texts.BY_DATE)
    return room.channel.last_message


async def explanation(room: Newsroom) -> object:
    message = await room.ask("How much did the breakwater cost?")
    return await room.alice.click(message, label=texts.EXPLAIN)


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
    return await room.alice.context_menu(room.channel, texts.FIND_SOURCES, target=message)


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
    return await room.alice.click(message, label=texts.GOOD)


async def sources(room: Newsroom) -> object:
    return await room.alice.slash(room.channel, "sources")


async def who_said_this(room: Newsroom) -> object:
    message = await room.alice.send(
        room.channel, "I have stood in this street in waders four times"
    )
    return await room.alice.context_menu(room.channel, texts.WHO_SAID_THIS, target=message)


async def settings(room: Newsroom) -> object:
    room.guild.create_text_channel("press-office")
    _let_manage(room)
    return await room.alice.slash(room.channel, "byline settings")


async def channel_settings(room: Newsroom) -> object:
    _let_manage(room)
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


def _let_manage(room: Newsroom) -> None:
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
    "settings": settings,
    "channel-settings": channel_settings,
}
STUDIO_SCENES: dict[str, StudioScene] = {
    "added": added,
    "feeds": feeds,
    "own-articles": own_articles,
    "news": news,
    "following": following,
}


async def draw(data: Path, name: str, chromium: str) -> Path:
    """Draw one picture."""
    path = FOLDER / f"{name}.png"
    if scene := SCENES.get(name):
        limits = ONE_A_MINUTE if name == "too-soon" else NO_LIMITS
        async with newsroom(data, limits=limits) as room:
            _dress(data, room)
            await show(room, await scene(room), chromium, path)
        return path
    with website() as site:
        gatherer = Gathering(_here(data, site), dict(os.environ))
        keeping = asyncio.create_task(gatherer.keep())
        async with newsroom(data, gathering=gatherer) as room:
            _dress(data, room)
            _let_manage(room)
            shown = await STUDIO_SCENES[name](Studio(room, site, data))
            await show(room, shown, chromium, path)
        keeping.cancel()
        await asyncio.wait([keeping])
    return path


def _here(data: Path, site: Website) -> Terms:
    """What the gathering process is told of a website on this machine."""
    return Terms(str(data), allowed_hosts=site.host, schedule=None, delay=0, robots=False)


def _dress(data: Path, room: Newsroom) -> None:
    """Give the bot its name, and the index the age at which it is seen."""
    updated = room.env.now().timestamp() - 7_200  # as seen on the simulated clock
    os.utime(data / "collections" / "sample" / "index" / "current", (updated, updated))
    room.env.backend.bot_user.name = room.env.backend.bot_user.global_name = "Byline"


async def show(room: Newsroom, shown: Any, chromium: str, path: Path) -> None:  # noqa: ANN401
    """Photograph a message, or what responded to a command."""
    async with room.env.preview(room.channel, viewers=[room.alice], layout="message") as preview:
        await preview.show(getattr(shown, "response", None) or shown)
        await asyncio.to_thread(photograph, chromium, preview.url, path)


def photograph(chromium: str, url: str, path: Path) -> None:
    """Open a page in a browser without a window, and keep the message that it shows."""
    command = [
        chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--force-device-scale-factor={SCALE}", f"--window-size={WIDTH},{HEIGHT}",
        "--virtual-time-budget=9000", f"--screenshot={path}", url,
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    # Installed with the renderer alone, which nothing else needs.
    from PIL import Image, ImageChops  # noqa: PLC0415

    with Image.open(path) as page:
        below = page.convert("RGB").crop((0, round(TOOLBAR * SCALE), page.width, page.height))
    background = Image.new("RGB", below.size, below.getpixel((below.width // 2, 4)))
    left, top, right, bottom = ImageChops.difference(below, background).point(
        lambda value: 255 if value > 2 * MARGIN else 0  # which leaves out the shadow of the page
    ).getbbox() or (0, 0, *below.size)
    box = (
        max(left - MARGIN, 0), max(top - MARGIN, 0),
        min(right + 2 * MARGIN, below.width), min(bottom + 2 * MARGIN, below.height),
    )  # fmt: skip
    below.crop(box).quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """Draw those that are named, or all."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if chromium is None:
        sys.exit("Chromium is needed to draw; install it, or name it: CHROMIUM=/path/to/it.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or [*SCENES, *STUDIO_SCENES]:
            data = Path(folder) / name  # of its own, for each bot has commands to make known
            build_index(ROOT / "articles", data, "sample")
            path = asyncio.run(draw(data, name, chromium))
            size = path.stat().st_size
            print(f"{path.relative_to(ROOT)}  {size:,} bytes")  # noqa: T201  # a script's report
            if size > MOST_BYTES:
                sys.exit(f"{path.name} is larger than {MOST_BYTES:,} bytes; let it show less.")


if __name__ == "__main__":
    main()
