"""Articles on their way into a library: what is new is analysed, on all cores, and stored."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import analysis
from index.analysts import Analyst
from index.articles import Article
from index.errors import BadInputError
from index.ingest import Reading
from index.library import Library, Source, content_hash
from index.packed_articles import Analysis
from index.parallel import Workers, cores
from index.texts import reasons

_BATCH = 200_000  # characters analysed as one job
_BATCHES_ALONE = 5  # are analysed sooner than other processes have started


class Step(NamedTuple):
    """How far a change has come."""

    stage: str  # "read" counts files or lines, "analysed" articles, "indexed" passages
    done: int
    total: int | None = None  # where it is known


Progress = Callable[[Step], None]
"""Told how far a change has come, as often as there is something to tell."""


class Incoming(NamedTuple):
    """An article to be analysed and stored."""

    article: Article
    source: Source
    came: str | None = None  # when it did; None for now


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of reading a source."""

    seen: frozenset[str] = frozenset()  # the ids that were read
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    skipped: tuple[Reading, ...] = ()
    doubtful: tuple[Reading, ...] = ()


def take_in(
    library: Library,
    readings: Iterable[tuple[Source, Reading]],
    *,
    strict: bool,
    progress: Progress,
) -> Intake:
    """Store what is new or changed.

    Raises:
        BadInputError: something could not be read, and `strict` says that then nothing shall be
            changed.
    """
    sieve = _Sieve(library, progress)
    store(library, sieve.incoming(readings))
    if strict and sieve.skipped:
        first = sieve.skipped[0]
        raise BadInputError(
            f"{first.where}: {first.notes[0].rstrip('.')}. Nothing was changed, because "
            "of --strict."
        )
    return Intake(
        frozenset(sieve.seen),
        tuple(sieve.added),
        tuple(sieve.changed),
        tuple(sieve.skipped),
        tuple(sieve.doubtful),
    )


def analyze_again(library: Library, progress: Progress) -> None:
    """Analyse every article anew: terms of one analysis do not mix with those of another."""
    library.forget_analyses()
    total = library.count()

    def incoming() -> Iterator[Incoming]:
        for done, stale in enumerate(library.stale(analysis.FINGERPRINT), start=1):
            yield Incoming(*stale)
            progress(Step("analysed", done, total))

    store(library, incoming())


def store(library: Library, incoming: Iterable[Incoming]) -> None:
    """Analyse articles and put each into the library, in the place of any with the same id."""
    numbers = _WordIds(library)
    for worker, batch, analyzed in _analyzed(incoming):
        ids = numbers.of(worker, analyzed)
        for one, packed in zip(batch, analyzed.articles, strict=True):
            if library.source_of(one.article.id):
                library.remove([one.article.id])
            stored = packed._replace(
                title=_renumbered(packed.title, ids), words=_renumbered(packed.words, ids)
            )
            library.put(one.article, one.source, stored, analysis.FINGERPRINT, one.came)
        library.touch()


class _Sieve:
    """Tells what is new or changed from what is known, and from what cannot be taken."""

    def __init__(self, library: Library, progress: Progress) -> None:
        self._library = library
        self._progress = progress
        self._hashes = library.hashes()
        self.seen: dict[str, tuple[Source, str | None]] = {}  # with the url
        self.added: list[str] = []
        self.changed: list[str] = []
        self.skipped: list[Reading] = []
        self.doubtful: list[Reading] = []

    def incoming(self, readings: Iterable[tuple[Source, Reading]]) -> Iterator[Incoming]:
        """The articles that must be analysed and stored."""
        for done, (source, reading) in enumerate(readings, start=1):
            self._progress(Step("read", done))
            result = self._not_somebody_elses(reading, source)
            if result.article is None:
                self.skipped.append(result)
                continue
            if result.notes:
                self.doubtful.append(result)
            if self._is_news(result.article, source):
                yield Incoming(result.article, source)

    def _is_news(self, article: Article, source: Source) -> bool:
        known = self._hashes.get(article.id)
        given = content_hash(article)
        if known == given:
            if article.id not in self.seen and self._library.source_of(article.id) != source:
                self._library.move(article.id, source)
        else:
            (self.added if known is None else self.changed).append(article.id)
            self._hashes[article.id] = given
        self.seen[article.id] = (source, article.url)
        return known != given

    def _not_somebody_elses(self, reading: Reading, source: Source) -> Reading:
        """The reading, or why it is skipped: its id belongs to an article of another origin."""
        article = reading.article
        if article is None or article.id not in self._hashes:
            return reading
        owner, url = self.seen.get(article.id) or self._library.owner_of(article.id)
        if owner.origin == source.origin or (url and url == article.url):
            return reading
        kind, _, name = owner.origin.partition(":")
        note = reasons.TAKEN_ID.format(article.id, name or kind)
        return replace(reading, article=None, notes=(note,), elsewhere=True)


class _WordIds:
    """The library's ids of the words that each process has numbered in its own way."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ids: dict[int, NDArray[np.uint32]] = {}

    def of(self, worker: int, analyzed: Analysis) -> NDArray[np.uint32]:
        """The ids by the process's numbers, with those of the words it has just met."""
        before = self._ids.get(worker, np.empty(0, np.uint32))
        if not len(analyzed.words):
            return before
        ids = self._ids[worker] = np.concatenate([before, self._library.word_ids(analyzed.words)])
        return ids


def _renumbered(numbers: bytes, ids: NDArray[np.uint32]) -> bytes:
    return ids[np.frombuffer(numbers, np.uint32)].tobytes()


def _analyzed(incoming: Iterable[Incoming]) -> Iterator[tuple[int, list[Incoming], Analysis]]:
    """Each batch with its analysis and the number of the process that made it, in order."""
    batches = _batches(incoming)
    first = list(islice(batches, _BATCHES_ALONE))
    workers = cores() if len(first) == _BATCHES_ALONE and cores() > 1 else 0
    sent: deque[list[Incoming]] = deque()

    def jobs() -> Iterator[list[Article]]:
        for batch in chain(first, batches):
            sent.append(batch)
            yield [one.article for one in batch]

    with Workers(Analyst, workers).results(jobs()) as results:
        for worker, analyzed in results:
            yield worker, sent.popleft(), analyzed


def _batches(incoming: Iterable[Incoming]) -> Iterator[list[Incoming]]:
    batch: list[Incoming] = []
    characters = 0
    for one in incoming:
        batch.append(one)
        characters += len(one.article.text)
        if characters >= _BATCH:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
