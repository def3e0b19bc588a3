"""What is asked of the index."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles count; each empty field lets all through."""

    sources: tuple[str, ...] = ()  # outlets, by name, in any case
    since: date | None = None  # published on this day or later
    until: date | None = None  # published on this day or earlier
    lang: str | None = None  # ISO 639-1

    def __bool__(self) -> bool:
        return bool(self.sources or self.since or self.until or self.lang)


@dataclass(frozen=True, slots=True)
class Query:
    """Words to find, or what somebody said."""

    text: str  # the words that matter; with a speaker, the topic, which may be empty
    speaker: str | None = None  # a name or a role, as the asker writes it
    filters: Filters = field(default_factory=Filters)
    keep: frozenset[str] = frozenset()  # words of it that count though they are stop words: names
