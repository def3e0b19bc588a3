"""How well it is told who said what, as `byline index eval --quotes` prints it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from index.annotated_files import read_annotated
from index.quote_evaluation import QuoteError, QuoteFigures, RuleScore, Score, judge_quotes
from index.quotes import find_quotes

_SCORES = (
    "content", "exact", "direct", "reported", "cue", "speaker", "speaker_given_content", "shown",
)  # fmt: skip


def quote_report(path: Path, *, as_json: bool, errors: bool) -> str:
    """The figures for the annotated articles at `path`; with `errors`, each that is wrong too.

    Raises:
        BadInputError: there are none, or their annotation is broken.
    """
    articles = read_annotated(path)
    figures = judge_quotes(
        (one, find_quotes(one.text, title=one.title, lang=one.lang)) for one in articles
    )
    if as_json:
        return json.dumps(_as_json(figures, errors=errors), ensure_ascii=False)
    return "\n".join(_lines(figures, errors=errors))


def _as_json(figures: QuoteFigures, *, errors: bool) -> dict[str, object]:
    report: dict[str, object] = {"articles": figures.articles}
    for name in _SCORES:
        score: Score = getattr(figures, name)
        report[name] = {**asdict(score), **_shares(score)}
    report["rules"] = [{**asdict(one), "precision": one.precision} for one in figures.rules]
    if errors:
        report["errors"] = [asdict(one) for one in figures.errors]
    return report


def _shares(score: Score) -> dict[str, float]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def _lines(figures: QuoteFigures, *, errors: bool) -> Iterator[str]:
    yield f"{figures.articles} articles             found expected right precision recall    F1"
    for name in _SCORES:
        score: Score = getattr(figures, name)
        label = name.replace("_", " ")
        yield (
            f"{label:25} {score.found:5} {score.expected:8} {score.right:5}"
            f" {_percent(score.precision):>9} {_percent(score.recall):>6} {_percent(score.f1):>5}"
        )
    yield ""
    yield "rule                      shown          right precision"
    yield from map(_rule_line, figures.rules)
    if errors:
        yield ""
        yield from map(_error_line, figures.errors)


def _rule_line(one: RuleScore) -> str:
    return f"{one.rule:25} {one.shown:5} {one.right:14} {_percent(one.precision):>9}"


def _error_line(one: QuoteError) -> str:
    return (
        f"{one.article}: {one.kind} {one.text!r}: expected {one.expected or 'nothing'}, "
        f"found {one.found or 'nothing'}{f' by {one.rule}' if one.rule else ''}"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"
