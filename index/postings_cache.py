"""The impacts of terms, kept for the questions to come."""

import threading
from collections import OrderedDict
from collections.abc import Sequence

from index.impacts import Impacts

# Bytes. What 500 questions need of a million passages; small collections never fill it.
CAPACITY = 400_000_000

_OVERHEAD = 600  # bytes of an entry beside its arrays: objects, key, its place in the order


class _Entry:
    """What is kept of a term."""

    __slots__ = ("impacts", "used")

    def __init__(self, impacts: Impacts) -> None:
        self.impacts = impacts
        self.used = False  # since it was last looked at for whether it shall go


class PostingsCache:
    """Keeps what was used lately, up to a number of bytes. Threads and indexes may share it.

    Second chance (Corbató, A Paging Experiment with the Multics System, 1968): what was used since
    it came, or since it was last spared, is spared once. So to use something is to set a flag, in
    no order and without a lock.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity = capacity
        self.nbytes = 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Shelf, str], _Entry] = OrderedDict()

    def shelf(self) -> "Shelf":
        """A place for the terms of one index, apart from those of any other."""
        return Shelf(self)

    def _make_room(self) -> None:
        while self.nbytes > self.capacity:
            (shelf, term), entry = self._kept.popitem(last=False)
            if entry.used:
                entry.used = False
                self._kept[shelf, term] = entry
            else:
                del shelf._entries[term]
                self.nbytes -= entry.impacts.nbytes + _OVERHEAD


class Shelf:
    """The part of a cache that belongs to one index."""

    def __init__(self, cache: PostingsCache) -> None:
        self._cache = cache
        self._entries: dict[str, _Entry] = {}
        self._closed = False

    def get(self, terms: Sequence[str]) -> list[Impacts | None]:
        """What is kept of these terms, in their order."""
        found: list[Impacts | None] = []
        for entry in map(self._entries.get, terms):
            if entry is None:
                found.append(None)
            else:
                entry.used = True
                found.append(entry.impacts)
        return found

    def put(self, term: str, impacts: Impacts) -> None:
        """Keep the impacts of a term, in place of what was not used lately."""
        cache = self._cache
        with cache._lock:
            if self._closed or term in self._entries:
                return
            cache._kept[self, term] = self._entries[term] = _Entry(impacts)
            cache.nbytes += impacts.nbytes + _OVERHEAD
            cache._make_room()

    def close(self) -> None:
        """Let go of everything here; nothing is kept here any more."""
        cache = self._cache
        with cache._lock:
            self._closed = True
            for term, entry in self._entries.items():
                del cache._kept[self, term]
                cache.nbytes -= entry.impacts.nbytes + _OVERHEAD
            self._entries = {}
