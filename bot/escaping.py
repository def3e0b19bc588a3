"""Article text made inert before Discord or a terminal shows it.

What a reader sees are the article's own words: backslashes, which Discord hides, take the meaning
from its marks, and only what cannot be seen is removed. Every function is one pass over the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

_MARKS_PER_LETTER = 4  # combining marks; more is not writing
_MARKDOWN = frozenset("\\`*_~|[](){}<>#+-=!.:@/&")
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_JOINERS = frozenset("‌‍")
_LABEL_MARKS = re.compile(r"[\[\]()<>*_~|`\\#]+")
_SCHEME = re.compile(r"\b[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_REGIONAL = ("\U0001f1e6", "\U0001f1ff")
_SKIN = ("\U0001f3fb", "\U0001f3ff")


def inert(text: str) -> str:
    """`text` as one line that Discord shows as it is: no formatting, mention, link or emoji code."""
    return "".join(_escape(character) for character in _visible(text)).strip()


def inert_with_bold(text: str, highlights: Sequence[tuple[int, int]]) -> str:
    """The same with `**` around each highlight.

    Args:
        text: article text.
        highlights: code points into it, in order and apart.
    """
    pieces: list[str] = []
    position = 0
    for start, end in highlights:
        pieces.append(_escaped(text[position:start]))
        bold = _escaped(text[start:end])
        words = bold.strip()
        lead = bold[: len(bold) - len(bold.lstrip())]
        pieces.append(f"{lead}**{words}**{bold[len(lead) + len(words) :]}" if words else bold)
        position = end
    pieces.append(_escaped(text[position:]))
    # Two highlights with nothing between would read as four asterisks, which end no bold.
    return re.sub(r"  +", " ", "".join(pieces)).replace("****", "").strip()


def inert_label(text: str, *, limit: int) -> str:
    """`text` for the label of a link, where some clients show backslashes: marks are left out.

    Args:
        text: a headline.
        limit: the longest label, in UTF-16 units.
    """
    plain = "".join(_visible(text))
    plain = _SCHEME.sub("", _LABEL_MARKS.sub(" ", plain)).replace("@", "＠")
    return cut(" ".join(plain.split()), limit) or "Untitled"


def terminal_safe(text: str) -> str:
    """`text` without anything that could drive a terminal; line breaks and tabs stay."""
    return "".join(
        character
        for character in text
        if character in "\n\t"
        or character in _JOINERS
        or unicodedata.category(character) not in _INVISIBLE
    )


def utf16_length(text: str) -> int:
    """The length of `text` as Discord counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, limit: int) -> str:
    """`text`, or as much of it as fits in `limit` UTF-16 units with "…" at its end.

    Never cuts inside what a reader sees as one character.
    """
    if utf16_length(text) <= limit:
        return text
    kept: list[str] = []
    room = limit - 1
    for grapheme in _graphemes(text):
        room -= utf16_length(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…" if limit > 0 else ""


def _escaped(text: str) -> str:
    return "".join(_escape(character) for character in _visible(text))


def _escape(character: str) -> str:
    return "\\" + character if character in _MARKDOWN else character


def _visible(text: str) -> Iterator[str]:
    """The characters that a reader sees: white space as single spaces, no controls, no zalgo."""
    marks = 0
    after_space = False
    for character in text:
        if character.isspace():
            if not after_space:
                yield " "
            after_space = True
            continue
        category = unicodedata.category(character)
        if category in _INVISIBLE and character not in _JOINERS:
            continue
        marks = marks + 1 if category in ("Mn", "Me") or character in _JOINERS else 0
        if marks > _MARKS_PER_LETTER:
            continue
        after_space = False
        yield character


def _graphemes(text: str) -> Iterator[str]:
    """What a reader sees as one character each: letters with their marks, joined emoji, flags."""
    grapheme = ""
    for character in text:
        if grapheme and not _continues(grapheme, character):
            yield grapheme
            grapheme = ""
        grapheme += character
    if grapheme:
        yield grapheme


def _continues(grapheme: str, character: str) -> bool:
    if unicodedata.category(character)[0] == "M" or character in _JOINERS:
        return True
    if grapheme[-1] == "‍" or _SKIN[0] <= character <= _SKIN[1]:
        return True
    if _REGIONAL[0] <= character <= _REGIONAL[1]:
        regional = len(grapheme) - len(grapheme.rstrip("".join(map(chr, range(0x1F1E6, 0x1F200)))))
        return regional % 2 == 1
    return False
