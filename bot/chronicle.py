"""How something was told over time: dated excerpts, the oldest first, and mentions by month.

Decides only: it is given an open index and reads nothing else.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.answers import Answer, Citation, answer, query_of
from bot.questions import Question
from bot.searchable import Searchable
from bot.texts import answers as texts
from index.dates import UNDATED, seconds_of
from index.mentions import Month, by_month

MOST_TOLD = 50  # excerpts, the best ones
_ENOUGH = 0.5  # of the best excerpt's coverage


@dataclass(frozen=True, slots=True)
class Course:
    """What a timeline tells beside its excerpts."""

    months: tuple[Month, ...]  # from the first to the last mention; none where it is not known
    changed: tuple[Citation, Citation] | None  # of a speaker, the oldest utterance and the newest


def chronicle(question: Question, index: Searchable) -> tuple[Answer, Course]:
    """The answer to a question with its excerpts in the order of their days, and its course.

    One story is told once, by its best excerpt. Excerpts that hold much less of the topic than the
    best one, and those without a date, are left out.
    """
    given = answer(question, index, MOST_TOLD)
    if not given.answered:
        return given, Course((), None)
    least = _ENOUGH * max(one.excerpt.coverage for one in given.citations)
    dated = [
        one for one in given.citations if one.excerpt.article.day and one.excerpt.coverage >= least
    ]
    if not dated:
        undated = (*given.notes, texts.UNDATED)
        return replace(given, citations=(), notes=undated), Course((), None)
    best = {one.excerpt.article.id: one for one in reversed(dated)}
    told = tuple(
        replace(one, excerpt=replace(one.excerpt, rank=rank))
        for rank, one in enumerate(sorted(best.values(), key=_age), start=1)
    )
    query = query_of(given.question, index)
    # Of a question that was misspelt, what is told is all that is known to mention it.
    months = index.mentions(query) if given.corrected is None else _of_those(told)
    return replace(given, citations=told), Course(months, _changed(told, query.speaker))


def _of_those(told: Sequence[Citation]) -> tuple[Month, ...]:
    days = {one.excerpt.article.id: one.excerpt.article.published for one in told}
    return by_month(np.array([seconds_of(day, UNDATED) for day in days.values()], np.int64))


def _changed(told: Sequence[Citation], speaker: str | None) -> tuple[Citation, Citation] | None:
    """The oldest and the newest words of whoever is told of most."""
    if speaker is None:
        return None
    names = Counter(one.excerpt.speaker for one in told)
    most = max(names, key=lambda name: names[name])
    own = [one for one in told if one.excerpt.speaker == most]
    first, last = own[0], own[-1]
    return (first, last) if first.excerpt.article.day != last.excerpt.article.day else None


def _age(citation: Citation) -> tuple[str, int]:
    return citation.excerpt.article.day or "", citation.excerpt.rank
