"""Somebody whom an article names, and what is asked of one person or of a few."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from index.quotes import traits
from index.spans import Span

_ARABIC_ARTICLES = ("al-", "el-")
_FOLDED = 10_000  # words kept
_OTHERS = frozenset("former ex deputy vice assistant late retired shadow one-time".split())
_OF_COMPANIES = frozenset("owner operator maker supplier landlord sponsor publisher".split())


@dataclass(slots=True, eq=False)
class Speaker:
    """A person or an organisation that the article names."""

    name: str  # in full, as the article gives it; empty: somebody whom it does not name
    parts: tuple[str, ...]  # the name's words, folded for comparing
    group: bool
    named_in: Span | None  # the sentence of the first full mention; None: only in the title
    honorific: str | None = None
    roles: list[str] = field(default_factory=list)  # as stated, first mention first
    traits: set[str] = field(default_factory=set)  # party, state and age, where stated
    woman: bool | None = None  # None: unknown
    asks: bool = False  # only, in an interview
    styled: set[str] = field(default_factory=set)  # honorifics that stand before the surname alone
    bare: bool = False  # a surname alone has meant this one
    spoke: int = -1  # the last sentence in which this one spoke
    mentioned: int = -1  # the last sentence that mentions this one

    @property
    def maybe_group(self) -> bool:
        """Whether this can be an organisation: "Sound Line"."""
        return self.group or (
            self.woman is None and self.honorific is None and all(map(_may_be_company, self.roles))
        )

    @property
    def role(self) -> str | None:
        """The first role that the article states."""
        return self.roles[0] if self.roles else None


def _may_be_company(role: str) -> bool:
    """Whether a company may have a role: "mine owner", "maker of the pumps"."""
    words = role.casefold().partition(" of ")[0].split()
    return not _OF_COMPANIES.isdisjoint(words[-1:])


@lru_cache(maxsize=_FOLDED)
def fold(word: str) -> str:
    """A word without case, diacritics and genitive, for comparing names."""
    bare = word.removesuffix("'s").removesuffix("’s").casefold()
    if bare.startswith(_ARABIC_ARTICLES):
        bare = bare[3:]  # "al-Falk" is Falk as well
    if bare.isascii():
        return bare
    return "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))


def ends_with(speaker: Speaker, parts: tuple[str, ...]) -> bool:
    """Whether the words of a name end somebody's: Falk, of Ines Falk."""
    return speaker.parts[-len(parts) :] == parts


def begins_with(speaker: Speaker, parts: tuple[str, ...]) -> bool:
    """Whether the words of a name begin somebody's: Ines, of Ines Falk."""
    # "Falk" is not the Falk campaign.
    own = not speaker.group or speaker.name.rpartition(" ")[2][:1].isupper()
    return own and speaker.parts[: len(parts)] == parts


def agrees(speaker: Speaker, *, woman: bool | None) -> bool:
    """Whether a pronoun may mean somebody."""
    known = speaker.woman is not None and woman is not None
    return not (speaker.group or speaker.asks or (known and speaker.woman != woman))


def known_words(speaker: Speaker) -> set[str]:
    """The folded words of what the article says of somebody."""
    words = [fold(word) for role in speaker.roles for word in role.split()]
    meant = chain.from_iterable(map(traits.of_role, words))
    return {*words, *meant, *speaker.traits}


def holds_office(speaker: Speaker, head: str, words: Collection[str]) -> bool:
    """Whether somebody is what a bare role says: "the governor" is not a former governor."""
    for role in speaker.roles:
        stated = set(map(fold, role.split()))
        holds = head in stated or any(head in traits.of_role(word) for word in stated)
        if holds and _OTHERS.isdisjoint(stated - set(words)):
            return True
    return head in speaker.traits


def recency(speaker: Speaker) -> tuple[int, int]:
    """When somebody spoke, else was mentioned, last."""
    return speaker.spoke, speaker.mentioned


def latest(speakers: Sequence[Speaker]) -> Speaker | None:
    """The one who spoke, else was mentioned, last; nobody where that is true of two."""
    *_, last = sorted(speakers, key=recency)
    return last if sum(recency(one) == recency(last) for one in speakers) == 1 else None
