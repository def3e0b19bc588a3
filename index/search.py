"""Questions in, ranked passages out, from one consistent set of generations.

index = SearchIndex.open("data")
for hit in index.search("harbour wall", k=3):
    print(hit.rank, hit.article.title, hit.passage.start)
"""

import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import publication
from index.analysis import Analyzer
from index.articles import MAIN, Article, Passage
from index.bm25 import PassageBM25, TopK
from index.candidates import Candidates
from index.catalogue import Catalogue
from index.collections import Collections
from index.confidence import RIVALS
from index.copies import Story, Utterances, told_once
from index.errors import BadInputError, IndexNotFoundError
from index.excerpts import Excerpt, excerpt
from index.filtering import only_speaker, passing
from index.generation import Generation
from index.hits import Explanation, Extent, Found, Hit, QueryTerm
from index.impacts import K1, B
from index.key_terms import key_terms
from index.language import guess_language, is_stop_word
from index.postings import JointPostings
from index.query import Filters, Query
from index.query_execution import Searched, Sieve, words_to_rank
from index.query_language import ParsedQuery
from index.quotations import likeness
from index.quote import Quote
from index.quoted import Quoted
from index.ranking import WEIGHTS, Asked, Scored, Weights
from index.reranking import COMPARED, Question, Ranked, Reranker
from index.sought import sought_in
from index.spelling import Correction, corrections
from index.utterances import utterances

