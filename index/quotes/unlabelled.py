"""The turns of an interview whose questions stand alone, in bold: "How did it begin?"."""

import re
from collections.abc import Sequence

from index.quotes.interviews import Turn
from index.spans import Span

_LONGEST_QUESTION = 240  # characters
FEWEST = 4  # questions with an answer
_MOSTLY = 0.6  # of the answers whose speaker says "I"
_LABEL = "A"
_END = 6  # characters of `?**`
_MARK = re.compile('["“”«»„‘]')
_MARKS = "\"“”«»„'‘’*_ "
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|us|[Mm]y|me|[Oo]ur)\b")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b(?:spoke|speaks|talked|talks|chatted|sat down|caught up|interview|interviewed|conversation"
    r"|edited|condensed|q ?& ?a|in (?:his|her|their) own words)\b",
    re.IGNORECASE,
)


def unlabelled(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The answers of an interview without labels, in order; none where the text is no such one.

    Its beginning tells that somebody was spoken with, and in most answers somebody says "I".
    """
    asked = [_is_question(text, paragraph) for paragraph in paragraphs]
    if sum(asked) < FEWEST or not _INTRODUCED.search(text, 0, paragraphs[asked.index(True)].start):
        return []
    answers: list[Turn] = []
    number = asked.index(True)
    while number + 1 < len(paragraphs):
        first = last = number + 1
        if asked[first] or not (asked[number] or _prompts(text, paragraphs[number])):
            number += 1
            continue
        while last + 1 < len(paragraphs) and _goes_on(text, paragraphs[last + 1]):
            last += 1
        span = Span(paragraphs[first].start, paragraphs[last].end)
        if _is_own(text, span) or not _MARK.search(text, *span):
            answers.append(Turn(_LABEL, span, span, first, last, asks=False))
        number = last + 1
    own = sum(_is_own(text, one.span) for one in answers)
    return answers if len(answers) >= FEWEST and own >= _MOSTLY * len(answers) else []


def _is_question(text: str, paragraph: Span) -> bool:
    """Whether a short paragraph asks something, in nobody's quotation marks."""
    start, end = paragraph
    ends = text[max(start, end - _END) : end].rstrip(_MARKS)[-1:]
    return end - start <= _LONGEST_QUESTION and ends == "?" and not _MARK.match(text, start)


def _prompts(text: str, paragraph: Span) -> bool:
    """Whether a short paragraph says something to "you"."""
    start, end = paragraph
    said = end - start <= _LONGEST_QUESTION and not _MARK.match(text, start)
    return said and _YOU.search(text, start, end) is not None and not _is_own(text, paragraph)


def _goes_on(text: str, paragraph: Span) -> bool:
    """Whether an answer goes on with a further paragraph."""
    return _is_own(text, paragraph) and not _is_question(text, paragraph)


def _is_own(text: str, span: Span) -> bool:
    """Whether somebody says "I"."""
    return _FIRST_PERSON.search(text, *span) is not None
