"""Changing a collection: articles in, one new generation published.

The composition of the article's flow: what was read is analysed where it is new or changed, stored,
inverted and published, under the collection's lock. What is stored is stored whole or not at all;
where only publishing fails, the old index serves and the next command publishes.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from index import analysis, publication
from index.articles import MAIN, Article
from index.collections import Collection, Collections
from index.database import readable, transaction
from index.errors import (
    ArticleIndexError,
    ArticleNotFoundError,
    DataFolderError,
    IndexDamagedError,
    IndexNotFoundError,
    IndexUnusableError,
    IndexVersionError,
    ShrinkError,
)
from index.generation import Generation, name_of
from index.ingest import Reading, read_folder
from index.intake import Intake, Progress, Step, analyze_again, take_in
from index.invert import write_generation
from index.library import LIBRARY, Changes, Library, Source
from index.lock import AT_ONCE, Patience, exclusive

_SHRINK_LIMIT = 10  # a change may drop one article in this many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change did to a collection."""

    collection: str
    changes: Changes
    skipped: tuple[Reading, ...]  # what could not be read, with the reason
    doubtful: tuple[Reading, ...]  # what was read with a reservation
    read: int  # how many articles were read, new or not
    articles: int  # how many the collection holds now
    generation: str
    published: bool  # whether the generation is a new one


