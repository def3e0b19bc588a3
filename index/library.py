"""The working store of one collection: its articles, and what analysis found in them.

Analysis is the costly part, so it is kept: an article is analysed when it comes in or changes, or
when the analyzer itself has changed. Everything served is built from here.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from index.articles import Article
from index.database import Kind
from index.quotes import Quote
from index.spans import Span

_migrations = Migrations("library")


@_migrations()
def articles_passages_and_quotes(database: Database) -> None:
    """The first schema."""
    database.table("articles").create(
        {
            "id": str, "title": str, "text": str, "url": str, "source": str, "author": str,
            "published": str, "lang": str, "origin": str, "name": str, "content_hash": str,
            "analyzer": str,
        },
        pk="id",
        not_null={"title", "text", "origin", "name", "content_hash", "analyzer"},
    )  # fmt: skip
    database.table("articles").create_index(["origin"])
    article = ("article_id", "articles", "id")
    database.table("passages").create(
        {"article_id": str, "seq": int, "start": int, "end": int, "length": int,
         "terms": bytes, "tfs": bytes},
        pk=("article_id", "seq"), foreign_keys=[article],
    )  # fmt: skip
    database.table("quotes").create(
        {"article_id": str, "seq": int, "start": int, "end": int, "sentences_start": int,
         "sentences_end": int, "kind": str, "cue": str, "speaker": str, "role": str,
         "attribution": str, "named_start": int, "named_end": int, "rule": str,
         "confidence": float},
        pk=("article_id", "seq"), foreign_keys=[article],
    )  # fmt: skip
    database.table("terms").create({"id": int, "term": str}, pk="id", not_null={"term"})
    database.table("terms").create_index(["term"], unique=True)
    database.table("published").create({"id": int, "generation": str, "changed": int}, pk="id")
    database.table("published").insert({"id": 1, "generation": None, "changed": 1})


LIBRARY = Kind("library", application_id=0x42796C31, migrations=_migrations, version=1)


class Source(NamedTuple):
    """Where an article came from."""

    origin: str  # "folder:/news", "file:/news/a.md" or "import:"
    name: str = ""  # its name there, where an origin holds several: "2025/harbour.md"


class AnalyzedPassage(NamedTuple):
    """A passage with its terms."""

    span: Span
    terms: tuple[str, ...]  # with repetition, in order


class AnalyzedArticle(NamedTuple):
    """An article with everything that analysis found in it."""

    article: Article
    passages: tuple[AnalyzedPassage, ...]
    quotes: tuple[Quote, ...]


class PassageRow(NamedTuple):
    """A passage as it is stored."""

    article_id: str
    start: int
    end: int
    length: int  # tokens
    terms: NDArray[np.uint32]  # ids of this library's terms, ascending
    tfs: NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did, by article id, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def content_hash(article: Article) -> str:
    """A hash of everything that is indexed or shown of an article."""
    fields = json.dumps(astuple(article), ensure_ascii=True)
    return hashlib.sha256(fields.encode("ascii")).hexdigest()


class Library:
    """One collection's store, inside a transaction of `index.database`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._execute = database.conn.execute
        self._executemany = database.conn.executemany
        self._term_ids: dict[str, int] | None = None  # read when the first article comes in

    def count(self) -> int:
        """How many articles there are."""
        return self._database.table("articles").count

    def hashes(self, origin: str | None = None) -> dict[str, str]:
        """The content hash of each article by id, of all or of those that came from one origin."""
        where, values = ("origin = ?", [origin]) if origin is not None else (None, None)
        rows = self._database.table("articles").rows_where(where, values, select="id, content_hash")
        return {row["id"]: row["content_hash"] for row in rows}

    def source_of(self, article_id: str) -> Source | None:
        """Where an article came from; None where there is no such article."""
        rows = self._execute("SELECT origin, name FROM articles WHERE id = ?", (article_id,))
        row = rows.fetchone()
        return Source(*row) if row else None

    def move(self, article_id: str, source: Source) -> None:
        """Remember that an article, as it is, now comes from another place."""
        self._execute(
            "UPDATE articles SET origin = ?, name = ? WHERE id = ?", (*source, article_id)
        )

    def ids_named(self, sources: Iterable[Source]) -> set[str]:
        """The articles that came from exactly these places."""
        found = (
            self._execute("SELECT id FROM articles WHERE origin = ? AND name = ?", source)
            for source in sources
        )
        return {row[0] for rows in found for row in rows}

    def ids_with_url(self, url: str) -> list[str]:
        """The articles that have this address."""
        return [row[0] for row in self._execute("SELECT id FROM articles WHERE url = ?", (url,))]

    def articles(self) -> Iterator[Article]:
        """All articles, by id."""
        columns = "id, title, text, url, source, author, published, lang"
        for row in self._execute(f"SELECT {columns} FROM articles ORDER BY id"):  # noqa: S608  # constants
            yield Article(*row)

    def stale(self, analyzer: str) -> list[tuple[Article, Source]]:
        """The articles that another analyzer analysed, with where they came from."""
        rows = self._execute(
            "SELECT id, title, text, url, source, author, published, lang, origin, name "
            "FROM articles WHERE analyzer != ? ORDER BY id",
            (analyzer,),
        )
        return [(Article(*row[:8]), Source(*row[8:])) for row in rows]

    def put(self, analyzed: AnalyzedArticle, source: Source, analyzer: str) -> None:
        """Store an article in the place of any with the same id."""
        article = analyzed.article
        self.remove([article.id])
        self._execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*astuple(article), *source, content_hash(article), analyzer),
        )
        self._executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (article.id, seq, *passage.span, len(passage.terms), *self._pack(passage.terms))
                for seq, passage in enumerate(analyzed.passages)
            ],
        )
        self._executemany(
            "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (article.id, seq, *quote.span, *quote.sentences, quote.kind, quote.cue,
                 quote.speaker, quote.role, quote.attribution, *(quote.named_in or (None, None)),
                 quote.rule, quote.confidence)
                for seq, quote in enumerate(analyzed.quotes)
            ],
        )  # fmt: skip
        self._touch()

    def remove(self, article_ids: Iterable[str]) -> None:
        """Drop articles and all that was found in them."""
        ids = [(article_id,) for article_id in article_ids]
        if not ids:
            return
        for table, column in (
            ("quotes", "article_id"),
            ("passages", "article_id"),
            ("articles", "id"),
        ):
            self._executemany(f"DELETE FROM {table} WHERE {column} = ?", ids)  # noqa: S608  # constants
        self._touch()

    def passages(self) -> Iterator[PassageRow]:
        """All passages, by article id and position: the order that numbers them."""
        rows = self._execute(
            'SELECT article_id, start, "end", length, terms, tfs FROM passages '
            "ORDER BY article_id, seq"
        )
        for article_id, start, end, length, terms, tfs in rows:
            yield PassageRow(
                article_id, start, end, length,
                np.frombuffer(terms, np.uint32), np.frombuffer(tfs, np.uint32),
            )  # fmt: skip

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """All quotes with their article's id, by article id and position."""
        rows = self._execute("SELECT * FROM quotes ORDER BY article_id, seq")
        for article_id, _, start, end, s_start, s_end, *middle, n_start, n_end, rule, trust in rows:
            kind, cue, speaker, role, attribution = middle
            named_in = Span(n_start, n_end) if n_start is not None else None
            yield (
                article_id,
                Quote(span=Span(start, end), sentences=Span(s_start, s_end), kind=kind, cue=cue,
                      speaker=speaker, role=role, attribution=attribution, named_in=named_in,
                      rule=rule, confidence=trust),
            )  # fmt: skip

    def terms(self) -> list[tuple[int, str]]:
        """Every term with its id, by term in code point order."""
        return sorted(self._execute("SELECT id, term FROM terms"), key=lambda row: row[1])

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever published from here."""
        (generation,) = self._execute("SELECT generation FROM published").fetchone()
        return generation is None

    @property
    def published(self) -> str | None:
        """The generation that holds exactly what is stored here, if there is one."""
        generation, changed = self._execute("SELECT generation, changed FROM published").fetchone()
        return None if changed else generation

    @published.setter
    def published(self, generation: str) -> None:
        self._execute("UPDATE published SET generation = ?, changed = 0", (generation,))

    def _touch(self) -> None:
        self._execute("UPDATE published SET changed = 1")

    def _pack(self, terms: Sequence[str]) -> tuple[bytes, bytes]:
        """The passage's term ids, ascending, and how often it holds each."""
        pairs = sorted((self._term_id(term), tf) for term, tf in Counter(terms).items())
        packed = np.array(pairs, np.uint32).reshape(-1, 2)
        return packed[:, 0].tobytes(), packed[:, 1].tobytes()

    def _term_id(self, term: str) -> int:
        if self._term_ids is None:
            self._term_ids = {term: term_id for term_id, term in self.terms()}
        if term not in self._term_ids:
            cursor = self._execute("INSERT INTO terms (term) VALUES (?)", (term,))
            self._term_ids[term] = int(cursor.lastrowid or 0)
        return self._term_ids[term]
