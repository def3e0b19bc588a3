"""Questions that a server lets be kept for some days: never who asked them, and what they tell."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bot.questions import parse_question
from index.analysis import fold
from index.language import FUNCTION_WORDS

CHOICES = (0, 7, 30, 90)  # days that a server may choose; 0 for keeping none
MOST_KEPT = 10_000  # of a server; the oldest go first
_MOST_NAMED = 10
_MENTION = re.compile(r"<@[!&]?\d+>|(?<!\d)\d{15,}(?!\d)")  # of somebody, or their bare id
_LITTLE_WORDS = frozenset(word for words in FUNCTION_WORDS.values() for word in words)


class KeptQuestion(NamedTuple):
    """A question, as it is kept."""

    guild_id: int
    day: str  # "2026-05-04"
    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Times:
    """Something, and how many questions it stands in."""

    what: str
    times: int


def without_people(text: str) -> str:
    """A question without the ids of those whom it mentions."""
    return _MENTION.sub("@…", text)


def first_day(today: date, days: int) -> str:
    """The first day whose questions are still kept, where they are kept for some days."""
    return (today - timedelta(days=days - 1)).isoformat()


def most_asked(questions: Iterable[KeptQuestion]) -> tuple[Times, ...]:
    """The people and the words that most questions ask for, the most frequent first.

    A name that somebody's words are asked for by counts as one. Each is spelled as it mostly is.
    """
    spellings: dict[str, Counter[str]] = {}
    for question in questions:
        read = parse_question(question.text, today=date.fromisoformat(question.day))
        asked = {fold(word): word for word in (*read.terms, *filter(None, [read.speaker]))}
        for folded, word in asked.items():
            if folded not in _LITTLE_WORDS:
                spellings.setdefault(folded, Counter())[word] += 1
    found = [Times(_mostly(one), one.total()) for one in spellings.values()]
    return tuple(sorted(found, key=lambda one: (-one.times, one.what))[:_MOST_NAMED])


def unanswered(questions: Iterable[KeptQuestion]) -> tuple[Times, ...]:
    """The questions without an answer, the most frequent first; of equals, the newest."""
    spellings: dict[str, Counter[str]] = {}
    newest: dict[str, str] = {}
    for question in questions:
        if not question.found:
            folded = fold(question.text).strip(" ?!.")
            spellings.setdefault(folded, Counter())[question.text] += 1
            newest[folded] = max(newest.get(folded, ""), question.day)
    by_day = sorted(spellings, key=lambda folded: newest[folded], reverse=True)
    found = [Times(_mostly(spellings[folded]), spellings[folded].total()) for folded in by_day]
    return tuple(sorted(found, key=lambda one: -one.times)[:_MOST_NAMED])


def _mostly(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda one: (-spellings[one], one))
