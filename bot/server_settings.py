"""What those who manage a server have settled: where, whom, how, and of what Byline answers."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.limits import Limits, Pace
from bot.policy import Hears, Place, Ruling
from bot.texts import refusals as texts

LONGEST_COOLDOWN = 3_600  # seconds
MOST_CHOSEN = 25  # channels or roles, as many as a select menu holds
MOST_SOURCES = 25


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """How one channel is answered."""

    channel_id: int
    hears: Hears = Hears.MENTIONS
    in_thread: bool = False
    collections: tuple[str, ...] = ()  # those asked; empty for all that the server may ask
    sources: tuple[str, ...] = ()  # outlets by name; empty for all


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How one server is answered; by default everybody everywhere, by mention and command."""

    guild_id: int
    allowed_channels: frozenset[int] = frozenset()  # or categories; empty for all
    allowed_roles: frozenset[int] = frozenset()  # any of them will do; empty for all
    cooldown: int | None = None  # seconds between two questions of a person; None for the usual
    channels: tuple[ChannelSettings, ...] = ()  # those settled apart
    kept_days: int = 0  # for which questions are kept, without who asked; 0 for not at all

    def settled(self, channel_id: int | None) -> ChannelSettings | None:
        """What was settled for a channel; None where nothing was."""
        return next((one for one in self.channels if one.channel_id == channel_id), None)

    def channel(self, channel_id: int) -> ChannelSettings:
        """How a channel is answered."""
        return self.settled(channel_id) or ChannelSettings(channel_id)

    def having(self, channel: ChannelSettings) -> "ServerSettings":
        """These settings with those of a channel."""
        return replace(self.without(channel.channel_id), channels=(*self._but(channel), channel))

    def without(self, channel_id: int) -> "ServerSettings":
        """These settings with nothing settled for a channel."""
        return replace(self, channels=self._but(ChannelSettings(channel_id)))

    def among(self, channel_ids: Collection[int], role_ids: Collection[int]) -> "ServerSettings":
        """These settings with those channels and roles alone that are still there."""
        return replace(
            self,
            allowed_channels=self.allowed_channels.intersection(channel_ids),
            allowed_roles=self.allowed_roles.intersection(role_ids),
            channels=tuple(one for one in self.channels if one.channel_id in channel_ids),
        )

    def _but(self, channel: ChannelSettings) -> tuple[ChannelSettings, ...]:
        return tuple(one for one in self.channels if one.channel_id != channel.channel_id)


def ruled(base: Ruling, settings: ServerSettings, place: Place) -> Ruling:
    """A ruling as a server has settled it: it may narrow what may be asked, and never widen it.

    Args:
        base: what holds without settings.
        settings: those of the server that the place is in.
        place: where somebody asks; a thread is answered as its channel.
    """
    channel_id = place.parent_id or place.channel_id
    allowed = settings.allowed_channels
    if allowed and not allowed & {place.channel_id, place.parent_id, place.category_id}:
        return replace(base, refusal=texts.not_in_this_channel(sorted(allowed)))
    if settings.allowed_roles and not settings.allowed_roles & place.role_ids:
        return replace(base, refusal=texts.NOT_YOUR_ROLE)
    base = replace(
        base,
        limits=_limits(base.limits, settings.cooldown),
        keeps_questions=settings.kept_days > 0,
    )
    channel = settings.settled(channel_id)
    if channel is None:
        return base
    chosen = tuple(name for name in base.collections if name in channel.collections)
    return replace(
        base,
        hears=channel.hears,
        in_thread=channel.in_thread,
        collections=chosen or base.collections,
        sources=channel.sources,
    )


def _limits(usual: Limits, cooldown: int | None) -> Limits:
    if cooldown is None:
        return usual
    return replace(usual, person=Pace(1, float(cooldown)) if cooldown else None)
