"""Byline alone as its articles grow in number."""

from collections.abc import Sequence
from pathlib import Path

from bench.asked import Asked, Asking
from bench.corpus import make_corpus, make_update
from bench.engines import BYLINE
from bench.figures import Growth, latency
from bench.measure import import_articles, measure_own
from bench.own import passages_of
from bench.processes import Server
from bench.progress import say
from bench.queries import draw_questions
from bench.race import ask, check

_UPDATE_ARTICLES = 10


def grow(texts: Sequence[Path], work: Path, passages: int, asking: Asking) -> Growth:
    """Measure Byline over about `passages` passages."""
    say(f"{passages:,} passages: make the articles")
    corpus = make_corpus(texts, work, passages, asking.seed)
    update = make_update(texts, work, _UPDATE_ARTICLES, asking.seed)
    drawn = [
        Asked(one.text, list(one.terms), [])
        for one in draw_questions(corpus.path, asking.questions, asking.seed)
    ]
    data = work / "data"
    own = measure_own(corpus.path, data, drawn[0].text, asking.starts)
    held = passages_of(data)
    say("byline: questions")
    with Server(BYLINE, data) as server:
        first, again = ([one.seconds for one in ask(server, drawn)] for _ in range(2))
        exactness = check(server, drawn)
    say(f"byline: update of {_UPDATE_ARTICLES} articles")
    updated = import_articles(update, data)
    return Growth(
        articles=corpus.articles,
        passages=held,
        recombined=corpus.recombined,
        own=own,
        update_articles=_UPDATE_ARTICLES,
        update_seconds=updated.seconds,
        update_peak_mb=updated.peak_mb,
        first=latency(first),
        drawn=latency(again),
        exactness=exactness,
    )
