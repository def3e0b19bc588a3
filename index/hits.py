"""What a search finds."""

from dataclasses import dataclass

from index.articles import Article, Passage
from index.confidence import Evidence
from index.quote import Quote
from index.sought import Sought


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of a query, and the term it is looked up by."""

    word: str  # as the asker wrote it
    term: str
    df: int  # the number of passages that hold it
    idf: float
    place: int = 0  # which word of the query it is, from 0
    weight: float = 1.0  # in sixteenths; less where it was said before in the conversation
    said_before: bool = False  # whether it was, and is no word of the question
    form_of: str = ""  # the term of the query that this is another form of: "rose" beside "rise"

    @property
    def information(self) -> float:
        """What the term tells of a passage that holds it: its idf, as far as it counts."""
        return self.idf * self.weight


@dataclass(frozen=True, slots=True)
class Part:
    """What a word or a feature adds to a score."""

    name: str  # a word as the asker wrote it, or a feature of `index.ranking`
    value: float  # the word's idf, or the feature from 0 to 1
    points: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a passage came to its score: the points of all parts, summed."""

    terms: tuple[Part, ...]  # by BM25
    features: tuple[Part, ...]
    compared: bool  # whether the text was compared with the question, as that of the best is

    @property
    def score(self) -> float:
        """The sum."""
        return sum(part.points for part in (*self.terms, *self.features))


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, or an utterance found in one."""

    rank: int  # from 1
    score: float
    passage: Passage
    article: Article
    collection: str
    coverage: float  # the share of the query's information (idf) that the passage holds, 0 to 1
    terms: tuple[QueryTerm, ...]  # all of the query's
    quote: Quote | None = None  # the utterance, where the question was what somebody said
    said: float = 1.0  # the share of the topic that the utterance itself holds, 0 to 1
    quotes: tuple[Quote, ...] = ()  # everything said in the passage
    explanation: Explanation | None = None  # of the score; None of an utterance's
    evidence: Evidence | None = None  # that there is an answer at all; of the first passage alone
    also_in: tuple[Article, ...] = ()  # that have the same story, word for word or nearly
    sought: Sought | None = None  # the kind of words that the question asks for
    topic: str | None = None  # what the question asks the meaning of
    introduces: bool = False  # whether it begins an article about just what is asked


@dataclass(frozen=True, slots=True)
class Found:
    """What a query in the query language finds."""

    hits: tuple[Hit, ...]
    terms: tuple[QueryTerm, ...]  # those that ranked them
    notes: tuple[str, ...]  # where carrying it out was cut short, a sentence each


@dataclass(frozen=True, slots=True)
class Extent:
    """How much an index holds."""

    articles: int
    passages: int
    first_day: str | None
    last_day: str | None
