"""Article text made inert before Discord or a terminal shows it.

What a reader sees are the article's own words: backslashes, which Discord hides, take the meaning
from its marks, and only what cannot be seen is removed. Each function is a fixed number of passes
over its text, so a hostile text costs no more than a plain one.

Discord decides on its servers whom a message notifies, from the text as it was sent: a backslash
keeps `@everyone` from looking like a mention, and `allowed_mentions` keeps it from being one.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

UNTITLED = "Untitled"

_MARKS_PER_LETTER = 4  # combining marks; more is not writing

# Regular-expression classes of code points.
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # without tabs and line breaks
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS_AND_SELECTORS = r"\ufe00-\ufe0f\U000e0000-\U000e0fff"
_UNENCODABLE = r"\ud800-\udfff"
_BLANKS = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    r"\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a"
)
_PICTURES = r"\u203c\u2049\u2139\u2190-\u23ff\u25a0-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"
_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JOINED_LETTERS = r"\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18aa"  # Arabic to Mongolian

# Of what cannot be seen, that which shapes what can: one at a time, where it has its meaning.
# Tested behind the character it is about, so that looking for such characters stays fast.
_SHAPING = (
    rf"(?:(?<=[{_PICTURES}]\u200d)|(?<=[{_PICTURES}]\ufe0f\u200d))(?=[{_PICTURES}])"
    rf"|(?<=[{_PICTURES}#*0-9©®][\ufe0e\ufe0f])"
    rf"|(?<=[{_HAN}][{_SELECTORS}])"
    rf"|(?<=[{_JOINED_LETTERS}][\u200c\u200d\u180b-\u180f])"
)
_UNSEEN = re.compile(
    rf"[{_CONTROLS}{_BIDI}{_TAGS_AND_SELECTORS}{_UNENCODABLE}{_BLANKS}](?!{_SHAPING})"
)
_DRIVING = re.compile(rf"[{_CONTROLS}{_BIDI}{_UNENCODABLE}]")
_LINE_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_SPACE = re.compile(r"\s+")
# Where more marks than a letter can bear may stand: no mark is a letter, a space or ASCII.
_MANY_MARKS = re.compile(rf"[^\w\s\x00-\x7f][^\w\s\x00-\x7f]{{{_MARKS_PER_LETTER},}}")

# What Discord gives a meaning. A colon begins an emoji code or follows a scheme; a full stop joins
# the names of a host, or follows a number at the start of a list; a dash begins a list.
_BEFORE_SPECIAL = re.compile(r"(?=[\\`*_~|\[\]<>#@]|:\S|\.\w|(?<=\d)\.|\A[-+])")

_LABEL_MARKS = re.compile(r"[\\`*_~|\[\]()<>]+")
_LABEL_PICTURES = re.compile(rf"[{_PICTURES}{_SELECTORS}\u200d\u20e3\u3030\u303d\u3297\u3299]+")
_SCHEME = re.compile(r"(?:(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,15})?:/[/\s]*", re.IGNORECASE)
_INVITE = re.compile(r"\b(discord(?:app)?\.\w{1,9}|dsc\.gg)/(?:invite/)?", re.IGNORECASE)
_EMOJI_CODE = re.compile(r":(?=\d{0,4}[a-z_+-][\w+-]{0,40}:|100:|1234:)", re.IGNORECASE)
_NOTICE = re.compile(r"@(?=everyone|here)", re.IGNORECASE)
_LINE_START = re.compile(r"\A[#+\s-]+\s")
_NUMBER = re.compile(r"\A(\d+\.) ")

_FLAG_LETTERS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_FLAG_LETTER = re.compile(f"[{_FLAG_LETTERS}]")
_EXTENDING = re.compile(r"[\u200c\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")  # skin, tags
_JAMO = re.compile(r"[\u1100-\u11ff\uac00-\ud7a3]")
_JAMO_AFTER = re.compile(r"[\u1160-\u11ff]")  # the vowel and the end of a Korean syllable


def inert(text: str, *, limit: int | None = None) -> str:
    """`text` as one line that Discord shows as it is: no formatting, mention, link or emoji code.

    Args:
        text: article text, or a question.
        limit: the most of it to show, in UTF-16 units; the backslashes come on top, at most one
            a unit.
    """
    return _escaped(_visible(text if limit is None else cut(text, limit)).strip())


def inert_with_bold(text: str, highlights: Sequence[tuple[int, int]]) -> str:
    """The same with `**` around each highlight.

    Args:
        text: article text.
        highlights: code points into it, in order and apart.
    """
    pieces: list[str] = []
    position = 0
    for start, end in _merged(text, highlights):
        pieces.append(_escaped(_visible(text[position:start])))
        pieces.append(_bold(_visible(text[start:end])))
        position = end
    pieces.append(_escaped(_visible(text[position:])))
    return _SPACE.sub(" ", "".join(pieces)).strip()


def inert_label(text: str, *, limit: int) -> str:
    """`text` for the label of a link or a heading: what could act in it is left out.

    Some clients show backslashes there, and print a link raw whose label holds an address or an
    emoji. A label is never empty.

    Args:
        text: a headline.
        limit: the longest label, in UTF-16 units.
    """
    label = _LABEL_MARKS.sub(" ", _LABEL_PICTURES.sub(" ", _visible(text)))
    label = _INVITE.sub(r"\1 ", _SCHEME.sub(" ", label))
    label = _NOTICE.sub("＠", _EMOJI_CODE.sub(" ", label))
    label = _LINE_START.sub("", _SPACE.sub(" ", label).strip() + " ", count=1).strip()
    # A number at the start would begin a list, but not with a space that is no line's border.
    return cut(_NUMBER.sub("\\1\N{NO-BREAK SPACE}", label, count=1), limit) or UNTITLED


def terminal_safe(text: str) -> str:
    """`text` without anything that could drive a terminal; line breaks and tabs stay."""
    return _DRIVING.sub("", _LINE_BREAK.sub("\n", text))


def utf16_length(text: str) -> int:
    """The length of `text` as Discord counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, limit: int) -> str:
    """`text`, or as much of it as fits in `limit` UTF-16 units with "…" at its end.

    Never cuts inside what a reader sees as one character.
    """
    if len(text) <= limit and utf16_length(text) <= limit:
        return text
    if limit < 1:
        return ""
    end = _code_points_in(text, limit - 1)
    while end > 0 and _is_inside_character(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def _visible(text: str) -> str:
    """What a reader sees of `text`, on one line: single spaces, no controls, no towers of marks."""
    return _MANY_MARKS.sub(_capped, _SPACE.sub(" ", _UNSEEN.sub("", text)))


def _capped(match: re.Match[str]) -> str:
    """The characters, with no more marks on one than it can bear."""
    kept = []
    marks = 0
    for character in match.group():
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
        elif category not in ("Mc", "Cf"):
            marks = 0
        if marks <= _MARKS_PER_LETTER or category == "Mc":
            kept.append(character)
    return "".join(kept)


def _escaped(text: str) -> str:
    return _BEFORE_SPECIAL.sub(r"\\", text)


def _bold(text: str) -> str:
    """The words in bold, which Discord wants without spaces inside the marks."""
    words = text.strip()
    if not words:
        return text
    lead, _, rest = text.partition(words)
    return f"{lead}**{_escaped(words)}**{rest}"


def _merged(text: str, highlights: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The highlights, those with nothing visible between them as one: `****` would not end both."""
    merged: list[tuple[int, int]] = []
    for start, end in highlights:
        if merged and not _visible(text[merged[-1][1] : start]):
            merged[-1] = (merged[-1][0], end)
        elif _visible(text[start:end]).strip():
            merged.append((start, end))
    return merged


def _code_points_in(text: str, units: int) -> int:
    """How many code points of `text` fit in so many UTF-16 units."""
    for position, character in enumerate(text):
        units -= 2 if character > "\uffff" else 1
        if units < 0:
            return position
    return len(text)


def _is_inside_character(text: str, position: int) -> bool:
    """Whether what stands before `position` and what stands there are seen as one character."""
    left, right = text[position - 1], text[position]
    if unicodedata.category(right)[0] == "M" or _EXTENDING.match(right) or left == "\u200d":
        return True
    if _FLAG_LETTER.match(right):
        return (position - len(text[:position].rstrip(_FLAG_LETTERS))) % 2 == 1
    return bool(_JAMO.match(left) and _JAMO_AFTER.match(right))
