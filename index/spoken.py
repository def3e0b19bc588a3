"""Utterances found: by who speaks, by an inexact copy, or by what they are about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.beside import Beside, words_of_name
from index.bm25 import PassageBM25
from index.copies import Utterances
from index.corpus import Corpus
from index.hits import Hit, QueryTerm
from index.lookup import Lookup
from index.query import Filters
from index.query_execution import Sieve
from index.quotations import likeness
from index.quote import Quote

_RERANKED = 200  # utterances looked at more closely, of those whose passages match best
_SURE = 0.95  # of an utterance's confidence: its speaker is named right beside its cue
_COMPARED = 50  # passages whose utterances are compared with a remembered quotation
_SAID_ONCE = 20  # utterances among which repeated ones are looked for, beside those shown
_BESIDE_TOPIC = 1 / 4  # of a passage's score, for an utterance that holds nothing of the topic
_ABOUT = 0.6  # of a topic's information that stands in what is said about it


class Spoken:
    """Searches what is said.

    Args:
        corpus: in which articles.
        bm25: over their passages.
        lookup: of words.
    """

    def __init__(self, corpus: Corpus, bm25: PassageBM25, lookup: Lookup) -> None:
        self._corpus = corpus
        self._bm25 = bm25
        self._lookup = lookup

    def by(
        self,
        speaker: str,
        terms: Sequence[QueryTerm],
        allowed: NDArray[np.bool_] | None,
        k: int,
        sieve: Sieve | None = None,
    ) -> list[Hit]:
        """What a speaker said: best match of the topic first, then newest, then surest.

        An utterance has its passage's score, a quarter of it for the passage and the rest for the
        share of the topic that stands in the utterance itself, so that what is said about the topic
        comes before what is said beside it.
        """
        found = self._corpus.said_by(speaker)
        if terms:  # what is said over many paragraphs may come to the topic late
            found = [piece for one in found for piece in self._corpus.pieces(*one)]
        if allowed is not None:
            found = [(passage, quote) for passage, quote in found if allowed[passage]]
        if sieve is not None:
            found = [(passage, quote) for passage, quote in found if sieve.accepts(passage)]
        passages = np.array([passage for passage, _ in found], np.int64)
        topic = [term.term for term in terms if term.df]
        # Without a topic all match alike.
        scores = self._bm25.get_batch_scores(topic, passages) if terms else [1.0] * len(found)
        coverage = self._lookup.coverage(terms, passages)
        ages = [-int(self._corpus.seconds[passage]) for passage in passages]
        order = [place for place in range(len(found)) if not terms or coverage[place] > 0]
        unsure = [quote.confidence < _SURE for _, quote in found]
        order.sort(key=lambda place: (-scores[place], ages[place], unsure[place], place))
        shares = [1.0] * len(found)
        for place in order[:_RERANKED] if terms else ():
            shares[place] = self._topic_share(terms, *found[place])
            scores[place] *= _BESIDE_TOPIC + (1 - _BESIDE_TOPIC) * shares[place]
        order[:_RERANKED] = sorted(
            order[:_RERANKED],
            key=lambda place: (-scores[place], ages[place], unsure[place], place),
        )
        said = self._once((found[place] for place in order), k)
        return [
            replace(
                self._corpus.hit(
                    rank,
                    scores[at],
                    int(passages[at]),
                    coverage[at],
                    terms,
                    found[at][1],
                    also_in=also,
                ),
                said=shares[at],
            )
            for rank, (at, also) in enumerate(((order[one], also) for one, also in said), start=1)
        ]

    def like(self, copy: str, filters: Filters, k: int) -> list[Hit]:
        """The utterances that `copy` may be an inexact copy of; of equals the newest first.

        The score is the likeness: the share of words that are the same in the same order.
        """
        terms = self._lookup.words(copy)
        alike = [
            (found.share, passage, quote)
            for passage, quote in self._near(terms, filters)
            if (found := likeness(copy, self._sentences(passage, quote))).is_enough
        ]
        return self._found(alike, terms, k)

    def about(self, topic: str, filters: Filters, k: int) -> list[Hit]:
        """What anybody said about something; of equals the newest first.

        The score is the share of the topic's information (idf) that stands in the utterance.
        """
        terms = self._lookup.words(topic)
        about = [
            (share, passage, quote)
            for passage, quote in self._near(terms, filters)
            if quote.speaker and (share := self._topic_share(terms, passage, quote)) >= _ABOUT
        ]
        return self._found(about, terms, k)

    def beside(self, name: str, topic: str, filters: Filters, k: int) -> list[Hit]:
        """What stands beside the name of somebody, and nobody is known to say.

        The nearest to the name first, of equals the newest. The score falls with the distance.

        Args:
            name: in full, in any case.
            topic: that most of what is said must be about; may be empty.
            filters: of articles.
            k: how many hits at most.
        """
        words = words_of_name(name)
        if not words:
            return []
        terms = self._lookup.words(topic) if topic else ()
        beside = Beside(
            self._corpus,
            lambda passage, one: not terms or self._topic_share(terms, passage, one) >= _ABOUT,
        )
        found = beside.find(words, self._best(self._lookup.words(name, words), filters))
        return self._found([(score, *one) for one, score in found.items()], terms, k)

    def _near(self, terms: Sequence[QueryTerm], filters: Filters) -> Iterator[tuple[int, Quote]]:
        """The utterances in the passages that match best."""
        for passage in self._best(terms, filters):
            yield from ((passage, quote) for quote in self._corpus.said_in(passage))

    def _best(self, terms: Sequence[QueryTerm], filters: Filters) -> list[int]:
        """The passages that match best."""
        wanted = [term.term for term in terms if term.df]
        if not wanted:
            return []
        allowed, recency = self._corpus.allowed(filters), self._corpus.seconds
        best = self._bm25.top_k(wanted, _COMPARED, allowed=allowed, recency=recency)
        passages: list[int] = best.passages.tolist()
        return passages

    def _found(
        self, found: list[tuple[float, int, Quote]], terms: Sequence[QueryTerm], k: int
    ) -> list[Hit]:
        """Scored utterances as hits, the best first."""
        seconds = self._corpus.seconds
        found.sort(key=lambda one: (-one[0], -int(seconds[one[1]]), one[1], one[2].span))
        said = self._once(((passage, quote) for _, passage, quote in found), k)
        best = [found[place] for place, _ in said]
        passages = np.array([passage for _, passage, _ in best], np.int64)
        coverage = self._lookup.coverage(terms, passages)
        return [
            self._corpus.hit(
                rank, score, passage, coverage[rank - 1], terms, quote, also_in=said[rank - 1][1]
            )
            for rank, (score, passage, quote) in enumerate(best, start=1)
        ]

    def _once(
        self, found: Iterable[tuple[int, Quote]], k: int
    ) -> list[tuple[int, tuple[Article, ...]]]:
        """The places of the first `k` utterances, and the other articles that have the same."""
        said = Utterances()
        kept: list[tuple[int, dict[str, Article]]] = []
        for place, (passage, quote) in enumerate(found):
            if len(kept) >= k and place >= _SAID_ONCE:
                break
            article = self._corpus.article(passage)
            number = said.add(quote.span.of(article.text), quote.speaker)
            if number is None:
                kept.append((place, {article.id: article}))
            else:
                kept[number][1].setdefault(article.id, article)
        return [(place, tuple(also.values())[1:]) for place, also in kept[: max(k, 0)]]

    def _topic_share(self, terms: Sequence[QueryTerm], passage: int, quote: Quote) -> float:
        """The share of the topic's information that stands in an utterance's own sentences."""
        lang = self._corpus.article(passage).lang
        held = set(self._corpus.analyzer.terms(self._sentences(passage, quote), lang))
        distinct = {term.term: term.idf for term in terms}
        return sum(idf for term, idf in distinct.items() if term in held) / sum(distinct.values())

    def _sentences(self, passage: int, quote: Quote) -> str:
        return quote.sentences.of(self._corpus.article(passage).text)
