"""Test collections as wikis: articles of one headline, which are paragraphs of one, joined again.

Which article answers is then the lesser question, and which of its passages the greater.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from index.articles import Article
from index.judgements import ARTICLES, JudgedQuestion
from index.ranking import Scored
from index.spans import Span

_BETWEEN = "\n\n"  # paragraphs


class Place(NamedTuple):
    """Where a paragraph stands: in which joined article, and where in its text."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wiki:
    """The articles of a collection, joined."""

    articles: Sequence[Article]
    places: Mapping[str, Place]  # of each article that there was, by its id

    def judged(
        self, question: JudgedQuestion, candidates: Iterable[Scored]
    ) -> tuple[JudgedQuestion, list[Scored]]:
        """A question and the passages compared with it, each as if it was an article.

        Those are relevant that hold a part of a paragraph which answers.
        """
        answering = [self.places[one] for one in question.relevance]
        relevance: dict[str, float] = {}
        passages: list[Scored] = []
        for one in candidates:
            name = f"{one.article} {one.span.start}"
            passages.append(one._replace(article=name))
            if any(p.article == one.article and p.span.overlaps(one.span) for p in answering):
                relevance[name] = 1.0
        return replace(question, relevance=relevance), passages


def joined(folder: Path) -> Wiki:
    """The articles of a test collection, those of one headline as one."""
    texts: defaultdict[str, str] = defaultdict(str)
    places: dict[str, Place] = {}
    with (folder / ARTICLES).open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            title, text = record["title"], record["text"]
            start = len(texts[title])
            texts[title] += text + _BETWEEN
            places[record["id"]] = Place(title, Span(start, start + len(text)))
    return Wiki([Article(title, title, text) for title, text in texts.items()], places)
