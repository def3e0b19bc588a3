"""Who said what, as a generation holds it: the quotes by passage, and who is asked for how."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.generation import checksum
from index.library import QuoteRow
from index.name_words import name_blocks

_AT_ONCE = 2_000  # quotes: a few megabytes


class WrittenQuotes(NamedTuple):
    """What was written."""

    quotes: int
    names: int
    roles: int
    quotes_from: NDArray[np.uint32]  # the number of each passage's first quote, and of all
    first_name_words: list[str]  # of each block


class _Said(NamedTuple):
    """The numbers of what is said, by who says it."""

    by_name: dict[str, list[int]]
    by_role: dict[str, list[int]]


def write_quotes(
    connection: sqlite3.Connection,
    rows: Iterable[QuoteRow],
    ids: Sequence[str],
    counts: NDArray[np.int64],
    starts: NDArray[np.uint32],
) -> WrittenQuotes:
    """Write each quote in the passage where its sentences begin, and who says it.

    Args:
        connection: to the generation.
        rows: the quotes, those of one article together.
        ids: of the articles, by number.
        counts: how many passages each has.
        starts: where each passage begins in its article's text.
    """
    said, in_passages = _Said({}, {}), list[int]()
    numbered = _numbered(rows, ids, counts, starts, said, in_passages)
    connection.executemany("INSERT INTO quotes VALUES (?, ?, ?)", numbered)
    quotes_from = np.searchsorted(np.array(in_passages, np.int64), np.arange(len(starts) + 1))
    names, roles = sorted(said.by_name), sorted(said.by_role)
    _write_numbers(connection, "speakers", ((name, said.by_name[name]) for name in names))
    _write_numbers(connection, "roles", ((role, said.by_role[role]) for role in roles))
    firsts = []
    for place, (first, block) in enumerate(name_blocks(names, roles)):
        firsts.append(first)
        words = (place, *block)
        connection.execute(
            "INSERT INTO name_words VALUES (?, ?, ?, ?, ?, ?, ?)", (*words, checksum(*words))
        )
    return WrittenQuotes(
        len(in_passages), len(names), len(roles), quotes_from.astype(np.uint32), firsts
    )


def _numbered(
    rows: Iterable[QuoteRow],
    ids: Sequence[str],
    counts: NDArray[np.int64],
    starts: NDArray[np.uint32],
    said: _Said,
    in_passages: list[int],
) -> Iterator[tuple[object, ...]]:
    """The quotes as they are written; told on the way who says them, and in which passages."""
    articles = {article_id: number for number, article_id in enumerate(ids)}
    begins = _places(np.arange(len(ids), dtype=np.int64).repeat(counts), starts)
    for quotes in _some(rows):
        own = _places(
            np.array([articles[one.article_id] for one in quotes], np.int64),
            np.array([one.start for one in quotes], np.int64),
        )
        found = begins.searchsorted(own, side="right") - 1
        # In the order of the passages; within one as they were found.
        order = found.argsort(kind="stable")
        for place, passage in zip(order.tolist(), found[order].tolist(), strict=True):
            quote = quotes[place]
            _note(said.by_name, quote.speaker, len(in_passages))
            _note(said.by_role, quote.role, len(in_passages))
            row = (len(in_passages), quote.packed)
            in_passages.append(passage)
            yield (*row, checksum(*row))


def _places(articles: NDArray[np.int64], starts: "NDArray[np.integer]") -> NDArray[np.int64]:
    """Where something stands in all articles, as one number that rises from place to place."""
    return articles << 32 | starts


def _some(rows: Iterable[QuoteRow]) -> Iterator[list[QuoteRow]]:
    """The quotes of some articles at a time."""
    quotes: list[QuoteRow] = []
    for _, group in groupby(rows, attrgetter("article_id")):
        quotes += group
        if len(quotes) >= _AT_ONCE:
            yield quotes
            quotes = []
    if quotes:
        yield quotes


def _note(said: dict[str, list[int]], who: str | None, number: int) -> None:
    if who:
        said.setdefault(who, []).append(number)


def _write_numbers(
    connection: sqlite3.Connection, table: str, said: Iterable[tuple[str, list[int]]]
) -> None:
    """Write the numbers of what is said under each name, or as each role."""
    for number, (who, numbers) in enumerate(said):
        row = (number, who, np.array(numbers, np.uint32).tobytes())
        connection.execute(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?)",  # noqa: S608  # our own names
            (*row, checksum(*row)),
        )
