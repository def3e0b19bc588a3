"""The settings of one channel, changed by those who may manage its server."""

from dataclasses import replace

from bot import texts
from bot.escaping import inert
from bot.policy import Hears
from bot.rendering.settings_modals import sources_modal
from bot.responding import Responding
from bot.server_collections import collections_of
from bot.server_settings import MOST_SOURCES
from bot.setting_ids import Setting
from bot.settings_panels import Panel, Panels
from index import ArticleIndexError
from index.errors import BadInputError


class SettlingChannels:
    """Changes what holds in one channel alone.

    Args:
        responding: how interactions are responded to.
        panels: show the settings and change them.
    """

    def __init__(self, responding: Responding, panels: Panels) -> None:
        self._responding = responding
        self._panels = panels

    async def settle(self, panel: Panel) -> None:
        """Change a setting of the panel's channel, or open the modal in which it is written."""
        channel_id = panel.what.channel_id
        if panel.guild.get_channel(channel_id) is None:
            await self._panels.show_server(panel, texts.settings.NO_SUCH_CHANNEL)
            return
        match panel.what.setting:
            case Setting.MODE:
                await self._set_mode(panel)
            case Setting.WHERE:
                await self._set_where(panel)
            case Setting.COLLECTIONS:
                await self._set_collections(panel)
            case Setting.SOURCES if panel.is_written:
                await self._set_sources(panel)
            case Setting.SOURCES:
                now = (await self._panels.settings(panel)).channel(channel_id)
                await panel.interaction.response.send_modal(sources_modal(channel_id, now.sources))
            case _:
                await self._panels.keep(panel, lambda now: now.without(channel_id))
                await self._panels.show_channel(panel, channel_id)

    async def _refuse(self, panel: Panel, notice: str) -> None:
        await self._panels.show_channel(panel, panel.what.channel_id, notice)

    async def _set_mode(self, panel: Panel) -> None:
        hears = next((one for one in Hears if (one.value,) == panel.values), Hears.MENTIONS)
        if hears is Hears.QUESTIONS and not self._panels.hears_all:
            await self._refuse(panel, texts.settings.NO_QUESTIONS)
        else:
            await self._panels.change_channel(panel, lambda now: replace(now, hears=hears))

    async def _set_where(self, panel: Panel) -> None:
        in_thread = panel.values == ("thread",)
        notice = texts.settings.NO_THREADS if in_thread and not _may_begin_threads(panel) else ""
        await self._panels.change_channel(
            panel, lambda now: replace(now, in_thread=in_thread), notice
        )

    async def _set_collections(self, panel: Panel) -> None:
        main, own = may_ask = collections_of(panel.guild.id)
        has_own = await self._responding.answering.ask_desk(lambda desk: desk.has(own))
        if not panel.values or not set(panel.values) <= set(may_ask):
            await self._refuse(panel, texts.settings.NO_SUCH_COLLECTION)
        elif main not in panel.values and not has_own:
            await self._refuse(panel, texts.settings.NO_OWN_ARTICLES)
        else:
            asked = () if set(panel.values) == set(may_ask) else panel.values
            await self._panels.change_channel(panel, lambda now: replace(now, collections=asked))

    async def _set_sources(self, panel: Panel) -> None:
        names = [line.strip() for line in panel.written.splitlines() if line.strip()]
        if len(names) > MOST_SOURCES:
            await self._refuse(panel, texts.settings.many_to_choose(MOST_SOURCES))
            return
        channel = (await self._panels.settings(panel)).channel(panel.what.channel_id)
        collections = channel.collections or collections_of(panel.guild.id)
        try:
            sources = await self._responding.answering.ask_desk(
                lambda desk: desk.sources_named(names, collections)
            )
        except BadInputError as error:
            await self._refuse(panel, inert(str(error)))
        except ArticleIndexError:
            await self._refuse(panel, texts.refusals.UNAVAILABLE)
        else:
            await self._panels.change_channel(panel, lambda now: replace(now, sources=sources))


def _may_begin_threads(panel: Panel) -> bool:
    channel = panel.guild.get_channel(panel.what.channel_id)
    return bool(channel and channel.permissions_for(panel.guild.me).create_public_threads)
