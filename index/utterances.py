"""What somebody said in one go, for a reader: an excerpt of its own.

Extraction keeps each quotation apart; a reader takes `"It is late," Quist said. "It is here."` as
one thing said once.
"""

from collections.abc import Iterable
from dataclasses import replace

from index.quote import Quote
from index.spans import Span


def utterances(quotes: Iterable[tuple[int, Quote]]) -> list[tuple[int, Quote]]:
    """The quotes, those of one speaker whose sentences overlap as one.

    Args:
        quotes: passage numbers and quotes, in the order of the text.
    """
    joined: list[tuple[int, Quote]] = []
    for passage, quote in quotes:
        if joined:
            last_passage, last = joined[-1]
            same = last_passage == passage and last.speaker == quote.speaker
            if same and last.sentences.overlaps(quote.sentences):
                joined[-1] = (passage, _join(last, quote))
                continue
        joined.append((passage, quote))
    return joined


def _join(first: Quote, second: Quote) -> Quote:
    """Both as one, bound as well as the better bound of the two."""
    better = second if second.confidence > first.confidence else first
    return replace(
        better,
        span=_both(first.span, second.span),
        sentences=_both(first.sentences, second.sentences),
    )


def _both(first: Span, second: Span) -> Span:
    return Span(min(first.start, second.start), max(first.end, second.end))
