"""Articles in a JSON file: one a line (JSON Lines), or all in one list, which an object may hold.

Each is an object with the keys `id`, `title`, `text`, `url`, `source`, `author`, `published`
and `lang`. Only `text` is required, and is stored exactly as given: the offsets in answers are code
points into it. Other keys are ignored. `Columns` gives them other names.
"""

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from index.errors import BadInputError
from index.ingest.fields import make_article
from index.ingest.json_list import elements, list_in
from index.ingest.reading import Reading, shown, skipped
from index.ingest.records import Columns, opened, without_doubles

LONGEST_LINE = 5_000_000  # bytes of an article


def read_json_lines(path: Path, columns: Columns | None = None) -> Iterator[Reading]:
    """The articles in the file at `path`, one at a time; blank lines are passed over.

    A line or element that is no article is skipped with its reason, and so is one whose id an
    earlier one has. Only one of them and the ids so far are held in memory.

    Args:
        path: The file.
        columns: The keys that the fields stand under, where they are not their names.

    Raises:
        BadInputError: the file cannot be read; before the first line, or where reading fails.
    """
    with opened(path):
        pass  # so that a wrong name is told when it is given, and not at the first line
    return _readings(path, columns or Columns())


def _readings(path: Path, columns: Columns) -> Iterator[Reading]:
    name = shown(path.as_posix())
    with opened(path) as file:
        place = list_in(file, columns.of("text"))
    unit = "line" if place is None else "article"

    def numbered() -> Iterator[tuple[int, Reading]]:
        with opened(path) as file:
            found = (
                _lines(file)
                if place is None
                else enumerate(elements(file, LONGEST_LINE, place), start=1)
            )
            for number, written in found:
                yield number, _reading(f"{name} {unit} {number}", written, columns)

    return without_doubles(unit, numbered())


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


def _reading(where: str, written: bytes, columns: Columns) -> Reading:
    try:
        record = _record(written)
        columns.check_text(record)
        return make_article(where, columns.draft(record))
    except BadInputError as refusal:
        return skipped(where, str(refusal))


def _record(written: bytes) -> dict[str, object]:
    if len(written.rstrip(b"\r\n")) > LONGEST_LINE:
        raise BadInputError(f"it is longer than {LONGEST_LINE // 1_000_000} MB")
    if not written.strip():
        raise BadInputError("there is nothing before the next comma, or the end of the file")
    try:
        record = json.loads(written.decode())
    except UnicodeDecodeError as error:
        raise BadInputError("it is not UTF-8") from error
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
