"""The words of anybody's message, wherever Discord keeps them."""

import re
from collections.abc import Iterable

import discord

from bot.rendering.layout import texts_of

# Marks of what is laid out: they are no words of whoever is quoted.
_MARKS = re.compile(
    r"\\(?P<bare>.)|\*\*|^(?:-# |> )|\[(?P<label>[^\[\]]*)\]\(<[^<>]*>\)", re.MULTILINE
)


def words_of(message: discord.Message) -> str:
    """What a message says: what was written, or forwarded, or embedded, or laid out, by anybody."""
    forwarded = [snapshot.content for snapshot in message.message_snapshots]
    embedded = [part for one in message.embeds for part in (one.title, one.description)]
    laid_out = [_MARKS.sub(_unmarked, text) for text in _quoted(texts_of(message))]
    for parts in ([message.content], forwarded, embedded, laid_out):
        if words := "\n".join(filter(None, parts)).strip():
            return words
    return ""


def _quoted(texts: Iterable[str]) -> list[str]:
    """The quoted lines of a layout, such as an answer's excerpts; all where none is quoted."""
    whole = list(texts)
    quoted = [line for text in whole for line in text.split("\n") if line.startswith("> ")]
    return quoted[:1] or whole


def _unmarked(match: re.Match[str]) -> str:
    return match["bare"] or match["label"] or ""
