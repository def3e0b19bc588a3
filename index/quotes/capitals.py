"""What the words with a capital in an article show: of places, of firms, or before a surname."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise

from index.quotes.lexicon import Lexicon
from index.quotes.people import fold
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.tokens import Token
from index.spans import Span

_INITIAL = 2  # letters; a shorter word is no given name
_BEFORE_PLACES = frozenset("in en à".split())
_TWO_CAPITALS = re.compile(r"\b([A-Z][a-z]+)(?= ([A-Z][a-z]+)\b)")
# What the names of firms end with that are called by what stands before.
FIRMS = frozenset(
    "securities capital partners holdings group bank research analytics insurance energy foods "
    "resources industries airlines airways markets investments "
    "advisors advisers associates strategies consulting consultants pharmaceuticals therapeutics "
    "technologies systems motors petroleum mining metals minerals logistics shipping freight "
    "homes stores ventures economics equities asset wealth advisory management solutions software "
    "laboratories biosciences entertainment realty properties".split()
)


class Capitals:
    """The sentences of an article that matter, asked for their words with a capital."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._read: list[tuple[Sentence, Span | None]] = []
        self._quotations: list[tuple[str, Span]] = []

    def read_quoted(self, text: str, quotation: Span) -> None:
        """Note who may be named in full only by others: “I'm voting for Ines Falk,” said Brandt."""
        self._quotations.append((text, quotation))

    @cached_property
    def _capitals(self) -> set[tuple[Token, Token]]:
        """Words with a capital that open no sentence, each behind the word before it."""
        pairs = chain.from_iterable(pairwise(sentence.tokens) for sentence, _ in self._read)
        return {pair for pair in pairs if pair[1].is_upper and pair[0].is_word}

    @cached_property
    def _before_surname(self) -> dict[str, set[str]]:
        """By word with a capital, folded: the capitals right before it that may be given names."""
        found: dict[str, set[str]] = {}
        for before, token in self._capitals:
            titled = before.titles or before.is_genitive or len(before.low) < _INITIAL
            if before.is_capital and token.is_capital and not titled:
                found.setdefault(fold(token.word), set()).add(before.word)
        for text, quotation in self._quotations:
            for given, surname in _TWO_CAPITALS.findall(text, *quotation):
                found.setdefault(fold(surname), set()).add(given)
        return found

    @cached_property
    def _firms(self) -> dict[str, set[str]]:
        """By first word, folded: the firms that are only told of: "an analyst at Skarn Capital"."""
        found: dict[str, set[str]] = {}
        for sentence, _ in self._read:
            for last, token in enumerate(sentence.tokens):
                if token.low not in FIRMS or not (token.is_upper and sentence.is_capital(last - 1)):
                    continue
                first = sentence.tokens[last - 1].word
                alone = not sentence.is_capital(last - 2)
                found.setdefault(fold(first), set()).add(f"{first} {token.word}" if alone else "")
        return found

    @cached_property
    def _capital_inside(self) -> set[str]:
        return {fold(token.word) for _, token in self._capitals}

    @cached_property
    def _located(self) -> set[str]:
        """Names that stand behind "in", so that they are of places."""
        return {
            fold(token.word) for before, token in self._capitals if before.low in _BEFORE_PLACES
        }

    @cached_property
    def _by_span(self) -> dict[Span | None, Sentence]:
        return {span: sentence for sentence, span in self._read}

    @cached_property
    def _lower(self) -> set[str]:
        """Words that stand somewhere without a capital."""
        tokens = set(chain.from_iterable(sentence.tokens for sentence, _ in self._read))
        return {token.low for token in tokens if token.is_lower}

    def _spelt_out(self, phrase: Phrase) -> Phrase:
        """A surname with the only given name that stands before it, whatever was read there.

        And a firm's name with what it ends with: "Skarn", of "an analyst at Skarn Capital".
        """
        firms = self._firms.get(fold(phrase.name[0]), set()) - {phrase.name[0]}
        if len(firms) == 1 and all(firms) and not (phrase.honorific or phrase.role):
            return phrase._replace(name=tuple(*map(str.split, firms)))
        given = self._before_surname.get(fold(phrase.name[0]), set())
        woman = self._gender((phrase.honorific or "",))
        genders = {word: self._gender((word.casefold(),)) for word in given}
        fits = {word for word, one in genders.items() if one is not None and woman in {None, one}}
        unknown = {word for word, one in genders.items() if one is None}
        known = fits or set(filter(self._may_be_given, unknown))  # "Mrs Falk" is not Otto Falk
        if len(known) != 1:
            return phrase
        return phrase._replace(name=(*known, phrase.name[0]))

    def _may_be_given(self, word: str) -> bool:
        """Whether a capital before a surname may be a given name that no table holds."""
        low = word.casefold()
        other = any(low in table for table in (self._lower, self._located, self._lexicon.peoples))
        return word.isalpha() and word[1:].islower() and not other

    def _gender(self, words: Iterable[str]) -> bool | None:
        for word in words:
            if word in self._lexicon.women:
                return True
            if word in self._lexicon.men:
                return False
        return None
