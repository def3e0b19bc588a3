"""The blocks of a tree, such as its paragraphs, and what of them is a text."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

PARAGRAPH = (
    "\ufdd0"  # marks where one begins: a code point that Unicode keeps free of any character
)

_LINES = re.compile(r"[ \t\r\n\f]+")  # are one space in HTML
_BLANK_LINE = re.compile(rf"\n[^\S\n]*\n|{PARAGRAPH}")
_SPACES = re.compile(r"[^\S\n]+")


class Tags(NamedTuple):
    """What the elements of a tree are called."""

    blocks: frozenset[str]
    line_break: str
    keeps_lines: str
    cell: str = ""  # of a table, where its row is the block


HTML = Tags(
    frozenset(
        "address article aside blockquote body dd div dl dt figcaption figure footer form h1 h2 h3 "
        "h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul".split()
    ),
    "br",
    "pre",
)
EXTRACTED = Tags(
    frozenset({"p", "head", "item", "quote", "code", "row", "list", "table", "div"}),
    "lb",
    "code",
    "cell",
)


def blocks_of(root: etree._Element, tags: Tags) -> list[str]:
    """The text of each block of a tree, with its line breaks."""
    found: list[list[str]] = [[]]
    kept_lines = 0  # how many elements that keep their lines stand around this
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element.tag in tags.blocks:
            found.append([])
        elif element.tag == tags.line_break and is_start:
            found[-1].append("\n")
        elif element.tag == tags.cell and not is_start:
            found[-1].append(" ")
        if element.tag == tags.keeps_lines:
            kept_lines += 1 if is_start else -1
        words = (element.text if is_start else element.tail) or ""
        found[-1].append(words if kept_lines else _LINES.sub(" ", words))
    return ["".join(block) for block in found]


def joined(blocks: Iterable[str]) -> str:
    """The paragraphs in blocks; two line breaks make one too, as in pages that have no others."""
    lines = (
        "\n".join(_SPACES.sub(" ", line).strip() for line in part.split("\n") if line.strip())
        for block in blocks
        for part in _BLANK_LINE.split(block)
    )
    return "\n\n".join(part for part in lines if part)


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
