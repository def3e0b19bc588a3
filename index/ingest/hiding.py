"""Which elements of a page a browser does not show, as far as the page itself tells.

By their kind, their attributes, and the rules of the page's own style sheets; those that it
fetches from elsewhere are not read.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from index.ingest.colours import is_of_its_own_background, is_of_the_colour_behind_it
from index.ingest.style_rules import Cascade

_UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "embed")
_END = r"\s*(?:!\s*important\s*)?(?:;|$)"
_ZERO = rf"0*\.?0+(?:[a-z%]+)?{_END}"
_START = r"(?:^|[;\s])"
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    rf"|font-size\s*:\s*(?:{_ZERO}|(?:0*\.\d+|1(?:\.0+)?)p[xt]{_END})"
    rf"|content-visibility\s*:\s*hidden"
    # Moved out of sight, or cut down to nothing.
    rf"|{_START}(?:left|right|top|bottom|text-indent|margin(?:-left|-top)?)\s*:\s*"
    r"-(?:\d{4,}(?:\.\d+)?(?:px|pt)|\d{3,}(?:\.\d+)?(?:em|rem|vw|vh|%))"
    r"|transform\s*:\s*(?:scale[xy3d]*\(\s*0\s*[,)]|translate[xy3d]*\(\s*-\d{4,})"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)"
    r"|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    # In no colour.
    rf"|{_START}color\s*:\s*(?:transparent|(?:rgb|hsl)a\((?:[^,()]+,){{3}}\s*0*\.?0+%?\s*\)){_END}",
    re.IGNORECASE,
)
# Of a style sheet, this is where scripts show something by and by.
_FADED = re.compile(rf"opacity\s*:\s*{_ZERO}", re.IGNORECASE)
_NO_SIZE = re.compile(rf"{_START}(?:max-)?(?:height|width)\s*:\s*{_ZERO}", re.IGNORECASE)
_CUT = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_SHOWING = re.compile(r"(?:display|visibility)\s*:", re.IGNORECASE)
_ARTICLE = "descendant-or-self::*[self::article or self::main or self::h1 or self::body]"
_LONGEST_STYLES = 500_000  # characters


def hidden_elements(root: HtmlElement) -> list[HtmlElement]:
    """The elements of a page that hide themselves, or that its style sheets hide.

    What holds the article is not hidden by a sheet: a script shows it when the page has come.
    """
    sheets = Cascade(_shown_or_hidden(root))
    return [
        element
        for element in root.iter(etree.Element)
        if _is_hidden(element) or (sheets.hides(element) and not element.xpath(_ARTICLE))
    ]


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    return bool(
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or (element.tag == "dialog" and "open" not in element.attrib)
        or (style and (_hides(style) or _FADED.search(style)))
        or is_of_the_colour_behind_it(element)
    )


def _hides(style: str) -> bool:
    return bool(_HIDING.search(style) or (_NO_SIZE.search(style) and _CUT.search(style)))


def _shown_or_hidden(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The selectors of the rules for screens that hide or show something, and whether they hide."""
    sheets = (sheet.text or "" for sheet in root.iter("style") if _is_for_screens(sheet))
    for selectors, declarations in _rules("\n".join(sheets)[:_LONGEST_STYLES]):
        if _hides(declarations) or is_of_its_own_background(declarations):
            yield selectors, True
        elif _SHOWING.search(declarations):
            yield selectors, False


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that hold on any screen: not those of print, or of small ones."""
    without_comments = "".join(part.partition("/*")[0] for part in styles.split("*/"))
    holding: list[bool] = []  # of the blocks around, each
    not_holding = 0
    for part in without_comments.split("}"):
        *heads, declarations = part.split("{")
        if heads:
            *around, selectors = (head.rpartition(";")[2] for head in heads)
            opened = [_holds_on_screens(head) for head in around]
            holding += opened
            not_holding += opened.count(False)
            if not not_holding:
                yield selectors, declarations
        elif holding:
            not_holding -= not holding.pop()


def _holds_on_screens(head: str) -> bool:
    """Whether what stands in the block of an at-rule holds on any screen."""
    name, _, media = head.strip().lower().partition(" ")
    return name == "@layer" or (name == "@media" and _are_screens(media))


def _is_for_screens(sheet: HtmlElement) -> bool:
    return _are_screens(sheet.get("media") or "all")


def _are_screens(media: str) -> bool:
    return any(
        medium.strip().lower() in ("all", "screen", "only screen") for medium in media.split(",")
    )
