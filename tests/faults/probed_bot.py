"""`byline`, with a look each 10 ms at how late its event loop is.

What was seen is written, when the process ends, to the file that BYLINE_PROBE names.
"""

import asyncio
import atexit
import json
import os
import sys
from array import array
from pathlib import Path

from bot.cli import main

EVERY = 0.010  # seconds


class Watched(asyncio.DefaultEventLoopPolicy):
    """Makes event loops whose lateness is taken down.

    Args:
        late: where each look's seconds are added.
    """

    def __init__(self, late: "array[float]") -> None:
        super().__init__()
        self._late = late

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        """A loop that is looked at."""
        loop = super().new_event_loop()

        def look(due: float) -> None:
            now = loop.time()
            self._late.append(now - due)
            loop.call_at(now + EVERY, look, now + EVERY)

        loop.call_later(EVERY, look, loop.time() + EVERY)
        return loop


def write(late: "array[float]", path: Path) -> None:
    """Tell what was seen; the first second, in which everything begins, is left out."""
    seen = sorted(late[100:]) or [0.0]
    figures = {"looks": len(late), "p99": seen[int(len(seen) * 0.99)], "longest": seen[-1]}
    path.write_text(json.dumps(figures), "ascii")


if __name__ == "__main__":
    taken: "array[float]" = array("d")
    atexit.register(write, taken, Path(os.environ["BYLINE_PROBE"]))
    asyncio.set_event_loop_policy(Watched(taken))
    sys.exit(main())
