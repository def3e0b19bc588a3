"""What American news says of a politician beside the name: "Jane Cole (D-Calif.)", of Ohio, 34.

A later sentence may call her by nothing else: "the California Democrat", "the 34-year-old".
"""

import re
from collections.abc import Iterator

from index.quotes.phrases import Sentence

_STATES = """
alabama ala al|alaska ak|arizona ariz az|arkansas ark ar|california calif ca|colorado colo co|
connecticut conn ct|delaware del de|florida fla fl|georgia ga|hawaii hi|idaho id|
illinois ill il|indiana ind in|iowa ia|kansas kan ks|kentucky ky|louisiana la|maine me|
maryland md|massachusetts mass ma|michigan mich mi|minnesota minn mn|mississippi miss ms|
missouri mo|montana mont mt|nebraska neb ne|nevada nev nv|new-hampshire n.h nh|
new-jersey n.j nj|new-mexico n.m nm|new-york n.y ny|north-carolina n.c nc|north-dakota n.d nd|
ohio oh|oklahoma okla ok|oregon ore or|pennsylvania pa|rhode-island r.i ri|
south-carolina s.c sc|south-dakota s.d sd|tennessee tenn tn|texas tex tx|utah ut|vermont vt|
virginia va|washington wash wa|west-virginia w.va wv|wisconsin wis wi|wyoming wyo wy
"""
_NAMES = {
    form: tuple(forms.split()[0].split("-"))
    for forms in _STATES.split("|")
    for form in forms.split()
}
_PARTIES = {"r": "republican", "d": "democrat", "i": "independent"}
_MEMBER = re.compile(r"([rdi])[-–]([a-z.]+)$")
_STATE_WORDS = frozenset(word for words in _NAMES.values() for word in words)
_SHORT = {
    "sen.": "senator lawmaker",
    "sen": "senator lawmaker",
    "senator": "lawmaker",
    "gov.": "governor",
    "gov": "governor",
    "rep.": "representative congressman congresswoman lawmaker",
    "rep": "representative congressman congresswoman lawmaker",
    "gen.": "general",
    "col.": "colonel",
    "lt.": "lieutenant",
    "sgt.": "sergeant",
    "capt.": "captain",
    "adm.": "admiral",
    "cmdr.": "commander",
    "maj.": "major",
    "ceo": "executive chief",
    "justice": "judge",
    "bishop": "prelate cleric",
    "archbishop": "prelate cleric",
    "cardinal": "prelate cleric",
    "imam": "cleric",
    "congressman": "lawmaker",
    "congresswoman": "lawmaker",
    "mp": "lawmaker politician",
    "mep": "lawmaker politician",
    "assemblyman": "lawmaker",
    "assemblywoman": "lawmaker",
    "assemblymember": "lawmaker",
}
_HONORIFICS = {
    "dr": "doctor physician",
    "prof": "professor",
    "rev": "reverend",
    "cllr": "councillor",
}
_PLAIN = frozenset(
    "republican democrat independent senator governor congressman congresswoman lawmaker "
    "representative native candidate".split()
)
# What an article calls the one whom it is about; a witness or a lawyer may be anybody.
_RANKS = frozenset("veteran top senior freshman longtime moderate conservative liberal".split())
_EPITHETS = frozenset(
    "singer actress actor rapper musician comedian star popstar model athlete novelist filmmaker "
    "songwriter entrepreneur businessman businesswoman billionaire millionaire mogul tycoon "
    "politician nominee hopeful frontrunner front-runner contender challenger incumbent "
    "defender goalkeeper winger monarch "
    "quarterback striker midfielder linebacker pitcher outfielder rookie golfer boxer sprinter "
    "dutchwoman frenchwoman englishwoman irishwoman welshwoman scotswoman jockey laureate "
    "playwright comic humorist teen teenager financier magnate".split()
)
# Offices that one who is never given a title may be called by: "the London mayor".
_OFFICES = frozenset(
    "president mayor governor minister secretary head chief chairman chairwoman leader ceo "
    "executive director chancellor premier commissioner boss founder ambassador senator "
    "congressman congresswoman coach manager captain bishop archbishop editor author".split()
)
_PASSING = frozenset(
    "gop republican democratic conservative labour liberal veteran outgoing incumbent embattled "
    "longtime current two-term first-term first-year".split()
)
_YEARS = "-year-old"
_AGED = (_YEARS, "-jährige", "-jähriger", "-jährigen")


