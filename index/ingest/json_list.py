"""A file that is or holds a JSON list, taken apart into its elements, however long it is.

    [{"text": "..."}, ...]
    {"status": "ok", "articles": [{"text": "..."}, ...]}

Only what parts them is looked at; what each is, is for a parser to say. So a broken one does not
take the others with it.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_HEAD = 65_536  # bytes that must tell whether a file is a list
_AT_ONCE = 262_144  # bytes
_LIST_OF_OBJECTS = re.compile(rb"\s*\[\s*[{\]]")
_LIST_UNDER_A_KEY = re.compile(
    rb'"(articles|items|posts|data|results|entries|stories|documents|docs|records)"'
    rb"\s*:\s*\[\s*[{\]]"
)
_LONGEST_BEFORE = 100  # bytes of a key, and of what parts it from its list
_MARK = re.compile(rb'["{}\[\],]')
_REST_OF_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file the list stands."""

    key: bytes | None = None  # that it stands under; None where it is all that there is


def list_in(file: BinaryIO, text: str) -> Place | None:
    """Where a list of objects stands in the file, which is at its beginning and stays there.

    Args:
        file: The file.
        text: The key of an article's text, by which a line that is one is told from a list's head.
    """
    head = file.read(_HEAD).removeprefix(codecs.BOM_UTF8)
    file.seek(0)
    if _LIST_OF_OBJECTS.match(head):
        return Place()
    named = _LIST_UNDER_A_KEY.search(head) if head.lstrip().startswith(b"{") else None
    if named is None or _begins_with_an_article(head, named.start(), text):
        return None
    return Place(named[1])


def _begins_with_an_article(head: bytes, place: int, text: str) -> bool:
    """Whether what stands before the list at `place`, or its line, is itself an article."""
    try:
        first = json.loads(head.lstrip().split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return f"{json.dumps(text, ensure_ascii=False)}:".encode() in head[:place].replace(
            b" ", b""
        )
    return isinstance(first, dict) and text in first


def elements(file: BinaryIO, longest: int, at: Place = Place()) -> Iterator[bytes]:
    """The elements of the list in `file`, each as it is written there.

    Lists may follow each other; all else is passed over where they stand under a key. Of an element
    that is too long, the first `longest` + 1 bytes come. One that is missing, between two commas or
    at the end of a file without the end of its list, is empty.
    """
    opening = re.compile(rb'"%s"\s*:\s*\Z' % at.key) if at.key else None
    before = b""  # the end of the parts before
    element = bytearray()
    depth = begin = 0  # 1 in the list, more in an element; where in the part the element begins
    for part, place, mark in _marks(file):
        if not mark:
            if depth or not opening:
                _add(element, part[begin:], longest)
            before, begin = (before + part[-_LONGEST_BEFORE:])[-_LONGEST_BEFORE:], 0
        elif mark in b"{[":
            if depth or not opening or opening.search(_before(before, part, place)):
                depth += 1
                begin = place + 1 if depth == 1 else begin
        elif depth == 1:
            _add(element, part[begin:place], longest)
            if mark == b"," or element.strip():
                yield bytes(element)
            element.clear()
            begin, depth = place + 1, int(mark == b",")
        elif mark != b",":
            depth = max(0, depth - 1)
    if depth or element.strip():
        yield bytes(element)


def _marks(file: BinaryIO) -> Iterator[tuple[bytes, int, bytes]]:
    """What parts JSON, outside of strings: the part of the file it is in, its place, and the mark.

    At the end of each part comes an empty mark.
    """
    is_in_string = is_escaped = False
    while part := file.read(_AT_ONCE):
        place = int(is_escaped)
        while True:
            if is_in_string:
                place = _end_of_string(part, place)
                is_escaped = part[place:] == b"\\"
                if is_escaped or place >= len(part):
                    break
                is_in_string, place = False, place + 1
            mark = _MARK.search(part, place)
            if mark is None:
                break
            place = mark.end()
            if mark[0] == b'"':
                is_in_string = True
            else:
                yield part, mark.start(), mark[0]
        yield part, len(part), b""


def _before(earlier: bytes, part: bytes, place: int) -> bytes:
    """What stands before a place, as far as it may name what begins there."""
    begin = place - _LONGEST_BEFORE
    return earlier[begin:] + part[:place] if begin < 0 else part[begin:place]


def _add(element: bytearray, more: bytes, longest: int) -> None:
    element += more[: max(0, longest + 1 - len(element))]


def _end_of_string(part: bytes, place: int) -> int:
    """Where the string that goes on at `place` ends: its quotation mark, or what is not there."""
    found = _REST_OF_STRING.match(part, place)
    return found.end() if found else place  # it always is found
