"""The order of the best candidates: BM25's score, and what else tells that a passage answers.

BM25 counts words. These features look at how the words stand in a candidate's text. Each is a share
from 0 to 1, and most are shares of the question's information (idf), so that a rare word weighs as
it does in BM25:

    score(q, p) = BM25(q, p) + Σ over t in q of idf(t) · Σ over f of weight(f) · f(q, p)

No weight is negative, and no feature takes more away than the others add, so a passage that is not
looked at stays below all that are.
docs/ranking.md tells what each feature is worth.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count, pairwise
from operator import attrgetter, mul
from typing import NamedTuple

from index.hits import QueryTerm
from index.relatives import Relatives
from index.sought import Sought, places_of
from index.spans import Span

WINDOW = 16  # words: about a clause, in which words that stand together belong together
CLOSE = 8  # words within which two words follow each other
HALF_LIFE_DAYS = 30.0  # of news, where the newest is asked for


class Features(NamedTuple):
    """How well a passage answers, apart from BM25; each from 0 to 1."""

    title: float  # share of the question's information that stands in the headline
    subject: float  # share of the headline's words that stand in the question, squared
    window: float  # share that stands in the best `WINDOW` words
    order: float  # share of the question's neighbouring words that follow each other closely
    phrase: float  # share of them that stand exactly as in the question
    exact: float  # share that stands in the form in which it was asked
    name: float  # share that stands with a capital, in the question as in the text
    kin: float  # share that does not stand there, but in a word of the same family
    sought: float  # share around a person, time, number or place, where one is asked for
    lead: float  # 1 for an article's first passage
    introduction: float  # 1 for that of an article whose headline is just what is asked about
    definition: float  # 1 where it tells what that is, if this is asked
    article: float  # share that BM25 would add if the article's best passage for each word counted
    recency: float  # of the share held, halved every `HALF_LIFE_DAYS`; 0 unless it is asked for
    notice: float  # 1 for a correction, which takes the others away: it repeats what it corrects


_Place = tuple[int, int]  # of a word of the question in a text, and the number of its term
_Held = int  # some of the question's terms: a bit for each, by its number
_EACH = attrgetter(*Features._fields)  # of some weights, in the order of the features


class Scored(NamedTuple):
    """A passage that was compared with a question."""

    article: str  # its id
    span: Span  # where the passage stands in it
    bm25: float  # in shares of the question's information, so above 1 where words are repeated
    features: Features


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts for, in shares of the question's information."""

    title: float = 0.1
    subject: float = 0.2
    window: float = 0.15
    order: float = 0.05
    phrase: float = 0.1
    exact: float = 0.15
    name: float = 0.1
    kin: float = 0.2
    sought: float = 0.05
    lead: float = 0.1
    introduction: float = 0.5
    definition: float = 0.25
    article: float = 0.35
    recency: float = 1.0
    notice: float = 1.0

    def of(self, features: Features) -> float:
        """What the features of a passage add, in shares of the question's information."""
        if features.notice:
            return float(sum(self.parts(features)))
        return float(sum(map(mul, _EACH(self), features)))  # a notice would add 0

    def parts(self, features: Features) -> list[float]:
        """What each feature of a passage adds; a notice takes away what the others do."""
        *added, notice = map(mul, _EACH(self), features)
        return [*added, -notice * sum(added) if notice else 0.0]

    def having(self, **weights: float) -> "Weights":
        """The weights with others for some features."""
        return replace(self, **weights)

    def without(self, *names: str) -> "Weights":
        """The weights with some features switched off."""
        return replace(self, **dict.fromkeys(names, 0.0))


WEIGHTS = Weights()


class Candidate(NamedTuple):
    """A passage that is compared with a question."""

    words: Sequence[str]  # as they stand
    terms: Sequence[str]  # of these words, one for one
    title: Collection[str]  # the terms of the headline, without stop words
    lead: bool  # whether the article begins with it
    article: float  # what BM25 adds where each word counts as in the article's best passage
    age_days: float | None = None  # before the newest compared; None where it does not matter
    notice: bool = False  # whether it corrects what another says
    defines: bool = False  # whether it tells what the thing is that is asked about


class _Pair(NamedTuple):
    """Two words that follow each other in a question."""

    distance: int  # in words
    information: float


