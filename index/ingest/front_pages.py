"""Pages that are no article but show several, such as the front of a blog."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

_ENTRIES = (
    "//article[not(ancestor::article)] | //*[not(self::article) and not(ancestor::article) and ("
    "contains(concat(' ', normalize-space(@class), ' '), ' hentry ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' h-entry ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' post-outer '))]"
)
_HEADLINE_LINKS = "(.//h1 | .//h2 | .//h3 | .//h4)//a/@href | .//a[.//h1 or .//h2 or .//h3]/@href"
_PROSE = "//p[not(ancestor::footer or ancestor::nav or ancestor::aside)]"
_MOST = 200  # entries that are looked at


def articles_shown(root: HtmlElement, url: str | None) -> list[str]:
    """The addresses of the articles that a page shows in the place of one of its own.

    Each stands in an element of its own whose headline leads to its page. None where the page has
    as many words beside them: then they are only named under its own.
    """
    entries = root.xpath(_ENTRIES)[:_MOST]
    shown = {entry: link for entry in entries if (link := _link(entry, url))}
    addresses = list(dict.fromkeys(shown.values()))
    if len(addresses) < 2:  # noqa: PLR2004  # several
        return []
    inside = sum(len(_line(entry)) for entry in shown)
    beside = sum(map(len, _prose_beside(root, shown)))
    return addresses if inside > beside else []


def feed_named(root: HtmlElement, url: str | None) -> str | None:
    """The feed that a page names as its own."""
    found: list[str] = root.xpath(
        "//link[contains(@rel, 'alternate') and (contains(@type, 'rss') or contains(@type, 'atom')"
        " or contains(@type, 'feed+json'))]/@href"
    )
    return urljoin(url or "", found[0].strip()) if found else None


def _link(entry: HtmlElement, url: str | None) -> str | None:
    """Where the headline of an entry leads, if to another page."""
    written = next(iter(entry.xpath(_HEADLINE_LINKS)), "").strip()
    link = urljoin(url or "", written)
    return link if written and _page(link) != _page(url or "") else None


def _page(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/")


def _prose_beside(root: HtmlElement, entries: dict[HtmlElement, str]) -> Iterator[str]:
    for paragraph in root.xpath(_PROSE):
        if not any(ancestor in entries for ancestor in paragraph.iterancestors()):
            yield _line(paragraph)


def _line(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
