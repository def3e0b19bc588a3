"""What a collection of some size needs: the disk, the time and memory of its build, and the bot's.

    python -m bench.sizing --text SOME/FOLDER 2000 20000 100000

The bot is what `byline run` loads, asked the words of 500 sentences; Discord itself is not there.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass
from pathlib import Path

from bench.corpus import Corpus, make_corpus
from bench.memory import PeakMemory

_SEED = 1
_QUESTIONS = 500
_MB = 1_000_000
_BOT = """
import json, sys
from pathlib import Path
import bot.running
from bot.asking import Newsdesk
from bot.live import LiveIndex
live = LiveIndex(Path(sys.argv[1]))
desk = Newsdesk(live)
for line in sys.stdin:
    desk.ask(line)
"""


@dataclass(frozen=True, slots=True)
class Size:
    """What one collection needs; bytes in MB."""

    articles: int
    passages: int
    text: float
    disk: float  # the library, and one generation
    build_seconds: float
    build_memory: float  # with its processes
    bot_memory: float  # after the questions


def size_of(corpus: Corpus, folder: Path) -> Size:
    """Index a corpus below `folder`, and ask it."""
    data = folder / "data"
    begun = time.perf_counter()
    building = subprocess.Popen(
        [sys.executable, "-m", "bot", "index", "import", str(corpus.path), "--data", str(data)],
        stdout=subprocess.DEVNULL,
    )
    with PeakMemory(building.pid) as build:
        if building.wait():
            raise SystemExit("the corpus could not be indexed")
    took = time.perf_counter() - begun
    asking = subprocess.Popen(
        [sys.executable, "-c", _BOT, str(data)], stdin=subprocess.PIPE, text=True
    )
    with PeakMemory(asking.pid) as bot:
        asking.communicate("\n".join(_questions(corpus)))
    return Size(
        corpus.articles,
        corpus.paragraphs,
        corpus.path.stat().st_size / _MB,
        sum(path.stat().st_size for path in data.rglob("*") if path.is_file()) / _MB,
        took,
        build.megabytes or 0.0,
        bot.megabytes or 0.0,
    )


def _questions(corpus: Corpus) -> list[str]:
    """The first words of articles from all over the corpus."""
    step = max(1, corpus.articles // _QUESTIONS)
    with corpus.path.open(encoding="utf-8") as lines:
        return [
            " ".join(line.partition('"text": "')[2].split()[:8])
            for number, line in enumerate(lines)
            if number % step == 0
        ]


def main() -> None:
    """Print a table, a row a size."""
    parser = argparse.ArgumentParser(prog="python -m bench.sizing")
    parser.add_argument("passages", type=int, nargs="+")
    parser.add_argument("--text", type=Path, nargs="+", default=[Path("articles")])
    given = parser.parse_args()
    print("| articles | passages | text MB | disk MB | build s | build MB | bot MB |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="byline-sizing-") as scratch:
        for number in given.passages:
            place = Path(scratch) / str(number)
            corpus = make_corpus(given.text, place, number, _SEED)
            cells = (f"{value:,.0f}" for value in astuple(size_of(corpus, place)))
            print(f"| {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
