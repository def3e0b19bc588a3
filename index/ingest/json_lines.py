"""Articles in a JSON Lines file, one a line.

Each line is an object with the keys `id`, `title`, `text`, `url`, `source`, `author`, `published`
and `lang`. Only `text` is required, and is stored exactly as given: the offsets in answers are code
points into it. Other keys are ignored.
"""

import codecs
import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from index.errors import BadInputError
from index.ingest.fields import Draft, is_storable, make_article
from index.ingest.files import open_regular, real_path
from index.ingest.reading import Reading, shown, skipped

LONGEST_LINE = 5_000_000  # bytes


def read_json_lines(path: Path) -> Iterator[Reading]:
    """The articles in the file at `path`, a line at a time; blank lines are passed over.

    A line that is no article is skipped with its reason, and so is one whose id an earlier line
    has. Only one line and the ids so far are held in memory.

    Raises:
        BadInputError: the file cannot be read; before the first line, or where reading fails.
    """
    with _opened(path):
        pass  # so that a wrong name is told when it is given, and not at the first line
    return _readings(path)


def _readings(path: Path) -> Iterator[Reading]:
    name = shown(path.as_posix())
    first_lines: dict[str, int] = {}
    with _opened(path) as file:
        for number, line in _lines(file):
            reading = _reading(f"{name} line {number}", line)
            if reading.article is None:
                yield reading
                continue
            first = first_lines.setdefault(reading.article.id, number)
            if first == number:
                yield reading
            else:
                reason = f"line {first} has the same id, {reading.article.id}"
                yield skipped(reading.where, reason, reading.notes)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with open_regular(real_path(path)) as file:
            yield file
    except BadInputError as problem:
        raise BadInputError(f"{shown(path.as_posix())} cannot be imported: {problem}.") from problem


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; of one that is too long, its beginning."""
    number = 0
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := file.readline(LONGEST_LINE)):
            pass
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.strip():
            yield number, line


def _reading(where: str, line: bytes) -> Reading:
    try:
        return make_article(where, _draft(line))
    except BadInputError as refusal:
        return skipped(where, str(refusal))


def _draft(line: bytes) -> Draft:
    record = _record(line)
    text = _words(record, "text")
    if text is None:
        raise BadInputError("it has no text")
    return Draft(
        text=text,
        id=_id(record),
        title=_words(record, "title"),
        url=_words(record, "url"),
        source=_words(record, "source"),
        author=_words(record, "author"),
        published=_words(record, "published"),
        lang=_words(record, "lang"),
    )


def _record(line: bytes) -> dict[str, object]:
    if len(line.rstrip(b"\r\n")) > LONGEST_LINE:
        raise BadInputError(f"the line is longer than {LONGEST_LINE // 1_000_000} MB")
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BadInputError("the line is not UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadInputError(f"it is not JSON ({_problem(error)})") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise BadInputError("it holds a number that is too long") from error
    except RecursionError as error:  # the parser's own guard: nothing is left half done
        raise BadInputError("it is nested too deeply") from error
    if not isinstance(record, dict):
        raise BadInputError("it is not a JSON object")
    return record


def _problem(error: json.JSONDecodeError) -> str:
    return f"{shown(error.msg)} at character {error.pos + 1}"


def _words(record: dict[str, object], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadInputError(f"its {key} is not a text")
    if not is_storable(value):
        raise BadInputError(f"its {key} holds a NUL or a lone surrogate, which cannot be stored")
    return value


def _id(record: dict[str, object]) -> str | None:
    value = record.get("id")
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return _words(record, "id")
    return str(value)
