"""Changing a collection: articles in, one new generation published.

The composition of the article's flow: what was read is analysed where it is new or changed, stored,
inverted and published, under the collection's lock. What is stored is stored whole or not at all;
where only publishing fails, the old index serves and the next command publishes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from index import publication
from index.analysis import FINGERPRINT, Analyzer
from index.articles import MAIN, Article
from index.collections import Collection, Collections
from index.database import readable, writable
from index.errors import (
    ArticleNotFoundError,
    BadInputError,
    DataFolderError,
    IndexDamagedError,
    IndexNotFoundError,
    ShrinkError,
)
from index.generation import name_of
from index.ingest import Reading, read_folder
from index.invert import write_generation
from index.language import guess_language
from index.library import (
    LIBRARY,
    AnalyzedArticle,
    AnalyzedPassage,
    Changes,
    Library,
    Source,
    content_hash,
)
from index.lock import exclusive
from index.passages import split_passages
from index.quotes import find_quotes

_SHRINK_LIMIT = 10  # a change may drop one article in this many

Progress = Callable[[Reading], None]
"""Told of each thing that was read, as it is read."""


@dataclass(frozen=True, slots=True)
class _Intake:
    """What came of reading a source."""

    seen: frozenset[str] = frozenset()  # the ids that were read
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    skipped: tuple[Reading, ...] = ()
    doubtful: tuple[Reading, ...] = ()


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
        progress: told of each file.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    source = Path(folder)
    readings = read_folder(source)  # raises before anything is created
    origin = f"folder:{source.resolve()}"
    place = Collections.to_write(Path(data_dir)).collection(collection)
    with exclusive(place.lock):
        with _library(place) as library:
            held = library.count()
            if anew:
                _analyze_again(library, library.stale(""))
            before = library.hashes(origin)
            sourced = ((Source(origin, _name(one, source)), one) for one in readings)
            intake = _take_in(library, sourced, strict=strict, progress=progress)
            # A file that cannot be read any more says nothing about its article, which stays.
            unread = library.ids_named(Source(origin, _name(one, source)) for one in intake.skipped)
            gone = tuple(sorted(set(before) - intake.seen - unread))
            if len(gone) * _SHRINK_LIMIT > held and not allow_shrink:
                raise ShrinkError(collection, len(gone), held)
            library.remove(gone)
        return _publish(place, intake, gone)


def add_articles(
    readings: Iterable[tuple[str, Reading]],
    data_dir: Path | str,
    collection: str = MAIN,
    *,
    strict: bool = False,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Add articles to a collection, or bring those it has up to date, and publish.

    Args:
        readings: where each article comes from, and what came of reading it; an article of
            another origin is not overwritten, unless it has the same id and address.
        data_dir: the data folder; it is created where it is missing.
        collection: the collection they go to.
        strict: refuse the whole change where anything cannot be read.
        progress: told of each reading.

    Raises:
        ArticleIndexError: as its message says; the old index serves.
    """
    place = Collections.to_write(Path(data_dir)).collection(collection)
    with exclusive(place.lock):
        with _library(place) as library:
            sourced = ((Source(origin), reading) for origin, reading in readings)
            intake = _take_in(library, sourced, strict=strict, progress=progress)
        return _publish(place, intake)


def remove_articles(
    article_ids: Iterable[str], data_dir: Path | str, collection: str = MAIN
) -> Outcome:
    """Remove articles by id, and publish.

    Raises:
        ArticleNotFoundError: there is no such article; nothing is removed.
        ArticleIndexError: as its message says; the old index serves.
    """
    ids = tuple(dict.fromkeys(article_ids))
    place = _existing(Path(data_dir), collection)
    with exclusive(place.lock):
        with _library(place) as library:
            for article_id in ids:
                if library.source_of(article_id) is None:
                    raise ArticleNotFoundError(article_id, collection)
            library.remove(ids)
        return _publish(place, _Intake(), ids)


def republish(data_dir: Path | str, collection: str = MAIN) -> Outcome:
    """Publish what a collection's library holds, where anything else is served.

    Raises:
        ArticleIndexError: as its message says.
    """
    place = _existing(Path(data_dir), collection)
    with exclusive(place.lock):
        return _publish(place, _Intake())


def list_articles(data_dir: Path | str, collection: str = MAIN) -> list[Article]:
    """The articles of a collection's library, by id.

    Raises:
        ArticleIndexError: as its message says.
    """
    with readable(_existing(Path(data_dir), collection).library, LIBRARY) as database:
        return list(Library(database).articles())


