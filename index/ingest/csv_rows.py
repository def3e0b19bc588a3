"""Articles in a CSV file, one a row, the first row naming the columns.

Commas, semicolons and tabs part columns, whichever the first row has most of. Texts in quotation
marks may run over many lines. Columns are named as the keys of a JSON line are, or by options.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, TextIO

from index.errors import BadInputError
from index.ingest.encoding import REPLACEMENT, decode, unread
from index.ingest.fields import LONGEST_TEXT, make_article
from index.ingest.reading import Reading, shown, skipped
from index.ingest.records import FIELDS, NAMES_SHOWN, Columns, opened, without_doubles

_LONGEST_LINE = 5_000_000  # characters
_SAMPLE = 1_000_000  # bytes, by which the encoding is told
_OLD = (
    "Windows-1251",
    "Windows-1252",
    "KOI8-R",
    "EUC-JP",
    "Shift_JIS",
    "EUC-KR",
    "GB18030",
    "Big5",
)
_DELIMITERS = ",;\t"


def read_csv(path: Path, columns: Columns | None = None) -> Iterator[Reading]:
    """The articles in the file at `path`, a row at a time; only one row and the ids are held.

    A row that is no article is skipped with its reason, and so is one whose id an earlier row has.
    Rows are numbered by the line that they end in.

    Raises:
        BadInputError: the file cannot be read, or has no column for the text; before the first row.
    """
    chosen = columns or Columns()
    with _rows(path) as rows:
        header = next(rows, None)
    name = shown(path.as_posix())
    if header is None or not header.cells:
        raise BadInputError(f"{name} cannot be imported: its first row names no columns.")
    _check(name, header.cells, chosen)
    return _readings(path, name, chosen)


@dataclass(frozen=True, slots=True)
class _Row:
    line: int  # the one it ends in
    cells: tuple[str, ...]
    problem: str | None = None


class _Rows:
    """The rows that are not blank, the first one among them."""

    def __init__(self, file: TextIO) -> None:
        lines = _lines(file)
        first = next(lines, "")
        # A limit of the whole process, and 131,072 by default: less than a long article.
        csv.field_size_limit(LONGEST_TEXT)
        delimiter = max(_DELIMITERS, key=first.count)
        self._reader = csv.reader(_again(first, lines), delimiter=delimiter, strict=True)

    def __iter__(self) -> "Iterator[_Row]":
        return self

    def __next__(self) -> _Row:
        while True:
            try:
                cells = next(self._reader)
            except csv.Error as error:
                return _Row(self._reader.line_num, (), f"it is not CSV ({shown(str(error))})")
            if any(cell.strip() for cell in cells):
                return _Row(self._reader.line_num, tuple(cells))


@contextmanager
def _rows(path: Path) -> Iterator[_Rows]:
    with opened(path) as file:
        text = io.TextIOWrapper(file, _encoding(file), "replace", newline="")
        try:
            yield _Rows(text)
        finally:
            text.detach()  # or it would close a file that is not its own


def _readings(path: Path, name: str, columns: Columns) -> Iterator[Reading]:
    def numbered() -> Iterator[tuple[int, Reading]]:
        with _rows(path) as rows:
            header = [cell.strip() for cell in next(rows).cells]
            for row in rows:
                yield row.line, _reading(f"{name} line {row.line}", header, row, columns)

    return without_doubles("line", numbered())


def _reading(where: str, header: list[str], row: _Row, columns: Columns) -> Reading:
    if row.problem:
        return skipped(where, row.problem)
    if len(row.cells) > len(header):
        return skipped(where, f"it has {len(row.cells)} columns; the first row names {len(header)}")
    record = {name: cell for name, cell in zip(header, row.cells, strict=False) if cell}
    try:
        draft = columns.draft(record)
        if REPLACEMENT in draft.text:
            draft = replace(draft, notes=(*draft.notes, unread(draft.text)))
        return make_article(where, draft)
    except BadInputError as refusal:
        return skipped(where, str(refusal))


def _check(name: str, cells: Sequence[str], columns: Columns) -> None:
    """That every column that was asked for is there, and one for the text in any case."""
    header = [cell.strip() for cell in cells]
    wanted = {"text": columns.of("text"), **columns.names}
    for field in FIELDS:
        if field in wanted and wanted[field] not in header:
            there = ", ".join(shown(cell) for cell in header[:NAMES_SHOWN])
            raise BadInputError(
                f"{name} has no column {wanted[field]!r} for the {field}; its columns are {there}. "
                f"Name the right one: --column {field}=NAME."
            )


def _encoding(file: BinaryIO) -> str:
    """The encoding of a file by its beginning; the file is rewound."""
    sample = file.read(_SAMPLE)
    file.seek(0)
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"  # as Excel saves "Unicode text"
    try:
        # A character may be cut at the end of the sample.
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        # A line that is cut may end in half a character.
        whole_lines = sample[: sample.rfind(b"\n") + 1] if len(sample) == _SAMPLE else sample
        said = " ".join(decode(whole_lines).notes)
        return next((one for one in _OLD if one in said), "utf-8")
    return "utf-8-sig"


def _lines(file: TextIO) -> Iterator[str]:
    while line := file.readline(_LONGEST_LINE):
        yield line


def _again(first: str, lines: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from lines
