"""Posting lists as bytes give back what went in, whatever their length and their numbers."""

import numpy as np
import pytest
from numpy.typing import NDArray

from index.packed_postings import LONG, PackedList, Packer, unpack
from index.postings import PostingList, by_kind


def merit(tfs: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = tfs / (tfs + lengths / 50)
    return found


def packed(
    passages: NDArray[np.uint32], tfs: NDArray[np.uint16], lengths: NDArray[np.uint32]
) -> PackedList:
    """A list, packed between two others."""
    dfs = np.array([2, len(passages), 1])
    around = [np.array([0, 70_000], np.uint32), passages, np.array([5], np.uint32)]
    all_tfs = [np.array([1, 900], np.uint16), tfs, np.array([1], np.uint16)]
    every = np.pad(lengths, (0, 70_001), constant_values=1)  # as many passages as the others name
    return Packer(dfs, np.concatenate(around), np.concatenate(all_tfs), every, merit).pack(1)


def of_each(postings: PostingList) -> list[tuple[int, int, int]]:
    """Passage, tf and length of each posting."""
    kinds = postings.kinds
    return list(
        zip(
            postings.passages.tolist(),
            np.asarray(postings.tfs)[kinds].tolist(),
            np.asarray(postings.lengths)[kinds].tolist(),
            strict=True,
        )
    )


@pytest.mark.parametrize(
    ("df", "widest_gap", "highest_tf", "longest"),
    [
        (2, 1, 1, 1),
        (33, 5, 3, 120),
        (256, 255, 3, 120),
        (257, 256, 300, 120),
        (LONG - 1, 70_000, 2, 120),
        (LONG, 5, 1, 1),
        (LONG, 70_000, 700, 90_000),
        (5 * LONG, 3, 9, 300),
    ],
)
def test_what_was_packed_is_unpacked(
    df: int, widest_gap: int, highest_tf: int, longest: int
) -> None:
    rng = np.random.default_rng(df)
    passages = np.cumsum(rng.integers(1, widest_gap + 1, df)).astype(np.uint32)
    tfs = rng.integers(1, highest_tf + 1, df).astype(np.uint16)
    lengths = rng.integers(1, longest + 1, int(passages[-1]) + 1).astype(np.uint32)
    found = unpack(packed(passages, tfs, lengths), df, lengths)
    own = lengths[passages].tolist()
    assert of_each(found) == list(zip(passages.tolist(), tfs.tolist(), own, strict=True))


def test_a_long_list_tells_its_kinds_once_and_in_order() -> None:
    rng = np.random.default_rng(1)
    passages = np.arange(LONG, dtype=np.uint32)
    tfs = rng.integers(1, 4, LONG).astype(np.uint16)
    lengths = rng.integers(1, 100, LONG).astype(np.uint32)
    found = unpack(packed(passages, tfs, lengths), LONG, lengths)
    merits = merit(found.tfs, found.lengths).tolist()
    assert merits == sorted(merits)
    assert len(set(zip(found.tfs.tolist(), found.lengths.tolist(), strict=True))) == len(merits)


@pytest.mark.parametrize("df", [1, 256, 257, 1000])
def test_kinds_are_told_apart_by_tf_and_length(df: int) -> None:
    rng = np.random.default_rng(df)
    lengths = rng.integers(1, 200_000, df)
    tfs = rng.integers(1, 300, df).astype(np.uint16)
    found = by_kind(np.arange(df, dtype=np.int32), tfs, lengths)
    expected = list(zip(range(df), tfs.tolist(), lengths.tolist(), strict=True))
    assert of_each(found) == expected
