"""What is new of what a channel follows, and the list of all that a server follows."""

from collections.abc import Sequence
from typing import Any

import discord

from bot.answers import Citation
from bot.commands.follow import EndButton
from bot.escaping import cut, inert, utf16_length
from bot.follows import MOST_A_DAY, MOST_FOUND, Follow
from bot.rendering.citations import SUBTEXT, citation_blocks
from bot.rendering.layout import MOST_TEXT, message_of
from bot.texts import follows as texts

_NAME_LENGTHS = (80, 50, 30, 15)  # UTF-16 units; of the shortest, a whole list always has room
_RESERVE = 300  # UTF-16 units for what stands around the excerpts
_IN_A_ROW = 5


def news_layout(
    follow: Follow, citations: Sequence[Citation], left_out: int
) -> discord.ui.LayoutView:
    """New excerpts, under what is followed.

    Args:
        follow: what is followed.
        citations: the oldest first.
        left_out: how many more there are that today's cap leaves out.
    """
    blocks = [f"{SUBTEXT}{texts.news_of(_named(follow))}"]
    blocks += citation_blocks(citations, 0, MOST_TEXT - _RESERVE - utf16_length(blocks[0]))
    left_out += len(citations) - (len(blocks) - 1)
    if left_out:
        most = MOST_FOUND - MOST_A_DAY  # that can be told; there may be more
        blocks.append(f"{SUBTEXT}{texts.left_out(left_out, is_least=left_out >= most)}")
    return message_of(blocks)


def begun_layout(speaker: str, topic: str) -> discord.ui.LayoutView:
    """That something is followed from now on."""
    named = texts.followed(*(inert(cut(words, _NAME_LENGTHS[0])) for words in (speaker, topic)))
    return message_of([texts.follow_begun(named, MOST_A_DAY)])


def follows_layout(follows: Sequence[Follow]) -> discord.ui.LayoutView:
    """All that a server follows, each with a button that ends it."""
    if not follows:
        return message_of([texts.NOTHING_FOLLOWED])
    lists = (_listed(follows, length) for length in _NAME_LENGTHS)
    lines = next(one for one in lists if utf16_length(one) <= MOST_TEXT - _RESERVE)
    rows = []
    buttons = [EndButton(number, follow.id) for number, follow in enumerate(follows, start=1)]
    for at in range(0, len(buttons), _IN_A_ROW):
        row: discord.ui.ActionRow[Any] = discord.ui.ActionRow(*buttons[at : at + _IN_A_ROW])
        rows.append(row)
    return message_of([texts.FOLLOWED, lines, f"{SUBTEXT}{texts.TO_END}"], rows)


def _listed(follows: Sequence[Follow], length: int) -> str:
    """A line for each, with names of so many UTF-16 units at most."""
    lines = []
    for number, follow in enumerate(follows, start=1):
        problem = f" · {texts.NOT_POSTED}" if follow.problem else ""
        lines.append(f"{number}. <#{follow.channel_id}>: {_named(follow, length)}{problem}")
    return "\n".join(lines)


def _named(follow: Follow, length: int = _NAME_LENGTHS[0]) -> str:
    speaker, topic = (inert(cut(words, length)) for words in (follow.speaker, follow.topic))
    return texts.followed(speaker, topic)
