"""From a question and an index to an answer: excerpts, or what is missing.

Decides only: it is given an open index and reads nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import texts
from bot.follow_ups import Step
from bot.honesty import (
    holds_a_part,
    holds_its_own,
    instead,
    is_likely_answer,
    least_beside,
    may_say,
    of_others,
    telling,
)
from bot.links import text_fragment_link
from bot.offices import is_of, offices_in
from bot.questions import Question
from bot.respelling import as_typed, may_change, respelt, respelt_query, swapped
from bot.searchable import Searchable
from bot.stepping import stepped
from index.analysis import fold
from index.articles import Article
from index.carrying import points_back
from index.dates import date_of
from index.excerpts import Excerpt
from index.hits import Extent, Hit, QueryTerm
from index.query import Filters, Query, Word, wanted
from index.query_language import ParsedQuery, echo, phrase_query
from index.quotations import Difference, likeness
from index.quote import LANGUAGES
from index.spelling import SHORT, Correction, is_titled

# Of the topic of what somebody said: less is another topic, and less than most is told.
_HALF_A_TOPIC, _MOST_OF_A_TOPIC = 0.5, 0.8
_OF_AN_OFFICE = 200  # utterances of all who hold such an office, here or elsewhere
_JUDGED = 5  # utterances that tell whether somebody spoke of a topic at all
_MOST_CORRECTED = 5  # words of a question
_NEAR = 0.25  # of a question's information, to be worth naming where there is no answer
_MOST_NEAREST = 3
_STILL_NEW = 7  # days
_OTHERS = 4  # utterances looked at for each wanted, where some are left out


@dataclass(frozen=True, slots=True)
class Citation:
    """An excerpt with the link that opens its source at these words."""

    excerpt: Excerpt
    link: str | None  # None where the article has no address
    differences: tuple[Difference, ...] = ()  # from the quotation that was asked for


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question."""

    question: Question
    citations: tuple[Citation, ...]  # best first; none where the articles hold no answer
    missing: tuple[str, ...]  # the asker's own words that no passage holds
    suggestions: tuple[str, ...]  # questions to ask instead
    generation: str
    collections: tuple[str, ...]  # those that were asked
    extent: Extent  # how much was searched
    understood: str | None = None  # the query as it was understood, where it was not only words
    corrected: str | None = None  # the question that is answered instead: it was misspelt
    as_typed: str | None = None  # what to ask for an answer to the question as it was spelt
    did_you_mean: str | None = None  # the question in a spelling that articles have
    notes: tuple[str, ...] = ()  # what was not understood or cut short, a sentence each
    nearest: tuple[Article, ...] = ()  # where there is no answer, what comes nearest to one
    of_other_days: bool = False  # whether no article of the days that were asked for answers
    counted: frozenset[str] | None = None  # the words said before that it holds; None for all

    @property
    def answered(self) -> bool:
        """Whether the articles hold an answer."""
        return bool(self.citations)


@dataclass(frozen=True, slots=True)
class Timed:
    """An answer, and how long it took."""

    answer: Answer
    took_ms: float


def answer(question: Question, index: Searchable, k: int = 5, per_article: int = 1) -> Answer:
    """The best excerpts for a question.

    A question for somebody's words gives what that person said, and nothing else. Where nobody of
    that name is known to be quoted, that is the answer, with the words beside the name whose
    speaker nobody knows, if there are any; what a "report" says about a topic, or anybody in a
    language whose quotations are not read, is looked up like any other words. A question that finds
    nothing as it is spelt is answered in the spelling that articles have.
    """
    question = _named(question, index)
    if question.step is not None:
        return _stepped(question, question.step, index, k, per_article)
    if question.news:
        return cite(question, index, index.latest(question.filters, k))
    if question.page:
        return _page(question, index, k, per_article)
    given = _as_spelt(question, index, k, per_article)
    given = _well_spelt(
        given,
        _changes(given, index),
        lambda words: _as_spelt(respelt(question, words), index, k, per_article),
        lambda word, meant: _is_speaker(question, word, meant, index),
    )
    if question.otherwise and not given.answered:
        other = answer(question.otherwise, index, k, per_article)
        if found := _of_other_days(other.citations, question.filters):
            notes = (*other.notes, texts.answers.other_days(question.filters))
            return replace(other, citations=found, notes=notes, of_other_days=True)
        given = replace(given, nearest=given.nearest or other.nearest)
    return given


