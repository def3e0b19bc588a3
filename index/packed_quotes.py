"""A quote as one line of text, as it is stored."""

import json

from index.quote import Quote
from index.spans import Span

ROLE = "$[5]"
"""Where the role stands in a packed quote, as SQLite's JSON functions say it."""


def pack_quote(quote: Quote) -> str:
    """A quote as a line of ASCII."""
    return json.dumps(
        (quote.span, quote.sentences, quote.kind, quote.cue, quote.speaker, quote.role,
         quote.attribution, quote.named_in, quote.rule, quote.confidence),
    )  # fmt: skip


def unpack_quote(packed: str) -> Quote:
    """The quote that `pack_quote` packed."""
    span, sentences, kind, cue, speaker, role, attribution, named_in, rule, trust = json.loads(
        packed
    )
    return Quote(
        Span(*span), Span(*sentences), kind, cue, speaker, role, attribution,
        Span(*named_in) if named_in else None, rule, trust,
    )  # fmt: skip