def analyze(article: Article, analyzer: Analyzer) -> AnalyzedArticle:
    """Split an article, find who says what in it, and turn its passages into terms.

    The headline's terms are added to each passage: a passage rarely repeats what its article is
    about.
    """
    quotes = find_quotes(article.text, title=article.title, lang=article.lang)
    title = analyzer.terms(article.title, article.lang)
    passages = tuple(
        AnalyzedPassage(span, (*title, *analyzer.terms(span.of(article.text), article.lang)))
        for span in split_passages(article.text, [quote.sentences for quote in quotes])
    )
    return AnalyzedArticle(article, passages, tuple(quotes))


def _existing(data_dir: Path, collection: str) -> Collection:
    place = Collections.to_read(data_dir).collection(collection)
    if not place.library.exists():
        raise IndexNotFoundError(
            f"The collection {collection!r} has no articles yet; "
            "add some with `byline index add FILE` or `byline index build DIR`."
        )
    return place


@contextmanager
def _library(place: Collection) -> Iterator[Library]:
    """The library in one transaction, analysed as this Byline analyses."""
    with writable(place.library, LIBRARY) as database:
        library = Library(database)
        if library.is_new and place.current.exists():
            raise DataFolderError(
                f"The collection {place.name!r} has an index but lost its {place.library.name}; "
                f"restore it from a backup, or delete {str(place.folder)!r} and add its "
                "articles again."
            )
        _analyze_again(library, library.stale(FINGERPRINT))
        yield library


def _name(reading: Reading, folder: Path) -> str:
    """A file's path below the folder, however the folder was named this time."""
    return reading.where.removeprefix(f"{folder.as_posix()}/")


def _analyze_again(library: Library, articles: Iterable[tuple[Article, Source]]) -> None:
    analyzer = Analyzer()
    for article, source in articles:
        library.put(analyze(article, analyzer), source, FINGERPRINT)


def _take_in(
    library: Library,
    readings: Iterable[tuple[Source, Reading]],
    *,
    strict: bool,
    progress: Progress,
) -> _Intake:
    """Store what is new or changed."""
    analyzer = Analyzer()
    before = library.hashes()
    seen: set[str] = set()
    added: list[str] = []
    changed: list[str] = []
    skipped: list[Reading] = []
    doubtful: list[Reading] = []
    for source, reading in readings:
        progress(reading)
        result = _not_somebody_elses(library, reading, source.origin)
        if result.article is None:
            skipped.append(result)
            continue
        if result.notes:
            doubtful.append(result)
        article = _with_language(result.article)
        seen.add(article.id)
        if before.get(article.id) != content_hash(article):
            (changed if article.id in before else added).append(article.id)
            before[article.id] = content_hash(article)
            library.put(analyze(article, analyzer), source, FINGERPRINT)
        elif library.source_of(article.id) != source:
            library.move(article.id, source)
    if strict and skipped:
        raise BadInputError(
            f"{skipped[0].where}: {skipped[0].notes[0].rstrip('.')}. Nothing was changed, because "
            "of --strict."
        )
    return _Intake(frozenset(seen), tuple(added), tuple(changed), tuple(skipped), tuple(doubtful))


def _with_language(article: Article) -> Article:
    """The article, with the language it is written in where it states none."""
    if article.lang:
        return article
    return replace(article, lang=guess_language(f"{article.title}\n{article.text}"))


def _not_somebody_elses(library: Library, reading: Reading, origin: str) -> Reading:
    """The reading, or why it is skipped: its id belongs to an article of another origin."""
    if reading.article is None:
        return reading
    owner = library.source_of(reading.article.id)
    same_page = reading.article.id in library.ids_with_url(reading.article.url or "")
    if owner is None or owner.origin == origin or same_page:
        return reading
    kind, _, name = owner.origin.partition(":")
    note = (
        f"the id {reading.article.id!r} belongs to an article that came from {name or kind}; "
        "give this one another id"
    )
    return replace(reading, article=None, notes=(note,))


def _publish(place: Collection, intake: _Intake, removed: tuple[str, ...] = ()) -> Outcome:
    """Publish what the library holds, unless that is what is served already.

    The library was committed before: whatever stops us here, the next command publishes it.
    """
    with _library(place) as library:
        name = library.published
        new = name is None or not _is_served(place, name)
        if name is None or new:
            name = publication.publish(
                place, lambda path: write_generation(library, FINGERPRINT, path)
            )
            library.published = name
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
    """Whether a generation is served, whole."""
    try:
        path = publication.generation_path(place, name)
        return publication.served(place) == name and name_of(path) == name
    except (IndexNotFoundError, IndexDamagedError, OSError):
        return False
