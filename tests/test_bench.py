import itertools
import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bench.analysed import passage_terms
from bench.corpus import Corpus, make_corpus, make_update, read_articles
from bench.figures import agreement, latency, latency_ratios, ratio
from bench.joined import joined
from bench.own import best_of, table_megabytes
from bench.queries import draw_questions
from bench.terms import write_terms
from bench.text import TextError
from index.analysis import Analyzer
from index.judgements import JudgedQuestion
from index.language import is_stop_word
from index.ranking import Features, Scored
from index.spans import Span

ROOT = Path(__file__).resolve().parent.parent
SUBJECTS = "pilot harbour committee baker teacher ferry museum council sailor gardener".split()
DEEDS = "repaired opened questioned painted measured welcomed postponed described".split()
OBJECTS = "bridge market lighthouse archive timetable orchard stadium reservoir".split()
PLACES = "Norwick Eastmere Halden Quillport Brandy Thornhill".split()


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text of 23 thousand words, whose sentences all differ."""
    path = tmp_path_factory.mktemp("text") / "town.txt"
    lines = [
        f"The {subject} of {place} {deed} an old {thing} near the river."
        for subject, deed, thing, place in itertools.product(SUBJECTS, DEEDS, OBJECTS, PLACES)
    ]
    path.write_text("# A heading that is no sentence\n\n" + "\n".join(lines[::2]) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def corpus(text: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return make_corpus([text], tmp_path_factory.mktemp("work"), 600, seed=7)


def passages_of(corpus: Corpus) -> int:
    analyzer = Analyzer()
    return sum(len(passage_terms(one, analyzer)) for one in read_articles(corpus.path))


def test_one_text_and_seed_make_one_corpus_and_another_seed_another(
    text: Path, corpus: Corpus, tmp_path: Path
) -> None:
    again = make_corpus([text], tmp_path, 600, seed=7)
    other = make_corpus([text], tmp_path, 600, seed=8)
    assert again.path.read_bytes() == corpus.path.read_bytes()
    assert other.path.read_bytes() != corpus.path.read_bytes()


@pytest.mark.parametrize("wanted", [150, 900])
def test_a_corpus_has_as_many_passages_as_asked_for(
    text: Path, tmp_path: Path, wanted: int
) -> None:
    assert passages_of(make_corpus([text], tmp_path, wanted, seed=1)) == pytest.approx(wanted, 0.01)


def test_a_corpus_that_is_there_is_used_again(text: Path, tmp_path: Path) -> None:
    made = make_corpus([text], tmp_path, 100, seed=1)
    made.path.write_text("kept", "utf-8")
    assert make_corpus([text], tmp_path, 100, seed=1) == made
    assert made.path.read_text("utf-8") == "kept"


def test_paragraphs_are_whole_runs_of_the_text_until_it_is_used_up(
    text: Path, corpus: Corpus, tmp_path: Path
) -> None:
    whole = " ".join(text.read_text("utf-8").split())
    larger = make_corpus([text], tmp_path, 3 * corpus.text_paragraphs, seed=7)
    assert corpus.recombined > 0
    assert larger.recombined == pytest.approx(2 / 3, abs=0.01)
    paragraphs = [
        one for article in read_articles(larger.path) for one in article.text.split("\n\n")
    ]
    runs = paragraphs[: larger.text_paragraphs]
    assert all(run in whole for run in runs)
    assert len(set(runs)) == len(runs)
    assert not any(paragraph in whole for paragraph in paragraphs[larger.text_paragraphs :])


def test_articles_have_titles_and_dates_of_their_own(corpus: Corpus) -> None:
    articles = list(read_articles(corpus.path))
    assert len({one.id for one in articles}) == len(articles) == corpus.articles
    assert all(one.title and one.published and one.lang == "en" for one in articles)
    assert len({one.published for one in articles}) > len(articles) / 2


def test_an_update_brings_articles_that_the_corpus_does_not_have(
    text: Path, corpus: Corpus, tmp_path: Path
) -> None:
    update = list(read_articles(make_update([text], tmp_path, 10, seed=7)))
    assert len(update) == 10
    assert not {one.id for one in update} & {one.id for one in read_articles(corpus.path)}


def test_a_text_without_sentences_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("# Only a heading\n", "utf-8")
    with pytest.raises(TextError, match="no sentences"):
        make_corpus([tmp_path], tmp_path / "work", 100, seed=1)


def test_json_lines_are_read_as_well_as_plain_text(tmp_path: Path, text: Path) -> None:
    record = {"id": 1, "text": text.read_text("utf-8")}
    (tmp_path / "one.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    made = make_corpus([tmp_path / "one.jsonl"], tmp_path / "work", 100, seed=1)
    assert passages_of(made) == pytest.approx(100, 0.02)


def test_the_term_file_holds_what_analysis_finds(corpus: Corpus, tmp_path: Path) -> None:
    terms = write_terms(corpus.path, tmp_path / "terms")
    names = terms.terms()
    analyzer = Analyzer()
    expected = [
        passage
        for article in read_articles(corpus.path)
        for passage in passage_terms(article, analyzer)
    ]
    for block in (10, 1_000, 1_000_000):
        held = [[names[number] for number in one] for one in terms.passages(block)]
        assert held == expected
    for number in range(0, len(names), 7):
        assert terms.dfs[number] == sum(names[number] in passage for passage in expected)
    assert terms.lengths.tolist() == [len(passage) for passage in expected]


def test_questions_are_three_to_eight_different_content_words(corpus: Corpus) -> None:
    questions = draw_questions(corpus.path, 50, seed=3)
    assert questions == draw_questions(corpus.path, 50, seed=3)
    assert questions != draw_questions(corpus.path, 50, seed=4)
    for question in questions:
        words = question.text.split()
        assert 3 <= len(words) <= 8
        assert len(set(question.terms)) == len(words)
        assert not any(is_stop_word(word, "en") for word in words)
        assert tuple(Analyzer().terms(question.text, "en")) == question.terms


def test_questions_may_be_held_to_some_terms(corpus: Corpus) -> None:
    among = {"river", "old", "near", "pilot"}
    questions = draw_questions(corpus.path, 20, seed=3, among=among)
    assert len(questions) == 20
    assert {term for question in questions for term in question.terms} <= among
    assert draw_questions(corpus.path, 20, seed=3, among={"river", "old"}) == []


def test_a_text_of_stop_words_gives_no_questions(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("It is what it is. There they are, again and again. " * 40)
    made = make_corpus([tmp_path / "text.txt"], tmp_path / "work", 100, seed=1)
    with pytest.raises(TextError, match="content words"):
        draw_questions(made.path, 5, seed=1)


def test_percentiles_and_ratios() -> None:
    times = [number / 1000 for number in range(1, 102)]
    assert latency(times).p50_ms == 51
    assert latency(times).p95_ms == 96
    assert latency(times).p99_ms == 100
    assert ratio(1, 4) == 0.25
    assert ratio(None, 4) is None
    assert ratio(1, 0) is None


def test_latencies_are_compared_on_the_questions_both_were_asked() -> None:
    compared = latency_ratios([0.001, 0.001, 9, 9], [0.002, 0.002])
    assert (compared.questions, compared.p50, compared.p99) == (2, 0.5, 0.5)
    compared = latency_ratios([0.001, 0.001], [0.002, 0.002, 9, 9])
    assert (compared.questions, compared.p50, compared.p99) == (2, 0.5, 0.5)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([4.0, 2.0], [4.0, 2.0], 1.0),
        ([4.0, 2.0], [4.1, 1.0], 0.5),
        ([4.0, 2.0], [4.0], 0.5),
        ([4.0], [4.0, 3.0], 1.0),  # theirs may go on where ours has found all that match
        ([], [], 1.0),
        ([], [1.0], 0.0),
    ],
)
def test_agreement_is_the_share_of_our_scores_that_are_theirs(
    ours: list[float], theirs: list[float], expected: float
) -> None:
    assert agreement(ours, theirs, tolerance=0.05) == expected


def test_exhaustive_ranking_puts_ties_newest_first_and_sees_through_rounding() -> None:
    scores = np.array([0.0, 1.0, 0.1 + 0.2, 0.3, 1.0, 0.0])
    recency = np.array([9, 1, 5, 6, 2, 9])
    assert best_of(scores, recency).tolist() == [4, 1, 3, 2]
    assert best_of(scores, None).tolist() == [1, 4, 2, 3]


def test_ties_at_the_last_place_are_all_weighed() -> None:
    scores = np.ones(30)
    assert best_of(scores, np.arange(30)).tolist() == list(range(29, 19, -1))


def run_bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *map(str, arguments)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_wiki_of_joined_paragraphs_is_judged_by_its_passages(tmp_path: Path) -> None:
    paragraphs = [("a", "Piers", "One."), ("b", "Boats", "Two."), ("c", "Piers", "Three.")]
    lines = [json.dumps({"id": i, "title": t, "text": x}) for i, t, x in paragraphs]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines), "utf-8")
    wiki = joined(tmp_path)
    assert [(one.title, one.text) for one in wiki.articles] == [
        ("Piers", "One.\n\nThree.\n\n"), ("Boats", "Two.\n\n"),
    ]  # fmt: skip
    features = Features(*[0.0] * len(Features._fields))
    spans = [("Piers", Span(0, 4)), ("Piers", Span(6, 12)), ("Boats", Span(0, 4))]
    found = [Scored(article, span, 1.0, features) for article, span in spans]
    asked = JudgedQuestion("q", "three?", {"c": 1.0}, answerable=True)
    question, passages = wiki.judged(asked, found)
    assert question.relevance == {passages[1].article: 1.0}
    assert len({one.article for one in passages}) == len(found)


def test_a_run_ends_with_one_line_of_json(text: Path, tmp_path: Path) -> None:
    ran = run_bench(
        "--passages", "300", "--growth", "150", "--queries", "20", "--engines", "byline",
        "--seconds", "0.1", "--starts", "1", "--text", text, "--json", tmp_path / "told.json",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told == json.loads((tmp_path / "told.json").read_text("ascii"))
    assert told.keys() == {
        "machine", "seed", "articles", "passages", "tokens", "terms", "recombined", "own", "built",
        "served", "exactness", "ratios", "left_out", "growth",
    }  # fmt: skip
    assert told["passages"] == pytest.approx(300, 0.01)
    assert [one["engine"] for one in told["served"]] == ["byline", "byline search"]
    asked = told["exactness"]["questions"]
    assert asked > 20  # those of frequent terms among them
    assert told["exactness"] == {"questions": asked, "scores": asked, "passages": asked}
    assert 0 < told["own"]["ranking_mb"] < told["own"]["generation_mb"]
    (row,) = told["growth"]
    assert row["passages"] == pytest.approx(150, 0.02)
    assert row["drawn"]["questions"] == row["exactness"]["passages"] == 20
    assert row["update_seconds"] > 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "--passages"),
        (["--growth", "ten"], "numbers"),
        (["--passages", "300", "--engines", "unheard"], "no engine 'unheard'"),
    ],
)
def test_wrong_options_are_told(text: Path, arguments: list[str], complaint: str) -> None:
    ran = run_bench("--text", text, *arguments)
    assert ran.returncode == 2
    assert complaint in ran.stderr


def test_the_size_of_a_table_is_what_it_takes_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "one.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE terms (term TEXT PRIMARY KEY, passages BLOB)")
    connection.execute("INSERT INTO terms VALUES ('a', zeroblob(50000))")
    connection.commit()
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    options = {name for (name,) in connection.execute("PRAGMA compile_options")}
    connection.close()
    assert table_megabytes(path, ("missing",)) == 0
    if "ENABLE_DBSTAT_VTAB" in options:  # all pages but the first, which holds the schema
        assert table_megabytes(path, ("terms",)) == (path.stat().st_size - page) / 1e6
    else:
        assert table_megabytes(path, ("terms",)) == 50_001 / 1e6
