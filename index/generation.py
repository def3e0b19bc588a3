"""One immutable index: a single SQLite file with everything that serving needs.

Opened read-only and never changed. Its name is the hash of its bytes, and stands behind them as a
seal: a whole generation under the name of another is known at opening. Each array and each row that
is shown or scored also carries a checksum of its own, checked whenever it is read. Rows are found
by number alone, and which numbers there are is known from arrays: what is damaged is refused, and
can neither be mistaken for something else nor go missing.
"""

import hashlib
import json
import os
import sqlite3
import threading
import weakref
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import analysis
from index.analysis import fold
from index.articles import Article
from index.errors import DataFolderError, IndexDamagedError, IndexVersionError
from index.name_words import NOBODY, NameBlock, Naming
from index.packed_postings import SHORT, PackedList, unpack
from index.packed_quotes import unpack_quote
from index.postings import EMPTY, PostingList
from index.quote import Quote
from index.spelling import Lexicon
from index.vocabulary import BLOCK, TermBlock, Word, block_of

APPLICATION_ID = 0x42796C32
FORMAT = 6
PAGE_SIZE = 16_384  # bytes; a long blob is a chain of pages
NAME_LENGTH = 32  # hexadecimal digits of the content hash
_HASHED_AT_ONCE = 1 << 20  # bytes
_READ_AT_ONCE = 100  # articles
_BLOCKS_KEPT = 2_048  # blocks of the vocabulary: some 8 MB

SCHEMA = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE articles (
    id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, url TEXT, source TEXT, author TEXT,
    published TEXT, lang TEXT, number INTEGER PRIMARY KEY, checksum INTEGER NOT NULL);
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, quotes BLOB NOT NULL,
    checksum INTEGER NOT NULL);
CREATE TABLE roles (
    number INTEGER PRIMARY KEY, role TEXT NOT NULL, quotes BLOB NOT NULL,
    checksum INTEGER NOT NULL);
