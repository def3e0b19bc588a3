"""What an index answers to a fixed set of questions, in full, so that two can be compared."""

import math
import zlib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from index import Article, Excerpt, Filters, Passage, Query, SearchIndex
from tests.torture.corpora import OUTLETS, SPEAKERS

QUESTIONS = (
    Query("harbour wall"),
    Query("the old granite breakwater before the winter"),
    Query("ferry"),
    Query("flooded cellar OR drowned ledger"),
    Query("what is it and who are they"),
    Query("Leuchtturm und Deich"),
    Query("der gesperrte Speicher am Hafen"),
    Query("港口的灯塔"),
    Query("渡船"),
    Query("lantern anchor rope quay tide pier winch"),
    Query("zyxomma"),
    Query("storm", filters=Filters(sources=("lantern",))),
    Query("boat", filters=Filters(since=date(2025, 5, 1), until=date(2025, 9, 30))),
    Query("Hafen", filters=Filters(lang="de")),
    *(Query("", speaker=speaker) for speaker in SPEAKERS[:3]),
    Query("crooked bridge", speaker=SPEAKERS[3]),
    Query("", speaker="the lighthouse keeper"),
    Query("风暴", speaker="林海"),
    Query("harbour", speaker="nobody at all"),
    Query(OUTLETS[0]),
)
_MOST = 30


class Found(NamedTuple):
    """One thing found, without its score."""

    article: Article
    passage: Passage
    excerpt: str
    span: tuple[int, int]
    highlights: tuple[tuple[int, int], ...]
    speaker: str | None
    role: str | None
    attribution: str | None
    named_in: tuple[int, int] | None


class Answer(NamedTuple):
    """All that was found for one question, best first."""

    found: tuple[Found, ...]
    scores: tuple[float, ...]


def answers(index: SearchIndex) -> tuple[Answer, ...]:
    """The answers to all of `QUESTIONS`, best first, deep enough to see most of a small index."""
    return tuple(_answer(index, query) for query in QUESTIONS)


def answers_of(data: Path, collection: str = "main") -> tuple[Answer, ...]:
    """What the published index of one collection answers.

    Raises:
        IndexUnusableError: there is none that can be served.
    """
    index = SearchIndex.open(data, (collection,))
    try:
        return answers(index)
    finally:
        index.close()


def differences(expected: tuple[Answer, ...], given: tuple[Answer, ...]) -> list[str]:
    """What is answered differently, in one sentence; scores count to 1e-9."""
    problems = []
    for query, one, other in zip(QUESTIONS, expected, given, strict=True):
        asked = f"{query.text!r} by {query.speaker}"
        if one.found != other.found:
            problems.append(f"{asked} found {_names(other)} and not {_names(one)}")
        elif not all(map(_close, one.scores, other.scores)):
            problems.append(f"{asked} scored {other.scores} and not {one.scores}")
    if len(problems) > 1:
        problems = [f"{problems[0]} (and {len(problems) - 1} other questions)"]
    return problems


def _names(answer: Answer) -> list[str]:
    """The passages of an answer, each with a mark that tells its words apart."""
    marks = [zlib.crc32(repr(one).encode()) for one in answer.found]
    return [
        f"{one.article.id}#{one.passage.id}:{mark:08x}"
        for one, mark in zip(answer.found, marks, strict=True)
    ]


def _answer(index: SearchIndex, query: Query) -> Answer:
    hits = index.search(query, k=_MOST, per_article=2)
    return Answer(
        tuple(_found(hit.passage, index.excerpt(hit)) for hit in hits),
        tuple(hit.score for hit in hits),
    )


def _found(passage: Passage, shown: Excerpt) -> Found:
    return Found(
        shown.article,
        passage,
        shown.text,
        (shown.start, shown.end),
        tuple((span.start, span.end) for span in shown.highlights),
        shown.speaker,
        shown.role,
        shown.attribution,
        (shown.named_in.start, shown.named_in.end) if shown.named_in else None,
    )


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=0, abs_tol=1e-9)
