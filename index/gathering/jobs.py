"""What the gathering process is told and what it answers: one line of JSON each."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from index.articles import OF_A_SERVER


@dataclass(frozen=True, slots=True)
class Quota:
    """How much a collection whose name begins in one way may hold; each server has one of its own.

    A refresh that begins below the quota is not cut short, so that a little more may come.
    """

    prefix: str = OF_A_SERVER
    feeds: int = 50
    articles: int = 20_000


@dataclass(frozen=True, slots=True)
class Terms:
    """How the process works; told once, before all else."""

    data: str  # the data folder
    allowed_hosts: str = ""
    schedule: float | None = 15.0  # seconds between two looks for feeds that are due; None: never
    delay: float = 1.0  # seconds between two requests to one host
    robots: bool = True  # whether each host's robots.txt is kept
    pause: float = 5.0  # seconds at least between two publications of one collection
    quota: Quota = Quota()


@dataclass(frozen=True, slots=True)
class AddPages:
    """Add the articles of web pages."""

    urls: tuple[str, ...]
    kind: Literal["add"] = "add"


@dataclass(frozen=True, slots=True)
class FollowFeeds:
    """Follow feeds, and fetch what they have now."""

    urls: tuple[str, ...]
    full_text: bool = True  # whether pages are fetched where a feed gives only a summary
    kind: Literal["follow"] = "follow"


@dataclass(frozen=True, slots=True)
class RefreshFeeds:
    """Ask feeds now; those whose servers asked to wait are left alone."""

    urls: tuple[str, ...] = ()  # empty for all
    kind: Literal["refresh"] = "refresh"


@dataclass(frozen=True, slots=True)
class UnfollowFeeds:
    """Forget feeds."""

    urls: tuple[str, ...]
    with_articles: bool = False
    kind: Literal["unfollow"] = "unfollow"


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Remove articles."""

    ids: tuple[str, ...]
    kind: Literal["remove"] = "remove"


@dataclass(frozen=True, slots=True)
class Rebuild:
    """Analyse every article anew, and publish."""

    kind: Literal["rebuild"] = "rebuild"


Job = AddPages | FollowFeeds | RefreshFeeds | UnfollowFeeds | RemoveArticles | Rebuild


@dataclass(frozen=True, slots=True)
class Order:
    """A job for one collection; what is answered has its number."""

    number: int
    collection: str
    job: Annotated[Job, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class Titled:
    """An article by its headline."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not taken, and why; or what was taken with a reservation."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a job did; all of it can be found, or can no longer."""

    added: tuple[Titled, ...] = ()
    changed: tuple[Titled, ...] = ()
    removed: int = 0
    unchanged: int = 0  # articles that were read, and known as they are
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[Skipped, ...] = ()
    feeds: tuple[Titled, ...] = ()  # that answered
    unfollowed: tuple[Titled, ...] = ()  # feeds
    articles: int = 0  # in the collection


@dataclass(frozen=True, slots=True)
class Ready:
    """The process has begun."""

    kind: Literal["ready"] = "ready"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come."""

    number: int
    stage: str
    done: int
    total: int | None = None
    kind: Literal["progress"] = "progress"


@dataclass(frozen=True, slots=True)
class Done:
    """A job is done."""

    number: int
    report: Report
    kind: Literal["done"] = "done"


class Why(Enum):
    """Why a job cannot be done."""

    FULL = "full"  # the collection holds as many articles as it may
    MANY_FEEDS = "many feeds"
    EMPTY = "empty"  # there are no articles
    NOT_FOLLOWED = "not followed"
    NO_ADDRESS = "no address"
    LOCKED = "locked"  # another process changes the collection
    OTHER = "other"  # which the log tells


@dataclass(frozen=True, slots=True)
class Failed:
    """A job cannot be done; what had been stored stays."""

    number: int
    why: Why
    what: str = ""  # that it is about: the number of what there may be, or what was named
    kind: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence for the log."""

    sentence: str
    is_problem: bool = False
    kind: Literal["note"] = "note"


Answer = Ready | Progress | Done | Failed | Note

_TERMS = TypeAdapter(Terms)
_ORDER = TypeAdapter(Order)
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Annotated[Answer, Field(discriminator="kind")])


def line(said: Terms | Order | Answer) -> bytes:
    """As it is sent."""
    adapter: TypeAdapter[Terms] | TypeAdapter[Order] | TypeAdapter[Answer] = (
        _TERMS if isinstance(said, Terms) else _ORDER if isinstance(said, Order) else _ANSWER
    )
    return adapter.dump_json(said) + b"\n"  # type: ignore[arg-type]  # chosen by its type


def terms_in(written: bytes) -> Terms:
    """The terms in a line.

    Raises:
        ValueError: it holds none.
    """
    return _TERMS.validate_json(written)


def order_in(written: bytes) -> Order:
    """The order in a line.

    Raises:
        ValueError: it holds none.
    """
    return _ORDER.validate_json(written)


def answer_in(written: bytes) -> Answer:
    """The answer in a line.

    Raises:
        ValueError: it holds none.
    """
    return _ANSWER.validate_json(written)
