"""`byline index eval`: how well a test collection's questions are answered."""

import json
import math
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import click

from index.analysis import Analyzer
from index.bm25 import PassageBM25
from index.build import add_articles
from index.carrying import context_of
from index.errors import BadInputError
from index.evaluation import auroc, false_rate, ndcg, paired_p, recall, reciprocal_rank, success
from index.ingest import read_json_lines
from index.judgements import ARTICLES, JudgedQuestion, read_questions
from index.language import guess_language
from index.query import Query
from index.quote_report import quote_report
from index.search import SearchIndex

_DEPTH = 100
_K1, _B = 1.5, 0.75  # plain BM25's


@dataclass(frozen=True, slots=True)
class Found:
    """What a ranking gives for a question."""

    ranked: tuple[str, ...]  # article ids, best first
    confidence: float  # the higher, the likelier that the articles hold an answer
    ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a ranking is; the measures of order are means over the answerable questions."""

    dataset: str
    ranking: str
    questions: int
    ndcg_10: float
    mrr: float
    recall_10: float
    recall_100: float
    success_1: float
    success_10: float
    auroc: float | None  # of refusing; None where every question has an answer
    false_answers: float | None  # at 90 % of the answerable kept; None as above
    p95_ms: float
    p: float | None = None  # that the difference in nDCG@10 to plain BM25 is chance


_Ranking = Callable[[JudgedQuestion], Found]


@click.command("eval")
@click.argument(
    "datasets", nargs=-1, metavar="DATASET...",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)  # fmt: skip
@click.option(
    "--quotes", type=click.Path(path_type=Path), metavar="PATH",
    help="Measure who said what on the annotated articles of a file or folder instead.",
)  # fmt: skip
@click.option("--errors", is_flag=True, help="With --quotes, list each thing that is wrong.")
@click.option("--baseline", is_flag=True, help="Print plain BM25 beside it, with a paired test.")
@click.option(
    "--questions", type=click.IntRange(1), metavar="N", help="Ask N of each, evenly spread."
)
@click.option(
    "--history/--no-history", default=True, show_default=True,
    help="Whether what was said before a question counts.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def evaluate(
    *,
    datasets: tuple[Path, ...],
    quotes: Path | None,
    errors: bool,
    baseline: bool,
    questions: int | None,
    history: bool,
    as_json: bool,
) -> None:
    """Measure the ranking on test collections, or with --quotes who said what.

    Each is a folder with corpus.jsonl, queries.jsonl and qrels.tsv. Nothing else is read or
    changed. A question's "history" is what was said before it; --no-history leaves it out. Plain
    BM25 ranks whole articles by title and text, all words of the question alone counting.

    \b
    byline index eval collections/scifact --baseline
    byline index eval --quotes tests/quotations/development --errors
    """
    if (quotes is None) == (not datasets):
        raise click.UsageError("Name either test collections or --quotes PATH.")
    if errors if quotes is None else baseline or questions:
        raise click.UsageError("--errors goes with --quotes, --baseline and --questions without.")
    if quotes is not None:
        click.echo(quote_report(quotes, as_json=as_json, errors=errors))
        return
    if not as_json:
        click.echo(_HEADING)
    for folder in datasets:
        for figures in _measured(folder, baseline=baseline, limit=questions, history=history):
            click.echo(json.dumps(asdict(figures)) if as_json else _row(figures))


def _measured(
    folder: Path, *, baseline: bool, limit: int | None, history: bool
) -> Iterator[Figures]:
    asked = _spread(read_questions(folder), limit)
    if not history:
        asked = [replace(one, history=()) for one in asked]
    told = any(one.history for one in asked)
    gains: list[float] | None = None
    if baseline:
        found = [*map(_plain_bm25(folder), asked)]
        gains = _gains(asked, found)
        yield _figures(folder.name, "plain BM25", asked, found, None)
    with _byline(folder) as ranking:
        found = [ranking(one) for one in asked]
    p = None
    if gains is not None:
        pairs = zip(_gains(asked, found), gains, strict=True)
        p = paired_p([ours - plain for ours, plain in pairs])
    yield _figures(folder.name, "Byline, told" if told else "Byline", asked, found, p)


def _spread(questions: Sequence[JudgedQuestion], limit: int | None) -> list[JudgedQuestion]:
    step = max(1, math.ceil(len(questions) / limit)) if limit else 1
    return list(questions[::step])


@contextmanager
def _byline(folder: Path) -> Iterator[_Ranking]:
    with tempfile.TemporaryDirectory() as place:
        add_articles((("import:", one) for one in read_json_lines(folder / ARTICLES)), place)
        index = SearchIndex.open(place)

        def ranking(question: JudgedQuestion) -> Found:
            begun = time.perf_counter()
            context = context_of(question.text, question.history)
            hits = index.search(Query(question.text, context=context), _DEPTH, once=True)
            ms = 1000 * (time.perf_counter() - begun)
            # A copy that is told of beside its story is found with it.
            told = ((hit.article, *hit.also_in) for hit in hits)
            ranked = tuple(dict.fromkeys(one.id for story in told for one in story))
            evidence = hits[0].evidence if hits else None
            return Found(ranked, evidence.confidence if evidence else -math.inf, ms)

        try:
            yield ranking
        finally:
            index.close()


def _plain_bm25(folder: Path) -> _Ranking:
    """BM25 over whole articles, for comparison; its confidence is the raw score."""
    articles = [
        one.article for one in read_json_lines(folder / ARTICLES) if one.article is not None
    ]
    if not articles:
        raise BadInputError(f"{folder / ARTICLES} holds no articles; name a test collection.")
    texts = [f"{one.title}\n{one.text}" for one in articles]
    langs = [guess_language(text) for text in texts]
    usual = statistics.mode(langs)
    analyzer = Analyzer()
    bm25 = PassageBM25(
        [analyzer.terms(text, lang) for text, lang in zip(texts, langs, strict=True)], _K1, _B
    )

    def ranking(question: JudgedQuestion) -> Found:
        begun = time.perf_counter()
        lang = guess_language(question.text, among=set(langs), default=usual)
        best = bm25.top_k(analyzer.terms(question.text, lang), _DEPTH)
        ms = 1000 * (time.perf_counter() - begun)
        ranked = tuple(articles[number].id for number in best.passages)
        return Found(ranked, float(best.scores[0]) if len(best.scores) else 0.0, ms)

    return ranking


def _gains(asked: Sequence[JudgedQuestion], found: Sequence[Found]) -> list[float]:
    pairs = zip(asked, found, strict=True)
    return [ndcg(one.ranked, question.relevance) for question, one in pairs if question.relevance]


def _figures(
    dataset: str,
    ranking: str,
    asked: Sequence[JudgedQuestion],
    found: Sequence[Found],
    p: float | None,
) -> Figures:
    judged = [
        (one.ranked, question.relevance)
        for question, one in zip(asked, found, strict=True)
        if question.relevance
    ]
    confidence: dict[bool, list[float]] = {True: [], False: []}
    for question, one in zip(asked, found, strict=True):
        confidence[question.answerable].append(one.confidence)
    refusing = confidence[True], confidence[False]
    return Figures(
        dataset=dataset,
        ranking=ranking,
        questions=len(asked),
        ndcg_10=_mean([ndcg(*one) for one in judged]),
        mrr=_mean([reciprocal_rank(*one) for one in judged]),
        recall_10=_mean([recall(*one, 10) for one in judged]),
        recall_100=_mean([recall(*one, 100) for one in judged]),
        success_1=_mean([success(*one, 1) for one in judged]),
        success_10=_mean([success(*one, 10) for one in judged]),
        auroc=auroc(*refusing) if all(refusing) else None,
        false_answers=false_rate(*refusing) if all(refusing) else None,
        p95_ms=sorted(one.ms for one in found)[int(0.95 * len(found))] if found else 0.0,
        p=p,
    )


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else 0.0


_HEADING = (
    f"{'dataset':20} {'ranking':12} asked nDCG@10   MRR  R@10 R@100   S@1  S@10 AUROC false"
    " p95 ms  p"
)


def _row(one: Figures) -> str:
    order = (one.mrr, one.recall_10, one.recall_100, one.success_1, one.success_10)
    shares = " ".join(_share(share) for share in (*order, one.auroc, one.false_answers))
    p = "" if one.p is None else f"{one.p:.4f}"
    return (
        f"{one.dataset:20} {one.ranking:12} {one.questions:5}   {_share(one.ndcg_10)} {shares} "
        f"{one.p95_ms:6.1f}  {p}"
    ).rstrip()


def _share(share: float | None) -> str:
    return "    -" if share is None else f"{share:5.3f}"
