"""Real text, as runs of consecutive sentences on the disk: what the bench makes articles of."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from index.passages import count_words
from index.sentences import sentences

RUN_WORDS = 60  # a run ends with the sentence that reaches this many
_FEWEST_WORDS = 3  # of a sentence; less is a heading or a fragment
_MOST_WORDS = 60  # of a sentence, so that a run is never longer than a passage
_SUFFIXES = frozenset({".jsonl", ".md", ".txt"})
_MARKUP = ("#", "|", "```", "---", "===", "<")
_BETWEEN = "\t"  # sentences; no sentence holds one


class TextError(Exception):
    """A text cannot serve; the message says why."""


class Runs:
    """Runs of about 65 words of consecutive sentences, read from the disk one at a time."""

    def __init__(self, path: Path, starts: NDArray[np.int64]) -> None:
        self._file = path.open("rb")
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> list[str]:
        self._file.seek(int(self._starts[number]))
        return self._file.readline().decode("utf-8").rstrip("\n").split(_BETWEEN)

    def recombined(self, rng: Generator) -> list[str]:
        """A run that does not stand in the text, of sentences from anywhere in it."""
        run: list[str] = []
        words = 0
        while words < RUN_WORDS:
            neighbours = self[int(rng.integers(len(self)))]
            run.append(neighbours[int(rng.integers(len(neighbours)))])
            words += count_words(run[-1])
        return run

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def text_files(paths: Sequence[Path]) -> list[Path]:
    """The files to read: those named, and the .txt, .md and .jsonl files of the folders named.

    Raises:
        TextError: there are none, or a path does not exist.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.suffix.lower() in _SUFFIXES)
        elif path.is_file():
            found.append(path)
        else:
            raise TextError(f"There is no file or folder {str(path)!r}.")
    if not found:
        raise TextError("The folder holds no .txt, .md or .jsonl file.")
    return found


def fingerprint(files: Sequence[Path]) -> str:
    """Changes when a text does, as far as names, sizes and times tell."""
    told = [(str(one.resolve()), one.stat().st_size, one.stat().st_mtime_ns) for one in files]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:12]


def open_runs(files: Sequence[Path], folder: Path) -> Runs:
    """Split the texts into runs, kept in `folder`, or open those made before.

    Raises:
        TextError: the texts hold no run of sentences.
    """
    path = folder / f"runs-{fingerprint(files)}.txt"
    places = path.with_suffix(".starts")
    if not places.exists():
        starts = _write_runs(files, path)
        if not starts:
            raise TextError("The text holds no sentences; give more of it.")
        # Written last: without it the rest is what was interrupted.
        np.array(starts, np.int64).tofile(places)
    return Runs(path, np.fromfile(places, np.int64))


def _write_runs(files: Sequence[Path], path: Path) -> list[int]:
    """Write the runs one a line, and return where each begins."""
    starts: list[int] = []
    with path.open("wb") as file:
        for run in _runs(files):
            starts.append(file.tell())
            file.write(_BETWEEN.join(run).encode("utf-8") + b"\n")
    return starts


def _runs(files: Sequence[Path]) -> Iterator[list[str]]:
    run: list[str] = []
    words = 0
    for sentence in _sentences(files):
        run.append(sentence)
        words += count_words(sentence)
        if words >= RUN_WORDS:
            yield run
            run, words = [], 0


def _sentences(files: Sequence[Path]) -> Iterator[str]:
    for file in files:
        for paragraph in _json_texts(file) if file.suffix == ".jsonl" else _paragraphs(file):
            for span in sentences(paragraph):
                sentence = " ".join(span.of(paragraph).split())
                if _FEWEST_WORDS <= count_words(sentence) <= _MOST_WORDS:
                    yield sentence


def _json_texts(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8", errors="ignore") as lines:
        for line in lines:
            record = json.loads(line)
            if isinstance(record, dict) and isinstance(record.get("text"), str):
                yield record["text"]


def _paragraphs(file: Path) -> Iterator[str]:
    """The paragraphs of plain text or Markdown, which a blank line ends; headings are left out."""
    held: list[str] = []
    with file.open(encoding="utf-8", errors="ignore") as lines:
        for line in lines:
            if line.strip() and not line.startswith(_MARKUP):
                held.append(line.strip())
            elif held:
                yield " ".join(held)
                held = []
    if held:
        yield " ".join(held)
