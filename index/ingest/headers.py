"""What a server says beside a document: when to ask again, and which version it sent."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from index.errors import FetchError

LONGEST_WAIT = timedelta(days=7)  # that a server may ask for


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version, to be told when there is another."""

    etag: str | None = None
    last_modified: str | None = None


NO_VALIDATORS = Validators()


def retry_after(problem: Exception, now: datetime) -> timedelta | None:
    """How long a server asks to be left alone, in seconds or until a date, a week at most."""
    written = problem.retry_after if isinstance(problem, FetchError) else None
    if not written:
        return None
    if written.strip().isdecimal():
        wait = timedelta(seconds=min(int(written.strip()[:9]), LONGEST_WAIT.total_seconds()))
    else:
        try:
            until = parsedate_to_datetime(written)
        except ValueError:
            return None
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    return min(max(wait, timedelta()), LONGEST_WAIT)
