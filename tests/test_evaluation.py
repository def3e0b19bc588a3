"""Measures against values computed by hand, and the command that prints them."""

import json
import math
from pathlib import Path

import pytest

from index.evaluation import auroc, false_rate, ndcg, paired_p, recall, reciprocal_rank, success
from tests.test_cli import byline

RELEVANCE = {"a": 1.0, "b": 1.0}
GRADED = {"a": 3.0, "b": 1.0}


@pytest.mark.parametrize(
    ("ranked", "relevance", "expected"),
    [
        (["a", "b"], RELEVANCE, 1),
        (["x", "a"], {"a": 1.0}, 1 / math.log2(3)),
        (["b", "a"], GRADED, (1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3))),
        (["x"] * 10 + ["a"], {"a": 1.0}, 0),
        ([], RELEVANCE, 0),
        (["a"], {}, 0),
    ],
)
def test_ndcg_discounts_by_the_logarithm_of_the_rank(
    ranked: list[str], relevance: dict[str, float], expected: float
) -> None:
    assert ndcg(ranked, relevance) == pytest.approx(expected)


def test_only_the_first_relevant_article_counts_for_the_reciprocal_rank() -> None:
    assert reciprocal_rank(["x", "y", "b", "a"], RELEVANCE) == pytest.approx(1 / 3)
    assert reciprocal_rank(["x"], RELEVANCE) == 0


def test_recall_is_a_share_of_the_relevant_and_success_needs_one() -> None:
    assert recall(["x", "a", "b"], RELEVANCE, 2) == 0.5
    assert success(["x", "a", "b"], RELEVANCE, 2) == 1
    assert success(["x", "a", "b"], RELEVANCE, 1) == 0


@pytest.mark.parametrize(
    ("positive", "negative", "expected"),
    [([2, 3], [1], 1), ([1], [2, 3], 0), ([2], [2], 0.5), ([1, 3], [2, 2], 0.5)],
)
def test_auroc_is_the_share_of_pairs_in_order_with_ties_as_halves(
    positive: list[float], negative: list[float], expected: float
) -> None:
    assert auroc(positive, negative) == expected


def test_measures_of_refusing_are_unknown_where_one_kind_is_missing() -> None:
    assert math.isnan(auroc([1], []))
    assert math.isnan(false_rate([], [1]))


def test_false_answers_are_counted_at_the_threshold_that_keeps_nine_of_ten() -> None:
    kept = [float(one) for one in range(10)]  # the threshold is 1
    assert false_rate(kept, [0.5, 1.0, 2.0, 0.0]) == 0.5


@pytest.mark.parametrize(
    ("differences", "expected"),
    [([], 1), ([0, 0], 1), ([1, -1], 1), ([1] * 4, 2 / 16), ([1] * 12, 2 / 4096)],
)
def test_chance_is_the_share_of_sign_changes_that_give_as_much(
    differences: list[float], expected: float
) -> None:
    assert paired_p(differences) == pytest.approx(expected, rel=0.1, abs=5e-4)


def test_a_test_collection_is_measured_beside_plain_bm25(tmp_path: Path) -> None:
    articles = [
        {"id": "wall", "title": "Harbour", "text": "The harbour wall broke in the storm."},
        {"id": "tea", "title": "Tea", "text": "Tea from the hills sells well this year."},
    ]
    questions = [
        {"id": "1", "text": "harbour wall", "answerable": True},
        {"id": "2", "text": "price of copper", "answerable": False},
    ]
    for name, lines in (("corpus.jsonl", articles), ("queries.jsonl", questions)):
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines))
    (tmp_path / "qrels.tsv").write_text("1\twall\t1\n")
    done = byline("index", "eval", tmp_path, "--baseline", "--json")
    plain, ours = (json.loads(line) for line in done.stdout.splitlines())
    assert (plain["ranking"], ours["ranking"]) == ("plain BM25", "Byline")
    assert (ours["ndcg_10"], ours["mrr"], ours["auroc"], ours["p"]) == (1, 1, 1, 1)


def test_what_was_said_before_a_question_counts_unless_it_is_left_out(tmp_path: Path) -> None:
    articles = [
        {"id": "wall", "text": "The harbour wall of Odd is nine metres high."},
        {"id": "tree", "text": "The tree is high."},
    ]
    question = {"id": "1", "text": "How high is it?", "history": ["Who built the harbour wall?"]}
    (tmp_path / "corpus.jsonl").write_text("".join(f"{json.dumps(one)}\n" for one in articles))
    (tmp_path / "queries.jsonl").write_text(json.dumps(question))
    (tmp_path / "qrels.tsv").write_text("1\twall\t1\n")
    for option, mrr, ranking in ((), 1, "Byline, told"), (("--no-history",), 0.5, "Byline"):
        figures = json.loads(byline("index", "eval", tmp_path, "--json", *option).stdout)
        assert (figures["mrr"], figures["ranking"]) == (mrr, ranking)


def test_a_folder_without_questions_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = byline("index", "eval", tmp_path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("corpus", "qrels"),
    [("", "q\ta\t1\n"), ("nonsense\n", "q\ta\t1\n"), ('{"id": "a", "text": "Boats."}\n', "q a\n")],
)
def test_what_is_no_test_collection_is_refused_in_one_sentence(
    tmp_path: Path, corpus: str, qrels: str
) -> None:
    (tmp_path / "corpus.jsonl").write_text(corpus)
    (tmp_path / "queries.jsonl").write_text('{"id": "q", "text": "boats"}\n')
    (tmp_path / "qrels.tsv").write_text(qrels)
    done = byline("index", "eval", "--baseline", tmp_path)
    assert done.returncode == 1
    assert "collection" in done.stderr
    assert len(done.stderr.splitlines()) == 1