_ELECTED = frozenset("senator lawmaker representative governor congressman congresswoman".split())


def may_be_partisan(needed: set[str], words: set[str]) -> bool:
    """Whether a role calls somebody by a party, and an office says that this one has one.

    Args:
        needed: the folded words of the role: "the Ohio Republican".
        words: those that the article says of somebody.
    """
    return not needed.isdisjoint(_PARTIES.values()) and not words.isdisjoint(_ELECTED)


# What a shorter or another word for an office means.
_MEANT = frozenset(" ".join([*_SHORT.values(), *_HONORIFICS.values()]).split())


def of_honorific(honorific: str) -> tuple[str, ...]:
    """What somebody with an honorific may be called: "the doctor"."""
    return tuple(_HONORIFICS.get(honorific, "").split())


def of_role(word: str) -> tuple[str, ...]:
    """What a folded word of a role is written in full: "sen." as "senator"."""
    return tuple(_SHORT.get(word, "").split())


def behind(sentence: Sentence, last: int) -> Iterator[str]:
    """What stands behind a name that ends at `last`: party and state, age; lower case."""
    step = last + 1
    mark = sentence.low(step)
    if mark in {"(", ","}:
        low = sentence.low(step + 1)
        member = _MEMBER.match(low)
        if member:
            yield _PARTIES[member[1]]
            yield from _NAMES.get(member[2].rstrip("."), ())
        elif low.isdigit() and mark == ",":
            yield low + _YEARS
        elif low == "of":
            yield from _state(sentence, step + 2)
    elif mark == "of":
        yield from _state(sentence, step + 1)


def _state(sentence: Sentence, first: int) -> tuple[str, ...]:
    one, two = sentence.low(first), f"{sentence.low(first)}-{sentence.low(first + 1)}"
    return _NAMES.get(two, ()) or _NAMES.get(one, ())


def tells_nothing_new(head: str, needed: set[str]) -> bool:
    """Whether a role only calls somebody otherwise: "the Ohio Republican", "the 34-year-old".

    Args:
        head: its noun.
        needed: all its words, folded.
    """
    if head.endswith(_AGED):
        return True
    if head in _EPITHETS:
        return True
    if head in _PARTIES.values():
        return needed <= _STATE_WORDS | _PLAIN | _RANKS
    return head in _PLAIN and bool(needed & _STATE_WORDS) and needed <= _STATE_WORDS | _PLAIN


def may_call_last(head: str) -> bool:
    """Whether the noun of a role may call somebody of whom no such word has told."""
    return (
        head.endswith(_AGED)
        or head in _EPITHETS
        or head in _OFFICES
        or head in _PLAIN
        or head in _PARTIES.values()
        or head in _MEANT  # "Justice Falk", "Sen. Falk"
    )


def lasting(needed: set[str]) -> set[str]:
    """The words of a role without those that only colour it: "the GOP governor"."""
    return needed - _PASSING if len(needed) > 1 else needed


def is_office(head: str, needed: set[str]) -> bool:
    """Whether a role names an office in more than one word: "the London mayor"."""
    return head in _OFFICES and len(needed) > 1


def differ(one: set[str], other: set[str]) -> bool:
    """Whether the traits of one person cannot be those of another."""
    for kind in (_STATE_WORDS, frozenset(_PARTIES.values())):
        ones, others = one & kind, other & kind
        if ones and others and not (ones <= others or others <= ones):
            return True
    ages = [{word for word in traits if word.endswith(_YEARS)} for traits in (one, other)]
    return bool(ages[0] and ages[1] and ages[0] != ages[1])
