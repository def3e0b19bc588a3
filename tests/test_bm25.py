"""Our scores are rank-bm25's, and the best are found without scoring all."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.bm25 import PassageBM25
from index.impacts import Impacts, Places
from index.postings import JointPostings, PackedPostings
from index.top_k import Traversal

TERMS = st.sampled_from("abcdefgh")
CORPUS = st.lists(st.lists(TERMS, max_size=12), max_size=30)
QUERY = st.lists(st.sampled_from("abcdefghxy"), max_size=6)


class LuceneIdf(BM25Okapi):  # type: ignore[misc]
    """rank-bm25 as it is, with our idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        for word, df in nd.items():
            self.idf[word] = math.log(1 + (self.corpus_size - df + 0.5) / (df + 0.5))


def reference(corpus: list[list[str]], query: list[str]) -> list[float]:
    """rank-bm25's own scores; it divides by zero where there is nothing to count."""
    if not any(corpus):
        return [0.0] * len(corpus)
    return [float(score) for score in LuceneIdf(corpus).get_scores(query)]


def exhaustive(corpus: list[list[str]], query: list[str], recency: list[int]) -> list[int]:
    scores = reference(corpus, query)
    matching = [n for n, passage in enumerate(corpus) if set(passage) & set(query)]
    return sorted(matching, key=lambda n: (-round(scores[n], 9), -recency[n], n))


@given(CORPUS, QUERY)
def test_scores_are_those_of_rank_bm25(corpus: list[list[str]], query: list[str]) -> None:
    bm25 = PassageBM25(corpus)
    expected = reference(corpus, query)
    assert bm25.get_scores(query) == pytest.approx(expected, abs=1e-9)
    everyone = list(range(len(corpus)))
    assert bm25.get_batch_scores(query, everyone) == pytest.approx(expected, abs=1e-9)


@given(CORPUS, QUERY, st.integers(1, 12), st.lists(st.integers(0, 3), min_size=30, max_size=30))
def test_top_k_is_that_of_scoring_every_passage(
    corpus: list[list[str]], query: list[str], k: int, recency: list[int]
) -> None:
    best = PassageBM25(corpus).top_k(query, k, recency=np.array(recency[: len(corpus)], np.int64))
    assert best.passages.tolist() == exhaustive(corpus, query, recency)[:k]
    assert best.scores == pytest.approx([reference(corpus, query)[n] for n in best.passages])


@given(CORPUS, QUERY, st.integers(1, 12), st.sets(st.integers(0, 29)))
def test_a_filter_keeps_the_best_of_what_it_lets_through(
    corpus: list[list[str]], query: list[str], k: int, through: set[int]
) -> None:
    allowed = np.array([n in through for n in range(len(corpus))], np.bool_)
    best = PassageBM25(corpus).top_k(query, k, allowed=allowed)
    wanted = [n for n in exhaustive(corpus, query, [0] * len(corpus)) if n in through]
    assert best.passages.tolist() == wanted[:k]


@given(CORPUS, CORPUS, QUERY)
def test_two_sets_score_as_one(
    left: list[list[str]], right: list[list[str]], query: list[str]
) -> None:
    joint = PassageBM25(JointPostings([PackedPostings(left), PackedPostings(right)]))
    whole = PassageBM25([*left, *right])
    assert joint.get_scores(query).tolist() == whole.get_scores(query).tolist()
    assert joint.top_k(query, 5).passages.tolist() == whole.top_k(query, 5).passages.tolist()


@pytest.mark.parametrize("size", range(7))
def test_every_matching_passage_of_a_tiny_corpus_is_found(size: int) -> None:
    for passages in product(([], ["a"], ["a", "b"], ["b"]), repeat=min(size, 5)):
        corpus = [list(passage) for passage in passages] + [[]] * (size - min(size, 5))
        best = PassageBM25(corpus).top_k(["a"], 10)
        assert sorted(best.passages.tolist()) == [n for n, p in enumerate(corpus) if "a" in p]
        assert all(score > 0 for score in best.scores)


def test_a_repeated_query_term_counts_repeatedly() -> None:
    bm25 = PassageBM25([["a"], ["b"]])
    assert bm25.get_scores(["a", "a"])[0] == pytest.approx(2 * bm25.get_scores(["a"])[0])


def test_a_passage_that_does_not_exist_has_no_score() -> None:
    with pytest.raises(IndexError, match="numbered from 0 to 1"):
        PassageBM25([["a"], ["b"]]).get_batch_scores(["a"], [2])


def large_corpus(seed: int) -> list[list[str]]:
    """Passages of words as frequent as those of a language: few in many, many in few."""
    rng = np.random.default_rng(seed)
    words = np.minimum(rng.zipf(1.3, 60_000), 2_000)
    return [[f"w{word}" for word in part] for part in np.array_split(words, 3_000)]


TRAVERSALS = [
    Traversal(),
    Traversal(at_once=0),
    Traversal(probe=1, stage=0, growth=2, at_once=0),
    Traversal(probe=1, stage=40, growth=2, at_once=0),
    Traversal(probe=2, stage=1_000_000, growth=3, at_once=0),
    Traversal(few=0),
    Traversal(lookup=1_000_000, at_once=0),
    Traversal(lookup=100, at_once=0),
]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("filtered", [False, True])
def test_however_the_search_goes_it_finds_the_best(seed: int, filtered: bool) -> None:
    corpus = PackedPostings(large_corpus(seed))
    rng = np.random.default_rng(seed)
    allowed = rng.random(len(corpus.lengths)) < 0.3 if filtered else np.ones(3_000, np.bool_)
    engines = [PassageBM25(corpus, traversal=traversal) for traversal in TRAVERSALS]
    for _ in range(60):
        # Of frequent words, of rare ones, and of both; some twice; a few words, or an article.
        highest = int(rng.choice([8, 100, 2_000]))
        words = int(rng.choice([1, 2, 3, 4, 5, 6, 400]))
        query = [f"w{word}" for word in rng.integers(1, highest, words)]
        k = int(rng.integers(1, 30))
        scores = engines[0].get_scores(query)
        expected = np.lexsort((np.arange(3_000), -np.where(allowed, scores, 0)))
        wanted = [n for n in expected.tolist() if allowed[n] and scores[n] > 0][:k]
        for engine in engines:
            best = engine.top_k(query, k, allowed=allowed if filtered else None)
            assert best.passages.tolist() == wanted
            assert best.scores.tolist() == scores[wanted].tolist()


def test_a_query_as_long_as_an_article_looks_up_less_than_all_it_could_add_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shares = 1 / np.arange(3, 20_003)  # of words: Zipf's law
    words = np.random.default_rng(0).choice(20_000, (10_000, 20), p=shares / shares.sum())
    corpus = PackedPostings([[f"w{word}" for word in passage] for passage in words])
    query = [f"w{word}" for word in range(400)]
    bm25 = PassageBM25(corpus)
    looked_up = 0
    of = Impacts.of

    def counted(impacts: Impacts, passages: Places) -> NDArray[np.float64]:
        nonlocal looked_up
        looked_up += len(passages)
        return of(impacts, passages)

    monkeypatch.setattr(Impacts, "of", counted)
    best = bm25.top_k(query, 10)
    assert looked_up < 10_000 + sum(corpus.df(term) for term in query)
    assert best.scores.tolist() == np.sort(bm25.get_scores(query))[::-1][:10].tolist()
