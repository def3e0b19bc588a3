"""Small articles and collections for tests, made with the real readers and a real SQLite file."""

from pathlib import Path

from index.articles import Article
from index.build import Outcome, add_articles
from index.ingest import Reading


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
