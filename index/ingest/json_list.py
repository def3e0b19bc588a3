"""A file that is one JSON list, taken apart into its elements, however long it is.

Only what parts them is looked at; what each is, is for a parser to say. So a broken one does not
take the others with it.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

_HEAD = 65_536  # bytes that must tell whether a file is a list
_AT_ONCE = 262_144  # bytes
_LIST_OF_OBJECTS = re.compile(rb"\s*\[\s*[{\]]")
_MARK = re.compile(rb'["{}\[\],]')
_REST_OF_STRING = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)


def is_list(file: BinaryIO) -> bool:
    """Whether the file, which is at its beginning and stays there, is a list of objects."""
    head = file.read(_HEAD).removeprefix(codecs.BOM_UTF8)
    file.seek(0)
    return _LIST_OF_OBJECTS.match(head) is not None


def elements(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """The elements of the list in `file`, each as it is written there.

    Lists may follow each other. Of an element that is too long, the first `longest` + 1 bytes come.
    One that is missing, between two commas or at the end of a file without the end of its list, is
    empty.
    """
    element = bytearray()
    depth = 0  # 1 in the list, more in an element
    is_in_string = is_escaped = False
    while part := file.read(_AT_ONCE):
        begin, place = 0, int(is_escaped)  # of the element, and of what is looked at
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
            elif mark[0] in b"{[":
                depth += 1
                if depth == 1:
                    begin = place
            elif depth == 1:
                _add(element, part[begin : mark.start()], longest)
                if mark[0] == b"," or element.strip():
                    yield bytes(element)
                element.clear()
                begin, depth = place, int(mark[0] == b",")
            elif mark[0] in b"}]":
                depth = max(0, depth - 1)
        _add(element, part[begin:], longest)
    if depth or element.strip():
        yield bytes(element)


def _add(element: bytearray, more: bytes, longest: int) -> None:
    element += more[: max(0, longest + 1 - len(element))]


def _end_of_string(part: bytes, place: int) -> int:
    """Where the string that goes on at `place` ends: its quotation mark, or what is not there."""
    found = _REST_OF_STRING.match(part, place)
    return found.end() if found else place  # it always is found
