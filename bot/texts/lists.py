"""Lists and numbers in words."""

from collections.abc import Iterable, Sequence


def articles(number: int) -> str:
    """So many articles."""
    return counted(number, "article")


def counted(number: int, noun: str) -> str:
    """So many of something."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def mentioned(channels: Sequence[int], most: int) -> str:
    """The first channels of some, and how many more there are."""
    named = [f"<#{channel}>" for channel in channels[:most]]
    more = len(channels) - len(named)
    return f"{', '.join(named)}{f' and {more} more' if more else ''}"


def either(words: Iterable[str]) -> str:
    """Words of which one is meant."""
    *before, last = [f"“{word}”" for word in words]
    return f"{', '.join(before)} or {last}" if before else last
