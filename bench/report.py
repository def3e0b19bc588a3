"""The figures as tables."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bench.compare import Compared
from bench.figures import Exactness, Growth, Latency, LatencyRatios, Own, Ratios, Served
from bench.machine import Machine

_NONE = "-"


def print_machine(machine: Machine, console: Console) -> None:
    """One line on what measured."""
    console.print(
        f"{machine.cpu}, {machine.cores} cores, {machine.system}; Python {machine.python}, "
        f"NumPy {machine.numpy}, SQLite {machine.sqlite}; load before the start {machine.load}"
    )


def print_comparison(compared: Compared, console: Console) -> None:
    """What was built, what was asked, and the ratios."""
    console.print(
        f"\n{compared.passages:,} passages of {compared.articles:,} articles, "
        f"{compared.tokens / max(1, compared.passages):.0f} terms each, {compared.terms:,} "
        f"different; {compared.recombined:.0%} recombined from the text's sentences"
    )
    console.print(_builds(compared))
    console.print(_answers(compared.served))
    if compared.ratios:
        console.print(_ratios(compared))
    console.print(
        f"Byline: first answer of a new process {compared.own.first_answer_ms:.0f} ms after the "
        f"import of the package; {_exactness(compared.exactness)}."
    )
    for line in compared.left_out:
        console.print(f"Left out: {line}.")


def print_growth(rows: Sequence[Growth], console: Console) -> None:
    """One row for each number of passages."""
    table = _table(
        "Byline's growth",
        "passages", "recombined", "import s", "publish s", "peak MB import", "publish",
        "MB file", "ranking", "first answer ms", "first time p50/p95/p99 ms", "again",
        "update s", "MB", "exact",
    )  # fmt: skip
    for row in rows:
        table.add_row(
            f"{row.passages:,}",
            f"{row.recombined:.0%}",
            _number(row.own.import_seconds, 1),
            _number(row.own.publish_seconds, 2),
            _number(row.own.import_peak_mb),
            _number(row.own.publish_peak_mb),
            _number(row.own.generation_mb),
            _number(row.own.ranking_mb),
            _number(row.own.first_answer_ms),
            _latency(row.first),
            _latency(row.drawn),
            _number(row.update_seconds, 1),
            _number(row.update_peak_mb),
            f"{row.exactness.passages}/{row.exactness.questions}",
        )
    console.print(table)


def _builds(compared: Compared) -> Table:
    table = _table("Building", "index", "seconds", "peak MB", "index MB")
    own: Own = compared.own
    table.add_row(
        "byline, whole import",
        _number(own.import_seconds, 1),
        _number(own.import_peak_mb),
        f"{_number(own.generation_mb)} file, {_number(own.library_mb)} library",
    )
    table.add_row(
        "byline, publish",
        _number(own.publish_seconds, 2),
        _number(own.publish_peak_mb),
        f"{_number(own.ranking_mb, 1)} vocabulary and postings",
    )
    for one in compared.built:
        table.add_row(
            one.engine, _number(one.seconds, 2), _number(one.peak_mb), _number(one.index_mb, 1)
        )
    return table


def _answers(served: Sequence[Served]) -> Table:
    table = _table(
        "Answering: top 10; p50 / p95 / p99 in ms",
        "engine", "version", "questions", "first time", "again", "frequent terms only, again",
        "answers/s, 2 processes", "MB held", "open s", "same scores",
    )  # fmt: skip
    for one in served:
        table.add_row(
            one.engine,
            one.version or _NONE,
            f"{one.drawn.questions} + {one.frequent.questions if one.frequent else 0}",
            _latency(one.first),
            _latency(one.drawn),
            _latency(one.frequent) if one.frequent else _NONE,
            _number(one.per_second),
            _number(one.held_mb),
            _number(one.open_seconds, 2),
            f"{one.agreement:.1%}" if one.agreement is not None else _NONE,
        )
    return table


def _ratios(compared: Compared) -> Table:
    table = _table(
        "Byline over its peers: below 1, Byline is faster or smaller (but of answers/s)",
        "peer", "first p50", "p95", "p99", "again p50", "p95", "p99", "frequent p50", "p95", "p99",
        "answers/s", "publish / build", "import / build", "size", "peak MB publish", "import",
    )  # fmt: skip
    for one in compared.ratios:
        table.add_row(
            one.peer,
            *_three(one.first),
            *_three(one.drawn),
            *_three(one.frequent),
            *(_number(figure, 2) for figure in _others(one)),
        )
    return table


def _others(ratios: Ratios) -> tuple[float | None, ...]:
    """All ratios but those of latency, in the order of the columns."""
    return (
        ratios.per_second,
        ratios.publish,
        ratios.whole_import,
        ratios.size,
        ratios.publish_memory,
        ratios.import_memory,
    )


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def _latency(latency: Latency) -> str:
    return f"{latency.p50_ms:.2f} / {latency.p95_ms:.2f} / {latency.p99_ms:.2f}"


def _three(ratios: LatencyRatios | None) -> tuple[str, str, str]:
    if ratios is None:
        return _NONE, _NONE, _NONE
    return f"{ratios.p50:.2f}", f"{ratios.p95:.2f}", f"{ratios.p99:.2f}"


def _exactness(exactness: Exactness) -> str:
    return (
        f"as by scoring every passage: scores of {exactness.scores}, passages of "
        f"{exactness.passages} of {exactness.questions} questions"
    )


def _number(figure: float | None, digits: int = 0) -> str:
    return _NONE if figure is None else f"{figure:,.{digits}f}"
