"""Articles as records: which column of an export is which field of an article."""

import math
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from index.errors import BadInputError
from index.ingest.fields import Draft, is_storable
from index.ingest.files import open_regular, real_path
from index.ingest.reading import Reading, quoted, shown, skipped

FIELDS = ("id", "title", "text", "url", "source", "author", "published", "lang")


@dataclass(frozen=True, slots=True)
class Columns:
    """The name under which each field stands in an export; its own where none is given."""

    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, mappings: Iterable[str]) -> "Columns":
        """The columns that options such as "text=body" name.

        Raises:
            BadInputError: one has not this form, or names no field of an article.
        """
        names = {}
        for mapping in mappings:
            name, equals, column = mapping.partition("=")
            if not equals or not column or name not in FIELDS:
                raise BadInputError(
                    f"--column {quoted(mapping)} is not understood; write FIELD=COLUMN, such as "
                    f"text=body, where FIELD is one of {', '.join(FIELDS)}."
                )
            names[name] = column
        return cls(names)

    def of(self, name: str) -> str:
        """The column that a field stands in."""
        return self.names.get(name, name)

    def draft(self, record: Mapping[str, object]) -> Draft:
        """The article in a record, its text exactly as given.

        Raises:
            BadInputError: there is no text, or a field is no text that can be stored.
        """
        text = self._words(record, "text")
        if text is None:
            raise BadInputError(f"it has no {self.of('text')}")
        return Draft(
            text=text,
            id=self._id(record),
            title=self._words(record, "title"),
            url=self._words(record, "url"),
            source=self._words(record, "source"),
            author=self._words(record, "author"),
            published=self._words(record, "published"),
            lang=self._words(record, "lang"),
        )

    def _words(self, record: Mapping[str, object], name: str) -> str | None:
        column = self.of(name)
        value = record.get(column)
        if value is None:
            return None
        if not isinstance(value, str):
            raise BadInputError(f"its {column} is not a text")
        if not is_storable(value):
            raise BadInputError(
                f"its {column} holds a NUL or a lone surrogate, which cannot be stored"
            )
        return value

    def _id(self, record: Mapping[str, object]) -> str | None:
        value = record.get(self.of("id"))
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
        ):
            return self._words(record, "id")
        return str(value)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The export at `path`, open for reading bytes.

    Raises:
        BadInputError: it cannot be opened or read.
    """
    try:
        with open_regular(real_path(path)) as file:
            yield file
    except BadInputError as problem:
        raise BadInputError(f"{shown(path.as_posix())} cannot be imported: {problem}.") from problem


def without_doubles(unit: str, readings: Iterable[tuple[int, Reading]]) -> Iterator[Reading]:
    """The readings of numbered lines or rows; of two with one id, the second is skipped."""
    firsts: dict[str, int] = {}
    for number, reading in readings:
        if reading.article is None:
            yield reading
            continue
        first = firsts.setdefault(reading.article.id, number)
        if first == number:
            yield reading
        else:
            reason = f"{unit} {first} has the same id, {reading.article.id}"
            yield skipped(reading.where, reason, reading.notes)
