"""Articles in which somebody has marked who says what: tests/quotations/README.md has the format.

[1d Ines Falk|“We are closing,”] she {1 said}, [1|“because the wall has cracked.”]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from index.errors import BadInputError
from index.spans import Span

Kind = Literal["direct", "reported"]

_NOBODY = "-"
_KINDS: tuple[Kind, ...] = get_args(Kind)
_MARK = re.compile(
    r"\[(?P<number>\d+)(?:(?P<kind>[dr]) (?P<speakers>[^|\[\]{}\n]+))?\|"
    r"|\{(?P<of>\d+) (?P<cue>[^|\[\]{}\n]+)\}"
    r"|[\[\]{}]"
)


@dataclass(frozen=True, slots=True)
class AnnotatedUtterance:
    """What somebody says, as a careful reader finds it."""

    span: Span  # in the article's text, from the first piece to the last
    kind: Kind
    speakers: tuple[str | None, ...]  # the name expected, then others that are right; None: nobody
    cues: tuple[str, ...]  # as they stand; empty where the utterance has none of its own


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article, and all that is said in it."""

    name: str  # of its file, without the ending
    title: str
    text: str  # without the annotation
    lang: str | None  # ISO 639-1, as far as given
    utterances: tuple[AnnotatedUtterance, ...]  # in the order of the text


def parse_annotated(
    name: str, body: str, *, title: str = "", lang: str | None = None
) -> AnnotatedArticle:
    """The article with the text `body`, its annotation taken out of it.

    Raises:
        BadInputError: the annotation is broken; the sentence tells where.
    """
    text, pieces, cues = _parted(body)
    return AnnotatedArticle(name, title, text, lang, tuple(_utterances(pieces, cues)))


@dataclass(frozen=True, slots=True)
class _Piece:
    number: int
    kind: Kind | None  # told by the first piece of an utterance alone
    speakers: tuple[str | None, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Cue:
    number: int
    words: str


def _parted(body: str) -> tuple[str, list[_Piece], list[_Cue]]:
    """The text alone, and what the marks in `body` say of it."""
    text, read = "", 0
    pieces: list[_Piece] = []
    cues: list[_Cue] = []
    opened: tuple[re.Match[str], int] | None = None
    for mark in _MARK.finditer(body):
        text += body[read : mark.start()]
        read = mark.end()
        if mark["of"]:
            text += mark["cue"]
            cues.append(_Cue(int(mark["of"]), mark["cue"]))
        elif mark["number"] and opened is None:
            opened = mark, len(text)
        elif mark[0] == "]" and opened is not None:
            pieces.append(_piece(*opened, len(text)))
            opened = None
        else:
            raise BadInputError(f"{_shown(body, mark)} is no annotation that can stand there.")
    if opened is not None:
        raise BadInputError(f"the utterance that {_shown(body, opened[0])} opens never closes.")
    return text + body[read:], pieces, cues


def _piece(opening: re.Match[str], start: int, end: int) -> _Piece:
    kind = next((one for one in _KINDS if one[0] == opening["kind"]), None)
    names = [one.strip() for one in (opening["speakers"] or "").split("/")]
    speakers = tuple(None if one == _NOBODY else one for one in names)
    return _Piece(int(opening["number"]), kind, speakers, Span(start, end))


def _shown(body: str, mark: re.Match[str]) -> str:
    line = body.count("\n", 0, mark.start()) + 1
    return f"{body[mark.start() : mark.end() + 20].splitlines()[0]!r} in line {line} of the text"


def _utterances(pieces: list[_Piece], cues: list[_Cue]) -> Iterator[AnnotatedUtterance]:
    first: dict[int, _Piece] = {}
    last: dict[int, _Piece] = {}
    for piece in pieces:
        if (piece.kind is None) != (piece.number in first):
            raise BadInputError(
                f"utterance {piece.number} needs kind and speaker where it begins, and only there."
            )
        first.setdefault(piece.number, piece)
        last[piece.number] = piece
    for cue in cues:
        if cue.number not in first:
            raise BadInputError(f"the cue {cue.words!r} is of no utterance {cue.number}.")
    for number, piece in first.items():
        if piece.kind is not None:
            yield AnnotatedUtterance(
                Span(piece.span.start, last[number].span.end),
                piece.kind,
                piece.speakers,
                tuple(cue.words for cue in cues if cue.number == number),
            )
