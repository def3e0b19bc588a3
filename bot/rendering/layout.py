"""An answer for Discord: one Components V2 message, inside every limit before it is sent."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil

import discord

from bot import texts
from bot.answers import Answer
from bot.asking import LookedUp
from bot.custom_ids import pressed
from bot.escaping import cut, inert, utf16_length
from bot.finding import Listing, Page
from bot.inquiries import Inquiry
from bot.rendering.citations import SUBTEXT, citation_blocks, timestamp
from bot.rendering.controls import (
    Audience,
    Row,
    listing_controls,
    page_controls,
    suggestions,
)
from bot.rendering.course import course_blocks

MOST_TEXT = 4_000  # UTF-16 units over all text displays of a message
_RESERVE = 350  # of them for the footer, and a line that says whom it answers
_LEAST = 1_500  # of them for excerpts: the first has room, whatever stands above and in it
_QUESTION_LENGTH = 500  # all that is read of one, so that it can be read again
_MOST_ASKED = 1_200  # UTF-16 units of a conversation; one question has at most 1,003 of them
_UNDERSTOOD_LENGTH = 250
_MOST_UNDERSTOOD = 600
_MISSING_LENGTH = 60
_NAME_LENGTH = 100
_ESCAPED = re.compile(r"\\(.)")
ACCENT = discord.Colour(0x2F5D8A)


def layout(looked_up: LookedUp, audience: Audience) -> discord.ui.LayoutView:
    """The message that shows what was looked up."""
    match looked_up.found:
        case Page() as page:
            return _page_layout(page, looked_up.published, audience)
        case Listing() as listing:
            return _listing_layout(listing, audience)


def plain_layout(text: str) -> discord.ui.LayoutView:
    """A message in the bot's own words."""
    return message_of([text])


def moment_after(moment: datetime, seconds: float) -> str:
    """A moment so many seconds after another, as Discord shows how long it is until then."""
    return discord.utils.format_dt(moment + timedelta(seconds=ceil(seconds)), "R")


def explanation_layout(page: Page) -> discord.ui.LayoutView:
    """Why the excerpts of a page were chosen, word by word and feature by feature."""
    blocks: list[str] = []
    budget = MOST_TEXT
    for place, citation in enumerate(page.answer.citations, page.inquiry.first + 1):
        excerpt = citation.excerpt
        title = inert(cut(excerpt.article.title or texts.answers.UNTITLED, _NAME_LENGTH))
        if excerpt.explanation is None:
            lines = f"{SUBTEXT}{texts.answers.NOT_EXPLAINED}"
        else:
            parts = texts.explanations.explanation_lines(excerpt.explanation)
            shown = "\n".join(parts).replace("`", "'")
            lines = f"```\n{shown}\n```"
        block = f"**{place}** · {title}\n{lines}"
        budget -= utf16_length(block)
        if budget < 0:
            break
        blocks.append(block)
    return message_of(blocks or [texts.answers.NOT_EXPLAINED])


def question_shown(message: discord.Message) -> str | None:
    """The question that an answer repeats above itself: the answer is the conversation's memory."""
    for part in texts_of(message):
        if part.startswith(SUBTEXT):
            return _ESCAPED.sub(r"\1", part.removeprefix(SUBTEXT))
    return None


def inquiry_shown(message: discord.Message) -> Inquiry | None:
    """What an answer answers, as its buttons tell it; without its words."""
    for component in message.components:
        if isinstance(component, discord.components.ActionRow):
            for button in component.children:
                told = pressed(getattr(button, "custom_id", None) or "")
                if told is not None and not (told.act.asks or told.act.turns):
                    return told.inquiry
    return None


def texts_of(message: discord.Message) -> Iterable[str]:
    """The blocks of text of a message, as it was sent."""
    for component in message.components:
        if isinstance(component, discord.components.Container):
            for part in component.children:
                if isinstance(part, discord.TextDisplay):
                    yield part.content


