"""The words of anybody's message, wherever Discord keeps them."""

import re

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
    laid_out = [_MARKS.sub(_unmarked, text) for text in texts_of(message)]
    for parts in ([message.content], forwarded, embedded, laid_out):
        if words := "\n".join(filter(None, parts)).strip():
            return words
    return ""


def _unmarked(match: re.Match[str]) -> str:
    return match["bare"] or match["label"] or ""
