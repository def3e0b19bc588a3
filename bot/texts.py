"""Everything the bot says in its own words."""

from collections.abc import Callable, Iterable

from bot.answers import Answer, Citation
from bot.questions import Question
from index.articles import SAMPLE
from index.excerpts import Excerpt
from index.hits import Extent
from index.query import Filters
from index.quotations import Difference

HELP = (
    "Ask me about the articles: mention me with a question, reply to one of my answers, write me a "
    "direct message, or use `/ask`.\n"
    "- *What did Wang Wenbin say about Russia?* gives that person's own words.\n"
    "- *Who said “the wall will hold”?* finds a quotation, exact or not; so does the "
    "message menu *Who said this?*.\n"
    "- `/quotes` lists what somebody said, if you like about a topic or since a day.\n"
    "- Any other question gives the passages that answer it.\n"
    '- `/search` ranks passages for words: `"sea wall" OR pier -ferry harb* source:gazette '
    "since:7d`; also `+word`, `( )`, `title:`, `author:`, `speaker:`, `lang:` and `before:`.\n"
    "Every line I show stands in an article, word for word, with a link to it."
)
BLANK = "Ask me something, for example: What did Wang Wenbin say?"
NO_WORDS = "This message has no words that I could look for."
FAILED = "Something went wrong while I looked that up; it has been noted. Please ask again."
LEAVING = "I am being restarted. Please ask again in a minute."
NOT_HERE = "I do not work in this server."
UNAVAILABLE = "I have no articles to search just now. Please ask again later."
SAMPLE_NOTE = "From the sample articles, because no articles have been added yet."
BETWEEN_TURNS = " › "  # between the questions of a conversation
INFERRED = "speaker inferred"
UNTITLED = "Untitled"

SAMPLE_QUESTION = "What did Wang Wenbin say?"
NO_TOKEN = (
    "No DISCORD_TOKEN is set, so Byline "  # noqa: S105  # it says that there is none
    "answers here in the terminal; docs/discord-application.md leads to a token in five minutes."
)
_MOST_DIFFERENCES = 4
_MOST_ALSO_IN = 3
_SHOWN_FROM = 1 / 4  # what words said before must count for to be shown with a question
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
    if question.quotation and question.verbatim:
        return f"There is no such quotation in {_articles(answer.extent)}."
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
    read = answer.understood or asked_in_full(answer.question)
    query = (f"Understood as: {read}",) if read else ()
    meant = did_you_mean(answer) if answer.answered else ""
    days = _days(answer.question.filters) if answer.understood is None else ""
    return (*query, *filter(None, [days, _corrected(answer), meant]), *answer.notes)


def turns(question: Question) -> tuple[str, ...]:
    """The questions that one follows from, and itself: all that it takes to ask it again."""
    mark = BETWEEN_TURNS.strip()
    return tuple(turn.replace(mark, ">") for turn in (*question.before, question.text))


def asked_in_full(question: Question) -> str | None:
    """A follow-up with what it has from before; None of a question that has nothing from there."""
    if question.ran:
        return question.ran
    if question.before and question.speaker:
        about = f" about {question.about}" if question.about else ""
        return f"What did {question.speaker} say{about}?"
    if not question.context:
        return None
    words: dict[str, str] = {}
    for one in question.context:
        if one.weight >= _SHOWN_FROM:
            words |= {word.lower(): word for word in one.text.split() if word.lower() not in words}
    return f"{question.text} ({' '.join(words.values())})" if words else None


def difference(one: Difference) -> str:
    """What a copied quotation has, and what the article has in its place."""
    if not one.stands:
        return f"“{one.copied}” is not there"
    if not one.copied:
        return f"“{one.stands}” was left out"
    return f"“{one.copied}” stands as “{one.stands}”"


def differences(citation: Citation) -> str:
    """In what a copied quotation departs from the article; empty where it does not."""
    if not citation.differences:
        return ""
    shown = [difference(one) for one in citation.differences[:_MOST_DIFFERENCES]]
    more = len(citation.differences) - len(shown)
    return f"Not word for word: {'; '.join(shown)}{f'; and {more} more' if more else ''}."


def _days(filters: Filters) -> str:
    """Which days were asked for."""
    since, until = filters.since, filters.until
    if since and until:
        return (
            f"Only articles of {since}."
            if since == until
            else (f"Only articles from {since} to {until}.")
        )
    if since:
        return f"Only articles since {since}."
    return f"Only articles until {until}." if until else ""


def nearest(answer: Answer, show: Callable[[str], str] = str) -> str:
    """The headlines that come nearest to a question without an answer; empty where none does.

    Args:
        answer: one without citations.
        show: makes a headline fit to be shown where the sentence will stand.
    """
    headlines = dict.fromkeys(" ".join(one.title.split()) for one in answer.nearest)
    return f"Nearest: {' · '.join(map(show, headlines))}" if headlines else ""


def also_in(excerpt: Excerpt) -> str:
    """Who else has the same story; empty where nobody is known to."""
    others = dict.fromkeys(one.source or one.title or UNTITLED for one in excerpt.also_in)
    if not others:
        return ""
    shown = list(others)[:_MOST_ALSO_IN]
    more = len(others) - len(shown)
    return f"also in {', '.join(shown)}{f' and {more} more' if more else ''}"


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
    articles = _articles(extent)
    if not extent.first_day:
        return f"Searched {articles}."
    if extent.first_day == extent.last_day:
        return f"Searched {articles} of {extent.first_day}."
    return f"Searched {articles} from {extent.first_day} to {extent.last_day}."


def _articles(extent: Extent) -> str:
    return "1 article" if extent.articles == 1 else f"{extent.articles:,} articles"


def from_sample(answer: Answer) -> bool:
    """Whether an answer comes from the sample articles, which every such answer must say."""
    return SAMPLE in answer.collections


def _either(words: Iterable[str]) -> str:
    *before, last = [f"“{word}”" for word in words]
    return f"{', '.join(before)} or {last}" if before else last
