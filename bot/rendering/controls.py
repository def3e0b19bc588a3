"""The buttons below an answer: which there are, and the page that each of them leads to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any

import discord

from bot import texts
from bot.buttons.answer_button import AnswerButton
from bot.custom_ids import TRIES, Act, custom_id
from bot.escaping import cut, utf16_length
from bot.finding import Listing, Page
from bot.inquiries import Inquiry, Way
from bot.questions import clean
from index.keys import key_of

LONGEST_LABEL = 80  # UTF-16 units, by Discord
_IN_A_ROW = 5


class Audience(Enum):
    """Who sees an answer."""

    EVERYBODY = "everybody"
    ASKER = "asker"
    SHARER = "sharer"  # whoever asked, and has shared it with everybody


Row = discord.ui.ActionRow[Any]


def page_controls(page: Page, shown: int, audience: Audience) -> list[Row]:
    """The buttons of a page of which so many citations found room."""
    turning, handling = list(_turning(page, shown)), list(_handling(page, audience))
    if len(turning) + len(handling) <= _IN_A_ROW:
        return _rows([_tries(page), [*turning, *handling]])
    return _rows([_tries(page), turning, handling])


def listing_controls(listing: Listing, audience: Audience) -> list[Row]:
    """The buttons of a part of the list of sources."""
    inquiry, shown = listing.inquiry, len(listing.sources)
    paging = list(_paging(inquiry, shown, more=listing.more))
    if audience is Audience.EVERYBODY:
        paging.append(_button(texts.buttons.DELETE, Act.DELETE, inquiry))
    return _rows([paging])


def suggestions(page: Page) -> tuple[str, ...]:
    """What to ask instead, as much of it as stands on buttons."""
    answer = page.answer
    offered = (answer.did_you_mean, answer.as_typed, *answer.suggestions)
    fitting = [one for one in offered if one and utf16_length(one) <= LONGEST_LABEL]
    return tuple(dict.fromkeys(fitting))[: len(TRIES)]


def _tries(page: Page) -> list[AnswerButton]:
    """Buttons that ask what their label says, then those that open an article."""
    asked = replace(page.inquiry, first=0, article=None)
    if asked.way is not Way.QUERY:
        asked = replace(asked, way=Way.QUESTION)
    labels = suggestions(page)
    buttons = [
        AnswerButton(label, custom_id(act, asked), discord.ButtonStyle.primary)
        for act, label in zip(TRIES, labels, strict=False)
    ]
    for act, near in zip(TRIES[len(labels) :], page.answer.nearest, strict=False):
        opened = replace(asked, way=Way.ARTICLE, article=key_of(near.id), since=None, until=None)
        label = _label(near.title or texts.answers.UNTITLED)
        buttons.append(AnswerButton(label, custom_id(act, replace(opened, source=None, lang=None))))
    return buttons


def _turning(page: Page, shown: int) -> Iterator[AnswerButton]:
    """Buttons that lead to another page."""
    inquiry = page.inquiry
    if not page.answer.answered:
        return
    more = page.more or shown < len(page.answer.citations)
    yield from _paging(inquiry, shown, more=more)
    if inquiry.way is Way.TIMELINE:
        return
    several = more or shown > 1 or inquiry.first
    if several and inquiry.way.has_words:
        label = texts.buttons.BY_RANK if inquiry.by_date else texts.buttons.BY_DATE
        other = replace(inquiry, by_date=not inquiry.by_date, first=0)
        yield _button(label, Act.SORT, other)
    if inquiry.way.has_words and inquiry.is_of_one_article:
        of_all = replace(inquiry, article=None, first=0)
        yield _button(texts.buttons.FROM_ALL_ARTICLES, Act.ALL, of_all)
    elif inquiry.way is not Way.ARTICLE:
        best = page.answer.citations[0].excerpt.article
        of_one = replace(inquiry, article=key_of(best.id), first=0)
        if not inquiry.way.has_words:
            of_one = replace(of_one, way=Way.ARTICLE)
        yield _button(texts.buttons.MORE_FROM_ARTICLE, Act.MORE, of_one)


def _paging(inquiry: Inquiry, shown: int, *, more: bool) -> Iterator[AnswerButton]:
    by_date = inquiry.by_date or inquiry.way is Way.LATEST
    back, forth = (
        (texts.buttons.NEWER, texts.buttons.OLDER)
        if by_date
        else (texts.buttons.BACK, texts.buttons.NEXT)
    )
    if inquiry.way is Way.TIMELINE:
        back, forth = texts.buttons.EARLIER, texts.buttons.LATER
    if inquiry.first:
        before = replace(inquiry, first=max(inquiry.first - inquiry.count, 0))
        yield _button(back, Act.BACK, before)
    if more:
        # Pages are as long as this one is, so that the way back leads over the same pages.
        after = replace(inquiry, first=inquiry.first + shown, count=max(shown, 1))
        yield _button(forth, Act.NEXT, after)


def _handling(page: Page, audience: Audience) -> Iterator[AnswerButton]:
    """Buttons that do something with the answer itself."""
    found = page.answer.answered
    if found and page.inquiry.way.has_words:
        yield _button(texts.buttons.EXPLAIN, Act.EXPLAIN, page.inquiry)
    if found and page.inquiry.way.has_words and audience is not Audience.SHARER:
        yield _button(texts.buttons.GOOD, Act.GOOD, page.inquiry)
        yield _button(texts.buttons.BAD, Act.BAD, page.inquiry)
    if audience is Audience.EVERYBODY:
        yield _button(texts.buttons.DELETE, Act.DELETE, page.inquiry)
    elif found and audience is Audience.ASKER:
        yield _button(texts.buttons.SHARE, Act.SHARE, page.inquiry)


def _button(label: str, act: Act, inquiry: Inquiry) -> AnswerButton:
    return AnswerButton(label, custom_id(act, inquiry))


def _label(text: str) -> str:
    """A headline on a button, where nothing is formatted."""
    return cut(clean(text), LONGEST_LABEL) or texts.answers.UNTITLED


def _rows(buttons: Sequence[Sequence[AnswerButton]]) -> list[Row]:
    """Action rows, none empty and none too long."""
    return [
        Row(*row)
        for group in buttons
        for row in (group[at : at + _IN_A_ROW] for at in range(0, len(group), _IN_A_ROW))
    ]
