"""What goes into the index: articles, and the passages they are split into."""

from dataclasses import dataclass

from index.spans import Span

MAIN = "main"  # the collection of the owner's own articles
OF_A_SERVER = "guild-"  # begins the name of the collection that a Discord server has of its own
SAMPLE = "sample"  # the collection of the sample articles, asked only while `main` is empty


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its text exactly as it was given."""

    id: str  # unique in its collection
    title: str  # the headline; empty where there is none
    text: str  # the body; all offsets anywhere are code points into it
    url: str | None = None  # where the article stands on the web
    source: str | None = None  # the outlet that published it
    author: str | None = None
    published: str | None = None  # ISO 8601, a date or a time: "2022-03-30", "2022-03-30T10:15:00Z"
    lang: str | None = None  # ISO 639-1, lower case: "en"

    @property
    def day(self) -> str | None:
        """The day of publication, as "YYYY-MM-DD"."""
        return self.published[:10] if self.published else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences of an article: what is scored and found."""

    id: int  # its rank in its generation, ordered by article id and position
    article_id: str
    start: int  # code points into the article's text
    end: int

    @property
    def span(self) -> Span:
        """Where the passage stands in its article."""
        return Span(self.start, self.end)
