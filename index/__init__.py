"""Articles in, ranked passages out.

from index import SearchIndex, build_index

build_index("articles", "data")
for hit in SearchIndex.open("data").search("harbour wall", k=3):
    print(hit.rank, hit.article.title, hit.passage.start)
"""

from index.articles import Article, Passage
from index.build import build_index
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
