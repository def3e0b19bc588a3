"""A quote as one line of text, as it is stored."""

import json

from index.quote import Quote
from index.spans import Span


def pack_quote(quote: Quote) -> str:
    """A quote as a line of ASCII."""
    return json.dumps(
        (quote.span, quote.sentences, quote.kind, quote.cue, quote.speaker, quote.role,
         quote.attribution, quote.named_in, quote.rule, quote.confidence),
    )  # fmt: skip


def packed_role(packed: str) -> str | None:
    """The role in a packed quote, without unpacking the rest."""
    role: str | None = json.loads(packed)[5]
    return role


def unpack_quote(packed: str) -> Quote:
    """The quote that `pack_quote` packed."""
    span, sentences, kind, cue, speaker, role, attribution, named_in, rule, trust = json.loads(
        packed
    )
    return Quote(
        Span(*span), Span(*sentences), kind, cue, speaker, role, attribution,
        Span(*named_in) if named_in else None, rule, trust,
    )  # fmt: skip
