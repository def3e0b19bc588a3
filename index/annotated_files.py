"""Annotated articles as files: the article's title in front matter, the annotation in its text."""

from pathlib import Path

from index.errors import BadInputError
from index.ingest.front_matter import read_front_matter
from index.quote_annotations import AnnotatedArticle, parse_annotated

_SUFFIX = ".txt"


def read_annotated(path: Path) -> list[AnnotatedArticle]:
    """The annotated article in the file `path`, or all of those in the folder and below it.

    Raises:
        BadInputError: nothing is there, it cannot be read, or the annotation is broken.
    """
    files = sorted(path.rglob(f"*{_SUFFIX}")) if path.is_dir() else [path]
    if not files:
        raise BadInputError(
            f"{path} holds no annotated article; name a file, or a folder with *{_SUFFIX} files."
        )
    return [_read(file) for file in files]


def _read(file: Path) -> AnnotatedArticle:
    try:
        draft = read_front_matter(file.read_text("utf-8"))
        return parse_annotated(file.stem, draft.text, title=draft.title or "", lang=draft.lang)
    except FileNotFoundError:
        raise BadInputError(f"{file} is missing; name an annotated article.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(f"{file} cannot be read ({error}).") from error
    except BadInputError as error:
        raise BadInputError(f"{file}: {error}") from None
