"""Test collections: articles, questions, and which articles answer them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from index.carrying import Turn
from index.errors import BadInputError

ARTICLES = "corpus.jsonl"


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question, and the articles that were judged to answer it."""

    id: str
    text: str
    relevance: Mapping[str, float]  # by article id; empty where no article answers
    answerable: bool
    history: tuple[Turn, ...] = ()  # what was said before it


def read_questions(folder: Path) -> list[JudgedQuestion]:
    """The questions of queries.jsonl with the judgements of qrels.tsv.

    A question that is not marked is answerable where some article is judged relevant.

    Raises:
        BadInputError: a file is missing or is not of the expected form.
    """
    try:
        relevance = _relevance(folder / "qrels.tsv")
        return list(_questions(folder / "queries.jsonl", relevance))
    except FileNotFoundError as error:
        raise BadInputError(f"{error.filename} is missing.") from None
    except (ValueError, KeyError, TypeError) as error:
        raise BadInputError(
            f"{folder} is no test collection ({error}); it needs corpus.jsonl, queries.jsonl with "
            "id and text, and qrels.tsv with question, article and grade."
        ) from None


def _questions(
    path: Path, relevance: Mapping[str, Mapping[str, float]]
) -> Iterator[JudgedQuestion]:
    for line in path.read_text("utf-8").splitlines():
        query = json.loads(line)
        relevant = relevance.get(query["id"], {})
        yield JudgedQuestion(
            query["id"],
            query["text"],
            relevant,
            query.get("answerable", bool(relevant)),
            tuple(_turns(query.get("history") or ())),
        )


def _turns(history: Iterable[str | Mapping[str, str]]) -> Iterator[Turn]:
    for turn in history:
        if isinstance(turn, str):
            yield Turn(turn)
        else:
            yield Turn(turn["text"], asked=turn["speaker"] == "user")


def _relevance(path: Path) -> dict[str, dict[str, float]]:
    relevance: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text("utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) != 3:  # noqa: PLR2004  # question, article, grade
            raise ValueError(f"the line {line!r} of {path.name} is not of three fields")
        question, article, grade = fields
        if float(grade) > 0:
            relevance[question][article] = float(grade)
    return relevance
