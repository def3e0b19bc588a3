"""The pictures of docs/discord.md: each is drawn by a scene, and each scene is shown."""

import re
from pathlib import Path

from tests.pictures.drawing import FOLDER
from tests.pictures.scenes import SCENES, STUDIO_SCENES

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "discord.md"


def test_every_picture_is_drawn_and_shown() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(pictures/([\w-]+)\.png\)", GUIDE.read_text("utf-8"))
    drawn = [path.stem for path in FOLDER.glob("*.png")]
    assert sorted(shown) == sorted(drawn) == sorted([*SCENES, *STUDIO_SCENES])