def build_index(
    folder: Path | str,
    data_dir: Path | str,
    collection: str = MAIN,
    *,
    allow_shrink: bool = False,
    anew: bool = False,
    strict: bool = False,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Make the articles that came from `folder` equal to it, and publish.

    Args:
        folder: Markdown and text files, in folders.
        data_dir: the data folder; it is created where it is missing.
        collection: the collection they go to.
        allow_shrink: allow the change to drop more than a tenth of the collection.
        anew: analyse every article again, not only what is new or changed.
        strict: refuse the whole change where anything cannot be read.
        progress: told how far it has come.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    source = Path(folder)
    readings = read_folder(source)  # raises before anything is created
    origin = f"folder:{source.resolve()}"
    place = Collections.to_write(Path(data_dir)).collection(collection)
    with exclusive(place.lock):
        with _library(place, progress) as library:
            held = library.count()
            if anew:
                analyze_again(library, progress)
            sourced = ((Source(origin, _name(one, source)), one) for one in readings)
            intake = take_in(library, sourced, strict=strict, progress=progress)
            # A file that cannot be read any more says nothing about its article, which stays; one
            # that gives the article of another, or an article that is not taken, gives its own up.
            unread = {_name(one, source) for one in intake.skipped if not one.elsewhere}
            gone = _gone(library, origin, intake.seen, unread)
            if len(gone) * _SHRINK_LIMIT > held and not allow_shrink:
                raise ShrinkError(collection, len(gone), held)
            _remove(library, gone)
        return _publish(place, intake, gone, progress)


def add_articles(
    readings: Iterable[tuple[str, Reading]],
    data_dir: Path | str,
    collection: str = MAIN,
    *,
    strict: bool = False,
    progress: Progress = lambda _: None,
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
    patience: Patience = AT_ONCE,
) -> Outcome:
    """Add articles to a collection, or bring those it has up to date, and publish.

    Args:
        readings: where each article comes from, and what came of reading it; an article of
            another origin is not overwritten, unless it has the same id and address.
        data_dir: the data folder; it is created where it is missing.
        collection: the collection they go to.
        strict: refuse the whole change where anything cannot be read.
        progress: told how far it has come.
        also: what else is to be stored in the library, together with the articles or not at all.
        patience: how long another process that changes the collection is waited for.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    place = Collections.to_write(Path(data_dir)).collection(collection)
    with exclusive(place.lock, patience):
        intake = _stored(place, readings, also, progress, strict=strict)
        return _publish(place, intake, (), progress)


def store_articles(
    readings: Iterable[tuple[str, Reading]],
    data_dir: Path,
    collection: str,
    *,
    progress: Progress = lambda _: None,
    also: Callable[[sqlite3.Connection], None] = lambda _: None,
) -> Intake:
    """As `add_articles`, and publish nothing; the next change does, or `republish`.

    Raises:
        ArticleIndexError: as its message says.
    """
    place = Collections.to_write(data_dir).collection(collection)
    with exclusive(place.lock):
        return _stored(place, readings, also, progress, strict=False)


def _stored(
    place: Collection,
    readings: Iterable[tuple[str, Reading]],
    also: Callable[[sqlite3.Connection], None],
    progress: Progress,
    *,
    strict: bool,
) -> Intake:
    with _library(place, progress) as library:
        sourced = ((Source(origin), reading) for origin, reading in readings)
        intake = take_in(library, sourced, strict=strict, progress=progress)
        also(library.connection)
    return intake


def remove_articles(
    article_ids: Iterable[str],
    data_dir: Path | str,
    collection: str = MAIN,
    *,
    patience: Patience = AT_ONCE,
) -> Outcome:
    """Remove articles by id, and publish; `patience` is as that of `add_articles`.

    Raises:
        ArticleNotFoundError: there is no such article; nothing is removed.
        ArticleIndexError: as its message says; the old index serves.
    """
    ids = tuple(dict.fromkeys(article_ids))
    place = _existing(Path(data_dir), collection)
    with exclusive(place.lock, patience):
        with _library(place) as library:
            for article_id in ids:
                if library.source_of(article_id) is None:
                    raise ArticleNotFoundError(article_id, collection)
            _remove(library, ids)
        return _publish(place, Intake(), ids)


def republish(
    data_dir: Path | str,
    collection: str = MAIN,
    *,
    anew: bool = False,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Publish what a collection's library holds, where anything else is served.

    What another version of Byline analysed is analysed anew; with `anew`, everything is.

    Raises:
        ArticleIndexError: as its message says.
    """
    place = _existing(Path(data_dir), collection)
    with exclusive(place.lock):
        with _library(place, progress) as library:  # brought up to date by opening it
            if anew:
                analyze_again(library, progress)
                library.touch()
        return _publish(place, Intake(), (), progress)


def unusable_collections(data_dir: Path) -> list[str]:
    """The collections whose index this Byline cannot serve, and could make anew.

    Another version made it, or it is damaged.
    """
    return [
        place.name
        for place in Collections(data_dir).all()
        if place.library.exists() and not _can_be_served(place)
    ]


def _can_be_served(place: Collection) -> bool:
    try:
        Generation(publication.generation_path(place, publication.served(place))).close()
    except (IndexVersionError, IndexDamagedError):
        return False
    except ArticleIndexError:  # nothing was published, or nothing can be read: not for us to mend
        return True
    return True


def list_articles(data_dir: Path | str, collection: str = MAIN) -> list[Article]:
    """The articles of a collection's library, by id.

    Raises:
        ArticleIndexError: as its message says.
    """
    with readable(_existing(Path(data_dir), collection).library, LIBRARY) as connection:
        return list(Library(connection).articles())


def count_articles(data_dir: Path, collection: str) -> int:
    """How many articles a collection's library holds; none where there is none.

    Raises:
        ArticleIndexError: as its message says.
    """
    place = Collections(data_dir).collection(collection)
    if not place.library.exists():
        return 0
    with readable(place.library, LIBRARY) as connection:
        return Library(connection).count()


def is_unpublished(place: Collection) -> bool:
    """Whether a collection's library holds anything else than what was last published.

    Raises:
        ArticleIndexError: as its message says.
    """
    if not place.library.exists():
        return False
    with readable(place.library, LIBRARY) as connection:
        return Library(connection).published is None


def _existing(data_dir: Path, collection: str) -> Collection:
    place = Collections.to_read(data_dir).collection(collection)
    if not place.library.exists():
        raise IndexNotFoundError(
            f"The collection {collection!r} has no articles yet; "
            "add some with `byline index add FILE` or `byline index build DIR`."
        )
    return place


@contextmanager
def _library(place: Collection, progress: Progress = lambda _: None) -> Iterator[Library]:
    """The library in one transaction, analysed as this Byline analyses."""
    with _opened(place) as library:
        if next(library.stale(analysis.FINGERPRINT), None):
            analyze_again(library, progress)
        yield library


@contextmanager
def _opened(place: Collection) -> Iterator[Library]:
    """The library in one transaction, as it is."""
    with transaction(place.library, LIBRARY) as connection:
        library = Library(connection)
        if library.is_new and place.current.exists():
            raise DataFolderError(
                f"The collection {place.name!r} has an index but lost its {place.library.name}; "
                f"restore it from a backup, or delete {str(place.folder)!r} and add its "
                "articles again."
            )
        yield library


def _name(reading: Reading, folder: Path) -> str:
    """A file's path below the folder, however the folder was named this time."""
    return reading.where.removeprefix(f"{folder.as_posix()}/")


def _gone(library: Library, origin: str, seen: frozenset[str], unread: set[str]) -> tuple[str, ...]:
    """The articles from `origin` whose files are there no more, or hold something else."""
    names = {
        article_id: library.owner_of(article_id)[0].name
        for article_id in library.ids_from(origin) - seen
    }
    return tuple(sorted(each for each, name in names.items() if not _is_within(name, unread)))


def _is_within(name: str, unread: set[str]) -> bool:
    """Whether a file, or a folder that it is in, is among those that could not be read."""
    return name in unread or any(f"{folder}/" in unread for folder in PurePosixPath(name).parents)


def _remove(library: Library, article_ids: tuple[str, ...]) -> None:
    if article_ids:
        library.remove(article_ids)
        library.touch()


def _publish(
    place: Collection,
    intake: Intake,
    removed: tuple[str, ...] = (),
    progress: Progress = lambda _: None,
) -> Outcome:
    """Publish what the library holds, unless that is what is served already.

    The library was brought up to date and committed before, under the same lock: whatever stops us
    here, the next command publishes it.
    """
    with _opened(place) as library:
        name = library.published
        new = name is None or not _is_served(place, name)
        if name is None or new:
            name = publication.publish(
                place,
                lambda path: write_generation(
                    library,
                    analysis.FINGERPRINT,
                    place.library,
                    path,
                    lambda done, total: progress(Step("indexed", done, total)),
                ),
            )
            library.published = name
        else:
            publication.tidy(place)
        articles = library.count()
    return Outcome(
        collection=place.name,
        changes=Changes(tuple(sorted(intake.added)), tuple(sorted(intake.changed)), removed),
        skipped=intake.skipped,
        doubtful=intake.doubtful,
        read=len(intake.seen),
        articles=articles,
        generation=name,
        published=new,
    )


def _is_served(place: Collection, name: str) -> bool:
    """Whether a generation is served, whole, and in the format of this Byline."""
    path = publication.generation_path(place, name)
    try:
        Generation(path).close()
        return publication.served(place) == name and name_of(path) == name
    except (IndexUnusableError, DataFolderError, OSError):
        return False
