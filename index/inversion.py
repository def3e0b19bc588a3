"""From passages that hold terms to terms that are held by passages, in bounded memory.

Single-pass in-memory indexing (Manning, Raghavan and Schütze, Introduction to Information
Retrieval, 4.3): stretches of articles are inverted one by one, each written to the disk in the
order of its terms; then, one range of terms after the other, the stretches are merged. Ten times
the corpus takes ten times the disk, not ten times the memory. Both steps are spread over the cores.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.database import readable
from index.generation import checksum
from index.impacts import saturations
from index.library import LIBRARY, Library
from index.packed_postings import SHORT, Merit, Packer
from index.vocabulary import BLOCK

Rows = list[tuple[object, ...]]

_BYTES = 4  # of a uint32
_TERMS = "terms.npy"  # the number of the term of each word
_NUMBERS = "numbers.npy"  # the number of each term among those in use
_LENGTHS = "lengths.npy"  # of each passage, in tokens


class Stretch(NamedTuple):
    """Some consecutive articles."""

    number: int
    first_article: str
    last_article: str
    first_passage: int


class InvertedStretch(NamedTuple):
    """What was found while a stretch was inverted; its postings are on the disk."""

    starts: NDArray[np.uint32]  # of each passage, in code points
    ends: NDArray[np.uint32]
    lengths: NDArray[np.uint32]  # in tokens, with the headline's
    terms: NDArray[np.uint32]  # the distinct ones, ascending
    dfs: NDArray[np.uint32]  # of these
    words: NDArray[np.uint32]  # the distinct ones
    occurrences: NDArray[np.uint32]  # of these, each headline counted once


class TermRange(NamedTuple):
    """Some consecutive terms, whole blocks of the vocabulary."""

    first: int  # the number of the first among the terms in use
    first_term: int  # the numbers of the first, and of the one after the last, among all terms
    end_term: int
    terms: tuple[str, ...]  # those in use


class MergedRange(NamedTuple):
    """The rows that a range of terms comes to."""

    terms: Rows
    postings: Rows


class StretchInverter:
    """Inverts stretches of a library's articles into files of a folder."""

    def __init__(self, library: Path, folder: Path) -> None:
        self._library = library
        self._folder = folder
        self._terms: NDArray[np.uint32] = np.load(folder / _TERMS)

    def __call__(self, stretch: Stretch) -> InvertedStretch:
        """Invert a stretch; its postings, by term and passage, go to the disk."""
        with readable(self._library, LIBRARY) as connection:
            rows = list(Library(connection).analyses(stretch.first_article, stretch.last_article))
        words = _joined([row.words for row in rows])
        titles = _joined([row.title for row in rows])
        own_lengths = _joined([row.lengths for row in rows])
        in_titles = np.array([len(row.title) // _BYTES for row in rows], np.int64)
        passages_of = np.array([len(row.starts) // _BYTES for row in rows], np.int64)

        # The tokens of all passages, and then their headlines': the order is the sorter's.
        starts_of_titles = np.repeat(np.cumsum(in_titles) - in_titles, passages_of)
        title_lengths = np.repeat(in_titles, passages_of)
        again = titles.take(_ranges(starts_of_titles, title_lengths))
        numbers = np.arange(len(own_lengths), dtype=np.uint32)
        terms, passages, tfs = counted(
            self._terms.take(np.concatenate([words, again])),
            np.concatenate([np.repeat(numbers, own_lengths), np.repeat(numbers, title_lengths)]),
        )
        self._write(stretch.number, passages + np.uint32(stretch.first_passage), tfs)
        firsts = _runs(terms)
        occurrences = np.bincount(words, minlength=len(self._terms))
        occurrences += np.bincount(titles, minlength=len(self._terms))
        used = occurrences.nonzero()[0]
        return InvertedStretch(
            starts=_joined([row.starts for row in rows]),
            ends=_joined([row.ends for row in rows]),
            lengths=own_lengths + title_lengths.astype(np.uint32),
            terms=terms[firsts],
            dfs=np.diff(firsts, append=len(terms)).astype(np.uint32),
            words=used.astype(np.uint32),
            occurrences=occurrences[used].astype(np.uint32),
        )

    def _write(
        self, number: int, passages: NDArray[np.uint32], tfs: NDArray[np.signedinteger]
    ) -> None:
        passages.tofile(_file(self._folder, number, "passages"))
        tfs.astype(np.uint16).tofile(_file(self._folder, number, "tfs"))


class RangeMerger:
    """Merges what the stretches hold of a range of terms."""

    def __init__(self, folder: Path, stretches: int) -> None:
        self._numbers: NDArray[np.uint32] = np.load(folder / _NUMBERS)
        self._lengths: NDArray[np.uint32] = np.load(folder / _LENGTHS, mmap_mode="r")
        average = float(self._lengths.mean()) if len(self._lengths) else 0.0
        self._merit: Merit = partial(saturations, average=average)
        self._stretches = [_StretchOnDisk(folder, number) for number in range(stretches)]

    def __call__(self, wanted: TermRange) -> MergedRange:
        """The rows of the terms of a range."""
        dfs, passages, tfs = self._postings(wanted)
        is_short = np.repeat(dfs <= SHORT, dfs)
        return MergedRange(
            terms=list(_blocks(wanted, dfs, passages[is_short], tfs[is_short])),
            postings=list(self._long_lists(wanted.first, dfs, passages, tfs)),
        )

    def _long_lists(
        self,
        first_number: int,
        dfs: NDArray[np.int64],
        passages: NDArray[np.uint32],
        tfs: NDArray[np.uint16],
    ) -> Iterator[tuple[object, ...]]:
        """A row for each term whose list is too long to stand beside it."""
        packer = Packer(dfs, passages, tfs, self._lengths, self._merit)
        for place in np.flatnonzero(dfs > SHORT).tolist():
            row = (first_number + place, *packer.pack(place))
            yield (*row, checksum(*row))

    def _postings(
        self, wanted: TermRange
    ) -> tuple[NDArray[np.int64], NDArray[np.uint32], NDArray[np.uint16]]:
        """The df of each term, and the passages and tfs of one after the other."""
        parts = [one.slice(wanted.first_term, wanted.end_term) for one in self._stretches]
        places = [self._numbers[part.terms] - np.uint32(wanted.first) for part in parts]
        dfs = np.zeros(len(wanted.terms), np.int64)
        for place, part in zip(places, parts, strict=True):
            dfs[place] += part.dfs
        passages = np.empty(int(dfs.sum()), np.uint32)
        tfs = np.empty(len(passages), np.uint16)
        filled = np.cumsum(dfs) - dfs  # where the next posting of each term goes
        for place, part in zip(places, parts, strict=True):
            to = _ranges(filled[place], part.dfs.astype(np.int64))
            passages[to] = part.passages
            tfs[to] = part.tfs
            filled[place] += part.dfs
        return dfs, passages, tfs


class _Slice(NamedTuple):
    """What one stretch holds of a range of terms."""

    terms: NDArray[np.uint32]
    dfs: NDArray[np.uint32]
    passages: NDArray[np.uint32]
    tfs: NDArray[np.uint16]


class _StretchOnDisk:
    """The postings of one stretch, read a range of terms at a time."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder = folder
        self._number = number
        self._terms = np.fromfile(_file(folder, number, "terms"), np.uint32)
        self._dfs = np.fromfile(_file(folder, number, "dfs"), np.uint32)
        self._ends = np.cumsum(self._dfs, dtype=np.int64)

    def slice(self, first_term: int, end_term: int) -> _Slice:
        """The postings of the terms from `first_term` up to `end_term`."""
        first, end = np.searchsorted(self._terms, [first_term, end_term]).tolist()
        start = int(self._ends[first - 1]) if first else 0
        count = int(self._ends[end - 1]) - start if end else 0
        return _Slice(
            self._terms[first:end],
            self._dfs[first:end],
            self._read("passages", np.uint32, start, count),
            self._read("tfs", np.uint16, start, count),
        )

    def _read(
        self, what: str, dtype: type[np.unsignedinteger], start: int, count: int
    ) -> "NDArray[np.unsignedinteger]":
        return np.fromfile(
            _file(self._folder, self._number, what),
            dtype,
            count=count,
            offset=start * np.dtype(dtype).itemsize,
        )


def keep_terms(folder: Path, terms: NDArray[np.uint32]) -> None:
    """Leave the term of each word where inverters find it."""
    np.save(folder / _TERMS, terms)


def keep_stretch(folder: Path, number: int, inverted: InvertedStretch) -> None:
    """Leave the vocabulary of a stretch where mergers find it."""
    inverted.terms.tofile(_file(folder, number, "terms"))
    inverted.dfs.tofile(_file(folder, number, "dfs"))


def keep_numbers(folder: Path, numbers: NDArray[np.uint32], lengths: NDArray[np.uint32]) -> None:
    """Leave the numbers of the terms and the lengths of the passages where mergers find them."""
    np.save(folder / _NUMBERS, numbers)
    np.save(folder / _LENGTHS, lengths)


def _blocks(
    wanted: TermRange,
    dfs: NDArray[np.int64],
    passages: NDArray[np.uint32],
    tfs: NDArray[np.uint16],
) -> Iterator[tuple[object, ...]]:
    """The vocabulary of a range, with its short lists, given one after the other."""
    ends = np.cumsum(np.where(dfs <= SHORT, dfs, 0)).tolist()
    start = 0
    for first in range(0, len(dfs), BLOCK):
        last = min(first + BLOCK, len(dfs))
        end = ends[last - 1]
        held = tfs[start:end]
        row = (
            (wanted.first + first) // BLOCK,
            "\n".join(wanted.terms[first:last]),
            dfs[first:last].astype(np.uint32).tobytes(),
            passages[start:end].tobytes(),
            held.astype(np.uint8 if held.max(initial=0) < 1 << 8 else np.uint16).tobytes(),
        )
        yield (*row, checksum(*row))
        start = end


def _file(folder: Path, number: int, what: str) -> Path:
    return folder / f"{number}.{what}"


def _joined(parts: Iterable[bytes]) -> NDArray[np.uint32]:
    return np.frombuffer(b"".join(parts), np.uint32)


def _ranges(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers of all ranges, one after the other."""
    ends = np.cumsum(lengths)
    numbers = np.repeat(starts - (ends - lengths), lengths)
    numbers += np.arange(len(numbers))
    return numbers


def counted(
    terms: NDArray[np.uint32], passages: NDArray[np.uint32]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.signedinteger]]:
    """Each term with each passage that holds it, ascending, and how often that is.

    Both stand in one number, for NumPy sorts numbers by vectors; in 32 bits, twice as fast, where
    these are enough.
    """
    bits = int(passages.max(initial=0)).bit_length()
    fits = bits + int(terms.max(initial=0)).bit_length() <= np.iinfo(np.uint32).bits
    keys: NDArray[Any] = terms.astype(np.uint32 if fits else np.uint64)
    keys <<= bits
    keys |= passages
    keys.sort()
    places = _runs(keys)
    held = keys.take(places)
    return (
        (held >> bits).astype(np.uint32, copy=False),
        (held & ((1 << bits) - 1)).astype(np.uint32, copy=False),
        np.diff(places, append=len(keys)),
    )


def _runs(values: NDArray[Any]) -> NDArray[np.int64]:
    """Where each run of equal values begins."""
    changes = np.empty(len(values), np.bool_)
    changes[:1] = True
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return np.flatnonzero(changes)
