"""The words of a sentence that say who speaks."""

from typing import Literal, NamedTuple

_PLURALS = ("s", "men", "people", "police", "children")


class Phrase(NamedTuple):
    """The words that say who speaks."""

    kind: Literal["name", "role", "pronoun"]
    name: tuple[str, ...]  # without honorific; empty unless the kind is "name"
    role: str | None  # without article
    head: str  # lower case: the noun of the role ("spokesman"), or the pronoun
    honorific: str | None
    definite: bool  # "the spokesman", "Spokesman Falk"; not "a spokesman"
    first: int  # tokens of the sentence, both included
    last: int
    possessor: bool = False  # "Falk's lawyer": somebody is named who does not speak
    joint: bool = False  # "Falk and Meyer": no single speaker
    also: str | None = None  # a second role: "her husband, state Rep. Otto Falk"

    @property
    def plural(self) -> bool:
        """Whether the role is that of several: "officials", "police"."""
        return self.head.endswith(_PLURALS) and not self.head.endswith("ss")  # "witness"
