"""Draws the pictures that are named, or all."""

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from index import build_index
from tests.pictures.drawing import FOLDER, ROOT, draw
from tests.pictures.scenes import SCENES, STUDIO_SCENES

MOST_BYTES = 150_000
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


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
