"""The bot's process: it puts the parts together, stays until told to stop, and closes cleanly."""

import asyncio
import contextlib
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import click
import discord
import yarl

from bot.asking import Newsdesk
from bot.client import BylineClient, ShardedBylineClient
from bot.connection import Connection
from bot.gateway import end_zombies, gateway_state
from bot.gathering import Gathering
from bot.logs import set_up_logging
from bot.observing import Nobody, Observer
from bot.pacing import IdentifyPace
from bot.policy import OpenHouse
from bot.settings import BotSettings
from bot.store import BotStore
from index.collections import Collections
from index.errors import SettingsError
from index.gathering.jobs import Quota, Terms

_TURN = 0.001  # seconds

_log = logging.getLogger(__name__)


def run_on_discord(
    settings: BotSettings, desk: Newsdesk, data_dir: Path, environment: Mapping[str, str]
) -> None:
    """Run the bot until it is told to stop.

    Args:
        settings: all of them.
        desk: who answers.
        data_dir: the data folder.
        environment: that of this process.

    Raises:
        SettingsError: Discord refuses the token or the intents.
        ConnectionFailedError: Discord refuses to let the bot start.
        ArticleIndexError: what the bot remembers cannot be read or written.
    """
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set.")
    token = settings.discord_token.get_secret_value()
    set_up_logging(settings.byline_log_level, [token], sys.stderr)
    # Byline never speaks aloud, so its log need not warn that it cannot.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    _point_elsewhere(settings)
    terms = Terms(
        data=str(data_dir),
        allowed_hosts=settings.byline_allowed_hosts,
        schedule=settings.feeds_schedule,
        delay=settings.byline_fetch_delay,
        quota=Quota(feeds=settings.byline_server_feeds, articles=settings.byline_server_articles),
    )
    # What has been loaded stays: to look through it for garbage would keep the loop waiting for as
    # long as everything else together, again and again.
    gc.freeze()
    # While threads look answers up, the loop has its turn after a thousandth of a second, not five.
    sys.setswitchinterval(_TURN)
    asyncio.run(_serve(settings, desk, terms, _without(environment, token), token))


async def _serve(
    settings: BotSettings, desk: Newsdesk, terms: Terms, environment: dict[str, str], token: str
) -> None:
    loop = asyncio.get_running_loop()
    gathering = Gathering(terms, environment)
    store = BotStore(Collections.to_write(Path(terms.data)).bot)
    gathered = asyncio.ensure_future(gathering.keep())
    serving = asyncio.ensure_future(_stay(settings, desk, store, gathering, token))
    for stop in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(stop, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        try:
            await serving
        finally:
            gathered.cancel()
            await asyncio.wait([gathered])
    _log.info("stopped")


def _without(environment: Mapping[str, str], token: str) -> dict[str, str]:
    """An environment in which the token does not stand."""
    return {
        name: value
        for name, value in environment.items()
        if token not in value and name.upper() != "DISCORD_TOKEN"
    }


async def _stay(
    settings: BotSettings, desk: Newsdesk, store: BotStore, gathering: Gathering, token: str
) -> None:
    announced: set[str] = set()
    identifies = IdentifyPace()
    make: type[BylineClient] = BylineClient
    options: dict[str, Any] = {}
    if (shards := settings.shards) is not None:
        make = ShardedBylineClient
        options = {"shard_count": shards.count, "shard_ids": shards.ids}

    def announce(link: str) -> None:
        if link not in announced:  # however often it has to connect
            announced.add(link)
            click.echo(f"Add Byline to a server: {link}")

    def make_client(message_content: bool) -> BylineClient:  # noqa: FBT001  # its one argument
        return make(
            desk,
            store,
            announce,
            OpenHouse(settings.guild_ids),
            message_content=message_content,
            observer=observer,
            identifies=identifies,
            gathering=gathering,
            most_follows=settings.byline_server_follows,
            **options,
        )

    connection = Connection(make_client, token, message_content=settings.byline_message_content)
    async with _watched(settings, desk, store.path.parent, connection) as observer:
        watching = asyncio.ensure_future(end_zombies(lambda: connection.client))
        try:
            await connection.keep()
        finally:
            watching.cancel()


@asynccontextmanager
async def _watched(
    settings: BotSettings, desk: Newsdesk, data: Path, connection: Connection
) -> AsyncIterator[Observer]:
    """Show how the bot is doing, where a port is set for that."""
    if settings.byline_health_port is None:
        yield Nobody()
        return
    # Nobody waits for these who does not look at them.
    from prometheus_client import CollectorRegistry  # noqa: PLC0415

    from bot.health import Health, health_pages  # noqa: PLC0415
    from bot.metrics import Metrics  # noqa: PLC0415

    registry = CollectorRegistry()
    metrics = Metrics(registry)
    health = Health(desk, data, lambda: gateway_state(connection.client), registry, metrics)
    async with health_pages(health, settings.byline_health_host, settings.byline_health_port):
        yield metrics


def _point_elsewhere(settings: BotSettings) -> None:
    """Send the library to another server than Discord's own: a proxy, or a test server."""
    if settings.discord_api_url:
        discord.http.Route.BASE = settings.discord_api_url.rstrip("/")
    if settings.discord_gateway_url:
        gateway = yarl.URL(settings.discord_gateway_url)
        discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = gateway
