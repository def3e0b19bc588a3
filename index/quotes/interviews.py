"""The turns of an interview that is printed as one: "Q: …", "A: …", "FALK: …".

A paragraph's label says whose turn it is; whoever mostly asks is the interviewer.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from typing import NamedTuple

from index.spans import Span, trim

_LABEL = re.compile(
    r"(?:\*\*|__)?([QA](?=\.)|[^\W\d_a-z][^\W\d_]*\.?(?:[ '’-][^\W\d_]+){0,3})"
    r"(?:\*\*|__)?(?:(?<=\b[QA])\.|\s?[:：])"
    r"(?:\*\*|__)?(?:\s+|(?<=[\u3400-\u9fff][:：]))(?=\S)"  # Chinese sets no space
)
_NAME_ALONE = re.compile(
    r"(?:\*\*|__)?([^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3})(?:\*\*|__)?"
)
_LONGEST_LABEL = 60  # characters
_QUESTION = frozenset("q question f frage p pregunta question в вопрос 问 記者 记者".split())
_ANSWER = frozenset("a answer antwort r respuesta réponse о ответ 答".split())
_FEWEST_TURNS = 4  # labelled paragraphs
_FEWEST_OF_ONE = 2
_MOSTLY = 0.8  # of the labelled paragraphs have a label that comes again
_CONVERSATION = r"(?:press |news |media )?(?:conference|briefing|interview|q ?& ?a|q and a|remarks)"
_GUEST = re.compile(
    rf"(?P<host>[^:|]+?)(?:['’]s|s['’])\s(?:[\w-]+\s){{0,3}}?{_CONVERSATION}\b"
    rf"|\b{_CONVERSATION}\s(?:with|by|of|from)\s(?P<guest>[^:|–—]+?)"
    r"(?=$|[,:|–—]|\s(?:on|about|at|in|after|before|following)\s)"
    r"|^interview:\s(?P<named>[^:|–—]+?)(?=$|[,:|–—]|\s(?:on|about)\s)",
    re.IGNORECASE,
)
_BRIEFING = re.compile(
    r"\b(?:conference|briefing|remarks|transcript)\b|记者[会問问]|記者[會问問]|发布会|發布會",
    re.IGNORECASE,
)
_REPORTERS = ("记者", "記者")
_OF_SOMEBODY = re.compile(r"(?:he|she|they|his|her|hers|their)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]m|I['’]ve|we|We|my|My|our|Our|me|us)\b|我")
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


def turns(text: str, paragraphs: Sequence[Span], title: str = "") -> list[Turn]:
    """The turns of an interview, in order; none where the text is not printed as one.

    A magazine tells between them what its guest did; where many ask, or the headline calls it a
    press conference, all that stands there was said.
    """
    labelled = [
        (number, match)
        for number, paragraph in enumerate(paragraphs)
        if (match := _LABEL.match(text, *paragraph))
    ]
    if len(labelled) < _FEWEST_TURNS:
        labelled = _named_alone(text, paragraphs)
    often = Counter(match[1] for _, match in labelled)
    again = {label for label, times in often.items() if times >= _FEWEST_OF_ONE}
    follow = [number for number, _ in labelled[1:]] + [len(paragraphs)]
    parts = list(zip(labelled, follow, strict=bool(labelled)))
    # A question may come to its mark some paragraphs after its label.
    asking = _asking(text, [(match[1], paragraphs[end - 1]) for (_, match), end in parts])
    # At a press conference many ask, some but once.
    covered = sum(often[label] for label in again | asking)
    if not again or len(again | asking) < 2 or len(labelled) < _FEWEST_TURNS:  # noqa: PLR2004 - one talks to another
        return []
    if covered < _MOSTLY * len(labelled):
        return []
    is_briefing = len(asking) > 1 or _BRIEFING.search(title) is not None
    names = {label.split()[-1].casefold() for label in again - asking} - _ANSWER
    found = []
    for (number, match), following in parts:
        alone = match.end() == paragraphs[number].end  # what is said begins in the next paragraph
        last = number + 1 if alone and number + 1 < following else number
        between = is_briefing and following < len(paragraphs)
        while last + 1 < following and _goes_on(text, paragraphs[last + 1], names, between=between):
            last += 1
        if match.end() == paragraphs[number].end and last == number:
            continue  # nothing stands below a name
        span = trim(text, match.end(), paragraphs[last].end)
        whole = Span(paragraphs[number].start, span.end)
        found.append(Turn(match[1], span, whole, number, last, match[1] in asking))
    return found


def _named_alone(text: str, paragraphs: Sequence[Span]) -> list[tuple[int, re.Match[str]]]:
    """The paragraphs that are no more than a name, of two or more who so take turns."""
    alone = [
        (number, match)
        for number, paragraph in enumerate(paragraphs)
        if paragraph.end - paragraph.start <= _LONGEST_LABEL
        and (match := _NAME_ALONE.fullmatch(text, *paragraph))
    ]
    often = Counter(match[1] for _, match in alone)
    found = [(number, match) for number, match in alone if often[match[1]] >= _FEWEST_OF_ONE]
    follow = [number for number, _ in found[1:]] + [len(paragraphs)]
    said = [
        (match[1], paragraphs[end - 1])
        for (_, match), end in zip(found, follow, strict=bool(found))
    ]
    return found if _asking(text, said) else []  # what is repeated may be "Read More"


def guest_of(title: str) -> str | None:
    """The part of a headline that says whom a conversation is with, by name or office."""
    found = _GUEST.search(title)
    return found and (found["host"] or found["guest"] or found["named"])


def _asking(text: str, labelled: Sequence[tuple[str, Span]]) -> set[str]:
    """The labels of those who ask."""
    said = Counter(label for label, _ in labelled)
    asked = Counter(
        label for label, span in labelled if {"?", "？"} & set(text[span.end - 3 : span.end])
    )
    return {
        label
        for label in said
        if label.casefold() in _QUESTION
        or label.endswith(_REPORTERS)
        or (label.casefold() not in _ANSWER and 2 * asked[label] > said[label])
    }


def _goes_on(text: str, paragraph: Span, names: Set[str], *, between: bool) -> bool:
    """Whether an unlabelled paragraph is still said by the one before.

    Somebody says "I"; or it stands `between` two turns where only those speak, and tells of nobody
    who does.
    """
    outside = _QUOTED.sub("", text[slice(*paragraph)])
    if _MARK.search(outside):
        return False
    if any(_names(name, outside) for name in names):
        return False
    told = _OF_SOMEBODY.match(outside)
    asks = outside.rstrip().endswith(("?", "？"))
    return bool(_FIRST_PERSON.search(outside)) or (between and not told and not asks)


def _names(name: str, text: str) -> bool:
    """Whether a text holds a folded name as a word, or at all where no spaces part words."""
    return name in text if not name.isascii() else name in text.casefold().split()
