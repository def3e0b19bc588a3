"""The parts of a score, as lines of text."""

from index.hits import Explanation, Part

NO_WORD = "The article holds none of these words."
NOT_COMPARED = "By its words alone it is not among the best, so its text was not compared."


def explanation_lines(explanation: Explanation | None) -> list[str]:
    """A line for each word, and for each feature that adds something, and their sum.

    None is the explanation of an article that holds no word of the query.
    """
    if explanation is None:
        return [NO_WORD]
    lines = [_line(one, f"word, idf {one.value:.3f}") for one in explanation.terms]
    lines += [
        _line(one, f"feature, {one.value:.3f} of 1") for one in explanation.features if one.points
    ]
    if not explanation.compared:
        lines.append(NOT_COMPARED)
    return [*lines, f"{explanation.score:7.3f} in all"]


def _line(part: Part, meaning: str) -> str:
    return f"{part.points:7.3f} {part.name} ({meaning})"
