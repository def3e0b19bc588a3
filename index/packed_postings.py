"""Posting lists as bytes: how they stand in a generation.

Passage numbers are kept as the gaps between them, in the fewest bytes that hold the widest gap of
the list, and read back by one cumulative sum. Beside them stand the tfs, in the fewest bytes that
hold the highest; or, in a long list, the kinds, so that nothing need be found out about it when it
is read: about two bytes a posting.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.postings import PostingList, by_kind

SHORT = 32  # postings; a list up to this long stands beside its term, a longer one by itself
LONG = 1_024  # postings from which a list tells its kinds

Merit = Callable[[NDArray[Any], NDArray[Any]], NDArray[np.float64]]
"""What a posting adds, by its tf and the passage's length."""

Unsigned = type[np.uint8] | type[np.uint16] | type[np.uint32]
_WIDTHS: dict[int, Unsigned] = {1: np.uint8, 2: np.uint16, 4: np.uint32}


_KIND = np.dtype([("tf", np.uint16), ("length", np.uint32)])


class PackedList(NamedTuple):
    """A posting list as it is stored."""

    first: int  # passage number
    gaps: bytes  # from each posting to the next
    codes: bytes  # of each posting its tf; where there are kinds, the place of its kind
    kinds: bytes  # tf and length of each kind, of long lists only


def pack(
    passages: NDArray[np.uint32],
    tfs: NDArray[np.uint16],
    lengths: NDArray[np.uint32],
    merit: Merit,
) -> PackedList:
    """Pack a list.

    Args:
        passages: ascending, more than one.
        tfs: of each of them.
        lengths: the number of tokens of every passage there is.
        merit: orders the kinds of a long list; those who read it need not sort them where they
            want the same order.
    """
    gaps = passages[1:] - passages[:-1]
    codes: NDArray[Any] = tfs
    kinds = b""
    if len(passages) >= LONG:
        found = by_kind(passages.astype(np.int32), tfs, lengths)
        order = np.argsort(merit(found.tfs, found.lengths), kind="stable")
        codes = np.argsort(order).take(found.kinds)
        kinds = np.array(
            list(zip(found.tfs.take(order), found.lengths.take(order), strict=True)), _KIND
        ).tobytes()
    return PackedList(
        int(passages[0]),
        gaps.astype(narrowest(int(gaps.max()))).tobytes(),
        codes.astype(narrowest(int(codes.max()))).tobytes(),
        kinds,
    )


def unpack(packed: PackedList, df: int, lengths: "NDArray[np.integer]") -> PostingList:
    """The list of `df` postings that was packed.

    Args:
        packed: what stands in the file.
        df: how many postings it has.
        lengths: the number of tokens of every passage there is.

    Raises:
        ValueError: the bytes are not those of such a list.
    """
    gaps = _numbers(packed.gaps, df - 1)
    passages = np.empty(df, np.int32)
    passages[0] = packed.first
    np.cumsum(gaps, dtype=np.int32, out=passages[1:])
    passages[1:] += packed.first
    codes = _numbers(packed.codes, df)
    if not packed.kinds:
        return by_kind(passages, codes, lengths)
    kinds = np.frombuffer(packed.kinds, _KIND)
    return PostingList(passages, codes, kinds["tf"].astype(np.int64), kinds["length"])


def narrowest(highest: int) -> Unsigned:
    """The smallest type that holds numbers up to `highest`."""
    for width in (1, 2):
        if highest < 1 << 8 * width:
            return _WIDTHS[width]
    return _WIDTHS[4]


def _numbers(raw: bytes, count: int) -> NDArray[Any]:
    return np.frombuffer(raw, _WIDTHS[len(raw) // count] if count else np.uint8)
