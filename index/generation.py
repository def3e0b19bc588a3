"""One immutable index: a single SQLite file with everything that serving needs.

Opened read-only and never changed. Its name is the hash of its bytes; each array and each row that
is shown or scored also carries a checksum of its own, checked whenever it is read, so that a
damaged file is refused instead of believed.
"""

import hashlib
import json
import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis import fold
from index.articles import Article
from index.errors import IndexDamagedError, IndexVersionError
from index.postings import EMPTY, PostingList
from index.quotes import Quote
from index.spans import Span

APPLICATION_ID = 0x42796C32
FORMAT = 1
UNDATED = -(1 << 62)  # sorts before every date
_POSTINGS_KEPT = 64  # posting lists kept decoded
NAME_LENGTH = 32  # hexadecimal digits of the content hash

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
    url TEXT, source TEXT, author TEXT, published TEXT, lang TEXT, checksum INTEGER NOT NULL);
CREATE TABLE speakers (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE quotes (
    number INTEGER PRIMARY KEY, passage INTEGER NOT NULL, speaker INTEGER, quote TEXT NOT NULL,
    checksum INTEGER NOT NULL);
CREATE INDEX quotes_by_speaker ON quotes (speaker);
CREATE INDEX quotes_by_passage ON quotes (passage);
CREATE TABLE terms (
    term TEXT PRIMARY KEY, df INTEGER NOT NULL, passages BLOB NOT NULL, tfs BLOB NOT NULL,
    checksum INTEGER NOT NULL);
CREATE TABLE arrays (name TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a generation says of itself."""

    analyzer: str
    articles: int
    passages: int
    quotes: int
    languages: tuple[str, ...]
    sources: tuple[str, ...]
    first_day: str | None  # "YYYY-MM-DD" of the oldest dated article
    last_day: str | None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Somebody who is quoted in a generation."""

    number: int
    name: str
    folded: tuple[str, ...]  # the words of the name, without case and diacritics


def checksum(*fields: object) -> int:
    """The CRC-32 of a row's fields."""
    value = 0
    for field in fields:
        raw = field if isinstance(field, bytes) else repr(field).encode("utf-8", "surrogatepass")
        value = zlib.crc32(raw, value)
    return value


def pack_quote(quote: Quote) -> str:
    """A quote as it stands in the file."""
    return json.dumps(astuple(quote), ensure_ascii=True)


def unpack_quote(packed: str) -> Quote:
    """The quote that `pack_quote` packed."""
    span, sentences, kind, cue, speaker, role, attribution, named_in, rule, trust = json.loads(
        packed
    )
    return Quote(
        Span(*span), Span(*sentences), kind, cue, speaker, role, attribution,
        Span(*named_in) if named_in else None, rule, trust,
    )  # fmt: skip


def name_of(path: Path) -> str:
    """The name that a generation's bytes give it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:NAME_LENGTH]


class Generation:
    """An open generation: the postings of its passages, and their texts.

    Threads may share it; each gets a connection of its own.

    Raises:
        IndexVersionError: another version of Byline wrote the file.
        IndexDamagedError: it is not what was written.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self._thread = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._postings: dict[str, PostingList] = {}
        # Whoever forgets to close a generation lets go of its files with the last reference.
        weakref.finalize(self, _close_all, self._connections)
        try:
            self._check_format()
            self.facts = _unpack_facts(self._fetch("SELECT * FROM facts"), self._damaged)
            self.lengths: NDArray[np.int64] = self._array("lengths", np.uint32).astype(np.int64)
            self.starts = self._array("starts", np.uint32)
            self.ends = self._array("ends", np.uint32)
            self.articles_of = self._array("articles_of", np.uint32)  # the article of each passage
            self.seconds = self._array("seconds", np.int64)  # publication of each article
            self.sources = self._array("sources", np.int32)  # place in facts.sources, or -1
            self.languages = self._array("languages", np.int32)  # place in facts.languages, or -1
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        _close_all(self._connections)

    # What a scorer needs.

    def df(self, term: str) -> int:
        """How many passages hold `term`."""
        return len(self.of(term).passages)

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`."""
        postings = self._postings.get(term)
        if postings is None:
            postings = self._read_postings(term)
            if len(self._postings) >= _POSTINGS_KEPT:
                self._postings.clear()
            self._postings[term] = postings
        return postings

    def _read_postings(self, term: str) -> PostingList:
        rows = self._fetch("SELECT df, passages, tfs, checksum FROM terms WHERE term = ?", term)
        if not rows:
            return EMPTY
        df, passages, tfs, expected = rows[0]
        if checksum(term, df, passages, tfs) != expected:
            raise self._damaged(f"the postings of {term!r}")
        return PostingList(
            np.frombuffer(passages, np.uint32).astype(np.int64),
            np.frombuffer(tfs, np.uint32).astype(np.int64),
        )

    # What an answer shows.

    def article(self, number: int) -> Article:
        """The article with this number."""
        rows = self._fetch("SELECT * FROM articles WHERE number = ?", number)
        if not rows or checksum(*rows[0][:-1]) != rows[0][-1]:
            raise self._damaged(f"article {number}")
        return Article(*rows[0][1:-1])

    @cached_property
    def speakers(self) -> tuple[SpeakerName, ...]:
        """Everybody who is quoted, by name."""
        rows = self._fetch("SELECT * FROM speakers ORDER BY number")
        for number, name, expected in rows:
            if checksum(number, name) != expected:
                raise self._damaged(f"speaker {number}")
        return tuple(
            SpeakerName(number, name, tuple(fold(name).split())) for number, name, _ in rows
        )

    def quotes_by(self, speakers: Sequence[int]) -> list[tuple[int, Quote]]:
        """What these speakers said: passage number and quote, in the order of the file."""
        marks = ",".join("?" * len(speakers))
        return self._quotes(f"speaker IN ({marks})", *speakers)

    def quotes(self) -> list[tuple[int, Quote]]:
        """Everything that is said: passage number and quote, in the order of the file."""
        return self._quotes("TRUE")

    def quotes_in(self, passage: int) -> list[Quote]:
        """What is said in one passage."""
        return [quote for _, quote in self._quotes("passage = ?", passage)]

    # Checks.

    def verify(self) -> None:
        """Read everything.

        Raises:
            IndexDamagedError: anything at all is not what was written.
        """
        if name_of(self._path) != self.name:
            raise self._damaged("the file's content hash")
        for (term,) in self._fetch("SELECT term FROM terms"):
            self.of(term)
        for number in range(self.facts.articles):
            self.article(number)
        self.speakers  # noqa: B018  # reading it checks it
        self.quotes()

    def _quotes(self, where: str, *values: int) -> list[tuple[int, Quote]]:
        rows = self._fetch(
            f"SELECT number, passage, speaker, quote, checksum FROM quotes WHERE {where} "  # noqa: S608  # where is a constant of this class
            "ORDER BY number",
            *values,
        )
        for number, passage, speaker, quote, expected in rows:
            if checksum(number, passage, speaker, quote) != expected:
                raise self._damaged(f"quote {number}")
        return [(passage, unpack_quote(quote)) for _, passage, _, quote, _ in rows]

    def _array(self, name: str, dtype: type[np.generic]) -> NDArray[Any]:
        rows = self._fetch("SELECT bytes, checksum FROM arrays WHERE name = ?", name)
        if not rows or checksum(name, rows[0][0]) != rows[0][1]:
            raise self._damaged(name)
        return np.frombuffer(rows[0][0], dtype)

    def _check_format(self) -> None:
        (application_id,) = self._fetch("PRAGMA application_id")[0]
        (version,) = self._fetch("PRAGMA user_version")[0]
        if application_id != APPLICATION_ID:
            raise self._damaged("its header")
        if version != FORMAT:
            raise IndexVersionError(
                f"The index {str(self._path)!r} has format {version} and this Byline reads "
                f"{FORMAT}; run `byline index update --collection {self._collection}`."
            )

    @property
    def _collection(self) -> str:
        return self._path.absolute().parent.parent.name

    def _damaged(self, what: str, verdict: str = "is not what was written") -> IndexDamagedError:
        return IndexDamagedError(
            f"The index {str(self._path)!r} is damaged ({what} {verdict}); "
            f"run `byline index update --collection {self._collection}` to publish it anew."
        )

    def _fetch(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        try:
            return self._connection().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged("SQLite", f"says: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._thread, "connection"):
            self._thread.connection = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,  # whoever closes the generation closes all
            )
            self._connections.append(self._thread.connection)
        connection: sqlite3.Connection = self._thread.connection
        return connection


def _close_all(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
    connections.clear()


def pack_facts(facts: Facts) -> Iterable[tuple[str, str, int]]:
    """The rows of the table `facts`."""
    values = zip(Facts.__slots__, astuple(facts), strict=True)
    packed = [(name, json.dumps(value)) for name, value in values]
    return [(name, value, checksum(name, value)) for name, value in packed]


def _unpack_facts(rows: Iterable[tuple[Any, ...]], damaged: Any) -> Facts:  # noqa: ANN401  # an error's constructor
    held = {}
    for name, value, expected in rows:
        if checksum(name, value) != expected:
            raise damaged(name)
        held[name] = json.loads(value)
    if set(held) != set(Facts.__slots__):
        raise damaged("facts")
    held["languages"] = tuple(held["languages"])
    held["sources"] = tuple(held["sources"])
    return Facts(**held)
