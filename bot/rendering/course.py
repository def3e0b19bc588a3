"""The course of a timeline for Discord: mentions by month, and what somebody said then and now."""

from bot.answers import Citation
from bot.chronicle import Course
from bot.escaping import cut, inert
from bot.rendering.citations import SUBTEXT, headline, shortened, timestamp
from bot.rendering.sparkline import sparkline
from bot.texts import answers as texts

_WIDTH = 36  # characters: what a telephone shows in a line
_LENGTH = 400  # UTF-16 units of an utterance


def course_blocks(course: Course, *, first: bool) -> list[str]:
    """What stands above the excerpts of a timeline.

    Args:
        course: what it tells.
        first: whether its first excerpts follow: what has changed is told once.
    """
    blocks = []
    if course.months:
        line = sparkline([one.articles for one in course.months], _WIDTH)
        begin, end = course.months[0].month, course.months[-1].month
        shown = f"{begin} `{line}` {end}" if begin != end else f"{begin} `{line}`"
        blocks.append(f"{shown}\n{SUBTEXT}{texts.mentions(course.months)}")
    if course.changed and first:
        then, now = course.changed
        blocks += [_said(texts.THEN, then), _said(texts.NOW, now)]
    return blocks


def _said(when: str, citation: Citation) -> str:
    excerpt = citation.excerpt
    day = timestamp(excerpt.article.day)
    words, _ = shortened(excerpt.text, excerpt.highlights)
    return f"**{when}** · {day} · {headline(citation)}\n> {inert(cut(words, _LENGTH))}"
