"""Plain text, such as a news page that was saved as text.

    Harbour Bridge Opens to Trams

    By [A Writer](#)

    March 30, 2022

    [somebody's picture](#)

    The first tram crossed the bridge on Wednesday.

    Related article: [Trams Return](#)

    Original url:

    <https://news.example/harbour-bridge>

It is such a page where a date or an author's line with an original url is found. All that is not
the article's own words (title, author, date, credit of a picture, related articles, url) is left
out of the text.
"""

import re
from dataclasses import dataclass

from index.ingest.dates import iso_date
from index.ingest.fields import Draft, outlet

LONGEST_TITLE_LINE = 150  # characters; a longer first line is a paragraph

_BYLINE = re.compile(r"by:?\s+(\S.{0,199})", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_LINK_LINE = re.compile(r"(?:[-*•]\s+)?" + _LINK.pattern)
_RELATED = re.compile(r"related articles?\s*:(.*)", re.IGNORECASE)
_ORIGINAL = re.compile(r"original url\s*:(.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"<([^<>]*)>|(https?://\S+)", re.IGNORECASE)
_SENTENCE_ENDS = (".", "。", "…", ",", ";", ":")


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above the body."""

    title: str | None
    author: str | None
    published: str | None
    body: int  # the line that the body begins at


def read_news_page(text: str) -> Draft:
    """The article in a plain text.

    Where it has not the shape of a saved page, all of it is the text, except for a title: a short
    first line without a full stop, and a blank line after it.
    """
    lines = text.strip().split("\n")
    url, lines = _take_url(lines)
    head = _head(lines)
    if not (head.published or (head.author and url)):
        head = _bare_head(lines)
    is_page = bool(head.published or url)
    body = _without_related(lines[head.body :]) if is_page else lines[head.body :]
    return Draft(
        text="\n".join(body).strip(),
        title=head.title,
        url=url,
        source=outlet(url) if url else None,
        author=head.author,
        published=head.published,
    )


def _take_url(lines: list[str]) -> tuple[str | None, list[str]]:
    """The address after the last "Original url:", and the lines without the two."""
    for label in reversed(range(len(lines))):
        if found := _ORIGINAL.fullmatch(lines[label].strip()):
            break
    else:
        return None, lines
    same_line = found[1].strip()
    place = label if same_line else _next_filled(lines, label + 1)
    address = _ADDRESS.fullmatch(same_line or _line_at(lines, place))
    if address is None:
        return None, lines
    return (address[1] or address[2] or "").strip(), lines[:label] + lines[place + 1 :]


def _head(lines: list[str]) -> _Head:
    """The head of a saved page, where this is one: author and date may stand either way round."""
    title = _next_filled(lines, 0)
    author = published = None
    place = title
    while True:
        following = _next_filled(lines, place + 1)
        line = _line_at(lines, following)
        if author is None and (byline := _BYLINE.fullmatch(line)):
            author = _LINK.sub(r"\1", byline[1])
        elif published is None and iso_date(line):
            published = line
        else:
            break
        place = following
    if _LINK_LINE.fullmatch(line):
        place = following
    return _Head(_LINK.sub(r"\1", _line_at(lines, title)), author, published, place + 1)


def _bare_head(lines: list[str]) -> _Head:
    """The title of a plain text, if it has one."""
    first = _line_at(lines, 0)
    is_title = (
        len(lines) > 1
        and not lines[1].strip()
        and 0 < len(first) <= LONGEST_TITLE_LINE
        and not first.endswith(_SENTENCE_ENDS)
    )
    return _Head(first, None, None, 1) if is_title else _Head(None, None, None, 0)


def _without_related(lines: list[str]) -> list[str]:
    """The lines without those that name related articles, and without the gaps these leave."""
    kept: list[str] = []
    in_gap = in_list = False
    for line in lines:
        stripped = line.strip()
        related = _RELATED.fullmatch(stripped)
        if related:
            in_gap, in_list = True, not related[1].strip()
        elif in_gap and not stripped:
            continue
        elif not (in_list and _LINK_LINE.fullmatch(stripped)):
            in_gap = in_list = False
            kept.append(line)
    return kept


def _next_filled(lines: list[str], place: int) -> int:
    """The first line from `place` on that is not blank; the number of lines where there is none."""
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _line_at(lines: list[str], place: int) -> str:
    return lines[place].strip() if place < len(lines) else ""
