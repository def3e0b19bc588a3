"""Which elements of a page a browser does not show, as far as the page itself tells.

By their kind, their attributes, and the plain rules of the page's own style sheets; those that it
fetches from elsewhere are not read.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

_UNSEEN = ("script", "style", "template", "noscript", "iframe", "object", "embed")
_END = r"\s*(?:!\s*important\s*)?(?:;|$)"
_ZERO = rf"0*\.?0+(?:[a-z%]+)?{_END}"
_START = r"(?:^|[;\s])"
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    rf"|font-size\s*:\s*{_ZERO}"
    # Moved out of sight, or cut down to nothing.
    rf"|{_START}(?:left|right|top|text-indent)\s*:\s*-\d{{4,}}(?:\.\d+)?(?:px|em|rem|pt)"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){3}\s*\)"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    # In no colour.
    rf"|{_START}color\s*:\s*(?:transparent|(?:rgb|hsl)a\((?:[^,()]+,){{3}}\s*0*\.?0+%?\s*\)){_END}",
    re.IGNORECASE,
)
# Of a style sheet, this is where scripts show something by and by.
_FADED = re.compile(rf"opacity\s*:\s*{_ZERO}", re.IGNORECASE)
_NO_SIZE = re.compile(rf"{_START}(?:max-)?(?:height|width)\s*:\s*{_ZERO}", re.IGNORECASE)
_CUT = re.compile(r"overflow\s*:\s*(?:hidden|clip)", re.IGNORECASE)
# "p", ".aside", "p.aside", "#aside"; what a longer selector means depends on more.
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)?", re.IGNORECASE)
_SHOWING = re.compile(r"(?:display|visibility)\s*:", re.IGNORECASE)
_ARTICLE = "descendant-or-self::*[self::article or self::main or self::h1 or self::body]"
_LONGEST_STYLES = 500_000  # characters
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_NAMED = {"white": "#ffffff", "black": "#000000", "rgb(255,255,255)": "#ffffff",
          "rgb(0,0,0)": "#000000", "transparent": ""}  # fmt: skip
_SHORT = 4  # "#fff"
_PAPER = "#ffffff"  # what is behind everything that says nothing else


def hidden_elements(root: HtmlElement) -> list[HtmlElement]:
    """The elements of a page that hide themselves, or that its style sheets hide.

    What holds the article is not hidden by a sheet: a script shows it when the page has come.
    """
    hiding = _hiding_selectors(root)
    return [
        element
        for element in root.iter(etree.Element)
        if _is_hidden(element)
        or (not hiding.isdisjoint(_selectors_of(element)) and not element.xpath(_ARTICLE))
    ]


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    return bool(
        element.tag in _UNSEEN
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or (element.tag == "dialog" and "open" not in element.attrib)
        or (style and (_hides(style) or _FADED.search(style)))
        or _is_of_the_colour_behind_it(element, style)
    )


def _hides(style: str) -> bool:
    return bool(_HIDING.search(style) or (_NO_SIZE.search(style) and _CUT.search(style)))


def _hiding_selectors(root: HtmlElement) -> set[str]:
    """The plain selectors that the page's styles hide on a screen; the last rule of each holds."""
    sheets = (sheet.text or "" for sheet in root.iter("style") if _is_for_screens(sheet))
    hiding: set[str] = set()
    for selectors, declarations in _rules("\n".join(sheets)[:_LONGEST_STYLES]):
        named = {selector.strip().lower() for selector in selectors.split(",")}
        plain = {one for one in named if one and _SELECTOR.fullmatch(one)}
        if _hides(declarations):
            hiding |= plain
        elif _SHOWING.search(declarations):
            hiding -= plain
    return hiding


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet that hold always: not those of print, or of small screens."""
    without_comments = "".join(part.partition("/*")[0] for part in styles.split("*/"))
    depth = 0
    for part in without_comments.split("}"):
        *selectors, declarations = part.split("{")
        if depth == 0 and len(selectors) == 1:
            yield selectors[0].rpartition(";")[2], declarations
        depth = max(0, depth + len(selectors) - 1)


def _is_for_screens(sheet: HtmlElement) -> bool:
    return (sheet.get("media") or "all").strip().lower() in ("all", "screen")


def _selectors_of(element: HtmlElement) -> Iterator[str]:
    """The plain selectors that an element is meant by."""
    tag = str(element.tag).lower()
    names = [f".{name.lower()}" for name in (element.get("class") or "").split()]
    if element.get("id"):
        names.append(f"#{element.get('id').lower()}")
    yield tag
    for name in names:
        yield name
        yield tag + name


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
