"""Which stretches of a text stand in quotation marks.

All styles of the press: straight, curly, single, guillemets either way round, low-high, corner
brackets, typewriter (`` and ''), and dialogue opened by a dash. A quotation that is opened again at
the head of the next paragraph is one stretch. An apostrophe is no mark, nor is a mark that nothing
closes. Only the outermost marks count. Linear: a paragraph is read once, and once more for each
kind of mark it leaves open.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.spans import Span, trim

# A mark, two that are one, or a row of one. An apostrophe inside a word neither opens nor closes.
_MARK = re.compile(
    r"([\"'“”„‟‘’‚«»‹›「」『』`])(?!(?<=[^\W_]['’])[^\W_])(?:\1{3,}|(?<=`)`|(?<=')'|(?<=‘)‘|(?<=’)’)?"
)

# What closes a quotation, by the mark that opened it.
_CLOSERS = {
    mark: frozenset(closers.split())
    for mark, closers in (
        ('"', '" ”'),
        ("“", '” "'),
        ("‟", "”"),
        ("”", "”"),
        ("„", '“ ” "'),
        ("«", "»"),
        ("»", "« »"),
        ("‹", "›"),
        ("›", "‹ ›"),
        ("「", "」"),
        ("『", "』"),
        ("‘", "’"),
        ("‚", "‘ ’"),
        ("'", "'"),
        ("``", "''"),
        ("‘‘", "’’"),
    )
}
_DIRECTED = frozenset("“‟„«‹「『‚") | {"``", "‘‘"}  # opens wherever it stands
_SINGLE = frozenset("‘‚'")
_SHORTENED = re.compile(r"['‘’](?:\d|(?:tis|twas|em|til|cause|n|bout|round)\b)", re.IGNORECASE)
_BEFORE_OPENING = "([{—–-―/:¿¡*_>\"'“‘«„"
_TERMINAL = ".!?…。！？:,;"
_ENDS_SENTENCE = '.!?…:,"'  # the last two: of "he said," and of a quotation before
_ENDS_INSIDE = ".!?…,"  # what stands before a mark that closes speech
_DASHES = "—–―"
_DASH = re.compile(rf"(?:(?<=\s)[{_DASHES}]|[{_DASHES}](?=\s|[.,;:!?]))")
_TAIL = re.compile(r"[,!?…]\s+(?=(\w+(?:-\w+)*))")
NICKNAME = r"[\"“][^\W\d_a-z][\w.'’-]*[\"”]"
"""A capital word in quotation marks, as inside of a name: "Otto “Bud” Falk"."""
_NICKNAME = re.compile(NICKNAME)
_BEFORE_NICKNAME = re.compile(r"\b[^\W\d_a-z][\w.'’-]* $")
_LONGEST_NICKNAME = 20  # characters
_LEAD = ".,;:!?… \t\n\r"
_LONG_PARAGRAPH = 10_000  # characters; a shorter one is always read
_FEWEST_BETWEEN = 5  # characters to a mark in prose
_LONGEST_MARK = 2  # characters
_LONGEST_CUE = 160  # characters; a longer stretch between dashes is speech


class _Open(NamedTuple):
    mark: str
    start: int
    possible: int | None  # where it closes if nothing clearer comes: after "boys'"
    holds: bool = False  # a quotation in curly marks, whose end is not its own


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The stretches of `text` in quotation marks, marks included, in order, never overlapping."""
    found: list[Span] = []
    carried: _Open | None = None
    reopening = len(paragraphs) == 1  # nobody can tell any more where paragraphs began
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = _read_paragraph(text, paragraph, following, carried, found, reopening=reopening)
    return found


def is_nickname(text: str, quotation: Span) -> bool:
    """Whether a quotation is a part of a name: "Otto “Bud” Falk"."""
    start, end = quotation
    return (
        end - start <= _LONGEST_NICKNAME
        and _NICKNAME.fullmatch(text, start, end) is not None
        and _BEFORE_NICKNAME.search(text, max(0, start - _LONGEST_NICKNAME), start) is not None
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
    )


def _read_paragraph(
    text: str,
    paragraph: Span,
    following: Span | None,
    opened: _Open | None,
    found: list[Span],
    *,
    reopening: bool,
) -> _Open | None:
    """Add this paragraph's stretches to `found`; return what stays open into the next."""
    if _is_ornament(text, paragraph):
        return None
    start = paragraph.start
    if opened and text.startswith((opened.mark, "»"), start):
        start += len(opened.mark)
    never_closed: set[str] = set()
    while True:
        opened = _scan(text, start, paragraph.end, opened, never_closed, found, reopening=reopening)
        if opened is None:
            return None
        if opened.possible is not None:
            found.append(Span(opened.start, opened.possible))
            start = opened.possible
        elif _reopens(text, paragraph, following, opened.mark):
            return opened
        elif opened.start < paragraph.start:  # carried to here, and nothing carries it further
            found.append(Span(opened.start, paragraph.end))
            return None
        else:
            start = opened.start + len(opened.mark)
        never_closed.add(opened.mark)
        opened = None


def _is_ornament(text: str, paragraph: Span) -> bool:
    """Whether a long paragraph is marks more than words."""
    length = paragraph.end - paragraph.start
    if length < _LONG_PARAGRAPH:
        return False
    marks = sum(text.count(mark, *paragraph) for mark in _CLOSERS)
    return marks * _FEWEST_BETWEEN > length


