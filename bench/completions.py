"""How long completing an option takes, at every key pressed, on an index of a given size.

    python -m bench.completions --passages 100000

Makes articles of random words with headlines, sources and people who say something, builds a real
index of them, and types into every option. Prints how long after it was opened each option offers
anything, how long everything takes to be made ready, and the longest and the usual time of a
completion for each option; then the same as one line of JSON.
"""

import argparse
import json
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bot.completions import Completing, completions
from index import Article, SearchIndex
from index.build import add_articles
from index.ingest import Reading

_PASSAGES_AN_ARTICLE = 4
_WORDS_A_PASSAGE = 70
_SOURCES = 400
_PEOPLE = 8_000
_SYLLABLES = "ba cé di fo gu ha ji ko lü ma né pi qua ro sú ti va wi xo zá".split()
_LANGUAGES = ("en", "de", "fr", "es")
_TYPED = 40  # prefixes an option
_BETWEEN_LOOKS = 0.02  # seconds
_TRIES = 3  # of each, of which the shortest counts: the others waited for the machine


def word(rng: random.Random) -> str:
    """A word that nobody knows."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4)))


def articles(passages: int, rng: random.Random) -> Iterator[Article]:
    """Articles that are split into about so many passages."""
    vocabulary = [word(rng) for _ in range(20_000)]
    people = [f"{word(rng).title()} {word(rng).title()}" for _ in range(_PEOPLE)]
    sources = [f"The {word(rng).title()} {word(rng).title()}" for _ in range(_SOURCES)]
    for number in range(passages // _PASSAGES_AN_ARTICLE):
        paragraphs = [
            f"{' '.join(rng.choices(vocabulary, k=_WORDS_A_PASSAGE))}. "
            f'"{" ".join(rng.choices(vocabulary, k=8))}," said {rng.choice(people)}.'
            for _ in range(_PASSAGES_AN_ARTICLE)
        ]
        yield Article(
            f"article-{number}",
            " ".join(rng.choices(vocabulary, k=8)).capitalize(),
            "\n\n".join(paragraphs),
            source=rng.choice(sources),
            published=f"{rng.randint(2000, 2026)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            lang=rng.choice(_LANGUAGES),
        )


def typed(rng: random.Random) -> Iterator[str]:
    """What somebody may have typed: nothing, a letter, beginnings of words, anything."""
    yield from ("", "a", "b", "ba ce", "the", "what did ba", "*", "x" * 100)
    for _ in range(_TYPED):
        yield " ".join(word(rng)[: rng.randint(1, 5)] for _ in range(rng.randint(1, 3)))


def _took(what: Completing, text: str, index: SearchIndex) -> float:
    """Milliseconds that one completion takes."""
    begun = time.perf_counter()
    completions(what, text, index)
    return (time.perf_counter() - begun) * 1000


def _first_offers(index: SearchIndex) -> tuple[dict[Completing, float], float]:
    """Seconds until each option offers something, and until all is ready, from now on."""
    offers: dict[Completing, float] = {}
    begun = time.perf_counter()
    making = threading.Thread(target=index.warm)
    making.start()
    while making.is_alive() or len(offers) < len(Completing):
        for what in set(Completing) - set(offers):
            if completions(what, "", index, at_once=True):
                offers[what] = round(time.perf_counter() - begun, 2)
        time.sleep(_BETWEEN_LOOKS)
    return offers, round(time.perf_counter() - begun, 2)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--passages", type=int, default=100_000)
    wanted = parser.parse_args().passages
    rng = random.Random(7)  # noqa: S311  # the same articles each time
    with tempfile.TemporaryDirectory() as folder:
        readings = (("import:", Reading(one.id, one)) for one in articles(wanted, rng))
        add_articles(readings, Path(folder) / "data", "main")
        index = SearchIndex.open(Path(folder) / "data")
        offers, made = _first_offers(index)
        figures: dict[str, float] = {
            "passages": index.extent.passages,
            "articles": index.extent.articles,
            "made_s": made,
        }
        print(f"{figures['passages']} passages, {figures['articles']} articles")
        print(f"all made ready in {made} s; something is offered")
        for what, seconds in offers.items():
            figures[f"{what.value}_offered_s"] = seconds
            print(f"{what.value:10} after {seconds:5} s")
        for what in Completing:
            times = [min(_took(what, text, index) for _ in range(_TRIES)) for text in typed(rng)]
            median, longest = round(statistics.median(times), 1), round(max(times), 1)
            figures |= {f"{what.value}_p50_ms": median, f"{what.value}_max_ms": longest}
            print(f"{what.value:10} p50 {median:7} ms   max {longest:7} ms")
        index.close()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