def _of_other_days(citations: Iterable[Citation], asked: Filters) -> tuple[Citation, ...]:
    """The citations of articles that are not of the days asked for, those without one among them.

    What was not good enough as an answer of these days is none because others were asked as well.
    """
    kept = [
        one
        for one in citations
        if (day := date_of(one.excerpt.article.published)) is None
        or (asked.since and day < asked.since)
        or (asked.until and day > asked.until)
    ]
    return tuple(
        replace(one, excerpt=replace(one.excerpt, rank=rank))
        for rank, one in enumerate(kept, start=1)
    )


def _named(question: Question, index: Searchable) -> Question:
    """A question for the words of "him" or "her", with whoever of those meant is quoted."""
    if not question.meant:
        return question
    quoted = next((name for name in question.meant if index.names(name)), question.speaker)
    return replace(question, speaker=quoted, meant=())


def _stepped(question: Question, step: Step, index: Searchable, k: int, per_article: int) -> Answer:
    """The answer to a question that looks back at the answer before."""

    def find(before: Question, k: int) -> tuple[Article, ...]:
        found = answer(before, index, k, per_article).citations
        return tuple(one.excerpt.article for one in found)

    led = stepped(question, step, find, k)
    if led is None:
        given = _assemble(question, index, (), (), ())
        return replace(given, notes=(texts.answers.NOT_THERE,))
    asked, read = led
    if asked.filters.articles:
        per_article = k
    given = answer(replace(asked, ran=None), index, k, per_article)
    shown = replace(
        given.question, text=question.text, ran=read, step=step, previous=question.previous
    )
    return replace(given, question=shown)


def _page(question: Question, index: Searchable, k: int, per_article: int) -> Answer:
    """What an answer holds after its first pages."""
    skipped = k * question.page
    given = answer(replace(question, page=0), index, skipped + k, per_article)
    if not given.answered:
        return given  # it has no pages
    return replace(given, question=question, citations=given.citations[skipped:])


def _as_spelt(question: Question, index: Searchable, k: int, per_article: int) -> Answer:
    if question.quotation:
        return _who_said(question, question.quotation, index, k, per_article)
    if question.anybody and (hits := _said_about(question, index, k)):
        return _assemble(question, index, hits, hits[0].terms, ())
    if question.but:
        terms = index.query_terms(question.about, question.names)
        return _assemble(question, index, (), terms, ())
    if question.perhaps and (found := _perhaps(question, *question.perhaps, index, k)):
        return found
    return _asked(question, index, k, per_article)


def _said_about(question: Question, index: Searchable, k: int) -> list[Hit]:
    """What anybody said about a topic, but for those who are not asked for."""
    if not question.but:
        return index.said_about(question.about, question.filters, k)
    hits = index.said_about(question.about, question.filters, k * _OTHERS)
    left = [one for one in hits if not any(_is_by(one, name) for name in question.but)]
    return [replace(one, rank=rank) for rank, one in enumerate(left[:k], start=1)]


def _is_by(hit: Hit, name: str) -> bool:
    """Whether an utterance is that of somebody of a name or role."""
    said = f"{hit.quote.speaker or ''} {hit.quote.role or ''}" if hit.quote else ""
    return set(fold(name).split()) <= {"the", *fold(said).replace(",", " ").split()}


def _perhaps(
    question: Question, speaker: str, topic: str, index: Searchable, k: int
) -> Answer | None:
    """What somebody said on a topic; None where nobody of that name did."""
    if not index.names(speaker):
        return None
    found = _asked(replace(question, speaker=speaker, about=topic), index, k, 1)
    return found if found.answered else None