CREATE TABLE name_words (
    block INTEGER PRIMARY KEY, words TEXT NOT NULL, name_counts BLOB NOT NULL, names BLOB NOT NULL,
    role_counts BLOB NOT NULL, roles BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE quotes (number INTEGER PRIMARY KEY, quote TEXT NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE terms (
    block INTEGER PRIMARY KEY, terms TEXT NOT NULL, dfs BLOB NOT NULL, passages BLOB NOT NULL,
    tfs BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE postings (
    term INTEGER PRIMARY KEY, first INTEGER NOT NULL, gaps BLOB NOT NULL, codes BLOB NOT NULL,
    kinds BLOB NOT NULL, checksum INTEGER NOT NULL);
CREATE TABLE words (
    block INTEGER PRIMARY KEY, words TEXT NOT NULL, terms BLOB NOT NULL, counts BLOB NOT NULL,
    checksum INTEGER NOT NULL);
CREATE TABLE arrays (name TEXT PRIMARY KEY, bytes BLOB NOT NULL, checksum INTEGER NOT NULL);
"""

# The text as its bytes, over which its checksum is.
_ARTICLES = (
    "SELECT id, title, CAST(text AS BLOB), url, source, author, published, lang, number, checksum "
    "FROM articles WHERE number IN ({})"
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a generation says of itself."""

    analyzer: str
    articles: int
    passages: int
    quotes: int
    speakers: int
    roles: int
    terms: int
    words: int
    languages: tuple[str, ...]
    sources: tuple[str, ...]
    first_day: str | None  # "YYYY-MM-DD" of the oldest dated article
    last_day: str | None


@dataclass(frozen=True, slots=True)
class SpeakerName:
    """Somebody who is quoted in a generation."""

    number: int
    name: str
    quotes: tuple[int, ...]  # the numbers of what is said


class Byline(NamedTuple):
    """What stands above an article, without case and diacritics."""

    title: str
    author: str


def checksum(*fields: object, before: int = 0) -> int:
    """The CRC-32 of a row's fields, or of all of them where that of those `before` is known."""
    for field in fields:  # a call for each would take twice as long
        raw = field if isinstance(field, bytes) else str(field).encode("utf-8", "surrogatepass")
        before = zlib.crc32(raw, before)
    return before


def seal(path: Path) -> str:
    """Write the name that a new generation's bytes give it behind them, and return it.

    SQLite reads as many pages as the file's header says, and nothing after them.
    """
    name = _hashed(path, path.stat().st_size)
    with path.open("ab") as file:
        file.write(name.encode("ascii"))
    return name


def name_of(path: Path) -> str:
    """The name that a sealed generation's bytes give it."""
    return _hashed(path, path.stat().st_size - NAME_LENGTH)


def _hashed(path: Path, size: int) -> str:
    """The name that the first `size` bytes of a file come to."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while size > 0 and (read := file.read(min(size, _HASHED_AT_ONCE))):
            digest.update(read)
            size -= len(read)
    return digest.hexdigest()[:NAME_LENGTH]


class Generation:
    """An open generation: the postings of its passages, and their texts.

    Threads may share it; each gets a connection of its own.

    Raises:
        IndexVersionError: another version of Byline wrote the file.
        IndexDamagedError: it is not what was written.
        DataFolderError: it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._path = path
        self.closed = False
        self._thread = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._blocks: dict[int, TermBlock] = {}
        # Whoever forgets to close a generation lets go of its files with the last reference.
        weakref.finalize(self, _close_all, self._connections)
        try:
            last_bytes = self._last_bytes()
            self._check_format()  # says more of another version's file than its lack of a seal
            self._check_seal(last_bytes)
            self.facts = _unpack_facts(self._fetch("SELECT * FROM facts"), self._damaged)
            self._check_analyzer()
            self.lengths: NDArray[np.int64] = self._array("lengths", np.uint32).astype(np.int64)
            self.articles_of = self._array("articles_of", np.uint32)  # the article of each passage
            self.seconds = self._array("seconds", np.int64)  # publication of each article
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self.closed = True
        _close_all(self._connections)

    @cached_property
    def starts(self) -> NDArray[np.uint32]:
        """Where each passage begins in its article's text, in code points."""
        return self._array("starts", np.uint32)

    @cached_property
    def ends(self) -> NDArray[np.uint32]:
        """Where each passage ends."""
        return self._array("ends", np.uint32)

    @cached_property
    def sources(self) -> NDArray[np.int32]:
        """The place of each article's source in `facts.sources`, or -1."""
        return self._array("sources", np.int32)

    @cached_property
    def languages(self) -> NDArray[np.int32]:
        """The place of each article's language in `facts.languages`, or -1."""
        return self._array("languages", np.int32)

    # What a scorer needs.

    def df(self, term: str) -> int:
        """How many passages hold `term`."""
        block, number = self._find(term)
        return 0 if block is None or number is None else block.df(number)

    def of(self, term: str) -> PostingList:
        """The passages that hold `term`, read from the file."""
        block, number = self._find(term)
        if block is None or number is None:
            return EMPTY
        short = block.short_list(number, self.lengths)
        return short if short is not None else self._long_list(number, block.df(number))

    def _find(self, term: str) -> tuple[TermBlock | None, int | None]:
        place = block_of(term, self._first_terms)
        if place is None:
            return None, None
        block = self._blocks.get(place)
        if block is None:
            block = self._read_block(place)
            if len(self._blocks) >= _BLOCKS_KEPT:
                self._blocks.clear()
            self._blocks[place] = block
        return block, block.number(term)

    @cached_property
    def _first_terms(self) -> list[str]:
        return self._lines("first_terms")

    def _read_block(self, place: int) -> TermBlock:
        terms, dfs, passages, tfs = self._row("terms", "block", place)
        return TermBlock(
            place * BLOCK,
            terms,
            np.frombuffer(dfs, np.uint32),
            np.frombuffer(passages, np.uint32),
            np.frombuffer(tfs, np.uint16 if len(tfs) * 2 == len(passages) else np.uint8),
            SHORT,
        )

    def _long_list(self, number: int, df: int) -> PostingList:
        return unpack(PackedList(*self._row("postings", "term", number)), df, self.lengths)

    def words(self, prefix: str = "") -> Iterator[Word]:
        """The raw words that begin with `prefix`, in code point order."""
        firsts = self._first_words
        for place in range(block_of(prefix, firsts) or 0, len(firsts)):
            if prefix and firsts[place] > prefix and not firsts[place].startswith(prefix):
                return
            words, terms, counts = self._row("words", "block", place)
            for word in map(
                Word,
                words.split("\n"),
                np.frombuffer(terms, np.uint32).tolist(),
                np.frombuffer(counts, np.uint32).tolist(),
            ):
                if word.text.startswith(prefix):
                    yield word

    @cached_property
    def lexicon(self) -> Lexicon:
        """All raw words, as misspelt ones are compared with them; made when first asked for."""
        blocks = [self._row("words", "block", place) for place in range(len(self._first_words))]
        counts = b"".join(counts for _, _, counts in blocks)
        return Lexicon("\n".join(words for words, _, _ in blocks), np.frombuffer(counts, np.uint32))

    @cached_property
    def _first_words(self) -> list[str]:
        return self._lines("first_words")

    def term(self, number: int) -> str:
        """The term with this number."""
        terms: str = self._row("terms", "block", number // BLOCK)[0]
        return terms.split("\n")[number % BLOCK]

    # What an answer shows.

    def article(self, number: int) -> Article:
        """The article with this number."""
        return self.articles([number])[0]

    def articles(self, numbers: Sequence[int]) -> list[Article]:
        """The articles with these numbers, in this order, read all at once."""
        read: dict[int, Article] = {}
        wanted = list(dict.fromkeys(numbers))
        for first in range(0, len(wanted), _READ_AT_ONCE):
            some = wanted[first : first + _READ_AT_ONCE]
            for row in self._fetch(_ARTICLES.format(", ".join("?" * len(some))), *some):
                article_id, title, text, *more, number, expected = row
                if checksum(article_id, title, text, *more, number) != expected:
                    raise self._damaged(f"articles {number}")
                read[number] = Article(article_id, title, text.decode("utf-8"), *more)
        for number in wanted:
            if number not in read:
                raise self._damaged(f"articles {number}")
        return [read[number] for number in numbers]

    @property
    def ids(self) -> list[str]:
        """The ids of all articles, by number; not checked, for nothing is shown of an id alone."""
        return [article_id for (article_id,) in self._fetch("SELECT id FROM articles")]

    def number_of(self, article_id: str) -> int | None:
        """The number of the article with this id; they are numbered in the order of their ids."""
        numbers = range(self.facts.articles)
        number = bisect_left(numbers, article_id, key=lambda number: self.article(number).id)
        found = number < len(numbers) and self.article(number).id == article_id
        return number if found else None

    @cached_property
    def bylines(self) -> tuple[Byline, ...]:
        """Headline and author of every article, by number; reads them all when first asked for."""
        articles = map(self.article, range(self.facts.articles))
        return tuple(Byline(fold(one.title), fold(one.author or "")) for one in articles)

    @cached_property
    def speakers(self) -> tuple[SpeakerName, ...]:
        """Everybody who is quoted, by name; reads them all when first asked for."""
        return tuple(map(self.speaker, range(self.facts.speakers)))

    def speaker(self, number: int) -> SpeakerName:
        """The name with this number."""
        name, quotes = self._row("speakers", "number", number)
        return SpeakerName(number, name, tuple(np.frombuffer(quotes, np.uint32).tolist()))

    def said_as(self, role: int) -> list[int]:
        """The numbers of what those say who have the role with this number."""
        _, quotes = self._row("roles", "number", role)
        said: list[int] = np.frombuffer(quotes, np.uint32).tolist()
        return said

    def naming(self, word: str) -> Naming:
        """The names and the roles that hold a word, as `index.people.name_words` gives words."""
        block = block_of(word, self._first_name_words)
        return NOBODY if block is None else self._name_block(block).naming(word)

    @cached_property
    def _first_name_words(self) -> list[str]:
        return self._lines("first_name_words")

    def _name_block(self, place: int) -> NameBlock:
        return NameBlock(*self._row("name_words", "block", place))

    def quotes_at(self, numbers: Sequence[int]) -> list[tuple[int, Quote]]:
        """The quotes with these numbers, rising: passage number and quote."""
        return list(self._quotes(numbers))

    def quotes(self) -> Iterator[tuple[int, Quote]]:
        """Everything that is said: passage number and quote, in the order of the file."""
        return self._quotes(range(self.facts.quotes))

    def quotes_in(self, passage: int) -> list[Quote]:
        """What is said in one passage."""
        first, last = self._quotes_from[passage : passage + 2].tolist()
        return [self._quote(number) for number in range(first, last)]

    def quote_into(self, passage: int) -> Quote | None:
        """What somebody began to say in a passage before, and says on in this one."""
        number = int(self._quotes_from[passage]) - 1  # the last that begins before
        if number < 0:
            return None
        began = int(np.searchsorted(self._quotes_from, number, side="right")) - 1
        if self.articles_of[began] != self.articles_of[passage]:
            return None
        quote = self._quote(number)
        return quote if quote.sentences.end > self.starts[passage] else None

    @cached_property
    def _quotes_from(self) -> NDArray[np.uint32]:
        """The number of the first quote of each passage, and of all quotes at the end."""
        return self._array("quotes_from", np.uint32)

    def _quotes(self, numbers: Sequence[int]) -> Iterator[tuple[int, Quote]]:
        passages = np.searchsorted(self._quotes_from, numbers, side="right") - 1
        for number, passage in zip(numbers, passages.tolist(), strict=True):
            yield passage, self._quote(number)

    def _quote(self, number: int) -> Quote:
        (packed,) = self._row("quotes", "number", number)
        return unpack_quote(packed)

    # Checks.

    def verify(self) -> None:
        """Read everything.

        Raises:
            IndexDamagedError: anything at all is not what was written.
        """
        if name_of(self._path) != self.name:
            raise self._damaged("the file's content hash")
        for place in range(len(self._first_terms)):
            block = self._read_block(place)
            for number in block.numbers:
                if block.short_list(number, self.lengths) is None:
                    self._long_list(number, block.df(number))
        for _ in self.words():
            pass
        for number in range(self.facts.articles):
            self.article(number)
        for passage, _ in self.quotes():
            _ = (self.starts[passage], self.ends[passage])
        for number in range(self.facts.roles):
            self.said_as(number)
        for place in range(len(self._first_name_words)):
            self._name_block(place)
        _ = (self.speakers, self.sources, self.languages)

    # Reading.

    def _row(self, table: str, key: str, number: int) -> tuple[Any, ...]:
        """A row without its number and checksum, which are checked."""
        return self._checked(table, key, number)[1:]

    def _checked(self, table: str, key: str, number: int) -> tuple[Any, ...]:
        """A row without its checksum, which is checked."""
        rows = self._fetch(f"SELECT * FROM {table} WHERE {key} = ?", number)  # noqa: S608  # our own names
        if not rows or checksum(*rows[0][:-1]) != rows[0][-1]:
            raise self._damaged(f"{table} {number}")
        return rows[0][:-1]

    def _array(self, name: str, dtype: type[np.generic]) -> NDArray[Any]:
        return np.frombuffer(self._raw(name), dtype)

    def _lines(self, name: str) -> list[str]:
        raw = self._raw(name)
        return raw.decode("utf-8", "surrogatepass").split("\n") if raw else []

    def _raw(self, name: str) -> bytes:
        rows = self._fetch("SELECT bytes, checksum FROM arrays WHERE name = ?", name)
        if not rows or checksum(name, rows[0][0]) != rows[0][1]:
            raise self._damaged(name)
        raw: bytes = rows[0][0]
        return raw

    def _last_bytes(self) -> bytes:
        """What the file ends with: the seal, in a whole generation."""
        try:
            with self._path.open("rb") as file:
                file.seek(max(file.seek(0, os.SEEK_END) - NAME_LENGTH, 0))
                return file.read()
        except FileNotFoundError as error:
            raise self._damaged("its file", "is gone") from error
        except OSError as error:
            raise DataFolderError(
                f"{str(self._path)!r} cannot be read ({error.strerror}); "
                "check its permissions and the limit of open files."
            ) from error

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

    def _check_seal(self, last_bytes: bytes) -> None:
        if last_bytes != self.name.encode():
            raise self._damaged("its seal")

    def _check_analyzer(self) -> None:
        # Questions analysed one way find little among articles analysed another way.
        if self.facts.analyzer != analysis.FINGERPRINT:
            raise IndexVersionError(
                f"The index {str(self._path)!r} was analysed by another version of Byline; "
                f"run `byline index update --collection {self._collection}`."
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
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if self.closed:
                raise ValueError("the generation is closed") from error
            raise self._damaged("SQLite", f"says: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        if self.closed:
            raise sqlite3.ProgrammingError("it was closed")
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
