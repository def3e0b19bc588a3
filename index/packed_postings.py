"""Posting lists as bytes: how they stand in a generation.

Passage numbers are kept as the gaps between them, in the fewest bytes that hold the widest gap of
the list, and tfs in the fewest that hold the highest: about two bytes a posting, read back by one
cumulative sum.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.postings import PostingList

SHORT = 32  # postings; a list up to this long stands beside its term, a longer one by itself

Unsigned = type[np.uint8] | type[np.uint16] | type[np.uint32]
_WIDTHS: dict[int, Unsigned] = {1: np.uint8, 2: np.uint16, 4: np.uint32}


class PackedList(NamedTuple):
    """A posting list as it is stored."""

    first: int  # passage number
    gaps: bytes  # from each posting to the next
    tfs: bytes
    summits: bytes  # pairs of int64, of long lists only


def unpack(packed: PackedList, df: int) -> PostingList:
    """The list of `df` postings that was packed.

    Raises:
        ValueError: the bytes are not those of such a list.
    """
    gaps = _numbers(packed.gaps, df - 1)
    passages = np.empty(df, np.int32)
    passages[0] = packed.first
    np.cumsum(gaps, dtype=np.int32, out=passages[1:])
    passages[1:] += packed.first
    return PostingList(
        passages,
        _numbers(packed.tfs, df),
        np.frombuffer(packed.summits, np.int64).reshape(-1, 2),
    )


def narrowest(highest: int) -> Unsigned:
    """The smallest type that holds numbers up to `highest`."""
    for width in (1, 2):
        if highest < 1 << 8 * width:
            return _WIDTHS[width]
    return _WIDTHS[4]


def _numbers(raw: bytes, count: int) -> NDArray[Any]:
    return np.frombuffer(raw, _WIDTHS[len(raw) // count] if count else np.uint8)
