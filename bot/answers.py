"""From a question and an index to an answer: excerpts, or what is missing.

Decides only: it is given an open index and reads nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.links import text_fragment_link
from bot.questions import Question
from index import Excerpt, Hit, Query, SearchIndex
from index.hits import QueryTerm
from index.search import Extent

# A passage answers when it holds at least this share of what the question is about (see
# docs/ranking.md for how it was found); words that no passage holds weigh most.
ENOUGH_COVERAGE = 0.4


@dataclass(frozen=True, slots=True)
class Citation:
    """An excerpt with the link that opens its source at these words."""

    excerpt: Excerpt
    link: str | None  # None where the article has no address


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question."""

    question: Question
    citations: tuple[Citation, ...]  # best first; none where the articles hold no answer
    missing: tuple[str, ...]  # the asker's own words that no passage holds
    suggestions: tuple[str, ...]  # questions to ask instead
    generation: str
    collections: tuple[str, ...]  # those that were asked
    extent: Extent  # how much was searched

    @property
    def answered(self) -> bool:
        """Whether the articles hold an answer."""
        return bool(self.citations)


def answer(question: Question, index: SearchIndex, k: int = 5, per_article: int = 1) -> Answer:
    """The best excerpts for a question.

    A question for somebody's words gives what that person said, and nothing else; where nobody of
    that name or role is quoted, its words are looked up like those of any other question.
    """
    speaker = question.speaker
    if speaker and index.speaks(speaker):
        query = Query(question.about, speaker, question.filters, question.names)
        hits = index.search(query, k)
        terms = index.query_terms(question.about, question.names) if question.about else ()
        suggestions = () if hits or not question.about else (f"What did {speaker} say?",)
        return _assemble(question, index, hits, terms, suggestions)
    text = f"{speaker} {question.about}".strip() if speaker else question.about
    keep = question.names | frozenset((speaker or "").split())
    terms = index.query_terms(text, keep)
    hits = index.search(Query(text, None, question.filters, keep), k, per_article)
    if not hits or hits[0].coverage < ENOUGH_COVERAGE:
        return _assemble(question, index, (), terms, _instead(terms))
    return _assemble(question, index, hits, terms, ())


def search(
    text: str, question: Question, index: SearchIndex, k: int = 5, per_article: int = 1
) -> Answer:
    """The best passages for a query: every hit counts, however little of the query it holds."""
    hits = index.search(Query(text, None, question.filters), k, per_article)
    return _assemble(question, index, hits, index.query_terms(text), ())


def _assemble(
    question: Question,
    index: SearchIndex,
    hits: Sequence[Hit],
    terms: Sequence[QueryTerm],
    suggestions: tuple[str, ...],
) -> Answer:
    excerpts = [index.excerpt(hit) for hit in hits]
    return Answer(
        question=question,
        citations=tuple(Citation(excerpt, _link(excerpt)) for excerpt in excerpts),
        missing=tuple(dict.fromkeys(term.word for term in terms if not term.df)),
        suggestions=suggestions,
        generation=index.generation,
        collections=index.collections,
        extent=index.extent,
    )


def _link(excerpt: Excerpt) -> str | None:
    article = excerpt.article
    if not article.url:
        return None
    # What was said aloud stands in every version of a story; the words around it may not.
    start, end = excerpt.spoken or (excerpt.start, excerpt.end)
    return text_fragment_link(article.url, article.text, start, end)


def _instead(terms: Sequence[QueryTerm]) -> tuple[str, ...]:
    """The question again, with only the words that the articles do hold."""
    held = list(dict.fromkeys(term.word for term in terms if term.df))
    if not held or len(held) == len({term.word for term in terms}):
        return ()
    return (" ".join(held),)
