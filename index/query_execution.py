"""Carrying a query out: its clauses as masks over passages, its phrases looked up in texts.

Words and beginnings of words are known from the postings. A phrase can only stand where all its
words do; whether it does is looked up in the text of the passages, best first, up to a number. So
each clause has two masks: where it matches for sure, and where it may match.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from heapq import nlargest
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.analysis import Analyzer, fold
from index.generation import Generation
from index.postings import Postings
from index.query import Clause, Group, Occur, Phrase, Prefix, Word, wanted
from index.texts import hints
from index.wording import pattern_of

MOST_LOOKED_UP = 2_000  # passages whose text is read for the phrases of a query
MOST_EXPANDED = 50  # terms that a beginning of words stands for, the most frequent ones

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a beginning of words stands for."""

    prefix: Prefix
    terms: tuple[str, ...]
    cut: bool  # whether there were more


class Bounds(NamedTuple):
    """Where a clause matches."""

    certain: Mask
    possible: Mask


class Searched:
    """Passages as the clauses of a query look at them.

    Args:
        generations: that hold them.
        postings: of all of them.
        text: the words of a passage.
        analyzer: of this thread.
        languages: in which articles are written.
    """

    def __init__(
        self,
        generations: Sequence[Generation],
        postings: Postings,
        text: Callable[[int], str],
        analyzer: Analyzer,
        languages: Sequence[str],
    ) -> None:
        self._generations = generations
        self._postings = postings
        self._analyzer = analyzer
        self._languages = languages
        self.text = text
        self.size = len(postings.lengths)

    def holding(self, words: str) -> Mask:
        """The passages that hold each of some words, in any of its forms."""
        tokens = [
            {self._analyzer.term(text, lang) for lang in self._languages}
            for text in self._analyzer.words(words, None)
        ]
        masks = [self._with_any(sorted(terms)) for terms in tokens]
        return reduce(np.logical_and, masks, np.ones(self.size, np.bool_))

    def expanded(self, prefix: Prefix) -> Expansion:
        """The terms of the words that begin so, in small letters or in capitals."""
        text = prefix.text
        counts: dict[str, int] = {}
        cut = False
        for generation in self._generations:
            numbers: dict[int, int] = {}
            for beginning in {text, text.lower(), text.capitalize(), text.upper()}:
                for word in generation.words(beginning):
                    numbers[word.term] = numbers.get(word.term, 0) + word.occurrences
            cut = cut or len(numbers) > MOST_EXPANDED
            for number in nlargest(MOST_EXPANDED, numbers, key=lambda one: (numbers[one], -one)):
                term = generation.term(number)
                counts[term] = counts.get(term, 0) + numbers[number]
        terms = sorted(counts, key=lambda term: (-counts[term], term))
        return Expansion(prefix, tuple(terms[:MOST_EXPANDED]), cut or len(terms) > MOST_EXPANDED)

    def holding_any(self, terms: Sequence[str]) -> Mask:
        """The passages that hold one of some terms."""
        return self._with_any(terms)

    def _with_any(self, terms: Sequence[str]) -> Mask:
        mask = np.zeros(self.size, np.bool_)
        for term in terms:
            mask[self._postings.of(term).passages] = True
        return mask


