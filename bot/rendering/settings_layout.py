"""The settings of a server, and of one of its channels, as messages with menus and buttons."""

from collections.abc import Collection, Iterable
from typing import Any

import discord

from bot.commands.settings import SettingItem
from bot.escaping import cut, inert
from bot.kept_questions import CHOICES
from bot.policy import Hears
from bot.rendering.layout import ACCENT
from bot.server_collections import collections_of
from bot.server_settings import MOST_CHOSEN, ChannelSettings, ServerSettings
from bot.setting_ids import Setting, setting_id
from bot.texts import settings as texts
from index.articles import MAIN

_SOURCES_LENGTH = 2_000  # UTF-16 units of all their names
_NAME_LENGTH = 100
_CHANNEL_TYPES = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]

Container = discord.ui.Container[discord.ui.LayoutView]


def server_layout(
    settings: ServerSettings, guild: discord.Guild, notice: str = ""
) -> discord.ui.LayoutView:
    """The settings of a server.

    Args:
        settings: what is settled.
        guild: the server; channels and roles that it no longer has are not shown as chosen.
        notice: why something was not changed.
    """
    channel_ids = {one.id for one in guild.channels}
    role_ids = {one.id for one in guild.roles}
    channels: discord.ui.ChannelSelect[Any] = discord.ui.ChannelSelect(
        custom_id=setting_id(Setting.CHANNELS),
        channel_types=[*_CHANNEL_TYPES, discord.ChannelType.category],
        placeholder=texts.CHOOSE_CHANNELS,
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=_known(settings.allowed_channels, channel_ids),
    )
    roles: discord.ui.RoleSelect[Any] = discord.ui.RoleSelect(
        custom_id=setting_id(Setting.ROLES),
        placeholder=texts.CHOOSE_ROLES,
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=_known(settings.allowed_roles, role_ids),
    )
    channel: discord.ui.ChannelSelect[Any] = discord.ui.ChannelSelect(
        custom_id=setting_id(Setting.CHANNEL),
        channel_types=_CHANNEL_TYPES,
        placeholder=texts.CHOOSE_CHANNEL,
    )
    container = _begun(texts.SERVER_SETTINGS, notice)
    _add(container, texts.ALLOWED_CHANNELS, channels)
    _add(container, texts.ALLOWED_ROLES, roles)
    _add(container, texts.cooldown(settings.cooldown), _button(texts.COOLDOWN, Setting.COOLDOWN))
    _add(container, texts.KEEPING, _select(Setting.KEEPING, 0, _keeping(settings.kept_days)))
    there = settings.among(channel_ids, role_ids)
    apart = texts.set_apart([one.channel_id for one in there.channels])
    _add(container, f"{texts.ONE_CHANNEL} {apart}".rstrip(), channel)
    if gone := _gone(settings, there):
        _add(container, gone, _button(texts.FORGET, Setting.FORGET))
    return _view(container)


def channel_layout(
    channel: ChannelSettings, guild_id: int, notice: str = "", *, hears_all: bool
) -> discord.ui.LayoutView:
    """The settings of a channel.

    Args:
        channel: what is settled.
        guild_id: the server's.
        notice: why something was not changed.
        hears_all: whether the bot is shown messages that do not mention it.
    """
    own, container = channel.channel_id, _begun(texts.settings_of(channel.channel_id), notice)
    mode = texts.MODE if hears_all else f"{texts.MODE}\n-# {texts.NO_QUESTIONS}"
    _add(container, mode, _select(Setting.MODE, own, _modes(channel, hears_all=hears_all)))
    places = _places(channel, hears_all=hears_all)
    _add(container, texts.WHERE, _select(Setting.WHERE, own, places))
    collections = _collections(channel, guild_id)
    _add(
        container,
        texts.COLLECTIONS,
        _select(Setting.COLLECTIONS, own, collections, len(collections)),
    )
    names = (inert(cut(name, _NAME_LENGTH)) for name in channel.sources)
    _add(
        container,
        cut(texts.sources_here(names), _SOURCES_LENGTH),
        _button(texts.SOURCES_HERE, Setting.SOURCES, own),
        _button(texts.RESET, Setting.RESET, own),
        _button(texts.TO_SERVER, Setting.SERVER),
    )
    return _view(container)


def _gone(settings: ServerSettings, there: ServerSettings) -> str:
    """What was chosen and is no longer there; empty where all is."""
    channels = settings.allowed_channels - there.allowed_channels
    roles = settings.allowed_roles - there.allowed_roles
    if not (channels or roles):
        return ""
    is_deaf = (channels and not there.allowed_channels) or (roles and not there.allowed_roles)
    return texts.gone(len(channels), len(roles), answers=not is_deaf)


def _begun(heading: str, notice: str) -> Container:
    container = Container(accent_colour=ACCENT)
    container.add_item(discord.ui.TextDisplay(heading))
    if notice:
        container.add_item(discord.ui.TextDisplay(f"⚠️ {notice}"))
    return container


def _add(container: Container, words: str, *items: discord.ui.Item[Any]) -> None:
    container.add_item(discord.ui.Separator())
    container.add_item(discord.ui.TextDisplay(words))
    row = discord.ui.ActionRow[Any]()
    for item in items:
        row.add_item(SettingItem(item))
    container.add_item(row)


def _view(container: Container) -> discord.ui.LayoutView:
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def _known(chosen: Iterable[int], known: Collection[int]) -> list[discord.Object]:
    """Those chosen that are still there, as many as a menu holds."""
    return [discord.Object(one) for one in sorted(chosen) if one in known][:MOST_CHOSEN]


def _select(
    setting: Setting, channel_id: int, options: list[discord.SelectOption], most: int = 1
) -> discord.ui.Select[Any]:
    return discord.ui.Select(
        custom_id=setting_id(setting, channel_id), options=options, max_values=most
    )


def _button(label: str, setting: Setting, channel_id: int = 0) -> discord.ui.Button[Any]:
    return discord.ui.Button(label=label, custom_id=setting_id(setting, channel_id))


def _keeping(kept_days: int) -> list[discord.SelectOption]:
    return [_option(texts.kept_for(days), str(days), default=days == kept_days) for days in CHOICES]


def _modes(channel: ChannelSettings, *, hears_all: bool) -> list[discord.SelectOption]:
    modes = []
    for hears in (Hears.MENTIONS, Hears.QUESTIONS, Hears.NOTHING):
        is_heard = hears_all or hears is not Hears.QUESTIONS
        words = texts.HEARD[hears.value] if is_heard else texts.UNHEARD
        modes.append(_option(words, hears.value, default=channel.hears is hears))
    return modes


def _places(channel: ChannelSettings, *, hears_all: bool) -> list[discord.SelectOption]:
    in_thread = texts.IN_THREAD if hears_all else texts.IN_DEAF_THREAD
    return [
        _option(texts.IN_PLACE, "place", default=not channel.in_thread),
        _option(in_thread, "thread", default=channel.in_thread),
    ]


def _collections(channel: ChannelSettings, guild_id: int) -> list[discord.SelectOption]:
    return [
        _option(
            texts.COMMON_ARTICLES if name == MAIN else texts.OWN_ARTICLES,
            name,
            default=not channel.collections or name in channel.collections,
        )
        for name in collections_of(guild_id)
    ]


def _option(words: tuple[str, str], value: str, *, default: bool) -> discord.SelectOption:
    label, description = words
    return discord.SelectOption(label=label, value=value, description=description, default=default)
