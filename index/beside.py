"""Words beside somebody's name of which nobody is known to be the speaker: they may be theirs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np

from index.corpus import Corpus
from index.quote import Quote
from index.spans import Span

_FAR = 400  # characters from somebody's name to words that may be theirs
_FULL_NAME = 2  # words
_BETWEEN = r"\W+"  # the words of a name
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_UNREAD = 0.5  # what a sentence scores that no utterance was found in
_AROUND = 16  # passages before and behind one that has the full name
_Found = dict[tuple[int, Quote], float]  # how near, from 0 to 1, by passage and utterance


def words_of_name(name: str) -> list[str]:
    """The words of a name in full; none of one that is a single word, which may be of a place."""
    words = _WORD.findall(name)
    return words if len(words) >= _FULL_NAME else []


class Beside:
    """Looks beside names.

    Args:
        corpus: that holds the passages.
        about: whether an utterance in a passage is about what is asked for.
    """

    def __init__(self, corpus: Corpus, about: Callable[[int, Quote], bool]) -> None:
        self._corpus = corpus
        self._about = about

    def find(self, name: Sequence[str], passages: Sequence[int]) -> _Found:
        """What stands beside a name, the nearer the more it scores.

        First what is said in or behind a sentence with the full name; then sentences that have it
        beside a verb of saying, for an utterance may be there that was not found; then both of the
        last name alone, in articles that have the full one.

        Args:
            name: its words.
            passages: that have most of them.
        """
        full = re.compile(rf"\b{_BETWEEN.join(map(re.escape, name))}\b", re.IGNORECASE)
        found = dict(self._nobodys(full, self._with_next(passages)))
        found = found or dict(self._unread(full, passages))
        if found:
            return found
        last = re.compile(rf"\b{re.escape(name[-1])}\b", re.IGNORECASE)
        around = list(dict.fromkeys(self._around(full, passages)))
        return {**dict(self._unread(last, around)), **dict(self._nobodys(last, around))}

    def _nobodys(
        self, named: re.Pattern[str], passages: Iterable[int]
    ) -> Iterator[tuple[tuple[int, Quote], float]]:
        """The utterances near a name that are nobody's."""
        for passage in passages:
            for quote in self._corpus.said_in(passage):
                # "An aide said": of whoever is told by what they do it is known that it is another.
                if quote.speaker or quote.rule == "role":
                    continue
                away = _distance(named, self._corpus.article(passage).text, quote.sentences)
                if away is not None and self._about(passage, quote):
                    yield (passage, quote), 1 - away / (_FAR + 1)

    def _unread(
        self, named: re.Pattern[str], passages: Iterable[int]
    ) -> Iterator[tuple[tuple[int, Quote], float]]:
        """The sentences beside a name that may report something, as utterances of nobody."""
        from index.unread import may_report  # noqa: PLC0415  # it takes 50 ms, and few ask for it

        for passage in passages:
            article, span = self._corpus.article(passage), self._corpus.span(passage)
            known = [one.sentences for one in self._corpus.quotes_in(passage) if one.speaker]
            for sentence in may_report(article.text, span, named, article.lang):
                said = Quote(
                    span=sentence, sentences=sentence, kind="reported", cue="", speaker=None,
                    role=None, attribution="inferred", named_in=None, rule="unread", confidence=0.0,
                )  # fmt: skip
                if not any(map(sentence.overlaps, known)) and self._about(passage, said):
                    yield (passage, said), _UNREAD

    def _with_next(self, passages: Iterable[int]) -> Iterator[int]:
        """Some passages, each with the one behind it in its article."""
        for passage in passages:
            yield from range(passage, int(self._corpus.around(np.array([passage]), 1)[1][0]))

    def _around(self, full: re.Pattern[str], passages: Iterable[int]) -> Iterator[int]:
        """The passages around those that have a name in full."""
        for passage in passages:
            if full.search(self._corpus.text(passage)):
                (first,), (last,) = self._corpus.around(np.array([passage]), _AROUND)
                yield from range(int(first), int(last))


def _distance(named: re.Pattern[str], text: str, sentences: Span) -> int | None:
    """How many characters before some sentences a name stands, 0 inside; None where none is near.

    Args:
        named: finds the name in any case; as a name it begins with a capital.
        text: the article's.
        sentences: their place.
    """
    near = named.finditer(text, max(0, sentences.start - _FAR), sentences.end)
    places = [found.start() for found in near if found.group()[0].isupper()]
    return max(0, sentences.start - places[-1]) if places else None
