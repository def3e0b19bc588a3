"""What answers need of an index."""

from collections.abc import Collection
from typing import Protocol

from index.excerpts import Excerpt
from index.hits import Extent, Found, Hit, QueryTerm
from index.mentions import Month
from index.query import Filters, Query
from index.query_language import ParsedQuery
from index.spelling import Correction


class Searchable(Protocol):
    """What an answer needs of an index; `index.SearchIndex` is one."""

    @property
    def generation(self) -> str:
        """The name of what answers."""

    @property
    def collections(self) -> tuple[str, ...]:
        """The collections that answer."""

    @property
    def extent(self) -> Extent:
        """How much there is to be found."""

    def speaks(self, speaker: str) -> bool:
        """Whether anybody of this name or role is quoted."""

    def names(self, speaker: str) -> bool:
        """Whether anybody of this name is quoted."""

    def who_said(self, copy: str, filters: Filters = ..., k: int = ...) -> list[Hit]:
        """The utterances that `copy` may be an inexact copy of."""

    def said_about(self, topic: str, filters: Filters = ..., k: int = ...) -> list[Hit]:
        """What anybody said about something."""

    def said_beside(
        self, name: str, topic: str = ..., filters: Filters = ..., k: int = ...
    ) -> list[Hit]:
        """What is said close behind somebody's name, and nobody is known to say."""

    def search(
        self, query: str | Query, k: int = ..., per_article: int = ..., *, once: bool = ...
    ) -> list[Hit]:
        """The best passages, or what a speaker said."""

    def latest(self, filters: Filters = ..., k: int = ...) -> list[Hit]:
        """The beginnings of the newest articles."""

    def mentions(self, query: Query) -> tuple[Month, ...]:
        """How many articles mention something, month by month."""

    def find(self, query: ParsedQuery, k: int = ..., per_article: int = ...) -> Found:
        """The best passages for a query in the query language."""

    def corrections(self, word: str) -> list[Correction]:
        """The words of articles that a word may stand for, the likeliest first."""

    def query_terms(self, text: str, keep: Collection[str] = ...) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up."""

    def terms_of(self, query: Query) -> tuple[QueryTerm, ...]:
        """The words of a query as they are looked up, with those said before it."""

    def tells(self, hit: Hit) -> bool:
        """Whether a sentence that matches holds an age, money, a number or a time, as is sought."""

    def excerpt(self, hit: Hit) -> Excerpt:
        """The part of a hit's text that answers."""
