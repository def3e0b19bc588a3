"""Where paragraphs and sentences begin and end, and which words they hold.

A paragraph ends at a blank line, or at any line break where the text has no blank lines. A
sentence ends at . ! ? … (with the quotation marks and brackets that close after it) before white
space and something that can begin a sentence, or at 。！？ anywhere. An abbreviation, an initial or
a number's point does not end one. Linear in the length of the text.
"""

import re
from typing import NamedTuple

from index.spans import Span, trim

CLOSING = "\"'”’»›)]」』）】〉》“‘"  # “ and ‘ close in German and its neighbours: „so“
OPENING = "\"'“‘«‹([„‚「『（【〈《¿¡—–-"

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_CLOSERS = (
    rf"(?:[{re.escape(CLOSING)}«‹]|[ \u00a0\u202f][»›](?=\s|$)|\[\d+\])*"  # « Oui. » and notes[1]
)
# One set in front, so that the search leaps from mark to mark; a row is tried at its first mark.
TERMINATOR = re.compile(
    r"[.!?…。！？](?:(?<=[。！？])[。！？]*[」』”’）》]*"
    rf"|(?<![.!?…]{{2}})[.!?…]*+{_CLOSERS}+(?=\s))"
)
_VISIBLE = re.compile(r"\S")
_QUOTATION_OPENS = frozenset('"“„«»‘')
BEHIND_OPENING = re.compile(rf"[^\s{re.escape(OPENING)}]")
_NEXT_WORD = re.compile(r"\w+")
# For each byte of an ASCII text: a letter or digit as it is, or a blank.
_BLANKED = bytes(byte if chr(byte).isalnum() else 32 for byte in range(128)).ljust(256)
_WORD_BEFORE = re.compile(r"(?:\w\.)*[\w'’-]+$")

# Abbreviations that stand before a name or before what they introduce: no sentence ends there.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev rt barr engr arc fr sen rep gov gen col lt sgt capt cmdr adm maj "
    "messrs sens reps det const insp supt cpl pte pvt pfc spc ofc brig comdr cdr cllr coun ald "
    "atty asst amb msgr mohd "
    "hon pres st mt cf vs hr dipl ing mme mlle sra srta dra ud uds av e.g i.e eg ie approx z.b "
    "d.h bzw ca ул им проф "
    "акад т.е".split()
)
# Those that do so only before a number ("No. 5"); otherwise they are words, or units.
_NUMBERED = frozenset("no nos vol fig art p pp nr abs г п".split())
# Those that may end a sentence: they do where the next word can only begin one.
_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros etc jr sr dept est u.a "
    "usw т.д т.п".split()
)
# States and provinces, as datelines have them: "HARWICK, Calif. -- The ferry …"
_STATES = frozenset(
    "ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont "
    "neb nev okla ore pa penn tenn tex va vt wash wis wyo alta man nfld ont que sask vic tas "
    "qld".split()
)
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")  # "n.c" of "SKARN, N.C. —"
_OF_A_DATELINE = re.compile(r"\s+(?:\([^()\n]{2,40}\)\s*)?[–—-]{1,2}\s")
_SHORTENED = _TITLES | _NUMBERED | _ABBREVIATIONS | _STATES
_OPENERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "the he she it they we this that these those there but and in on at his her their its when "
    "after er sie es der die das wir il elle ils le la les el los он она они это".split()
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember".split()
)
_LONGEST_DAY = 2  # digits
_LOOK_BACK = 40  # no abbreviation is longer; bounds the work at each full stop


class Paragraph(NamedTuple):
    """A paragraph and its sentences, without the white space around them."""

    span: Span
    sentences: list[Span]


def split_sentences(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in sentences."""
    return [Paragraph(span, sentences(text, span)) for span in paragraphs(text)]


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
    start, end = trim(text, within.start, within.end)
    for match in TERMINATOR.finditer(text, start, end):
        after = match.end()
        if _ends_sentence(text, match, end):
            spans.append(Span(start, after))
            following = _VISIBLE.search(text, after, end)
            start = following.start() if following else end
    if start < end:
        spans.append(Span(start, end))
    return spans


def ascii_words(text: str) -> list[bytes]:
    """The runs of ASCII letters and digits in `text`, in lower case; all other letters part them.

    Much faster than a search, so that it can be asked of every text.
    """
    return text.casefold().encode("ascii", "replace").translate(_BLANKED).split()


def is_plain_end(cluster: str, end: re.Match[str]) -> bool:
    """Whether what stands between white space ends a sentence before anything but a small letter.

    Args:
        cluster: what stands there.
        end: what `TERMINATOR` finds in it.
    """
    if cluster[end.start()] != ".":
        return True
    word = _word_before(cluster, end.start())
    short = len(word) <= _LONGEST_DAY or "." in word
    return not short and word.casefold() not in _SHORTENED


def ends_sentence(text: str, start: int, end: int, paragraph_end: int) -> bool:
    """Whether a sentence ends with what stands between white space from `start` to `end`."""
    match = TERMINATOR.search(text, start, end + 1)
    return match is not None and _ends_sentence(text, match, paragraph_end)


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    mark = text[match.start()]
    if mark in "。！？":
        return True
    follower = _first_visible(text, match.end(), end)
    if not follower:
        return True
    if follower.islower():
        return False  # "How far?" she asked.
    if mark == ".":
        return not _is_abbreviation(text, match.start(), match.end())
    return True


def _first_visible(text: str, start: int, end: int) -> str:
    """The first character that is neither white space nor an opening mark; empty at the end."""
    found = BEHIND_OPENING.search(text, start, min(end, start + _LOOK_BACK))
    return found.group() if found else ""


def _is_abbreviation(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it; `after` is what follows."""
    word = _word_before(text, stop)
    lowered = word.casefold()
    if lowered in _TITLES or word == "v" or _is_of_a_dateline(text, lowered, after):
        return True
    if lowered in _NUMBERED and not (word.isupper() and len(word) == 1):  # not "P. Falk"
        return _word_from(text, after).isdigit()
    if len(word) <= _LONGEST_DAY and word.isdigit():
        return _word_from(text, after) in _MONTHS  # "am 3. Mai"
    if len(word) == 1 and text[after : after + 2].strip()[:1] in _QUOTATION_OPENS:
        return False  # she wrote on X. "…"
    dotted = "." in word and all(len(part) == 1 for part in word.split("."))  # "U.S."
    if dotted or len(word) == 1 or lowered in _ABBREVIATIONS:
        following = _word_from(text, after)
        initial = len(word) > 1 or word.isupper() or len(following) == 1  # "W. Bush", "z. B."
        return initial and following not in _OPENERS
    return False


def _is_of_a_dateline(text: str, word: str, after: int) -> bool:
    """Whether a shortened state stands before the dash of a dateline; `after` is what follows."""
    state = word in _STATES or bool(_INITIALS.fullmatch(word))
    return state and _OF_A_DATELINE.match(text, after) is not None


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, with the points inside it ("e.g"); empty where none does."""
    earliest = max(0, end - _LOOK_BACK)
    space = text.rfind(" ", earliest, end)  # no word goes over one, and the search is short
    start = earliest if space < 0 else space + 1
    if text[start:end].isalpha():
        return text[start:end]
    found = _WORD_BEFORE.search(text, start, end)
    return found.group() if found else ""


def _word_from(text: str, start: int) -> str:
    """The first word behind `start`, in lower case; empty where none is near."""
    found = _NEXT_WORD.search(text, start, start + _LOOK_BACK)
    return found.group().casefold() if found else ""
