"""What stands around an article and is none of its words, although nothing marks it so.

Menus that are rows and lists of links; forms that ask for an address; labels of adverts; and who
has the rights in all of it.
"""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from index.ingest.blocks import flat

_OF_LINKS = "//ul | //ol | //td | //p | //div[not(.//div or .//p or .//table)]"
_LONGEST_LINK = 200  # characters; a longer one is a paragraph that leads somewhere
_BETWEEN_LINKS = re.compile(r"[\s|/·•∙◦›»>‹«<:,\-–—*+]*")
# What stands before a link to another article, in a paragraph of the two.
_POINTER = re.compile(
    r"\W{0,3}(?:related(?: articles?| stor(?:y|ies))?|(?:also )?read(?: more| also| next)?|see also"
    r"|more on this|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|le(?:er|ia)"
    r" (?:también|também|mais)|leggi anche|lees ook|läs (?:också|mer)|les også|læs også"
    r"|czytaj (?:też|także)|читайте также|читайте також|相关阅读|関連記事)\s*[:：|»>-]\s*",
    re.IGNORECASE,
)
_SENTENCE_ENDS = tuple(".!?…”\"»“’'。！？」")
_SIGN_UP = "//form[.//input[@type='email'] | .//input[contains(@name, 'email')]]"
_LONGEST_FORM = 300  # characters; in some pages all is in a form
_LONGEST_INVITATION = 150  # characters beside the form
# What stands over an advert, in a paragraph of its own that nothing else marks as none.
_AD_LABEL = re.compile(
    r"\s*[-–—(\[]?\s*(?:(?:scroll(?: down)? to continue|story continues|article continues)"
    r"(?: below| after)?(?: this| the)? advertisements?|advertisements?|advertorial|anzeige|werbung"
    r"|publicité|publicidade?|pubblicità|advertentie|reklama?|reklame|annonse?|annonce|реклама|广告"
    r"|廣告|広告|광고|إعلان|διαφήμιση)\s*[-–—)\]:]?\s*",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W{0,5}(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved).{0,300}", re.IGNORECASE
)


def drop_surroundings(root: HtmlElement) -> None:
    """Take menus and sign-up forms out of a page."""
    for element in [one for one in root.xpath(_OF_LINKS) if _is_menu(one)]:
        if element.getparent() is not None:
            _drop(element)
    for link in root.xpath("//p/a[@href]"):
        # A paragraph that leads somewhere is one all the same, though it may look like a menu.
        words = flat(link.text_content())
        if words.endswith(_SENTENCE_ENDS) and words == flat(link.getparent().text_content()):
            link.drop_tag()
    for form in root.xpath(_SIGN_UP):
        around = form.getparent()
        if around is not None and _only_invites(around, form):
            _drop(around)


def words_of_article(blocks: Sequence[str]) -> list[str]:
    """The blocks without labels of adverts, and without the rights after the last."""
    kept = [block for block in blocks if block.strip() and not _AD_LABEL.fullmatch(block)]
    while kept and _RIGHTS.fullmatch(flat(kept[-1])):
        kept.pop()
    return kept


def _is_menu(element: HtmlElement) -> bool:
    """Whether an element says only links to several places, or that one is worth reading."""
    links = element.xpath(".//a[@href]")
    words = [flat(link.text_content()) for link in links]
    if not any(words) or max(map(len, words)) > _LONGEST_LINK:
        return False
    beside = " ".join(element.xpath(".//text()[not(ancestor::a[@href])]"))
    if element.tag == "p" and _POINTER.fullmatch(beside):
        return True
    return len({link.get("href") for link in links}) > 1 and bool(_BETWEEN_LINKS.fullmatch(beside))


def _only_invites(around: HtmlElement, form: HtmlElement) -> bool:
    if around.tag not in ("div", "section", "aside") or around.xpath(".//h1 | .//article"):
        return False
    of_form = len(flat(form.text_content()))
    beside = len(flat(around.text_content())) - of_form
    return of_form <= _LONGEST_FORM and beside <= _LONGEST_INVITATION


def _drop(element: HtmlElement) -> None:
    """Take out an element with all that is in it; a cell stays, empty."""
    if element.tag == "td":
        tail = element.tail
        element.clear(keep_tail=True)
        element.tail = tail
    else:
        element.drop_tree()
