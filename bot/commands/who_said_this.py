"""The message menu "Who said this?": whoever said what a message holds, for the asker's eyes."""

import discord
from discord import app_commands

from bot import texts
from bot.commands.responder import Responder
from bot.rendering.layout import plain_layout


def menu(client: Responder) -> app_commands.ContextMenu:
    """The menu's entry, answered by `client`."""

    async def who_said_this(interaction: discord.Interaction, message: discord.Message) -> None:
        if not message.content.strip():
            await interaction.response.send_message(
                view=plain_layout(texts.NO_WORDS), ephemeral=True
            )
            return
        await client.respond(
            interaction,
            lambda desk, guild: desk.who_said(message.content, guild_id=guild),
            hidden=True,
        )

    return app_commands.ContextMenu(name="Who said this?", callback=who_said_this)
