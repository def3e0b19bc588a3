"""How much is kept of a server, as whoever asks is told it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept of a server."""

    questions: int  # counted
    kept_questions: int  # with their words
    verdicts: int  # counted
    judgements: int  # questions that people agreed to keep
    follows: int
    settled: bool  # whether it has settings

    @property
    def is_anything_said(self) -> bool:
        """Whether there is anything of what people asked and said."""
        return bool(self.questions or self.kept_questions or self.verdicts or self.judgements)