def _page_layout(page: Page, published: float, audience: Audience) -> discord.ui.LayoutView:
    answer = page.answer
    blocks = [_heading(answer)] if not answer.question.is_blank else []
    if understood := _understood(answer):
        blocks.append(understood)
    shown = 0
    if answer.answered:
        budget = MOST_TEXT - _RESERVE - sum(map(utf16_length, blocks))
        for block in _course(page):
            if budget - utf16_length(block) < _LEAST:
                break
            budget -= utf16_length(block)
            blocks.append(block)
        cited = citation_blocks(answer.citations, page.inquiry.first, budget)
        shown = len(cited)
        blocks += cited
    else:
        blocks.append(_not_found(page))
    if answer.question.is_blank:
        return message_of([*blocks, f"{SUBTEXT}{texts.questions.MORE_HELP}"])
    blocks.append(_footer(page, shown, published))
    return message_of(blocks, page_controls(page, shown, audience))


def _listing_layout(listing: Listing, audience: Audience) -> discord.ui.LayoutView:
    lines = []
    for source in listing.sources:
        parts = [
            f"**{inert(cut(source.name, _NAME_LENGTH))}**",
            texts.lists.articles(source.articles),
        ]
        if newest := timestamp(source.last_day):
            parts.append(texts.answers.newest(newest))
        lines.append(f"- {' · '.join(parts)}")
    notes = [inert(texts.answers.searched(listing.extent))]
    if texts.answers.from_sample(listing.collections):
        notes.append(texts.answers.SAMPLE_NOTE)
    blocks = [
        f"**{texts.answers.SOURCES}**",
        "\n".join(lines) or texts.answers.NO_SOURCES,
        SUBTEXT + " ".join(notes),
    ]
    return message_of(blocks, listing_controls(listing, audience))


def message_of(blocks: Sequence[str], rows: Sequence[Row] = ()) -> discord.ui.LayoutView:
    """A message of some blocks of text, with rows of buttons below them."""
    view = discord.ui.LayoutView(timeout=None)
    container = discord.ui.Container[discord.ui.LayoutView](accent_colour=ACCENT)
    for block in blocks:
        container.add_item(discord.ui.TextDisplay(block))
    view.add_item(container)
    for row in rows:
        view.add_item(row)
    return view


def _course(page: Page) -> list[str]:
    return course_blocks(page.course, first=page.inquiry.first == 0) if page.course else []


def _heading(answer: Answer) -> str:
    """The question, after as many of those that it follows from as there is room for."""
    *before, last = (
        inert(cut(turn, _QUESTION_LENGTH)) for turn in texts.questions.turns(answer.question)
    )
    heading = last
    for turn in reversed(before):
        longer = f"{turn}{texts.questions.BETWEEN_TURNS}{heading}"
        if utf16_length(longer) > _MOST_ASKED:
            break
        heading = longer
    return f"{SUBTEXT}{heading}"


def _understood(answer: Answer) -> str:
    """How the question was read, as many sentences of it as there is room for."""
    lines: list[str] = []
    room = _MOST_UNDERSTOOD
    for sentence in texts.answers.understood(answer):
        line = f"{SUBTEXT}{inert(cut(sentence, _UNDERSTOOD_LENGTH))}"
        room -= utf16_length(line) + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines)


def _not_found(page: Page) -> str:
    answer = page.answer
    lines = [texts.answers.not_found(answer, lambda words: inert(cut(words, _MISSING_LENGTH)))]
    on_buttons = suggestions(page)
    meant = texts.answers.did_you_mean(answer)
    if meant and answer.did_you_mean not in on_buttons:
        lines.append(inert(cut(meant, _UNDERSTOOD_LENGTH)))
    if on_buttons:
        lines.append(texts.answers.TRY)
    elif answer.nearest:
        lines.append(texts.answers.NEAREST)
    return "\n".join(lines)


def _footer(page: Page, shown: int, published: float) -> str:
    answer, inquiry = page.answer, page.inquiry
    more = page.more or shown < len(answer.citations)
    notes = []
    if answer.answered and (inquiry.first or more):
        notes.append(texts.answers.part(inquiry.first, shown, by_date=inquiry.by_date))
    notes.append(inert(texts.answers.searched(answer.extent)))
    if published:
        notes.append(texts.answers.updated(f"<t:{int(published)}:R>"))
    if texts.answers.from_sample(answer.collections):
        notes.append(texts.answers.SAMPLE_NOTE)
    return SUBTEXT + " ".join(notes)
