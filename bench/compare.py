"""Byline beside its peers: what is built, what is asked, and the figures that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.asked import Asked, Asking
from bench.corpus import Corpus
from bench.engines import BYLINE, Entry
from bench.figures import Built, Exactness, Own, Ratios, Served, latency, latency_ratios, ratio
from bench.measure import build_peer, measure_own
from bench.own import passages_of
from bench.processes import ProcessError
from bench.progress import say
from bench.queries import Question, draw_questions
from bench.race import Answer, Lap, Questions, race
from bench.terms import TermFile, write_terms

_FREQUENT_QUESTIONS = 100
_FREQUENT = 50  # a term is frequent that stands in more than one passage of so many


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything that one comparison tells."""

    articles: int
    passages: int
    tokens: int
    terms: int
    recombined: float  # share of the paragraphs that are recombined, for want of text
    own: Own
    built: list[Built]
    served: list[Served]
    exactness: Exactness
    ratios: list[Ratios]
    left_out: list[str]  # engines, each with the reason


def compare(corpus: Corpus, work: Path, entries: Sequence[Entry], asking: Asking) -> Compared:
    """Build all indexes one after the other, then ask all engines in turn.

    Args:
        corpus: the articles.
        work: a folder for the indexes.
        entries: the engines, Byline's ranking first; those that cannot take part are left out.
        asking: how they are asked.
    """
    say("all: analyse the passages")
    terms_folder = corpus.path.with_suffix(".terms")
    terms = write_terms(corpus.path, terms_folder)
    questions = _questions(corpus.path, terms, asking)
    left_out = [f"{one.name}: {why}" for one in entries if (why := one.missing(len(terms)))]
    taking_part = [one for one in entries if not one.missing(len(terms))]
    data = work / "data"
    own = measure_own(corpus.path, data, questions.drawn[0].text, asking.starts)
    if (published := passages_of(data)) != len(terms):
        raise ProcessError(f"Byline published {published} passages, and the peers get {len(terms)}")
    built = [build_peer(one, terms_folder, work) for one in taking_part if one.build]
    folders = [(one, data if one.index == BYLINE else work / one.folder) for one in taking_part]
    ran = race(folders, questions, len(terms), asking.seconds)
    return Compared(
        articles=corpus.articles,
        passages=len(terms),
        tokens=int(terms.lengths.sum()),
        terms=len(terms.dfs),
        recombined=corpus.recombined,
        own=own,
        built=built,
        served=[_served(lap) for lap in ran.laps],
        exactness=ran.exactness,
        ratios=_ratios(own, built, ran.laps),
        left_out=left_out,
    )


def _questions(corpus: Path, terms: TermFile, asking: Asking) -> Questions:
    names = terms.terms()
    numbers = {term: number for number, term in enumerate(names)}
    common = {names[number] for number in (terms.dfs > len(terms) / _FREQUENT).nonzero()[0]}

    def asked(questions: Sequence[Question]) -> list[Asked]:
        return [
            Asked(one.text, list(one.terms), [numbers[term] for term in one.terms])
            for one in questions
        ]

    return Questions(
        drawn=asked(draw_questions(corpus, asking.questions, asking.seed)),
        frequent=asked(draw_questions(corpus, _FREQUENT_QUESTIONS, asking.seed + 1, common)),
    )


def _served(lap: Lap) -> Served:
    return Served(
        engine=lap.entry.name,
        version=lap.entry.version(),
        index_of=lap.entry.index,
        open_seconds=lap.open_seconds,
        first=latency(_seconds(lap.first)),
        held_mb=lap.held_mb,
        drawn=latency(_seconds(lap.drawn)),
        frequent=latency(_seconds(lap.frequent)) if lap.frequent else None,
        per_second=lap.per_second,
        agreement=lap.agreement,
    )


def _ratios(own: Own, built: Sequence[Built], laps: Sequence[Lap]) -> list[Ratios]:
    byline = next(lap for lap in laps if lap.entry.name == BYLINE)
    return [
        Ratios(
            peer=lap.entry.name,
            first=latency_ratios(_seconds(byline.first), _seconds(lap.first)),
            drawn=latency_ratios(_seconds(byline.drawn), _seconds(lap.drawn)),
            frequent=(
                latency_ratios(_seconds(byline.frequent), _seconds(lap.frequent))
                if lap.frequent
                else None
            ),
            per_second=ratio(byline.per_second, lap.per_second),
            publish=ratio(own.publish_seconds, index.seconds),
            whole_import=ratio(own.import_seconds, index.seconds),
            size=ratio(own.ranking_mb, index.index_mb),
            publish_memory=ratio(own.publish_peak_mb, index.peak_mb),
            import_memory=ratio(own.import_peak_mb, index.peak_mb),
        )
        for lap in laps
        for index in built
        if index.engine == lap.entry.index
    ]


def _seconds(answers: Sequence[Answer]) -> list[float]:
    return [answer.seconds for answer in answers]
