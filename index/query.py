"""What is asked of the index."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Field(Enum):
    """What of an article can be asked for by name."""

    TITLE = "title"
    SOURCE = "source"
    AUTHOR = "author"
    SPEAKER = "speaker"
    LANG = "lang"


@dataclass(frozen=True, slots=True)
class FieldFilter:
    """That a field holds some words, or does not."""

    field: Field
    value: str  # words with a space between them; a "*" at the end where the last is a beginning
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles count; each empty field lets all through."""

    sources: tuple[str, ...] = ()  # outlets, by name, in any case
    since: date | None = None  # published on this day or later
    until: date | None = None  # published on this day or earlier
    lang: str | None = None  # ISO 639-1
    fields: tuple[FieldFilter, ...] = ()  # of one field any will do, none of the excluded
    articles: tuple[str, ...] = ()  # only these, by id

    def __bool__(self) -> bool:
        narrowed = self.sources or self.since or self.until or self.lang or self.fields
        return bool(narrowed or self.articles)


class Occur(Enum):
    """What a clause means for a passage."""

    MUST = "+"  # only passages that match
    SHOULD = ""  # better if it matches; where nothing must, one of these has to
    MUST_NOT = "-"  # no passage that matches


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in this order and form, whatever stands between them that is no word."""

    text: str  # the words, with a space between them


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word with this beginning."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses that count as one."""

    clauses: "tuple[Clause, ...]"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a query, and what it means for a passage."""

    occur: Occur
    of: Word | Phrase | Prefix | Group


def wanted(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clauses without groups that passages may match, in order: what a passage is ranked by."""
    for clause in clauses:
        if clause.occur is not Occur.MUST_NOT:
            if isinstance(clause.of, Group):
                yield from wanted(clause.of.clauses)
            else:
                yield clause


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before in a conversation, and what its words count for in a question."""

    text: str
    weight: float  # in sixteenths; below 1, for a word of the question itself counts 1
    is_speaker: bool = False  # whether it is the name of whoever's words were asked for


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find, or what somebody said."""

    text: str  # the words that matter; with a speaker, the topic, which may be empty
    speaker: str | None = None  # a name or a role, as the asker writes it
    filters: Filters = field(default_factory=Filters)
    keep: frozenset[str] = frozenset()  # words of it that count though they are stop words: names
    asked: str | None = None  # the question in the asker's words, where `text` is not all of it
    latest: bool = False  # whether the newest articles are asked for
    context: tuple[Context, ...] = ()  # what was said before, where the question follows from it
