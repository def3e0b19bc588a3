"""The analysed terms of a corpus in a compact file: what every engine is given, term for term.

    lengths    the number of tokens of each passage, 4 bytes each
    tokens     the number of the term of each token, 4 bytes each
    terms      the terms, one a line, numbered from 0
    dfs        how many passages hold each term, 4 bytes each

Peers get a term as an ASCII word that no tokenizer splits or changes, `t` and its number.
"""

import json
import os
import signal
from array import array
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.analysed import passage_terms
from index.analysis import Analyzer
from index.articles import Article

_BATCH = 200  # articles analysed at once
_BLOCK = 1 << 18  # tokens read at once
_NUMBER = "I"  # four bytes
_Analyzed = list[list[str]]  # the terms of each passage


class TermFile:
    """The passages of a corpus as numbers of terms."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.lengths: NDArray[np.uint32] = np.fromfile(folder / "lengths", np.uint32)
        self.dfs: NDArray[np.uint32] = np.fromfile(folder / "dfs", np.uint32)

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def words(self) -> list[str]:
        """What peers call each term."""
        return [f"t{number}" for number in range(len(self.dfs))]

    def terms(self) -> list[str]:
        """The terms in the order of their numbers."""
        return (self._folder / "terms").read_text("utf-8").split("\n")[:-1]

    def passages(self, block: int = _BLOCK) -> Iterator[list[int]]:
        """The numbers of the terms of each passage, in order; `block` tokens are read at once."""
        # Read and not mapped: the pages of a mapped file would count as the memory of a peer.
        with (self._folder / "tokens").open("rb") as file:
            held: list[int] = []
            at = 0
            for length in self.lengths.tolist():
                while len(held) - at < length:
                    read = np.frombuffer(file.read(block * 4), np.uint32).tolist()
                    if not read:
                        raise EOFError("the term file is shorter than its lengths say")
                    held, at = held[at:] + read, 0
                yield held[at : at + length]
                at += length


def write_terms(corpus: Path, folder: Path) -> TermFile:
    """Analyse the articles of a corpus with all cores, or find the terms written before."""
    if (folder / "dfs").exists():
        return TermFile(folder)
    folder.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, int] = {}
    dfs = array(_NUMBER)
    with (folder / "lengths").open("wb") as lengths, (folder / "tokens").open("wb") as tokens:
        for passage in _analyzed(corpus):
            held = [numbers.setdefault(term, len(numbers)) for term in passage]
            dfs.extend([0] * (len(numbers) - len(dfs)))
            for number in set(held):
                dfs[number] += 1
            array(_NUMBER, [len(held)]).tofile(lengths)
            array(_NUMBER, held).tofile(tokens)
    (folder / "terms").write_text("".join(f"{term}\n" for term in numbers), "utf-8")
    # Written last: without it the rest is what was interrupted.
    (folder / "dfs").write_bytes(dfs.tobytes())
    return TermFile(folder)


def _analyzed(corpus: Path) -> Iterator[list[str]]:
    """The terms of each passage; no more batches are under way than there are cores to work."""
    workers = os.cpu_count() or 1
    waiting: deque[Future[_Analyzed]] = deque()
    with (
        corpus.open(encoding="utf-8") as lines,
        ProcessPoolExecutor(workers, initializer=_leave_interrupts_to_the_parent) as pool,
    ):
        while batch := list(islice(lines, _BATCH)):
            waiting.append(pool.submit(_terms, batch))
            if len(waiting) > workers:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()


def _terms(lines: Iterable[str]) -> _Analyzed:
    analyzer = Analyzer()
    articles = (Article(**json.loads(line)) for line in lines)
    return [passage for article in articles for passage in passage_terms(article, analyzer)]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
