"""A library's passages, inverted into one generation file.

Always the whole library: an update is a full build by construction. The file depends on the
articles alone, never on the order in which they came, so equal libraries give equal generations.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.dates import UNDATED, seconds_of
from index.generation import (
    APPLICATION_ID,
    FORMAT,
    PAGE_SIZE,
    SCHEMA,
    Facts,
    checksum,
    pack_facts,
)
from index.inversion import (
    InvertedStretch,
    RangeMerger,
    Stretch,
    StretchInverter,
    TermRange,
    keep_numbers,
    keep_stretch,
    keep_terms,
)
from index.invert_quotes import write_quotes
from index.library import SERVED, Library, Size
from index.ordered_words import OrderedWords
from index.parallel import Workers, cores
from index.vocabulary import BLOCK

_STRETCH = 2_000_000  # tokens inverted at once, and postings merged at once: some 100 MB
_ALONE = 16_000_000  # tokens that are inverted sooner than other processes have started

Progress = Callable[[int, int], None]
"""Told how many passages are inverted, of how many."""


def write_generation(
    library: Library, analyzer: str, library_path: Path, path: Path, progress: Progress
) -> None:
    """Write everything that serving needs of `library` to a new file at `path`.

    Args:
        library: what is to be served; committed, for other processes read it too.
        analyzer: the fingerprint of its analysis.
        library_path: its file.
        path: the new file; intermediate ones stand in a folder beside it while it is written.
        progress: told how far it has come.
    """
    aside = path.with_suffix(".parts")
    aside.mkdir()
    address = f"{path.absolute().as_uri()}?mode=rwc"  # or ATTACH would take none
    connection = sqlite3.connect(address, uri=True, isolation_level=None)
    try:
        # The file is written aside and flushed before anybody can see it, so it needs no journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.executescript(SCHEMA)
        connection.execute(
            "ATTACH DATABASE ? AS library", (f"{library_path.absolute().as_uri()}?mode=ro",)
        )
        connection.execute("BEGIN")
        _Writer(library, library_path, aside, connection, progress).write(analyzer)
        connection.execute("COMMIT")
    finally:
        connection.close()
        shutil.rmtree(aside, ignore_errors=True)


class _Articles(NamedTuple):
    """What the articles come to beside their rows."""

    ids: list[str]
    days: list[str]  # of those that have one
    seconds: NDArray[np.int64]
    sources: list[str | None]
    languages: list[str | None]


class _Writer:
    def __init__(
        self,
        library: Library,
        library_path: Path,
        folder: Path,
        connection: sqlite3.Connection,
        progress: Progress,
    ) -> None:
        self._library = library
        self._library_path = library_path
        self._folder = folder
        self._connection = connection
        self._progress = progress

    def write(self, analyzer: str) -> None:
        sizes = self._library.sizes()
        tokens = sum(size.tokens for size in sizes)
        workers = cores() if tokens > _ALONE and cores() > 1 else 0
        words = self._library.ordered_words()
        terms = words.terms
        keep_terms(self._folder, words.term_of_id)

        inverted, articles = self._invert(sizes, workers)
        starts, ends, lengths = (
            _joined([getattr(one, name) for one in inverted], np.uint32)
            for name in ("starts", "ends", "lengths")
        )
        dfs = _counted(len(terms), [(one.terms, one.dfs) for one in inverted])
        numbers = np.cumsum(dfs > 0).astype(np.uint32) - np.uint32(1)
        keep_numbers(self._folder, numbers, lengths)
        self._merge(terms, dfs, len(inverted), workers)

        first_words, held = self._write_words(words, numbers, inverted)

        counts = np.array([size.passages for size in sizes], np.int64)
        articles_of = np.repeat(np.arange(len(sizes), dtype=np.uint32), counts)
        said = write_quotes(self._connection, self._library.quotes(), articles.ids, counts, starts)
        source_names, sources = _coded(articles.sources)
        language_names, languages = _coded(articles.languages)
        in_use = [term for term, df in zip(terms, dfs.tolist(), strict=True) if df]
        self._write_arrays(
            lengths=lengths, starts=starts, ends=ends, articles_of=articles_of,
            seconds=articles.seconds, sources=sources, languages=languages,
            quotes_from=said.quotes_from,
        )  # fmt: skip
        self._write_lines("first_terms", in_use[::BLOCK])
        self._write_lines("first_words", first_words)
        self._write_lines("first_name_words", said.first_name_words)
        facts = Facts(
            analyzer=analyzer,
            articles=len(sizes),
            passages=len(lengths),
            quotes=said.quotes,
            speakers=said.names,
            roles=said.roles,
            terms=len(in_use),
            words=held,
            languages=language_names,
            sources=source_names,
            first_day=min(articles.days, default=None),
            last_day=max(articles.days, default=None),
        )
        self._connection.executemany("INSERT INTO facts VALUES (?, ?, ?)", pack_facts(facts))

    def _invert(
        self, sizes: Sequence[Size], workers: int
    ) -> tuple[list[InvertedStretch], _Articles]:
        """Invert all stretches, and copy the articles meanwhile."""
        make = partial(StretchInverter, self._library_path, self._folder)
        inverted: list[InvertedStretch] = []
        passages, total = 0, sum(size.passages for size in sizes)
        with Workers(make, workers, threads=cores()).results(_stretches(sizes)) as results:
            articles = self._write_articles(sizes)
            for number, (_, one) in enumerate(results):
                keep_stretch(self._folder, number, one)
                inverted.append(one)
                passages += len(one.lengths)
                self._progress(passages, total)
        return inverted, articles

    def _merge(
        self, terms: Sequence[str], dfs: NDArray[np.int64], stretches: int, workers: int
    ) -> None:
        make = partial(RangeMerger, self._folder, stretches)
        with Workers(make, workers, threads=cores()).results(_term_ranges(terms, dfs)) as results:
            for _, merged in results:
                self._connection.executemany(
                    "INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?)", merged.terms
                )
                self._connection.executemany(
                    "INSERT INTO postings VALUES (?, ?, ?, ?, ?, ?)", merged.postings
                )

    def _write_articles(self, sizes: Sequence[Size]) -> _Articles:
        """Copy the articles from file to file: one statement, during which other threads work."""
        self._connection.execute(
            "CREATE TEMP TABLE numbers (number INTEGER PRIMARY KEY, id TEXT, checksum INTEGER)"
        )
        self._connection.executemany(
            "INSERT INTO numbers VALUES (?, ?, ?)",
            (
                (number, one.article_id, checksum(number, before=one.checksum))
                for number, one in enumerate(sizes)
            ),
        )
        self._connection.execute(
            f"INSERT INTO articles SELECT {SERVED}, number, checksum "  # noqa: S608  # constants
            "FROM numbers CROSS JOIN library.articles USING (id)"
        )
        found = self._library.bylines()
        return _Articles(
            ids=[one.id for one in found],
            days=[one.published[:10] for one in found if one.published],
            seconds=np.array([seconds_of(one.published, UNDATED) for one in found], np.int64),
            sources=[one.source for one in found],
            languages=[one.lang for one in found],
        )

    def _write_words(
        self, words: OrderedWords, numbers: NDArray[np.uint32], inverted: Sequence[InvertedStretch]
    ) -> tuple[list[str], int]:
        """Write each raw word with its term and how often it stands.

        Returns:
            The first word of each block, and how many words were written.
        """
        by_id = _counted(len(words.places), [(one.words, one.occurrences) for one in inverted])
        counts = np.zeros(len(words.words), np.int64)
        np.add.at(counts, words.places, by_id)
        held = counts > 0
        names = list(compress(words.words, held.tolist()))
        found_by = numbers.take(words.terms_of[held])
        times = counts[held].astype(np.uint32)
        firsts = names[::BLOCK]
        for number, first in enumerate(range(0, len(names), BLOCK)):
            block = slice(first, first + BLOCK)
            row = (
                number,
                "\n".join(names[block]),
                found_by[block].tobytes(),
                times[block].tobytes(),
            )
            self._connection.execute(
                "INSERT INTO words VALUES (?, ?, ?, ?, ?)", (*row, checksum(*row))
            )
        return firsts, len(names)

    def _write_arrays(self, **arrays: NDArray[Any]) -> None:
        for name, array in arrays.items():
            self._write_raw(name, array.tobytes())

    def _write_lines(self, name: str, lines: Sequence[str]) -> None:
        self._write_raw(name, "\n".join(lines).encode("utf-8", "surrogatepass"))

    def _write_raw(self, name: str, raw: bytes) -> None:
        row = (name, raw)
        self._connection.execute("INSERT INTO arrays VALUES (?, ?, ?)", (*row, checksum(*row)))


def _stretches(sizes: Sequence[Size]) -> Iterator[Stretch]:
    """The articles, in stretches of about `_STRETCH` tokens."""
    first = 0
    number = passage = first_passage = tokens = 0
    for place, size in enumerate(sizes):
        tokens += size.tokens
        passage += size.passages
        if tokens >= _STRETCH or place == len(sizes) - 1:
            yield Stretch(number, sizes[first].article_id, size.article_id, first_passage)
            first, first_passage, tokens = place + 1, passage, 0
            number += 1


def _term_ranges(terms: Sequence[str], dfs: NDArray[np.int64]) -> Iterator[TermRange]:
    """The terms in use, in ranges of whole blocks and about `_STRETCH` postings."""
    in_use = np.flatnonzero(dfs)
    totals = np.cumsum(dfs[in_use])
    first = 0
    while first < len(in_use):
        before = int(totals[first - 1]) if first else 0
        enough = int(np.searchsorted(totals, before + _STRETCH))
        end = min(-(-max(enough, first + 1) // BLOCK) * BLOCK, len(in_use))
        yield TermRange(
            first,
            int(in_use[first]),
            int(in_use[end - 1]) + 1,
            tuple(terms[place] for place in in_use[first:end].tolist()),
        )
        first = end


def _counted(
    size: int, parts: Sequence[tuple[NDArray[np.uint32], NDArray[np.uint32]]]
) -> NDArray[np.int64]:
    """The sum of the counts of each number; a part has each number once."""
    totals = np.zeros(size, np.int64)
    for numbers, counts in parts:
        totals[numbers] += counts
    return totals


def _coded(values: Sequence[str | None]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """The distinct values in order, and the place of each value among them, or -1."""
    names = tuple(sorted({value for value in values if value is not None}))
    places = {name: place for place, name in enumerate(names)}
    codes = [places[value] if value is not None else -1 for value in values]
    return names, np.array(codes, np.int32)


def _joined(parts: Sequence[NDArray[Any]], dtype: type[np.generic]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.empty(0, dtype)
