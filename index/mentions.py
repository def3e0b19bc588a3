"""How often something is mentioned, month by month."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.dates import UNDATED


@dataclass(frozen=True, slots=True)
class Month:
    """A month, and how many of its articles mention what was asked for."""

    month: str  # "2025-03"
    articles: int


def by_month(seconds: NDArray[np.int64]) -> tuple[Month, ...]:
    """The months from the first to the last of some publications, those between them with 0.

    Args:
        seconds: since 1970, of each article once; undated ones are left out.
    """
    dated = seconds[seconds > UNDATED]
    if not len(dated):
        return ()
    months = dated.astype("datetime64[s]").astype("datetime64[M]")
    first, last = months.min(), months.max()
    places = (months - first).astype(np.int64)
    counts = np.bincount(places, minlength=int((last - first).astype(np.int64)) + 1)
    return tuple(
        Month(str(first + np.timedelta64(place, "M")), count)
        for place, count in enumerate(counts.tolist())
    )
