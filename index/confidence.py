"""Whether the articles hold an answer at all, judged by the best passage.

Raw scores cannot tell: they grow with the corpus and with the question. What tells is how much of
the question one passage covers, and how far it stands out from what is found after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_BIAS, _COVERAGE, _WINDOW, _EXACT, _LEAD, _NAMES = -1.2, 1.1, 0.8, 1.0, 1.8, -0.7
RIVALS = slice(4, 10)  # the articles' ranks; copies of one story mostly end before them


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the best passage tells; each is a share of the information of all the question's words.

    Words that no passage holds weigh most.
    """

    coverage: float  # that the passage holds
    window: float  # that it holds within a few words
    exact: float  # that it holds in the form that was asked
    lead: float  # by which its score is above those of the articles after it
    names_missing: float  # of the question's names, what the article does not hold
    phrase: float = 0.0  # of its neighbouring words, those that stand exactly as in the question

    @property
    def confidence(self) -> float:
        """Above 0 where an answer is likely enough to be shown; the higher, the likelier it is."""
        return (
            _BIAS
            + _COVERAGE * self.coverage
            + _WINDOW * self.window
            + _EXACT * self.exact
            + _LEAD * self.lead
            + _NAMES * self.names_missing
        )


def lead_over(scores: Sequence[float]) -> float:
    """How far the best of some articles' scores is above those of the ranks 5 to 10.

    Where there are fewer, above the last: two that match alike do not stand out from each other.
    """
    rivals = scores[RIVALS] or scores[-1:]
    return scores[0] - sum(rivals) / len(rivals)
