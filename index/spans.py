"""A stretch of a text, counted in code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """The code points `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def within(self, other: "Span") -> "Span":
        """What of it lies inside `other`; empty at the nearer end of that where nothing does."""
        start = min(max(self.start, other.start), other.end)
        return Span(start, max(start, min(self.end, other.end)))


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at either end (empty at `start` when there is nothing else)."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return Span(start, start)
    lead = len(piece) - len(piece.lstrip())
    return Span(start + lead, start + lead + len(stripped))