def _scan(
    text: str,
    start: int,
    end: int,
    opened: _Open | None,
    ignored: set[str],
    found: list[Span],
    *,
    reopening: bool,
) -> _Open | None:
    for match in _MARK.finditer(text, start, end):
        mark, position = match.group(), match.start()
        if len(mark) > _LONGEST_MARK:
            continue  # a row of marks is an ornament
        before = text[position - 1] if position > 0 else " "
        after = text[match.end()] if match.end() < len(text) else " "
        if opened is None:
            if mark not in ignored and _opens(text, mark, position, before, after):
                opened = _Open(mark, position, None)
        elif opened.mark == '"' and (mark == "“" or (mark == "”" and opened.holds)):
            opened = opened._replace(holds=mark == "“")
        elif mark in _CLOSERS[opened.mark] and _closes(mark, before, after):
            if _may_be_possessive(text, mark, match.end(), before):
                opened = opened._replace(possible=opened.possible or match.end())
            else:
                found.append(Span(opened.start, match.end()))
                opened = None
        elif mark == opened.mark and _opens(text, mark, position, before, after):
            # Opened twice. In curly marks the second is nested; where one mark serves for
            # both ends, the first was a stray, or closed where it might.
            # Where paragraphs were run together, it goes on with the next sentence.
            if opened.possible is not None:
                found.append(Span(opened.start, opened.possible))
            elif reopening and mark == '"' and _between_sentences(text, opened.start, position):
                continue
            if opened.possible is not None or mark in "\"'":
                opened = _Open(mark, position, None)
    return opened


def _between_sentences(text: str, first: int, second: int) -> bool:
    """Whether a sentence ends before each of two marks."""
    before = text[max(0, first - 2) : first].rstrip(), text[max(0, second - 2) : second].rstrip()
    return before[0][-1:] in _ENDS_SENTENCE and before[1][-1:] in _ENDS_SENTENCE


def _opens(text: str, mark: str, position: int, before: str, after: str) -> bool:
    if mark in _DIRECTED:
        return True
    if mark not in _CLOSERS or not (before.isspace() or before in _BEFORE_OPENING):
        return False
    if mark in _SINGLE:
        return not after.isspace() and not _SHORTENED.match(text, position)
    return mark == '"' or not after.isspace()


def _closes(mark: str, before: str, after: str) -> bool:
    if mark == '"':
        return not (before.isspace() and after.isalnum())
    if mark in "'’‘":
        return not before.isspace() and not after.isalnum()
    return True


def _may_be_possessive(text: str, mark: str, end: int, before: str) -> bool:
    return (
        mark in "'’"
        and before in "sS"
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].islower()
    )


def _reopens(text: str, paragraph: Span, following: Span | None, mark: str) -> bool:
    """Whether the next paragraph carries an open quotation on, as printers do."""
    single = mark in _SINGLE and mark != "‘"
    if following is None or single or text[paragraph.end - 1] not in _TERMINAL:
        return False
    if mark == "‘":  # but "’tis", which many print so
        return text.startswith(mark, following.start) and not _SHORTENED.match(
            text, following.start
        )
    if text.startswith(mark, following.start):
        return True
    if mark == "«":
        return text.startswith("»", following.start)
    return _closes_first(text, following, mark)


def _closes_first(text: str, paragraph: Span, mark: str) -> bool:
    """Whether the first mark of a paragraph closes one that was opened before it."""
    found = next((one for one in _MARK.finditer(text, *paragraph) if one.group() in '"“”'), None)
    if found is None or mark not in '"“' or found.group() == "“":
        return False
    before, after = text[found.start() - 1], text[found.end() : found.end() + 1]
    return before in _ENDS_INSIDE and not after.isalnum()


def dialogue(text: str, paragraph: Span, is_cue: Callable[[str], bool]) -> list[Span]:
    """What is spoken in a paragraph that a dash opens; empty where no cue tells who speaks.

    `is_cue` answers, for one lower-case word, whether it reports speech.
    """
    if text[paragraph.start] not in _DASHES:
        return []
    borders = [match.start() for match in _DASH.finditer(text, paragraph.start + 1, paragraph.end)]
    starts = [paragraph.start + 1, *(border + 1 for border in borders)]
    pieces = [
        _clean(text, start, end)
        for start, end in zip(starts, [*borders, paragraph.end], strict=True)
    ]
    spoken = [piece for piece in pieces if not _is_cue_piece(text, piece, is_cue)]
    if len(spoken) < len(pieces):
        return [piece for piece in spoken if piece.end > piece.start]
    for match in _TAIL.finditer(text, paragraph.start, paragraph.end):
        if is_cue(match.group(1).casefold()):
            return [_clean(text, paragraph.start + 1, match.start() + 1)]
    return []


def _is_cue_piece(text: str, piece: Span, is_cue: Callable[[str], bool]) -> bool:
    words = text[piece.start : min(piece.end, piece.start + _LONGEST_CUE)].split()
    return (
        piece.end - piece.start <= _LONGEST_CUE
        and bool(words)
        and any(is_cue(word.strip(".,;:!?").casefold()) for word in words[:3])
        and words[0][:1].islower()
    )


def _clean(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _LEAD:
        start += 1
    return trim(text, start, end)
