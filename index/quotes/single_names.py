"""Names of one word that are known to be a part of one: nobody is called by them.

"Josphat" is Josphat ole Nkaiseri, "CM" is a chief minister: where the whole name was not
understood, nobody is better than somebody half named.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from index.quote import Quote
from index.quotes.lexicon import Lexicon

# Offices as they are abbreviated; names of two capitals, of the EU or the UN, look alike.
_OFFICES = frozenset("CM DCM CS PS PM DPM IG DIG DG CP SP DSP DC DPP AG MP MLA MCA MEC VC".split())
_BORDER = re.compile(r"\b")
_PARTICLES = frozenset(("ole", "ap", "’t", "'t"))


def with_whole_names(found: Iterable[Quote], text: str, lexicon: Lexicon) -> Iterator[Quote]:
    """The utterances, without speakers whose one word is a part of a name.

    Args:
        found: in an article.
        text: the article's.
        lexicon: of its language.
    """
    known: dict[str, bool] = {}
    for one in found:
        name = one.speaker
        if name is not None and " " not in name:
            if name not in known:
                known[name] = _is_part(name, text, lexicon)
            if known[name]:
                yield replace(one, speaker=None, named_in=None)
                continue
        yield one


def _is_part(name: str, text: str, lexicon: Lexicon) -> bool:
    if name in _OFFICES:
        return True
    goes_on = _going_on(lexicon)
    place = text.find(f"{name} ")
    while place >= 0:
        behind = place + len(name)
        if _BORDER.match(text, place) and goes_on.match(text, behind):
            return True
        place = text.find(f"{name} ", behind)
    return False


@cache
def _going_on(lexicon: Lexicon) -> re.Pattern[str]:
    """A particle and a capital behind the first word of a name."""
    particles = "|".join(map(re.escape, lexicon.particles | _PARTICLES))
    return re.compile(rf" (?:{particles}) [^\W\d_a-z]")
