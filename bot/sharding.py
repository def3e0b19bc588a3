"""Several connections to Discord for one bot, which divide its servers among them.

Discord asks for it from 2,500 servers on. What the bot remembers it remembers by server, and a
server is with one shard only; so nothing is in the memory of one process that another would need.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shards:
    """Which connections a process has."""

    count: int | None  # of all processes together; None for as many as Discord advises
    ids: list[int] | None = None  # those of this process; None for all
