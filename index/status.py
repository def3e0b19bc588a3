"""What `byline index status` tells of a collection: what is served, and where it came from."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index import publication
from index.analysis import FINGERPRINT
from index.collections import Collection
from index.errors import ArticleIndexError
from index.feeds import FollowedFeed
from index.generation import Facts, Generation
from index.holdings import Origin, followed, origins
from index.options import counted, what_is_wrong

_ONE_BY_ONE = frozenset({"folder", "feed"})  # others are told by their kind: there may be many


@dataclass(frozen=True, slots=True)
class SourceStatus:
    """Where articles come from; times are ISO 8601 in UTC."""

    kind: str  # "folder", "feed", "page", "file", "import"
    name: str | None  # of a folder or a feed; None for all others of a kind
    articles: int
    last_came: str | None  # when the last of its articles did; None where that was not noted
    last_success: str | None = None  # of a feed
    next_try: str | None = None
    failures: int = 0  # since it succeeded
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class CollectionStatus:
    """How a collection is."""

    collection: str
    facts: Facts | None  # None where nothing is served
    generation: str | None
    problem: str | None
    sources: tuple[SourceStatus, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """As `--json` prints it."""
        facts = self.facts
        return {
            "collection": self.collection,
            "articles": facts and facts.articles,
            "passages": facts and facts.passages,
            "quotes": facts and facts.quotes,
            "languages": facts and list(facts.languages),
            "from": facts and facts.first_day,
            "to": facts and facts.last_day,
            "generation": self.generation,
            "problem": self.problem,
            "sources": [asdict(source) for source in self.sources],
        }

    def lines(self) -> Iterator[str]:
        """As it is told: a line on the collection, and one on each source."""
        yield self._summary()
        for source in self.sources:
            yield f"  {_line(source)}"

    def _summary(self) -> str:
        facts = self.facts
        if facts is None:
            return f"{self.collection}: {self.problem}"
        parts = [
            counted(facts.articles, "article"),
            counted(facts.passages, "passage"),
            counted(facts.quotes, "quote"),
        ]
        if facts.first_day:
            parts.append(f"from {facts.first_day} to {facts.last_day}")
        if facts.languages:
            parts.append(f"in {', '.join(facts.languages)}")
        problem = f"; {self.problem}" if self.problem else ""
        return f"{self.collection}: {', '.join(parts)}; generation {self.generation}{problem}"


def status_of(place: Collection, data_dir: Path) -> CollectionStatus:
    """How a collection is; what keeps it from being served, or its sources from being told, too."""
    problems = []
    facts, generation = None, None
    try:
        name = publication.served(place)
        opened = Generation(publication.generation_path(place, name))
        opened.close()
        facts, generation = opened.facts, name
        if facts.analyzer != FINGERPRINT:
            problems.append(
                "analysed by another version of Byline; run "
                f"`byline index update --collection {place.name}`"
            )
    except ArticleIndexError as error:
        problems.append(str(error))
    sources: tuple[SourceStatus, ...] = ()
    try:
        feeds = followed(data_dir, place.name)
        sources = tuple(_sources(origins(data_dir, place.name), feeds))
    except ArticleIndexError as error:
        problems.append(str(error))
    problem = "; ".join(dict.fromkeys(problems)) or None
    return CollectionStatus(place.name, facts, generation, problem, sources)


def _sources(found: list[Origin], feeds: list[FollowedFeed]) -> Iterator[SourceStatus]:
    """Feeds that are followed, then folders, then everything else by its kind."""
    held = {one.origin: one for one in found}
    for feed in feeds:
        origin = held.pop(feed.origin, Origin(feed.origin, 0, None))
        yield SourceStatus(
            "feed", feed.url, origin.articles, origin.last_came,
            feed.succeeded, feed.next_try, feed.failures, feed.problem,
        )  # fmt: skip
    others: dict[tuple[str, str | None], SourceStatus] = {}
    for one in held.values():
        kind, _, name = one.origin.partition(":")
        key = (kind, name if kind in _ONE_BY_ONE else None)
        before = others.get(key)
        articles = one.articles + (before.articles if before else 0)
        moments = [one.last_came, before.last_came if before else None]
        last = max(filter(None, moments), default=None)
        others[key] = SourceStatus(*key, articles, last)
    yield from sorted(others.values(), key=lambda one: (one.kind != "folder", one.kind))


def _line(source: SourceStatus) -> str:
    name = f" {source.name}" if source.name else ""
    parts = [f"{source.kind}{name}: {counted(source.articles, 'article')}"]
    if source.last_came:
        parts.append(f"the last came {source.last_came}")
    if source.last_success:
        parts.append(f"last success {source.last_success}")
    if source.next_try:
        parts.append(f"next try {source.next_try}")
    elif source.kind == "feed":
        parts.append("no longer followed")
    if source.problem:
        parts.append(what_is_wrong(source.failures, source.problem))
    return "; ".join(parts)
