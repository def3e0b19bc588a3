"""A folder's index after any history is that of a clean build of the folder as it is now.

    python -m tests.torture.histories --histories 300

Each history is a small folder in which files are added, changed, renamed, deleted, given another
headline or the text of another file, emptied, made unreadable, and changed back, with an update
after each step. In the end a clean build elsewhere must give the same generation and the same
answers, and one more update must have nothing to do.

A file that can be read no more says nothing about its article, which stays as it was: in the clean
build such a file is as it was when it could last be read.
"""

import random
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path, PurePosixPath

import click

from index import Article, build_index
from tests.torture import trials
from tests.torture.answers import answers_of, differences
from tests.torture.corpora import OUTLETS, as_file, chance, prose

_UNREADABLE = (b"", b"  \n", bytes(range(256)))
_UNREADABLE_MARKDOWN = (*_UNREADABLE, b"---\ntitle: [never closed\n---\nText.")
_PLAIN = ".txt"
_LANGUAGES = ("en", "de", "zh")
_STEPS = (3, 8)  # with an update after each
_CHANGES = (1, 5)  # in a step
_FILES = (2, 8)


@dataclass(slots=True)
class Folder:
    """The files of a folder, as they are and as they were."""

    files: dict[str, Article] = field(default_factory=dict)  # as each could last be read
    spoiled: dict[str, bytes] = field(default_factory=dict)  # what stands in it, if it cannot
    former: dict[str, list[Article]] = field(default_factory=dict)
    seen: dict[str, Article] = field(default_factory=dict)  # as the last update found them
    doubled: set[str] = field(default_factory=set)  # those that had a double then

    def copy(self) -> "Folder":
        former = {path: list(ones) for path, ones in self.former.items()}
        return Folder(dict(self.files), dict(self.spoiled), former, self.seen, self.doubled)

    def put(self, path: str, article: Article) -> None:
        """Write a file that can be read."""
        if path in self.files:
            self.former.setdefault(path, []).append(self.files[path])
        self.files[path] = article
        self.spoiled.pop(path, None)

    def spoil(self, path: str, content: bytes) -> None:
        """Write a file that cannot be read: what counts is what the last update found there."""
        if path not in self.spoiled:
            self.files.pop(path, None)
            if path in self.seen:
                self.files[path] = self.seen[path]
        self.spoiled[path] = content

    def is_read(self) -> None:
        """Remember what an update finds."""
        self.seen = dict(self.files)
        self.doubled = {path for path in self.files if not self._is_single(path)}

    def drop(self, path: str) -> None:
        """Delete a file."""
        self.files.pop(path, None)
        self.spoiled.pop(path, None)

    @property
    def paths(self) -> list[str]:
        return sorted(self.files.keys() | self.spoiled.keys())

    @property
    def readable(self) -> list[str]:
        return sorted(self.files.keys() - self.spoiled.keys())

    @property
    def has_one_meaning(self) -> bool:
        """Whether no article of a spoiled file can be mistaken for that of another file."""
        kept = self.spoiled.keys() & self.files.keys()
        return not kept & self.doubled and all(map(self._is_single, kept))

    def _is_single(self, path: str) -> bool:
        names = [_id(each, one) for each, one in self.files.items()]
        texts = [one.text for one in self.files.values()]
        return names.count(_id(path, self.files[path])) == 1 == texts.count(self.files[path].text)

    def write(self, folder: Path, *, as_last_read: bool = False) -> Path:
        """Make a real folder hold these files, or all of them as they could last be read."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        contents = {path: _content(path, one) for path, one in self.files.items()}
        if not as_last_read:
            contents |= self.spoiled
        for path, content in contents.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        return folder


FileChange = Callable[[Folder, random.Random, int], None]


def _add(folder: Folder, lot: random.Random, number: int) -> None:
    folder.put(_new_path(lot, number), _article(lot, number))


def _change(folder: Folder, lot: random.Random, number: int) -> None:
    path = lot.choice(folder.readable)
    old = folder.files[path]
    folder.put(path, replace(old, text=prose(lot, old.lang or lot.choice(_LANGUAGES), number)))


def _edit_front_matter(folder: Folder, lot: random.Random, number: int) -> None:
    path = lot.choice(folder.readable)
    edits: dict[str, str | None] = lot.choice(
        [
            {"title": f"Headline {number}"},
            {"published": f"2025-0{lot.randrange(1, 10)}-11", "source": lot.choice(OUTLETS)},
            {"lang": lot.choice((*_LANGUAGES, None))},
            {"author": None, "url": f"https://gazette.example/edited/{number}"},
            {"id": f"given-{number}"},
        ]
    )
    folder.put(path, replace(folder.files[path], **edits))


def _same_title(folder: Folder, lot: random.Random, _: int) -> None:
    path, other = lot.choice(folder.readable), lot.choice(folder.readable)
    folder.put(path, replace(folder.files[path], title=folder.files[other].title))


def _add_a_copy(folder: Folder, lot: random.Random, number: int) -> None:
    copied = folder.files[lot.choice(folder.readable)]
    folder.put(_new_path(lot, number), replace(copied, id=lot.choice((copied.id, ""))))


def _turn_into_a_copy(folder: Folder, lot: random.Random, _: int) -> None:
    path, other = lot.choice(folder.readable), lot.choice(folder.readable)
    folder.put(path, replace(folder.files[path], text=folder.files[other].text))


def _rename(folder: Folder, lot: random.Random, number: int) -> None:
    path, new = lot.choice(folder.paths), _new_path(lot, number)
    if path in folder.spoiled:  # nothing tells any more that it is the same
        content = folder.spoiled[path]
        folder.drop(path)
        folder.spoiled[new] = content
    else:
        article = folder.files[path]
        folder.drop(path)
        folder.put(new, article)


def _swap(folder: Folder, lot: random.Random, _: int) -> None:
    path, other = lot.choice(folder.readable), lot.choice(folder.readable)
    one, two = folder.files[path], folder.files[other]
    folder.put(path, two)
    folder.put(other, one)


def _delete(folder: Folder, lot: random.Random, _: int) -> None:
    folder.drop(lot.choice(folder.paths))


def _spoil(folder: Folder, lot: random.Random, number: int) -> None:
    path = lot.choice([*folder.paths, _new_path(lot, number)])
    unreadable = _UNREADABLE if path.endswith(_PLAIN) else _UNREADABLE_MARKDOWN
    folder.spoil(path, lot.choice(unreadable))


def _change_back(folder: Folder, lot: random.Random, _: int) -> None:
    path = lot.choice(sorted(folder.former.keys()))
    folder.put(path, lot.choice(folder.former[path]))


_KINDS: tuple[FileChange, ...] = (
    _add, _add, _change, _change, _edit_front_matter, _edit_front_matter, _same_title, _add_a_copy,
    _turn_into_a_copy, _rename, _rename, _swap, _delete, _spoil, _spoil, _change_back,
)  # fmt: skip


def lived(number: int, seed: int, place: Path) -> list[str]:
    """One trial: what is wrong at the end of one history."""
    lot = chance("history", seed, number)
    numbers = count()
    folder = Folder()
    for _ in range(lot.randrange(*_FILES)):
        _add(folder, lot, next(numbers))
    here, data, clean = place / "articles", place / "data", place / "clean"
    for one in (data, clean):
        shutil.rmtree(one, ignore_errors=True)
    build_index(folder.write(here), data)
    folder.is_read()
    told = []
    for _ in range(lot.randrange(*_STEPS)):
        changes = lot.randrange(*_CHANGES)
        for _ in range(changes):
            folder, name = _changed(folder, lot, numbers)
            told.append(name)
        told.append("UPDATE")
        folder.is_read()
        build_index(folder.write(here), data, allow_shrink=True, anew=lot.random() < 0.1)
    reached = build_index(here, data, allow_shrink=True)
    problems = []
    if reached.published or reached.changes:
        problems.append(f"an update with nothing to do did {reached.changes}")
    expected = build_index(folder.write(place / "last-read", as_last_read=True), clean)
    if expected.generation != reached.generation:
        problems.append(f"{reached.articles} articles and not {expected.articles}")
        problems += differences(answers_of(clean), answers_of(data))
    return [f"after {' '.join(told)}: {problem}" for problem in problems]


def _changed(folder: Folder, lot: random.Random, numbers: "count[int]") -> tuple[Folder, str]:
    """The folder after one change, and what the change was."""
    while True:
        change = lot.choice(_KINDS)
        later = folder.copy()
        try:
            change(later, lot, next(numbers))
        except IndexError:  # there is no such file to choose
            continue
        if later.has_one_meaning:
            return later, change.__name__.strip("_").replace("_", " ")


def _article(lot: random.Random, number: int) -> Article:
    lang = lot.choice(_LANGUAGES)
    return Article(
        id=lot.choice(("", "", f"given-{number}")),
        title=lot.choice((f"Story {number}", "")),
        text=prose(lot, lang, number),
        source=lot.choice((*OUTLETS, None)),
        published=lot.choice((f"2025-03-{lot.randrange(1, 29):02}", None)),
        lang=lot.choice((lang, None)),
    )


def _new_path(lot: random.Random, number: int) -> str:
    # Names that sort before and after those that are there, in folders that come and go.
    name = f"{lot.choice('abcxyz')}-{number}{lot.choice(('.md', '.md', _PLAIN))}"
    return lot.choice((name, f"2025/{name}", f"deep/er/{name}"))


def _id(path: str, article: Article) -> str:
    given = "" if path.endswith(_PLAIN) else article.id
    return given or PurePosixPath(path).with_suffix("").as_posix()


def _content(path: str, article: Article) -> bytes:
    if path.endswith(_PLAIN):  # such a file has no front matter
        return article.text.encode()
    written = as_file(article)
    if article.id:
        written = written.replace("---\n", f"---\nid: {article.id}\n", 1)
    return written.encode()


@click.command(help=__doc__)
@click.option("--histories", default=300, show_default=True, help="How many histories.")
@trials.seed_option
def main(*, histories: int, seed: int, only: int | None) -> None:
    """Live through histories, and tell what went wrong."""
    with tempfile.TemporaryDirectory() as place:
        plan = [partial(lived, number, seed, Path(place)) for number in range(histories)]
        trials.report("histories", seed, plan, only)


if __name__ == "__main__":
    main()
