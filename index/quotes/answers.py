"""The answers of an interview, each the words of whoever gives it."""

from collections.abc import Sequence
from itertools import islice

from index.quote import Quote
from index.quotes.attributed import Attributed
from index.quotes.attribution import confidence_of
from index.quotes.interviews import Turn, guest_of, turns
from index.quotes.speakers import Speakers
from index.quotes.units import LONGEST_PROSE, Unit
from index.quotes.unlabelled import FEWEST, unlabelled
from index.sentences import Paragraph

_INTRODUCTION = 12  # sentences that say whom an interview is with


class Answers:
    """The turns of an interview, by the paragraphs that hold them."""

    def __init__(
        self, text: str, title: str, split: Sequence[Paragraph], units: Sequence[Unit]
    ) -> None:
        spans = [paragraph.span for paragraph in split]
        found = turns(text, spans, title) if ":" in text or "Q." in text or "?" in text else []
        if not found and text.count("?") >= FEWEST:
            found = unlabelled(text, spans)
        self._turns = {number: one for one in found for number in range(one.first, one.last + 1)}
        self._said: set[Turn] = set()
        self._begins = found[0].whole.start if found else 0
        self._title = title
        self.guest = guest_of(title[:LONGEST_PROSE]) if found else None
        self.askers = sorted({one.label for one in found if one.asks})
        outside = (n for n, unit in enumerate(units) if unit.paragraph not in self._turns)
        self.introduced_in = list(islice(outside, _INTRODUCTION)) if found else []
        self.paragraphs = self._turns.keys()  # that hold any

    def asks(self, unit: Unit) -> bool:
        """Whether a sentence is the interviewer's."""
        turn = self._turns.get(unit.paragraph)
        return turn is not None and turn.asks

    def attribute(self, unit: Unit, speakers: Speakers, number: int) -> list[Attributed]:
        """The whole answer, at its first sentence; nothing at the others, or of a question."""
        turn = self._turns.get(unit.paragraph)
        if turn is None or turn.asks or turn in self._said:
            return []
        self._said.add(turn)
        speaker = (
            speakers.interviewed(self.guest or self._title, self._begins)
            if turn.names_nobody
            else speakers.of_label(turn.label)
        )
        if speaker:
            speakers.heard(speaker, number)
        quote = Quote(
            span=turn.span,
            sentences=turn.whole,
            kind="direct",
            cue=turn.label,
            speaker=speaker.name if speaker else None,
            role=speaker.role if speaker else None,
            attribution="inferred" if turn.names_nobody or speaker is None else "stated",
            named_in=speaker.named_in if speaker else None,
            rule="interview" if speaker else "unattributed",
            confidence=confidence_of("interview", speaker),
        )
        return [Attributed(quote, speaker, unit)]
