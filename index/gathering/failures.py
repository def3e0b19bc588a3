"""Why a job was not done, as whoever asked for it is told: typed, for the words are the bot's."""

from index.errors import ArticleIndexError, BadInputError, IndexNotFoundError, LockedError
from index.gathering.jobs import Failed, Why
from index.ingest.reading import shown
from index.refresh import NoAddressError
from index.texts import reasons


class QuotaReachedError(BadInputError):
    """A collection holds as many articles as it may."""

    def __init__(self, held: int, most: int) -> None:
        self.most = most
        super().__init__(reasons.FULL.format(held, most))


class ManyFeedsError(BadInputError):
    """A collection would follow more feeds than it may."""

    def __init__(self, most: int) -> None:
        self.most = most
        super().__init__(most)


class NotFollowedError(BadInputError):
    """A feed is not followed."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(url)


_OTHERS: dict[type[ArticleIndexError], Why] = {
    IndexNotFoundError: Why.EMPTY,
    LockedError: Why.LOCKED,
}


def failure(number: int, error: ArticleIndexError) -> Failed:
    """What is answered to a job that could not be done."""
    match error:
        case QuotaReachedError(most=most):
            return Failed(number, Why.FULL, f"{most:,}")
        case ManyFeedsError(most=most):
            return Failed(number, Why.MANY_FEEDS, f"{most:,}")
        case NotFollowedError(url=url):
            return Failed(number, Why.NOT_FOLLOWED, shown(url))
        case NoAddressError(written=written):
            return Failed(number, Why.NO_ADDRESS, shown(written))
        case _:
            return Failed(number, _OTHERS.get(type(error), Why.OTHER))
