"""Byline beside its peers, measured in one run on one machine.

    python -m bench --passages 100000 --text PATH [--text PATH ...]
    python -m bench --growth 10000,100000,1000000 --text PATH

PATH is English text to make articles of: a file or a folder of plain text, Markdown, or JSON Lines
with a `text` in each record. With --passages, Byline and each peer that is installed (tantivy,
bm25s with NumPy and with numba, SQLite FTS5, rank-bm25) index the same terms one after the other;
then all are asked the same questions in turn, twice, each in a process of its own, so that whatever
else the machine does hits all alike. Read the ratios; the times are this machine's. With --growth,
Byline alone is measured over several numbers of passages.

Prints tables, and last one line of JSON; what a figure means stands in bench/figures.py. Memory is
read from /proc, and so told on Linux only. A run needs about ten times the size of its articles on
the disk (60 MB for 100,000 passages); --work keeps the articles and the indexes.
"""

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from bench.asked import Asking
from bench.compare import compare
from bench.corpus import make_corpus
from bench.engines import BYLINE, ENTRIES, OPTIONAL, Entry
from bench.growth import grow
from bench.machine import this_machine
from bench.processes import ProcessError
from bench.progress import say
from bench.report import print_comparison, print_growth, print_machine
from bench.text import TextError

_WIDTH = 220  # columns of a table that goes to a file
_FAILED = 1
_INTERRUPTED = 130  # 128 + SIGINT, as a shell tells it
_TERMINATED = 143  # 128 + SIGTERM


@dataclass(frozen=True, slots=True)
class Options:
    """The command line."""

    text: list[Path]
    passages: int | None
    growth: list[int]
    queries: int
    seed: int
    engines: list[str]
    tantivy_positions: bool
    seconds: float
    starts: int
    work: Path | None
    json: Path | None


def main() -> int:
    """Measure, print, and return the exit code."""
    options = _read_options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    try:
        with tempfile.TemporaryDirectory(prefix="byline-bench-") as temporary:
            told = _measure(options, (options.work or Path(temporary)).absolute())
    except (ProcessError, TextError) as error:
        print(error, file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED
    line = json.dumps(told)
    print(line)
    if options.json is not None:
        options.json.write_text(line + "\n", "ascii")
    return 0


def _measure(options: Options, work: Path) -> dict[str, Any]:
    """Measure what the options ask for, print it, and return it as JSON."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    machine = this_machine()
    print_machine(machine, console)
    told: dict[str, Any] = {"machine": asdict(machine), "seed": options.seed}
    asking = Asking(options.queries, options.seed, options.seconds, options.starts)
    work.mkdir(parents=True, exist_ok=True)
    if options.passages is not None:
        say("all: make the articles")
        corpus = make_corpus(options.text, work, options.passages, options.seed)
        compared = compare(corpus, work, _entries(options), asking)
        print_comparison(compared, console)
        told |= asdict(compared)
    if options.growth:
        rows = [grow(options.text, work, passages, asking) for passages in options.growth]
        print_growth(rows, console)
        told["growth"] = [asdict(row) for row in rows]
    return told


def _entries(options: Options) -> list[Entry]:
    """The engines to measure: Byline's, and those asked for."""
    left_out = frozenset() if options.tantivy_positions else OPTIONAL
    wanted = set(options.engines or ({one.name for one in ENTRIES} - left_out))
    return [one for one in ENTRIES if one.index == BYLINE or one.name in wanted]


def _read_options() -> Options:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--text", action="append", type=Path, required=True, metavar="PATH",
        help="a file or folder of English text; may be given several times")  # fmt: skip
    add("--passages", type=int, metavar="N", help="compare over so many passages")
    add("--growth", type=_numbers, default=[], metavar="N,N...",
        help="measure Byline alone over each of these numbers of passages")  # fmt: skip
    add("--queries", type=int, default=500, metavar="N", help="questions (default: %(default)s)")
    add("--seed", type=int, default=1, metavar="N",
        help="of the articles and the questions (default: %(default)s)")  # fmt: skip
    add("--engines", type=_names, default=[], metavar="NAME,NAME...",
        help=f"Byline and these only; of {', '.join(one.name for one in ENTRIES)}")  # fmt: skip
    add("--tantivy-positions", action="store_true", help="measure tantivy with positions as well")
    add("--seconds", type=float, default=2.0, metavar="S",
        help="how long two processes answer at once (default: %(default)s)")  # fmt: skip
    add("--starts", type=int, default=5, metavar="N",
        help="new processes that tell the first answer (default: %(default)s)")  # fmt: skip
    add("--work", type=Path, metavar="DIR", help="keep the files in this folder")
    add("--json", type=Path, metavar="FILE", help="write the line of JSON to this file as well")
    options = Options(**vars(parser.parse_args()))
    if options.passages is None and not options.growth:
        parser.error("give --passages N or --growth N,N...")
    return options


def _numbers(text: str) -> list[int]:
    try:
        return [int(one) for one in text.split(",")]
    except ValueError as error:
        raise argparse.ArgumentTypeError("it takes numbers with commas between them") from error


def _names(text: str) -> Sequence[str]:
    names = [one.strip() for one in text.split(",")]
    for name in names:
        if name not in {one.name for one in ENTRIES}:
            raise argparse.ArgumentTypeError(f"there is no engine {name!r}")
    return names


if __name__ == "__main__":
    sys.exit(main())
