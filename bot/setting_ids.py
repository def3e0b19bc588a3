"""What the custom id of a setting holds: which setting, and of which channel.

    bys1:mode:1234567890

As with answers, nothing else is remembered, so that settings can be changed after a restart.
"""

import re
from dataclasses import dataclass
from enum import Enum

_FORM = re.compile(r"bys1:(?P<setting>[a-z]+):(?P<channel_id>\d{1,20})")


class Setting(Enum):
    """What is settled, or where a button leads."""

    CHANNELS = "channels"
    ROLES = "roles"
    COOLDOWN = "cooldown"
    KEEPING = "keeping"  # of questions
    FORGET = "forget"  # channels and roles that are gone
    CHANNEL = "channel"  # opens the settings of the one that is chosen
    MODE = "mode"
    WHERE = "where"
    COLLECTIONS = "collections"
    SOURCES = "sources"
    RESET = "reset"
    SERVER = "server"  # leads back

    @property
    def is_of_a_channel(self) -> bool:
        """Whether it is settled for one channel."""
        return self in (
            Setting.MODE, Setting.WHERE, Setting.COLLECTIONS, Setting.SOURCES, Setting.RESET
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """A setting that is to be changed."""

    setting: Setting
    channel_id: int = 0  # 0 where it is the whole server's


def setting_id(setting: Setting, channel_id: int = 0) -> str:
    """The custom id of a setting."""
    return f"bys1:{setting.value}:{channel_id}"


def chosen(custom_id: str) -> Chosen | None:
    """What a custom id means; None where it is of another version, or forged."""
    form = _FORM.fullmatch(custom_id)
    if form is None or form["setting"] not in {one.value for one in Setting}:
        return None
    return Chosen(Setting(form["setting"]), int(form["channel_id"]))
