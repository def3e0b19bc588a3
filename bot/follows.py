"""What a channel follows, and what of new articles belongs there.

Decides only: it is given an open index and reads nothing else.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.answers import Citation, cite
from bot.questions import Question, parse_question, quotes_by
from index import SearchIndex
from index.copies import told_once
from index.hits import Hit
from index.query import Filters, Query

MOST_A_DAY = 20  # excerpts posted for one follow
MOST_AT_ONCE = 5  # excerpts of a message
MOST_FOUND = 100  # articles of one round that are looked at
_ENOUGH = 0.6  # of a topic's information that stands in a passage

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Follow:
    """Somebody's words, or a topic, that a channel wants to hear of."""

    id: int
    guild_id: int
    channel_id: int
    speaker: str  # empty for anybody
    topic: str  # empty for anything the speaker says
    problem: str = ""  # why nothing could be posted the last time

    @property
    def question(self) -> Question:
        """What it asks of each new article."""
        if self.speaker:
            return quotes_by(self.speaker, self.topic, Filters())
        return parse_question(self.topic)


def matching(
    follow: Follow,
    index: SearchIndex,
    article_ids: Sequence[str],
    sources: tuple[str, ...],
    told: Iterable[str],
) -> list[Citation]:
    """What some articles say of what is followed: one excerpt a story, the oldest first.

    Args:
        follow: what is followed.
        index: that holds the articles.
        article_ids: those that are looked at.
        sources: the outlets that may be asked; empty for all.
        told: the texts of articles that were posted of late, whose stories are not told again.
    """
    question = follow.question
    filters = Filters(articles=tuple(article_ids), sources=sources)
    if follow.speaker:
        query = Query(question.about, follow.speaker, filters, question.names)
        hits = index.search(query, MOST_FOUND)
    else:
        query = Query(question.about, None, filters, question.names)
        hits = [one for one in index.search(query, MOST_FOUND) if one.coverage >= _ENOUGH]
    firsts = {one.article.id: one for one in reversed(hits)}
    new = _stories(list(firsts.values()), list(told))
    citations = cite(question, index, new).citations
    return sorted(citations, key=lambda one: one.excerpt.article.published or "")


def _stories(hits: Sequence[Hit], told: Sequence[str]) -> list[Hit]:
    """The hits whose stories were not told before, each story once."""
    texts = [*told, *(one.article.text for one in hits)]
    stories = told_once(range(len(texts)), texts.__getitem__, len(texts))
    return [hits[one.first - len(told)] for one in stories if one.first >= len(told)]


def hashes_of(article_ids: Iterable[str]) -> Hashes:
    """A number for each article, by which it is known again."""
    digests = (
        hashlib.blake2s(one.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for one in article_ids
    )
    return np.frombuffer(b"".join(digests), np.uint64)


def unknown(article_ids: Sequence[str], hashes: Hashes, known: Hashes) -> list[str]:
    """The articles whose numbers are not among those known."""
    new = ~np.isin(hashes, known)
    return [article_ids[place] for place in np.flatnonzero(new).tolist()]
