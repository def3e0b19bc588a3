"""Nicknames inside names: "Otto “Bud” Falk" is Otto Falk, and Bud Falk as well."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from index.quote import Quote
from index.spans import Span

_MOST = 8  # nicknames in a text before one surname; whoever has more is nobody
_LONGEST = 100  # characters of a name on either side

_Surroundings = tuple[str, str, str]  # what stands before a nickname, it with its marks, and behind


def with_nicknames(found: Iterable[Quote], text: str, nicknames: Sequence[Span]) -> Iterator[Quote]:
    """Quotes whose speakers are called as the text calls them where it gives their nicknames.

    Args:
        found: whose speakers are called without.
        text: the article's.
        nicknames: that stand inside of names in it, with their marks.
    """
    by_next: dict[str, list[_Surroundings]] = defaultdict(list)
    for start, end in nicknames:
        before, after = text[max(0, start - _LONGEST) : start], text[end : end + _LONGEST].split()
        by_next[after[0].rstrip(",.;:") if after else ""].append(
            (before.rstrip(), text[start:end], " ".join(after))
        )
    called: dict[str, str] = {}
    for quote in found:
        name = quote.speaker
        if name and name not in called:
            called[name] = _as_given(name, by_next)
        yield replace(quote, speaker=called[name]) if name else quote


def _as_given(name: str, by_next: Mapping[str, Sequence[_Surroundings]]) -> str:
    words = name.split()
    for number in range(1, len(words)):
        first, last = " ".join(words[:number]), " ".join(words[number:])
        for before, nickname, after in by_next.get(words[number], ())[:_MOST]:
            if not after.startswith(last):
                continue
            if before.endswith(first):
                return f"{first} {nickname} {last}"
            if first == nickname[1:-1]:  # "Bud Falk", whose given name stands before it
                return f"{before.rpartition(' ')[2]} {nickname} {last}"
    return name
