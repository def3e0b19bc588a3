"""Whether what was found answers a question, and what to ask instead where nothing does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import texts
from bot.questions import Question
from bot.searchable import Searchable
from index.hits import Hit, QueryTerm
from index.query import Filters, Query
from index.sought import is_plain

# Of a question of few words of which one is unknown, half of the information must be there: it
# leaves too little to judge by (docs/ranking.md).
_ENOUGH_COVERAGE_OF_FEW_WORDS = 0.5
_FEW_WORDS = 3
_NO_MORE_TO_ASK = 2  # words: where all of them stand there, in the headline if need be, it is that
_ALL = 1 - 1e-9
# Of what the best passage holds of a question, what others have to hold to be shown beside it
# (docs/ranking.md): more where it holds most, and nearly all where the question is one phrase that
# stands there or in the headline, for a part of one is another thing: no cooling is tide cooling.
_BESIDE_A_PHRASE, _BESIDE_MOST, _BESIDE_LESS = 0.7, 0.5, 0.4
_MOST = 0.8
_SOME = 0.2  # of a question's own information
_LOOKED_AT, _PASSAGES_OF_ONE = 12, 3  # passages that may tell an age, and of one article
_FEWEST_WORDS = 2  # of a question worth suggesting
_DOCUMENT = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|surveys?|papers?|polls?|research|laws?|bills?|contracts?|treat(?:y|ies)|"
    r"agreements?|documents?|figures|data|articles?|news|press|media|"
    r"berichte?|studien?|gesetze?|rapports?|études?|lois?|informes?|estudios?|ley(?:es)?)$",
    re.IGNORECASE,
)


def may_say(question: Question, best: Hit, index: Searchable) -> bool:
    """Whether words may tell what is asked for of somebody who is not known to be quoted.

    What a "report" says about a topic does, and what "doctors" say where the best article has them.
    """
    speaker = question.speaker or ""
    if not question.about or any(map(str.isupper, speaker)) or _is_name_in(best, speaker):
        return False
    if _DOCUMENT.search(speaker):
        return True
    within = index.search(Query(speaker, filters=Filters(articles=(best.article.id,))), 1)
    return bool(within) and within[0].coverage >= _ALL


def _is_name_in(best: Hit, speaker: str) -> bool:
    """Whether a passage writes as a name what was typed in small letters."""
    text = best.passage.span.of(best.article.text)
    words = r"\W+".join(map(re.escape, speaker.split()))
    inside = re.findall(rf"(?<=[\w,;:] ){words}(?!\w)", text, re.IGNORECASE)
    return bool(inside) and all(one[0].isupper() for one in inside)


def is_likely_answer(best: Hit, terms: Sequence[QueryTerm]) -> bool:
    """Whether the best passage is likely enough to answer."""
    distinct = len({term.term for term in terms if not term.form_of})
    if distinct <= _NO_MORE_TO_ASK and best.coverage >= _ALL:
        return True
    few = distinct <= _FEW_WORDS and not all(term.df for term in terms)
    if few and best.coverage < _ENOUGH_COVERAGE_OF_FEW_WORDS:
        return False
    return best.evidence is not None and best.evidence.confidence >= 0


def holds_a_part(best: Hit) -> bool:
    """Whether the best passage has only a part of a question of few words, all of them known.

    With so few, each that lacks may make it another thing.
    """
    if any(one.said_before for one in best.terms):
        return False  # there is more to it than its own words
    own = {one.term: one.df for one in best.terms if one.weight == 1 and not one.form_of}
    few = _NO_MORE_TO_ASK <= len(own) <= _FEW_WORDS
    return few and all(own.values()) and best.coverage < _MOST


def holds_its_own(hit: Hit) -> bool:
    """Whether a passage holds something of the question itself, not only of what came before."""
    own = {one.word for one in hit.terms if one.df and not one.said_before}
    parts = [one for one in (hit.explanation.terms if hit.explanation else ()) if one.name in own]
    held = sum(one.value for one in parts if one.points)
    return held >= _SOME * sum(one.value for one in parts)


def least_beside(best: Hit) -> float:
    """How much of the question a passage has to hold to be shown beside the best."""
    if best.introduces or (best.evidence is not None and best.evidence.phrase >= _ALL):
        return _BESIDE_A_PHRASE * best.coverage
    return (_BESIDE_MOST if best.coverage >= _MOST else _BESIDE_LESS) * best.coverage


def telling(
    query: Query, hits: Sequence[Hit], index: Searchable, per_article: int
) -> Sequence[Hit]:
    """What was found; where an age or money is asked for, first what tells it, or else nothing.

    An age stands beside a name, and the passage that has most of a name may not have it. So others
    of the articles are looked at that hold as much of the question: they may have a surname alone.
    """
    kind = hits[0].sought if hits else None
    if kind is None or not is_plain(kind):
        return hits
    more = index.search(query, max(len(hits), _LOOKED_AT), _PASSAGES_OF_ONE, once=True)
    whole = {one.article.id for one in more if one.coverage >= hits[0].coverage}
    tell = [one for one in more if one.article.id in whole and index.tells(one)]
    tell.sort(key=lambda one: one.coverage < hits[0].coverage)
    left: dict[str, int] = {}
    kept: list[Hit] = []
    for one in (*tell, *hits) if tell else ():
        if _place(one) not in map(_place, kept):
            left[one.article.id] = left.get(one.article.id, per_article) - 1
            kept += [one] if left[one.article.id] >= 0 else []
    return [replace(one, rank=rank) for rank, one in enumerate(kept[: len(hits)], start=1)]


def _place(hit: Hit) -> tuple[str, int]:
    """Which passage a hit is; each collection numbers its own."""
    return hit.collection, hit.passage.id


def of_others(question: Question, index: Searchable) -> tuple[str, ...]:
    """What to ask where nobody who fits is quoted: about that somebody, or what others said."""
    speaker = question.speaker or ""
    if all(one.df for one in index.query_terms(speaker)):
        return (texts.questions.said_of(speaker),)
    if question.about and all(one.df for one in index.query_terms(question.about)):
        return (texts.questions.anybody_on(question.about),)
    return ()


def instead(terms: Sequence[QueryTerm]) -> tuple[str, ...]:
    """The question again, with only the words that the articles do hold."""
    own = [term for term in terms if term.weight == 1]
    held = list(dict.fromkeys(term.word for term in own if term.df))
    if len(held) < _FEWEST_WORDS or len(held) == len({term.word for term in own}):
        return ()
    return (" ".join(held),)
