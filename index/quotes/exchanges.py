"""Two who speak in turn, a paragraph each: whose turn a quotation is that nobody is said to say.

"“You lied,” Falk said." – "“Check the file,” Brandt replied." – "“I wrote the file!”"
"""

from enum import Enum, auto

from index.quotes.attributed import Attributed
from index.quotes.placing import count_words
from index.quotes.units import Unit

# How the cues of replies begin.
_REPLIES = (
    *"ask answer repl respond retort counter shot shoot fired interject interrupt".split(),
    *"snap object".split(),
)
_SHORT = 10  # words
_MARKS = "\"'”’»"


class Turn(Enum):
    """Whose a quotation is that stands alone in its paragraph."""

    LAST = auto()  # whoever spoke last goes on
    OTHER = auto()  # whoever spoke before that answers
    OPEN = auto()  # nobody can tell


def turn_of(unit: Unit, before: Attributed | None, last: Attributed) -> Turn:
    """Whose turn it is behind those of two adjacent paragraphs."""
    if before is None or not _are_two(before, last):
        return Turn.LAST
    return Turn.OTHER if _answers(unit, before, last) else Turn.OPEN


def _are_two(before: Attributed, last: Attributed) -> bool:
    """Whether two people were heard in their own words, one behind the other."""
    people = before.speaker, last.speaker
    if None in people or people[0] is people[1]:
        return False
    direct = before.quote.kind == last.quote.kind == "direct"
    return direct and not any(one.group for one in people if one)


def _answers(unit: Unit, before: Attributed, last: Attributed) -> bool:
    """Whether somebody is told to ask or to reply, or what is said is as short as in a quarrel."""
    cues = before.quote.cue, last.quote.cue
    if any(cue.casefold().startswith(_REPLIES) for cue in cues):
        return True
    spans = [before.quote.span, last.quote.span, unit.span]
    asked = any(unit.text[slice(*span)].rstrip(_MARKS)[-1:] in {"?", "!"} for span in spans)
    return asked or count_words(unit.text, unit.span) <= _SHORT
