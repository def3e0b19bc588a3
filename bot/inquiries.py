"""What is asked for, whole: in which words, of which articles, and which part of the answer."""

from dataclasses import dataclass
from enum import Enum

from index.keys import is_key

MOST_EXCERPTS = 100  # that can be turned to
MOST_A_PAGE = 10
A_PAGE = 5


class Way(Enum):
    """How something is asked; what the words of an inquiry are."""

    QUESTION = "q"  # a question in plain words
    QUERY = "s"  # a query in the query language
    SPEAKER = "p"  # "What did NAME say about TOPIC?"
    QUOTATION = "w"  # what somebody may have said
    TIMELINE = "t"  # a topic, or "What did NAME say about TOPIC?": the oldest first
    ARTICLE = "a"  # nothing: the key passages of the article
    LATEST = "l"  # nothing: the newest articles
    SOURCES = "o"  # nothing: what sources there are

    @property
    def has_words(self) -> bool:
        """Whether something is looked for, and not only listed."""
        return self not in (Way.ARTICLE, Way.LATEST, Way.SOURCES)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """All that an answer depends on, besides the articles and the question before."""

    way: Way
    text: str = ""  # as it was asked, in the way's own words
    source: str | None = None  # a name, the beginnings of its words, or a key
    since: str | None = None  # a day or days as a query writes them: 2025-03, 7d
    until: str | None = None
    lang: str | None = None  # a code or an English name
    article: str | None = None  # a key, or the beginnings of a headline's words
    first: int = 0  # how many excerpts come before
    count: int = A_PAGE  # how many excerpts at most
    within: tuple[str, ...] = ()  # the outlets that may be asked at all, by name; empty for all
    by_date: bool = False  # the newest first, instead of the best

    @property
    def is_of_one_article(self) -> bool:
        """Whether only the passages of one article, which its key names, are asked for."""
        return is_key(self.article)

    def lets_through(self, source: str | None) -> bool:
        """Whether articles of an outlet may be asked."""
        return not self.within or source in self.within
