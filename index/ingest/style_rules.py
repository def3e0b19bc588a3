"""Which elements a page's own style sheets mean, and which of their rules holds.

Selectors of tags, classes, ids and attributes, and of what stands in what: `p`, `.ad.wide`,
`#story > .note`, `article [hidden]`. One with anything else in it is passed over, for what it means
depends on more than the page: `:hover`, `::before`, `+`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

_ATTRIBUTE = r"\[\s*([\w-]+)\s*(?:=\s*[\"']?([^\"'\]]*?)[\"']?\s*)?\]"
_COMPOUND = re.compile(rf"(\*|[a-z][\w-]*)?((?:[.#][\w-]+|{_ATTRIBUTE})*)")
_PART = re.compile(rf"([.#])([\w-]+)|{_ATTRIBUTE}")
_COMBINATOR = re.compile(r"\s*(>)\s*|\s+")
_LONGEST = 200  # characters of a selector
_MOST_OF_A_NAME = 100  # rules that end in one name, of which the last are looked at
_MOST_COMPARISONS = 200_000  # half a second; what is meant by more is taken for shown
# Classes that a script takes away before anybody sees the page.
_BEFORE_SCRIPTS = ("no-js", "nojs")


class _Compound(NamedTuple):
    """What one element must be."""

    tag: str | None
    id: str | None
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]
    is_child: bool  # of the element before it, and not just somewhere in it

    def means(self, element: HtmlElement) -> bool:
        return (
            (self.tag is None or self.tag == element.tag)
            and (self.id is None or self.id == (element.get("id") or "").lower())
            and (not self.classes or self.classes <= _classes(element))
            and all(
                name in element.attrib
                if value is None
                else (element.get(name) or "").lower() == value
                for name, value in self.attributes
            )
        )

    @property
    def name(self) -> str:
        """What an element is looked up by that this may mean."""
        if self.id:
            return f"#{self.id}"
        return f".{min(self.classes)}" if self.classes else self.tag or "*"


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]  # the more holds: ids, classes, tags, and its place
    compounds: tuple[_Compound, ...]


_Rules = Mapping[str, list[_Rule]]  # by the name that the last of the compounds goes by


class Cascade:
    """The rules of a page that hide or show.

    Args:
        rules: their selectors, and whether each hides or shows, in their order.
    """

    def __init__(self, rules: Iterable[tuple[str, bool]]) -> None:
        self._left = _MOST_COMPARISONS
        self._written = list(enumerate(rules))
        self._hiding = self._parsed(hides=True)

    @cached_property
    def _showing(self) -> _Rules:
        return self._parsed(hides=False)  # many; most pages need none of them

    def _parsed(self, *, hides: bool) -> _Rules:
        rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        for place, (selectors, is_hiding) in self._written:
            for selector in selectors.lower().split(",") if is_hiding == hides else ():
                if compounds := _compounds(selector.strip()):
                    rule = _Rule(_weight(compounds, place), compounds)
                    rules[compounds[-1].name].append(rule)
        return rules

    def hides(self, element: HtmlElement) -> bool:
        """Whether, of the rules that mean an element, the one that holds hides it."""
        hiding = max((rule.weight for rule in self._of(element, self._hiding)), default=None)
        return hiding is not None and not any(
            rule.weight > hiding for rule in self._of(element, self._showing)
        )

    def _of(self, element: HtmlElement, rules: _Rules) -> Iterator[_Rule]:
        """Those of the rules that mean an element."""
        for name in _names(element):
            for rule in rules.get(name, ())[-_MOST_OF_A_NAME:]:
                if self._means(rule.compounds, element):
                    yield rule

    def _means(self, compounds: tuple[_Compound, ...], element: HtmlElement) -> bool:
        *outer, last = compounds
        if not last.means(element):
            return False
        if not outer:
            return True
        if self._left <= 0:
            return False
        path = [*reversed(list(element.iterancestors())), element]
        self._left -= len(path) * len(compounds)
        return _leads_to_its_end(compounds, path)


def _compounds(selector: str) -> tuple[_Compound, ...] | None:
    """The parts of a selector, the outermost first; None where it is not understood."""
    if len(selector) > _LONGEST or any(name in selector for name in _BEFORE_SCRIPTS):
        return None
    compounds = []
    place, is_child = 0, False
    while True:
        found = _COMPOUND.match(selector, place)
        if found is None or not found[0]:
            return None
        compounds.append(_compound(found[1], found[2], is_child=is_child))
        place = found.end()
        if place == len(selector):
            return tuple(compounds)
        combinator = _COMBINATOR.match(selector, place)
        if combinator is None:
            return None
        place, is_child = combinator.end(), combinator[1] is not None


def _compound(tag: str | None, parts: str, *, is_child: bool) -> _Compound:
    classes, attributes, identifier = set(), [], None
    for kind, name, attribute, value in _PART.findall(parts):
        if kind == ".":
            classes.add(name)
        elif kind == "#":
            identifier = name
        else:
            attributes.append((attribute, value or None))
    return _Compound(
        None if tag == "*" else tag or None,
        identifier,
        frozenset(classes),
        tuple(attributes),
        is_child,
    )


def _weight(compounds: tuple[_Compound, ...], place: int) -> tuple[int, int, int, int]:
    return (
        sum(one.id is not None for one in compounds),
        sum(len(one.classes) + len(one.attributes) for one in compounds),
        sum(one.tag is not None for one in compounds),
        place,
    )


def _leads_to_its_end(compounds: tuple[_Compound, ...], path: list[HtmlElement]) -> bool:
    # Where in the path the compounds so far may end; one after the other, so that no selector
    # costs more than its length times the path's.
    ends = [place for place, one in enumerate(path) if compounds[0].means(one)]
    for compound in compounds[1:]:
        first, known = min(ends, default=len(path)), set(ends)
        ends = [
            place
            for place in range(first + 1, len(path))
            if (not compound.is_child or place - 1 in known) and compound.means(path[place])
        ]
    return len(path) - 1 in ends


def _classes(element: HtmlElement) -> frozenset[str]:
    return _class_names(element.get("class") or "")


@lru_cache(maxsize=1_000)
def _class_names(written: str) -> frozenset[str]:
    return frozenset(written.lower().split())


def _names(element: HtmlElement) -> Iterator[str]:
    yield "*"
    yield str(element.tag)
    if identifier := element.get("id"):
        yield f"#{identifier.lower()}"
    for name in _classes(element):
        yield f".{name}"
