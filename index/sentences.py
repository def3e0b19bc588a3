"""Where paragraphs and sentences begin and end.

A paragraph ends at a blank line, or at any line break where the text has no blank lines. A
sentence ends at . ! ? … (with the quotation marks and brackets that close after it) before white
space and something that can begin a sentence, or at 。！？ anywhere. An abbreviation, an initial or
a number's point does not end one. Linear in the length of the text.
"""

import re

from index.spans import Span, trim

CLOSING = "\"'”’»›)]」』）】〉》“‘"  # “ and ‘ close in German and its neighbours: „so“
OPENING = "\"'“‘«‹([„‚「『（【〈《¿¡—–-"

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_CLOSERS = (
    rf"(?:[{re.escape(CLOSING)}«‹]|[ \u00a0\u202f][»›](?=\s|$)|\[\d+\])*"  # « Oui. » and notes[1]
)
_TERMINATOR = re.compile(rf"(?<![.!?…])[.!?…]++{_CLOSERS}+(?=\s)|[。！？]+[」』”’）》]*")
_NEXT_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"(?:\w\.)*[\w'’-]+$")

# Abbreviations that stand before a name or before what they introduce: no sentence ends there.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sen rep gov gen col lt sgt capt cmdr adm maj hon pres st mt cf vs "
    "hr dipl ing mme mlle sra srta dra ud uds av e.g i.e eg ie approx z.b d.h bzw ca ул им проф "
    "акад т.е".split()
)
# Those that do so only before a number ("No. 5"); otherwise they are words, or units.
_NUMBERED = frozenset("no nos vol fig art p pp nr abs г п".split())
# Those that may end a sentence: they do where the next word can only begin one.
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros etc jr sr dept est u.a "
    "usw т.д т.п".split()
)
_OPENERS = frozenset(
    "the he she it they we this that these those there but and in on at his her their its when "
    "after er sie es der die das wir il elle ils le la les el los он она они это".split()
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)
_LONGEST_DAY = 2  # digits
_LOOK_BACK = 40  # no abbreviation is longer; bounds the work at each full stop


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of `text`, without the white space around them."""
    border = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE
    spans = []
    start = 0
    for match in border.finditer(text):
        spans.append(trim(text, start, match.start()))
        start = match.end()
    spans.append(trim(text, start, len(text)))
    return [span for span in spans if span.end > span.start]


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of `text` (or of one stretch of it), without the white space around them.

    A sentence never crosses a paragraph.
    """
    if within is None:
        return [span for paragraph in paragraphs(text) for span in sentences(text, paragraph)]
    spans = []
    start = within.start
    for match in _TERMINATOR.finditer(text, within.start, within.end):
        if _ends_sentence(text, match, within.end):
            spans.append(trim(text, start, match.end()))
            start = match.end()
    spans.append(trim(text, start, within.end))
    return [span for span in spans if span.end > span.start]


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    mark = match.group()
    if mark[0] in "。！？":
        return True
    follower = _first_visible(text, match.end(), end)
    if not follower:
        return True
    if follower.islower():
        return False  # "How far?" she asked.
    if mark[0] == ".":
        return not _is_abbreviation(text, match.start(), match.end())
    return True


def _first_visible(text: str, start: int, end: int) -> str:
    """The first character that is neither white space nor an opening mark; empty at the end."""
    for position in range(start, min(end, start + _LOOK_BACK)):
        character = text[position]
        if not character.isspace() and character not in OPENING:
            return character
    return ""


def _is_abbreviation(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it; `after` is what follows."""
    found = _WORD_BEFORE.search(text, max(0, stop - _LOOK_BACK), stop)
    if not found:
        return False
    word = found.group()
    lowered = word.casefold()
    if lowered in _TITLES:
        return True
    follower = _NEXT_WORD.search(text, after, after + _LOOK_BACK)
    following = follower.group().casefold() if follower else ""
    if lowered in _NUMBERED:
        return following.isdigit()
    if len(word) <= _LONGEST_DAY and word.isdigit():
        return following in _MONTHS  # "am 3. Mai"
    initial = len(word) == 1 and (word.isupper() or len(following) == 1)  # "W. Bush", "z. B."
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))  # "U.S."
    return (initial or dotted or lowered in _ABBREVIATIONS) and following not in _OPENERS
