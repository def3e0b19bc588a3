"""How long the middle of an answer takes: from a question to its excerpts, without Discord.

    python -m bench.middle --passages 100000 --text PATH [--text PATH ...]
    python -m bench.middle --passages 100000 --text PATH --questions queries.jsonl

Makes articles of PATH as `python -m bench` does, indexes them, and asks questions drawn from their
sentences, or those of a file whose records have a `text`. Before anything is timed, as many other
questions are asked, so that the process is as warm as a bot's. Each way is asked questions of its
own: "new" is the first time a question is asked, "again" the shortest of three times more.

    search    `SearchIndex.search`: from words to the ten best passages with their articles
    middle    the question understood, five hits of five stories, and their excerpts
    answer    all that `byline ask` does, with links

Then how long each stage of the middle takes on the average, and last one line of JSON. Times are
those of a clock on the wall; "processor" leaves out what the machine did for others meanwhile.
--work keeps the articles and the index for the next run.
"""

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bench.asked import DEPTH
from bench.corpus import make_corpus
from bench.figures import Latency, latency
from bench.machine import this_machine
from bench.measure import import_articles
from bench.progress import say
from bench.queries import draw_questions
from bench.text import TextError
from bot.asking import Newsdesk
from bot.live import LiveIndex
from bot.questions import parse_question
from index import SearchIndex
from index.query import Query

_EXCERPTS = 5
_SHARES = 4  # of the questions: to be warm, and one for each of three ways of asking
_AGAIN = 3  # times, of which the shortest counts: the others waited for the machine

# What the stages are called, and whose method each is; one that another calls is no part of it.
_STAGES = {
    "terms": ("terms_of",),
    "candidates": ("_bm25", "top_k"),
    "features": ("_reranker", "rank"),
    "copies": ("_stories",),
    "hits": ("_hits",),
    "evidence": ("_reranker", "evidence"),
    "excerpts": ("excerpt",),
}

_Ask = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Took:
    """How long one question took."""

    wall: float  # seconds
    processor: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How long the questions took, in one way of asking."""

    wall: Latency
    processor: Latency


class Stages:
    """Adds up how long the stages of an index's answers take, in seconds of the processor."""

    def __init__(self, index: SearchIndex) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        for stage, (*path, method) in _STAGES.items():
            owner: Any = index
            for name in path:
                owner = getattr(owner, name)
            setattr(owner, method, self._timed(stage, getattr(owner, method)))

    def _timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **options: Any) -> Any:  # noqa: ANN401  # whatever is timed
            begun = time.thread_time()
            try:
                return call(*args, **options)
            finally:
                self.seconds[stage] += time.thread_time() - begun

        return timed


def middle(index: SearchIndex, text: str) -> None:
    """From a question to the excerpts of its answer."""
    question = parse_question(text)
    for hit in index.search(Query(question.about or text), _EXCERPTS, once=True):
        index.excerpt(hit)


def figures(questions: Sequence[str], ask: _Ask) -> dict[str, Figures]:
    """How long each question takes when it is new, and when it is asked again."""
    new = [_took(ask, one) for one in questions]
    again = [[_took(ask, one) for one in questions] for _ in range(_AGAIN)]
    shortest = [
        Took(min(one.wall for one in each), min(one.processor for one in each))
        for each in zip(*again, strict=True)
    ]
    return {name: _figures(took) for name, took in (("new", new), ("again", shortest))}


def stages(questions: Sequence[str], data: Path) -> dict[str, float]:
    """Milliseconds of the processor that each stage takes for a question, on the average."""
    index = SearchIndex.open(data)
    for one in questions:  # as warm as it was
        middle(index, one)
    told = Stages(index)
    begun = time.thread_time()
    for one in questions:
        middle(index, one)
    seconds = time.thread_time() - begun
    index.close()
    told.seconds["all else"] = seconds - sum(told.seconds.values())
    return {name: round(1000 * one / len(questions), 3) for name, one in told.seconds.items()}


def _took(ask: _Ask, question: str) -> Took:
    wall, processor = time.perf_counter(), time.thread_time()
    ask(question)
    return Took(time.perf_counter() - wall, time.thread_time() - processor)


def _figures(took: Sequence[Took]) -> Figures:
    return Figures(latency([one.wall for one in took]), latency([one.processor for one in took]))


def _asked(file: Path | None, corpus: Path, count: int, seed: int) -> list[str]:
    """The questions of a file, or so many drawn from a corpus."""
    if file is None:
        return [one.text for one in draw_questions(corpus, count, seed)]
    with file.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in islice(lines, count)]


def _data(text: Sequence[Path], work: Path, passages: int, seed: int) -> tuple[Path, Path]:
    """The articles, and the data folder in which they are indexed."""
    corpus = make_corpus(text, work, passages, seed).path
    data = work / f"data-{corpus.stem}"
    if not data.exists():
        say("import the articles")
        import_articles(corpus, data)
    return corpus, data


def _print(told: dict[str, dict[str, Figures]], taken: dict[str, float]) -> None:
    for way, times in told.items():
        for name, one in times.items():
            wall, own = one.wall, one.processor
            print(
                f"{way:7} {name:6} p50 {wall.p50_ms:6.2f}  p95 {wall.p95_ms:6.2f}  "
                f"p99 {wall.p99_ms:6.2f} ms   processor {own.p50_ms:6.2f} {own.p95_ms:6.2f} "
                f"{own.p99_ms:6.2f}"
            )
    for stage, milliseconds in taken.items():
        print(f"  {stage:10} {milliseconds:6.2f} ms")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.middle",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--text", action="append", type=Path, required=True, metavar="PATH")
    add("--passages", type=int, default=100_000, metavar="N")
    add("--questions", type=Path, metavar="FILE", help="ask these instead of drawn ones")
    add("--queries", type=int, default=300, metavar="N",
        help="how many for each way (default: %(default)s)")  # fmt: skip
    add("--seed", type=int, default=1, metavar="N")
    add("--work", type=Path, metavar="DIR", help="keep the files in this folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="byline-middle-") as temporary:
        work = (given.work or Path(temporary)).absolute()
        try:
            corpus, data = _data(given.text, work, given.passages, given.seed)
            wanted = given.queries * (_SHARES)
            asked = _asked(given.questions, corpus, wanted, given.seed)
        except TextError as error:
            sys.exit(str(error))
        index = SearchIndex.open(data)
        desk = Newsdesk(LiveIndex(data))
        ways: dict[str, _Ask] = {
            "search": lambda text: index.search(text, DEPTH),
            "middle": lambda text: middle(index, text),
            "answer": desk.ask,
        }
        first, *others = (asked[place::_SHARES] for place in range(_SHARES))
        say("questions, to be warm")
        for one in first:
            middle(index, one)
            desk.ask(one)
        say("questions")
        told = {
            way: figures(own, ask) for (way, ask), own in zip(ways.items(), others, strict=True)
        }
        taken = stages(first, data)
        extent = index.extent
        index.close()
    print(f"{extent.passages} passages, {extent.articles} articles, {len(first)} questions a way")
    _print(told, taken)
    plain = {way: {name: asdict(one) for name, one in both.items()} for way, both in told.items()}
    print(json.dumps({"machine": asdict(this_machine()), **plain, "stages_ms": taken}))


if __name__ == "__main__":
    main()
