"""Questions put to a small index, and what stands in it beside what is asked about."""

from datetime import date

from bot.answers import Answer, answer
from bot.questions import parse_question
from index import SearchIndex
from tests.builders import article

# So that words are rare elsewhere, as they are among real articles.
RAIN = [article(f"x{n}", f"Rain fell on hill {n}.", lang="en") for n in range(9)]


def ask(index: SearchIndex, text: str, k: int = 5, *, today: date | None = None) -> Answer:
    """The answer to a question without a conversation before it."""
    return answer(parse_question(text, None, today), index, k)
