"""How indexes are built: Byline's import and publication, and the builds of the peers."""

import json
import shutil
import statistics
from pathlib import Path

from bench import own
from bench.engines import Entry
from bench.figures import Built, Own
from bench.processes import Ran, python, run, seconds_to_first_line
from bench.progress import say

_IMPORT_ONLY = "import index; print('ready', flush=True)"
_ANSWER = (
    "import sys, index; "
    "print(index.SearchIndex.open(sys.argv[1]).search(sys.argv[2])[0].score, flush=True)"
)
_MB = 1_000_000


def import_articles(articles: Path, data: Path) -> Ran:
    """`byline index import`, as a process of its own."""
    command = ("-m", "bot", "index", "import", articles, "--data", data, "--quiet")
    return run(python(*command))


def measure_own(corpus: Path, data: Path, question: str, starts: int) -> Own:
    """Import a corpus into a new data folder, publish it again, and ask a new process.

    Args:
        corpus: a JSON Lines file of articles.
        data: the data folder; what is there is replaced.
        question: words that some passage holds.
        starts: how many new processes are asked it; their median is told.
    """
    shutil.rmtree(data, ignore_errors=True)
    say("byline: import")
    imported = import_articles(corpus, data)
    say("byline: publish")
    published = run(python("-m", "bench.worker", "publish", data))
    say("byline: first answer")
    generation = own.generation_file(data)
    return Own(
        import_seconds=imported.seconds,
        import_peak_mb=imported.peak_mb,
        publish_seconds=json.loads(published.output)["seconds"],
        publish_peak_mb=published.peak_mb,
        library_mb=own.collection(data).library.stat().st_size / _MB,
        generation_mb=generation.stat().st_size / _MB,
        ranking_mb=own.table_megabytes(generation),
        first_answer_ms=_first_answer(data, question, starts),
    )


def build_peer(entry: Entry, terms: Path, work: Path) -> Built:
    """Build a peer's index in a process of its own."""
    say(f"{entry.name}: build")
    folder = work / entry.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    ran = run(python("-m", "bench.worker", "build", entry.name, terms, folder))
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(entry.name, json.loads(ran.output)["seconds"], ran.peak_mb, size / _MB)


def _first_answer(data: Path, question: str, starts: int) -> float:
    """Milliseconds from the start of a process to its answer, beyond importing the package."""
    importing, answering = [], []
    for _ in range(starts):
        importing.append(seconds_to_first_line(python("-c", _IMPORT_ONLY)))
        answering.append(seconds_to_first_line(python("-c", _ANSWER, data, question)))
    return 1000 * (statistics.median(answering) - statistics.median(importing))
