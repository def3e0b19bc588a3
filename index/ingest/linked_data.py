"""What a page says of its article in JSON-LD, in the words of schema.org.

Headline, author and outlet are read by trafilatura; here is what it leaves out: the hour of
publication, and the language.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_BLOCKS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]/text()"
_WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLES = ("article", "posting", "report")  # "NewsArticle", "LiveBlogPosting"


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What is said of the article, as it is written there."""

    published: str | None = None
    lang: str | None = None


def linked_data(root: HtmlElement) -> LinkedData:
    """What the JSON-LD of a page says of its article; nothing where it has none, or a broken one.

    Of articles that are only named in others, or in lists, nothing is taken: they are not here.
    """
    articles = [
        node for written in root.xpath(_BLOCKS) for node in _nodes(written) if _is_article(node)
    ]
    return LinkedData(_first(articles, "datePublished"), _first(articles, "inLanguage"))


def _nodes(written: str) -> Iterator[dict[str, Any]]:
    """What a block describes: one thing, some in a list or a graph, or what its page is about."""
    try:
        block = json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return
    for outer in _each(block):
        yield outer
        for name in _WRAPPERS:
            yield from _each(outer.get(name))


def _each(value: object) -> list[dict[str, Any]]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.lower().endswith(_ARTICLES)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _first(nodes: list[dict[str, Any]], name: str) -> str | None:
    values = (node.get(name) for node in nodes)
    return next((value.strip() for value in values if isinstance(value, str) and value), None)
