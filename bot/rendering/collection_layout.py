"""A server's own articles and feeds, and what became of a job, as messages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import discord

from bot.collection_requests import A_PAGE, Listing, ListingArticles, ListingFeeds, list_id
from bot.commands.collection import ListButton
from bot.escaping import cut, inert, inert_label, utf16_length
from bot.links import safe_url
from bot.rendering.citations import SUBTEXT, timestamp
from bot.rendering.layout import message_of
from bot.texts import answers, buttons
from bot.texts import own_articles as texts
from index.feeds import FollowedFeed
from index.gathering.jobs import Report, Skipped, Titled
from index.holdings import Holdings

_MOST_TEXT = 3_600  # UTF-16 units; 4,000 may be, and some is said around it
_TITLE_LENGTH = 120
_NAME_LENGTH = 80
_REASON_LENGTH = 250
_MOST_TITLES = 10
_LONGEST_LINK = 500


def articles_layout(holdings: Holdings, listing: ListingArticles) -> discord.ui.LayoutView:
    """A part of the articles of a server."""
    lines = []
    for number, one in enumerate(holdings.articles, listing.first + 1):
        parts = [_linked(one.title, one.url)]
        if one.source:
            parts.append(inert(cut(one.source, _NAME_LENGTH)))
        if day := timestamp(one.published and one.published[:10]):
            parts.append(day)
        if one.came:
            parts.append(texts.came(_moment(one.came)))
        lines.append(f"{number}\\. {' · '.join(parts)}")
    return _list(texts.OWN_ARTICLES, lines or [texts.NO_ARTICLES], holdings.total, listing)


def feeds_layout(
    feeds: Sequence[FollowedFeed], withdrawn: dict[str, int], listing: ListingFeeds
) -> discord.ui.LayoutView:
    """A part of the feeds of a server, and how each is."""
    lines = []
    shown = feeds[listing.first : listing.first + A_PAGE]
    for number, feed in enumerate(shown, listing.first + 1):
        parts = [_linked(feed.title or feed.url, feed.url)]
        if feed.succeeded:
            parts.append(texts.last_read(_moment(feed.succeeded)))
        if feed.problem:
            problem = inert(cut(feed.problem, _REASON_LENGTH))
            parts.append(f"⚠️ {texts.failures(feed.failures, problem)}")
        if feed.next_try:
            parts.append(texts.next_try(_moment(feed.next_try)))
        if not feed.full_text:
            parts.append(texts.SUMMARIES_ONLY)
        if gone := withdrawn.get(feed.url):
            parts.append(texts.withdrawn(gone))
        lines.append(f"{number}\\. {' · '.join(parts)}")
    return _list(texts.OWN_FEEDS, lines or [texts.NO_FEEDS], len(feeds), listing)


def report_layout(report: Report, words: str = "") -> discord.ui.LayoutView:
    """What a job did.

    Args:
        report: what it says.
        words: what to say in place of what was added, changed and removed.
    """
    blocks = [f"**{words or texts.done(report)}**"]
    room = _MOST_TEXT - utf16_length(blocks[0])
    titles = [f"- {_named(one)}" for one in (*report.added, *report.changed)]
    feeds = [f"- {texts.answered(_named(one))}" for one in report.feeds]
    feeds += [f"- {texts.unfollowed(_named(one))}" for one in report.unfollowed]
    for heading, lines, most in (
        ("", feeds, _MOST_TITLES),
        ("", titles, _MOST_TITLES),
        (texts.SKIPPED, _skips(report.skipped), len(report.skipped)),
        (texts.NOTED, _skips(report.notes), _MOST_TITLES),
    ):
        block = _block(heading, lines, most, room)
        if block:
            blocks.append(block)
            room -= utf16_length(block)
    blocks.append(f"{SUBTEXT}{texts.holds(report.articles)}")
    return message_of(blocks)


def skipped_in_full(report: Report) -> str | None:
    """All that was skipped, a line each; None where the message has room for it."""
    whole = _block(texts.SKIPPED, _skips(report.skipped), len(report.skipped), 10**9)
    if utf16_length(whole) <= _MOST_TEXT - 2 * _MOST_TITLES * _TITLE_LENGTH:
        return None
    return "\n".join(texts.skip(one) for one in report.skipped) + "\n"


def _named(one: Titled) -> str:
    return _linked(one.title, one.url)


def _skips(skipped: Iterable[Skipped]) -> list[str]:
    return [f"- {inert(_skip(one))}" for one in skipped]


def _skip(one: Skipped) -> str:
    where, reason = cut(one.where, _NAME_LENGTH * 2), cut(one.reason.rstrip("."), _REASON_LENGTH)
    return f"{where}: {reason}"  # made inert as one, for this colon could end an emoji's code


def _block(heading: str, lines: Sequence[str], most: int, room: int) -> str:
    """As many lines as there is room for, and how many others there are; empty without lines."""
    if not lines:
        return ""
    room -= utf16_length(heading) + 40  # for the last line
    number = _fitting(lines[:most], room)
    shown = [*filter(None, [heading]), *lines[:number]]
    if number < len(lines):
        shown.append(f"- {texts.more(len(lines) - number)}")
    return "\n".join(shown)


def _fitting(lines: Sequence[str], room: int) -> int:
    """How many of the lines fit in so many UTF-16 units."""
    for number, line in enumerate(lines):
        room -= utf16_length(line) + 1
        if room < 0:
            return number
    return len(lines)


def _list(
    heading: str, lines: Sequence[str], total: int, listing: Listing
) -> discord.ui.LayoutView:
    lines = lines[: _fitting(lines, _MOST_TEXT)]
    blocks = [f"**{heading}**", "\n".join(lines)]
    shown = min(len(lines), total)
    if listing.first or shown < total:
        blocks.append(f"{SUBTEXT}{texts.page(listing.first, shown, total)}")
    row = discord.ui.ActionRow[discord.ui.LayoutView]()
    if listing.first:
        before = replace(listing, first=max(0, listing.first - A_PAGE))
        row.add_item(ListButton(buttons.BACK, list_id(before)))
    if listing.first + shown < total:
        after = replace(listing, first=listing.first + shown)
        row.add_item(ListButton(buttons.NEXT, list_id(after)))
    return message_of(blocks, [row] if row.children else [])


def _linked(title: str, url: str | None) -> str:
    safe = safe_url(url) if url and len(url) <= _LONGEST_LINK else None
    if url is None or safe is None:
        return inert(cut(title or url or answers.UNTITLED, _TITLE_LENGTH))
    label = inert_label(title or url.partition("://")[2], limit=_TITLE_LENGTH)
    return f"[{label}](<{safe}>)"


def _moment(written: str) -> str:
    """A moment as each reader's own clock tells it."""
    return discord.utils.format_dt(datetime.fromisoformat(written), "R")
