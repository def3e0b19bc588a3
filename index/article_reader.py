"""The articles of some generations, read when they are asked for."""

from collections.abc import Sequence
from itertools import accumulate

from index.articles import Article
from index.generation import Generation

_KEPT = 256  # articles, and as many read before them: a question looks at the same several times


class ArticleReader:
    """Reads articles, and keeps those read last. Threads may share it.

    The articles of all generations are numbered as one, file after file.

    Args:
        generations: that hold them.
    """

    def __init__(self, generations: Sequence[Generation]) -> None:
        self._generations = generations
        self._firsts = [0, *accumulate(one.facts.articles for one in generations)]
        self._kept: dict[int, Article] = {}
        self._before: dict[int, Article] = {}

    def article(self, number: int) -> Article:
        """The article with a number."""
        return self._kept.get(number) or self._before.get(number) or self.articles([number])[0]

    def articles(self, numbers: Sequence[int]) -> list[Article]:
        """The articles with some numbers, in this order; those of a generation are read at once."""
        kept, before = self._kept, self._before
        found = {number: kept.get(number) or before.get(number) for number in numbers}
        missing = [number for number, article in found.items() if article is None]
        if missing:
            read = self._read(missing)
            if len(kept) >= _KEPT:
                self._before, self._kept = kept, {}
            self._kept.update(read)
            found |= read
        return [article for number in numbers if (article := found[number])]

    def _read(self, numbers: Sequence[int]) -> dict[int, Article]:
        read: dict[int, Article] = {}
        for generation, first, after in zip(
            self._generations, self._firsts, self._firsts[1:], strict=False
        ):
            own = [number for number in numbers if first <= number < after]
            if own:
                articles = generation.articles([number - first for number in own])
                read.update(zip(own, articles, strict=True))
        return read
