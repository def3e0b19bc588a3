"""Articles as records: which column of an export is which field of an article."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from index.errors import BadInputError
from index.ingest.dates import epoch_moment
from index.ingest.fields import Draft, is_storable
from index.ingest.files import open_regular, real_path
from index.ingest.reading import Reading, quoted, shown, skipped

_TOLD = ("title", "url", "source", "author", "published", "lang")
_NOT_STORABLE = "holds a NUL or a lone surrogate, which cannot be stored"
_HTML = re.compile(r"</(?:p|div|span|a|em|strong|b|i|h\d|li|blockquote)>|<br ?/?>", re.IGNORECASE)
NAMES_SHOWN = 12  # columns
_LOOKED_THROUGH = 2_000  # characters, for HTML

FIELDS = ("id", "title", "text", "url", "source", "author", "published", "lang")


@dataclass(frozen=True, slots=True)
class Columns:
    """The name under which each field stands in an export; its own where none is given.

    A name with dots leads into objects: "content.rendered".
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words_of: Callable[[str], str] | None = None  # of texts and titles, where these are HTML

    @classmethod
    def parse(
        cls, mappings: Iterable[str], words_of: Callable[[str], str] | None = None
    ) -> "Columns":
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
        return cls(names, words_of)

    def of(self, name: str) -> str:
        """The column that a field stands in."""
        return self.names.get(name, name)

    def check_text(self, record: Mapping[str, object]) -> None:
        """Refuse a record in which nothing goes by the name of the text, and say what it has.

        Raises:
            BadInputError: so it is.
        """
        wanted = self.of("text")
        if record and wanted.partition(".")[0] not in record and wanted not in record:
            there = ", ".join(shown(name) for name in list(record)[:NAMES_SHOWN])
            raise BadInputError(
                f"it has no {wanted}; it has {there}. Name the right one: --column text=NAME"
            )

    def draft(self, record: Mapping[str, object]) -> Draft:
        """The article in a record, its text exactly as given if it is not in HTML.

        A field besides the text and the id that says nothing is left out, with a note.

        Raises:
            BadInputError: there is no text, or a field is no text that can be stored.
        """
        text = self._words(record, "text")
        if text is None:
            raise BadInputError(f"it has no {self.of('text')}")
        given = {name: _value(record, self.of(name)) for name in _TOLD}
        told = {name: _said(name, value) for name, value in given.items()}
        for name, words in told.items():
            if words and not is_storable(words):
                raise BadInputError(f"its {self.of(name)} {_NOT_STORABLE}")
        notes = tuple(
            f"its {self.of(name)} is not a text; it was left out"
            for name, words in told.items()
            if words is None and given[name] is not None
        )
        if self.words_of:
            text = self.words_of(text)
            told["title"] = self.words_of(told["title"]) if told["title"] else None
        elif _HTML.search(text[:_LOOKED_THROUGH]):
            notes = (*notes, f"its {self.of('text')} is HTML; with --html, only its words are read")
        return Draft(text=text, id=self._id(record), notes=notes, **told)

    def _words(self, record: Mapping[str, object], name: str) -> str | None:
        column = self.of(name)
        value = _value(record, column)
        if value is None:
            return None
        if not isinstance(value, str):
            raise BadInputError(f"its {column} is not a text")
        if not is_storable(value):
            raise BadInputError(f"its {column} {_NOT_STORABLE}")
        return value

    def _id(self, record: Mapping[str, object]) -> str | None:
        value = _value(record, self.of("id"))
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not math.isfinite(value)
        ):
            return self._words(record, "id")
        return str(value)


def _value(record: Mapping[str, object], column: str) -> object:
    """What stands in a column, or where its dots lead to; None where there is nothing."""
    if column in record or "." not in column:
        return record.get(column)
    value: object = record
    for name in column.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _said(name: str, value: object) -> str | None:
    """What a field besides the text says, in any of the ways in which exports write it.

    A name may be in an object of its own, or several in a list; a date may be the seconds, or
    milliseconds, since 1970. None where it says nothing.
    """
    if isinstance(value, list | dict):
        names = [_named(one) for one in (value if isinstance(value, list) else [value])]
        return ", ".join(one for one in names if one) or None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        return value
    return epoch_moment(value) if name == "published" else str(value)


def _named(value: object) -> str | None:
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) else None


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