_RERANKED = 200  # utterances looked at more closely, of those whose passages match best
_SURE = 0.95  # of an utterance's confidence: its speaker is named right beside its cue
_QUOTATIONS_COMPARED = 50  # passages whose utterances are compared with a remembered quotation
_SAID_ONCE = 20  # utterances among which repeated ones are looked for, beside those shown
_ABOUT = 0.6  # of a topic's information that stands in what is said about it
_ALL = Filters()
_MOST_CARRIED = 24  # words of what was said before, those that tell most
_PLACES = 1_000  # words of a question or of what was said before, at most
_READ = 256  # articles kept as they were read: a question looks at the same ones several times
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
        self._collections = [name for name, _ in generations]
        self._generations = [generation for _, generation in generations]
        joint = JointPostings(self._generations)
        self._offsets = joint.offsets
        self._quoted = {one.name: Quoted(one) for one in self._generations}
        self._bm25 = PassageBM25(joint, K1, B)
        self._recency = _joined([one.seconds[one.articles_of] for one in self._generations])
        self._read = lru_cache(_READ)(self._read_article)
        candidates = Candidates(
            self._generations, self._locate, self._article, self._offsets, self._bm25, self._recency
        )
        self._reranker = Reranker(self._bm25, candidates, self._recency, weights)
        self._thread = threading.local()
        self.catalogue = Catalogue(self._generations)
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
        for generation in self._generations:
            generation.close()

    @property
    def generation(self) -> str:
        """The names of the generations that answer, one for each collection."""
        return "+".join(generation.name for generation in self._generations)

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that answer."""
        return tuple(self._collections)

    @property
    def extent(self) -> Extent:
        """How much there is to be found."""
        facts = [generation.facts for generation in self._generations]
        return Extent(
            articles=sum(fact.articles for fact in facts),
            passages=sum(fact.passages for fact in facts),
            first_day=min((fact.first_day for fact in facts if fact.first_day), default=None),
            last_day=max((fact.last_day for fact in facts if fact.last_day), default=None),
        )

    def query_terms(self, text: str, keep: Collection[str] = frozenset()) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up, without stop words where others remain.

        Words in `keep` always remain.

        A word is stemmed in the query's language; where no passage has that term, in the other
        languages of the index, for a name is a name in all of them.
        """
        terms, content = self._looked_up(text, keep)
        return content or terms

    def terms_of(self, query: Query) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up, and after them those of its context.

        Of a question that has none but stop words, only those of the context.
        """
        terms, content = self._looked_up(query.text, query.keep)
        before: dict[str, QueryTerm] = {}
        for number, context in enumerate(query.context, start=1):
            for one in self._looked_up(context.text)[1]:
                at = number * _PLACES + one.place
                weighed = replace(one, place=at, weight=context.weight)
                if one.df and before.setdefault(one.term, weighed).weight < context.weight:
                    before[one.term] = weighed
        carried = sorted(before.values(), key=lambda one: -one.information)[:_MOST_CARRIED]
        own = content or (() if carried else terms)
        held = {one.term for one in own}
        left = (one for one in carried if one.term not in held)
        return (*own, *sorted(left, key=lambda one: one.place))

    def _looked_up(
        self, text: str, keep: Collection[str] = frozenset()
    ) -> tuple[tuple[QueryTerm, ...], tuple[QueryTerm, ...]]:
        """The words of a text, and those of them that are no stop words."""
        known = self._languages
        lang = guess_language(text, among=known, default=known[0] if known else "en")
        analyzer = self._analyzer()
        terms: list[QueryTerm] = []
        for place, token in enumerate(analyzer.tokens(text, lang)):
            word = text[token.start : token.end]
            candidates = (token.term, *(analyzer.term(word, other) for other in known))
            term = next((one for one in candidates if self._bm25.postings.df(one)), token.term)
            terms.append(
                QueryTerm(word, term, self._bm25.postings.df(term), self._bm25.idf_of(term), place)
            )
        before = ["", *(one.word for one in terms)]
        content = [
            one
            for one, last in zip(terms, before, strict=False)
            if one.word in keep or not is_stop_word(one.word, lang, last)
        ]
        return tuple(terms), tuple(content)

    def speaks(self, speaker: str) -> bool:
        """Whether anybody of this name or role is quoted."""
        return any(quoted.by(speaker) for quoted in self._quoted.values())

    def names(self, speaker: str) -> bool:
        """Whether anybody of this name is quoted; a role alone is no name."""
        return any(quoted.names(speaker) for quoted in self._quoted.values())

    def speakers(self, typed: str, k: int = 25) -> list[str]:
        """The names of those who are quoted that `typed` may begin; the most quoted first.

        Every word typed begins a word of the name, in any order, case and without diacritics.
        """
        found: Counter[str] = Counter()
        for quoted in self._quoted.values():
            found.update({one.name: len(one.quotes) for one in quoted.completing(typed)})
        return sorted(found, key=lambda name: (-found[name], name))[:k]

    def warm(self) -> None:
        """Make now what would else be made when it is first asked for: names, roles, headlines."""
        self.catalogue.warm()
        self.speakers("")
        self.speaks("nobody of this name")
        self.is_warm = True

    def excerpt(self, hit: Hit) -> Excerpt:
        """The part of a hit's text that answers."""
        return excerpt(hit, self._analyzer())

    def corrections(self, word: str) -> list[Correction]:
        """The words of articles that a word which none holds may stand for, the likeliest first."""
        found = corrections(word, [generation.lexicon for generation in self._generations])
        # A name is put right by a name, and nothing by a word that questions do without.
        name = word[:1].isupper() and not word.isupper()
        return [
            one
            for one in found
            if (one.is_name or not name)
            and not any(is_stop_word(one.text.lower(), lang) for lang in self._languages)
        ]

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
            return self._utterances(asked.speaker, terms, self._allowed(asked.filters), k)
        question = _question(terms, asked)
        allowed = self._allowed(asked.filters)
        return self._passages(terms, question, allowed, k, per_article, once=once)

    def who_said(self, copy: str, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """The utterances that `copy` may be an inexact copy of; of equals the newest first.

        The score is the likeness: the share of words that are the same in the same order.
        """
        terms = self.query_terms(copy)
        alike = [
            (found.share, passage, quote)
            for passage, quote in self._said_near(terms, filters)
            if (found := likeness(copy, quote.sentences.of(self._article(passage).text))).is_enough
        ]
        return self._said(alike, terms, k)

    def said_about(self, topic: str, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """What anybody said about something; of equals the newest first.

        The score is the share of the topic's information (idf) that stands in the utterance.
        """
        terms = self.query_terms(topic)
        about = [
            (share, passage, quote)
            for passage, quote in self._said_near(terms, filters)
            if quote.speaker and (share := self._topic_share(terms, passage, quote)) >= _ABOUT
        ]
        return self._said(about, terms, k)

    def _said_near(
        self, terms: Sequence[QueryTerm], filters: Filters
    ) -> Iterator[tuple[int, Quote]]:
        """The utterances in the passages that match best."""
        wanted = [term.term for term in terms if term.df]
        if wanted:
            allowed = self._allowed(filters)
            best = self._bm25.top_k(
                wanted, _QUOTATIONS_COMPARED, allowed=allowed, recency=self._recency
            )
            for passage in best.passages.tolist():
                yield from ((passage, quote) for quote in self._said_in(passage))

    def _said(
        self, found: list[tuple[float, int, Quote]], terms: Sequence[QueryTerm], k: int
    ) -> list[Hit]:
        """Scored utterances as hits, the best first."""
        found.sort(key=lambda one: (-one[0], -int(self._recency[one[1]]), one[1], one[2].span))
        said = self._said_once(((passage, quote) for _, passage, quote in found), k)
        best = [found[place] for place, _ in said]
        coverage = self._coverage(terms, np.array([passage for _, passage, _ in best], np.int64))
        return [
            self._hit(
                rank, score, passage, coverage[rank - 1], terms, quote, also_in=said[rank - 1][1]
            )
            for rank, (score, passage, quote) in enumerate(best, start=1)
        ]

    def _said_once(
        self, found: Iterable[tuple[int, Quote]], k: int
    ) -> list[tuple[int, tuple[Article, ...]]]:
        """The places of the first `k` utterances, and the other articles that have the same."""
        said = Utterances()
        kept: list[tuple[int, dict[str, Article]]] = []
        for place, (passage, quote) in enumerate(found):
            if len(kept) >= k and place >= _SAID_ONCE:
                break
            article = self._article(passage)
            number = said.add(quote.span.of(article.text), quote.speaker)
            if number is None:
                kept.append((place, {article.id: article}))
            else:
                kept[number][1].setdefault(article.id, article)
        return [(place, tuple(also.values())[1:]) for place, also in kept[: max(k, 0)]]

    def _said_in(self, passage: int) -> list[Quote]:
        """The utterances that begin in a passage."""
        part, number = self._locate(passage)
        quotes = self._generations[part].quotes_in(number)
        return [quote for _, quote in utterances((number, quote) for quote in quotes)]

    def find(self, query: ParsedQuery, k: int = 10, per_article: int = 1) -> Found:
        """The best passages for a query in the query language.

        Those of one speaker are utterances. A query that only tells what not to find, or only
        filters, gives the newest passages that are left.
        """
        sieve = Sieve(query.clauses, self._searched())
        text, keep = words_to_rank(query.clauses)
        terms = (*(self.query_terms(text, keep) if text else ()), *self._expanded(sieve))
        speaker, filters = only_speaker(query.filters)
        allowed = _both(self._allowed(filters), sieve.possible)
        if speaker is not None:
            hits = self._utterances(speaker, terms, allowed, k, sieve)
        elif terms:
            question = _question(terms)
            hits = self._passages(terms, question, allowed, k, per_article, sieve, once=True)
        else:
            hits = self._newest(allowed, k, per_article, sieve)
        return Found(tuple(hits), terms, sieve.notes)

    def latest(self, filters: Filters = _ALL, k: int = 10) -> list[Hit]:
        """The beginnings of the newest articles that the filters let through."""
        allowed = self._allowed(filters)
        if allowed is None:
            allowed = np.ones(self.extent.passages, np.bool_)
        return self._newest(allowed, k, 1)

    def key_passages(self, article_id: str, k: int = 5) -> list[Hit]:
        """What matters most in an article: how it begins, then what holds most of its key terms.

        Raises:
            BadInputError: there is no such article.
        """
        passages = np.flatnonzero(self._passages_of(article_id))
        if not len(passages):
            return []
        article = self._article(int(passages[0]))
        terms = key_terms(article, self._analyzer(), self._bm25)
        scores = self._bm25.get_batch_scores([one.term for one in terms], passages)
        order = sorted(range(len(passages)), key=lambda place: (place > 0, -scores[place], place))
        return [
            # The first is shown from its beginning on, the others where their terms stand.
            self._hit(rank, scores[place], int(passages[place]), 1.0, terms if place else ())
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
                ranked = self._reranker.rank(through, question, self._analyzer())
                asked = [one.word for one in question.terms if one.weight == 1]
                stories = self._stories(ranked.passages, max(k, RIVALS.stop), asked, once=once)
                copies = [place for one in stories for place in one.copies]
                kept = self._collapse(
                    ranked.passages, per_article, k, without=ranked.passages[copies]
                )
                if done or len(kept) == k:
                    break
            fetch *= _MORE
        also_in = {
            self._article_of(int(ranked.passages[one.first])): tuple(
                self._article(int(ranked.passages[place])) for place in one.copies
            )
            for one in stories[:k]
            if one.copies
        }
        hits = self._hits(ranked.take(kept), terms, question, also_in)
        if hits:
            rivals = [float(ranked.scores[one.first]) for one in stories[: RIVALS.stop]]
            evidence = self._reranker.evidence(ranked, rivals, terms, hits[0].coverage)
            hits[0] = replace(hits[0], evidence=evidence)
        return hits

    def _best(self, question: Question, k: int, allowed: NDArray[np.bool_] | None) -> TopK:
        """The best passages by BM25."""
        terms, times = question.repeated
        best = self._bm25.top_k(terms, k, allowed=allowed, recency=self._recency)
        return TopK(best.passages, best.scores / times)

    def _hits(
        self,
        ranked: Ranked,
        terms: Sequence[QueryTerm],
        question: Question,
        also_in: Mapping[tuple[int, int], tuple[Article, ...]],
    ) -> list[Hit]:
        """Passages as hits; `also_in` tells of an article which others have its story."""
        coverage = self._coverage(terms, ranked.passages)
        explained = self._reranker.explained(ranked, question)
        return [
            self._hit(
                rank,
                score,
                passage,
                share,
                terms,
                explanation=explanation,
                also_in=also_in.get(self._article_of(passage), ()),
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

    def candidates(self, query: str | Query) -> list[Scored]:
        """The passages that `search` compares with a question, as BM25 orders them."""
        asked = Query(query) if isinstance(query, str) else query
        question = _question(self.terms_of(asked), asked)
        best = self._best(question, COMPARED, self._allowed(asked.filters))
        features = self._reranker.features(best.passages, question, self._analyzer())
        return [
            Scored(self._article(passage).id, score / question.asked.information, one)
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
        allowed, own = self._allowed(asked.filters), self._passages_of(article_id)
        ranked = self._reranker.rank(
            self._best(question, COMPARED, allowed), question, self._analyzer()
        )
        places = np.flatnonzero(own[ranked.passages])[:1].tolist()
        if places:
            ranked = ranked.take(places)
        else:
            ranked = Ranked(*self._best(question, 1, _both(allowed, own)), [])
        return next(iter(self._hits(ranked, terms, question, {})), None)

    def _passages_of(self, article_id: str) -> NDArray[np.bool_]:
        """Which passages are an article's, in any of the collections."""
        numbers = [generation.number_of(article_id) for generation in self._generations]
        if all(number is None for number in numbers):
            raise BadInputError(
                f"No article has the id {article_id!r}; "
                "`byline index status --articles` lists them."
            )
        return _joined(
            [
                generation.articles_of == (-1 if number is None else number)
                for generation, number in zip(self._generations, numbers, strict=True)
            ]
        )

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
        counts = dict.fromkeys(map(self._article_of, without), per_article)
        kept: list[int] = []
        for place, passage in enumerate(passages.tolist()):
            article = self._article_of(passage)
            if counts.get(article, 0) >= per_article or (sieve and not sieve.accepts(passage)):
                continue
            counts[article] = counts.get(article, 0) + 1
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
        return told_once(firsts, lambda place: self._article(int(passages[place])).text, k, asked)

    def _article_of(self, passage: int) -> tuple[int, int]:
        """The generation of a passage's article, and the article's number there."""
        part, number = self._locate(passage)
        return part, int(self._generations[part].articles_of[number])

    def _newest(
        self,
        allowed: NDArray[np.bool_] | None,
        k: int,
        per_article: int,
        sieve: Sieve | None = None,
    ) -> list[Hit]:
        """The newest passages that are left, those of one article as they stand in it."""
        if allowed is None or k < 1:
            return []
        passages = np.flatnonzero(allowed)
        passages = passages[np.argsort(-self._recency[passages], kind="stable")]
        kept = self._collapse(passages, per_article, k, sieve)
        return [
            self._hit(rank, 0.0, int(passages[place]), 1.0, ())
            for rank, place in enumerate(kept, start=1)
        ]

    def _searched(self) -> Searched:
        """The passages, as the clauses of a query look at them in this thread."""
        languages = [*self._languages, ""]
        return Searched(
            self._generations, self._bm25.postings, self._text, self._analyzer(), languages
        )

    def _article(self, passage: int) -> Article:
        return self._read(*self._article_of(passage))

    def _read_article(self, part: int, number: int) -> Article:
        return self._generations[part].article(number)

    def _text(self, passage: int) -> str:
        """The words of a passage."""
        part, number = self._locate(passage)
        generation = self._generations[part]
        text = self._article(passage).text
        return text[int(generation.starts[number]) : int(generation.ends[number])]

    def _expanded(self, sieve: Sieve) -> list[QueryTerm]:
        """The terms that stand for beginnings of words; a beginning that none has is one itself."""
        return [
            QueryTerm(word, term, self._bm25.postings.df(term), self._bm25.idf_of(term))
            for word, terms in ((f"{one.prefix.text}*", one.terms) for one in sieve.expansions)
            for term in terms or (word,)
        ]

    def _utterances(
        self,
        speaker: str,
        terms: Sequence[QueryTerm],
        allowed: NDArray[np.bool_] | None,
        k: int,
        sieve: Sieve | None = None,
    ) -> list[Hit]:
        """What a speaker said: best match of the topic first, then newest, then surest.

        An utterance has its passage's score, half of it for the passage and half for the share of
        the topic that stands in the utterance itself, so that of two in one passage the one about
        the topic comes first.
        """
        found = [
            (passage + offset, quote)
            for generation, offset in zip(self._generations, self._offsets, strict=True)
            for passage, quote in self._quoted[generation.name].by(speaker)
        ]
        if allowed is not None:
            found = [(passage, quote) for passage, quote in found if allowed[passage]]
        if sieve is not None:
            found = [(passage, quote) for passage, quote in found if sieve.accepts(passage)]
        passages = np.array([passage for passage, _ in found], np.int64)
        topic = [term.term for term in terms if term.df]
        # Without a topic all match alike.
        scores = self._bm25.get_batch_scores(topic, passages) if terms else [1.0] * len(found)
        coverage = self._coverage(terms, passages)
        ages = [-int(self._recency[passage]) for passage in passages]
        order = [place for place in range(len(found)) if not terms or coverage[place] > 0]
        unsure = [quote.confidence < _SURE for _, quote in found]
        order.sort(key=lambda place: (-scores[place], ages[place], unsure[place], place))
        for place in order[:_RERANKED] if terms else ():
            scores[place] *= (1 + self._topic_share(terms, *found[place])) / 2
        order[:_RERANKED] = sorted(
            order[:_RERANKED],
            key=lambda place: (-scores[place], ages[place], unsure[place], place),
        )
        said = self._said_once((found[place] for place in order), k)
        return [
            self._hit(
                rank,
                scores[at],
                int(passages[at]),
                coverage[at],
                terms,
                found[at][1],
                also_in=also,
            )
            for rank, (at, also) in enumerate(((order[one], also) for one, also in said), start=1)
        ]

    def _topic_share(self, terms: Sequence[QueryTerm], passage: int, quote: Quote) -> float:
        """The share of the topic's information that stands in an utterance's own sentences."""
        article = self._article(passage)
        held = set(self._analyzer().terms(quote.sentences.of(article.text), article.lang))
        distinct = {term.term: term.idf for term in terms}
        return sum(idf for term, idf in distinct.items() if term in held) / sum(distinct.values())

    def _hit(
        self,
        rank: int,
        score: float,
        passage: int,
        coverage: float,
        terms: Sequence[QueryTerm],
        quote: Quote | None = None,
        *,
        explanation: Explanation | None = None,
        also_in: tuple[Article, ...] = (),
    ) -> Hit:
        part, number = self._locate(passage)
        generation = self._generations[part]
        article = self._article(passage)
        start, end = int(generation.starts[number]), int(generation.ends[number])
        return Hit(
            rank=rank,
            score=score,
            passage=Passage(number, article.id, start, end),
            article=article,
            collection=self._collections[part],
            coverage=coverage,
            terms=tuple(terms),
            quote=quote,
            quotes=tuple(generation.quotes_in(number)),
            explanation=explanation,
            also_in=also_in,
        )

    def _locate(self, passage: int) -> tuple[int, int]:
        """Which generation holds a passage, and the passage's number there."""
        # Of parts that begin at one number all but the last are empty.
        part = bisect_right(self._offsets, passage) - 1
        return part, passage - self._offsets[part]

    def _coverage(self, terms: Sequence[QueryTerm], passages: NDArray[np.int64]) -> list[float]:
        """How much of the query's information each passage holds.

        Each distinct term weighs its idf; one that no passage holds weighs most.
        """
        distinct = {term.term: term.information for term in reversed(terms)}
        total = sum(distinct.values())
        parts = self._bm25.parts(list(distinct), passages)
        held = (parts > 0).T @ np.array(list(distinct.values()))
        return [float(share) for share in held / total] if total else [1.0] * len(passages)

    def _allowed(self, filters: Filters) -> NDArray[np.bool_] | None:
        if not filters:
            return None
        masks = [passing(one, filters, self._quoting) for one in self._generations]
        return _joined(masks)

    def _quoting(self, generation: Generation, speaker: str) -> list[int]:
        """The passages of a generation that quote somebody."""
        return [passage for passage, _ in self._quoted[generation.name].by(speaker)]

    @property
    def _languages(self) -> list[str]:
        """The languages of the index, those of most articles first."""
        return list(self.catalogue.languages)

    def _analyzer(self) -> Analyzer:
        """This thread's analyzer."""
        if not hasattr(self._thread, "analyzer"):
            self._thread.analyzer = Analyzer()
        analyzer: Analyzer = self._thread.analyzer
        return analyzer


def _question(terms: Sequence[QueryTerm], query: Query | None = None) -> Question:
    """What passages are compared with: the terms that some passage holds, and what is sought."""
    held = [term for term in terms if term.df]
    sought = sought_in(query.asked or query.text) if query else None
    return Question(held, Asked(held, sought), query.latest if query else False)


def _through(sieve: Sieve | None, best: TopK) -> TopK:
    """The passages that a query's clauses let through."""
    if sieve is None:
        return best
    through = [place for place, one in enumerate(best.passages.tolist()) if sieve.accepts(one)]
    return TopK(best.passages[through], best.scores[through])


def _joined(parts: Sequence[NDArray[np.generic]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, np.int64)


def _both(
    one: NDArray[np.bool_] | None, other: NDArray[np.bool_] | None
) -> NDArray[np.bool_] | None:
    if one is None or other is None:
        return one if other is None else other
    return one & other
