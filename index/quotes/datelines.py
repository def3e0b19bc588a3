"""Where an article's first sentence begins behind its dateline: "SKARN, Ohio (AP) — "."""

import re

from index.spans import Span

_UPPER = "A-ZÀ-ÖØ-ÞĄĆČĐĘĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽА-ЯЁЇІЄҐ"
_LONGEST = 120  # characters
_HEAD = 600  # characters of an article in which its dateline stands
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’]+(?:[ -/][{_UPPER}][{_UPPER}.'’]*){{0,4}}"  # "NEW YORK"
_NAME = rf"[{_UPPER}][\w.'’-]*(?:[ -/][{_UPPER}][\w.'’-]*){{0,3}}"  # "Des Moines"
_WHERE = rf"(?:,\s{_NAME}){{0,2}}"
_WHEN = r"(?:,?\s(?:\w{3,9}\.?\s\d{1,2}|\d{1,2}\.?\s\w{3,9}))?"
_DAY = r"[A-Z][a-z]{2,8}\.?\s\d{1,2}"
_AGENCY = r"\((?:AP|AFP|CNN|UPI|NPR|Reuters|Bloomberg|dpa|EFE|Xinhua)\)"
_BY = r"\([^\W\d_][^)\n]{1,30}\)"
_DASH = r"(?:\s?(?:--|[—–-])\s|—)"
_FILED = r"\([^)\n\d/]{2,40}[\d/][^)\n]{1,40}\)"  # "(Skarn News / Sputnik - 11 May 2020)"
_STATE = r",\s(?:[A-Z]\.?\s?[A-Z]\.?|[A-Z][a-z]{1,4}\.)"  # ", D.C.", ", Ark."
_DATELINE = re.compile(
    rf"(?:{_CAPITALS}{_WHERE}{_WHEN}(?:\s?{_BY})?{_DASH}"
    rf"|{_NAME}{_WHERE}{_WHEN}\s?(?:{_AGENCY}(?:\s?(?:--|[—–-]))?\s?|{_BY}{_DASH})"
    rf"|{_NAME}{_STATE}\s?(?:--|[—–])"
    rf"|{_DAY}\s{_BY}{_DASH}"
    rf"|{_CAPITALS}{_WHERE}\s{_FILED}(?:\s?(?:--|[—–-]))?\s"
    rf"|{_BY}{_DASH})\s*+(?=[{_UPPER}]|\d|[\"“‘'„«])"
)
# "Skarn — Ines Falk said": only where the article begins, and no second dash makes an aside.
_PLACE_ALONE = re.compile(
    rf"{_NAME}{_WHERE}\s(?:--|[—–])\s+(?=[{_UPPER}])(?!.{{0,120}}\s(?:--|[—–]))"
)
_DASHES = frozenset("-–—")
_PARTED = re.compile(rf"(?:--|[—–])\s+(?=[{_UPPER}])")
_MARK = re.compile("[(—–-]")  # without one there is none, as in most sentences


def dateline_end(text: str, span: Span) -> int:
    """Where the sentence at `span` begins behind a dateline; its start where it has none."""
    first = text[span.start : span.start + 1]
    if first in _DASHES and text[span.start - 2 : span.start] == ". ":
        found = _PARTED.match(text, *span)  # "SKARN, Ill." has ended a sentence
        return found.end() if found else span.start
    if not (first.isupper() or first == "(") or not _MARK.search(text, *span):
        return span.start
    found = _DATELINE.match(text, span.start, min(span.end, span.start + _LONGEST))
    if found is None and span.start < _HEAD and text[span.start - 1 : span.start] in {"", "\n"}:
        found = _PLACE_ALONE.match(text, *span)
    return found.end() if found else span.start