class Sieve:
    """Which passages the clauses of one query let through.

    Where nothing must match, that one of the words does is left to the ranking.
    """

    def __init__(self, clauses: tuple[Clause, ...], searched: Searched) -> None:
        self._clauses = clauses
        self._searched = searched
        self._verdicts: dict[int, bool] = {}
        self._masks: dict[Word | Phrase | Prefix, Mask] = {}
        self.cut = False  # whether there were more passages than are looked up

    @cached_property
    def expansions(self) -> tuple[Expansion, ...]:
        """What the beginnings of words among the clauses stand for."""
        prefixes = [one for one in _leaves(self._clauses) if isinstance(one, Prefix)]
        return tuple(map(self._searched.expanded, dict.fromkeys(prefixes)))

    @property
    def notes(self) -> tuple[str, ...]:
        """Where carrying the query out was cut short, a sentence each."""
        notes = [
            hints.MANY_ENDINGS.format(one.prefix.text, MOST_EXPANDED)
            for one in self.expansions
            if one.cut
        ]
        if self.cut:
            notes.append(hints.MANY_PASSAGES.format(MOST_LOOKED_UP))
        return tuple(notes)

    @property
    def possible(self) -> Mask | None:
        """The passages that may match; None where all may."""
        return self._bounds.possible if self._bounds else None

    def accepts(self, passage: int) -> bool:
        """Whether a passage that may match does."""
        if self._bounds is None or self._bounds.certain[passage]:
            return True
        verdict = self._verdicts.get(passage)
        if verdict is None:
            if len(self._verdicts) >= MOST_LOOKED_UP:
                self.cut = True
                return False
            text = fold(self._searched.text(passage))
            verdict = self._verdicts[passage] = self._match(self._firm, passage, text)
        return verdict

    @cached_property
    def _firm(self) -> tuple[Clause, ...]:
        return tuple(one for one in self._clauses if one.occur is not Occur.SHOULD)

    @cached_property
    def _bounds(self) -> Bounds | None:
        return self._of_all(self._firm) if self._firm else None

    def _of_all(self, clauses: Sequence[Clause]) -> Bounds:
        size = self._searched.size
        certain, possible = np.ones(size, np.bool_), np.ones(size, np.bool_)
        shoulds = []
        for clause in clauses:
            one = self._of(clause.of)
            match clause.occur:
                case Occur.MUST:
                    certain, possible = certain & one.certain, possible & one.possible
                case Occur.MUST_NOT:
                    certain, possible = certain & ~one.possible, possible & ~one.certain
                case Occur.SHOULD:
                    shoulds.append(one)
        if shoulds and all(clause.occur is not Occur.MUST for clause in clauses):
            certain = certain & reduce(np.logical_or, [one.certain for one in shoulds])
            possible = possible & reduce(np.logical_or, [one.possible for one in shoulds])
        return Bounds(certain, possible)

    def _of(self, node: Word | Phrase | Prefix | Group) -> Bounds:
        match node:
            case Group():
                return self._of_all(node.clauses)
            case Phrase():
                return Bounds(np.zeros(self._searched.size, np.bool_), self._mask(node))
            case _:
                mask = self._mask(node)
                return Bounds(mask, mask)

    def _mask(self, leaf: Word | Phrase | Prefix) -> Mask:
        """The passages that hold all words of a leaf."""
        if leaf not in self._masks:
            if isinstance(leaf, Prefix):
                (terms,) = [one.terms for one in self.expansions if one.prefix == leaf]
                self._masks[leaf] = self._searched.holding_any(terms)
            else:
                self._masks[leaf] = self._searched.holding(leaf.text)
        return self._masks[leaf]

    def _match(self, clauses: Sequence[Clause], passage: int, text: str) -> bool:
        """Whether a passage with this text matches all that it has to."""
        musts = [one.of for one in clauses if one.occur is Occur.MUST]
        nots = [one.of for one in clauses if one.occur is Occur.MUST_NOT]
        shoulds = [one.of for one in clauses if one.occur is Occur.SHOULD]
        return (
            all(self._matches(one, passage, text) for one in musts)
            and not any(self._matches(one, passage, text) for one in nots)
            and (
                bool(musts)
                or not shoulds
                or any(self._matches(one, passage, text) for one in shoulds)
            )
        )

    def _matches(self, node: Word | Phrase | Prefix | Group, passage: int, text: str) -> bool:
        match node:
            case Group():
                return self._match(node.clauses, passage, text)
            case Phrase():
                return pattern_of(node.text).search(text) is not None
            case _:
                return bool(self._mask(node)[passage])


def _leaves(clauses: Sequence[Clause]) -> Iterator[Word | Phrase | Prefix]:
    for clause in clauses:
        if isinstance(clause.of, Group):
            yield from _leaves(clause.of.clauses)
        else:
            yield clause.of


def words_to_rank(clauses: tuple[Clause, ...]) -> tuple[str, frozenset[str]]:
    """The words that rank passages, and those of them that count even as stop words."""
    words: list[str] = []
    kept: list[str] = []
    for clause in wanted(clauses):
        if isinstance(clause.of, Word | Phrase):
            words.append(clause.of.text)
            if clause.occur is Occur.MUST or isinstance(clause.of, Phrase):
                kept += clause.of.text.split()
    return " ".join(words), frozenset(kept)
