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


class Packer:
    """Packs posting lists that stand one after the other.

    What can be done for all lists at once is: most are short, and a call for each costs more than
    its work.

    Args:
        dfs: how long each list is, at least 1.
        passages: of all lists; ascending in each.
        tfs: of all lists.
        lengths: the number of tokens of every passage there is.
        merit: orders the kinds of a long list; those who read it need not sort them where they
            want the same order.
    """

    def __init__(
        self,
        dfs: NDArray[np.int64],
        passages: NDArray[np.uint32],
        tfs: NDArray[np.uint16],
        lengths: NDArray[np.uint32],
        merit: Merit,
    ) -> None:
        ends = np.cumsum(dfs)
        starts = ends - dfs
        gaps = np.zeros(len(passages), np.uint32)
        np.subtract(passages[1:], passages[:-1], out=gaps[:-1])
        gaps[ends - 1] = 0  # from one list to the next
        self._starts, self._ends = starts.tolist(), ends.tolist()
        self._passages = passages
        has_long = len(dfs) and dfs.max() >= LONG
        self._kinds = _Kinds(passages, tfs, lengths, merit) if has_long else None
        self._gaps = _Narrow(gaps, starts)
        self._codes = _Narrow(tfs, starts)

    def pack(self, place: int) -> PackedList:
        """The list at a place."""
        start, end = self._starts[place], self._ends[place]
        if self._kinds and end - start >= LONG:
            codes, kinds = self._kinds.pack(slice(start, end))
        else:
            codes, kinds = self._codes.bytes_of(place, start, end), b""
        return PackedList(
            int(self._passages[start]), self._gaps.bytes_of(place, start, end - 1), codes, kinds
        )


class _Kinds:
    """The kinds of all postings of some lists, put in order once; each list has some of them."""

    def __init__(
        self,
        passages: NDArray[np.uint32],
        tfs: NDArray[np.uint16],
        lengths: NDArray[np.uint32],
        merit: Merit,
    ) -> None:
        found = by_kind(passages.view(np.int32), tfs, lengths)
        order = np.argsort(merit(found.tfs, found.lengths), kind="stable")
        self._kinds = np.argsort(order).take(found.kinds)  # of each posting
        self._all = np.empty(len(order), _KIND)
        self._all["tf"], self._all["length"] = found.tfs.take(order), found.lengths.take(order)
        self._met = np.zeros(len(order), np.bool_)  # always left as it was
        self._codes = np.empty(len(order), np.uint32)  # those of the kinds just met

    def pack(self, held: slice) -> tuple[bytes, bytes]:
        """The codes and the kinds of a list."""
        kinds = self._kinds[held]
        self._met[kinds] = True
        met = self._met.nonzero()[0]
        self._met[met] = False
        self._codes[met] = np.arange(len(met))
        codes = self._codes.take(kinds).astype(narrowest(len(met) - 1))
        return codes.tobytes(), self._all.take(met).tobytes()


class _Narrow:
    """Numbers of lists that stand one after the other, as bytes: each list in the fewest."""

    def __init__(self, numbers: NDArray[Any], starts: NDArray[np.int64]) -> None:
        self._numbers = numbers
        highest = np.maximum.reduceat(numbers, starts) if len(starts) else numbers
        self._widths = np.select([highest < 1 << 8, highest < 1 << 16], [1, 2], 4).tolist()
        self._bytes: dict[int, bytes] = {}

    def bytes_of(self, place: int, start: int, end: int) -> bytes:
        width = self._widths[place]
        if width not in self._bytes:
            self._bytes[width] = self._numbers.astype(_WIDTHS[width]).tobytes()
        return self._bytes[width][width * start : width * end]


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
