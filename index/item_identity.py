"""Which items of a feed are one and the same, today and at the next look."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, replace

from index.ingest.items import Item

_ID_LENGTH = 16  # hexadecimal digits


def told_apart(items: Sequence[Item]) -> tuple[list[Item], frozenset[str | None]]:
    """The items, each once, and the links that several have: pages that are not theirs alone."""
    firsts = {(item.link, item.title): item for item in reversed(items)}
    once = [item for item in items if not item.link or firsts[item.link, item.title] is item]
    links = Counter(item.link for item in once if item.link)
    return once, frozenset(link for link, number in links.items() if number > 1)


def article_id(feed: str, named: str) -> str:
    """An id of its own feed: what another feed calls by the same name is another article."""
    return hashlib.sha256(f"{feed}\0{named}".encode()).hexdigest()[:_ID_LENGTH]


def signature_of(item: Item) -> str:
    """What changes when a feed says anything else of an item."""
    # Not the guid, which feeds change for no reason.
    said = "\0".join(value or "" for value in astuple(replace(item, guid=None)))
    return hashlib.sha256(said.encode()).hexdigest()
