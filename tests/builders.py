"""Small articles and collections for tests, made with the real readers and a real SQLite file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from index.articles import Article
from index.build import Outcome, add_articles
from index.collections import Collections
from index.generation import NAME_LENGTH, seal
from index.ingest import Reading
from index.publication import generation_path, served


def article(article_id: str, text: str, **fields: str | None) -> Article:
    """An article with a title of its own."""
    return Article(article_id, fields.pop("title", None) or "", text, **fields)


def collection(data: Path, *articles: Article, name: str = "main") -> Outcome:
    """Add articles to a collection and publish it."""
    readings = [("import:", Reading(f"article {one.id}", one)) for one in articles]
    return add_articles(readings, data, name)


def folder(path: Path, **files: str) -> Path:
    """A folder of Markdown articles, one for each keyword; "__" in a name is a "/"."""
    path.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        file = path / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    return path


def as_of_another_format(data: Path, name: str = "main") -> None:
    """Make a collection what another version of Byline left: a whole index in another format."""
    place = Collections.to_read(data).collection(name)
    path = generation_path(place, served(place))
    path.write_bytes(path.read_bytes()[:-NAME_LENGTH])
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA user_version = 1")
    generation = seal(path)
    path.rename(generation_path(place, generation))
    place.current.write_text(f"{generation}\n")
    with closing(sqlite3.connect(place.library)) as library, library:
        library.execute("UPDATE published SET generation = ?", (generation,))
