"""An answer for Discord: one Components V2 message, inside every limit before it is sent."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

import discord

from bot import texts
from bot.answers import Answer, Citation
from bot.escaping import cut, inert, inert_label, inert_with_bold, utf16_length
from index.excerpts import Excerpt

MOST_TEXT = 4_000  # UTF-16 units over all text displays of a message
_RESERVE = 300  # of them for the footer
_MOST_SHOWN = 5
_QUESTION_LENGTH = 200
_UNDERSTOOD_LENGTH = 250
_LABEL_LENGTH = 120
_CREDIT_LENGTH = 80
_LONGEST_LINK = 700  # a longer one goes without its text fragment, or not at all
_SUBTEXT = "-# "
_ESCAPED = re.compile(r"\\(.)")
_PARAGRAPH = re.compile(r"[^\n]+")
_ACCENT = discord.Colour(0x2F5D8A)


def answer_layout(answer: Answer) -> discord.ui.LayoutView:
    """The message that shows an answer."""
    blocks = [_heading(answer)] if not answer.question.is_blank else []
    if sentences := texts.understood(answer):
        lines = (f"{_SUBTEXT}{inert(cut(one, _UNDERSTOOD_LENGTH))}" for one in sentences)
        blocks.append("\n".join(lines))
    if answer.answered:
        blocks += _citations(answer, MOST_TEXT - _RESERVE - sum(map(utf16_length, blocks)))
    else:
        blocks += _not_found(answer)
    if footer := _footer(answer):
        blocks.append(footer)
    return _layout(blocks)


def plain_layout(text: str) -> discord.ui.LayoutView:
    """A message in the bot's own words."""
    return _layout([text])


def question_shown(message: discord.Message) -> str | None:
    """The question that an answer repeats above itself: the answer is the conversation's memory."""
    for component in message.components:
        if isinstance(component, discord.components.Container):
            for part in component.children:
                if isinstance(part, discord.TextDisplay) and part.content.startswith(_SUBTEXT):
                    return _ESCAPED.sub(r"\1", part.content.removeprefix(_SUBTEXT))
    return None


def _layout(blocks: list[str]) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    container = discord.ui.Container[discord.ui.LayoutView](accent_colour=_ACCENT)
    for block in blocks:
        container.add_item(discord.ui.TextDisplay(block))
    view.add_item(container)
    return view


def _heading(answer: Answer) -> str:
    turns = (cut(turn, _QUESTION_LENGTH) for turn in texts.turns(answer.question))
    return f"{_SUBTEXT}{inert(texts.BETWEEN_TURNS.join(turns))}"


def _citations(answer: Answer, budget: int) -> list[str]:
    """As many of the citations as fit, the best always, if need be without its highlights."""
    blocks: list[str] = []
    for citation in answer.citations[:_MOST_SHOWN]:
        block = _citation(citation, citation.excerpt.highlights)
        if not blocks and utf16_length(block) > budget:
            block = _citation(citation, ())
        budget -= utf16_length(block)
        if budget < 0 and blocks:
            break
        blocks.append(block)
    return blocks


def _citation(citation: Citation, highlights: Sequence[tuple[int, int]]) -> str:
    excerpt = citation.excerpt
    quoted = _quotation(excerpt.text, highlights)
    if quoted and excerpt.cut_before:
        quoted[0] = f"… {quoted[0]}"
    if quoted and excerpt.cut_after:
        quoted[-1] += " …"
    lines = [f"> {line}" for line in quoted]
    if excerpt.named_in and not excerpt.names_speaker:
        naming = excerpt.named_in.of(excerpt.article.text)
        lines.append(f"-# {inert(cut(naming, _QUESTION_LENGTH))}")
    if differences := texts.differences(citation):
        lines.append(f"{_SUBTEXT}{inert(cut(differences, _UNDERSTOOD_LENGTH))}")
    lines.append(" · ".join(_credit(citation)))
    return "\n".join(lines)


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


def _credit(citation: Citation) -> list[str]:
    excerpt = citation.excerpt
    article = excerpt.article
    headline = inert_label(article.title or texts.UNTITLED, limit=_LABEL_LENGTH)
    parts = [_speaker(excerpt)] if excerpt.speaker else []
    link = _short(citation.link or "")
    parts.append(f"[{headline}](<{link}>)" if link else headline)
    if article.source:
        parts.append(inert(cut(article.source, _CREDIT_LENGTH)))
    if day := _timestamp(article.day):
        parts.append(day)
    if also := texts.also_in(excerpt):
        parts.append(inert(cut(also, _LABEL_LENGTH)))
    return parts


def _short(link: str) -> str:
    """A link that leaves room for the words; empty where there is none."""
    if len(link) > _LONGEST_LINK:
        link = link.partition(":~:")[0].rstrip("#")
    return link if len(link) <= _LONGEST_LINK else ""


def _speaker(excerpt: Excerpt) -> str:
    name = f"**{inert(cut(excerpt.speaker or '', _CREDIT_LENGTH))}**"
    if excerpt.role:
        name += f", {inert(cut(excerpt.role, _CREDIT_LENGTH))}"
    if excerpt.attribution == "inferred":
        name += f" ({texts.INFERRED})"
    return name


def _timestamp(day: str | None) -> str | None:
    """The day in each reader's own format; noon, so that it is the same day nearly everywhere."""
    if day is None:
        return None
    try:
        noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        return f"<t:{int(noon.timestamp())}:D>"
    except (ValueError, OverflowError):
        return inert(day)


def _not_found(answer: Answer) -> list[str]:
    lines = [texts.not_found(answer, lambda words: inert(cut(words, _QUESTION_LENGTH)))]
    if meant := texts.did_you_mean(answer):
        lines.append(inert(cut(meant, _UNDERSTOOD_LENGTH)))
    if near := texts.nearest(answer, lambda title: inert(cut(title, _LABEL_LENGTH))):
        lines.append(near)
    if answer.suggestions:
        tries = " · ".join(
            f"*{inert(cut(suggestion, _QUESTION_LENGTH))}*" for suggestion in answer.suggestions[:3]
        )
        lines.append(f"Try: {tries}")
    return lines


def _footer(answer: Answer) -> str | None:
    notes = []
    if not answer.question.is_blank:
        notes.append(texts.searched(answer.extent))
        if texts.from_sample(answer):
            notes.append(texts.SAMPLE_NOTE)
    return f"-# {' '.join(notes)}" if notes else None
