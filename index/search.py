"""Questions in, ranked passages out, from one consistent set of generations.

index = SearchIndex.open("data")
for hit in index.search("harbour wall", k=3):
    print(hit.rank, hit.article.title, hit.passage.start)
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import publication
from index.articles import MAIN, Article
from index.bm25 import PassageBM25, TopK
from index.catalogue import Catalogue
from index.collections import Collections
from index.confidence import RIVALS
from index.copies import Story, told_once
from index.corpus import Corpus
from index.definitions import defined_in
from index.errors import IndexNotFoundError
from index.excerpts import Excerpt, excerpt, tells
from index.filtering import only_speaker
from index.generation import Generation
from index.hits import Extent, Found, Hit, QueryTerm
from index.impacts import K1, B
from index.key_terms import key_terms
from index.lookup import Lookup
from index.mentions import Month, by_month
from index.query import Filters, Query
from index.query_execution import Searched, Sieve, words_to_rank
from index.query_language import ParsedQuery
from index.ranking import WEIGHTS, Asked, Scored, Weights
from index.reranking import COMPARED, Question, Ranked, Reranker
from index.sought import Sought, sought_in
from index.spelling import Correction
from index.spoken import Spoken

_ALL = Filters()
_MENTIONED = 0.6  # of a query's information that stands in a passage which mentions it
_MOST = 8_192  # candidates fetched, however many of them are copies of one story
_MORE = 4  # candidates fetched for each hit wanted, before those of one article are collapsed


class SearchIndex:
    """The generations of some collections, searched as one.

    Threads may share it. It stays as it was opened: what is published later is seen by opening
    anew.
    """

    def __init__(
        self, generations: Sequence[tuple[str, Generation]], weights: Weights = WEIGHTS
    ) -> None:
        self._corpus = Corpus(generations)
        self._bm25 = PassageBM25(self._corpus.postings, K1, B)
        self.catalogue = Catalogue(self._corpus.generations)
        self._lookup = Lookup(self._corpus, self._bm25, self.catalogue)
        self._spoken = Spoken(self._corpus, self._bm25, self._lookup)
        self._reranker = Reranker(self._corpus, self._bm25, weights)
        self.is_warm = False

    @classmethod
    def open(
        cls,
        data_dir: Path | str,
        collections: Sequence[str] = (MAIN,),
        weights: Weights = WEIGHTS,
    ) -> "SearchIndex":
        """Open what is published of `collections`; those without an index count as empty.

        Args:
            data_dir: the data folder.
            collections: by name.
            weights: what each feature of a passage counts for in its rank.

        Raises:
            DataFolderError: the data folder is not Byline's.
            IndexNotFoundError: there is no data folder, or no index of any of the collections.
            IndexVersionError: one was written by another version of Byline.
            IndexDamagedError: one is not what was written.
        """
        home = Collections.to_read(Path(data_dir))
        opened: list[tuple[str, Generation]] = []
        missing: IndexNotFoundError | None = None
        try:
            for name in collections:
                place = home.collection(name)
                try:
                    path = publication.generation_path(place, publication.served(place))
                    opened.append((name, Generation(path)))
                except IndexNotFoundError as error:
                    missing = missing or error
        except BaseException:
            for _, generation in opened:
                generation.close()
            raise
        if not opened and missing:
            raise missing
        return cls(opened, weights)

    def close(self) -> None:
        """Let go of the files."""
        self._corpus.close()

    @property
    def generation(self) -> str:
        """The names of the generations that answer, one for each collection."""
        return "+".join(generation.name for generation in self._corpus.generations)

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that answer."""
        return self._corpus.collections

    @property
    def extent(self) -> Extent:
        """How much there is to be found."""
        return self._corpus.extent

    @property
    def article_ids(self) -> list[str]:
        """The ids of all articles, collection by collection."""
        return [one for generation in self._corpus.generations for one in generation.ids]

    def holds(self, article_id: str) -> bool:
        """Whether there is an article with an id."""
        generations = self._corpus.generations
        return any(one.number_of(article_id) is not None for one in generations)

    def article_with(self, article_id: str) -> Article | None:
        """The article with an id; None where there is none."""
        for generation in self._corpus.generations:
            number = generation.number_of(article_id)
            if number is not None:
                return generation.article(number)
        return None

    def query_terms(self, text: str, keep: Collection[str] = frozenset()) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up, without stop words where others remain.

        Words in `keep` always remain.

        A word is stemmed in the query's language; where no passage has that term, in the other
        languages of the index, for a name is a name in all of them.
        """
        return self._lookup.words(text, keep)

    def terms_of(self, query: Query) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up, and after them those of its context.

        A question that has none but stop words asks for what was said just before it.
        """
        return self._lookup.terms_of(query)

    def speaks(self, speaker: str) -> bool:
        """Whether anybody of this name or role is quoted."""
        return any(quoted.speaks(speaker) for quoted in self._corpus.quoted)

    def names(self, speaker: str) -> bool:
        """Whether anybody of this name is quoted; a role alone is no name."""
        return any(quoted.names(speaker) for quoted in self._corpus.quoted)

    def speakers(self, typed: str, k: int = 25, *, at_once: bool = False) -> list[str]:
        """The names of those who are quoted that `typed` may begin; the most quoted first.

        Every word typed begins a word of the name, in any order, case and without diacritics.

        Args:
            typed: what has been typed.
            k: how many at most.
            at_once: leave out the names of a generation that have not been gathered yet.
        """
        found: Counter[str] = Counter()
        for quoted in self._corpus.quoted:
            if quoted.completes or not at_once:
                found.update(dict(quoted.completing(typed)))
        return sorted(found, key=lambda name: (-found[name], name))[:k]

    def warm(self) -> None:
        """Make now what would else be made when it is first asked for.

        Names and headlines to complete, and the words that misspelt ones are compared with.
        """
        self.speakers("")
        self.catalogue.warm()
        self._lookup.warm()
        self.is_warm = True

    def excerpt(self, hit: Hit) -> Excerpt:
        """The part of a hit's text that answers."""
        return excerpt(hit, self._corpus.analyzer)

    def tells(self, hit: Hit) -> bool:
        """Whether a sentence that matches holds what is sought: an age, money, a number, a time."""
        return tells(hit, self._corpus.analyzer)

    def corrections(self, word: str) -> list[Correction]:
        """The words of articles that a word which none holds may stand for, the likeliest first."""
        return self._lookup.corrections(word)

    def search(
        self, query: str | Query, k: int = 10, per_article: int = 1, *, once: bool = False
    ) -> list[Hit]:
        """The best passages for `query`, or, where it names a speaker, what they said.

        Args:
            query: words, or a `Query` with a speaker or filters.
            k: how many hits at most.
            per_article: how many of them one article may give; utterances are not limited.
            once: give one story once, however many articles have it: the others are `also_in` of
                the first. Utterances always are given once.
        """
        asked = Query(query) if isinstance(query, str) else query
        terms = self.terms_of(asked)
        if asked.speaker is not None:
            return self._spoken.by(asked.speaker, terms, self._corpus.allowed(asked.filters), k)
        question = _question(terms, asked)
        allowed = self._corpus.allowed(asked.filters)
        return self._passages(terms, question, allowed, k, per_article, once=once)

    def who_said(self, copy: str, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """The utterances that `copy` may be an inexact copy of; of equals the newest first.

        The score is the likeness: the share of words that are the same in the same order.
        """
        return self._spoken.like(copy, filters, k)

    def said_about(self, topic: str, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """What anybody said about something; of equals the newest first.

        The score is the share of the topic's information (idf) that stands in the utterance.
        """
        return self._spoken.about(topic, filters, k)

    def said_beside(
        self, name: str, topic: str = "", filters: Filters = _ALL, k: int = 10
    ) -> list[Hit]:
        """What is said close behind the full name of somebody, and nobody is known to say.

        The nearest to the name first; of equals the newest.
        """
        return self._spoken.beside(name, topic, filters, k)

    def mentions(self, query: Query) -> tuple[Month, ...]:
        """How many articles mention what is asked for, or quote its speaker, month by month.

        An article mentions it that has a passage with most of the query's information; one that
        quotes the speaker counts where it has any of the topic.
        """
        terms = self.terms_of(query)
        allowed = self._corpus.allowed(query.filters)
        if query.speaker is not None:
            said = [passage for passage, _ in self._corpus.said_by(query.speaker)]
            passages = np.unique(np.array(said, np.int64))
            if terms:
                passages = passages[np.array(self._lookup.coverage(terms, passages)) > 0]
        else:
            passages = self._lookup.covering(terms, _MENTIONED)
        if allowed is not None:
            passages = passages[allowed[passages]]
        articles = sorted({self._corpus.article_of(one): one for one in passages.tolist()}.values())
        return by_month(self._corpus.seconds[articles])

    def find(self, query: ParsedQuery, k: int = 10, per_article: int = 1) -> Found:
        """The best passages for a query in the query language.

        Those of one speaker are utterances. A query that only tells what not to find, or only
        filters, gives the newest passages that are left.
        """
        sieve = Sieve(query.clauses, self._searched())
        text, keep = words_to_rank(query.clauses)
        terms = (*(self._lookup.words(text, keep) if text else ()), *self._expanded(sieve))
        speaker, filters = only_speaker(query.filters)
        allowed = _both(self._corpus.allowed(filters), sieve.possible)
        if speaker is not None:
            hits = self._spoken.by(speaker, terms, allowed, k, sieve)
        elif terms:
            question = _question(terms)
            hits = self._passages(terms, question, allowed, k, per_article, sieve, once=True)
        else:
            hits = self._newest(allowed, k, per_article, sieve)
        return Found(tuple(hits), terms, sieve.notes)

    def latest(self, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """The beginnings of the newest articles that the filters let through."""
        allowed = self._corpus.allowed(filters)
        if allowed is None:
            allowed = np.ones(self.extent.passages, np.bool_)
        return self._newest(allowed, k, 1)

    def key_passages(self, article_id: str, k: int = 5) -> list[Hit]:
        """What matters most in an article: how it begins, then what holds most of its key terms.

        Raises:
            BadInputError: there is no such article.
        """
        passages = np.flatnonzero(self._corpus.passages_of(article_id))
        if not len(passages):
            return []
        article = self._corpus.article(int(passages[0]))
        terms = key_terms(article, self._corpus.analyzer, self._bm25)
        scores = self._bm25.get_batch_scores([one.term for one in terms], passages)
        order = sorted(range(len(passages)), key=lambda place: (place > 0, -scores[place], place))
        return [
            # The first is shown from its beginning on, the others where their terms stand.
            self._corpus.hit(rank, scores[place], int(passages[place]), 1.0, terms if place else ())
            for rank, place in enumerate(order[: max(k, 0)], start=1)
        ]

    def _passages(
        self,
        terms: Sequence[QueryTerm],
        question: Question,
        allowed: NDArray[np.bool_] | None,
        k: int,
        per_article: int,
        sieve: Sieve | None = None,
        *,
        once: bool,
    ) -> list[Hit]:
        if not question.terms or k < 1:
            return []
        fetch = max(k * _MORE, COMPARED)
        while True:
            best = self._best(question, fetch, allowed)
            through = _through(sieve, best)
            done = len(best.passages) < fetch or fetch >= _MOST or bool(sieve and sieve.cut)
            if done or len(self._collapse(through.passages, per_article, k)) == k:
                ranked = self._reranker.rank(through, question, self._corpus.analyzer, allowed)
                asked = [one.word for one in question.terms if one.weight == 1]
                stories = self._stories(ranked.passages, max(k, RIVALS.stop), asked, once=once)
                copies = [place for one in stories for place in one.copies]
                kept = self._collapse(
                    ranked.passages, per_article, k, without=ranked.passages[copies]
                )
                if done or len(kept) == k:
                    break
            fetch *= _MORE
        also_in = self._also_in(stories[:k], ranked.passages)
        hits = self._hits(ranked.take(kept), terms, question, also_in)
        if hits:
            rivals = [float(ranked.scores[one.first]) for one in stories[: RIVALS.stop]]
            evidence = self._reranker.evidence(ranked, rivals, terms, hits[0].coverage)
            hits[0] = replace(hits[0], evidence=evidence)
        return hits

    def _best(self, question: Question, k: int, allowed: NDArray[np.bool_] | None) -> TopK:
        """The best passages by BM25."""
        terms, times = question.repeated
        best = self._bm25.top_k(terms, k, allowed=allowed, recency=self._corpus.seconds)
        return TopK(best.passages, best.scores / times)

    def _hits(
        self,
        ranked: Ranked,
        terms: Sequence[QueryTerm],
        question: Question,
        also_in: Mapping[int, tuple[Article, ...]],
    ) -> list[Hit]:
        """Passages as hits; `also_in` tells of an article which others have its story."""
        coverage = self._lookup.coverage(terms, ranked.passages)
        explained = self._reranker.explained(ranked, question)
        hits = [
            self._corpus.hit(
                rank,
                score,
                passage,
                share,
                terms,
                explanation=explanation,
                also_in=also_in.get(self._corpus.article_of(passage), ()),
            )
            for rank, (passage, score, share, explanation) in enumerate(
                zip(
                    ranked.passages.tolist(),
                    ranked.scores.tolist(),
                    coverage,
                    explained,
                    strict=True,
                ),
                start=1,
            )
        ]
        if question.sought is None and not question.asked.topic:
            return hits
        opening = [bool(one.introduction) for one in ranked.features]
        return [
            replace(one, sought=question.sought, topic=question.topic, introduces=opens)
            for one, opens in zip(hits, chain(opening, repeat(object=False)), strict=False)
        ]

    def candidates(self, query: str | Query) -> list[Scored]:
        """The passages that `search` compares with a question, as BM25 orders them."""
        asked = Query(query) if isinstance(query, str) else query
        question = _question(self.terms_of(asked), asked)
        best = self._best(question, COMPARED, self._corpus.allowed(asked.filters))
        features = self._reranker.features(best.passages, question, self._corpus.analyzer)
        return [
            Scored(
                self._corpus.article(passage).id,
                self._corpus.span(passage),
                score / question.asked.information,
                one,
            )
            for passage, score, one in zip(
                best.passages.tolist(), best.scores.tolist(), features, strict=True
            )
        ]

    def explain(self, query: str | Query, article_id: str) -> Hit | None:
        """The best passage of an article, with the score that `search` gives it; its rank is 1.

        None where no passage of the article matches.

        Raises:
            BadInputError: there is no such article.
        """
        asked = Query(query) if isinstance(query, str) else query
        terms = self.terms_of(asked)
        question = _question(terms, asked)
        allowed, own = self._corpus.allowed(asked.filters), self._corpus.passages_of(article_id)
        ranked = self._reranker.rank(
            self._best(question, COMPARED, allowed), question, self._corpus.analyzer, allowed
        )
        places = np.flatnonzero(own[ranked.passages])[:1].tolist()
        if places:
            ranked = ranked.take(places)
        else:
            ranked = Ranked(*self._best(question, 1, _both(allowed, own)), [])
        return next(iter(self._hits(ranked, terms, question, {})), None)

    def _collapse(
        self,
        passages: NDArray[np.int64],
        per_article: int,
        k: int,
        sieve: Sieve | None = None,
        without: Iterable[int] = (),
    ) -> list[int]:
        """The places of the first `k` that remain when an article may give only so many.

        The articles of the passages `without` give none.
        """
        told = np.array(list(without), np.int64)
        counts = dict.fromkeys(self._corpus.numbers_of_articles(told), per_article)
        kept: list[int] = []
        for place, article in enumerate(self._corpus.numbers_of_articles(passages)):
            given = counts.get(article, 0)
            if given >= per_article or (sieve and not sieve.accepts(int(passages[place]))):
                continue
            counts[article] = given + 1
            kept.append(place)
            if len(kept) == k:
                break
        return kept

    def _stories(
        self, passages: NDArray[np.int64], k: int, asked: Collection[str], *, once: bool
    ) -> list[Story]:
        """The first `k` stories, by the places of their articles' first passages.

        Not told once, each article is a story of its own.
        """
        firsts = self._collapse(passages, 1, len(passages) if once else k)
        if not once:
            return [Story(place, ()) for place in firsts]
        return self._told_once(firsts, passages, k, asked)

    def _told_once(
        self,
        firsts: Iterable[int],
        passages: NDArray[np.int64],
        k: int,
        asked: Collection[str] = (),
    ) -> list[Story]:
        """The first `k` stories of articles, by the places of passages of theirs."""
        return told_once(
            firsts, lambda place: self._corpus.article(int(passages[place])).text, k, asked
        )

    def _also_in(
        self, stories: Iterable[Story], passages: NDArray[np.int64]
    ) -> dict[int, tuple[Article, ...]]:
        """The other articles that have a story, by the number of the one that is shown."""
        return {
            self._corpus.article_of(int(passages[one.first])): tuple(
                self._corpus.article(int(passages[place])) for place in one.copies
            )
            for one in stories
            if one.copies
        }

    def _newest(
        self,
        allowed: NDArray[np.bool_] | None,
        k: int,
        per_article: int,
        sieve: Sieve | None = None,
    ) -> list[Hit]:
        """The newest passages that are left, one story once, those of an article as they stand."""
        if allowed is None or k < 1:
            return []
        passages = np.flatnonzero(allowed)
        passages = passages[np.argsort(-self._corpus.seconds[passages], kind="stable")]
        fetch = k * _MORE
        while True:
            firsts = self._collapse(passages, 1, fetch, sieve)
            stories = self._told_once(firsts, passages, k)
            if len(stories) == k or len(firsts) < fetch or fetch >= _MOST:
                break
            fetch *= _MORE
        copies = [place for one in stories for place in one.copies]
        kept = self._collapse(passages, per_article, k, sieve, without=passages[copies])
        also_in = self._also_in(stories, passages)
        return [
            self._corpus.hit(
                rank, 0.0, one, 1.0, (), also_in=also_in.get(self._corpus.article_of(one), ())
            )
            for rank, one in enumerate(passages[kept].tolist(), start=1)
        ]

    def _searched(self) -> Searched:
        """The passages, as the clauses of a query look at them in this thread."""
        corpus = self._corpus
        languages = [*self.catalogue.languages, ""]
        return Searched(
            corpus.generations, corpus.postings, corpus.text, corpus.analyzer, languages
        )

    def _expanded(self, sieve: Sieve) -> list[QueryTerm]:
        """The terms that stand for beginnings of words; a beginning that none has is one itself."""
        return [
            self._lookup.term(word, term)
            for word, terms in ((f"{one.prefix.text}*", one.terms) for one in sieve.expansions)
            for term in terms or (word,)
        ]


def _question(terms: Sequence[QueryTerm], query: Query | None = None) -> Question:
    """What passages are compared with: the terms that some passage holds, and what is sought."""
    held = [term for term in terms if term.df]
    unknown = [term for term in terms if not term.df]
    if query is None:
        return Question(held, Asked(held, None, unknown), latest=False)
    asked = query.asked or query.text
    topic, sought = defined_in(asked), sought_in(asked)
    if topic and sought is Sought.PERSON:
        sought = None  # the name of whoever it is stands in the question
    own = [term for term in terms if term.weight == 1 and not term.form_of]
    whole = not (unknown or query.latest) and sought in (None, Sought.PLACE)
    about = {term.term for term in own} if whole else ()
    return Question(held, Asked(held, sought, unknown, about), query.latest, sought, topic)


def _through(sieve: Sieve | None, best: TopK) -> TopK:
    """The passages that a query's clauses let through."""
    if sieve is None:
        return best
    through = [place for place, one in enumerate(best.passages.tolist()) if sieve.accepts(one)]
    return TopK(best.passages[through], best.scores[through])


def _both(
    one: NDArray[np.bool_] | None, other: NDArray[np.bool_] | None
) -> NDArray[np.bool_] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
