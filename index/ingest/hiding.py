"""Which elements of a page a browser does not show, as far as their own attributes tell.

Style sheets are not read: what they hide is left to what finds the article.
"""

import re

from lxml.html import HtmlElement

_UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "embed")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])"
    r"|opacity\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff",
          "rgb(0,0,0)": "#000000", "transparent": ""}  # fmt: skip
_SHORT = 4  # "#fff"
_PAPER = "#ffffff"  # what is behind everything that says nothing else


def is_hidden(element: HtmlElement) -> bool:
    """Whether an element hides itself: by its kind, its attributes, or in the colour behind it."""
    style = element.get("style") or ""
    return bool(
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or _HIDING.search(style)
        or _is_of_the_colour_behind_it(element, style)
    )


def _is_of_the_colour_behind_it(element: HtmlElement, style: str) -> bool:
    colour = _found(_COLOUR, style) or _plain(element.get("color") or "")
    return bool(colour) and colour == _behind(element)


def _behind(element: HtmlElement) -> str:
    """The colour that is behind an element, as far as styles in the page tell."""
    for each in (element, *element.iterancestors()):
        style = each.get("style") or ""
        stated = _found(_BACKGROUND, style) or _plain(each.get("bgcolor") or "")
        if stated:
            return stated
    return _PAPER


def _found(what: re.Pattern[str], style: str) -> str:
    found = what.search(style)
    return _plain(found[1]) if found else ""


def _plain(colour: str) -> str:
    """A colour in one way of the several in which it may be written."""
    bare = re.sub(r"\s+", "", colour).lower()
    if bare.startswith("#") and len(bare) == _SHORT:
        return "#" + "".join(digit * 2 for digit in bare[1:])
    return _NAMED.get(bare, bare)
