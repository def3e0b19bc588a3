"""Everything that can go wrong with articles and their index.

    ArticleIndexError
    ├── BadInputError          an article, a file or a line cannot be read as what it should be
    │   └── FetchError           nothing could be fetched from an address
    │       └── LeftAloneError     it was not asked, as its host wants to be left alone
    ├── DataFolderError        the data folder is missing, or belongs to somebody else
    ├── ArticleNotFoundError   no article has this id
    ├── ShrinkError            a change would drop more than a tenth of a collection
    ├── LockedError            another process is writing this collection
    ├── WorkerError            a process of the build was ended from outside
    ├── SystemFailureError     the system fails to read what is there
    └── IndexUnusableError
        ├── IndexNotFoundError   nothing has been built yet
        ├── IndexVersionError    built by another version of Byline
        └── IndexDamagedError    not what was written

Each message is one sentence that names the thing and the next step; it is shown as it is.
"""

from datetime import timedelta

from index.texts import reasons


class ArticleIndexError(Exception):
    """The root of all expected failures."""


class BadInputError(ArticleIndexError):
    """Something given to Byline cannot be read as what it should be."""


class FetchError(BadInputError):
    """Nothing could be fetched from an address."""

    def __init__(
        self, reason: str, *, status: int | None = None, retry_after: str | None = None
    ) -> None:
        self.status = status  # of HTTP, where the server answered
        self.retry_after = retry_after  # as the server wrote it
        super().__init__(reason)


class LeftAloneError(FetchError):
    """An address was not asked, because its host wants to be left alone for a while."""

    def __init__(self, reason: str, wait: timedelta, *, is_named: bool) -> None:
        self.wait = wait
        self.is_named = is_named  # by the host; else it is our own guess
        super().__init__(reasons.BUSY.format(reason))


class DataFolderError(ArticleIndexError):
    """The data folder is missing, cannot be used, or is not Byline's."""


class ArticleNotFoundError(ArticleIndexError):
    """No article has this id."""

    def __init__(self, article_id: str, collection: str) -> None:
        self.article_id = article_id
        self.collection = collection
        super().__init__(
            f"No article in the collection {collection!r} has the id {article_id!r}; "
            "`byline index status --articles` lists them."
        )


class ShrinkError(ArticleIndexError):
    """A change would drop more than a tenth of a collection's articles."""

    def __init__(self, collection: str, dropped: int, held: int) -> None:
        self.collection = collection
        self.dropped = dropped
        self.held = held
        super().__init__(
            f"This would drop {dropped} of the {held} articles in the collection {collection!r}, "
            "so nothing was changed; if that is meant, run it again with --allow-shrink."
        )


class LockedError(ArticleIndexError):
    """Another process is writing this collection."""


class WorkerError(ArticleIndexError):
    """A process of the build was ended from outside."""


class SystemFailureError(ArticleIndexError):
    """Too many open files, no memory, a failing disk: it says nothing about what was to be read."""


class IndexUnusableError(ArticleIndexError):
    """The published index cannot be served."""


class IndexNotFoundError(IndexUnusableError):
    """Nothing has been built yet."""


class IndexVersionError(IndexUnusableError):
    """The index was built by a version of Byline that this one cannot read."""


class IndexDamagedError(IndexUnusableError):
    """The index is not what was written."""


class SettingsError(Exception):
    """Settings that cannot be used; the message has a line for each, and never a secret."""
