"""What came of reading one thing, and how words from outside are shown in a report."""

from dataclasses import dataclass

from index.articles import Article

_QUOTED_LENGTH = 60  # enough to recognise a value by


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one file, or one line of a file."""

    where: str  # how to name it to the user: "articles/harbour.md", "export.jsonl line 7"
    article: Article | None  # None where it was skipped
    notes: tuple[str, ...] = ()  # why it was skipped (first), or what is doubtful about it
    elsewhere: bool = False  # it was skipped because its article is there from another place


def skipped(where: str, reason: str, notes: tuple[str, ...] = ()) -> Reading:
    """The reading of something that gave no article, with the reason before all other notes."""
    return Reading(where, None, (reason, *notes))


def shown(words: str) -> str:
    r"""`words` with all that cannot be seen, or would move what can, as escapes: "a\nb"."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in words
    )


def quoted(words: str) -> str:
    """`words` as a note quotes them: in quotation marks, escaped, and cut where they are long."""
    cut = words if len(words) <= _QUOTED_LENGTH else words[:_QUOTED_LENGTH] + "…"
    return f"'{shown(cut)}'"
