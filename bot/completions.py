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


def completions(
    what: Completing, typed: str, index: SearchIndex, within: Sequence[str] = ()
) -> list[Completion]:
    """The choices for what has been typed so far, at most as many as Discord shows.

    Args:
        what: what is completed.
        typed: what has been typed so far.
        index: the collections that may be asked.
        within: the outlets whose names and headlines are completed; empty for all.
    """
    found = _OF[what](clean(typed), index, within)
    whole = (one for one in found if one.name and one.value and utf16_length(one.value) <= LONGEST)
    distinct = {one.value: one for one in whole}
    return [Completion(cut(one.name, LONGEST), one.value) for one in distinct.values()][:MOST]


def _questions(typed: str, index: SearchIndex, within: Sequence[str]) -> Iterator[Completion]:
    """What those of this name said, then headlines, which find their articles."""
    asking = _ASKING.fullmatch(typed)
    name = asking["name"] if asking else typed
    few = MOST if asking else MOST // 3
    said = [f"What did {one} say?" for one in index.speakers(name, few)]
    titles = [] if asking else [clean(one.title) for one in _titled(typed, index, within)]
    return (Completion(one, one) for one in chain(said, titles))


def _titled(typed: str, index: SearchIndex, within: Sequence[str]) -> list[Headline]:
    """The headlines with what was typed, of those outlets."""
    if not within:
        return index.catalogue.headlines(typed, MOST)
    found = index.catalogue.headlines(typed, index.extent.articles)
    return list(islice((one for one in found if one.source in within), MOST))


def _headlines(typed: str, index: SearchIndex, within: Sequence[str]) -> Iterator[Completion]:
    for one in _titled(typed, index, within):
        title = clean(one.title) or texts.UNTITLED
        yield Completion(f"{one.day} · {title}" if one.day else title, one.key)


def _speakers(typed: str, index: SearchIndex, _within: Sequence[str]) -> Iterator[Completion]:
    return (Completion(one, one) for one in index.speakers(typed, MOST))


def _sources(typed: str, index: SearchIndex, within: Sequence[str]) -> Iterator[Completion]:
    named = (
        one for one in index.catalogue.sources_named(typed) if one.name in within or not within
    )
    for one in islice(named, MOST):
        fits = utf16_length(one.name) <= LONGEST
        yield Completion(clean(one.name), one.name if fits else one.key)


def _languages(typed: str, index: SearchIndex, _within: Sequence[str]) -> Iterator[Completion]:
    begun = fold(typed)
    for code in index.catalogue.languages:
        name = texts.LANGUAGES.get(code)
        if name and (code == begun or fold(name).startswith(begun)):
            yield Completion(name, code)


_OF = {
    Completing.QUESTION: _questions,
    Completing.HEADLINE: _headlines,
    Completing.SPEAKER: _speakers,
    Completing.SOURCE: _sources,
    Completing.LANGUAGE: _languages,
}
