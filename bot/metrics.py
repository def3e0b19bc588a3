"""What the bot counts and measures, for Prometheus.

Nothing here tells who asked, where, or what.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from bot.answers import Timed
from bot.asking import Standing
from bot.gateway import GatewayState

_LOOKED_UP = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_RESPONDED = (0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.0, 3.0, 10.0)


@dataclass(frozen=True, slots=True)
class Feeds:
    """How the feeds of all collections are."""

    followed: int
    failing: int  # those that did not answer when last asked


class Metrics:
    """The counters of one bot; an `Observer`.

    Args:
        registry: where they are registered.
        clock: seconds.
    """

    def __init__(
        self, registry: CollectorRegistry, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._clock = clock
        self._questions = Counter(
            "byline_questions", "Questions and searches heard.", registry=registry
        )
        self._answers = Counter(
            "byline_answers", "Answers by what became of them.", ["outcome"], registry=registry
        )
        for outcome in ("found", "not_found", "unavailable", "failed", "dropped"):
            self._answers.labels(outcome)
        self._waiting = Gauge(
            "byline_questions_waiting", "Questions not yet responded to.", registry=registry
        )
        self._looked_up = Histogram(
            "byline_lookup_seconds", "From a question to its answer.",
            buckets=_LOOKED_UP, registry=registry,
        )  # fmt: skip
        self._responded = Histogram(
            "byline_response_seconds", "From an event to its answer on Discord.",
            buckets=_RESPONDED, registry=registry,
        )  # fmt: skip
        self._ready = Gauge("byline_gateway_ready", "1 where events arrive.", registry=registry)
        self._acknowledged = Gauge(
            "byline_gateway_acknowledged_seconds", "Since Discord last acknowledged a heartbeat.",
            registry=registry,
        )  # fmt: skip
        self._guilds = Gauge("byline_guilds", "Servers the bot is in.", registry=registry)
        self._index = Gauge(
            "byline_index", "1 for the index that answers.", ["generation"], registry=registry
        )
        self._age = Gauge(
            "byline_index_age_seconds", "Since the index was published.", registry=registry
        )
        self._articles = Gauge("byline_index_articles", "Articles searched.", registry=registry)
        self._passages = Gauge("byline_index_passages", "Passages searched.", registry=registry)
        self._feeds = Gauge("byline_feeds", "Feeds that are followed.", registry=registry)
        self._failing = Gauge(
            "byline_feeds_failing", "Feeds that did not answer when last asked.", registry=registry
        )

    @contextmanager
    def asked(self) -> Iterator[None]:
        """See `Observer`."""
        begun = self._clock()
        self._questions.inc()
        with self._waiting.track_inprogress():
            yield
        self._responded.observe(self._clock() - begun)

    def answered(self, timed: Timed) -> None:
        """See `Observer`."""
        self._answers.labels("found" if timed.answer.answered else "not_found").inc()
        self._looked_up.observe(timed.took_ms / 1000)

    def failed(self, reason: str) -> None:
        """See `Observer`."""
        self._answers.labels(reason).inc()

    def note_gateway(self, state: GatewayState) -> None:
        """Take down how it stands with the gateway."""
        self._ready.set(state.ready and state.alive)
        self._guilds.set(state.guilds)
        self._acknowledged.set(float("nan") if state.acknowledged is None else state.acknowledged)

    def note_feeds(self, feeds: Feeds) -> None:
        """Take down how the feeds are."""
        self._feeds.set(feeds.followed)
        self._failing.set(feeds.failing)

    def note_index(self, standing: Standing | None) -> None:
        """Take down which index answers; None where there is none."""
        self._index.clear()
        if standing is None:
            self._articles.set(0)
            self._passages.set(0)
            self._age.set(float("nan"))
            return
        self._index.labels(standing.generation).set(1)
        self._articles.set(standing.extent.articles)
        self._passages.set(standing.extent.passages)
        self._age.set(standing.age)
