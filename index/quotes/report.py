"""One report of a sentence: who is said to say what, as tokens."""

from dataclasses import dataclass, field

from index.quotes.lexicon import Verb
from index.quotes.phrase import Phrase


@dataclass(slots=True)
class Report:
    """One report in a sentence: reporting words, who is their subject, and what they report."""

    phrase: Phrase | None  # None: the last speaker goes on
    rule: str
    cue: tuple[int, int]  # tokens, both included
    begin: int  # the first token of phrase and cue together
    end: int  # the last token before what is reported; where the report trails, the clause's last
    verb: Verb | None = None
    trailing: bool = False  # the report stands before its cue
    resumed: bool = False  # and goes on behind it
    needs_quotation: bool = False
    needs_person: bool = False  # speaks only if known by full name: "Falk: We close."
    quotations: list[int] = field(default_factory=list)  # tokens
    clause: tuple[int, int] | None = None  # tokens, both included; None: nothing but quotations
