"""How well copies of a story are told from other stories.

    python -m bench.copies ../shared/data/scifact/corpus.jsonl articles

Each article is edited as newsrooms edit wire stories, and held against the original; then it is
held against another article, and against one that ends with the same background as it. Prints, for
each kind, how many pairs there are, the likeness at the 5th, 50th and 95th percentile, and the
share that counts as copies; then what a comparison costs.
"""

import random
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from index.copies import Runs, is_enough, likeness, runs_of
from index.ingest import read_json_lines

_MOST = 2_000  # articles
_SHORTEST = 400  # characters
_SENTENCE_END = re.compile(r"(?<=[.!?。])\s*")
_LEAD = "Officials said on Monday that they had heard of it, in a case that drew wide attention. "


def texts(place: Path) -> Iterator[str]:
    """The texts of a file of articles or of a folder of Markdown files."""
    if place.is_dir():
        yield from (one.read_text("utf-8").split("---", 2)[-1] for one in place.glob("*.md"))
    else:
        yield from (one.article.text for one in read_json_lines(place) if one.article)


def edited(text: str, others: list[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """A text as other newsrooms may print it."""
    sentences = [one for one in _SENTENCE_END.split(text) if one]
    yield "another first sentence", _LEAD + " ".join(sentences[1:])
    yield "its first half", " ".join(sentences[: max(1, len(sentences) // 2)])
    for share in (0.1, 0.2):
        words = (chance.choice(others) if chance.random() < share else w for w in text.split())
        yield f"{share:.0%} of the words changed", " ".join(words)


def main(places: list[str]) -> None:
    """Print the table."""
    chance = random.Random(0)  # noqa: S311  # not for secrets
    found = [one for place in places for one in texts(Path(place)) if len(one) >= _SHORTEST]
    chance.shuffle(found)
    found = found[:_MOST]
    words = " ".join(found[:200]).split()
    likenesses: dict[str, list[float]] = defaultdict(list)
    told: dict[str, list[bool]] = defaultdict(list)

    def note(kind: str, one: Runs, other: Runs) -> None:
        likenesses[kind].append(likeness(one, other))
        told[kind].append(is_enough(len(one & other), len(one), len(other)))

    for text, other in zip(found, [*found[1:], found[0]], strict=True):
        runs = runs_of(text)
        for kind, copy in edited(text, words, chance):
            note(kind, runs, runs_of(copy))
        note("another article", runs, runs_of(other))
        background = text[-len(text) // 3 :]
        mixed = f"{other[: 2 * len(text) // 3]} {background}"
        note("another with the same last third", runs, runs_of(mixed))
    for kind, values in likenesses.items():
        values.sort()
        low, middle, high = (values[int(at * (len(values) - 1))] for at in (0.05, 0.5, 0.95))
        copies = statistics.fmean(told[kind])
        print(f"{kind:34} {len(values):5}  {low:.2f} {middle:.2f} {high:.2f}  copies {copies:.3f}")
    begun = time.perf_counter()
    for text in found:
        runs_of(text)
    print(f"{1000 * (time.perf_counter() - begun) / len(found):.3f} ms an article")


if __name__ == "__main__":
    main(sys.argv[1:])
