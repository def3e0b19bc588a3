"""What a robots.txt allows. Runs in the process of `index.ingest.sandbox`."""

from typing import Any

from protego import Protego

_LONGEST = 500_000  # bytes; what search engines read of it


def parse(content: bytes, robot: str, urls: list[str]) -> dict[str, Any]:
    """Whether each of `urls` may be fetched by `robot`, and the seconds between two fetches."""
    rules = Protego.parse(content[:_LONGEST].decode("utf-8", "replace"))
    return {
        "allowed": [bool(rules.can_fetch(url, robot)) for url in urls],
        "delay": rules.crawl_delay(robot),
    }
