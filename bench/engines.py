"""The engines that are measured."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bench import own, peers
from bench.asked import Engine
from bench.terms import TermFile

BYLINE = "byline"
BYLINE_SEARCH = "byline search"
TANTIVY_K1 = 1.2  # tantivy's own; it cannot be set


@dataclass(frozen=True, slots=True)
class Entry:
    """An engine and how it is measured."""

    name: str
    open: Callable[[Path], Engine]
    build: Callable[[TermFile, Path], None] | None = None  # None: the index is another's
    index_of: str = ""  # whose index it opens, where not its own
    needs: tuple[str, ...] = ()  # modules
    distribution: str = ""  # whose version is reported
    slow_from: int | None = None  # passages from which it is asked fewer questions
    slow_questions: int = 50
    most_passages: int | None = None  # it is left out where there are more
    k1: float | None = None  # its scores compare with Byline's under this k1; None: not at all
    tolerance: float = 0.0  # of that comparison, relative

    @property
    def index(self) -> str:
        """The engine whose index it opens."""
        return self.index_of or self.name

    @property
    def folder(self) -> str:
        """A name for its files."""
        return self.index.replace(" ", "-").replace("(", "").replace(")", "")

    def questions(self, passages: int, count: int) -> int:
        """How many of `count` questions it is asked over so many passages."""
        slow = self.slow_from is not None and passages >= self.slow_from
        return min(count, self.slow_questions) if slow else count

    def missing(self, passages: int) -> str | None:
        """Why it cannot take part; None where it can."""
        absent = [module for module in self.needs if find_spec(module) is None]
        if absent:
            return f"{' and '.join(absent)} not installed"
        if self.most_passages is not None and passages > self.most_passages:
            return f"measured up to {self.most_passages:,} passages"
        return None

    def version(self) -> str:
        """The version that is installed; empty for what comes with the project or Python."""
        try:
            return version(self.distribution) if self.distribution else ""
        except PackageNotFoundError:
            return ""


ENTRIES = (
    Entry(BYLINE, own.Ranking),
    Entry(BYLINE_SEARCH, own.Search, index_of=BYLINE),
    Entry(
        "tantivy",
        peers.Tantivy,
        peers.Tantivy.build,
        needs=("tantivy",),
        distribution="tantivy",
        k1=TANTIVY_K1,
        tolerance=0.1,  # it keeps a passage's length in one byte
    ),
    Entry(
        "tantivy positions",
        peers.TantivyWithPositions,
        peers.TantivyWithPositions.build,
        needs=("tantivy",),
        distribution="tantivy",
        k1=TANTIVY_K1,
        tolerance=0.1,
    ),
    Entry(
        "bm25s",
        peers.BM25S,
        peers.BM25S.build,
        needs=("bm25s",),
        distribution="bm25s",
        slow_from=1_000_000,
        slow_questions=100,
        k1=peers.K1,
        tolerance=1e-4,  # it computes with 32 bits
    ),
    Entry(
        "bm25s numba",
        peers.BM25SNumba,
        index_of="bm25s",
        needs=("bm25s", "numba"),
        distribution="numba",
        k1=peers.K1,
        tolerance=1e-4,
    ),
    Entry("SQLite FTS5", peers.FTS5, peers.FTS5.build, slow_from=300_000),
    Entry(
        "rank-bm25",
        peers.RankBM25,
        peers.RankBM25.build,
        needs=("rank_bm25",),
        distribution="rank-bm25",
        slow_from=0,
        most_passages=101_000,  # 100,000, which the articles need not make exactly
    ),
)
OPTIONAL = frozenset({"tantivy positions"})  # measured where asked for


def entry(name: str) -> Entry:
    """The engine of this name."""
    return next(one for one in ENTRIES if one.name == name)
