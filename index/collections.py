"""Where each collection keeps its files.

    DATA/collections/NAME/library.db     the working store
    DATA/collections/NAME/index/         the generations, and `current`, which names the one served
    DATA/collections/NAME/lock           held while one process writes
    DATA/bot.db                          what the bot remembers

Reading never creates anything; writing creates what is missing, and only in a folder that is empty
or already Byline's.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from index.errors import BadInputError, DataFolderError, IndexNotFoundError
from index.lock import exclusive

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_OURS = frozenset({"collections", "bot.db", "bot.db-wal", "bot.db-shm", "lost+found"})


@dataclass(frozen=True, slots=True)
class Collection:
    """One collection's folder; its files need not exist."""

    name: str
    folder: Path

    @property
    def library(self) -> Path:
        """The working store."""
        return self.folder / "library.db"

    @property
    def index(self) -> Path:
        """The folder of the generations."""
        return self.folder / "index"

    @property
    def current(self) -> Path:
        """The pointer to the generation that is served."""
        return self.index / "current"

    @property
    def lock(self) -> Path:
        """The file that a writer locks."""
        return self.folder / "lock"

    def delete(self) -> None:
        """Delete all that it holds; nothing where there is no such collection.

        Raises:
            LockedError: another process is changing it.
            DataFolderError: it cannot be deleted.
        """
        if not self.folder.is_dir():
            return
        with exclusive(self.lock):
            try:
                shutil.rmtree(self.folder)
            except OSError as error:
                raise DataFolderError(
                    f"The collection {self.name!r} could not be deleted ({error.strerror})."
                ) from error


@dataclass(frozen=True, slots=True)
class Collections:
    """The data folder."""

    folder: Path

    @classmethod
    def to_read(cls, folder: Path) -> "Collections":
        """The data folder as it is.

        Raises:
            IndexNotFoundError: it does not exist.
            DataFolderError: it is not Byline's.
        """
        if not folder.exists():
            raise IndexNotFoundError(
                f"No index yet: there is no data folder {str(folder)!r}. Run `byline index build`, "
                "or name another folder with --data."
            )
        cls._refuse_foreign(folder)
        return cls(folder)

    @classmethod
    def to_write(cls, folder: Path) -> "Collections":
        """The data folder, which the first write into it will create.

        Raises:
            DataFolderError: the path leads to something that is not Byline's.
        """
        if folder.exists() or folder.is_symlink():
            cls._refuse_foreign(folder)
        return cls(folder)

    @property
    def bot(self) -> Path:
        """What the bot remembers."""
        return self.folder / "bot.db"

    def collection(self, name: str) -> Collection:
        """One collection by its name, whether it exists or not.

        Raises:
            BadInputError: this cannot be a collection's name.
        """
        if not _NAME.fullmatch(name):
            raise BadInputError(
                f"{name!r} cannot be a collection's name; use up to 64 of a-z, 0-9, - and _, "
                "beginning with a letter or a digit."
            )
        return Collection(name, self.folder / "collections" / name)

    def all(self) -> list[Collection]:
        """The collections that exist, by name."""
        parent = self.folder / "collections"
        if not parent.is_dir():
            return []
        return [
            Collection(entry.name, entry)
            for entry in sorted(parent.iterdir())
            if entry.is_dir() and _NAME.fullmatch(entry.name)
        ]

    @staticmethod
    def _refuse_foreign(folder: Path) -> None:
        advice = "so it is left alone; name another folder with --data."
        if not folder.is_dir():
            raise DataFolderError(f"{str(folder)!r} is not a folder, {advice}")
        try:
            entries = {entry.name for entry in folder.iterdir() if not entry.name.startswith(".")}
        except OSError as error:
            raise DataFolderError(
                f"The data folder {str(folder)!r} cannot be read ({error.strerror}); "
                "check its permissions."
            ) from error
        foreign = entries - _OURS
        if foreign and not entries & _OURS:
            raise DataFolderError(
                f"{str(folder)!r} holds {min(foreign)!r}, which is not Byline's, {advice}"
            )
