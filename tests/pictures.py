"""Draws the pictures of docs/discord.md: real answers, as a renderer of Discord shows them.

    make pictures

The real client answers from the sample articles on a simulated Discord, whose preview page is
opened in headless Chromium. Each picture is a PNG in docs/pictures.
"""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import discord

from bot import texts
from bot.setting_ids import Setting, setting_id
from index import build_index
from tests.newsrooms import Newsroom, newsroom

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT, SCALE = 760, 1_500, 1.5
TOOLBAR = 112  # of the preview page, above the message
MARGIN = 16
COLOURS = 96
MOST_BYTES = 150_000
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")

Scene = Callable[[Newsroom], Awaitable[Any]]  # gives the message that is shown


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


def _let_manage(room: Newsroom) -> None:
    permissions = discord.Permissions(manage_guild=True)
    role = room.guild.create_role("Managers", permissions=permissions)
    room.env.backend.add_member_role(room.guild.id, room.alice.id, role.id)


SCENES: dict[str, Scene] = {
    "answer": answer,
    "newest-first": by_date,
    "explanation": explanation,
    "not-found": not_found,
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


async def draw(data: Path, name: str, chromium: str) -> Path:
    """Draw one picture."""
    scene = SCENES[name]
    async with newsroom(data) as room:
        updated = room.env.now().timestamp() - 7_200  # as seen on the simulated clock
        os.utime(data / "collections" / "sample" / "index" / "current", (updated, updated))
        room.env.backend.bot_user.name = room.env.backend.bot_user.global_name = "Byline"
        shown = await scene(room)
        async with room.env.preview(
            room.channel, viewers=[room.alice], layout="message"
        ) as preview:
            await preview.show(getattr(shown, "response", None) or shown)
            path = FOLDER / f"{name}.png"
            await asyncio.to_thread(photograph, chromium, preview.url, path)
    return path


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
        min(right + MARGIN, below.width), min(bottom + MARGIN, below.height),
    )  # fmt: skip
    below.crop(box).quantize(COLOURS).save(path, optimize=True)


def main() -> None:
    """Draw those that are named, or all."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if chromium is None:
        sys.exit("Chromium is needed to draw; install it, or name it: CHROMIUM=/path/to/it.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or SCENES:
            data = Path(folder) / name  # of its own, for each bot has commands to make known
            build_index(ROOT / "articles", data, "sample")
            path = asyncio.run(draw(data, name, chromium))
            size = path.stat().st_size
            print(f"{path.relative_to(ROOT)}  {size:,} bytes")  # noqa: T201  # a script's report
            if size > MOST_BYTES:
                sys.exit(f"{path.name} is larger than {MOST_BYTES:,} bytes; let it show less.")


if __name__ == "__main__":
    main()