class Asked:
    """A question as candidates are compared with it.

    Args:
        terms: of the question that some passage holds, in its order.
        sought: the kind of words that it asks for.
        unknown: its terms that no passage holds.
        topic: all of its terms, where it asks for no more than what an article of them tells.
    """

    def __init__(
        self,
        terms: Sequence[QueryTerm],
        sought: Sought | None = None,
        unknown: Sequence[QueryTerm] = (),
        topic: Collection[str] = (),
    ) -> None:
        self.topic = frozenset(topic)
        self._numbers: dict[str, int] = {}
        for one in terms:
            self._numbers.setdefault(one.term, len(self._numbers))
        idfs = {one.term: one.information for one in reversed(terms)}
        self._idfs = [idfs[term] for term in self._numbers]
        self.information = sum(self._idfs)
        words = {one.term: one.word for one in reversed(terms)}
        self._words = [words[term] for term in self._numbers]
        self._forms = [word.casefold() for word in self._words]
        self._sought = sought
        self._relatives = Relatives(idfs | {one.term: one.information for one in unknown})
        self._asked = {one.word.lower() for one in terms}
        self._pairs = {
            (self._numbers[one.term], self._numbers[other.term]): _Pair(
                other.place - one.place, one.information + other.information
            )
            for one, other in pairwise(terms)
            if one.term != other.term and one.weight == other.weight and one.place < other.place
        }
        self._in_pairs = sum([pair.information for pair in self._pairs.values()])
        self._shares: dict[_Held, float] = {}  # that were asked for: most candidates hold the same

    def features(self, one: Candidate) -> Features:
        """How well a candidate answers, apart from BM25."""
        numbers, terms = self._numbers, one.terms
        # Few of the words are the question's: no step of Python is spent on the others.
        matched = compress(count(), map(numbers.__contains__, terms))
        places = [(at, numbers[terms[at]]) for at in matched]
        in_title = numbers.keys() & one.title
        headline = _bits([numbers[term] for term in in_title])
        order, phrase = self._order(places)
        exact, name = self._forms_in(one.words, places)
        return Features(
            title=self._share(headline),
            subject=(len(in_title) / len(one.title)) ** 2 if in_title else 0.0,
            window=self._window(places),
            order=order,
            phrase=phrase,
            exact=exact,
            name=name,
            kin=self._kin(one, in_title | {terms[at] for at, _ in places}),
            sought=self._around_sought(one.words, places),
            lead=float(one.lead),
            introduction=float(one.lead and self.is_about(one.title)),
            definition=float(one.defines),
            article=one.article / self.information,
            recency=0.0 if one.age_days is None else self._recency(one.age_days, places, headline),
            notice=float(one.notice),
        )

    def is_about(self, title: Collection[str]) -> bool:
        """Whether the terms of a headline are just what is asked about."""
        return bool(self.topic) and self.topic == frozenset(title)

    def _recency(self, age_days: float, places: Sequence[_Place], headline: _Held) -> float:
        """How new a passage is, for as much of the question as it and its headline hold."""
        held = self._share(headline | _bits([number for _, number in places]))
        return float(held * 0.5 ** (age_days / HALF_LIFE_DAYS))

    def _forms_in(self, words: Sequence[str], places: Sequence[_Place]) -> tuple[float, float]:
        """How much stands there in its exact form, and how much of it with a capital."""
        exact = names = 0
        for at, number in places:
            word = words[at]
            if word == self._words[number]:
                exact |= 1 << number
                if word[0].isupper():
                    names |= 1 << number
            elif not exact >> number & 1 and word.casefold() == self._forms[number]:
                exact |= 1 << number
        return self._share(exact), self._share(names)

    def _kin(self, one: Candidate, held: Collection[str]) -> float:
        """The share of the question that has only relatives in a text and its headline."""
        related = self._relatives.held_by((*one.terms, *one.title), held)
        return min(related / self.information, 1.0)

    def _share(self, held: _Held) -> float:
        """The share of the information that some of the terms have: exact, in whatever order."""
        share = self._shares.get(held)
        if share is None:
            informations = [idf for number, idf in enumerate(self._idfs) if held >> number & 1]
            share = self._shares[held] = math.fsum(informations) / self.information
        return share

    def _window(self, places: Sequence[_Place]) -> float:
        """The largest share of the information that stands in a few words."""
        counts = [0] * len(self._idfs)
        held = most = 0.0
        first = 0
        for at, number in places:
            if not counts[number]:
                held += self._idfs[number]
            counts[number] += 1
            while places[first][0] <= at - WINDOW:
                left = places[first][1]
                counts[left] -= 1
                if not counts[left]:
                    held -= self._idfs[left]
                first += 1
            most = max(most, held)
        return most / self.information

    def _order(self, places: Sequence[_Place]) -> tuple[float, float]:
        """How much of the question's neighbourhoods the text has, in order and exactly."""
        if not self._pairs:
            return 0.0, 0.0
        order: set[tuple[int, int]] = set()
        phrase: set[tuple[int, int]] = set()
        for (at, number), (next_at, next_number) in pairwise(places):
            key = number, next_number
            if next_at - at <= CLOSE and key in self._pairs:
                order.add(key)
                if next_at - at == self._pairs[key].distance:
                    phrase.add(key)
        return self._neighbourhoods(order), self._neighbourhoods(phrase)

    def _neighbourhoods(self, pairs: Collection[tuple[int, int]]) -> float:
        """The share of some neighbouring words among all, by their information."""
        if not pairs:
            return 0.0
        return math.fsum([self._pairs[pair].information for pair in pairs]) / self._in_pairs

    def _around_sought(self, words: Sequence[str], places: Sequence[_Place]) -> float:
        """The largest share of the information around a word of the kind that is asked for."""
        if self._sought is None or not places:
            return 0.0
        return max(
            (
                self._share(
                    _bits([number for at, number in places if abs(at - here) <= WINDOW // 2])
                )
                for here in places_of(self._sought, words, self._asked)
            ),
            default=0.0,
        )


def _bits(numbers: Iterable[int]) -> _Held:
    """Terms by their numbers, as often as they come."""
    held = 0
    for number in numbers:
        held |= 1 << number
    return held


def order(scores: Sequence[float], ages: Sequence[int], passages: Sequence[int]) -> list[int]:
    """The places of passages, best first: the highest score, then the newest, then by number."""
    return sorted(
        range(len(passages)), key=lambda place: (-scores[place], ages[place], passages[place])
    )
