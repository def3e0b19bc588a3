"""Everything the bot says in its own words."""

from collections.abc import Callable, Iterable

from bot.answers import Answer
from index.articles import SAMPLE
from index.hits import Extent

HELP = (
    "Ask me about the articles: mention me with a question, reply to one of my answers, write me a "
    "direct message, or use `/ask`.\n"
    "- *What did Wang Wenbin say about Russia?* gives that person's own words.\n"
    "- Any other question gives the passages that answer it.\n"
    '- `/search` ranks passages for words: `"sea wall" OR pier -ferry harb* source:gazette '
    "since:7d`; also `+word`, `( )`, `title:`, `author:`, `speaker:`, `lang:` and `before:`.\n"
    "Every line I show stands in an article, word for word, with a link to it."
)
BLANK = "Ask me something, for example: What did Wang Wenbin say?"
FAILED = "Something went wrong while I looked that up; it has been noted. Please ask again."
NOT_HERE = "I do not work in this server."
UNAVAILABLE = "I have no articles to search just now. Please ask again later."
SAMPLE_NOTE = "From the sample articles, because no articles have been added yet."
INFERRED = "speaker inferred"
UNTITLED = "Untitled"

SAMPLE_QUESTION = "What did Wang Wenbin say?"
NO_TOKEN = (
    "No DISCORD_TOKEN is set, so Byline "  # noqa: S105  # it says that there is none
    "answers here in the terminal; docs/discord-application.md leads to a token in five minutes."
)
CHAT_HINT = "Ask a question; an empty line or Ctrl-D ends the conversation."


def not_found(answer: Answer, show: Callable[[str], str] = str) -> str:
    """That the articles hold no answer, and why.

    Args:
        answer: one without citations.
        show: makes the asker's words fit to be shown where the sentence will stand.
    """
    question = answer.question
    if question.is_blank:
        return BLANK
    if answer.missing:
        return f"I found no answer. No article has {_either(map(show, answer.missing[:5]))}."
    if question.speaker:
        about = f" about {show(question.about)}" if question.about else ""
        return f"I found nothing that {show(question.speaker)} said{about}."
    if answer.understood is not None:
        return "No passage matches this query."
    return "I found no passage that answers this."


def understood(answer: Answer) -> tuple[str, ...]:
    """How a question was read: its clauses, its spelling, what is no query; a sentence each."""
    query = () if answer.understood is None else (f"Understood as: {answer.understood}",)
    meant = did_you_mean(answer) if answer.answered else ""
    return (*query, *filter(None, [_corrected(answer), meant]), *answer.notes)


def did_you_mean(answer: Answer) -> str:
    """The question in a spelling that articles have; empty where there is no other."""
    return f"Did you mean “{answer.did_you_mean}”?" if answer.did_you_mean else ""


def _corrected(answer: Answer) -> str:
    if answer.corrected is None:
        return ""
    return f"Showing results for “{answer.corrected}”. Search instead for “{answer.as_typed}”."


def searched(extent: Extent) -> str:
    """How much was searched."""
    if not extent.articles:
        return "There are no articles yet."
    articles = "1 article" if extent.articles == 1 else f"{extent.articles:,} articles"
    if not extent.first_day:
        return f"Searched {articles}."
    if extent.first_day == extent.last_day:
        return f"Searched {articles} of {extent.first_day}."
    return f"Searched {articles} from {extent.first_day} to {extent.last_day}."


def from_sample(answer: Answer) -> bool:
    """Whether an answer comes from the sample articles, which every such answer must say."""
    return SAMPLE in answer.collections


def _either(words: Iterable[str]) -> str:
    *before, last = [f"“{word}”" for word in words]
    return f"{', '.join(before)} or {last}" if before else last
