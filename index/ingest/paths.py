"""What was named on a command line: files, exports and folders, each read by its kind."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.ingest.csv_rows import read_csv
from index.ingest.files import read_file
from index.ingest.folder import read_folder
from index.ingest.json_lines import read_json_lines
from index.ingest.reading import Reading
from index.ingest.records import Columns
from index.ingest.sandbox import Sandbox

_TABLES = frozenset({".csv", ".tsv"})
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})


def is_export(path: Path) -> bool:
    """Whether a file holds many articles, by its name."""
    return path.suffix.lower() in _JSON_LINES | _TABLES


def read_paths(paths: Sequence[str], columns: Columns) -> Iterator[tuple[str, Reading]]:
    """The articles at `paths`, each with the origin that it belongs to.

    What lies in a folder has the folder's origin, so that a build of the folder knows it again.

    Raises:
        BadInputError: a folder or an export cannot be read at all.
        SystemFailureError: the system fails to read what is there.
    """
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from ((f"folder:{path.resolve()}", one) for one in read_folder(path))
        elif is_export(path):
            yield from (("import:", one) for one in _read_export(path, columns))
        else:
            yield f"file:{path.resolve()}", read_file(path)


@contextmanager
def columns_of(mappings: Iterable[str], *, is_html: bool) -> Iterator[Columns]:
    """The columns that options name; HTML in them is read in a process of its own.

    Raises:
        BadInputError: an option is not understood.
    """
    with Sandbox() as sandbox:

        def words_of(html: str) -> str:
            words: str = sandbox.read("piece", html.encode("utf-8", "replace"))
            return words

        yield Columns.parse(mappings, words_of if is_html else None)


def _read_export(path: Path, columns: Columns) -> Iterator[Reading]:
    if path.suffix.lower() in _TABLES:
        return read_csv(path, columns)
    return read_json_lines(path, columns)
