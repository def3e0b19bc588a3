"""The bot's process: it connects, stays until told to stop, and closes cleanly."""

import asyncio
import contextlib
import logging
import signal
import sys
from pathlib import Path

import aiohttp
import click
import discord
import yarl

from bot.asking import Newsdesk
from bot.client import BylineClient
from bot.logs import set_up_logging
from bot.settings import BotSettings
from bot.store import BotStore
from index.errors import ArticleIndexError, SettingsError

_log = logging.getLogger(__name__)


class ConnectionFailedError(ArticleIndexError):
    """Discord could not be reached."""


def run_on_discord(settings: BotSettings, desk: Newsdesk, store_path: Path) -> None:
    """Run the bot until it is told to stop.

    Raises:
        SettingsError: Discord refuses the token or the intents.
        ConnectionFailedError: Discord cannot be reached.
        ArticleIndexError: what the bot remembers cannot be read or written.
    """
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set.")
    token = settings.discord_token.get_secret_value()
    set_up_logging(settings.byline_log_level, [token], sys.stderr)
    # Byline never speaks aloud, so its log need not warn that it cannot.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    _point_elsewhere(settings)
    client = BylineClient(
        desk,
        BotStore(store_path),
        lambda link: click.echo(f"Add Byline to a server: {link}"),
        settings.guild_ids,
    )
    asyncio.run(_serve(client, token))


async def _serve(client: BylineClient, token: str) -> None:
    loop = asyncio.get_running_loop()
    serving = asyncio.ensure_future(_connect(client, token))
    for stop in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(stop, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving
    _log.info("stopped")


async def _connect(client: BylineClient, token: str) -> None:
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure:
        raise SettingsError(
            "DISCORD_TOKEN: Discord does not accept this token; copy it again from the Bot page of "
            "your application."
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise SettingsError(
            "Discord refuses an intent that the bot asked for; switch it on in the Bot page of "
            "your application."
        ) from None
    except discord.ConnectionClosed as closed:
        # Only the codes after which connecting again is useless come this far.
        raise SettingsError(
            f"Discord ended the connection and will not take it up again (close code "
            f"{closed.code}); check DISCORD_TOKEN and the Bot page of your application."
        ) from None
    except discord.HTTPException as refused:
        raise ConnectionFailedError(
            f"Discord refused to let Byline start (status {refused.status}, code {refused.code}); "
            "try again in a few minutes."
        ) from refused
    except (aiohttp.ClientError, discord.RateLimited, OSError) as error:
        raise ConnectionFailedError(
            f"Discord cannot be reached ({type(error).__name__}); check the network, then start "
            "Byline again."
        ) from error


def _point_elsewhere(settings: BotSettings) -> None:
    """Send the library to another server than Discord's own: a proxy, or a test server."""
    if settings.discord_api_url:
        discord.http.Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        gateway = yarl.URL(settings.discord_gateway_url)
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
