"""Events that no client expects: they are noted and left, where the library itself would end."""

import logging
from collections.abc import Callable
from typing import Any

import discord

# A session that begins wrong is no session; the connection begins anew after these.
_OF_THE_SESSION = ("READY", "RESUMED")

_log = logging.getLogger(__name__)


def shield_events(client: discord.Client) -> None:
    """Let a client survive events that are not as Discord describes them.

    The library hands each event to a parser; what a parser raises would leave `Client.start`.
    """
    parsers = client._connection.parsers
    for event, parser in list(parsers.items()):
        if event not in _OF_THE_SESSION:
            parsers[event] = _shielded(event, parser)


def _shielded(event: str, parser: Callable[[Any], None]) -> Callable[[Any], None]:
    def parse(data: Any) -> None:  # noqa: ANN401  # whatever came
        try:
            parser(data)
        except Exception as error:  # whatever it is, the next event may be well
            _log.warning("event not understood: %s %s", event, type(error).__name__)

    return parse
