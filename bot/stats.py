"""How well a bot answers, in counts, and in the questions that servers let be kept; no person."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.answers import Answer
from bot.feedback import Tally
from bot.kept_questions import KeptQuestion, Times, most_asked, unanswered, without_people

# Milliseconds from question to answer, up to which a count goes; the last is for all others.
BOUNDS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 60_000)
_MOST_NAMED = 20  # articles that nobody has been shown


class Occasion(NamedTuple):
    """Where a question was asked that is counted."""

    guild_id: int  # 0 for direct messages
    is_kept: bool = False  # whether the server lets its words be kept


class Asked(NamedTuple):
    """Questions that are counted together."""

    guild_id: int  # 0 for direct messages
    day: str  # "2026-05-04"
    found: bool
    bound: int  # of `BOUNDS`


class Shown(NamedTuple):
    """An article that an answer showed."""

    collection: str
    article_id: str


@dataclass(frozen=True, slots=True)
class Stats:
    """What the counts tell."""

    questions: int
    unanswered: int
    p50_ms: int | None  # rounded up to one of `BOUNDS`; None where nothing was asked
    p95_ms: int | None
    sources: tuple[Tally, ...]  # by the share of good verdicts, the best first
    articles: int
    never_shown: int
    examples: tuple[str, ...]  # ids of articles never shown, the first ones
    kept_questions: int  # of which the following tells
    most_asked: tuple[Times, ...]
    without_answer: tuple[Times, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """What of an answer is counted, and what of its question is kept."""

    asked: Asked
    shown: tuple[Shown, ...]
    kept: KeptQuestion | None


def counted(occasion: Occasion, today: date, answer: Answer, took_ms: float) -> Counted:
    """What of an answer is counted."""
    guild_id, day = occasion.guild_id, today.isoformat()
    bound = BOUNDS[min(bisect_left(BOUNDS, took_ms), len(BOUNDS) - 1)]
    shown = (Shown(one.excerpt.collection, one.excerpt.article.id) for one in answer.citations)
    kept = None
    if occasion.is_kept:
        text = without_people(answer.question.text)
        kept = KeptQuestion(guild_id, day, text, answer.answered)
    return Counted(Asked(guild_id, day, answer.answered, bound), tuple(shown), kept)


def stats(
    asked: Iterable[tuple[Asked, int]],
    tallies: Sequence[Tally],
    article_ids: Sequence[str],
    shown: Iterable[str],
    questions: Sequence[KeptQuestion] = (),
) -> Stats:
    """What some counts tell.

    Args:
        asked: questions, and how many of them there were.
        tallies: the verdicts on each outlet.
        article_ids: all articles there are.
        shown: those that answers have shown.
        questions: those that are kept.
    """
    counts = [(one, times) for one, times in asked if times]
    was = set(shown)
    never = [one for one in article_ids if one not in was]
    times_by_bound = [
        (bound, sum(times for one, times in counts if one.bound == bound)) for bound in BOUNDS
    ]
    return Stats(
        questions=sum(times for _, times in counts),
        unanswered=sum(times for one, times in counts if not one.found),
        p50_ms=_percentile(times_by_bound, 0.5),
        p95_ms=_percentile(times_by_bound, 0.95),
        sources=tuple(sorted(tallies, key=_worth)),
        articles=len(article_ids),
        never_shown=len(never),
        examples=tuple(never[:_MOST_NAMED]),
        kept_questions=len(questions),
        most_asked=most_asked(questions),
        without_answer=unanswered(questions),
    )


def _worth(tally: Tally) -> tuple[float, int, str]:
    """The best first: most good verdicts among all; of equals, the most."""
    every = tally.good + tally.bad
    return (-tally.good / every if every else 0.0, -every, tally.source)


def _percentile(times_by_bound: Sequence[tuple[int, int]], share: float) -> int | None:
    """The bound below which a share of all times lies."""
    total = sum(times for _, times in times_by_bound)
    passed = 0
    for bound, times in times_by_bound:
        passed += times
        if total and passed >= share * total:
            return bound
    return None
