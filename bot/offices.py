"""Offices as askers call them: "the CEO of Harwick Yards", "Skarn's mayor", "Senator Morn".

Grammar only: whether anybody holds the office is for the index to tell, and whether it is that of
Harwick Yards for what an article is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from index.analysis import fold
from index.hits import Hit
from index.nations import nation_in
from index.people import name_words

# What means the same, on each line.
_SAME = tuple(
    tuple(name.strip() for name in line.split(","))
    for line in """
    ceo, chief executive, chief executive officer
    cfo, chief financial officer
    pm, prime minister, premier
    chair, chairman, chairwoman, chairperson
    spokesperson, spokesman, spokeswoman
    governor, gov.
    senator, sen.
    representative, rep., congressman, congresswoman
    general, gen.
    professor, prof.
    doctor, dr.
    president, pres.
    lieutenant, lt.
    sergeant, sgt.
    captain, capt.
    colonel, col.
    councillor, councilor, councilman, councilwoman, coun., cllr
    police chief, chief of police, chief
    manager, head coach, coach
    general secretary, secretary general, secretary-general
    minister
    foreign minister
    mayor
    king
    queen
    pope
    director
    head
    leader
    speaker
    ambassador
    """.strip().splitlines()
)
_LOOSE = {
    "boss": ("manager", "general secretary", "chief executive", "ceo", "head", "chief", "director"),
    "chief": ("secretary general", "secretary-general", "director general", "director-general"),
}
_ALIKE = {one.rstrip("."): tuple(names) for names in _SAME for one in names} | _LOOSE
_SHORT = {"fed": "federal reserve", "un": "united nations"}
_LEAD = 400  # characters of an article that tell what it is about
_LONGEST_FIRST = "|".join(sorted(map(re.escape, _ALIKE), key=len)[::-1])
_ARTICLE = r"(?:the |an? )?"
_OF = re.compile(rf"{_ARTICLE}(?P<office>.+?) (?:of|at|for) {_ARTICLE}(?P<of>.+)", re.IGNORECASE)
_OWNS = re.compile(rf"{_ARTICLE}(?P<of>.+?)['’]s? (?P<office>.+)", re.IGNORECASE)
_BEHIND = re.compile(rf"{_ARTICLE}(?P<of>.+?) (?P<office>{_LONGEST_FIRST})", re.IGNORECASE)
_BEFORE = re.compile(rf"{_ARTICLE}(?P<office>{_LONGEST_FIRST})\.? (?P<name>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody is asked for by."""

    called: tuple[str, ...]  # as articles may call it, with the name where one is given
    of: str = ""  # whose it is; empty where a name is given


def offices_in(speaker: str) -> Iterator[Office]:
    """What may be meant by whoever is asked for, the likeliest first; nothing for a bare name."""
    for pattern in (_OF, _OWNS, _BEHIND):
        if found := pattern.fullmatch(speaker):
            yield Office(_alike(found["office"]), found["of"])
    if found := _BEFORE.fullmatch(speaker):
        yield Office(tuple(f"{one} {found['name']}" for one in _alike(found["office"])))


def _alike(office: str) -> tuple[str, ...]:
    folded = fold(office)
    return tuple(dict.fromkeys(chain((folded,), _ALIKE.get(folded.rstrip("."), ()))))


def is_of(hit: Hit, of: str) -> bool:
    """Whether an utterance is of somebody whose office is that of a firm, a town or a country.

    The office itself tells it, or the sentence that names its holder, or the article's headline or
    beginning; the president of another country is not meant where an article is about this one.
    """
    quote, text = hit.quote, hit.article.text
    if quote is None:
        return False
    role = quote.role or ""
    named = quote.named_in.of(text) if quote.named_in else quote.sentences.of(text)
    asked, office = frozenset(name_words(of)), frozenset(name_words(role))
    in_full = frozenset(name_words(_SHORT.get(fold(of), of)))
    near = {*office, *name_words(f"{named[:_LEAD]} {hit.article.title} {text[:_LEAD]}")}
    near |= {word.removesuffix("'s").removesuffix("’s") for word in near}
    nation, others = nation_in(asked), nation_in(office)
    if nation and others and not any(one in nation for one in others):
        return False
    return any(one <= near for one in (asked, in_full, *nation))
