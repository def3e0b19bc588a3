"""The first passages by BM25, put in order by what else tells that they answer."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer
from index.bm25 import PassageBM25, TopK
from index.candidates import Candidates
from index.confidence import Evidence, lead_over
from index.corpus import Corpus, Mask
from index.definitions import telling
from index.hits import Explanation, Part, QueryTerm
from index.ranking import Asked, Candidate, Features, Weights, order
from index.sought import Sought

SIXTEENTHS = 16  # in which the weights of words are counted: exact in binary
COMPARED = 20  # passages whose text is compared with the question; 64 find no more


class Ranked(NamedTuple):
    """Passages, best first."""

    passages: NDArray[np.int64]
    scores: NDArray[np.float64]
    features: Sequence[Features]  # of the first of them; the others were not compared

    def take(self, places: Sequence[int]) -> "Ranked":
        """Some of them, in their order."""
        features = [self.features[place] for place in places if place < len(self.features)]
        return Ranked(self.passages[places], self.scores[places], features)


class Question(NamedTuple):
    """A question as the best passages are compared with it."""

    terms: Sequence[QueryTerm]  # those that some passage holds
    asked: Asked
    latest: bool
    sought: Sought | None = None
    topic: str | None = None  # what it asks the meaning of

    @property
    def distinct(self) -> dict[str, float]:
        """The terms, each once, with what they count for."""
        return {one.term: one.weight for one in reversed(self.terms)}

    @property
    def repeated(self) -> tuple[list[str], int]:
        """The terms, each so often that it counts for its weight; and how often one of weight 1."""
        if all(one.weight == 1 for one in self.terms):
            return [one.term for one in self.terms], 1
        counts = [round(one.weight * SIXTEENTHS) for one in self.terms]
        terms = [one.term for one, n in zip(self.terms, counts, strict=True) for _ in range(n)]
        return terms, SIXTEENTHS


class Reranker:
    """Compares the texts of passages with a question.

    Args:
        corpus: that holds the passages.
        bm25: over them.
        weights: what each feature counts for.
    """

    def __init__(self, corpus: Corpus, bm25: PassageBM25, weights: Weights) -> None:
        self._bm25 = bm25
        self._corpus = corpus
        self._candidates = Candidates(corpus, bm25)
        self._seconds = corpus.seconds
        self._weights = weights

    def rank(
        self, best: TopK, question: Question, analyzer: Analyzer, allowed: Mask | None = None
    ) -> Ranked:
        """The first by their features too; as no feature takes away, the others stay below.

        Beside them the beginnings of those articles that are about just what is asked, where they
        are `allowed`: what introduces a thing may name it less often than what goes into detail.
        """
        passages, scores = best.passages[:COMPARED], best.scores[:COMPARED]
        read = self._read(passages, question, analyzer)
        rest = TopK(best.passages[COMPARED:], best.scores[COMPARED:])
        about = [question.asked.is_about(one.title) for one in read]
        if any(about) and len(more := self._other_beginnings(passages, about, allowed)):
            terms, times = question.repeated
            added = np.array(self._bm25.get_batch_scores(terms, more)) / times
            passages, scores = np.concatenate([passages, more]), np.concatenate([scores, added])
            read += self._read(more, question, analyzer)
            left = ~np.isin(rest.passages, more)
            rest = TopK(rest.passages[left], rest.scores[left])
        features = [question.asked.features(one) for one in read]
        information = question.asked.information
        scores = scores + [information * self._weights.of(one) for one in features]
        at = order(scores.tolist(), (-self._seconds[passages]).tolist(), passages.tolist())
        return Ranked(
            np.concatenate([passages[at], rest.passages]),
            np.concatenate([scores[at], rest.scores]),
            [features[place] for place in at],
        )

    def features(
        self, passages: NDArray[np.int64], question: Question, analyzer: Analyzer
    ) -> list[Features]:
        """How well each passage answers, apart from BM25."""
        return [question.asked.features(one) for one in self._read(passages, question, analyzer)]

    def _read(
        self, passages: NDArray[np.int64], question: Question, analyzer: Analyzer
    ) -> list[Candidate]:
        return self._candidates.read(
            passages,
            question.distinct,
            analyzer,
            latest=question.latest,
            defining=telling(question.topic) if question.topic else None,
        )

    def _other_beginnings(
        self, passages: NDArray[np.int64], about: Sequence[bool], allowed: Mask | None
    ) -> NDArray[np.int64]:
        """The first passages of the articles of some, where they are none of the passages."""
        firsts = np.setdiff1d(self._corpus.beginnings(passages[about]), passages)
        return firsts if allowed is None else firsts[allowed[firsts]]

    def explained(self, ranked: Ranked, question: Question) -> list[Explanation]:
        """How each of the passages came to its score."""
        distinct: dict[str, QueryTerm] = {}
        for one in question.terms:
            distinct.setdefault(one.term, one)
        counts = [sum(e.weight for e in question.terms if e.term == term) for term in distinct]
        impacts = self._bm25.parts(list(distinct), ranked.passages) * np.array(counts)[:, None]
        words = [term.word for term in distinct.values()]
        idfs = [term.idf for term in distinct.values()]
        features = [*ranked.features, *[None] * (len(ranked.passages) - len(ranked.features))]
        return [
            Explanation(
                tuple(map(Part, words, idfs, column)),
                () if one is None else self._parts(one, question.asked.information),
                compared=one is not None,
            )
            for column, one in zip(impacts.T.tolist(), features, strict=True)
        ]

    def evidence(
        self, ranked: Ranked, scores: Sequence[float], terms: Sequence[QueryTerm], coverage: float
    ) -> Evidence:
        """What the first of some passages tells about there being an answer.

        Args:
            ranked: the passages.
            scores: of the best articles.
            terms: all of the question, with those that no passage holds.
            coverage: of the first passage.
        """
        asked = [one for one in reversed(terms) if not one.form_of]
        information = sum({one.term: one.information for one in asked}.values())
        known = sum({one.term: one.information for one in asked if one.df}.values())
        first = ranked.features[0]
        return Evidence(
            coverage=coverage,
            window=first.window * known / information,
            exact=first.exact * known / information,
            lead=lead_over(scores) / information,
            names_missing=self._names_missing(int(ranked.passages[0]), terms),
            phrase=first.phrase * known / information,
        )

    def _names_missing(self, passage: int, terms: Sequence[QueryTerm]) -> float:
        """The share of the information of a question's names that a passage's article lacks.

        A name has a capital inside the question; at its beginning all words have one.
        """
        names = {
            one.term: one.idf
            for one in terms
            if one.place and one.weight == 1 and one.word[:1].isupper()
        }
        if not names:
            return 0.0
        points = self._bm25.parts(list(names), self._candidates.beside(passage)).max(axis=1)
        missing = [
            idf for idf, most in zip(names.values(), points.tolist(), strict=True) if not most
        ]
        return sum(missing) / sum(names.values())

    def _parts(self, features: Features, information: float) -> tuple[Part, ...]:
        points = [information * added for added in self._weights.parts(features)]
        return tuple(map(Part, Features._fields, features, points))
