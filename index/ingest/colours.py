"""Text of the colour that is behind it, or so near to it that nobody can read it."""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_HEX = re.compile(r"#(?:([\da-f]{6})|([\da-f]{3}))(?![\da-f])")
_IN_NUMBERS = re.compile(
    r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:,\s*1(?:\.0+)?\s*)?\)"
)
_NAMES = re.compile(
    r"(?<![\w-])(white|snow|ivory|ghostwhite|whitesmoke|floralwhite|black)(?![\w-])"
)
_NAMED = {
    "white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff",
    "whitesmoke": "f5f5f5", "floralwhite": "fffaf0", "black": "000000",
}  # fmt: skip
_NEAR = 20  # of 255, in each of red, green and blue


class Colour(NamedTuple):
    """A colour of a screen, each part up to 255."""

    red: int
    green: int
    blue: int

    def is_near(self, other: "Colour") -> bool:
        """Whether nobody can tell the two apart on a page."""
        return all(abs(one - two) <= _NEAR for one, two in zip(self, other, strict=True))


_PAPER = Colour(255, 255, 255)  # what is behind everything that says nothing else


def is_of_the_colour_behind_it(element: HtmlElement) -> bool:
    """Whether an element's text is not to be seen, as far as styles in the page tell."""
    colour = _found(_COLOUR, element.get("style")) or _colour(element.get("color"))
    if colour is None:
        return False
    behind = _behind(element)
    return behind is not None and colour.is_near(behind)


def is_of_its_own_background(declarations: str) -> bool:
    """Whether a rule gives text the colour that it puts behind it."""
    colour = _found(_COLOUR, declarations)
    behind = _found(_BACKGROUND, declarations) if colour else None
    return colour is not None and behind is not None and colour.is_near(behind)


def _behind(element: HtmlElement) -> Colour | None:
    """The colour that is behind an element; None where it is a picture, or one we cannot read."""
    for each in (element, *element.iterancestors()):
        background = _BACKGROUND.search(each.get("style") or "")
        written = background[1] if background else each.get("bgcolor")
        if written and written.strip().lower() not in ("transparent", "none", "inherit"):
            return _colour(written)
    return _PAPER


def _found(what: re.Pattern[str], style: str | None) -> Colour | None:
    found = what.search(style) if style else None
    return _colour(found[1]) if found else None


def _colour(written: str | None) -> Colour | None:
    """The colour in a value, in any of the several ways in which it may be written."""
    if not written:
        return None
    value = written.lower()
    if "url(" in value or "gradient" in value:
        return None
    if found := _HEX.search(value):
        digits = found[1] or "".join(digit * 2 for digit in found[2])
    elif numbers := _IN_NUMBERS.search(value):
        return Colour(*(min(255, int(number)) for number in numbers.groups()))
    elif name := _NAMES.search(value):
        digits = _NAMED[name[1]]
    else:
        return None
    return Colour(*(int(digits[place : place + 2], 16) for place in (0, 2, 4)))
