"""Two pages for whoever watches the bot: `/healthz` and `/metrics`, on a port of this machine.

`/healthz` is 200 where the bot hears Discord and has an index to answer from, and 503 otherwise;
its body says which. A bot that waits for Discord to come back is not helped by a restart.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiohttp import web
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest

from bot.asking import Newsdesk, Standing
from bot.gateway import GatewayState
from bot.metrics import Feeds, Metrics
from index import ArticleIndexError
from index.collections import Collections
from index.errors import SettingsError
from index.holdings import followed

_log = logging.getLogger(__name__)


class Health:
    """Looks after both pages.

    Args:
        desk: whose index answers.
        data: the data folder, whose feeds are looked at.
        gateway: how it stands with Discord.
        registry: the metrics that are shown.
        metrics: takes down what is looked up for a page.
    """

    def __init__(
        self,
        desk: Newsdesk,
        data: Path,
        gateway: Callable[[], GatewayState],
        registry: CollectorRegistry,
        metrics: Metrics,
    ) -> None:
        self._desk = desk
        self._data = data
        self._gateway = gateway
        self._registry = registry
        self._metrics = metrics

    def application(self) -> web.Application:
        """The pages as a web application."""
        application = web.Application(client_max_size=1024)
        application.router.add_get("/healthz", self._healthz)
        application.router.add_get("/metrics", self._show_metrics)
        return application

    async def _healthz(self, _: web.Request) -> web.Response:
        gateway, standing = self._gateway(), await self._standing()
        connected = gateway.ready and gateway.alive
        well = connected and standing is not None
        feeds = await asyncio.to_thread(feeds_of, self._data)
        report = {
            "status": "ok" if well else "unwell",
            "gateway": "connected" if connected else "not connected",
            "heartbeat_acknowledged_seconds": _rounded(gateway.acknowledged),
            "index": standing.generation if standing else None,
            "index_age_seconds": _rounded(standing.age) if standing else None,
            "articles": standing.extent.articles if standing else 0,
            "feeds": feeds.followed,
            "feeds_failing": feeds.failing,
        }
        return web.json_response(report, status=200 if well else 503)

    async def _show_metrics(self, _: web.Request) -> web.Response:
        self._metrics.note_gateway(self._gateway())
        self._metrics.note_index(await self._standing())
        self._metrics.note_feeds(await asyncio.to_thread(feeds_of, self._data))
        return web.Response(
            body=generate_latest(self._registry), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    async def _standing(self) -> Standing | None:
        try:
            return await asyncio.to_thread(self._desk.standing)
        except ArticleIndexError:
            return None


def feeds_of(data: Path) -> Feeds:
    """How the feeds of all collections are; one that is being changed is left out."""
    found = []
    with suppress(ArticleIndexError):
        for one in Collections.to_read(data).all():
            with suppress(ArticleIndexError):
                found += followed(data, one.name)
    return Feeds(len(found), sum(one.problem is not None for one in found))


@asynccontextmanager
async def health_pages(health: Health, host: str, port: int) -> AsyncIterator[int]:
    """Show the pages while the block runs; gives the port, which the system chooses for 0.

    Raises:
        SettingsError: the address cannot be listened on.
    """
    runner = web.AppRunner(
        health.application(), access_log=None, handle_signals=False, shutdown_timeout=0.5
    )
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingsError(
                f"BYLINE_HEALTH_PORT: port {port} of {host} cannot be listened on "
                f"({error.strerror}); choose another."
            ) from error
        _log.info("health pages: port=%d", runner.addresses[0][1])
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)
