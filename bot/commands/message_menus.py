"""What the menu of a message offers to whoever opens it: who said it, and where to read of it."""

import discord
from discord import app_commands

from bot import texts
from bot.commands.responder import Responder
from bot.inquiries import Inquiry, Way
from bot.message_words import words_of
from bot.questions import longest_quotation


def who_said_this(client: Responder) -> app_commands.ContextMenu:
    """The entry "Who said this?", answered by `client`."""

    async def menu(interaction: discord.Interaction, message: discord.Message) -> None:
        words = words_of(message)
        quoted = None if message.content else longest_quotation(words)
        await _look_for(client, interaction, Way.QUOTATION, quoted or words)

    return app_commands.ContextMenu(name=texts.commands.WHO_SAID_THIS, callback=menu)


def find_sources(client: Responder) -> app_commands.ContextMenu:
    """The entry "Find sources", answered by `client`."""

    async def menu(interaction: discord.Interaction, message: discord.Message) -> None:
        words = words_of(message)
        await _look_for(client, interaction, Way.QUESTION, longest_quotation(words) or words)

    return app_commands.ContextMenu(name=texts.commands.FIND_SOURCES, callback=menu)


async def _look_for(
    client: Responder, interaction: discord.Interaction, way: Way, words: str
) -> None:
    if not words.strip():
        await client.tell(interaction, texts.questions.NO_WORDS)
        return
    await client.respond(interaction, Inquiry(way, words), hidden=True)
