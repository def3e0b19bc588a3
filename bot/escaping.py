r"""Article text made inert before Discord or a terminal shows it.

What a reader sees are the article's own words: backslashes, which Discord hides, take the meaning
from its marks, and only what cannot be seen is removed. A message may hold 4,000 characters,
backslashes among them, so a mark is escaped only where it could begin or end something:

    \ ` * _ ~ | [ ] < @   everywhere: formatting, masked links, all that Discord writes as `<…>`
    :                     of `scheme://` and of emoji codes, `:smile:`
    .                     of what could be a host, `discord.gg`, for invites need no scheme
    # > - + = and 1.      at the beginning: headings, quotes, subtext and lists; what these
                          functions give is a single line

Every function takes time in proportion to the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.graphemes import graphemes

_MARKS_PER_LETTER = 4  # combining marks; more is not writing
# The last character of each match takes the backslash.
_SPECIAL = re.compile(
    r"[\\`*_~|\[\]<@]|:(?=//|[^\s:]*:)|\.(?=[^\W\d_]{2})|\A[#>+=-]|\A\d+[.)](?=\s|\Z)"
)
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
# Characters that no category tells: fillers, joiners of graphemes, blanks; hidden tags, which can
# carry whole texts; what Unicode will never assign (what it may assign yet can be a new emoji).
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufdd0-\ufdef\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
_JOINERS = frozenset("\u200c\u200d")
# Joiners are letters' business in Arabic and Indic scripts, and build emoji; elsewhere they hide.
_JOINING = re.compile(
    "[\u0620-\u06dc\u06de-\u070e\u0710-\u088f\u0898-\u08e1\u08e3-\u0dff\u1000-\u109f\u1780-\u17b3"
    "\u17b6-\u17ff\u2190-\u27ff\u2900-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u20e3\U0001f000-\U0001faff]")
_LABEL_MARKS = re.compile(r"[\[\]()<>*_~`|\\#]")
_SCHEME = re.compile(r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_EMOJI_CODE = re.compile(r":(?=[^\s:]*:)")
_HOST_DOT = re.compile(r"\.(?=[^\W\d_]{2})")


def inert(text: str) -> str:
    """`text` as one line that Discord shows as it is: nothing formatted, mentioned or linked."""
    return inert_with_bold(text, ())


def inert_with_bold(text: str, highlights: Sequence[tuple[int, int]]) -> str:
    """The same with `**` around each highlight.

    Highlights with nothing or only white space between become one, for four asterisks in a row
    would end no bold.

    Args:
        text: article text.
        highlights: code points into it, from and up to.
    """
    seen = list(_visible(text))
    line = "".join(character for _, character in seen)
    inserted = [(place, "**") for place in _bold_borders(seen, highlights)]
    inserted += [(match.end() - 1, "\\") for match in _SPECIAL.finditer(line)]
    pieces: list[str] = []
    position = 0
    for place, mark in sorted(inserted):  # asterisks come before a backslash at the same place
        pieces += (line[position:place], mark)
        position = place
    return "".join(pieces) + line[position:]


def _bold_borders(seen: list[tuple[int, str]], highlights: Sequence[tuple[int, int]]) -> list[int]:
    """Where in the visible text bold begins and ends, in turn."""
    if not highlights:
        return []
    bold = [False, *_bold(seen, highlights), False]
    return [place for place, (one, other) in enumerate(pairwise(bold)) if one != other]


def _bold(seen: list[tuple[int, str]], highlights: Sequence[tuple[int, int]]) -> list[bool]:
    """For each visible character whether it is bold: whole letters, no spaces at the ends."""
    wanted: set[int] = set()
    for start, end in highlights:
        wanted.update(range(max(start, 0), min(end, seen[-1][0] + 1 if seen else 0)))
    bold: list[bool] = []
    spaces = 0  # after the last highlighted character
    for index, character in seen:
        if character == " ":
            spaces += 1
            bold.append(False)
            continue
        mark = unicodedata.category(character)[0] == "M" or character in _JOINERS
        is_bold = bold[-1] if mark and bold and not spaces else index in wanted
        if is_bold and spaces and len(bold) > spaces and bold[-spaces - 1]:
            bold[-spaces:] = [True] * spaces
        spaces = 0
        bold.append(is_bold)
    return bold


def inert_label(text: str, *, limit: int) -> str:
    """`text` for the label of a link, where some clients show backslashes: marks are left out.

    So are emoji, and what looks like an address is broken up, for a link whose label holds one is
    shown as it is written.

    Args:
        text: a headline.
        limit: the longest label, in UTF-16 units.
    """
    plain = "".join(character for _, character in _visible(text))
    plain = _EMOJI.sub("", _LABEL_MARKS.sub(" ", plain)).replace("\u200d", "")
    plain = _SCHEME.sub("", plain).replace("://", " ")
    plain = _EMOJI_CODE.sub(" ", plain).replace("@", "＠")
    plain = _HOST_DOT.sub("․", plain)  # a dot that looks the same and is none
    return cut(" ".join(plain.split()) or "Untitled", limit)


def terminal_safe(text: str) -> str:
    """`text` without anything that could drive a terminal; line breaks and tabs stay."""
    return "".join(
        character
        for index, character in enumerate(text)
        if character in "\n\t" or not _is_invisible(text, index)
    )


def utf16_length(text: str) -> int:
    """The length of `text` as Discord counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """`text`, or as much of it as fits in `limit` UTF-16 units with "…" at its end.

    Never cuts inside what a reader sees as one character.
    """
    if utf16_length(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - 1
    for grapheme in graphemes(text):
        room -= utf16_length(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…" if limit > 0 else ""


def _visible(text: str) -> Iterator[tuple[int, str]]:
    """The characters that a reader sees, with their places in the text.

    White space comes as single spaces, none at the ends; of the marks on a letter only a few come.
    """
    marks = 0
    space = -1  # where white space began that is still to come
    some = False
    for index, character in enumerate(text):
        if " " < character <= "~":
            if space >= 0 and some:
                yield space, " "
            marks, space, some = 0, -1, True
            yield index, character
            continue
        if character.isspace():
            space = index if space < 0 else space
            continue
        if _is_invisible(text, index):
            continue
        is_mark = unicodedata.category(character) in ("Mn", "Me") or character in _JOINERS
        marks = marks + 1 if is_mark else 0
        if marks > _MARKS_PER_LETTER:
            continue
        if space >= 0 and some:
            yield space, " "
        space, some = -1, True
        yield index, character


def _is_invisible(text: str, index: int) -> bool:
    """Whether a character of the text shows nothing, or only steers what is around it."""
    character = text[index]
    if character.isascii():
        return not character.isprintable()
    if character in _JOINERS:
        around = text[max(index - 1, 0) : index], text[index + 1 : index + 2]
        return not all(map(_JOINING.match, around))
    return unicodedata.category(character) in _INVISIBLE or bool(_BLANK.match(character))
