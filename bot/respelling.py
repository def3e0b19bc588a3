"""A question with other words in place of those that no article holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.questions import Question
from index.query import Clause, Group, Word
from index.query_language import ParsedQuery

_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


def may_change(word: str, text: str) -> bool:
    """Whether a word of a question stands outside of quotation marks, which keep it as it is."""
    return not any(_whole([word]).search(quoted) for quoted in _QUOTED.findall(text))


def respelt(question: Question, changes: Mapping[str, str]) -> Question:
    """The question that is asked with the other words."""
    return replace(
        question,
        text=swapped(question.text, changes),
        about=swapped(question.about, changes),
        speaker=question.speaker and swapped(question.speaker, changes),
        names=frozenset(changes.get(name, name) for name in question.names),
    )


def respelt_query(query: ParsedQuery, changes: Mapping[str, str]) -> ParsedQuery:
    """The query that looks for the other words; phrases stay as they are."""
    return replace(query, clauses=_respelt_clauses(query.clauses, changes))


def _respelt_clauses(clauses: tuple[Clause, ...], changes: Mapping[str, str]) -> tuple[Clause, ...]:
    changed = []
    for clause in clauses:
        match clause.of:
            case Group(inside):
                clause = replace(clause, of=Group(_respelt_clauses(inside, changes)))  # noqa: PLW2901  # the changed one
            case Word(text):
                clause = replace(clause, of=Word(changes.get(text, text)))  # noqa: PLW2901  # the same
        changed.append(clause)
    return tuple(changed)


def as_typed(text: str, changes: Iterable[str]) -> str:
    """What to ask so that these words are looked for as they were typed."""
    return swapped(text, {word: f'"{word}"' for word in changes})


def swapped(text: str, changes: Mapping[str, str]) -> str:
    """A text with some of its words changed, wherever they stand."""
    return _whole(changes).sub(lambda word: changes[word.group()], text)


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these words where it stands alone."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
