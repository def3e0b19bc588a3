"""Judgements that people agreed to keep, as a test collection that `byline index eval` scores."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.feedback import Judgement
from bot.texts import questions as texts
from index.articles import Article
from index.errors import BadInputError
from index.judgements import ARTICLES


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    questions: int
    articles: int
    left_out: int  # questions for which no article was found good


def export_judgements(
    judgements: Sequence[Judgement], folder: Path, articles_of: Callable[[str], Sequence[Article]]
) -> Exported:
    """Write questions, judgements, and all articles of the collections that were asked.

    An article is relevant that more people found good than bad. A question without one is left out:
    what would have been right for it, nobody has said.

    Args:
        judgements: as they were kept.
        folder: a new one.
        articles_of: the articles of a collection.

    Raises:
        BadInputError: nothing is kept, or the folder is there already or cannot be written to.
        ArticleIndexError: a collection cannot be read.
    """
    if not judgements:
        raise BadInputError(
            "Nobody has agreed yet to keep a question: the buttons below an answer ask for it."
        )
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in judgements:
        votes[one.question][one.article_id] += 1 if one.verdict.good else -1
    good = {
        question: sorted(article for article, sum_ in found.items() if sum_ > 0)
        for question, found in votes.items()
    }
    questions = [question for question in sorted(good) if good[question]]
    names = sorted({one.collection for one in judgements})
    articles = {one.id: one for name in names for one in articles_of(name)}
    try:
        folder.mkdir(parents=True)
        _write(folder / ARTICLES, (_record(one) for one in articles.values()))
        _write(folder / "queries.jsonl", map(_query, range(1, len(questions) + 1), questions))
        _write(
            folder / "qrels.tsv",
            (
                f"f{number}\t{article}\t1"
                for number, question in enumerate(questions, start=1)
                for article in good[question]
            ),
        )
    except FileExistsError:
        raise BadInputError(f"{str(folder)!r} is there already; name a new folder.") from None
    except OSError as error:
        raise BadInputError(f"{str(folder)!r} cannot be written ({error.strerror}).") from None
    return Exported(len(questions), len(articles), len(good) - len(questions))


def _record(article: Article) -> str:
    given = {name: value for name, value in asdict(article).items() if value is not None}
    return json.dumps(given, ensure_ascii=False)


def _query(number: int, question: str) -> str:
    *before, last = question.split(texts.BETWEEN_TURNS)
    history = {"history": before} if before else {}
    return json.dumps({"id": f"f{number}", "text": last, **history}, ensure_ascii=False)


def _write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
