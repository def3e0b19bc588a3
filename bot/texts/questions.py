"""What is said of a question: how it goes on from others, and what in it is not known."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from bot.bare_questions import Talk
from bot.texts.lists import either
from index.query import Filters

if TYPE_CHECKING:  # it uses these words
    from bot.questions import Question

BLANK = "Ask me something, for example: What did Wang Wenbin say?"
UNNAMED = "I cannot tell whom you mean. Ask with the name, as in: What did Wang Wenbin say?"
MORE_HELP = "/help tells what else I can do."
TALK = {
    Talk.GREETING: "Hello. Ask me something, for example: What did Wang Wenbin say?",
    Talk.THANKS: "You are welcome.",
    Talk.ABOUT: (
        "I am a bot: I answer questions with the words of articles, each with its source. Ask me "
        "what somebody said, when or where something happened, or what is new."
    ),
}
UNREAD = (
    "Discord does not show me the words of a reply to what a command answered, unless it mentions "
    "me: please mention me in your reply."
)
NO_WORDS = "This message has no words that I could look for."
BETWEEN_TURNS = " › "  # between the questions of a conversation
SAMPLE_QUESTION = "What did Wang Wenbin say?"
_SHOWN_FROM = 1 / 4  # what words said before must count for to be shown with a question


def turns(question: "Question") -> tuple[str, ...]:
    """The questions that one follows from, and itself: all that it takes to ask it again."""
    mark = BETWEEN_TURNS.strip()
    return tuple(turn.replace(mark, ">") for turn in (*question.before, question.text))


def asked_in_full(question: "Question", counted: Collection[str] | None = None) -> str | None:
    """A follow-up with what it has from before; None of a question that has nothing from there.

    Args:
        question: the follow-up.
        counted: the words said before that count in its answer, in small letters; None for all.
    """
    if question.ran:
        return question.ran
    if question.before and question.speaker:
        return what_did_say(question.speaker, question.about)
    if not question.context:
        return None
    words: dict[str, str] = {}
    for one in question.context:
        if one.weight >= _SHOWN_FROM:
            words |= {word.lower(): word for word in one.text.split() if word.lower() not in words}
    if counted is not None:
        words = {low: word for low, word in words.items() if low in counted}
    return f"{question.text} ({' '.join(words.values())})" if words else None


def days_meant(filters: Filters) -> str:
    """Which days were asked for."""
    return f"Only articles {days_of(filters)}." if filters.since or filters.until else ""


def days_of(filters: Filters) -> str:
    """The days that are let through, as they stand after "articles"."""
    since, until = filters.since, filters.until
    if since and until:
        return f"of {since}" if since == until else f"from {since} to {until}"
    return f"since {since}" if since else f"until {until}"


def what_did_say(speaker: str, topic: str = "") -> str:
    """The question for what somebody said, about a topic or about anything."""
    return f"What did {speaker} say{f' about {topic}' if topic else ''}?"


def said_of(speaker: str) -> str:
    """The question for what is said of somebody, in the place of what they say."""
    return f"What do the articles say about {speaker}?"


def anybody_on(topic: str) -> str:
    """The question for what anybody said about something."""
    return f"Who said anything about {topic}?"


def others_on(topic: str) -> str:
    """The question for what others said about something."""
    return f"Who else said anything about {topic}?"


def newest_first(question: str) -> str:
    """A question whose answer begins with the newest."""
    return f"{question}, the newest first"


def page_of(question: str, number: int) -> str:
    """A question of whose answer another page is asked for, from 1."""
    return f"{question}, page {number}"


def before_day(question: str, day: date) -> str:
    """A question of what is older."""
    return f"{question}, before {day}"


def after_day(question: str, day: date) -> str:
    """A question of what is newer."""
    return f"{question}, after {day}"


def in_article(question: str, title: str) -> str:
    """A question of one article."""
    return f"{question}, in “{title}”" if title else f"{question}, in that article"


def no_source(written: str) -> str:
    """That no article comes from an outlet of this name."""
    return f"No article here comes from a source called “{written}”; /sources lists them."


def many_sources(written: str, names: Iterable[str]) -> str:
    """That a name may mean several outlets."""
    return f"“{written}” may be {either(names)}; which one?"


def no_article(written: str) -> str:
    """That no headline has these words."""
    return f"No headline here has “{written}”; choose one from the list while you type."


def no_language(written: str) -> str:
    """That this is no language."""
    return f"“{written}” is no language that I know: write its name in English, or its code: en."


def no_days_between(since: date, until: date) -> str:
    """That no day is in both stretches."""
    return f"No day is since {since} and until {until}: the first must not come after the last."


def no_day(written: str) -> str:
    """That this is no day."""
    return (
        f"{written!r} is no day: write 2025-03-01, 2025-03, 2025, 7d, 2w, 3m, 1y, "
        "today or yesterday."
    )
