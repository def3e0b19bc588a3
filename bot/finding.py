"""From an inquiry and an open index to a page of its answer.

Decides only: whatever way something is asked, this is how it is looked up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from bot import texts
from bot.answers import Answer, Citation, aged, answer, cite, search
from bot.chronicle import Course, chronicle
from bot.inquiries import MOST_EXCERPTS, Inquiry, Way
from bot.questions import (
    Question,
    clean,
    parse_conversation,
    parse_question,
    reread_quotes_by,
    who_said,
)
from index import Filters, SearchIndex
from index.catalogue import Headline, Source
from index.errors import BadInputError
from index.hits import Extent
from index.query_dates import days_of
from index.query_language import parse_query

_MOST_BY_DATE = 50  # of the best excerpts are put in order of their days
_MOST_NAMED = 3  # sources among which to choose


@dataclass(frozen=True, slots=True)
class Page:
    """A part of an answer."""

    answer: Answer  # with the citations of this page alone
    inquiry: Inquiry  # what to ask for this very page again: names are keys, days are days
    more: bool  # whether others come after
    course: Course | None = None  # of a timeline


@dataclass(frozen=True, slots=True)
class Listing:
    """A part of the list of sources."""

    sources: tuple[Source, ...]
    inquiry: Inquiry
    more: bool
    extent: Extent
    collections: tuple[str, ...]


def find(
    inquiry: Inquiry, index: SearchIndex, today: date, previous: Question | None = None
) -> Page:
    """The page that an inquiry asks for.

    Args:
        inquiry: what is asked.
        index: the collections that may be asked.
        today: from which "last week" is counted.
        previous: the question before it in the conversation.

    Raises:
        BadInputError: a source, an article, a language or a day is none.
    """
    resolved, filters = _resolved(inquiry, index, today)
    if inquiry.way is Way.TIMELINE:
        told, course = chronicle(_narrowed(_topic(inquiry.text, today), filters), index)
        return replace(_page(told, _dated(resolved, told)), course=course)
    most = _MOST_BY_DATE if inquiry.by_date else MOST_EXCERPTS
    k = most if inquiry.by_date else min(inquiry.first + inquiry.count + 1, most)
    given = _found(resolved, filters, index, today, previous, k)
    return _page(given, _dated(resolved, given))


def _dated(inquiry: Inquiry, given: Answer) -> Inquiry:
    """An inquiry with the days that its words ask for."""
    asked_for = given.question.filters
    return replace(
        inquiry,
        since=asked_for.since.isoformat() if asked_for.since else None,
        until=asked_for.until.isoformat() if asked_for.until else None,
    )


def _topic(text: str, today: date) -> Question:
    """The question of a timeline: what somebody said, or whatever else."""
    question = reread_quotes_by(text)
    return question if question.speaker else parse_question(text, None, today)


def listing(inquiry: Inquiry, index: SearchIndex) -> Listing:
    """The sources from the first that an inquiry asks for."""
    sources = tuple(one for one in index.catalogue.sources if inquiry.lets_through(one.name))
    first = min(inquiry.first, max(len(sources) - 1, 0))
    shown = sources[first : first + inquiry.count]
    return Listing(
        shown,
        replace(inquiry, first=first),
        first + len(shown) < len(sources),
        index.extent,
        index.collections,
    )


def _page(given: Answer, inquiry: Inquiry) -> Page:
    """The part of an answer that is asked for; the last one where there are not so many."""
    citations = given.citations
    if inquiry.by_date:
        citations = tuple(sorted(citations, key=_published, reverse=True))
    first = inquiry.first if inquiry.first < len(citations) else 0
    shown = citations[first : first + inquiry.count]
    if inquiry.way is Way.ARTICLE:
        shown = tuple(sorted(shown, key=lambda one: one.excerpt.start))
    more = first + len(shown) < min(len(citations), MOST_EXCERPTS)
    return Page(replace(given, citations=shown), replace(inquiry, first=first), more)


def _found(
    inquiry: Inquiry,
    filters: Filters,
    index: SearchIndex,
    today: date,
    previous: Question | None,
    k: int,
) -> Answer:
    """Everything up to the excerpts that are asked for."""
    text, per_article = inquiry.text, k if filters.articles else 1
    match inquiry.way:
        case Way.QUESTION:
            # What an answer repeats above itself begins with the questions it follows from.
            *earlier, last = text.split(texts.questions.BETWEEN_TURNS)
            previous = parse_conversation(earlier, today) if earlier else previous
            question = _narrowed(parse_question(last, previous, today), filters)
            return aged(answer(question, index, k, per_article), today)
        case Way.SPEAKER:
            return answer(_narrowed(reread_quotes_by(text), filters), index, k)
        case Way.QUOTATION:
            return answer(_narrowed(who_said(text), filters), index, k, per_article)
        case Way.QUERY:
            shown = clean(text)
            query = parse_query(shown, today)
            query = replace(query, filters=_both(query.filters, filters))
            question = Question(shown, shown, filters=query.filters)
            return search(query, question, index, k, per_article)
        case Way.ARTICLE:
            headline = _article(inquiry, index)
            title = clean(headline.title) or texts.answers.UNTITLED
            hits = index.key_passages(headline.article_id, k)
            return _without_highlights(cite(Question(title, title), index, hits))
        case Way.LATEST:
            hits = index.latest(filters, k)
            heading = texts.answers.LATEST
            return cite(Question(heading, heading, filters=filters), index, hits)
        case Way.SOURCES | Way.TIMELINE:
            raise ValueError("found in ways of their own")
        case _:
            assert_never(inquiry.way)


def _without_highlights(given: Answer) -> Answer:
    """An answer in which nothing is marked, for no words were asked."""
    bare = (replace(one.excerpt, highlights=()) for one in given.citations)
    citations = (
        replace(one, excerpt=excerpt) for one, excerpt in zip(given.citations, bare, strict=True)
    )
    return replace(given, citations=tuple(citations))


def _narrowed(question: Question, filters: Filters) -> Question:
    """A question of fewer articles; days that are given count for those in its words."""
    otherwise = question.otherwise and _narrowed(question.otherwise, filters)
    if filters.since or filters.until:
        otherwise = None
    return replace(question, filters=_both(question.filters, filters), otherwise=otherwise)


def _both(asked: Filters, given: Filters) -> Filters:
    """The filters in the words of a question, and those that were given beside it."""
    dated = given if given.since or given.until else asked
    return Filters(
        sources=given.sources or asked.sources,
        since=dated.since,
        until=dated.until,
        lang=given.lang or asked.lang,
        fields=asked.fields,
        articles=given.articles or asked.articles,
    )


# What is written for a source, an article, a language or a day


def _resolved(inquiry: Inquiry, index: SearchIndex, today: date) -> tuple[Inquiry, Filters]:
    """An inquiry with every name as a key, and its filters."""
    source = _source(inquiry, index)
    headline = _article(inquiry, index) if inquiry.article else None
    lang = _lang(inquiry.lang)
    since = day_of(inquiry.since, today, first=True)
    until = day_of(inquiry.until, today, first=False)
    if since and until and since > until:
        raise BadInputError(texts.questions.no_days_between(since, until))
    filters = Filters(
        sources=(source.name,) if source else inquiry.within,
        since=since,
        until=until,
        lang=lang,
        articles=(headline.article_id,) if headline and inquiry.way.has_words else (),
    )
    resolved = replace(
        inquiry,
        source=source.key if source else None,
        article=headline.key if headline else None,
        lang=lang,
    )
    return resolved, filters


def _source(inquiry: Inquiry, index: SearchIndex) -> Source | None:
    written = (inquiry.source or "").strip()
    return source_named(written, index, inquiry) if written else None


def source_named(written: str, index: SearchIndex, inquiry: Inquiry | None = None) -> Source:
    """The one outlet that a name or the beginnings of its words mean.

    Args:
        written: what names it.
        index: the collections that may be asked.
        inquiry: whose outlets alone may be meant.

    Raises:
        BadInputError: there is none, or there are several.
    """
    named = [
        one
        for one in index.catalogue.sources_named(written)
        if inquiry is None or inquiry.lets_through(one.name)
    ]
    if not named:
        raise BadInputError(texts.questions.no_source(clean(written)))
    if len(named) > 1:
        raise BadInputError(texts.questions.many_sources(clean(written), _names(named)))
    return named[0]


def _names(sources: Sequence[Source]) -> list[str]:
    return [one.name for one in sources[:_MOST_NAMED]]


def _article(inquiry: Inquiry, index: SearchIndex) -> Headline:
    written = inquiry.article or ""
    if inquiry.is_of_one_article:
        headline = index.catalogue.article(written)
    else:
        found = index.catalogue.headlines(written, index.extent.articles if inquiry.within else 1)
        headline = next((one for one in found if inquiry.lets_through(one.source)), None)
    if headline is None or not inquiry.lets_through(headline.source):
        raise BadInputError(texts.questions.no_article(clean(written)))
    return headline


def _lang(written: str | None) -> str | None:
    name = (written or "").strip()
    if not name:
        return None
    code = texts.languages.LANGUAGE_CODES.get(name.lower(), name.lower())
    if code not in texts.languages.LANGUAGES:
        raise BadInputError(texts.questions.no_language(clean(name)))
    return code


def day_of(written: str | None, today: date, *, first: bool) -> date | None:
    """The first or the last of the days that are written; None where nothing is.

    Raises:
        BadInputError: it is no day.
    """
    if not (written or "").strip():
        return None
    days = days_of((written or "").strip().lower(), today)
    if days is None:
        raise BadInputError(texts.questions.no_day(written or ""))
    return days[0] if first else days[1]


def _published(citation: Citation) -> str:
    return citation.excerpt.article.day or ""
