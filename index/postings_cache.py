"""The impacts of terms, kept for the questions to come."""

import threading
from collections import OrderedDict
from collections.abc import Sequence

from index.impacts import Impacts

# Bytes. What 500 questions need of a million passages; small collections never fill it.
CAPACITY = 400_000_000

_OVERHEAD = 600  # bytes of an entry beside its arrays: objects, key, its place in the order


class PostingsCache:
    """Keeps what was used last, up to a number of bytes. Threads and indexes may share it."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity = capacity
        self.nbytes = 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Shelf, str], Impacts] = OrderedDict()

    def shelf(self) -> "Shelf":
        """A place for the terms of one index, apart from those of any other."""
        return Shelf(self)


class Shelf:
    """The part of a cache that belongs to one index."""

    def __init__(self, cache: PostingsCache) -> None:
        self._cache = cache
        self._closed = False

    def get(self, terms: Sequence[str]) -> list[Impacts | None]:
        """What is kept of these terms, in their order."""
        kept = self._cache._kept
        found: list[Impacts | None] = []
        with self._cache._lock:
            for term in terms:
                key = (self, term)
                impacts = kept.get(key)
                if impacts is not None:
                    kept.move_to_end(key)
                found.append(impacts)
        return found

    def put(self, term: str, impacts: Impacts) -> None:
        """Keep the impacts of a term, in place of what was not used for longest."""
        cache = self._cache
        with cache._lock:
            if self._closed or (self, term) in cache._kept:
                return
            cache._kept[self, term] = impacts
            cache.nbytes += impacts.nbytes + _OVERHEAD
            while cache.nbytes > cache.capacity:
                _, dropped = cache._kept.popitem(last=False)
                cache.nbytes -= dropped.nbytes + _OVERHEAD

    def close(self) -> None:
        """Let go of everything here; nothing is kept here any more."""
        cache = self._cache
        with cache._lock:
            self._closed = True
            for key in [key for key in cache._kept if key[0] is self]:
                cache.nbytes -= cache._kept.pop(key).nbytes + _OVERHEAD