def _who_said(
    question: Question, quotation: str, index: Searchable, k: int, per_article: int
) -> Answer:
    """Whoever said what is quoted; else, where it was not given word for word, what comes near."""
    hits = index.who_said(quotation, question.filters, k)
    if hits:
        given = _assemble(question, index, hits, hits[0].terms, ())
        return replace(
            given,
            citations=tuple(
                _compared(one, hit, quotation)
                for one, hit in zip(given.citations, hits, strict=True)
            ),
        )
    if question.verbatim:
        return _standing(question, quotation, index, k, per_article)
    if hits := index.said_about(quotation, question.filters, k):
        near = _assemble(question, index, hits, hits[0].terms, ())
    else:
        near = _asked(replace(question, quotation=None), index, k, per_article)
    return replace(near, notes=(*near.notes, texts.answers.ONLY_NEAR)) if near.answered else near


def _standing(
    question: Question, quotation: str, index: Searchable, k: int, per_article: int
) -> Answer:
    """Where words stand that nobody is known to have said; else, that nothing quotes them."""
    hits = index.find(phrase_query(quotation, question.filters), k, per_article).hits
    if not hits:
        return _assemble(question, index, (), index.query_terms(quotation), ())
    return _assemble(question, index, hits, hits[0].terms, (), (texts.answers.SPEAKER_UNKNOWN,))


def _compared(citation: Citation, hit: Hit, quotation: str) -> Citation:
    if hit.quote is None:
        return citation
    stands = hit.quote.sentences.of(hit.article.text)
    return replace(citation, differences=likeness(quotation, stands).differences)


def _asked(question: Question, index: Searchable, k: int, per_article: int) -> Answer:
    speaker = question.speaker
    if question.deed and (told := _told(question, index, k, per_article)):
        return told
    query = query_of(question, index)
    if query.speaker:
        return _spoken(question, query.speaker, index, k, per_article)
    if speaker and (held := _by_office(question, speaker, index, k)):
        return held
    if speaker and (beside := index.said_beside(speaker, question.about, question.filters, k)):
        given = _assemble(question, index, beside, beside[0].terms, of_others(question, index))
        return replace(given, notes=(*given.notes, texts.answers.BESIDE_NAME))
    return _in_words(question, query, index, k, per_article)


def _spoken(
    question: Question, speaker: str, index: Searchable, k: int, per_article: int
) -> Answer:
    """What somebody said on a topic; where nobody of a role did, what the articles have of it."""
    topic = question.about
    hits = index.search(query_of(question, index), max(k, _JUDGED))
    held = max((one.coverage for one in hits), default=0)
    hits = [] if topic and held < _HALF_A_TOPIC else hits[:k]
    terms = index.query_terms(topic, question.names) if topic else ()
    suggestions = () if hits or not topic else (texts.questions.what_did_say(speaker),)
    given = _assemble(question, index, hits, terms, suggestions)
    if hits or not topic or index.names(speaker):
        near = _how_near(held, hits) if topic else ()
        return replace(given, notes=(*given.notes, *near))
    # What "analysts" say of something may stand there without their being quoted on it.
    words = _in_words(question, _words_of(question), index, k, per_article)
    if not words.answered:
        return given
    return replace(words, notes=(*words.notes, texts.answers.NOT_THEIRS))


def _by_office(question: Question, speaker: str, index: Searchable, k: int) -> Answer | None:
    """What whoever holds an office said: "the CEO of Harwick Yards"; None where nobody is known to.

    That they hold it there is mostly read from what the article is about, and so it is told.
    """
    topic = question.about
    for office in offices_in(speaker):
        found: dict[tuple[str, int, object], Hit] = {}
        for called in filter(index.speaks, office.called):
            query = Query(topic, called, question.filters, question.names)
            for one in index.search(query, _OF_AN_OFFICE):
                if not office.of or is_of(one, office.of):
                    found.setdefault((one.collection, one.passage.id, one.quote), one)
        hits = sorted(found.values(), key=lambda one: one.article.published or "", reverse=True)
        hits.sort(key=lambda one: -one.score)
        held = max((one.coverage for one in hits), default=0)
        if hits and (not topic or held >= _HALF_A_TOPIC):
            hits = [replace(one, rank=rank) for rank, one in enumerate(hits[:k], start=1)]
            near = _how_near(held, hits) if topic else ()
            notes = (*([texts.answers.BY_OFFICE] if office.of else []), *near)
            return _assemble(question, index, hits, hits[0].terms, (), notes)
    return None


