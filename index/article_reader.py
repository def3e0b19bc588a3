"""The articles of some generations, read when they are asked for."""

from collections.abc import Sequence

from index.articles import Article
from index.generation import Generation

_KEPT = 256  # articles, and as many read before them: a question looks at the same several times

Place = tuple[int, int]  # the number of a generation, and that of an article in it


class ArticleReader:
    """Reads articles, and keeps those read last. Threads may share it.

    Args:
        generations: that hold them.
    """

    def __init__(self, generations: Sequence[Generation]) -> None:
        self._generations = generations
        self._kept: dict[Place, Article] = {}
        self._before: dict[Place, Article] = {}

    def article(self, place: Place) -> Article:
        """The article at a place."""
        return self._kept.get(place) or self._before.get(place) or self.articles([place])[0]

    def articles(self, places: Sequence[Place]) -> list[Article]:
        """The articles at some places, in this order; those of a generation are read at once."""
        kept, before = self._kept, self._before
        found = {place: kept.get(place) or before.get(place) for place in places}
        missing = [place for place, article in found.items() if article is None]
        if missing:
            read = self._read(missing)
            if len(kept) >= _KEPT:
                self._before, self._kept = kept, {}
            self._kept.update(read)
            found |= read
        return [article for place in places if (article := found[place])]

    def _read(self, places: Sequence[Place]) -> dict[Place, Article]:
        read: dict[Place, Article] = {}
        for part, generation in enumerate(self._generations):
            numbers = [number for own, number in places if own == part]
            if numbers:
                articles = generation.articles(numbers)
                read |= {(part, number): one for number, one in zip(numbers, articles, strict=True)}
        return read
