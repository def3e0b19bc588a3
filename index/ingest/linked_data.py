"""What a page says of its article in JSON-LD, in the words of schema.org.

What trafilatura leaves out of it, the hour of publication and the language; and what it takes
from elsewhere too, the headline, who wrote it and for whom.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_BLOCKS = "//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]/text()"
_WRAPPERS = ("@graph", "mainEntity", "mainEntityOfPage")
_ARTICLES = ("article", "posting", "report")  # "NewsArticle", "LiveBlogPosting"
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)

_Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What is said of the article, as it is written there."""

    title: str | None = None
    text: str | None = None
    author: str | None = None
    source: str | None = None
    published: str | None = None
    lang: str | None = None
    is_said: bool = False  # that the page is one article
    is_free: bool = True  # for everybody to read


def linked_data(root: HtmlElement) -> LinkedData:
    """What the JSON-LD of a page says of its article; nothing where it has none, or a broken one.

    Of articles that are only named in others, or in lists, nothing is taken: they are not here.
    """
    nodes = [node for written in root.xpath(_BLOCKS) for node in _nodes(written)]
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    articles = [node for node in nodes if _is_article(node)]
    return LinkedData(
        title=_first(articles, "headline"),
        text=_first(articles, "articleBody"),
        author=_first_named(articles, "author", known),
        source=_first_named(articles, "publisher", known),
        published=_first(articles, "datePublished"),
        lang=_first(articles, "inLanguage"),
        is_said=len({str(node.get("headline")) for node in articles}) == 1,
        is_free=not any(_is_false(node.get("isAccessibleForFree")) for node in articles),
    )


def _nodes(written: str) -> Iterator[_Node]:
    """What a block describes: one thing, some in a list or a graph, or what its page is about."""
    try:
        block = json.loads(written, strict=False)
    except (ValueError, RecursionError):
        return
    for outer in _each(block):
        yield outer
        for name in _WRAPPERS:
            yield from _each(outer.get(name))


def _each(value: object) -> list[_Node]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]


def _is_article(node: _Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.lower().endswith(_ARTICLES)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.lower().endswith("false"))


def _first(nodes: list[_Node], name: str) -> str | None:
    values = (node.get(name) for node in nodes)
    return next((value.strip() for value in values if isinstance(value, str) and value), None)


def _first_named(nodes: list[_Node], name: str, known: Mapping[str, _Node]) -> str | None:
    """Whom the first of the nodes that names anybody does."""
    found = (_names(node.get(name), known) for node in nodes)
    return next(("; ".join(names) for names in found if names), None)


def _names(value: object, known: Mapping[str, _Node]) -> list[str]:
    """The names of people and organisations, each once."""
    names = (_name(one, known) for one in (value if isinstance(value, list) else [value]))
    return list(dict.fromkeys(name for name in names if name))


def _name(value: object, known: Mapping[str, _Node]) -> str | None:
    """A name as it is written, or of what an id stands for; of an address none."""
    if isinstance(value, dict):
        value = value.get("name") or known.get(str(value.get("@id")), {}).get("name")
    if not isinstance(value, str) or "://" in value:
        return None
    return _BY.sub("", value).strip()
