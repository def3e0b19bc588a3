"""Bytes into text.

What a byte order mark says holds; without one, UTF-8. Bytes that are not UTF-8 are either damaged
UTF-8 or an old one-byte encoding, and what was assumed is said in a note:

- Damaged UTF-8 still holds more whole characters beyond ASCII than broken ones. In one-byte
  encodings a letter is hardly ever followed by what would continue it in UTF-8.
- In Windows-1251 (Cyrillic) whole words are made of bytes from C0 up. In Windows-1252 (Western
  Europe, and nearly all of Latin-1) such bytes stand alone or in pairs between ASCII letters.
- KOI8-R has the small letters where Windows-1251 has the capital ones.
- In the encodings of East Asia, see `index.ingest.east_asian`.
"""

import codecs
import re
from dataclasses import dataclass

from index.errors import BadInputError
from index.ingest.east_asian import east_asian
from index.texts import reasons

# UTF-32's mark begins with UTF-16's, so it is tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_HIGH_BYTE = re.compile(rb"[\xa8\xb8\xc0-\xff]")  # a letter in both encodings, or Ё and ё
_HIGH_WORD = re.compile(rb"[\xa8\xb8\xc0-\xff]{3,}")
_FIRST_HALF = re.compile(rb"[\xc0-\xdf]")  # of the letters of Cyrillic encodings
_SECOND_HALF = re.compile(rb"[\xe0-\xff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROLS_IN_TEXT = 0.05  # more than this share is no text; random bytes have more than a tenth


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, and what was assumed to read it."""

    text: str  # every line ends in "\n"
    notes: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text in `content`.

    Raises:
        BadInputError: it is empty, or is not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            decoded = _marked(content[len(mark) :], encoding)
            break
    else:
        decoded = _unmarked(content)
    if not decoded.text:
        raise BadInputError(reasons.EMPTY)
    if _is_binary(decoded.text):
        raise BadInputError(reasons.NOT_TEXT)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(lines, decoded.notes)


def _marked(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding))
    except UnicodeDecodeError:
        return damaged(content.decode(encoding, "replace"), encoding.upper())


def _unmarked(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        patched = content.decode("utf-8", "replace")
    broken = patched.count(REPLACEMENT)
    whole = len(patched) - len(patched.encode("ascii", "ignore")) - broken
    if whole >= broken:
        return damaged(patched, "UTF-8")
    if found := east_asian(content):
        return Decoded(found[0], (supposed(found[1]),))
    return _one_byte(content)


def damaged(patched: str, encoding: str) -> Decoded:
    """A text with a mark in the place of each character that could not be read, and a note."""
    return Decoded(patched, (reasons.DAMAGED.format(encoding, unread(patched)),))


def _one_byte(content: bytes) -> Decoded:
    encoding = "Windows-1252"
    if _is_cyrillic(content):
        encoding = "KOI8-R" if _is_koi8(content) else "Windows-1251"
    text = content.decode(encoding, "replace")
    note = supposed(encoding)
    if REPLACEMENT in text:
        note = f"{note}; {unread(text)}"
    return Decoded(text, (note,))


def _is_cyrillic(content: bytes) -> bool:
    letters = len(_HIGH_BYTE.findall(content))
    in_words = sum(len(word) for word in _HIGH_WORD.findall(content))
    return in_words * 2 > letters


def _is_koi8(content: bytes) -> bool:
    """Whether the small letters, which are most, are where KOI8-R has them."""
    return len(_FIRST_HALF.findall(content)) > len(_SECOND_HALF.findall(content))


def supposed(encoding: str) -> str:
    """What is told of a text whose encoding nothing names."""
    return reasons.OTHER_ENCODING.format(encoding)


def unread(text: str) -> str:
    """How many characters of a text could not be read, and how they stand there."""
    return reasons.CHARACTERS_LOST.format(text.count(REPLACEMENT), REPLACEMENT)


def _is_binary(text: str) -> bool:
    """Whether it holds a NUL, as nearly all binary files do, or too many control characters."""
    if "\x00" in text:
        return True
    controls = sum(1 for _ in _CONTROL.finditer(text))
    return controls > len(text) * _CONTROLS_IN_TEXT
