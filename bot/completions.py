"""What an option may be filled with while somebody types: only what the asked articles have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import chain, islice

from bot import texts
from bot.escaping import cut, utf16_length
from bot.questions import clean
from index import SearchIndex
from index.analysis import fold
from index.catalogue import Headline

MOST = 25  # choices that Discord shows
LONGEST = 100  # UTF-16 units of a choice's name and of its value
_ASKING = re.compile(r"\s*what\s+(?:did|does|has)\s+(?P<name>.*)", re.IGNORECASE)


class Completing(Enum):
    """What is completed."""

    QUESTION = "question"
    HEADLINE = "headline"
    SPEAKER = "speaker"
    SOURCE = "source"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Completion:
    """A choice."""

    name: str  # as it is shown
    value: str  # what is asked for


@dataclass(frozen=True, slots=True)
class Completions:
    """What there is to choose from."""

    choices: list[Completion]
    is_whole: bool  # False while an index is made ready: there may be more then


@dataclass(frozen=True, slots=True)
class _Typed:
    """What is completed, and from what."""

    words: str
    index: SearchIndex
    within: Sequence[str]
    at_once: bool

    def speakers(self, words: str, most: int) -> list[str]:
        return self.index.speakers(words, most, at_once=self.at_once)

    def headlines(self) -> list[Headline]:
        """The headlines with what was typed, of the outlets that are asked."""
        most = self.index.extent.articles if self.within else MOST
        found = self.index.catalogue.headlines(self.words, most, at_once=self.at_once)
        asked = (one for one in found if not self.within or one.source in self.within)
        return list(islice(asked, MOST))


def completions(
    what: Completing,
    typed: str,
    index: SearchIndex,
    within: Sequence[str] = (),
    *,
    at_once: bool = False,
) -> list[Completion]:
    """The choices for what has been typed so far, at most as many as Discord shows.

    Args:
        what: what is completed.
        typed: what has been typed so far.
        index: the collections that may be asked.
        within: the outlets whose names and headlines are completed; empty for all.
        at_once: offer only what the index has made ready, however much more there is.
    """
    found = _OF[what](_Typed(clean(typed), index, within, at_once))
    whole = (one for one in found if one.name and one.value and utf16_length(one.value) <= LONGEST)
    distinct = {one.value: one for one in whole}
    return [Completion(cut(one.name, LONGEST), one.value) for one in distinct.values()][:MOST]


def _questions(typed: _Typed) -> Iterator[Completion]:
    """What those of this name said, then headlines, which find their articles."""
    asking = _ASKING.fullmatch(typed.words)
    name = asking["name"] if asking else typed.words
    few = MOST if asking else MOST // 3
    said = [texts.questions.what_did_say(one) for one in typed.speakers(name, few)]
    titles = [] if asking else [clean(one.title) for one in typed.headlines()]
    return (Completion(one, one) for one in chain(said, titles))


def _headlines(typed: _Typed) -> Iterator[Completion]:
    for one in typed.headlines():
        title = clean(one.title) or texts.answers.UNTITLED
        day = clean(one.day or "")  # as the article has it, which need not be a day
        yield Completion(f"{day} · {title}" if day else title, one.key)


def _speakers(typed: _Typed) -> Iterator[Completion]:
    return (Completion(one, one) for one in typed.speakers(typed.words, MOST))


def _sources(typed: _Typed) -> Iterator[Completion]:
    named = (
        one
        for one in typed.index.catalogue.sources_named(typed.words)
        if one.name in typed.within or not typed.within
    )
    for one in islice(named, MOST):
        fits = utf16_length(one.name) <= LONGEST
        yield Completion(clean(one.name), one.name if fits else one.key)


def _languages(typed: _Typed) -> Iterator[Completion]:
    begun = fold(typed.words)
    for code in typed.index.catalogue.languages:
        name = texts.languages.LANGUAGES.get(code)
        if name and (code == begun or fold(name).startswith(begun)):
            yield Completion(name, code)


_OF = {
    Completing.QUESTION: _questions,
    Completing.HEADLINE: _headlines,
    Completing.SPEAKER: _speakers,
    Completing.SOURCE: _sources,
    Completing.LANGUAGE: _languages,
}
