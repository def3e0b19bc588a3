"""The headline of a page, without the site's name that many titles have beside it."""

import re
from collections.abc import Iterable

# What stands between a headline and the name of a site: "Ferry sails | The Example".
_BETWEEN = r"(?:\s*(?:[|»«•·›‹_]|::|--)\s*|\s+[-–—]\s*|\s*[-–—]\s+|:\s+)"
_BETWEEN_UNSPACED = rf"(?:{_BETWEEN}|[-–—])"  # "渡轮启航-新华网"
_BEHIND = re.compile(rf"{_BETWEEN_UNSPACED}\S")
_BEFORE = re.compile(rf"\S.*?{_BETWEEN}", re.DOTALL)


def headline(titles: Iterable[str | None], headings: Iterable[str], site: str | None) -> str | None:
    """The headline of a page.

    Args:
        titles: what the page gives for its title, here and there; the most trusted first.
        headings: what stands over its text, or over all of the page.
        site: the name of the site.
    """
    lines = [line for line in map(_line, titles) if line]
    heads = [line for line in map(_line, headings) if line]
    names = {_line(site)}
    names |= {head for head in heads if any(_is_name_in(line, head) for line in lines)}
    heads = [head for head in heads if head not in names]
    lines = [line for line in lines if line not in names] or lines
    whole = next(iter([line for line in lines if line in heads] or lines or heads), None)
    for head in [*heads, *lines]:
        if whole and len(head) * 2 > len(whole) and _is_beside_a_name(whole, head):
            return head
    for name in filter(None, names):
        whole = whole and _without(whole, name)
    return whole


def _is_name_in(title: str, heading: str) -> bool:
    """Whether a heading is what a title has behind the headline, and so the name of the site."""
    before = title[: -len(heading)]
    return (
        len(heading) * 2 <= len(title)
        and title.endswith(heading)
        and _BEFORE.fullmatch(before) is not None
    )


def _is_beside_a_name(whole: str, line: str) -> bool:
    """Whether a title is a headline and, before or behind it, something else."""
    if whole.startswith(line):
        return _BEHIND.match(whole, len(line)) is not None
    return whole.endswith(line) and _BEFORE.fullmatch(whole[: -len(line)]) is not None


def _without(whole: str, site: str) -> str:
    """A title without the name of the site and what parts the two."""
    between = _BETWEEN if site.isascii() else _BETWEEN_UNSPACED
    name = rf"{re.escape(site)}(?: \w+){{0,2}}"  # "CNN", "CNN Politics"
    bare = re.sub(rf"{between}{name}$|^{name}{between}", "", whole, flags=re.IGNORECASE).strip()
    return bare or whole


def _line(words: str | None) -> str:
    return " ".join((words or "").split())
