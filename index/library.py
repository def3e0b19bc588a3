"""The working store of one collection: its articles, and what analysis found in them.

Analysis is the costly part, so it is kept: an article is analysed when it comes in or changes, or
when the analyzer itself has changed. Everything served is built from here.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.database import Kind
from index.generation import checksum
from index.ordered_words import OrderedWords
from index.packed_articles import PackedArticle, Word
from index.packed_quotes import ROLE

if TYPE_CHECKING:
    from sqlite_utils.migrations import Migrations


def _migrations() -> "Migrations":
    from index.library_schema import migrations  # noqa: PLC0415  # of a new or an older file only

    return migrations


LIBRARY = Kind("library", application_id=0x42796C31, migrations=_migrations, version=9)

_ARTICLE = "id, title, text, url, source, author, published, lang"
# As it is served: in the language that was stated, or else in the one that was found.
SERVED = "id, title, text, url, source, author, published, coalesce(lang, guessed_lang)"


class Source(NamedTuple):
    """Where an article came from."""

    origin: str  # "folder:/news", "file:/news/a.md", "feed:https://news.example/rss", "import:"
    name: str = ""  # its name there, where an origin holds several: "2025/harbour.md"


class Size(NamedTuple):
    """How much analysis found in an article."""

    article_id: str
    checksum: int  # of the fields of the article as it is served
    passages: int
    tokens: int  # with the headline's, which count for every passage


class BylineRow(NamedTuple):
    """What is told of an article beside its text."""

    id: str
    source: str | None
    published: str | None
    lang: str | None


class AnalysisRow(NamedTuple):
    """What analysis found in an article, as it is stored: arrays of uint32."""

    title: bytes  # ids of words
    starts: bytes  # of each passage, in code points
    ends: bytes
    lengths: bytes  # of each passage, in words without the title's
    words: bytes  # ids of words, of all passages in order


class QuoteRow(NamedTuple):
    """A quote as it is stored."""

    article_id: str
    start: int  # of its sentences, in code points
    speaker: str | None
    role: str | None
    packed: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a change did, by article id, in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def content_hash(article: Article) -> str:
    """A hash of everything that was given of an article."""
    # No field holds a NUL; a field that is missing is not one that is empty.
    fields = ("-" if field is None else f"+{field}" for field in astuple_of(article))
    return hashlib.sha256("\0".join(fields).encode()).hexdigest()


def astuple_of(article: Article) -> tuple[str | None, ...]:
    """The fields of an article, in order (`dataclasses.astuple` takes ten times as long)."""
    return (
        article.id, article.title, article.text, article.url,
        article.source, article.author, article.published, article.lang,
    )  # fmt: skip


class Library:
    """One collection's store, inside a transaction of `index.database`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._execute = connection.execute
        self._executemany = connection.executemany
        self._word_ids: dict[tuple[str, str], int] | None = None  # read when articles come in
        self._next_word_id = -1  # not known yet

    # Articles.

    def count(self) -> int:
        """How many articles there are."""
        (articles,) = self._execute("SELECT count(*) FROM articles").fetchone()
        return int(articles)

    def hashes(self) -> dict[str, str]:
        """The content hash of each article, by id."""
        return dict(self._execute("SELECT id, content_hash FROM articles"))

    def ids_from(self, origin: str) -> set[str]:
        """The articles that came from one origin."""
        rows = self._execute("SELECT id FROM articles WHERE origin = ?", (origin,))
        return {row[0] for row in rows}

    def source_of(self, article_id: str) -> Source | None:
        """Where an article came from; None where there is no such article."""
        rows = self._execute("SELECT origin, name FROM articles WHERE id = ?", (article_id,))
        row = rows.fetchone()
        return Source(*row) if row else None

    def owner_of(self, article_id: str) -> tuple[Source, str | None]:
        """Where an article that is held came from, and its address."""
        rows = self._execute("SELECT origin, name, url FROM articles WHERE id = ?", (article_id,))
        origin, name, url = rows.fetchone()
        return Source(origin, name), url

    def origins_by_url(self) -> dict[str, str]:
        """Where the article at each web address came from."""
        return dict(self._execute("SELECT url, origin FROM articles WHERE url IS NOT NULL"))

    def move(self, article_id: str, source: Source) -> None:
        """Remember that an article, as it is, now comes from another place."""
        self._execute(
            "UPDATE articles SET origin = ?, name = ? WHERE id = ?", (*source, article_id)
        )

    def articles(self) -> Iterator[Article]:
        """All articles as they are served, by id."""
        rows = self._execute(f"SELECT {SERVED} FROM articles ORDER BY id")  # noqa: S608  # constants
        return (Article(*row) for row in rows)

    def bylines(self) -> list[BylineRow]:
        """What is told of all articles beside their texts, by id."""
        rows = self._execute(
            "SELECT id, source, published, coalesce(lang, guessed_lang) FROM articles ORDER BY id"
        )
        return [BylineRow(*row) for row in rows]

    def stale(self, analyzer: str) -> Iterator[tuple[Article, Source, str | None]]:
        """The articles as given that another analyzer analysed, with whence and when they came."""
        ids = self._execute(
            "SELECT id FROM articles WHERE analyzer != ? ORDER BY id", (analyzer,)
        ).fetchall()
        for (article_id,) in ids:
            row = self._execute(
                f"SELECT {_ARTICLE}, origin, name, came FROM articles WHERE id = ?",  # noqa: S608  # constants
                (article_id,),
            ).fetchone()
            yield Article(*row[:8]), Source(*row[8:10]), row[10]

    # What analysis found.

    def put(
        self,
        article: Article,
        source: Source,
        analyzed: PackedArticle,
        analyzer: str,
        came: str | None = None,
    ) -> None:
        """Store an article and its analysis, whose words are ids of `word_ids`.

        Args:
            article: the article as given.
            source: where it came from.
            analyzed: what analysis found in it.
            analyzer: by which it was analysed.
            came: when it came; None for now.
        """
        guessed = None if article.lang else analyzed.lang
        tokens = (
            len(analyzed.words) + len(analyzed.title) * (len(analyzed.starts) // _BYTES)
        ) // _BYTES
        self._execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "coalesce(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')))",
            (*astuple_of(article), *source, content_hash(article), analyzer, guessed, came),
        )
        served = replace(article, lang=article.lang or guessed)
        self._execute(
            "INSERT INTO analyses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, len(analyzed.starts) // _BYTES, tokens, analyzed.title, analyzed.starts,
             analyzed.ends, analyzed.lengths, analyzed.words, checksum(*astuple_of(served))),
        )  # fmt: skip
        if analyzed.quotes:
            self._executemany(
                "INSERT INTO quotes VALUES (?, ?, ?, ?, ?)",
                [(article.id, seq, *quote) for seq, quote in enumerate(analyzed.quotes)],
            )

    def remove(self, article_ids: Iterable[str]) -> None:
        """Drop articles and all that was found in them."""
        ids = [(article_id,) for article_id in article_ids]
        for table, column in (
            ("quotes", "article_id"),
            ("analyses", "article_id"),
            ("articles", "id"),
        ):
            self._executemany(f"DELETE FROM {table} WHERE {column} = ?", ids)  # noqa: S608  # constants

    def word_ids(self, words: Sequence[Word]) -> NDArray[np.uint32]:
        """The ids of raw words; those that are new get one."""
        known = self._known_words(words)
        ids = []
        new = []
        for word in words:
            key = word[:2]
            word_id = known.get(key)
            if word_id is None:
                word_id = known[key] = self._next_word_id
                self._next_word_id += 1
                new.append((word_id, *word))
            ids.append(word_id)
        self._executemany("INSERT INTO words VALUES (?, ?, ?, ?)", new)
        return np.array(ids, np.uint32)

    def _known_words(self, words: Sequence[Word]) -> dict[tuple[str, str], int]:
        """The ids of the words that have one; the first time of these words, later of all.

        A small change asks once, and need not wait until all are read.
        """
        if self._word_ids is None:
            first = self._next_word_id < 0
            among = "WHERE word IN (SELECT value FROM json_each(?))" if first else ""
            values = (json.dumps([word.word for word in words]),) if first else ()
            rows = self._execute(f"SELECT id, lang, word FROM words {among}", values)  # noqa: S608  # constants
            known = {(lang, word): word_id for word_id, lang, word in rows}
            if first:
                (self._next_word_id,) = self._execute(
                    "SELECT coalesce(max(id), -1) + 1 FROM words"
                ).fetchone()
                return known
            self._word_ids = known
        return self._word_ids

    def forget_analyses(self) -> None:
        """Drop all that analysis found; the articles stay, to be analysed anew."""
        for table in ("quotes", "analyses", "words", "ordered_words"):
            self._execute(f"DELETE FROM {table}")  # noqa: S608  # constants
        self._execute("UPDATE articles SET analyzer = ''")
        self._word_ids = None
        self._next_word_id = -1

    def sizes(self) -> list[Size]:
        """How much analysis found in each article, by id: the order that numbers passages."""
        rows = self._execute(
            "SELECT article_id, checksum, passages, tokens FROM analyses ORDER BY article_id"
        )
        return [Size(*row) for row in rows]

    def analyses(self, first: str, last: str) -> Iterator[AnalysisRow]:
        """What analysis found in the articles from `first` to `last`, by id."""
        rows = self._execute(
            "SELECT title, starts, ends, lengths, words FROM analyses "
            "WHERE article_id BETWEEN ? AND ? ORDER BY article_id",
            (first, last),
        )
        for row in rows:
            yield AnalysisRow(*row)

    def quotes(self) -> Iterator[QuoteRow]:
        """All quotes, by article id and position."""
        rows = self._execute(
            f"SELECT article_id, start, speaker, json_extract(quote, '{ROLE}'), quote FROM quotes "  # noqa: S608  # constants
            "ORDER BY article_id, seq"
        )
        for row in rows:
            yield QuoteRow(*row)

    def ordered_words(self) -> OrderedWords:
        """Every raw word with its term, in order; no longer used ones among them."""
        kept = self._kept_order()
        new = self._execute(
            "SELECT word, term FROM words WHERE id >= ? ORDER BY id", (len(kept.places),)
        ).fetchall()
        if not new:
            return kept
        if len(new) * _FEW > len(kept.places):
            words = self._execute("SELECT word, term FROM words ORDER BY id")
            ordered = OrderedWords.of(words)
        else:
            ordered = kept.with_new(new)
        self._execute(
            "INSERT OR REPLACE INTO ordered_words VALUES (0, ?, ?, ?, ?)",
            (
                "\n".join(ordered.terms),
                "\n".join(ordered.words),
                ordered.terms_of.tobytes(),
                ordered.places.tobytes(),
            ),
        )
        return ordered

    def _kept_order(self) -> OrderedWords:
        """The words in the order of the last change."""
        row = self._execute("SELECT terms, words, terms_of, places FROM ordered_words").fetchone()
        if row is None:
            return OrderedWords.of(())
        terms, words, terms_of, places = row
        return OrderedWords(
            terms.split("\n"),
            words.split("\n"),
            np.frombuffer(terms_of, np.uint32),
            np.frombuffer(places, np.uint32),
        )

    # What was published.

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

    def touch(self) -> None:
        """Remember that what is published is no longer what is stored."""
        self._execute("UPDATE published SET changed = 1")


_BYTES = 4  # of a uint32
_FEW = 8  # where fewer than one word in this many is new, the others keep their order
