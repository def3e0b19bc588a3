"""The turns of an interview that is printed as one: "Q: …", "A: …", "FALK: …".

A paragraph's label says whose turn it is; whoever mostly asks is the interviewer.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from index.spans import Span, trim

_LABEL = re.compile(
    r"(?:\*\*|__)?([^\W\d_a-z][^\W\d_]*\.?(?:[ '’-][^\W\d_]+){0,3})(?:\*\*|__)?\s?[:：]"
    r"(?:\*\*|__)?\s+(?=\S)"
)
_QUESTION = frozenset("q question f frage p pregunta question в вопрос 问 記者 记者".split())
_ANSWER = frozenset("a answer antwort r respuesta réponse о ответ 答".split())
_FEWEST_TURNS = 4  # labelled paragraphs
_FEWEST_OF_ONE = 2
_MOSTLY = 0.8  # of the labelled paragraphs have a label that comes again
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]m|I['’]ve|we|We|my|My|our|Our|me|us)\b")
_MARK = re.compile(r"[\"“”«»„]")
_QUOTED = re.compile(r"\"[^\"]*+\"|“[^“”]*+”|«[^«»]*+»|„[^„“”]*+[“”]")


class Turn(NamedTuple):
    """What one says before another's turn."""

    label: str
    span: Span  # without the label
    whole: Span  # with it
    first: int  # paragraphs, both included
    last: int
    asks: bool  # whether it is the interviewer's

    @property
    def names_nobody(self) -> bool:
        """Whether the label only says that this is the answer."""
        return self.label.casefold() in _ANSWER


def turns(text: str, paragraphs: Sequence[Span]) -> list[Turn]:
    """The turns of an interview, in order; none where the text is not printed as one."""
    labelled = [
        (number, match)
        for number, paragraph in enumerate(paragraphs)
        if (match := _LABEL.match(text, *paragraph))
    ]
    often = Counter(match[1] for _, match in labelled)
    again = {label for label, times in often.items() if times >= _FEWEST_OF_ONE}
    asking = _asking(text, [(match[1], paragraphs[number]) for number, match in labelled])
    # At a press conference many ask, some but once.
    covered = sum(often[label] for label in again | asking)
    if not again or len(again | asking) < 2 or len(labelled) < _FEWEST_TURNS:  # noqa: PLR2004 - one talks to another
        return []
    if covered < _MOSTLY * len(labelled):
        return []
    follow = [number for number, _ in labelled[1:]] + [len(paragraphs)]
    found = []
    for (number, match), following in zip(labelled, follow, strict=True):
        last = number
        while last + 1 < following and _goes_on(text, paragraphs[last + 1]):
            last += 1
        span = trim(text, match.end(), paragraphs[last].end)
        whole = Span(paragraphs[number].start, span.end)
        found.append(Turn(match[1], span, whole, number, last, match[1] in asking))
    return found


def _asking(text: str, labelled: Sequence[tuple[str, Span]]) -> set[str]:
    """The labels of those who ask."""
    said = Counter(label for label, _ in labelled)
    asked = Counter(label for label, span in labelled if "?" in text[span.end - 3 : span.end])
    return {
        label
        for label in said
        if label.casefold() in _QUESTION
        or (label.casefold() not in _ANSWER and 2 * asked[label] > said[label])
    }


def _goes_on(text: str, paragraph: Span) -> bool:
    """Whether an unlabelled paragraph is still said by the one before: somebody says "I"."""
    outside = _QUOTED.sub("", text[slice(*paragraph)])
    return bool(_FIRST_PERSON.search(outside)) and not _MARK.search(outside)
