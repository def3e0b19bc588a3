"""How long it takes to score 50,000 passages for questions of 5, 12, 60 and 400 terms.

The scores are compared with those of rank-bm25, which scores every passage.
"""

import random
import time

import numpy as np

from index.bm25 import PassageBM25
from tests.faults.outcome import Held, Size, alone
from tests.faults.town import load, percentile
from tests.test_bm25 import reference

LIMITS_MS = {5: 2.0, 12: 3.0, 60: 10.0, 400: 40.0}
WORDS, LENGTH = 20_000, 60
CLOSE = 1e-9


async def run(size: Size) -> list[Held]:
    """Score, and compare."""
    rng = random.Random(size.seed)  # noqa: S311  # the same words each time
    passages, questions = size.of(50_000, 500), size.of(100, 5)
    words = [f"w{number}" for number in range(WORDS)]
    shares = [1 / (rank + 3) for rank in range(WORDS)]  # Zipf's law
    corpus = [rng.choices(words, shares, k=LENGTH) for _ in range(passages)]
    bm25 = PassageBM25(corpus)
    figures, fine = [], True
    for terms, limit in LIMITS_MS.items():
        times = []
        for _ in range(questions):
            question = _distinct(rng, words, shares, terms)
            bm25.top_k(question, 10)  # reads the postings, which then stay in memory
            began = time.perf_counter()
            bm25.top_k(question, 10)
            times.append((time.perf_counter() - began) * 1000)
        p95 = percentile(times, 0.95)
        figures.append(f"{terms} terms {p95:.1f} ms (at most {limit:.0f})")
        fine = fine and (size.smoke or p95 <= limit)
    question = rng.choices(words, shares, k=12)
    expected = np.array(reference(corpus, question))
    apart = float(np.abs(np.array(bm25.get_scores(question)) - expected).max())
    figure = (
        f"{passages} passages, p95: {', '.join(figures)}; apart from rank-bm25 by {apart:.0e} "
        f"({load()})"
    )
    return [Held("L0", figure, fine and apart <= CLOSE)]


def _distinct(rng: random.Random, words: list[str], shares: list[float], count: int) -> list[str]:
    """So many different words, the frequent ones more often."""
    chosen: dict[str, None] = {}
    while len(chosen) < count:
        chosen.update(dict.fromkeys(rng.choices(words, shares, k=count)))
    return list(chosen)[:count]


if __name__ == "__main__":
    alone(run)
