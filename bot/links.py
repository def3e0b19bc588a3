"""Links that open a source page at the quoted words.

A text fragment, `#:~:text=[prefix-,]start[,end]`, names words of the page for the browser to find,
scroll to and mark (WICG, "URL Fragment Text Directives"). Browsers compare without regard to case
and to the amount of white space, at word borders, each term within one block of the page; the
first match counts. So does this module, on the text of the article: the fragment is the shortest
that matches first at the wanted words.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

from index.scripts import UNSPACED

LONGEST_LINK = 2_000  # characters that browsers and servers are sure to take

_WHOLE_WORDS = 8  # a quote of at most so many words is named whole
_FEWEST_WORDS = 3
_MOST_WORDS = 9
_MOST_PREFIX_WORDS = 6
# A word of a spaced script, or a character of one without spaces, four of which make a "word" here.
_WORD = re.compile(rf"[{UNSPACED}]{{1,4}}|[^\W{UNSPACED}]+(?:['’.,:/&@-]+[^\W{UNSPACED}]+)*")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_SAFE_PATH = "/%:@!$&*+,;=~._-"
_SAFE_QUERY = _SAFE_PATH + "?"


def safe_url(url: str) -> str | None:
    """`url` as it can stand in a message, or None where it must not be a link.

    Only http and https, with a host and without a user; whatever could end a Markdown link early
    is percent-encoded, and an international host name is written in its ASCII form.
    """
    if any(character.isspace() or not character.isprintable() for character in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
        if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
            return None
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:  # a port that is no number, a bracket that never closes, a name too long
        return None
    if re.search(r"[^0-9A-Za-z.:_-]", name):
        return None
    address = f"[{name}]" if ":" in name else name
    return urlunsplit(
        (
            parts.scheme.lower(),
            f"{address}:{port}" if port is not None else address,
            quote(parts.path, safe=_SAFE_PATH),
            quote(parts.query, safe=_SAFE_QUERY),
            quote(parts.fragment, safe=_SAFE_QUERY),
        )
    )


def text_fragment_link(
    url: str, text: str, start: int, end: int, *, limit: int = LONGEST_LINK
) -> str | None:
    """The link that opens `url` at `text[start:end]`.

    Args:
        url: where the article stands.
        text: the article's whole text.
        start: where the quoted words begin, in code points.
        end: where they end.
        limit: the longest link to give.

    Returns:
        The link; without a fragment where none leads to these words or the link would be too long;
        None where the address itself must not be a link.
    """
    address = safe_url(url)
    if address is None:
        return None
    page = _Page.of(text)
    for directive in _directives(page, text, start, end):
        joint = ":~:" if "#" in address else "#:~:"
        link = f"{address}{joint}text={directive}"
        if len(link) <= limit:
            return link
    return address


@dataclass(frozen=True, slots=True)
class _Page:
    """A text as a browser compares it: lower case, with single spaces."""

    flat: str
    places: tuple[int, ...]  # for each code point of the text, its place in `flat`

    @classmethod
    def of(cls, text: str) -> "_Page":
        flat: list[str] = []
        places: list[int] = []
        for character in text:
            if character.isspace():
                places.append(len(flat) - 1 if flat and flat[-1] == " " else len(flat))
                if not flat or flat[-1] != " ":
                    flat.append(" ")
            else:
                places.append(len(flat))
                lowered = character.lower()
                flat.append(lowered if len(lowered) == 1 else character)
        places.append(len(flat))
        return cls("".join(flat), tuple(places))

    def term(self, start: int, end: int) -> str:
        """The words between two places of the text."""
        return self.flat[self.places[start] : self.places[end]]

    def find(self, term: str, begin: int = 0) -> int:
        """Where `term` first stands between word borders, from a place in `flat` on; or -1."""
        at = self.flat.find(term, begin)
        while at >= 0 and not self._at_borders(at, at + len(term)):
            at = self.flat.find(term, at + 1)
        return at

    def _at_borders(self, start: int, end: int) -> bool:
        return not (
            (start > 0 and _joins(self.flat[start - 1], self.flat[start]))
            or (end < len(self.flat) and _joins(self.flat[end - 1], self.flat[end]))
        )


def _joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters belong to one word."""
    if _IS_UNSPACED.match(left) or _IS_UNSPACED.match(right):
        return False
    return (left.isalnum() or left == "_") and (right.isalnum() or right == "_")


