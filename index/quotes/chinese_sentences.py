"""The sentences of a Chinese text, and who may speak in its quotation marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from index.quotes import chinese_words as words
from index.spans import Span, trim

QUOTED, ASIDE = "\ue000", "\ue001"  # what blanks a quotation, and what stands in parentheses
LONG_ENOUGH = 4  # characters of an utterance; less is a word in quotation marks
LONGEST_HEAD = 60  # characters of a clause up to its verb
CLAUSE = re.compile(rf"[^，,；;：:。！？\n{QUOTED}]+")
CUE_AT_END = re.compile(rf"(?:{words.CUE})[，,：:]?\s*$")
HAN = re.compile(f"[{words.HAN}]")

_CLOSERS = {"“": "”", "「": "」", "『": "』", '"': '"', "﹁": "﹂"}
_OPENING = re.compile("[" + "".join(_CLOSERS) + "]")
_PARENTHESES = re.compile(r"（[^（）\n]{0,60}）|\([^()\n]{0,60}\)")
_STOPS = "。！？!?…"
_PAUSES = "，,、；;：:—"
_END = re.compile(rf"[。！？]+[”」』》）\"]*|[!?]+(?=[\s{words.HAN}])|{QUOTED}+")
_LOOK_BACK = 12  # characters before a quotation that tell whether a verb introduces it


class Sentence(NamedTuple):
    """A sentence with its quotations."""

    span: Span
    paragraph: int
    quotations: list[Span]


def spoken(plain: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The quotations in which somebody speaks, in order, marks included."""
    return [one for one in _quotations(plain, paragraphs) if _is_utterance(plain, one)]


def blanked(plain: str, spans: Sequence[Span]) -> str:
    """The text with quotations and parentheses blanked; as long as it was."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += [plain[last:start], QUOTED * (end - start)]
        last = end
    whole = "".join([*pieces, plain[last:]])
    return _PARENTHESES.sub(lambda match: ASIDE * len(match.group()), whole)


def sentences(plain: str, paragraphs: Sequence[Span], said: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences of a blanked text; a quotation is part of the one that tells who speaks."""
    places = {quotation.start: quotation for quotation in said}
    following = 0  # where what is left of the text begins
    for number, paragraph in enumerate(paragraphs):
        start = max(paragraph.start, following)
        held: list[Span] = []
        for match in _END.finditer(plain, start, paragraph.end):
            end = match.end()
            if plain[match.start()] == QUOTED:
                held += _touching(places, match.start())
                end = held[-1].end
                if not _ends(plain, end, paragraph.end):
                    continue
            yield Sentence(trim(plain, start, end), number, held)
            start, held = end, []
        end = max(start, paragraph.end, held[-1].end if held else 0)
        if held or trim(plain, start, end) != (end, end):
            yield Sentence(trim(plain, start, end), number, held)
            start = end
        following = max(following, start)


def _touching(places: Mapping[int, Span], start: int) -> Iterator[Span]:
    """The quotations that follow each other without a gap."""
    quotation = places.get(start)
    while quotation:
        yield quotation
        quotation = places.get(quotation.end)


def _ends(plain: str, start: int, end: int) -> bool:
    """Whether a sentence ends with a quotation: no clause with a verb to it follows."""
    head = CLAUSE.match(plain, start, min(end, start + LONGEST_HEAD))
    if head is None:
        return plain[start : start + 1] not in tuple("，,。；;")
    behind = plain[head.end() : head.end() + 1]
    if behind in tuple("：:"):
        return True  # “……”他说：“……”: the verb is the next quotation's
    return behind not in ("", *"。！，,\n") or not CUE_AT_END.search(head.group())


def _quotations(plain: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The outermost stretches in marks; one that is opened again a paragraph later goes on."""
    carried: int | None = None
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1].start if number + 1 < len(paragraphs) else len(plain)
        never_closed: set[str] = set()
        opening = _OPENING.search(plain, start, end)
        while opening:
            mark, begin = opening.group(), opening.start()
            close = -1 if mark in never_closed else plain.find(_CLOSERS[mark], begin + 1, end)
            if carried is not None:
                begin, carried = carried, None
            if close >= 0:
                yield Span(begin, close + 1)
                opening = _OPENING.search(plain, close + 1, end)
            elif mark != '"' and plain[end - 1] in _STOPS and plain.startswith(mark, following):
                carried = begin
                break
            else:
                never_closed.add(mark)
                opening = _OPENING.search(plain, opening.end(), end)


def _is_utterance(plain: str, quotation: Span) -> bool:
    """Whether somebody speaks in quotation marks, and no word is only set apart."""
    start, end = quotation
    if not HAN.search(plain, start, end):
        return False
    before = plain[max(0, start - _LOOK_BACK) : start].rstrip()
    if plain[end - 2] in _STOPS + _PAUSES or before.endswith(("：", ":")):
        return True
    if end - start - 2 < LONG_ENOUGH:
        return False
    after = plain[end : end + 1]
    closed = not after or after.isspace() or after in _STOPS + _PAUSES
    opened = not before or before[-1] in _STOPS or plain[start - 1].isspace()
    return closed and (opened or CUE_AT_END.search(before) is not None)
