"""What a reader sees as one character: a letter with its marks, joined emoji, a flag (UAX 29)."""

import re
import unicodedata
from collections.abc import Iterator

_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
# Joiners; parts of Korean syllables that are written one by one; skin tones, and tags of flags.
_CONTINUING = re.compile(
    "[\u200c\u200d\u1160-\u11ff\ud7b0-\ud7fb\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
# What begins such a syllable.
_INITIAL = re.compile("[\u1100-\u115f\ua960-\ua97c]")
_VIRAMA = 9  # the combining class of the marks that tie a letter to the next one


def graphemes(text: str) -> Iterator[str]:
    """What a reader sees as one character each: letters with their marks, joined emoji, flags."""
    start = 0
    for place in range(1, len(text)):
        if not _continues(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _continues(text: str, start: int, place: int) -> bool:
    """Whether the character at `place` belongs to the grapheme that began at `start`."""
    last, character = text[place - 1], text[place]
    if last == "\u200d":
        return True
    if character.isascii():
        return False
    if _INITIAL.match(character):
        return bool(_INITIAL.match(last))
    if _REGIONAL.match(character):  # two of these letters are a flag
        return place - start == 1 and bool(_REGIONAL.match(last))
    return (
        unicodedata.category(character)[0] == "M"
        or unicodedata.combining(last) == _VIRAMA
        or bool(_CONTINUING.match(character))
    )


def border_before(text: str, place: int, begin: int) -> int:
    """The nearest place, not before `begin`, at which no grapheme is cut."""
    around = text[begin : place + 1]
    end = begin
    for grapheme in graphemes(around):
        if end + len(grapheme) > place:
            break
        end += len(grapheme)
    return end
