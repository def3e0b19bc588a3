"""How often one collection is published while much comes in."""

from dataclasses import dataclass

SHORTEST = 5.0  # seconds from the beginning of a publication to that of the next
STRETCH = 10.0  # times as long as it took: in the long run, it takes a tenth of the time at most
ALLOWANCE = 40.0  # seconds of rest that may be owed: a few may follow each other after a quiet time


@dataclass(slots=True)
class Pace:
    """Remembers the last publications; times are seconds of one clock.

    Each publication owes a rest of ten times its duration. What comes after a quiet time need not
    wait for it at once; where things come in all the time, the rest between two becomes just that.
    """

    shortest: float = SHORTEST
    begun: float = 0.0
    ended: float | None = None
    owed: float = 0.0  # seconds of rest, when the last one ended

    def pause(self, now: float) -> float:
        """How long to wait before the next may begin."""
        if self.ended is None:
            return 0.0
        earliest = max(self.begun + self.shortest, self.ended + self.owed - ALLOWANCE)
        return max(0.0, earliest - now)

    def published(self, begun: float, ended: float) -> None:
        """Note a publication."""
        rested = begun - self.ended if self.ended is not None else 0.0
        self.owed = max(0.0, self.owed - rested) + STRETCH * (ended - begun)
        self.begun, self.ended = begun, ended
