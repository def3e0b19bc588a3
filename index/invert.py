"""A library's passages, inverted into one generation file.

Always the whole library: an update is a full build by construction. The file depends on the
articles alone, never on the order in which they came, so equal libraries give equal generations.
"""

import sqlite3
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.dates import seconds_of
from index.generation import (
    APPLICATION_ID,
    FORMAT,
    SCHEMA,
    UNDATED,
    Facts,
    checksum,
    pack_facts,
    pack_quote,
)
from index.library import Library


def write_generation(library: Library, analyzer: str, path: Path) -> None:
    """Write everything that serving needs of `library` to a new file at `path`."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        # The file is written aside and flushed before anybody can see it, so it needs no journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.executescript(SCHEMA)
        connection.execute("BEGIN")
        _write(library, analyzer, connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _write(library: Library, analyzer: str, connection: sqlite3.Connection) -> None:
    numbers: dict[str, int] = {}
    days: list[str] = []
    seconds: list[int] = []
    sources: list[str | None] = []
    languages: list[str | None] = []
    for number, article in enumerate(library.articles()):
        numbers[article.id] = number
        row = _article_row(number, article)
        connection.execute(f"INSERT INTO articles VALUES ({_marks(row)})", row)  # noqa: S608  # marks
        seconds.append(seconds_of(article.published, UNDATED))
        days.extend([article.day] if article.day else [])
        sources.append(article.source)
        languages.append(article.lang)

    spans, terms = _invert(library, numbers, connection)
    quotes = _write_quotes(library, numbers, spans, connection)
    source_names, source_codes = _coded(sources)
    language_names, language_codes = _coded(languages)
    arrays: dict[str, NDArray[Any]] = {
        "lengths": terms, "starts": spans[:, 1], "ends": spans[:, 2], "articles_of": spans[:, 0],
        "seconds": np.array(seconds, np.int64), "sources": source_codes,
        "languages": language_codes,
    }  # fmt: skip
    for name, array in arrays.items():
        raw = array.tobytes()
        connection.execute("INSERT INTO arrays VALUES (?, ?, ?)", (name, raw, checksum(name, raw)))
    facts = Facts(
        analyzer=analyzer, articles=len(numbers), passages=len(spans), quotes=quotes,
        languages=language_names, sources=source_names,
        first_day=min(days, default=None), last_day=max(days, default=None),
    )  # fmt: skip
    connection.executemany("INSERT INTO facts VALUES (?, ?, ?)", pack_facts(facts))


def _article_row(number: int, article: Article) -> tuple[Any, ...]:
    row = (
        number, article.id, article.title, article.text, article.url, article.source,
        article.author, article.published, article.lang,
    )  # fmt: skip
    return (*row, checksum(*row))


def _marks(row: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(row))


def _coded(values: list[str | None]) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """The distinct values in order, and for each value its place among them, or -1 for none."""
    names = tuple(sorted({value for value in values if value is not None}))
    places = {name: place for place, name in enumerate(names)}
    codes = [places[value] if value is not None else -1 for value in values]
    return names, np.array(codes, np.int32)


def _invert(
    library: Library, numbers: dict[str, int], connection: sqlite3.Connection
) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Write the postings; return (article, start, end) and the length of each passage."""
    spans: list[tuple[int, int, int]] = []
    lengths: list[int] = []
    term_ids: list[NDArray[np.uint32]] = []
    tfs: list[NDArray[np.uint32]] = []
    for row in library.passages():
        spans.append((numbers[row.article_id], row.start, row.end))
        lengths.append(row.length)
        term_ids.append(row.terms)
        tfs.append(row.tfs)
    if term_ids:
        counts = [len(ids) for ids in term_ids]
        passages = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
        rows = _posting_rows(library, np.concatenate(term_ids), passages, np.concatenate(tfs))
        connection.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?)", rows)
    return (
        np.array(spans, np.uint32).reshape(-1, 3),
        np.array(lengths, np.uint32),
    )


def _posting_rows(
    library: Library,
    term_ids: NDArray[np.uint32],
    passages: NDArray[np.uint32],
    tfs: NDArray[np.uint32],
) -> Iterator[tuple[str, int, bytes, bytes, int]]:
    order = np.argsort(term_ids, kind="stable")  # within a term, passages stay in order
    term_ids, passages, tfs = term_ids[order], passages[order], tfs[order]
    borders = np.flatnonzero(np.diff(term_ids, prepend=-1, append=-1).astype(np.int64))
    places = {
        int(term_ids[first]): (int(first), int(last)) for first, last in pairwise(borders.tolist())
    }
    for term_id, term in library.terms():
        if term_id in places:
            first, last = places[term_id]
            row = (term, last - first, passages[first:last].tobytes(), tfs[first:last].tobytes())
            yield (*row, checksum(*row))


def _write_quotes(
    library: Library,
    numbers: dict[str, int],
    spans: NDArray[np.uint32],
    connection: sqlite3.Connection,
) -> int:
    """Write who said what, each in the passage where its sentences begin; return how many."""
    found = list(library.quotes())
    names = sorted({quote.speaker for _, quote in found if quote.speaker})
    speakers = {name: number for number, name in enumerate(names)}
    connection.executemany(
        "INSERT INTO speakers VALUES (?, ?, ?)",
        [(number, name, checksum(number, name)) for name, number in speakers.items()],
    )
    # Passages ordered by (article, start), as one number, so that a binary search finds the one.
    places = (spans[:, 0].astype(np.int64) << 32) + spans[:, 1]
    for number, (article_id, quote) in enumerate(found):
        place = (numbers[article_id] << 32) + quote.sentences.start
        passage = int(np.searchsorted(places, place, side="right")) - 1
        row = (number, passage, speakers.get(quote.speaker or ""), pack_quote(quote))
        connection.execute("INSERT INTO quotes VALUES (?, ?, ?, ?, ?)", (*row, checksum(*row)))
    return len(found)
