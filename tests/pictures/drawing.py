"""Scenes drawn: a message on the preview page of a simulated Discord, opened in Chromium."""

import asyncio
import os
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.gathering import Gathering
from bot.limits import NO_LIMITS
from bot.live import LiveIndex
from index.articles import SAMPLE
from index.gathering.jobs import Terms
from tests.newsrooms import HeldDesk, Newsroom, newsroom
from tests.pictures.scenes import (
    ONE_A_MINUTE,
    SCENES,
    STUDIO_SCENES,
    Studio,
    Typed,
    Whole,
    aged,
    let_manage,
)
from tests.pictures.typed_page import typed_page
from tests.websites import Website, website

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "pictures"
WIDTH, HEIGHT, SCALE = 760, 1_500, 1.5
TOOLBAR = 112  # of the preview page, above the message
MARGIN = 16
BETWEEN = 12  # two pictures, one below the other
COLOURS = 96
DARKENED = 40  # of 255, the brightest ground behind a form
PART_OF_A_FORM = 0.1  # of a column or a row


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
        with closing(LiveIndex(data)) as live:
            desk = HeldDesk(live)
            desk.released.set()
            defer_after = 0 if name == "thinking" else 60
            async with newsroom(data, desk, gathering=gatherer, defer_after=defer_after) as room:
                _dress(data, room)
                let_manage(room)
                room.env.settle_timeout = 60  # seconds; pages are fetched by another process
                shown = await STUDIO_SCENES[name](Studio(room, desk, site, data))
                await show(room, shown, chromium, path)
        keeping.cancel()
        await asyncio.wait([keeping])
    return path


def _here(data: Path, site: Website) -> Terms:
    """What the gathering process is told of a website on this machine."""
    return Terms(str(data), allowed_hosts=site.host, schedule=None, delay=0, robots=False)


def _dress(data: Path, room: Newsroom) -> None:
    """Give the bot its name, and the index the age at which it is seen."""
    aged(data, room, SAMPLE)
    room.env.backend.bot_user.name = room.env.backend.bot_user.global_name = "Byline"


async def show(room: Newsroom, shown: Any, chromium: str, path: Path) -> None:  # noqa: ANN401
    """Photograph what a scene gives: a message, a channel, or what is offered while typing."""
    if isinstance(shown, Typed):
        with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
            file.write(typed_page(shown))
            file.flush()
            await asyncio.to_thread(photograph, chromium, f"file://{file.name}", path)
        return
    if isinstance(shown, tuple):
        paths = [path.with_suffix(f".{number}.png") for number in range(len(shown))]
        for step, part in zip(shown, paths, strict=True):
            await show(room, await step(), chromium, part)
        await asyncio.to_thread(put_together, paths, path)
        return
    if isinstance(shown, Whole):
        viewers = [shown.viewer]
        async with room.env.preview(shown.channel, viewers=viewers, layout="channel") as preview:
            await asyncio.to_thread(photograph, chromium, preview.url, path, shown.height)
        return
    async with room.env.preview(room.channel, viewers=[room.alice], layout="message") as preview:
        await preview.show(getattr(shown, "response", None) or shown)
        await asyncio.to_thread(photograph, chromium, preview.url, path)
        if getattr(shown, "modal", None):
            await asyncio.to_thread(cut_out_modal, path)


def put_together(parts: list[Path], path: Path) -> None:
    """Make one picture of several, one below the other, and remove them."""
    from PIL import Image  # noqa: PLC0415  # as below

    pictures = [Image.open(part).convert("RGB") for part in parts]
    width = max(one.width for one in pictures)
    height = sum(one.height for one in pictures) + BETWEEN * (len(pictures) - 1)
    whole = Image.new("RGB", (width, height), "white")
    top = 0
    for part, picture in zip(parts, pictures, strict=True):
        whole.paste(picture, (0, top))
        top += picture.height + BETWEEN
        part.unlink()
    whole.quantize(COLOURS).save(path, optimize=True)


def cut_out_modal(path: Path) -> None:
    """Keep of a photograph the form alone, before which all else is darkened."""
    from PIL import Image, ImageChops  # noqa: PLC0415  # as below

    with Image.open(path) as page:
        shown = page.convert("RGB")
    counted = shown.getcolors(shown.width * shown.height) or []
    _, ground = max(one for one in counted if min(one[1]) > DARKENED)
    around = ImageChops.difference(shown, Image.new("RGB", shown.size, ground)).convert("L")
    form = around.point(lambda value: 255 if value == 0 else 0)
    columns, rows = (
        form.resize(size, Image.Resampling.BOX) for size in ((form.width, 1), (1, form.height))
    )  # how much of each is the form
    left, _, right, _ = columns.point(_much).getbbox() or (0, 0, *form.size)
    _, top, _, bottom = rows.point(_much).getbbox() or (0, 0, *form.size)
    shown.crop((left, top, right, bottom)).quantize(COLOURS).save(path, optimize=True)


def _much(value: float) -> int:
    return 255 if value > 255 * PART_OF_A_FORM else 0


def photograph(chromium: str, url: str, path: Path, height: int = HEIGHT) -> None:
    """Open a page in a browser without a window, and keep the message that it shows."""
    command = [
        chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--force-device-scale-factor={SCALE}", f"--window-size={WIDTH},{height}",
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
