"""An answer as one line of JSON, the same on every run apart from `took_ms`."""

import json
from dataclasses import asdict

from bot.answers import Citation, Timed
from bot.chronicle import Course
from bot.texts import questions as texts


def as_json(
    timed: Timed,
    question_id: str | int | None = None,
    *,
    explained: bool = False,
    course: Course | None = None,
) -> str:
    """One answer. Offsets are code points: into the article's text, and highlights into `text`.

    With the parts of each score where it is to be `explained`, and with the mentions by month of a
    timeline.
    """
    answer = timed.answer
    in_full = answer.understood or texts.asked_in_full(answer.question, answer.counted)
    read = {} if in_full is None else {"understood": in_full}
    corrected = {} if answer.corrected is None else {"corrected": answer.corrected}
    meant = () if answer.did_you_mean is None else (answer.did_you_mean,)
    near = [{"article_id": one.id, "title": one.title, "url": one.url} for one in answer.nearest]
    nearest = {"nearest": near} if near else {}
    noted = {"notes": answer.notes} if answer.notes else {}
    return json.dumps(
        {
            "id": question_id,
            "question": answer.question.text,
            "answered": answer.answered,
            "missing": answer.missing,
            "suggestions": (*meant, *answer.suggestions),
            "generation": answer.generation,
            "took_ms": round(timed.took_ms, 3),
            "excerpts": [_excerpt(one, explained=explained) for one in answer.citations],
            **nearest,
            **read,
            **corrected,
            **noted,
            **_timeline(course),
        },
        ensure_ascii=False,
    )


def _timeline(course: Course | None) -> dict[str, object]:
    """How many articles mention it in each month, and the ranks of what was said then and now."""
    if course is None:
        return {}
    changed = [one.excerpt.rank for one in course.changed] if course.changed else None
    return {"months": [[one.month, one.articles] for one in course.months], "changed": changed}


def _excerpt(citation: Citation, *, explained: bool) -> dict[str, object]:
    excerpt = citation.excerpt
    explanation = excerpt.explanation if explained else None
    article = excerpt.article
    also = [
        {"article_id": one.id, "title": one.title, "url": one.url, "source": one.source}
        for one in excerpt.also_in
    ]
    cut = excerpt.cut_before, excerpt.cut_after
    compared = [{"copied": one.copied, "stands": one.stands} for one in citation.differences]
    return {
        "rank": excerpt.rank,
        "score": round(excerpt.score, 6),
        "article_id": article.id,
        "title": article.title,
        "url": article.url,
        "link": citation.link,
        "source": article.source,
        "published": article.published,
        "passage_id": excerpt.passage_id,
        "start": excerpt.start,
        "end": excerpt.end,
        "text": excerpt.text,
        "highlights": excerpt.highlights,
        "speaker": excerpt.speaker,
        "role": excerpt.role,
        "attribution": excerpt.attribution,
        "named_in": excerpt.named_in,
        "collection": excerpt.collection,
        **({"cut": cut} if any(cut) else {}),
        **({"also_in": also} if also else {}),
        **({"differences": compared} if compared else {}),
        **({"explanation": asdict(explanation)} if explanation else {}),
    }
