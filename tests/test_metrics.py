"""What Prometheus reads."""

import math
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry

from bot.answers import Answer, Citation, Timed
from bot.asking import Standing
from bot.gateway import NOT_CONNECTED, GatewayState
from bot.health import feeds_of
from bot.metrics import Feeds, Metrics
from bot.questions import parse_question
from index.articles import Article
from index.collections import Collections
from index.database import transaction
from index.feeds import FeedTable, FollowedFeed
from index.hits import Extent
from index.library import LIBRARY
from tests.builders import collection

EXTENT = Extent(articles=12, passages=340, first_day=None, last_day=None)
CONNECTED = GatewayState(ready=True, guilds=3, acknowledged=2.0, interval=41.25)
NOT_FOUND = Answer(parse_question("why?"), (), (), (), "g1", ("main",), EXTENT)


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def registry() -> CollectorRegistry:
    return CollectorRegistry()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def metrics(registry: CollectorRegistry, clock: Clock) -> Metrics:
    return Metrics(registry, clock)


def test_every_outcome_is_there_before_it_happens(
    registry: CollectorRegistry, metrics: Metrics
) -> None:
    del metrics
    for outcome in ("found", "not_found", "unavailable", "failed", "dropped"):
        assert registry.get_sample_value("byline_answers_total", {"outcome": outcome}) == 0


def test_answers_are_counted_by_what_became_of_them(
    registry: CollectorRegistry, metrics: Metrics
) -> None:
    found = replace(NOT_FOUND, citations=(Citation(excerpt=None, link=None),))
    metrics.answered(Timed(found, 2.0))
    metrics.answered(Timed(NOT_FOUND, 30.0))
    metrics.failed("unavailable")
    counts = {
        outcome: registry.get_sample_value("byline_answers_total", {"outcome": outcome})
        for outcome in ("found", "not_found", "unavailable", "failed")
    }
    assert counts == {"found": 1, "not_found": 1, "unavailable": 1, "failed": 0}
    assert registry.get_sample_value("byline_lookup_seconds_sum") == pytest.approx(0.032)


def test_a_question_waits_until_it_is_responded_to(
    registry: CollectorRegistry, metrics: Metrics, clock: Clock
) -> None:
    with metrics.asked():
        assert registry.get_sample_value("byline_questions_waiting") == 1
        clock.seconds = 0.2
    assert registry.get_sample_value("byline_questions_waiting") == 0
    assert registry.get_sample_value("byline_response_seconds_sum") == pytest.approx(0.2)
    with pytest.raises(ZeroDivisionError), metrics.asked():
        raise ZeroDivisionError
    assert registry.get_sample_value("byline_questions_waiting") == 0
    assert registry.get_sample_value("byline_questions_total") == 2


@pytest.mark.parametrize(
    ("state", "ready"),
    [
        (CONNECTED, 1),
        (replace(CONNECTED, acknowledged=95.0), 0),
        (replace(CONNECTED, ready=False), 0),
        (NOT_CONNECTED, 0),
    ],
)
def test_the_gateway_is_ready_where_discord_answers(
    registry: CollectorRegistry, metrics: Metrics, state: GatewayState, ready: int
) -> None:
    metrics.note_gateway(state)
    assert registry.get_sample_value("byline_gateway_ready") == ready


def test_only_the_index_that_answers_is_named(
    registry: CollectorRegistry, metrics: Metrics
) -> None:
    metrics.note_index(Standing("g1", EXTENT, 60.0))
    metrics.note_index(Standing("g2", EXTENT, 5.0))
    assert registry.get_sample_value("byline_index", {"generation": "g1"}) is None
    assert registry.get_sample_value("byline_index", {"generation": "g2"}) == 1
    assert registry.get_sample_value("byline_index_passages") == 340
    assert registry.get_sample_value("byline_index_age_seconds") == 5
    metrics.note_index(None)
    assert registry.get_sample_value("byline_index", {"generation": "g2"}) is None
    assert math.isnan(registry.get_sample_value("byline_index_age_seconds"))


def test_feeds_that_do_not_answer_are_told(registry: CollectorRegistry, metrics: Metrics) -> None:
    metrics.note_feeds(Feeds(followed=7, failing=2))
    assert registry.get_sample_value("byline_feeds") == 7
    assert registry.get_sample_value("byline_feeds_failing") == 2


def test_the_feeds_of_all_collections_are_counted(data: Path) -> None:
    assert feeds_of(data) == Feeds(0, 0)
    article = Article("a", "A", "One two three.")
    collection(data, article)
    collection(data, article, name="guild-1")
    now = datetime(2026, 7, 1, tzinfo=UTC)
    well = FollowedFeed("https://news.example/feed").after_success(now)
    unwell = FollowedFeed("https://news.example/gone").after_failure(OSError("gone"), now)
    for name, feeds in (("main", [well, unwell]), ("guild-1", [unwell])):
        place = Collections.to_read(data).collection(name)
        with transaction(place.library, LIBRARY) as connection:
            for feed in feeds:
                FeedTable(connection).put(feed)
    assert feeds_of(data) == Feeds(3, 2)
