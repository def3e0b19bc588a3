"""What is kept of a server, and how well the bot answers there."""

from typing import TYPE_CHECKING

from bot.texts.answers import UNTITLED
from bot.texts.feedback import REASONS
from bot.texts.lists import articles, counted

if TYPE_CHECKING:  # they use these words
    from bot.kept import Kept
    from bot.stats import Stats

MAY_NOT_SEE_STATS = "Only those who may manage this server can see how well I answer."
NOT_KEPT = (
    "I keep neither questions nor who asks them. An answer is looked up where I run, and nothing "
    "of it leaves that machine but the answer itself."
)
KEPT_FOR = (
    "Those who manage this server let me keep its questions for {} days, to see what had no "
    "answer; who asked is never kept. An answer is looked up where I run, and nothing of it leaves "
    "that machine but the answer itself."
)
MAY_NOT_FORGET = "Only those who may manage this server can delete what people said here."
DELETE_SAID = "Delete what people asked and said"
FORGOTTEN = (
    "Deleted: what people of this server asked, and what they said of answers, the counts included."
)


def stats_lines(told: "Stats") -> list[str]:
    """How well the bot answers, a line each."""
    asked = counted(told.questions, "question")
    lines = [f"{asked}, {told.unanswered:,} of them without an answer"]
    if told.p50_ms is not None:
        lines.append(f"half looked up within {told.p50_ms} ms, 95 of 100 within {told.p95_ms} ms")
    lines.append(f"{told.never_shown:,} of {articles(told.articles)} never shown")
    for one in told.sources:
        why = ", ".join(f"{REASONS[reason.value]}: {times}" for reason, times in one.reasons)
        reasons = f" ({why})" if why else ""
        lines.append(f"{one.source or UNTITLED}: {one.good} 👍, {one.bad} 👎{reasons}")
    for heading, found in (("most asked", told.most_asked), ("no answer", told.without_answer)):
        if found:
            named = ", ".join(f"{one.what} ({one.times})" for one in found)
            lines.append(f"{heading}: {named}")
    return lines


def kept(told: "Kept") -> str:
    """How much is kept of a server."""
    lines = [
        f"- questions asked, by day and by how fast they were answered: {told.questions:,}",
        f"- the words of questions, without who asked: {told.kept_questions:,}",
        f"- 👍 and 👎, by day and outlet: {told.verdicts:,}",
        f"- questions that people let be kept, without their names: {told.judgements:,}",
        f"- things that channels follow: {told.follows:,}",
        f"- settings of this server: {'as they were chosen' if told.settled else 'none'}",
    ]
    kept_here = "\n".join(lines)
    return (
        f"Kept of this place:\n{kept_here}\n\n"
        "When I am removed from a server, all of it is deleted after seven days, with the "
        "server's own articles."
    )
