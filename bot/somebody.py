"""Whom "he" and "she" may mean: the names in what was answered before.

Grammar only: which of them is quoted is for the index to tell.
"""

import re

HE_OR_SHE = frozenset("he she er sie il elle él ella он она".split())
_UPPER = "A-ZÀ-ÖØ-ÞĄĆČĐĘĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽА-ЯЁЇІЄҐ"
_WORD = rf"[{_UPPER}][\w-]*(?:['’][{_UPPER}][\w-]+)*"
_BETWEEN = rf"\s+(?:[{_UPPER}]\.\s+)*(?:(?:de|da|del|di|van|von|der|den|bin|al|el|le|la|y)\s+)*"
_NAME = re.compile(rf"(?<![\w'’.-]){_WORD}(?:{_BETWEEN}{_WORD})+")
_MOST = 12  # names
_FULL = 2  # words


def names_in(text: str) -> tuple[str, ...]:
    """The names of two words and more in a text, in its order; behind a title, the last two alone.

    What has capitals for another reason is among them.
    """
    names: list[str] = []
    for match in _NAME.finditer(text):
        name = " ".join(match.group().split())
        words = name.split()
        names += [name, *([" ".join(words[-_FULL:])] if len(words) > _FULL else [])]
    return tuple(dict.fromkeys(names))[:_MOST]
