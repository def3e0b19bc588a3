"""How often one collection is published while much comes in."""

from dataclasses import dataclass

SHORTEST = 5.0  # seconds from one publication to the next
STRETCH = 10.0  # times as long as the last one took: it takes a tenth of the time at most


@dataclass(slots=True)
class Pace:
    """Remembers the last publication; times are seconds of one clock."""

    shortest: float = SHORTEST
    ended: float | None = None
    took: float = 0.0

    def pause(self, now: float) -> float:
        """How long to wait before the next may begin."""
        if self.ended is None:
            return 0.0
        return max(0.0, self.ended + max(self.shortest, STRETCH * self.took) - now)

    def published(self, begun: float, ended: float) -> None:
        """Note a publication."""
        self.ended, self.took = ended, ended - begun
