"""An article in a PDF file. Runs in the process of `index.ingest.sandbox`."""

import io
import logging
import re
from dataclasses import asdict
from datetime import date
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from index.errors import BadInputError
from index.ingest.fields import LONGEST_TEXT, Draft

_MOST_PAGES = 1_000
# A word, a hyphen at the end of its line, and what the next line begins with.
_DIVIDED = re.compile(
    r"(?<![^\W\d_])([^\W\d_]+)([-\xad])[^\S\n]*\n[^\S\n]*([^\W\d_]+)(\S*)(?:[^\S\n]+|\n|$)"
)
_SOFT_HYPHEN = re.compile(r"\xad(?!\s*\n)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# What programs that write letters put around the title: "Microsoft Word - tides.docx".
_OF_A_PROGRAM = re.compile(r"^Microsoft \w+ - |\.(?:docx?|odt|rtf|indd|pdf)$", re.IGNORECASE)


def parse(content: bytes) -> dict[str, Any]:
    """The draft of the article in a PDF file, as a dictionary.

    Lines stay as they stand on the page, but for words divided between two, which are whole on the
    first; a blank line is between two pages.

    Raises:
        BadInputError: there is no text in it, or none that may be read.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells much, to nobody
    try:
        return asdict(_draft(content))
    except DependencyError as error:
        raise BadInputError(
            "it is encrypted in a way that is not read; save it without protection"
        ) from error
    except (PyPdfError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadInputError("it is not a PDF file, or a damaged one") from error


def _draft(content: bytes) -> Draft:
    if not content.lstrip().startswith(b"%PDF"):
        raise BadInputError("it is not a PDF file")
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadInputError("it is encrypted")
    pages: list[str] = []
    length = 0
    for page in reader.pages[:_MOST_PAGES]:
        pages.append(page.extract_text().replace("\0", "").strip())
        length += len(pages[-1])
        if length > LONGEST_TEXT:
            break
    text = whole_words("\n\n".join(page for page in pages if page))
    if not text:
        raise BadInputError("it has no text; a scanned page is a picture")
    facts = reader.metadata
    made = facts.creation_date if facts else None
    return Draft(
        text=text,
        title=_OF_A_PROGRAM.sub("", (facts.title if facts else None) or "") or None,
        author=(facts.author if facts else None) or None,
        published=date(made.year, made.month, made.day).isoformat() if made else None,
        notes=(f"only its first {_MOST_PAGES:,} pages were read",)
        if len(reader.pages) > _MOST_PAGES
        else (),
    )


def whole_words(text: str) -> str:
    """The text with words that a line's end divides in one piece.

    The hyphen stays where the two parts are written with one elsewhere in it, or where the second
    has a capital letter.
    """
    words = set(_WORD.findall(text.lower()))

    def whole(divided: re.Match[str]) -> str:
        first, hyphen, second, rest = divided.groups()
        stays = f"{first}-{second}".lower() in words or not second[0].islower()
        return f"{first}{'-' if stays and hyphen == '-' else ''}{second}{rest}\n"

    return _DIVIDED.sub(whole, _SOFT_HYPHEN.sub("", text)).strip()
