"""Articles in, ranked passages out.

from index import SearchIndex, build_index

build_index("articles", "data")
for hit in SearchIndex.open("data").search("harbour wall", k=3):
    print(hit.rank, hit.article.title, hit.passage.start)
"""

from typing import TYPE_CHECKING, Any

from index.articles import Article, Passage
from index.errors import (
    ArticleIndexError,
    IndexDamagedError,
    IndexNotFoundError,
    IndexVersionError,
)
from index.excerpts import Excerpt
from index.hits import Hit
from index.query import Filters, Query
from index.search import SearchIndex

if TYPE_CHECKING:
    from index.build import build_index

__all__ = [
    "Article",
    "ArticleIndexError",
    "Excerpt",
    "Filters",
    "Hit",
    "IndexDamagedError",
    "IndexNotFoundError",
    "IndexVersionError",
    "Passage",
    "Query",
    "SearchIndex",
    "build_index",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # what a module's name stands for
    if name == "build_index":  # a searcher need not wait until all that builds is loaded
        from index.build import build_index  # noqa: PLC0415

        return build_index
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
