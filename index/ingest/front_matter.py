"""The lines between two `---` at the head of a file, which say what the article is.

Read as YAML's events and never composed into objects: every value is the text that stands there
(`no`, `1.10` and `12:30:45` included), a list gives its values joined by commas, and anything else
YAML can do (tags, anchors and aliases, nesting in a field) ends the reading at the event that asks
for it; what other programs nest under names of their own is passed over. So neither depth nor
repetition costs anything, however it is written. Between two `+++` it is TOML.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

import yaml

from index.errors import BadInputError
from index.ingest.fields import Draft
from index.ingest.reading import quoted, shown
from index.ingest.toml_front_matter import BrokenTomlError, toml_values

LONGEST_FRONT_MATTER = 16_384  # characters

_DEEPEST = 20  # levels; to be scanned, each costs as much as all before it
_CLOSING = {
    "---": re.compile(r"^---[ \t]*$", re.MULTILINE),  # YAML
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),  # TOML
}
_FIRST_LINE = 2  # of the front matter, in its file
# The words for a publication date differ: Byline's own, and the one of most site generators.
_FIELDS = frozenset({"id", "title", "url", "source", "author", "published", "date", "lang"})


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    value: str


def read_front_matter(text: str) -> Draft:
    """The fields in the front matter of `text`, and what follows it as the text.

    All of `text` is the text where it has no front matter; also, with a note, where the front
    matter does not end, or holds no names with values.

    Raises:
        BadInputError: it is too long, is broken (the line is named), or is more than names with
            values and lists of values.
    """
    first, _, rest = text.partition("\n")
    fence = first.rstrip()
    if fence not in _CLOSING:
        return Draft(text)
    closing = _CLOSING[fence].search(rest)
    if closing is None:
        return Draft(
            text, notes=(f"its front matter has no closing {fence}, so all of it is text",)
        )
    if closing.start() > LONGEST_FRONT_MATTER:
        raise BadInputError(f"its front matter is longer than {LONGEST_FRONT_MATTER:,} characters")
    section = rest[: closing.start()]
    entries = _entries(section) if fence == "---" else _toml_entries(section)
    if entries is None:
        return Draft(text, notes=("what stands between --- names no fields, so all of it is text",))
    return _draft(entries, rest[closing.end() :])


def _draft(entries: list[_Entry], body: str) -> Draft:
    values: dict[str, str] = {}
    notes = []
    for entry in entries:
        if entry.name in values:
            notes.append(f"its front matter has {quoted(entry.name)} twice; the first was taken")
        elif entry.name in _FIELDS and entry.value:
            values[entry.name] = entry.value
    return Draft(
        text=body,
        id=values.get("id"),
        title=values.get("title"),
        url=values.get("url"),
        source=values.get("source"),
        author=values.get("author"),
        published=values.get("published") or values.get("date"),
        lang=values.get("lang"),
        notes=tuple(notes),
    )


def _entries(section: str) -> list[_Entry] | None:
    """The names and values in a YAML mapping; None where it is something else."""
    events = _events(section)
    next(events)  # the stream's start
    if isinstance(next(events), yaml.StreamEndEvent):
        return []  # blank lines and comments only
    root = next(events)
    _refuse_references(root)
    if not isinstance(root, yaml.MappingStartEvent):
        return None
    entries = []
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        name = _scalar(key).lower()
        entries.append(_Entry(name, _value(events) if name in _FIELDS else _passed_over(events)))
    next(events)  # the document's end
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        _refuse(after, "another document begins")
    return entries


def _toml_entries(section: str) -> list[_Entry]:
    try:
        return [_Entry(name.lower(), value) for name, value in toml_values(section)]
    except BrokenTomlError as error:
        raise BadInputError(_broken(error.line, shown(error.problem))) from error


def _value(events: Iterator[yaml.Event]) -> str:
    event = next(events)
    if not isinstance(event, yaml.SequenceStartEvent):
        return _scalar(event)
    _refuse_references(event)
    values = []
    while not isinstance(item := next(events), yaml.SequenceEndEvent):
        values.append(_scalar(item))
    return ", ".join(values)


def _passed_over(events: Iterator[yaml.Event]) -> str:
    """Nothing of a value that no field takes, however it is nested."""
    depth = 0
    while True:
        event = next(events)
        _refuse_references(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            _refuse(event, f"it is nested more than {_DEEPEST} deep")
        if not depth:
            return ""


def _scalar(event: yaml.Event) -> str:
    _refuse_references(event)
    if not isinstance(event, yaml.ScalarEvent):
        _refuse(event, "only values and lists of values may stand there")
    value: str = event.value
    return value.strip()


def _refuse_references(event: yaml.Event) -> None:
    if getattr(event, "anchor", None) is not None:  # an alias has one too: what it refers to
        _refuse(event, "anchors and aliases (& and *) are not read; put it in quotation marks")
    if getattr(event, "tag", None) is not None:
        _refuse(event, "tags (!) are not read; put it in quotation marks")


def _refuse(event: yaml.Event, problem: str) -> NoReturn:
    line = event.start_mark.line if event.start_mark else 0
    raise BadInputError(_broken(line, problem))


def _events(section: str) -> Iterator[yaml.Event]:
    """YAML's events, with every way in which PyYAML can fail turned into one error."""
    try:
        yield from yaml.parse(section, Loader=yaml.BaseLoader)
    except yaml.reader.ReaderError as error:
        line = section.count("\n", 0, error.position)
        raise BadInputError(_broken(line, "a character that YAML does not allow")) from error
    except yaml.MarkedYAMLError as error:
        raise BadInputError(_broken(_line(error), _problem(error))) from error
    except (ValueError, OverflowError) as error:  # "\UFFFFFFFF", or a version of 5,000 digits
        raise BadInputError(_broken(0, "a number in it is too large")) from error


def _line(error: yaml.MarkedYAMLError) -> int:
    """The line to look at: where what is not closed was opened, else where it went wrong."""
    opened = error.context_mark
    if error.context and error.context.startswith("while parsing a block"):
        opened = None  # the block is all of the front matter
    mark = opened or error.problem_mark
    return mark.line if mark else 0


def _problem(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "it is not YAML"
    if problem.startswith("mapping values"):
        return "a value with a colon in it needs quotation marks around it"
    return shown(problem)


def _broken(line: int, problem: str) -> str:
    return f"its front matter cannot be read at line {line + _FIRST_LINE}: {problem}"
