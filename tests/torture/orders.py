"""The same articles give the same bytes and the same answers, in any order and any process.

    python -m tests.torture.orders --processes 6

Each process has a hash seed of its own and is given the articles in another order, as an export and
as a folder whose files were made in another order. All generation files must be equal byte for
byte, and so must the answers, printed as JSON.
"""

import json
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from index import Article
from tests.torture import trials
from tests.torture.commands import not_done, run
from tests.torture.corpora import chance, stories, write_folder, write_json_lines

_ASKED = (
    "What did Ines Falk say?",
    "What did the mayor say about the bridge?",
    "How many boats were sold after the storm?",
    "Wer sprach über den Leuchtturm?",
    "港口的灯塔",
)
# One process that runs several commands.
_COMMANDS = """
import json, sys
from bot.cli import byline, execute
sys.exit(max([execute(byline, command) for command in json.loads(sys.argv[1])]))
"""


class Given:
    """What one process is given, and what comes out."""

    def __init__(self, place: Path, articles: Sequence[Article], number: int, seed: int) -> None:
        shuffled = list(articles)
        chance("order", seed, number).shuffle(shuffled)
        place.mkdir(parents=True)
        data = place / "data"
        export = write_json_lines(place / "all.jsonl", shuffled)
        folder = write_folder(place / "folder", shuffled)
        asked = place / "questions.jsonl"
        asked.write_text("\n".join(json.dumps({"question": one}) for one in _ASKED), "utf-8")
        commands = [
            ("index", "import", export, "--quiet"),
            ("index", "build", folder, "--collection", "built", "--quiet"),
            ("ask", "--batch", asked, "--collection", "main"),
        ]
        given = json.dumps([[*map(str, command), "--data", str(data)] for command in commands])
        hash_seed = str(chance("hash", seed, number).randrange(2**32))
        done = run(given, program=(sys.executable, "-c", _COMMANDS), PYTHONHASHSEED=hash_seed)
        self.problems = not_done(done)
        # The bytes of the generation files, and the answers without the time they took.
        files = sorted(data.glob("collections/*/index/*.db"))
        self.generations = [file.read_bytes() for file in files]
        answers = [json.loads(line) for line in done.out.splitlines()]
        self.printed = [json.dumps({**one, "took_ms": 0}) for one in answers]


def compared(place: Path, count: int, processes: int, seed: int) -> list[str]:
    """What differs between the processes."""
    articles = stories(count, seed)
    given = [Given(place / str(n), articles, n, seed) for n in range(processes)]
    first = given[0]
    problems = []
    for number, one in enumerate(given):
        if one.generations != first.generations:
            problems.append(f"process {number} wrote other bytes than process 0")
        if one.printed != first.printed:
            problems.append(f"process {number} answered otherwise than process 0")
        problems += one.problems
    if len(first.generations) != 2 or len(first.printed) != len(_ASKED):  # one a collection
        problems.append("something was not written or not answered")
    return problems


@click.command(help=__doc__)
@click.option("--processes", default=6, show_default=True, help="How many processes.")
@click.option("--articles", default=300, show_default=True, help="How many articles.")
@trials.seed_option
def main(*, processes: int, articles: int, seed: int, only: int | None) -> None:
    """Shuffle, and tell what differs."""
    with tempfile.TemporaryDirectory() as place:
        script = f"orders --processes {processes} --articles {articles}"
        plan = [partial(compared, Path(place), articles, processes, seed)]
        trials.report(script, seed, plan, only)


if __name__ == "__main__":
    main()