def _directives(page: _Page, text: str, start: int, end: int) -> list[str]:
    """The ways to name these words, the one to prefer first."""
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if not words:
        return []
    first_line = _in_line_of(text, words, words[0][0])
    last_line = _in_line_of(text, words, words[-1][0])
    found: list[str] = []
    if len(words) <= _WHOLE_WORDS and len(first_line) == len(words):
        found.append(_start_only(page, text, words[0][0], words[-1][1]))
    else:
        found.append(_start_and_end(page, text, first_line, last_line))
        opening = first_line[: min(len(first_line), _MOST_WORDS)]
        found.append(_start_only(page, text, opening[0][0], opening[-1][1]))
    return [directive for directive in found if directive]


def _in_line_of(text: str, words: list[tuple[int, int]], place: int) -> list[tuple[int, int]]:
    """Those of the words that stand in the same line of the text as `place`."""
    begin = text.rfind("\n", 0, place) + 1
    stop = text.find("\n", place)
    stop = len(text) if stop < 0 else stop
    return [word for word in words if begin <= word[0] and word[1] <= stop]


def _start_only(page: _Page, text: str, start: int, end: int) -> str:
    """A directive that names one stretch of a line, with words before it where it is not the first.

    Empty where no such directive leads to it.
    """
    term = page.term(start, end)
    at = page.find(term)
    if at == page.places[start]:
        return _encoded(text[start:end])
    for prefix_start, prefix_end in _prefixes(text, start):
        if page.find(page.term(prefix_start, end)) == page.places[prefix_start]:
            return f"{_encoded(text[prefix_start:prefix_end])}-,{_encoded(text[start:end])}"
    return ""


def _prefixes(text: str, start: int) -> list[tuple[int, int]]:
    """Stretches of words that end right before `start` in its line, the shortest first."""
    line = text.rfind("\n", 0, start) + 1
    before = [match.span() for match in _WORD.finditer(text, line, start)]
    if not before or text[before[-1][1] : start].strip():
        return []  # a mark stands between, and a prefix must touch the words it comes before
    return [(one[0], before[-1][1]) for one in reversed(before[-_MOST_PREFIX_WORDS:])]


def _start_and_end(
    page: _Page, text: str, first_line: list[tuple[int, int]], last_line: list[tuple[int, int]]
) -> str:
    """A directive that names the first and the last words; empty where none leads to them."""
    begin, finish = first_line[0][0], last_line[-1][1]
    same_line = first_line == last_line
    room = len(first_line) // 2 if same_line else len(first_line)
    for count in range(min(_FEWEST_WORDS, len(first_line)), _MOST_WORDS + 1):
        if count > room:
            return ""
        opening_end = first_line[count - 1][1]
        if page.find(page.term(begin, opening_end)) == page.places[begin]:
            break
    else:
        return ""
    after = page.places[opening_end]
    room = len(last_line) - count if same_line else len(last_line)
    for closing in range(min(_FEWEST_WORDS, room), min(room, _MOST_WORDS) + 1):
        closing_start = last_line[-closing][0]
        if page.find(page.term(closing_start, finish), after) == page.places[closing_start]:
            return f"{_encoded(text[begin:opening_end])},{_encoded(text[closing_start:finish])}"
    return ""


def _encoded(words: str) -> str:
    """The words percent-encoded for a text directive, in which - , and & have meanings."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
