"""The words of a query, as they are looked up in the index."""

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.bm25 import PassageBM25
from index.carrying import most_carried
from index.catalogue import Catalogue
from index.corpus import Corpus
from index.english_forms import OTHER_FORMS
from index.generation import Generation
from index.hits import QueryTerm
from index.language import guess_language, is_stop_word
from index.query import Query
from index.question_words import kind_words
from index.spelling import Correction, corrections, is_titled
from index.stop_words import holds_stop_character

_MOST_CARRIED = 24  # words of what was said before, those that tell most
_MOST_MISSPELT = 3  # words of a question that are looked up in another spelling, too
_LONG_ENOUGH = 5  # letters of such a word
_MISSPELT = 1 / 2  # what the other spelling counts for: nobody asked for it
_SPELLINGS_KEPT = 256  # words: a question asks for those of each of its own several times
_PLACES = 1_000  # words of a question or of what was said before, at most


class Lookup:
    """Looks words up.

    Args:
        corpus: what is searched.
        bm25: over its passages.
        catalogue: of its articles; knows their languages.
    """

    def __init__(self, corpus: Corpus, bm25: PassageBM25, catalogue: Catalogue) -> None:
        self._corpus = corpus
        self._bm25 = bm25
        self._catalogue = catalogue
        self._near = _speller(corpus.generations)

    def words(self, text: str, keep: Collection[str] = frozenset()) -> tuple[QueryTerm, ...]:
        """The words of a text, without stop words where others remain.

        Words in `keep` always remain.
        """
        terms, content = self._looked_up(text, keep)
        return content or terms

    def terms_of(self, query: Query) -> tuple[QueryTerm, ...]:
        """The words of a query, those that one may stand for, and those of its context.

        Words that only tell what kind of answer is wanted are left out where others remain. A
        question that has none but stop words asks for what was said just before it.
        """
        terms, content = self._looked_up(
            query.text, query.keep, kind_words(query.text), wholly=bool(query.context)
        )
        if not content and query.context:  # "why?" and "how long?" ask once more
            content = self._looked_up(query.context[0].text)[1]
        before: dict[str, QueryTerm] = {}
        for number, context in enumerate(query.context, start=1):
            for one in self._looked_up(context.text)[1]:
                at = number * _PLACES + one.place
                weighed = replace(one, place=at, weight=context.weight, said_before=True)
                if one.df and before.setdefault(one.term, weighed).weight < context.weight:
                    before[one.term] = weighed
        carried = sorted(before.values(), key=lambda one: -one.information)[:_MOST_CARRIED]
        own = content or (() if carried else terms)
        own = tuple(self._with_other_forms(own))
        own = (*own, *self._meant(own))
        held = {one.term for one in own}
        left = [one for one in carried if one.term not in held]
        if own and left:
            left = _bounded(left, own, most_carried(query.asked or query.text))
        return (*own, *sorted(left, key=lambda one: one.place))

    def _with_other_forms(self, terms: Sequence[QueryTerm]) -> Iterator[QueryTerm]:
        """The words, and beside an English verb its past where that is more often another word.

        In what a passage covers, the two count as one; where no passage holds the verb, its past
        stands for it.
        """
        for one in terms:
            past = OTHER_FORMS.get(one.term)
            name = one.place > 0 and one.word[:1].isupper()
            other = past and not name and self.term(one.word, past, one.place)
            if not other or not other.df:
                yield one
            elif not one.df:
                yield other
            else:
                yield one
                yield replace(other, form_of=one.term)

    def warm(self) -> None:
        """Lay out all words now, that else are when the first unknown word is met."""
        for generation in self._corpus.generations:
            _ = generation.lexicon

    def _meant(self, terms: Sequence[QueryTerm]) -> Iterator[QueryTerm]:
        """What words that no passage holds may stand for, if they are misspelt."""
        held = {one.term for one in terms}
        unknown = [one for one in terms if not one.df and len(one.word) >= _LONG_ENOUGH]
        for one in unknown[:_MOST_MISSPELT]:
            first = next(iter(self.corrections(one.word)), None)
            for meant in self._looked_up(first.text)[0] if first and first.is_likely else ():
                if meant.df and meant.term not in held:
                    yield replace(meant, place=one.place, weight=_MISSPELT)

    def _looked_up(
        self,
        text: str,
        keep: Collection[str] = frozenset(),
        without: Collection[int] = (),
        *,
        wholly: bool = False,
    ) -> tuple[tuple[QueryTerm, ...], tuple[QueryTerm, ...]]:
        """The words of a text, and those of them that are no stop words.

        Nor those that begin `without`, where others remain, or `wholly`.

        A word is stemmed in the text's language; where no passage has that term, in the other
        languages of the index, for a name is a name in all of them.
        """
        known = self._catalogue.languages
        lang = guess_language(text, among=known, default=known[0] if known else "en")
        analyzer = self._corpus.analyzer
        terms: list[QueryTerm] = []
        dropped: set[int] = set()  # places
        for place, token in enumerate(analyzer.tokens(text, lang)):
            word = text[token.start : token.end]
            if token.start in without and word not in keep:
                dropped.add(place)
            own = self.term(word, token.term, place)
            others = () if own.df else known
            held = (self.term(word, analyzer.term(word, other), place) for other in others)
            terms.append(next((one for one in held if one.df), own))
        before = ["", *(one.word for one in terms)]
        content = [
            one
            for one, last in zip(terms, before, strict=False)
            if one.word in keep
            or not (
                is_stop_word(one.word, lang, last)
                or (not one.df and holds_stop_character(one.word, lang))
            )
        ]
        left = [one for one in content if one.place not in dropped]
        return tuple(terms), tuple(left if wholly else left or content)

    def term(self, word: str, term: str, place: int = 0) -> QueryTerm:
        """A word that is looked up by a term."""
        df = self._bm25.postings.df(term)
        return QueryTerm(word, term, df, self._bm25.idf_at(df), place)

    def corrections(self, word: str) -> list[Correction]:
        """The words of articles that a word which none holds may stand for, the likeliest first."""
        # A name is put right by a name, and nothing by a word that questions do without.
        named = is_titled(word)
        return [
            one
            for one in self._near(word)
            if (one.is_name or not named)
            and not any(is_stop_word(one.text.lower(), lang) for lang in self._catalogue.languages)
        ]

    def coverage(self, terms: Sequence[QueryTerm], passages: NDArray[np.int64]) -> list[float]:
        """How much of a query's information each passage holds.

        Each distinct term weighs its idf; one that no passage holds weighs most.
        """
        distinct = {term.term: term.information for term in reversed(terms) if not term.form_of}
        total = sum(distinct.values())
        stands = self._bm25.parts(list(distinct), passages) > 0
        places = {term: place for place, term in enumerate(distinct)}
        for form in (term for term in terms if term.form_of):
            if form.form_of in places and form.term not in places:
                stands[places[form.form_of]] |= self._bm25.parts([form.term], passages)[0] > 0
        held = stands.T @ np.array(list(distinct.values()))
        return [float(share) for share in held / total] if total else [1.0] * len(passages)

    def covering(self, terms: Sequence[QueryTerm], share: float) -> NDArray[np.int64]:
        """The passages that hold at least a share of a query's information, ascending."""
        distinct = {term.term: term.information for term in reversed(terms)}
        held = np.zeros(len(self._bm25.postings.lengths))
        for term, information in distinct.items():
            held[self._bm25.postings.of(term).passages] += information
        least = share * sum(distinct.values())
        return np.flatnonzero(held >= least) if least else np.empty(0, np.int64)


def _bounded(carried: list[QueryTerm], own: Sequence[QueryTerm], share: float) -> list[QueryTerm]:
    """Words said before, that tell together at most a share of what a question's own words tell.

    None where no passage holds any of its own: what it asks for is then not there.
    """
    if not any(one.df for one in own):
        return []
    most = share * math.fsum({one.term: one.information for one in own}.values())
    told = math.fsum(one.information for one in carried)
    if told <= most:
        return carried
    return [replace(one, weight=one.weight * most / told) for one in carried]


def _speller(generations: Sequence[Generation]) -> Callable[[str], Sequence[Correction]]:
    """Finds what a word may stand for, and keeps what was found last.

    No method, for the reason that `index.corpus` gives for reading articles.
    """

    @lru_cache(_SPELLINGS_KEPT)
    def near(word: str) -> Sequence[Correction]:
        return tuple(corrections(word, [one.lexicon for one in generations]))

    return near
