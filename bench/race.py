"""All engines over the same passages, asked the same questions in turn."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench.asked import Asked
from bench.engines import Entry
from bench.figures import Exactness, agreement
from bench.processes import Server
from bench.progress import say

_ROUND = 20  # questions
_COMPARED = 100  # questions whose scores are compared between engines


@dataclass(frozen=True, slots=True)
class Questions:
    """The sets of questions; the last may be empty."""

    drawn: Sequence[Asked]
    frequent: Sequence[Asked]  # of frequent terms only


@dataclass(frozen=True, slots=True)
class Answer:
    """How one question went."""

    seconds: float
    scores: list[float]


@dataclass(frozen=True, slots=True)
class Lap:
    """How one engine went. An engine that is slow was asked the first questions of a set only."""

    entry: Entry
    open_seconds: float
    first: list[Answer]  # each of the drawn questions, the first time
    drawn: list[Answer]  # and again
    frequent: list[Answer]
    held_mb: float | None
    per_second: float  # answers of two processes together
    agreement: float | None  # share of best scores that equal Byline's; None: not comparable


@dataclass(frozen=True, slots=True)
class Race:
    """How all went."""

    laps: list[Lap]
    exactness: Exactness


@dataclass(frozen=True, slots=True)
class Runner:
    """An engine with its process."""

    entry: Entry
    folder: Path
    server: Server


def race(
    entries: Sequence[tuple[Entry, Path]], questions: Questions, passages: int, seconds: float
) -> Race:
    """Ask all engines, some questions at a time, each time beginning with another of them.

    Args:
        entries: the engines, Byline first, and the folder of the index that each opens.
        questions: what to ask.
        passages: how many passages there are, which says what is slow.
        seconds: how long two processes of each engine answer at once.
    """
    with ExitStack() as stack:
        runners = []
        for entry, folder in entries:
            say(f"{entry.name}: open")
            server = stack.enter_context(Server(entry.name, folder))
            runners.append(Runner(entry, folder, server))
        say("all: questions, the first time")
        first = ask_in_turn(runners, questions.drawn, passages)
        ask_in_turn(runners, questions.frequent, passages)
        say("all: questions, again")
        drawn = ask_in_turn(runners, questions.drawn, passages)
        frequent = ask_in_turn(runners, questions.frequent, passages)
        held = [runner.server.megabytes() for runner in runners]
        byline = runners[0].server
        say("byline: exactness")
        exactness = check(byline, [*questions.drawn, *questions.frequent])
        laps = []
        for place, runner in enumerate(runners):
            say(f"{runner.entry.name}: two processes")
            laps.append(
                Lap(
                    entry=runner.entry,
                    open_seconds=runner.server.seconds_to_open,
                    first=first[place],
                    drawn=drawn[place],
                    frequent=frequent[place],
                    held_mb=held[place],
                    per_second=throughput(runner, questions.drawn, seconds),
                    agreement=compare(byline, runner.entry, questions.drawn, drawn[place]),
                )
            )
    return Race(laps, exactness)


def ask_in_turn(
    runners: Sequence[Runner], asked: Sequence[Asked], passages: int
) -> list[list[Answer]]:
    """The answers of each engine; noise of the machine hits all alike.

    An engine answers a round of questions before it is the next one's turn: after each single one,
    the processor's caches would hold what the others left there.
    """
    answers: list[list[Answer]] = [[] for _ in runners]
    counts = [runner.entry.questions(passages, len(asked)) for runner in runners]
    for first in range(0, len(asked), _ROUND):
        for turn in range(len(runners)):
            place = (first // _ROUND + turn) % len(runners)
            answers[place] += ask(
                runners[place].server, asked[first : min(first + _ROUND, counts[place])]
            )
    return answers


def ask(server: Server, asked: Sequence[Asked]) -> list[Answer]:
    """The answers to some questions, asked one after the other."""
    if not asked:
        return []
    return [Answer(**one) for one in server.request("ask", *asked)["answers"]]


def check(byline: Server, asked: Sequence[Asked]) -> Exactness:
    """Hold Byline's answers against scoring every passage."""
    replies = [byline.request("exact", one) for one in asked]
    return Exactness(
        questions=len(replies),
        scores=sum(reply["scores"] for reply in replies),
        passages=sum(reply["passages"] for reply in replies),
    )


def throughput(runner: Runner, asked: Sequence[Asked], seconds: float) -> float:
    """Answers a second of two processes at work at once."""
    with Server(runner.entry.name, runner.folder) as second:
        second.request("ask", asked[0])  # numba compiles at the first question
        for server in (runner.server, second):
            server.send("throughput", asked, seconds=seconds)
        replies = [server.receive() for server in (runner.server, second)]
    return float(sum(reply["answered"] / reply["seconds"] for reply in replies))


def compare(
    byline: Server, entry: Entry, asked: Sequence[Asked], answers: Sequence[Answer]
) -> float | None:
    """Whether an engine ranks by the same formula: the share of its best scores that are ours."""
    if entry.k1 is None:
        return None
    shares = [
        agreement(
            byline.request("scores", one, k1=entry.k1)["scores"], answer.scores, entry.tolerance
        )
        for one, answer in list(zip(asked, answers, strict=False))[:_COMPARED]
    ]
    return sum(shares) / len(shares)
