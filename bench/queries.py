"""Questions drawn from the sentences of a corpus: three to eight content words each."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.random import Generator

from bench.corpus import read_articles
from bench.text import TextError
from index.analysis import Analyzer
from index.language import is_stop_word
from index.sentences import sentences

_LANG = "en"
_FEWEST_WORDS = 3
_MOST_WORDS = 8
_POOL = 2_000  # articles from which sentences are drawn
_TRIES = 200  # sentences looked at for one question


@dataclass(frozen=True, slots=True)
class Question:
    """What all engines are asked."""

    text: str  # words as they stand in the corpus
    terms: tuple[str, ...]  # what analysis makes of them, all different


def draw_questions(
    corpus: Path, count: int, seed: int, among: Collection[str] | None = None
) -> list[Question]:
    """Draw questions, the same for the same corpus and seed.

    Args:
        corpus: a JSON Lines file of articles.
        count: how many; fewer come back where the corpus does not hold enough words.
        seed: of the generator.
        among: the only terms a question may have; its words may then come from several sentences.

    Raises:
        TextError: no sentence has enough content words.
    """
    rng = np.random.default_rng(seed)
    told = _sentences(corpus, rng)
    analyzer = Analyzer()
    questions: list[Question] = []
    while len(questions) < count:
        wanted = int(rng.integers(_FEWEST_WORDS, _MOST_WORDS + 1))
        words = _words(told, wanted, among, analyzer)
        if len(words) < _FEWEST_WORDS:
            break
        # A random part of the words, in their order.
        kept = sorted(rng.permutation(len(words))[:wanted].tolist())
        terms = tuple(list(words)[place] for place in kept)
        questions.append(Question(" ".join(words[term] for term in terms), terms))
    if not questions and among is None:
        raise TextError(f"The text has no sentence of {_FEWEST_WORDS} content words; give another.")
    return questions


def _words(
    told: Iterator[str], wanted: int, among: Collection[str] | None, analyzer: Analyzer
) -> dict[str, str]:
    """Content words by their terms: those of one sentence, or `wanted` of those in `among`."""
    found: dict[str, str] = {}
    for _ in range(_TRIES):
        sentence = next(told)
        for token in analyzer.tokens(sentence, _LANG):
            word = sentence[token.start : token.end]
            if not is_stop_word(word, _LANG) and (among is None or token.term in among):
                found.setdefault(token.term, word)
        if len(found) >= (_FEWEST_WORDS if among is None else wanted):
            break
        if among is None:
            found = {}
    return found


def _sentences(corpus: Path, rng: Generator) -> Iterator[str]:
    """Sentences from anywhere in the corpus, without end."""
    texts: list[str] = []
    # A sample of a stream whose length is not known (Vitter 1985, algorithm R).
    for seen, article in enumerate(read_articles(corpus), start=1):
        if len(texts) < _POOL:
            texts.append(article.text)
        elif (place := int(rng.integers(seen))) < _POOL:
            texts[place] = article.text
    while True:
        text = texts[int(rng.integers(len(texts)))]
        found = sentences(text)
        yield found[int(rng.integers(len(found)))].of(text)
