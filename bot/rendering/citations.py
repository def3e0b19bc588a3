"""Citations as blocks of text for Discord: the best in full, the others in two lines each."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from bot.answers import Citation
from bot.escaping import cut, inert, inert_label, inert_with_bold, utf16_length
from bot.texts import answers as texts
from index.excerpts import Excerpt
from index.spans import Span

SUBTEXT = "-# "
_NAMING_LENGTH = 200  # UTF-16 units, before what is escaped is escaped
_DIFFERENCES_LENGTH = 250
_SHORT_LENGTH = 120
_COMPACT_LENGTH = 220
_LABEL_LENGTH = 120
_CREDIT_LENGTH = 80
# The longest link with a text fragment, and without one; a longer one is left out.
_FULL_LINKS, _COMPACT_LINKS, _BARE_LINKS = (700, 700), (350, 700), (350, 350)
_LONGEST_WORD = 30
_PARAGRAPH = re.compile(r"[^\n]+")
_LEAD = 0.4  # of a shortened excerpt that may come before its first highlight


def citation_blocks(citations: Sequence[Citation], first: int, budget: int) -> list[str]:
    """As many citations as fit; the first of them always, if need be shortened.

    Args:
        citations: best first.
        first: how many come before these.
        budget: UTF-16 units.
    """
    numbered = len(citations) > 1 or first > 0
    blocks: list[str] = []
    for place, citation in enumerate(citations):
        number = first + place + 1 if numbered else None
        forms = _forms(citation, number) if not blocks else iter((_compact(citation, number),))
        block = next((one for one in forms if utf16_length(one) <= budget), None)
        if block is None:
            break
        budget -= utf16_length(block)
        blocks.append(block)
    return blocks


def _forms(citation: Citation, number: int | None) -> Iterator[str]:
    """A citation in its forms, the fullest first."""
    yield _full(citation, number, citation.excerpt.highlights)
    yield _full(citation, number, ())
    yield _compact(citation, number)
    yield _compact(citation, number, bold=False)
    yield _bare(citation, number)


def _full(citation: Citation, number: int | None, highlights: Sequence[Span]) -> str:
    excerpt = citation.excerpt
    quoted = _quotation(excerpt.text, highlights)
    if quoted and excerpt.cut_before:
        quoted[0] = f"… {quoted[0]}"
    if quoted and excerpt.cut_after:
        quoted[-1] += " …"
    lines = [f"> {line}" for line in quoted]
    lines += _remarks(citation, _NAMING_LENGTH, _DIFFERENCES_LENGTH)
    lines.append(" · ".join(_credit(citation, number, _FULL_LINKS)))
    return "\n".join(lines)


def _compact(citation: Citation, number: int | None, *, bold: bool = True) -> str:
    text, highlights = shortened(citation.excerpt.text, citation.excerpt.highlights)
    lines = [f"> {inert_with_bold(text, highlights if bold else ())}"]
    lines += _remarks(citation, _SHORT_LENGTH, _SHORT_LENGTH)
    lines.append(SUBTEXT + " · ".join(_credit(citation, number, _COMPACT_LINKS)))
    return "\n".join(lines)


def _bare(citation: Citation, number: int | None) -> str:
    """A citation with the least that it takes to be one."""
    text, _ = shortened(citation.excerpt.text, citation.excerpt.highlights)
    credit = _credit(citation, number, _BARE_LINKS, others=False)
    return f"> {inert(text)}\n{SUBTEXT}{' · '.join(credit)}"


def shortened(text: str, highlights: Sequence[Span]) -> tuple[str, list[Span]]:
    """The part of a text around its first highlight, with "…" where something is left out."""
    if utf16_length(text) <= _COMPACT_LENGTH:
        return text, list(highlights)
    start = highlights[0].start if highlights else 0
    if start <= _COMPACT_LENGTH * _LEAD:
        return _cut_at_word(text, _COMPACT_LENGTH), list(highlights)
    start = text.rfind(" ", 0, start - round(_COMPACT_LENGTH * _LEAD / 2)) + 1 or start
    part = _cut_at_word(f"…{text[start:]}", _COMPACT_LENGTH)
    return part, [Span(one.start - start + 1, one.end - start + 1) for one in highlights]


def _cut_at_word(text: str, limit: int) -> str:
    """`text`, or as many of its words as fit in `limit` UTF-16 units with "…" at the end."""
    part = cut(text, limit)
    if part == text or text[len(part) - 1 : len(part)].isspace():
        return part
    words, space, rest = part.removesuffix("…").rpartition(" ")
    # A script without spaces has no word to end with, and neither has one endless word.
    return f"{words.rstrip()}…" if space and len(rest) <= _LONGEST_WORD else part


def _remarks(citation: Citation, naming: int, differing: int) -> Iterator[str]:
    """The sentence that names the speaker, and where a copied quotation departs from this one."""
    excerpt = citation.excerpt
    if excerpt.named_in and not excerpt.names_speaker:
        sentence = excerpt.named_in.of(excerpt.article.text)
        yield f"{SUBTEXT}{inert(_cut_at_word(sentence, naming))}"
    if differences := texts.differences(citation):
        yield f"{SUBTEXT}{inert(cut(differences, differing))}"


def _quotation(text: str, highlights: Sequence[tuple[int, int]]) -> list[str]:
    """The words of an excerpt, a line for each paragraph."""
    lines = []
    for paragraph in _PARAGRAPH.finditer(text):
        begin, finish = paragraph.span()
        inside = [
            (max(start, begin) - begin, min(end, finish) - begin)
            for start, end in highlights
            if start < finish and begin < end
        ]
        lines.append(inert_with_bold(paragraph.group(), inside))
    return [line for line in lines if line]


def _credit(
    citation: Citation, number: int | None, longest: tuple[int, int], *, others: bool = True
) -> list[str]:
    """Who says it where and when, and, where there is room, which others have the same story."""
    excerpt = citation.excerpt
    article = excerpt.article
    parts = [str(number)] if number else []
    parts += [_speaker(excerpt)] if excerpt.speaker else []
    parts.append(headline(citation, longest))
    if article.source:
        parts.append(inert(cut(article.source, _CREDIT_LENGTH)))
    if day := timestamp(article.day):
        parts.append(day)
    if others and (also := texts.also_in(excerpt)):
        parts.append(inert(cut(also, _LABEL_LENGTH)))
    return parts


def headline(citation: Citation, longest: tuple[int, int] = _BARE_LINKS) -> str:
    """The headline of the article, which is the link that opens it at these words if it has one.

    Args:
        citation: whose article it is.
        longest: the longest link with a text fragment, and without one.
    """
    title = inert_label(citation.excerpt.article.title or texts.UNTITLED, limit=_LABEL_LENGTH)
    link = _short(citation.link or "", *longest)
    return f"[{title}](<{link}>)" if link else title


def _short(link: str, longest: int, longest_plain: int) -> str:
    """A link that leaves room for the words; empty where there is none."""
    if len(link) <= longest:
        return link
    plain = link.partition(":~:")[0].rstrip("#")
    return plain if len(plain) <= longest_plain else ""


def _speaker(excerpt: Excerpt) -> str:
    name = f"**{inert(cut(excerpt.speaker or '', _CREDIT_LENGTH))}**"
    if excerpt.role:
        name += f", {inert(cut(excerpt.role, _CREDIT_LENGTH))}"
    if excerpt.attribution == "inferred":
        name += f" ({texts.INFERRED})"
    return name


def timestamp(day: str | None) -> str | None:
    """The day in each reader's own format; noon, so that it is the same day nearly everywhere."""
    if day is None:
        return None
    try:
        noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        return f"<t:{int(noon.timestamp())}:D>"
    except (ValueError, OverflowError):
        return inert(day)
