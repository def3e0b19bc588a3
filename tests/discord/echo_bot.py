"""The smallest bot that does all that the loopback Discord is tested with.

It answers in Components V2, as Byline does. Some words make it misbehave.
"""

import asyncio
import logging
import os
import signal

import discord
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

log = logging.getLogger("echo_bot")

QUIET: dict[str, list[str]] = {"parse": []}


class EchoView(discord.ui.LayoutView):
    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        button = discord.ui.Button[EchoView](
            label="Source", url="https://news.example/story", style=discord.ButtonStyle.link
        )
        self.add_item(
            discord.ui.Container(
                discord.ui.TextDisplay(text),
                discord.ui.ActionRow(button, AgainButton()),
            )
        )


class AgainButton(discord.ui.Button["EchoView"]):
    def __init__(self) -> None:
        super().__init__(label="Again", custom_id="again")

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=EchoView("again"))


class EchoBot(discord.Client):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            guild_ready_timeout=0.1,
        )
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(echo)
        self.tree.add_command(app_commands.ContextMenu(name="Echo this", callback=echo_this))

    async def setup_hook(self) -> None:
        self.add_view(EchoView("again"))
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        if message.author.bot or self.user is None:
            return
        words = message.content.replace(self.user.mention, "").strip()
        if message.guild is not None and self.user not in message.mentions:
            log.info("unasked: %r", message.content)
        elif words == "twice":
            await self.send_twice(message.channel.id)
        elif words == "misbehave":
            await self.misbehave(message.channel.id)
        else:
            await message.reply(view=EchoView(f"echo: {words}"))

    async def send_twice(self, channel_id: int) -> None:
        """Send one message twice, as a retry does."""
        body = {"content": "once", "nonce": "7", "enforce_nonce": True, "allowed_mentions": QUIET}
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel_id)
        first = await self.http.request(route, json=body)
        second = await self.http.request(route, json=body)
        await self.http.request(route, json=body | {"content": "same", "nonce": "8"})
        assert first["id"] == second["id"], (first, second)

    async def misbehave(self, channel_id: int) -> None:
        """Send what Discord refuses, what it takes and Byline does not, and what nobody knows."""
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=channel_id)
        for body in ({"content": "x" * 2001}, {"content": "hello", "colour": "red"}):
            try:
                await self.http.request(route, json=body)
            except discord.HTTPException as refused:
                log.info("refused: %s %s", refused.status, refused.code)
        try:
            await self.http.request(Route("GET", "/nowhere"))
        except discord.HTTPException as unknown:
            log.info("unknown: %s", unknown.status)


@app_commands.command(name="echo", description="Say it again.")
async def echo(interaction: discord.Interaction, text: str, slowly: bool = False) -> None:
    if slowly:
        await interaction.response.defer(ephemeral=True)
        await interaction.edit_original_response(view=EchoView(f"echo: {text}"))
        await interaction.followup.send("and more", ephemeral=True)
    elif text == "never":
        log.info("not answering")
    else:
        await interaction.response.send_message(view=EchoView(f"echo: {text}"))


async def echo_this(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"echo: {message.content}", ephemeral=True)


async def run() -> None:
    Route.BASE = os.environ["DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    async with EchoBot() as bot:
        start = asyncio.create_task(bot.start(os.environ["DISCORD_TOKEN"]))
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, start.cancel)
        try:
            await start
        except asyncio.CancelledError:
            log.info("ending")


if __name__ == "__main__":
    discord.utils.setup_logging(level=logging.INFO, root=True)
    asyncio.run(run())
