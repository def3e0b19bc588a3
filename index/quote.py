"""What is known of one utterance. Finding it is for `index.quotes`, which takes longer to load."""

from dataclasses import dataclass
from typing import Literal

from index.spans import Span

LANGUAGES = frozenset({"en", "de", "fr", "es", "ru", "zh"})  # those whose quotations are read


@dataclass(frozen=True, slots=True)
class Quote:
    """One utterance and its speaker."""

    span: Span  # the utterance: from first opening to last closing mark, or the reported clause
    sentences: Span  # the whole sentences that hold it with its cue: what a reader is shown
    kind: Literal["direct", "reported"]
    cue: str  # the reporting words as they stand: "told", "according to"
    speaker: str | None  # full name as the article gives it; None: nobody can be named
    role: str | None  # as stated in the article: "foreign ministry spokesman"
    attribution: Literal["stated", "inferred"]  # stated: the name stands in the sentence
    named_in: Span | None  # the sentence that names the speaker in full
    rule: str  # what bound utterance and speaker: a key of `index.quotes.CONFIDENCE`
    confidence: float  # 0 to 1
