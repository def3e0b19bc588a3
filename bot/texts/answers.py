"""What an answer says in the bot's own words, beside the articles'."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.texts.lists import articles, either
from bot.texts.questions import BLANK, TALK, UNNAMED, asked_in_full, days_meant, days_of
from index.articles import SAMPLE
from index.excerpts import Excerpt
from index.hits import Extent
from index.mentions import Month
from index.query import Filters
from index.quotations import Difference

if TYPE_CHECKING:  # they use these words
    from bot.answers import Answer, Citation

NOT_EXPLAINED = "What somebody said is ordered by how well its words match, then by its day."
NO_SOURCES = "No article here says where it comes from."
TRY = "Perhaps one of these:"
NEAREST = "These headlines come nearest:"
LATEST = "The latest articles"
SOURCES = "Where the articles come from"
SAMPLE_NOTE = "From the sample articles, because no articles have been added yet."
INFERRED = "speaker inferred"
UNTITLED = "Untitled"
ANSWERS = "Answers <@{}>"  # by id, where an answer cannot be a reply
NO_NEWS = "I have no articles of those days."
NO_MORE = "That was all."
NOT_THERE = "The answer before has nothing of the kind."
IN_FULL = "Ask the whole question, and I look for it anew."
ONLY_NEAR = "Nobody is quoted with these very words; these come nearest."
BESIDE_NAME = "Nothing is surely theirs; these words stand beside the name, and may be another’s."
SPEAKER_UNKNOWN = "These words stand there, but I cannot tell who says them."
NOT_THEIRS = "None of them is known to say so; this is what the articles have."
BY_OFFICE = "Whose office it is was read from what the articles are about."
BESIDE_TOPIC = "None of these words names your topic; they stand where it is written of."
PARTLY_ABOUT = "Nothing that is said there has all of your topic; this comes nearest."
HAS_A_PART = "No passage has all of your words; these come nearest."
THEN, NOW = "Then", "Now"
UNDATED = "Nothing that is said of this has a date."
_MOST_DIFFERENCES = 4
_LONGEST_WORD = 60  # characters
_MOST_ALSO_IN = 3


def not_found(  # noqa: PLR0911 - a sentence for each reason, the plainest first
    answer: "Answer", show: Callable[[str], str] = str
) -> str:
    """That the articles hold no answer, and why.

    Args:
        answer: one without citations.
        show: makes the asker's words fit to be shown where the sentence will stand.
    """
    question = answer.question
    if NOT_THERE in answer.notes:
        return IN_FULL
    if question.talk:
        return TALK[question.talk]
    if question.page:
        return NO_MORE
    if question.is_blank:
        return UNNAMED if question.unnamed else BLANK
    if question.news:
        return NO_NEWS
    if question.quotation and question.verbatim:
        return f"There is no such quotation in {articles(answer.extent.articles)}."
    if answer.missing:
        words = map(show, map(_short, answer.missing[:5]))
        return f"I found no answer. No article has {either(words)}."
    if question.speaker:
        about = f" about {show(question.about)}" if question.about else ""
        return f"I found nothing that {show(question.speaker)} said{about}."
    if answer.understood is not None:
        return "No passage matches this query."
    return "I found no passage that answers this."


def _short(word: str) -> str:
    """A word as it is shown: what is longer than any is cut."""
    return word if len(word) <= _LONGEST_WORD else f"{word[:_LONGEST_WORD]}…"


def understood(answer: "Answer") -> tuple[str, ...]:
    """How a question was read: its clauses, its spelling, what is no query; a sentence each."""
    read = answer.understood or asked_in_full(answer.question, answer.counted)
    query = (f"Understood as: {read}",) if read else ()
    meant = did_you_mean(answer) if answer.answered else ""
    days = days_meant(answer.question.filters) if answer.understood is None else ""
    return (*query, *filter(None, [days, _corrected(answer), meant]), *answer.notes)


def difference(one: Difference) -> str:
    """What a copied quotation has, and what the article has in its place."""
    if not one.stands:
        return f"“{one.copied}” is not there"
    if not one.copied:
        return f"“{one.stands}” was left out"
    return f"“{one.copied}” stands as “{one.stands}”"


def differences(citation: "Citation") -> str:
    """In what a copied quotation departs from the article; empty where it does not."""
    if not citation.differences:
        return ""
    shown = [difference(one) for one in citation.differences[:_MOST_DIFFERENCES]]
    more = len(citation.differences) - len(shown)
    return f"Not word for word: {'; '.join(shown)}{f'; and {more} more' if more else ''}."


def nearest(answer: "Answer", show: Callable[[str], str] = str) -> str:
    """The headlines that come nearest to a question without an answer; empty where none does.

    Args:
        answer: one without citations.
        show: makes a headline fit to be shown where the sentence will stand.
    """
    headlines = dict.fromkeys(" ".join(one.title.split()) for one in answer.nearest)
    return f"Nearest: {' · '.join(map(show, headlines))}" if headlines else ""


def mentions(course: Sequence[Month]) -> str:
    """How many articles mention something, and when most do."""
    most = max(course, key=lambda one: one.articles)
    number = articles(sum(one.articles for one in course))
    peak = f", most in {most.month} ({most.articles})" if most.articles > 1 else ""
    return f"Mentioned in {number}{peak}."


def also_in(excerpt: Excerpt) -> str:
    """Who else has the same story; empty where nobody is known to."""
    others = dict.fromkeys(one.source or one.title or UNTITLED for one in excerpt.also_in)
    if not others:
        return ""
    shown = list(others)[:_MOST_ALSO_IN]
    more = len(others) - len(shown)
    return f"also in {', '.join(shown)}{f' and {more} more' if more else ''}"


def other_days(asked: Filters) -> str:
    """That nothing of the days that were asked for answers, and what is shown does."""
    return f"No article {days_of(asked)} answers this; these are of other days."


def newest_found(day: date, age: str) -> str:
    """How old the newest of what was found is."""
    return f"The newest of these is of {day}, {age}."


def did_you_mean(answer: "Answer") -> str:
    """The question in a spelling that articles have; empty where there is no other."""
    return f"Did you mean “{answer.did_you_mean}”?" if answer.did_you_mean else ""


def _corrected(answer: "Answer") -> str:
    if answer.corrected is None:
        return ""
    return f"Showing results for “{answer.corrected}”. Search instead for “{answer.as_typed}”."


def searched(extent: Extent) -> str:
    """How much was searched."""
    if not extent.articles:
        return "There are no articles yet."
    number = articles(extent.articles)
    if not extent.first_day:
        return f"Searched {number}."
    if extent.first_day == extent.last_day:
        return f"Searched {number} of {extent.first_day}."
    return f"Searched {number} from {extent.first_day} to {extent.last_day}."


def newest(day: str) -> str:
    """When the newest article is of."""
    return f"newest of {day}"


def updated(moment: str) -> str:
    """When the index was published."""
    return f"Updated {moment}."


def from_sample(collections: Iterable[str]) -> bool:
    """Whether something comes from the sample articles, which all that does must say."""
    return SAMPLE in collections


def part(first: int, shown: int, *, by_date: bool) -> str:
    """Which part of an answer is shown.

    Args:
        first: how many excerpts come before.
        shown: how many there are.
        by_date: whether the newest come first.
    """
    last = first + shown
    numbers = f"{first + 1} to {last}" if shown > 1 else f"{last}"
    return f"Excerpt{'s' if shown > 1 else ''} {numbers}{', newest first' if by_date else ''}."