def _how_near(held: float, hits: Sequence[Hit]) -> tuple[str, ...]:
    """That what somebody said comes only near to a topic of which so much is held, if it does."""
    if not hits:
        return ()
    if held < _MOST_OF_A_TOPIC:
        return (texts.answers.PARTLY_ABOUT,)
    return () if any(one.said for one in hits) else (texts.answers.BESIDE_TOPIC,)


def _told(question: Question, index: Searchable, k: int, per_article: int) -> Answer | None:
    """Where it stands that somebody denied or rejected it; None where it does nowhere.

    Such a sentence quotes nobody, or says "said" of something else.
    """
    words = f"{question.speaker or ''} {question.deed} {question.about}"
    told = replace(question, about=words.strip(), speaker=None, deed="")
    found = _in_words(told, _words_of(told), index, k, per_article)
    if not found.answered or found.citations[0].excerpt.coverage < _MOST_OF_A_TOPIC:
        return None
    return replace(found, question=question)


def _in_words(
    question: Question, query: Query, index: Searchable, k: int, per_article: int
) -> Answer:
    """The passages that answer, whoever speaks in them."""
    speaker = question.speaker
    terms = index.terms_of(query)
    hits = index.search(query, k, per_article, once=True)
    told = telling(query, hits, index, per_article)
    if not told or not is_likely_answer(hits[0], terms):
        others = of_others(question, index) if speaker else instead(terms)
        given = _assemble(question, index, (), terms, others)
        return replace(given, nearest=_nearest(hits))
    if speaker and hits[0].article.lang in LANGUAGES and not may_say(question, hits[0], index):
        # What is said about somebody is no answer to what they say.
        return _assemble(question, index, (), terms, of_others(question, index))
    if not question.filters.articles:  # else more of these is asked for, whatever it is
        least = least_beside(told[0])
        alone = bool(question.context) and not points_back(question.text)
        kept = [one for one in told if one.coverage >= least and (not alone or holds_its_own(one))]
        told = [replace(one, rank=rank) for rank, one in enumerate(kept, start=1)]
    notes = (texts.answers.HAS_A_PART,) if holds_a_part(hits[0]) else ()
    given = _assemble(question, index, told, terms, (), notes)
    return replace(given, counted=_counted(told)) if question.context else given


def _counted(hits: Iterable[Hit]) -> frozenset[str]:
    """The words said before that some passage holds, in small letters."""
    return frozenset(
        term.word.lower()
        for hit in hits
        if hit.explanation
        for term in hit.terms
        if term.said_before
        and any(part.name == term.word and part.points for part in hit.explanation.terms)
    )


def query_of(question: Question, index: Searchable) -> Query:
    """What is looked up: what the speaker said, or, where nobody of that name is quoted, words."""
    speaker = question.speaker
    if speaker and index.speaks(speaker):
        return Query(question.about, speaker, question.filters, question.names)
    return _words_of(question)


def _words_of(question: Question) -> Query:
    """The words of a question, among them those of whoever's words it asks for."""
    speaker = question.speaker
    text = f"{speaker} {question.about}".strip() if speaker else question.about
    keep = question.names | {word for word in (speaker or "").split() if word[0].isupper()}
    return Query(
        text, None, question.filters, keep, question.text,
        latest=question.latest, context=question.context,
    )  # fmt: skip


def cite(question: Question, index: Searchable, hits: Sequence[Hit]) -> Answer:
    """The excerpts of what was found without a question: the newest articles, one article."""
    return _assemble(question, index, hits, (), ())


def aged(given: Answer, today: date) -> Answer:
    """An answer that says how old it is, where the newest was asked for or the days are others."""
    question = given.question
    days = [day for one in given.citations if (day := date_of(one.excerpt.article.published))]
    if not days or not (question.latest or given.of_other_days):
        return given
    newest = max(days)
    if question.latest and (today - newest).days <= _STILL_NEW:
        return given
    note = texts.answers.newest_found(newest, texts.ages.age(newest, today))
    return replace(given, notes=(*given.notes, note))


