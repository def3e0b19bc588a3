"""The published index, always the newest, shared by all who ask.

Before each question the pointers of the asked collections are read; where one has changed, the new
generations are opened. Whoever is answering goes on with the index they began with, and it is
closed when the last of them has finished.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index import ArticleIndexError, IndexNotFoundError, SearchIndex
from index.articles import MAIN, SAMPLE
from index.collections import Collections

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Opened:
    """An open index, and how many are reading it."""

    index: SearchIndex
    stamp: tuple[str, ...]  # what the pointers said when it was opened
    refused: tuple[str, ...] = ()  # what they said when a newer one could not be opened
    readers: int = 0
    retired: bool = False


class LiveIndex:
    """Opens what is published in a data folder, and notices when that changes.

    Args:
        data_dir: the data folder.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._opened: dict[tuple[str, ...], _Opened] = {}
        self._lock = threading.Lock()

    @contextmanager
    def asked(self, collections: Sequence[str] = (MAIN,)) -> Iterator[SearchIndex]:
        """The index that a question goes to: these, or the sample where `main` and they are empty.

        Raises:
            ArticleIndexError: nothing can be opened.
        """
        # A server without articles of its own shares the index of `main` with all others.
        own = tuple(name for name in collections if name == MAIN or self.has(name))
        sample = MAIN in own and self.has(SAMPLE) and not self._articles(own)
        with self.of((SAMPLE,) if sample else own) as index:
            yield index

    @contextmanager
    def of(self, collections: Sequence[str]) -> Iterator[SearchIndex]:
        """The newest index of exactly these collections, for as long as the block runs.

        Raises:
            ArticleIndexError: it cannot be opened, and none was open before.
        """
        opened = self._borrow(tuple(collections))
        try:
            yield opened.index
        finally:
            self._give_back(opened)

    def published(self, collections: Sequence[str]) -> float:
        """When the newest index of these collections was published, in seconds since 1970."""
        home = Collections(self._data_dir)
        pointers = [home.collection(name).current for name in collections]
        return max((one.stat().st_mtime for one in pointers if one.exists()), default=0.0)

    def has(self, collection: str) -> bool:
        """Whether a collection of this name is published."""
        return bool(_read(Collections(self._data_dir).collection(collection).current))

    def stamp(self, collection: str) -> str:
        """What changes whenever a collection is published."""
        return _read(Collections(self._data_dir).collection(collection).current)

    def close(self) -> None:
        """Close what nobody is reading; the rest closes with its last reader."""
        with self._lock:
            for opened in self._opened.values():
                self._retire(opened)
            self._opened.clear()

    def _articles(self, collections: tuple[str, ...]) -> int:
        """How many articles these collections hold."""
        try:
            with self.of(collections) as index:
                return index.extent.articles
        except IndexNotFoundError:
            return 0

    def _borrow(self, collections: tuple[str, ...]) -> _Opened:
        with self._lock:
            opened = self._opened.get(collections)
            stamp = self._stamp(collections)
            if opened is None or opened.stamp != stamp:
                opened = self._renew(collections, stamp, opened)
            opened.readers += 1
            return opened

    def _renew(
        self, collections: tuple[str, ...], stamp: tuple[str, ...], old: _Opened | None
    ) -> _Opened:
        try:
            index = SearchIndex.open(self._data_dir, collections)
        except ArticleIndexError as error:
            if old is None:
                raise
            if stamp != old.refused:
                _log.error("index not taken up, the last good one serves: %s", error)
            old.refused = stamp
            return old
        self._opened[collections] = renewed = _Opened(index, stamp)
        if old is not None:
            _log.info("index taken up: generation=%s", index.generation)
            self._retire(old)
        return renewed

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            opened.readers -= 1
            if opened.retired and not opened.readers:
                opened.index.close()

    @staticmethod
    def _retire(opened: _Opened) -> None:
        opened.retired = True
        if not opened.readers:
            opened.index.close()

    def _stamp(self, collections: Sequence[str]) -> tuple[str, ...]:
        """What the pointers of these collections say now."""
        home = Collections(self._data_dir)
        return tuple(_read(home.collection(name).current) for name in collections)


def _read(pointer: Path) -> str:
    """What a pointer says, and when: one published again names the same generation."""
    try:
        return f"{pointer.read_text('ascii', 'replace')} {pointer.stat().st_mtime_ns}"
    except OSError:
        return ""
