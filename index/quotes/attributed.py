"""A quote with whom it was bound to."""

from typing import NamedTuple

from index.quote import Quote
from index.quotes.people import Speaker
from index.quotes.units import Unit


class Attributed(NamedTuple):
    """A quote with whom it was bound to, for what follows it."""

    quote: Quote
    speaker: Speaker | None
    unit: Unit
