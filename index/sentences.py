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
_TERMINATOR = re.compile(r"[.!?…]+[" + re.escape(CLOSING) + r"]*(?=\s)|[。！？]+[」』”’）》]*")
_WORD_BEFORE = re.compile(r"(?:\w\.)*[\w'’-]+$")

# Abbreviations that stand before a name or a number, so that what follows never begins a sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sen rep gov gen col lt sgt capt cmdr adm maj hon pres sr st mt no "
    "nos vol fig art pp cf vs hr fr dipl ing abs nr mme mlle m sr sra srta dra ud uds av p г ул "
    "им проф акад".split()
)
# Abbreviations that end a sentence only when a capital letter, not of a name, follows: left whole.
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros e.g i.e eg ie etc "
    "approx "
    "dept est z.b d.h u.a bzw ca usw т.е т.д т.п".split()
)
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
        return not _is_abbreviation(text, match.start())
    return True


def _first_visible(text: str, start: int, end: int) -> str:
    """The first character that is neither white space nor an opening mark; empty at the end."""
    for position in range(start, min(end, start + _LOOK_BACK)):
        character = text[position]
        if not character.isspace() and character not in OPENING:
            return character
    return ""


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    found = _WORD_BEFORE.search(text, max(0, stop - _LOOK_BACK), stop)
    if not found:
        return False
    word = found.group()
    lowered = word.casefold()
    if lowered in _TITLES or lowered in _ABBREVIATIONS:
        return True
    if len(word) == 1:
        return word.isupper()  # an initial: "George W. Bush"
    return "." in word and all(len(part) == 1 for part in word.split("."))  # "U.S."