def _nearest(hits: Sequence[Hit]) -> tuple[Article, ...]:
    """The articles, with a headline, of passages that hold something of a question."""
    near = [one.article for one in hits if one.coverage >= _NEAR and one.article.title]
    return tuple(near[:_MOST_NEAREST])


def search(
    query: ParsedQuery, question: Question, index: Searchable, k: int = 5, per_article: int = 1
) -> Answer:
    """The best passages for a query: every hit counts, however little of the query it holds."""
    given = _found(query, question, index, k, per_article)
    asked = {clause.of.text for clause in wanted(query.clauses) if isinstance(clause.of, Word)}
    return _well_spelt(
        given,
        {word: one for word, one in _changes(given, index).items() if word in asked},
        lambda words: _found(respelt_query(query, words), question, index, k, per_article),
    )


def _found(
    query: ParsedQuery, question: Question, index: Searchable, k: int, per_article: int
) -> Answer:
    found = index.find(query, k, per_article)
    return replace(
        _assemble(question, index, found.hits, found.terms, ()),
        understood=None if query.is_plain else echo(query),
        notes=(*query.hints, *found.notes),
    )


def _assemble(
    question: Question,
    index: Searchable,
    hits: Sequence[Hit],
    terms: Sequence[QueryTerm],
    suggestions: tuple[str, ...],
    notes: tuple[str, ...] = (),
) -> Answer:
    excerpts = [index.excerpt(hit) for hit in hits]
    return Answer(
        question=question,
        citations=tuple(Citation(excerpt, _link(excerpt)) for excerpt in excerpts),
        missing=tuple(
            dict.fromkeys(term.word for term in terms if not term.df and term.weight == 1)
        ),
        suggestions=suggestions,
        generation=index.generation,
        collections=index.collections,
        extent=index.extent,
        notes=notes,
    )


def _changes(given: Answer, index: Searchable) -> dict[str, Correction]:
    """What the words that no article has may stand for."""
    text = given.question.text
    words = [word for word in given.missing[:_MOST_CORRECTED] if may_change(word, text)]
    found = ((word, _meant(word, text, index)) for word in words)
    return {word: meant[0] for word, meant in found if meant and meant[0].is_plausible}


def _meant(word: str, text: str, index: Searchable) -> list[Correction]:
    """What a word may stand for: with a capital a name, unless the capital is that of the text.

    A name of which no article tells has a capital there as well, so only a likely word is meant.
    """
    meant = index.corrections(word)
    if meant or not is_titled(word) or not text.startswith(word):
        return meant
    return [
        one for one in index.corrections(word.lower()) if one.is_likely and one.letters >= SHORT
    ]


def _well_spelt(
    given: Answer,
    changes: Mapping[str, Correction],
    ask: Callable[[Mapping[str, str]], Answer],
    is_name: Callable[[str, Correction], bool] = lambda _word, _one: False,
) -> Answer:
    """The answer, or that to the question in another spelling, or with another spelling offered."""
    likely = {
        word: one.text
        for word, one in changes.items()
        if (one.is_likely and (one.is_name or not is_titled(word))) or is_name(word, one)
    }
    text = given.question.text
    if likely and not given.answered and (other := ask(likely)).answered:
        return replace(
            other,
            question=given.question,
            missing=given.missing,
            corrected=swapped(text, likely),
            as_typed=as_typed(text, likely),
        )
    # Words that articles lack are mostly well spelt: beside an answer only likely ones are offered.
    offered = likely if given.answered else {word: one.text for word, one in changes.items()}
    return replace(given, did_you_mean=swapped(text, offered)) if offered else given


def _is_speaker(question: Question, word: str, meant: Correction, index: Searchable) -> bool:
    """Whether a spelling makes the name that is asked for that of somebody who is quoted."""
    speaker = question.speaker or ""
    right = swapped(speaker, {word: meant.text})
    return right != speaker and index.names(right)


def _link(excerpt: Excerpt) -> str | None:
    article = excerpt.article
    if not article.url:
        return None
    # What was said aloud stands in every version of a story; the words around it may not.
    start, end = excerpt.spoken or (excerpt.start, excerpt.end)
    return text_fragment_link(article.url, article.text, start, end)
