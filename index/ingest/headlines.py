"""The headline of a page, without the site's name that many titles have beside it."""

import re
from collections.abc import Iterable

# What stands between a headline and the name of a site: "Ferry sails | The Example".
_BETWEEN = r"(?:\s*(?:[|»«•·›‹_]|::|--)\s*|\s+[-–—]\s*|\s*[-–—]\s+|:\s+)"
_BETWEEN_UNSPACED = rf"(?:{_BETWEEN}|[-–—])"  # "渡轮启航-新华网"
_BEHIND = re.compile(rf"{_BETWEEN_UNSPACED}\S")
_BEFORE = re.compile(rf"\S.*?{_BETWEEN}", re.DOTALL)


def headline(title: str | None, said: Iterable[str | None], site: str | None) -> str | None:
    """The headline in a page's title.

    Args:
        title: what the page gives for its title.
        said: what stands on the page as headlines, as far as it does.
        site: the name of the site.
    """
    whole = _line(title)
    lines = [line for line in map(_line, said) if line and line != _line(site)]
    if not whole:
        return next(iter(lines), None)
    for line in lines:
        if len(line) * 2 > len(whole) and _is_beside_a_name(whole, line):
            return line
    return _without(whole, _line(site))


def _is_beside_a_name(whole: str, line: str) -> bool:
    """Whether a title is a headline and, before or behind it, something else."""
    if whole.startswith(line):
        return _BEHIND.match(whole, len(line)) is not None
    return whole.endswith(line) and _BEFORE.fullmatch(whole[: -len(line)]) is not None


def _without(whole: str, site: str) -> str:
    """A title without the name of the site and what parts the two."""
    if not site:
        return whole
    between = _BETWEEN if site.isascii() else _BETWEEN_UNSPACED
    name = rf"{re.escape(site)}(?: \w+){{0,2}}"  # "CNN", "CNN Politics"
    bare = re.sub(rf"{between}{name}$|^{name}{between}", "", whole, flags=re.IGNORECASE).strip()
    return bare or whole


def _line(words: str | None) -> str:
    return " ".join((words or "").split())
