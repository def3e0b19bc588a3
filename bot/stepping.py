"""Follow-ups that look back at the answer before: older ones, more, the second one, who else.

Nothing of an answer is remembered: an index gives the same answer to the same question, so the one
before is found again.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.follow_ups import Back, Step
from bot.questions import Question
from bot.texts import questions as texts
from index.articles import Article
from index.dates import date_of
from index.query import Filters
from index.query_dates import shifted

Shown = tuple[Article, ...]  # the articles of an answer, in its order
Find = Callable[[Question, int], Shown]  # of the answer to a question, so many at most


def stepped(question: Question, step: Step, find: Find, k: int) -> tuple[Question, str] | None:
    """The question that a step back leads to, and how it reads; None where there is no such.

    Args:
        question: the follow-up; its `previous` is the question before it.
        step: what it asks of the answer to that.
        find: gives the articles of an answer.
        k: how many excerpts an answer shows.
    """
    steps: list[Step] = [step]
    before = question.previous
    while before is not None and before.step is not None:
        steps.append(before.step)
        before = before.previous
    if before is None:
        return None
    state = replace(before, step=None, previous=None, ran=None), ran(before)
    for one in reversed(steps[1:]):
        led = _led(*state, one, find, k)
        if led is not None and find(led[0], k):  # what found nothing leads nowhere
            state = led
    return _led(*state, step, find, k)


def _led(
    before: Question, read: str, step: Step, find: Find, k: int
) -> tuple[Question, str] | None:
    match step.to:
        case Back.LATEST:
            return replace(before, latest=True), texts.newest_first(read)
        case Back.MORE:
            return replace(before, page=before.page + 1), texts.page_of(read, before.page + 2)
        case Back.WHO_ELSE:
            return _who_else(before, read)
        case Back.OLDER | Back.NEWER:
            return _by_age(before, read, find(before, k), older=step.to is Back.OLDER)
        case Back.ARTICLE:
            return _in_article(before, read, find(before, k), step.number)


def ran(question: Question) -> str:
    """A question in full, as it can be asked without those before it."""
    if not question.speaker:
        return question.text
    return texts.what_did_say(question.speaker, question.about)


def _who_else(before: Question, read: str) -> tuple[Question, str]:
    if not before.speaker or not before.about:
        return replace(before, page=before.page + 1), texts.page_of(read, before.page + 2)
    others = replace(
        before, speaker=None, anybody=True, otherwise=None, but=(*before.but, before.speaker)
    )
    return others, texts.others_on(before.about)


def _by_age(
    before: Question, read: str, shown: Shown, *, older: bool
) -> tuple[Question, str] | None:
    days = sorted(day for one in shown if (day := date_of(one.published)))
    if not days:
        return None
    if older:
        filters = replace(before.filters, since=None, until=shifted(days[0], -1))
        read = texts.before_day(read, days[0])
    else:
        filters = replace(before.filters, since=shifted(days[-1], 1), until=None)
        read = texts.after_day(read, days[-1])
    # A page of what is older begins anew, and the newest of it is no more what is asked for.
    return replace(before, filters=filters, page=0, latest=False, otherwise=None), read


def _in_article(
    before: Question, read: str, shown: Shown, number: int
) -> tuple[Question, str] | None:
    if not -len(shown) <= number <= len(shown):
        return None
    article = shown[number - 1 if number > 0 else number]
    filters = Filters(articles=(article.id,))
    asked = replace(before, filters=filters, page=0, otherwise=None)
    return asked, texts.in_article(read, article.title)
