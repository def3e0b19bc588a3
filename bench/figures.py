"""What the bench tells: plain figures, each with its unit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Latency:
    """How long the questions of one set took."""

    questions: int
    p50_ms: float
    p95_ms: float
    p99_ms: float


@dataclass(frozen=True, slots=True)
class Built:
    """How a peer's index came to be."""

    engine: str
    seconds: float
    peak_mb: float | None  # proportional set size of all its processes; None where it is not told
    index_mb: float


@dataclass(frozen=True, slots=True)
class Served:
    """How an engine answered."""

    engine: str
    version: str
    index_of: str  # the engine whose index it opened
    open_seconds: float
    first: Latency  # the first time each question is asked, of a process that has just opened
    held_mb: float | None  # memory after all questions
    drawn: Latency  # the second time
    frequent: Latency | None  # the same of questions of frequent terms only; None: there are none
    per_second: float  # answers of two processes together
    agreement: float | None  # share of best scores that equal Byline's; None: not comparable


@dataclass(frozen=True, slots=True)
class Own:
    """What is measured of Byline alone."""

    import_seconds: float  # `byline index import`, from its start to its end
    import_peak_mb: float | None
    publish_seconds: float  # from passages in the library to a generation that is served
    publish_peak_mb: float | None
    library_mb: float
    generation_mb: float  # the whole file: texts, quotes and all
    ranking_mb: float  # of it, the vocabulary and the postings
    first_answer_ms: float  # a new process, beyond what `import index` takes


@dataclass(frozen=True, slots=True)
class Exactness:
    """How many questions were answered as by scoring every passage."""

    questions: int
    scores: int  # with these scores
    passages: int  # and these passages, ties in order


@dataclass(frozen=True, slots=True)
class LatencyRatios:
    """Latencies over latencies, on the same questions."""

    questions: int
    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class Ratios:
    """Byline over a peer: below 1, Byline is faster or smaller. None where a side is not known."""

    peer: str
    first: LatencyRatios
    drawn: LatencyRatios
    frequent: LatencyRatios | None
    per_second: float | None  # answers of two processes: above 1, Byline is faster
    publish: float | None  # seconds of publishing over those of the peer's build
    whole_import: float | None  # the same for the whole import
    size: float | None  # vocabulary and postings over the peer's index
    publish_memory: float | None  # peak over peak
    import_memory: float | None


@dataclass(frozen=True, slots=True)
class Growth:
    """Byline alone over some number of passages."""

    articles: int
    passages: int
    recombined: float  # share of the paragraphs that are recombined, for want of text
    own: Own
    update_articles: int
    update_seconds: float  # `byline index import` of so many new articles
    update_peak_mb: float | None
    first: Latency
    drawn: Latency
    exactness: Exactness


def latency(seconds: Sequence[float]) -> Latency:
    """The percentiles of some times, of which there is at least one."""
    p50, p95, p99 = (round(float(one) * 1000, 4) for one in np.percentile(seconds, [50, 95, 99]))
    return Latency(len(seconds), p50, p95, p99)


def latency_ratios(ours: Sequence[float], theirs: Sequence[float]) -> LatencyRatios:
    """The ratios of percentiles over the questions that both were asked: the first of each."""
    questions = min(len(ours), len(theirs))
    one, other = latency(ours[:questions]), latency(theirs[:questions])
    return LatencyRatios(
        questions=questions,
        p50=round(one.p50_ms / other.p50_ms, 3),
        p95=round(one.p95_ms / other.p95_ms, 3),
        p99=round(one.p99_ms / other.p99_ms, 3),
    )


def ratio(ours: float | None, theirs: float | None) -> float | None:
    """One over the other; None where either is not known or theirs is nothing."""
    return round(ours / theirs, 3) if ours is not None and theirs else None


def agreement(ours: Sequence[float], theirs: Sequence[float], tolerance: float) -> float:
    """The share of our scores that equal theirs at the same rank, within a relative tolerance."""
    pairs = zip(ours, theirs, strict=False)
    same = sum(abs(one - other) <= tolerance * abs(one) for one, other in pairs)
    return same / len(ours) if ours else float(not theirs)
